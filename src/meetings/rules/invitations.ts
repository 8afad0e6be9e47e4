/**
 * Who can be invited by rule: every agency of these kinds that stands on the day of the meeting, at this office. The
 * office is what the letter is addressed to; whoever invites may write another.
 */
export const invitationRules = {
  VILLAGES: { kinds: ['VILLAGE_OFFICE'], office: 'Kepala Seksi Pemberdayaan Masyarakat' },
  DISTRICTS: { kinds: ['DISTRICT_OFFICE'], office: 'Kepala Seksi Kesejahteraan Sosial' },
  CITY_AGENCIES: {
    kinds: [
      ...['SOCIAL_SERVICE', 'PUBLIC_ORDER', 'HEALTH', 'EDUCATION', 'WOMEN_AND_CHILD', 'CIVIL_REGISTRY'],
      ...['MANPOWER', 'INFORMATICS', 'INSPECTORATE', 'SECRETARIAT'],
    ],
    office: 'Kepala',
  },
  FACILITIES: { kinds: ['FACILITY', 'WELFARE_INSTITUTION'], office: 'Pimpinan' },
  BODIES: { kinds: ['COMMUNITY_BODY', 'CUSTOMARY_BODY', 'YOUTH_BODY'], office: 'Ketua' },
  FIELD_WORKERS: { kinds: ['FIELD_WORKER'], office: 'Koordinator' },
  VERTICAL: { kinds: ['POLICE', 'MILITARY', 'PROBATION', 'NARCOTICS'], office: 'Kepala' },
  PROVINCE: { kinds: ['PROVINCIAL'], office: 'Kepala' },
} as const satisfies Record<string, { kinds: readonly string[]; office: string }>;
export type InvitationRule = keyof typeof invitationRules;

export const invitationRuleNames = [
  ...(['VILLAGES', 'DISTRICTS', 'CITY_AGENCIES', 'FACILITIES', 'BODIES'] as const),
  ...(['FIELD_WORKERS', 'VERTICAL', 'PROVINCE'] as const),
] as const satisfies readonly InvitationRule[];

/** The most that one meeting asks. */
export const mostInvited = 1000;

/** Why an invitation can no longer be answered, or null while it can. */
export function whyNoReply(it: {
  readonly meetingState: string;
  readonly withdrawn: boolean;
  readonly startsAt: Date;
  readonly now: Date;
}): 'withdrawn' | 'cancelled' | 'over' | 'not-issued' | null {
  if (it.withdrawn) return 'withdrawn';
  if (it.meetingState === 'cancelled') return 'cancelled';
  if (it.meetingState === 'planned') return 'not-issued';
  if (it.meetingState !== 'invited' || it.now >= it.startsAt) return 'over';
  return null;
}
