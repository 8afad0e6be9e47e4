// One played meeting as the rows it leaves behind.
import { createHash } from 'node:crypto';
import type { Row } from '#demo/load/rows.ts';
import { childName } from '#demo/names.ts';
import type { PlayedAction, PlayedDecision } from '#demo/rakor/script.ts';
import type { Random } from '#demo/random.ts';
import { day, hour, minute } from '#demo/scene.ts';
import { invitationHash, invitationToken } from '#meetings/links.ts';
import { addDays } from '#platform/calendar.ts';
import type { Keys } from '#platform/keys/ring.ts';
import { uuidv7 } from '#platform/uuid.ts';

/** The tables of a meeting, in the order in which their rows may be written. */
export const meetingTables = [
  ...([
    'meetings',
    'meeting_legal_bases',
    'meeting_speakers',
    'invitations',
    'attendances',
    'attendance_for',
  ] as const),
  ...([
    'agenda_items',
    'decisions',
    'actions',
    'action_supporters',
    'action_updates',
    'meeting_minutes',
    'carried_actions',
  ] as const),
] as const;
export type MeetingRows = { [T in (typeof meetingTables)[number]]: Row<T>[] };

export type Asked = {
  readonly agencyCode: string;
  readonly areaCode: string | null;
  readonly office: string;
  readonly rule: string;
  readonly body: string;
};
export type Played = {
  readonly kind: 'RAKOR' | 'EVALUATION';
  readonly title: string;
  readonly theme: string;
  readonly aims: readonly string[];
  readonly place: string;
  /** The city's day; it begins at half past eight. */
  readonly date: string;
  readonly startsAt: Date;
  readonly openedBy: string;
  readonly state: 'invited' | 'closed';
  readonly follows: string | null;
  readonly legalBases: readonly string[];
  readonly speakers: readonly string[];
  readonly agenda: readonly string[];
  readonly asked: readonly Asked[];
  readonly decisions: readonly PlayedDecision[];
  /** The source names the meeting and not what it decided. */
  readonly invented: boolean;
  /** Of a hundred who are asked, how many answer before, and how many of those who come. */
  readonly answer: number;
  readonly come: number;
};

/** No rows yet. */
export function noRows(): MeetingRows {
  return Object.fromEntries(meetingTables.map((table) => [table, []])) as unknown as MeetingRows;
}

/** Adds a meeting with everything that hangs on it; answers its id and its actions that are still open at `now`. */
export function addMeeting(
  rows: MeetingRows,
  it: Played,
  { keys, random, now }: { keys: Keys; random: Random; now: Date },
): { meetingId: string; open: { actionId: string; state: string; progress: number }[] } {
  const called = it.startsAt.getTime() - 28 * day;
  const meetingId = uuidv7(called);
  rows.meetings.push({
    meeting_id: meetingId,
    kind: it.kind,
    title: it.title,
    theme: it.theme,
    aims: [...it.aims],
    place: it.place,
    starts_at: it.startsAt,
    ends_at: new Date(it.startsAt.getTime() + 7 * hour),
    reply_by: new Date(it.startsAt.getTime() - 2 * day),
    host_agency: 'KESRA',
    opened_by: it.openedBy,
    state: it.state,
    follows_id: it.follows,
    invented: it.invented,
    called_by: null,
    called_at: new Date(called),
  });
  for (const legal of it.legalBases)
    rows.meeting_legal_bases.push({ meeting_id: meetingId, legal_basis_id: legal });
  for (const [at, office] of it.speakers.entries())
    rows.meeting_speakers.push({
      meeting_id: meetingId,
      speaker_id: uuidv7(called),
      position: at + 1,
      office,
    });
  const items = it.agenda.map((title, at) => {
    const id = uuidv7(called);
    rows.agenda_items.push({
      meeting_id: meetingId,
      agenda_item_id: id,
      position: at + 1,
      title,
      source: 'FREE',
      minutes: 45,
      set_by: null,
      set_at: new Date(called + day),
    });
    return id;
  });
  addInvited(rows, it, { meetingId, keys, random, now });
  if (it.state === 'invited') return { meetingId, open: [] };
  rows.meeting_minutes.push({
    meeting_id: meetingId,
    leader: it.openedBy,
    note_taker: 'Bagian Kesejahteraan Rakyat',
    problems: it.decisions.map((one, at) => `${at + 1}. ${one.issue}`).join('\n'),
    solutions: it.decisions.map((one, at) => `${at + 1}. ${one.decision}`).join('\n'),
    proceedings: it.agenda.map((one, at) => `${at + 1}. ${one}`).join('\n'),
    signed_at: new Date(it.startsAt.getTime() + 2 * day),
    written_by: null,
    written_at: new Date(it.startsAt.getTime() + day),
  });
  const adopted = new Date(it.startsAt.getTime() + 6 * hour);
  const open = it.decisions.flatMap((one, at) => {
    const decisionId = uuidv7(adopted.getTime());
    rows.decisions.push({
      meeting_id: meetingId,
      decision_id: decisionId,
      number: at + 1,
      agenda_item_id: items[one.item - 1] ?? null,
      issue: one.issue,
      decision: one.decision,
      state: 'adopted',
      adopted_at: adopted,
      written_by: null,
      written_at: adopted,
    });
    return one.actions.flatMap((action, n) =>
      addAction(rows, action, { decisionId, number: n + 1, date: it.date, from: it.startsAt, now }),
    );
  });
  return { meetingId, open };
}

function addAction(
  rows: MeetingRows,
  it: PlayedAction,
  on: { decisionId: string; number: number; date: string; from: Date; now: Date },
): { actionId: string; state: string; progress: number }[] {
  const actionId = uuidv7(on.from.getTime());
  const past = it.reports
    .map((report) => ({ ...report, at: new Date(on.from.getTime() + report.after * day) }))
    .filter((report) => report.at < on.now);
  const last = past.at(-1);
  const state = last?.state ?? 'not_started';
  const closed = state === 'done' || state === 'cancelled';
  rows.actions.push({
    action_id: actionId,
    decision_id: on.decisionId,
    number: on.number,
    what: it.what,
    responsible_agency: it.responsible,
    place: it.place,
    area_code: it.area ?? null,
    starts_on: addDays(on.date, it.starts),
    due_on: addDays(on.date, it.due),
    funds: it.funds,
    output: it.output,
    target: it.target,
    evidence_asked: it.evidence,
    state,
    progress: last?.progress ?? 0,
    obstacle: last?.obstacle ?? '',
    updated_at: last?.at ?? null,
    adopted: true,
    closed_at: closed ? (last?.at ?? null) : null,
    version: 1 + past.length,
  });
  for (const agency of it.supporters)
    rows.action_supporters.push({ action_id: actionId, agency_code: agency });
  for (const report of past)
    rows.action_updates.push({
      action_id: actionId,
      update_id: uuidv7(report.at.getTime()),
      state: report.state,
      progress: report.progress,
      text: report.text,
      obstacle: report.obstacle ?? '',
      agency_code: it.responsible,
      written_by: null,
      written_at: report.at,
    });
  return closed ? [] : [{ actionId, state, progress: last?.progress ?? 0 }];
}

function addInvited(
  rows: MeetingRows,
  it: Played,
  { meetingId, keys, random, now }: { meetingId: string; keys: Keys; random: Random; now: Date },
): void {
  const sent = it.startsAt.getTime() - 21 * day;
  const name = () => childName(random, random.chance(0.5) ? 'male' : 'female').full;
  let delegate: string | null = null;
  for (const [at, asked] of it.asked.entries()) {
    const invitationId = uuidv7(sent);
    const replied = new Date(sent + random.int(1, 14) * day);
    const answers = random.next() * 100 < it.answer && replied < now;
    const comes = it.state === 'closed' && random.next() * 100 < it.come;
    const delegated = answers && random.chance(0.12);
    const declined = answers && !delegated && !comes && random.chance(0.5);
    const person = name();
    rows.invitations.push({
      meeting_id: meetingId,
      invitation_id: invitationId,
      number: at + 1,
      rule: asked.rule,
      agency_code: asked.agencyCode,
      area_code: asked.areaCode,
      office: asked.office,
      reply_hash: invitationHash(invitationToken(keys, invitationId)),
      state: !answers ? 'invited' : delegated ? 'delegated' : declined ? 'declined' : 'coming',
      delegate_name: delegated ? person : '',
      delegate_office: delegated ? 'Staf' : '',
      replied_at: answers ? replied : null,
    });
    if (!comes || declined) continue;
    // One who comes for two: the delegate of the village before stands for this one too.
    if (delegate && asked.rule === 'VILLAGES') {
      rows.attendance_for.push({ invitation_id: invitationId, attendance_id: delegate });
      delegate = null;
      continue;
    }
    const attendanceId = uuidv7(it.startsAt.getTime());
    const arrived = new Date(it.startsAt.getTime() - random.int(0, 40) * minute);
    rows.attendances.push({
      meeting_id: meetingId,
      attendance_id: attendanceId,
      name: person,
      office: delegated ? 'Staf' : asked.office,
      body: asked.body,
      way: random.chance(0.6) ? 'QR' : 'DESK',
      arrived_at: arrived,
      recorded_at: arrived,
      recorded_by: null,
    });
    rows.attendance_for.push({ invitation_id: invitationId, attendance_id: attendanceId });
    if (delegated && asked.rule === 'VILLAGES' && random.chance(0.4)) delegate = attendanceId;
  }
}

/** A seed that is the same for the same meeting. */
export function seedOf(title: string): number {
  return createHash('sha256').update(title).digest().readUInt32BE(0);
}
