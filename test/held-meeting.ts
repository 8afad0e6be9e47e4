// A meeting that has been held, and decisions of it, for tests of what follows from them.
import { addDays } from '#platform/calendar.ts';
import { uuidv7 } from '#platform/uuid.ts';
import type { CastName, TestApp } from '#test/app.ts';

/** The city's day some days from now. */
export function dayIn(days: number): string {
  return addDays(new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10), days);
}

/** A coordination meeting of KESRA, held yesterday, to which some agencies were invited. */
export async function heldMeeting(
  app: TestApp,
  {
    invited = [],
    ...more
  }: { invited?: string[]; state?: string; host?: string; kind?: string; followsId?: string } = {},
): Promise<string> {
  const meetingId = uuidv7();
  await app.admin.query(
    `insert into app.meetings (city, meeting_id, kind, title, place, starts_at, ends_at, host_agency, state, follows_id)
     values ('13.71', $1, $2, 'Rakor contoh', 'Balai Kota', now() - interval '26 hours', now() - interval '23 hours', $3, $4, $5)`,
    [meetingId, more.kind ?? 'RAKOR', more.host ?? 'KESRA', more.state ?? 'held', more.followsId ?? null],
  );
  for (const [index, agency] of invited.entries())
    await app.admin.query(
      `insert into app.invitations (city, meeting_id, invitation_id, number, rule, agency_code, office, reply_hash)
       values ('13.71', $1, $2, $3, 'contoh', $4, 'Kepala', sha256($5))`,
      [meetingId, uuidv7(), index + 1, agency, Buffer.from(uuidv7())],
    );
  return meetingId;
}

/** The input of an action with everything a decision needs to be adopted. */
export function actionInput(decisionId: string, changes: Record<string, unknown> = {}) {
  return {
    actionId: uuidv7(),
    decisionId,
    what: 'Membuka loket akta di rumah singgah dua kali sebulan',
    responsibleAgency: 'DINKES',
    supporters: ['DISDIK'],
    place: 'Rumah singgah',
    areaCode: null,
    startsOn: null,
    dueOn: dayIn(30),
    funds: 'APBD',
    output: 'Loket dibuka',
    target: '2 kali sebulan',
    evidenceAsked: 'Foto loket tanpa anak',
    ...changes,
  };
}

/** The input of a report on an action. */
export function reportInput(actionId: string, changes: Record<string, unknown> = {}) {
  return {
    actionId,
    updateId: uuidv7(),
    state: 'in_progress',
    progress: 40,
    text: 'Petugas ditunjuk',
    obstacle: '',
    ...changes,
  };
}

/** The input of an ordinary item of an agenda. */
export function agendaInput(meetingId: string, changes: Record<string, unknown> = {}) {
  return {
    agendaItemId: uuidv7(),
    meetingId,
    source: 'FREE',
    key: '',
    title: 'Lain-lain',
    minutes: 10,
    presenter: '',
    notes: '',
    ...changes,
  };
}

/** The input of a draft of a decision. */
export function decisionInput(meetingId: string, changes: Record<string, unknown> = {}) {
  return {
    decisionId: uuidv7(),
    meetingId,
    agendaItemId: null,
    issue: 'Rujukan tidak dijawab',
    decision: 'Setiap instansi menunjuk meja rujukan',
    ...changes,
  };
}

/** A draft of a decision without any action. */
export async function draft(app: TestApp, meetingId: string, by: CastName = 'eko.kesra'): Promise<string> {
  const { decisionId, ...rest } = decisionInput(meetingId);
  await (await app.as(by)).does('decisions/draft', { decisionId, ...rest });
  return decisionId;
}

/** An adopted decision of a held meeting with one action. */
export async function adopted(
  app: TestApp,
  { meetingId, ...changes }: { meetingId?: string } & Record<string, unknown> = {},
) {
  const meeting = meetingId ?? (await heldMeeting(app));
  const decisionId = await draft(app, meeting);
  const eko = await app.as('eko.kesra');
  const action = actionInput(decisionId, changes);
  await eko.does('decisions/add-action', action);
  await eko.does('decisions/adopt', { decisionId });
  return { meetingId: meeting, decisionId, actionId: action.actionId };
}
