// Notulen, rumusan and nota dinas: what was said, what was agreed, and what the mayor is told of it. No child is named:
// none of what they are written from holds one.
import { sql } from 'kysely';
import { letterWords as words } from '#meetings/messages/letter-words.ts';
import { listMatrix, type MatrixRow } from '#meetings/queries/documents/follow-up.ts';
import { listed, present, spanOf } from '#meetings/queries/documents/invitation.ts';
import type { Writing, Written } from '#meetings/queries/documents/writers.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { say, type Text } from '#platform/messages.ts';
import { paperDate, paperDay } from '#platform/print/dates.ts';
import { signatureOf } from '#platform/typeset/sheet.ts';

const template = 'meetings/letters/minutes.typ';

type Part = {
  readonly title: string;
  readonly prose: string;
  readonly items: readonly string[];
  readonly heads: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
};

const empty = { title: '', prose: '', items: [], heads: [], widths: [], rows: [] } as const;

/** The parts that say something. */
function filled(parts: readonly Partial<Part>[]): Part[] {
  return parts
    .map((part) => ({ ...empty, ...part }))
    .filter((part) => part.prose !== '' || part.items.length > 0 || part.rows.length > 0);
}

export type KeptMinutes = {
  readonly leader: string;
  readonly noteTaker: string;
  readonly problems: string;
  readonly solutions: string;
  readonly proceedings: string;
};

/** The minutes of a meeting; null while none are written. */
export async function findMinutes(tx: Tx, meetingId: string): Promise<KeptMinutes | null> {
  const found = await sql<KeptMinutes>`
    select leader, note_taker as "noteTaker", problems, solutions, proceedings
      from meeting_minutes
     where city = (select app.city()) and meeting_id = ${meetingId}`.execute(tx);
  return found.rows[0] ?? null;
}

async function listAgenda(tx: Tx, meetingId: string): Promise<string[]> {
  const found = await sql<{ title: string }>`
    select title from agenda_items
     where city = (select app.city()) and meeting_id = ${meetingId} and dropped_at is null
     order by position`.execute(tx);
  return found.rows.map((row) => row.title);
}

type Present = { readonly came: number; readonly invited: number; readonly bodies: readonly string[] };

async function whoCame(tx: Tx, meetingId: string): Promise<Present> {
  const found = await sql<Present>`
    select (select count(*)::int from attendances where city = (select app.city()) and meeting_id = ${meetingId}) as came,
           (select count(*)::int from invitations where city = (select app.city()) and meeting_id = ${meetingId}
              and withdrawn_at is null) as invited,
           coalesce((select array_agg(distinct body order by body) from attendances
              where city = (select app.city()) and meeting_id = ${meetingId} and body <> ''), '{}') as bodies`.execute(
    tx,
  );
  return found.rows[0] ?? { came: 0, invited: 0, bodies: [] };
}

/** Decisions with what follows from each. */
export function byDecision(rows: readonly MatrixRow[]): { decision: MatrixRow; actions: MatrixRow[] }[] {
  const own = rows.filter((row) => row.carried === null);
  const numbers = [...new Set(own.map((row) => row.decision))];
  return numbers.flatMap((number) => {
    const actions = own.filter((row) => row.decision === number);
    const [decision] = actions;
    return decision ? [{ decision, actions }] : [];
  });
}

function tasksOf(rows: readonly MatrixRow[], it: Writing): Partial<Part> {
  const t = (text: Text) => say(text, it.wall.locale);
  return {
    title: t(words.tasks),
    heads: [words.no, words.task, words.responsible, words.dueOn].map((head) => t(head)),
    widths: [0, 6, 4, 3],
    rows: rows
      .filter((row) => row.carried === null)
      .map((row, at) => [`${at + 1}`, row.what, row.responsible, paperDay(row.dueOn, it.wall.locale)]),
  };
}

const placeDay = ({ place, day, wall }: Writing) => `${place}, ${paperDay(day, wall.locale)}`;

/** Notulen. */
export async function writeMinutes(tx: Tx, it: Writing): Promise<Written> {
  const t = (text: Text, values?: Record<string, string | number>) => say(text, it.wall.locale, values);
  const { meeting, wall } = it;
  const minutes = await findMinutes(tx, meeting.meetingId);
  const { came, invited, bodies } = await whoCame(tx, meeting.meetingId);
  const rows = await listMatrix(tx, meeting.meetingId, wall.locale);
  return {
    template,
    letter: {
      title: t(words.minutesTitle),
      number: it.number,
      ruled: true,
      facts: present([
        [t(words.event), meeting.title],
        [t(words.theme), meeting.theme],
        [t(words.day), paperDate(meeting.startsAt, wall)],
        [t(words.time), spanOf(meeting, wall)],
        [t(words.place), meeting.place],
        [t(words.leader), minutes?.leader ?? ''],
        [t(words.noteTaker), minutes?.noteTaker ?? ''],
        [t(words.attended), t(words.cameOf, { came, invited })],
      ]),
      parts: filled([
        { title: t(words.bodiesPresent), prose: listed(bodies, t(words.and)) },
        { title: t(words.agenda), items: await listAgenda(tx, meeting.meetingId) },
        { title: t(words.proceedings), prose: minutes?.proceedings ?? '' },
        { title: t(words.problems), prose: minutes?.problems ?? '' },
        { title: t(words.solutions), prose: minutes?.solutions ?? '' },
        { title: t(words.decisions), items: byDecision(rows).map(({ decision }) => decision.decided) },
        tasksOf(rows, it),
      ]),
      signatures: [
        signatureOf({ title: t(words.noteTakerSigns), name: minutes?.noteTaker ?? '', rank: '' }, ' ', {
          room: true,
        }),
        signatureOf({ title: t(words.leaderSigns), name: minutes?.leader ?? '', rank: '' }, placeDay(it), {
          room: true,
        }),
      ],
    },
  };
}

/** Rumusan: each conclusion as issue, decision, who answers for it. */
export async function writeResolutions(tx: Tx, it: Writing): Promise<Written> {
  const t = (text: Text, values?: Record<string, string | number>) => say(text, it.wall.locale, values);
  const { meeting, wall } = it;
  const rows = await listMatrix(tx, meeting.meetingId, wall.locale);
  return {
    template,
    letter: {
      title: t(words.resolutionsTitle),
      number: it.number,
      ruled: false,
      facts: present([
        [t(words.event), meeting.title],
        [t(words.day), paperDate(meeting.startsAt, wall)],
        [t(words.place), meeting.place],
      ]),
      parts: filled([
        { prose: t(words.resolutionsOpening, { issuer: meeting.hostName }) },
        {
          heads: [words.no, words.issue, words.decision, words.responsible].map((head) => t(head)),
          widths: [0, 5, 6, 4],
          rows: byDecision(rows).map(({ decision, actions }, at) => [
            `${at + 1}`,
            decision.issue,
            decision.decided,
            [...new Set(actions.map((row) => row.responsible))].join(', '),
          ]),
        },
      ]),
      signatures: [signatureOf(it.signatory, placeDay(it), { room: true })],
      signature: signatureOf(it.signatory, '', { room: true }),
    },
  };
}

/** Nota dinas to the mayor, by way of the secretary of the city. */
export async function writeMemo(tx: Tx, it: Writing): Promise<Written> {
  const t = (text: Text, values?: Record<string, string | number>) => say(text, it.wall.locale, values);
  const { meeting, wall } = it;
  const { came, invited } = await whoCame(tx, meeting.meetingId);
  const rows = await listMatrix(tx, meeting.meetingId, wall.locale);
  const decisions = byDecision(rows);
  const when = paperDate(meeting.startsAt, wall);
  return {
    template,
    letter: {
      title: t(words.memoTitle),
      number: '',
      ruled: true,
      facts: present([
        [t(words.memoTo), t(words.mayor, { city: it.place })],
        [t(words.memoThrough), t(words.secretary, { city: it.place })],
        [t(words.memoFrom), it.signatory.title],
        [t(words.date), paperDay(it.day, wall.locale)],
        [t(words.number), it.number || '………'],
        [t(words.subject), t(words.memoSubject, { title: meeting.title })],
      ]),
      parts: filled([
        { prose: t(words.memoOpening, { title: meeting.title, when, place: meeting.place, came, invited }) },
        { title: t(words.decisions), items: decisions.map(({ decision }) => decision.decided) },
        tasksOf(rows, it),
        { title: t(words.memoRemarks), prose: it.words },
        { prose: t(words.memoClosing) },
      ]),
      signatures: [signatureOf(it.signatory, '', { room: true })],
      signature: signatureOf(it.signatory, '', { room: true }),
    },
  };
}
