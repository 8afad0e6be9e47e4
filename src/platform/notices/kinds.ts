// The kinds of notices. The browser gets them through the slice notices, so nothing of the server may stand here.

/** Every kind of notice and what it is on. A notice holds a day and a number and no words, so that none can name a child. */
export const noticeKinds = {
  /** The agency is invited; day: of the meeting. */
  meeting_invited: 'meeting',
  /** It comes soon; day: of the meeting. */
  meeting_reminder: 'meeting',
  /** It was called off; day: of the meeting. */
  meeting_cancelled: 'meeting',
  /** A decision asks the agency for an action; day: until when. */
  action_agreed: 'action',
  /** A decision names the agency as a support; day: until when. */
  action_supported: 'action',
  /** An action of the agency is due; day: until when. */
  action_due: 'action',
  /** An action of the agency is late; day: until when. */
  action_late: 'action',
  /** A late action went further up in rank; number: how far. */
  action_raised: 'action',
} as const;
export type NoticeKind = keyof typeof noticeKinds;
