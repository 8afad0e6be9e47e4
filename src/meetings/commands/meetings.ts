import { sql } from 'kysely';
import { callers } from '#meetings/access.ts';
import { carryOpen } from '#meetings/commands/carry.ts';
import { takeMeeting } from '#meetings/commands/take.ts';
import { tellInvited } from '#meetings/commands/tell.ts';
import { findMeetingTies } from '#meetings/queries/meetings.ts';
import { kindsFor, longestDays } from '#meetings/rules/meetings.ts';
import {
  CancelMeeting,
  MeetingAct,
  MeetingResult,
  type MeetingState,
  PlanMeeting,
} from '#meetings/schema/meetings.ts';
import { findInvalidBases } from '#operations/queries.ts';
import { cityDate } from '#platform/calendar.ts';
import { command } from '#platform/commands.ts';
import { constraintsOf, tiedTo } from '#platform/database/constraints.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem, problemsOf } from '#platform/problems.ts';

problemsOf({
  'meeting-kind-of-others': {
    status: 403,
    id: 'Jenis rapat ini diundang oleh peran lain: rakor, evaluasi, dan rapat teknis oleh koordinator; pembahasan kasus oleh tim kasus.',
    en: 'Another role calls this kind of meeting: coordination, evaluation and technical meetings the coordinator, case conferences the case team.',
  },
  'meeting-in-past': {
    status: 422,
    id: 'Waktu ini sudah lewat. Rapat direncanakan untuk waktu yang akan datang.',
    en: 'This time has passed. A meeting is planned for a time to come.',
  },
  'meeting-times': {
    status: 422,
    id: 'Waktu selesai harus sesudah waktu mulai, paling lama 14 hari.',
    en: 'The end must come after the start, at most 14 days later.',
  },
  'meeting-reply-by': {
    status: 422,
    id: 'Batas menjawab harus sebelum rapat mulai.',
    en: 'The day to answer by must lie before the meeting.',
  },
  'meeting-basis-not-valid': {
    status: 422,
    id: 'Dasar hukum ini tidak berlaku pada hari rapat.',
    en: 'This legal basis is not valid on the day of the meeting.',
  },
  'meeting-follows-unknown': {
    status: 422,
    id: 'Rapat yang ditindaklanjuti tidak ditemukan, atau rapat ini sendiri.',
    en: 'The meeting to be followed up was not found, or it is this one itself.',
  },
  'meeting-not-begun': {
    status: 422,
    id: 'Rapat ini belum mulai. Nyatakan berlangsung pada harinya.',
    en: 'This meeting has not begun. Say that it was held on its day.',
  },
});
constraintsOf({
  meetings_pkey: { code: 'command-id-reused', field: 'meetingId' },
  meeting_speakers_pkey: { code: 'command-id-reused', field: 'speakerId' },
  meeting_ends_after: { code: 'meeting-times', field: 'endsAt' },
  meeting_reply_before: { code: 'meeting-reply-by', field: 'replyBy' },
});

const told = (act: string) => (input: { meetingId: string }) => ({
  act,
  on: { kind: 'meeting', id: input.meetingId },
});

/** Plans a meeting of one's own agency; nobody is asked to come before its invitations are issued. */
export const planMeeting = command({
  name: 'meetings/plan',
  summary: 'Plan a meeting',
  may: callers,
  input: PlanMeeting,
  result: MeetingResult,
  audit: (input) => ({ ...told('meeting.planned')(input), detail: { kind: input.kind } }),
  run: async (tx, viewer, input, sent) => {
    await checkPlan(tx, viewer, input, sent.world.now());
    await sql`
      insert into meetings (meeting_id, kind, title, theme, aims, place, starts_at, ends_at, reply_by, host_agency, opened_by, follows_id)
      values (${input.meetingId}, ${input.kind}, ${input.title}, ${input.theme}, ${input.aims}::text[], ${input.place}, ${input.startsAt},
              ${input.endsAt}, ${input.replyBy}, ${viewer.agencyCode}, ${input.openedBy}, ${input.followsId})`.execute(
      tx,
    );
    await writeParts(tx, input);
    return { meetingId: input.meetingId, state: 'planned' as const, version: 1 };
  },
});

/** Changes what a meeting is for, when and where; who was invited stays invited. */
export const changeMeeting = command({
  name: 'meetings/change',
  summary: 'Change a meeting that has not been held',
  may: callers,
  input: PlanMeeting,
  result: MeetingResult,
  audit: told('meeting.changed'),
  run: async (tx, viewer, input, sent) => {
    const { meetingId } = input;
    const found = await takeMeeting(tx, viewer, meetingId, { ability: 'change', basedOn: sent.basedOn });
    await checkPlan(tx, viewer, input, sent.world.now());
    await sql`
      update meetings
         set kind = ${input.kind}, title = ${input.title}, theme = ${input.theme}, aims = ${input.aims}::text[], place = ${input.place},
             starts_at = ${input.startsAt}, ends_at = ${input.endsAt}, reply_by = ${input.replyBy}, opened_by = ${input.openedBy},
             follows_id = ${input.followsId}, version = version + 1
       where city = (select app.city()) and meeting_id = ${meetingId} and version = ${found.version}`.execute(
      tx,
    );
    await sql`delete from meeting_legal_bases where city = (select app.city()) and meeting_id = ${meetingId}`.execute(
      tx,
    );
    await sql`delete from meeting_speakers where city = (select app.city()) and meeting_id = ${meetingId}`.execute(
      tx,
    );
    await writeParts(tx, input);
    return { meetingId, state: found.state, version: found.version + 1 };
  },
});

/** Calls a meeting off, with the reason that those invited read. */
export const cancelMeeting = command({
  name: 'meetings/cancel',
  summary: 'Cancel a meeting',
  may: callers,
  input: CancelMeeting,
  result: MeetingResult,
  audit: told('meeting.cancelled'),
  run: async (tx, viewer, input, sent) => {
    const { meetingId } = input;
    const { version, state, startsAt } = await takeMeeting(tx, viewer, meetingId, { ability: 'cancel' });
    if (state === 'invited')
      await tellInvited(tx, viewer, {
        kind: 'meeting_cancelled',
        meetingId,
        startsAt,
        at: sent.world.now(),
      });
    return move(tx, { ...input, version, to: 'cancelled' });
  },
});

/** Says that a meeting has begun: what is still open of the one it follows lies before it from now on. */
export const holdMeeting = command({
  name: 'meetings/hold',
  summary: 'Say that a meeting has begun',
  may: callers,
  input: MeetingAct,
  result: MeetingResult,
  audit: told('meeting.held'),
  run: async (tx, viewer, { meetingId }, sent) => {
    const { version, startsAt } = await takeMeeting(tx, viewer, meetingId, { ability: 'hold' });
    const zone = viewer.city.timeZone;
    if (cityDate(sent.world.now(), zone) < cityDate(startsAt, zone)) throw problem('meeting-not-begun');
    const held = await move(tx, { meetingId, version, to: 'held' });
    await carryOpen(tx, meetingId, sent.world.now());
    return held;
  },
});

/** Ends a meeting: its papers stay as they are, only its follow-up goes on. */
export const closeMeeting = command({
  name: 'meetings/close',
  summary: 'Close a meeting that was held',
  may: callers,
  input: MeetingAct,
  result: MeetingResult,
  audit: told('meeting.closed'),
  run: async (tx, viewer, { meetingId }) => {
    const { version } = await takeMeeting(tx, viewer, meetingId, { ability: 'close' });
    return move(tx, { meetingId, version, to: 'closed' });
  },
});

type Move = {
  readonly meetingId: string;
  readonly version: number;
  readonly to: MeetingState;
  readonly reason?: string;
};

async function move(tx: Tx, { meetingId, version, to, reason = '' }: Move) {
  const done = await sql`
    update meetings set state = ${to}, cancel_reason = ${reason}, version = version + 1
     where city = (select app.city()) and meeting_id = ${meetingId} and version = ${version}`.execute(tx);
  if (!done.numAffectedRows) throw problem('changed-meanwhile');
  return { meetingId, state: to, version: version + 1 };
}

async function checkPlan(tx: Tx, viewer: Viewer, input: PlanMeeting, now: Date): Promise<void> {
  if (!kindsFor(viewer.role).includes(input.kind)) throw problem('meeting-kind-of-others', { field: 'kind' });
  const startsAt = new Date(input.startsAt);
  if (startsAt.getTime() < now.getTime()) throw problem('meeting-in-past', { field: 'startsAt' });
  if (startsAt.getUTCFullYear() >= 2100) throw problem('date-impossible', { field: 'startsAt' });
  const long = new Date(input.endsAt).getTime() - startsAt.getTime();
  if (long <= 0 || long > longestDays * 86_400_000) throw problem('meeting-times', { field: 'endsAt' });
  if (input.replyBy && new Date(input.replyBy) > startsAt)
    throw problem('meeting-reply-by', { field: 'replyBy' });
  const day = cityDate(startsAt, viewer.city.timeZone);
  const bases = await findInvalidBases(tx, input.legalBases, day);
  if (bases.length > 0) throw problem('meeting-basis-not-valid', { field: 'legalBases', bases, day });
  const { followsId } = input;
  if (followsId && (followsId === input.meetingId || !(await findMeetingTies(tx, followsId))))
    throw problem('meeting-follows-unknown', { field: 'followsId' });
}

async function writeParts(tx: Tx, input: PlanMeeting): Promise<void> {
  await sql`
    insert into meeting_legal_bases (meeting_id, legal_basis_id)
    select ${input.meetingId}, b from unnest(${input.legalBases}::text[]) as b`.execute(tx);
  for (const [index, it] of input.speakers.entries()) {
    const written = sql`
      insert into meeting_speakers (meeting_id, speaker_id, position, name, office, topic)
      values (${input.meetingId}, ${it.speakerId}, ${index + 1}, ${it.name}, ${it.office}, ${it.topic})`;
    await tiedTo(written.execute(tx), (field) => `speakers.${index}.${field}`);
  }
}
