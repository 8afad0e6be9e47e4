// Daftar hadir, and the list of who is invited: the two papers with names in them.
import { sql } from 'kysely';
import { letterWords as words } from '#meetings/messages/letter-words.ts';
import { present, spanOf } from '#meetings/queries/documents/invitation.ts';
import type { Writing, Written } from '#meetings/queries/documents/writers.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { say, type Text } from '#platform/messages.ts';
import { paperDate, paperDay } from '#platform/print/dates.ts';
import { signatureOf } from '#platform/typeset/sheet.ts';

const template = 'meetings/letters/roll.typ';

type Came = { name: string; office: string; body: string; contact: string; signature: Buffer | null };

/** Who came, and who of the invited is on the list when nobody has come yet: for ink. */
export async function writeAttendance(tx: Tx, it: Writing): Promise<Written> {
  const t = (text: Text, values?: Record<string, string | number>) => say(text, it.wall.locale, values);
  const came = await listCame(tx, it.meeting.meetingId);
  const rows: Came[] = came.length > 0 ? came : await expected(tx, it);
  const invited = await countInvited(tx, it.meeting.meetingId);
  return {
    template,
    letter: {
      title: t(words.attendanceTitle),
      number: it.number,
      facts: factsOf(it),
      heads: [words.no, words.name, words.office, words.body, words.contact, words.signature].map((head) =>
        t(head),
      ),
      widths: [0, 4, 4, 4, 3, 3],
      ink: true,
      signed: t(words.signature),
      rows: rows.map(({ signature, ...row }, at) => ({
        cells: [`${at + 1}`, row.name, row.office, row.body, row.contact],
        signature: signature ? drawn(signature) : '',
      })),
      after: came.length > 0 ? [t(words.cameOf, { came: came.length, invited })] : [],
      signature: signatureOf(it.signatory, placeDay(it), { room: true }),
    },
  };
}

/** Who is invited, with the answer of each. */
export async function writeInvitedList(tx: Tx, it: Writing): Promise<Written> {
  const t = (text: Text, values?: Record<string, string | number>) => say(text, it.wall.locale, values);
  const { locale } = it.wall;
  const found = await sql<{ office: string; name: string; body: string; state: Answer; delegate: string }>`
    select i.office, i.name, coalesce(case when ${locale} = 'id' then a.name_id else a.name_en end, '') as body, i.state,
           concat_ws(', ', nullif(i.delegate_name, ''), nullif(i.delegate_office, '')) as delegate
      from invitations i
      left join agencies a on a.city = i.city and a.agency_code = i.agency_code
     where i.city = (select app.city()) and i.meeting_id = ${it.meeting.meetingId} and i.withdrawn_at is null
     order by i.number`.execute(tx);
  return {
    template,
    letter: {
      title: t(words.invitedTitle),
      number: '',
      facts: factsOf(it),
      heads: [words.no, words.office, words.body, words.name, words.answer].map((head) => t(head)),
      widths: [0, 5, 4, 4, 3],
      ink: false,
      signed: '',
      rows: found.rows.map((row, at) => ({
        cells: [
          `${at + 1}`,
          row.office,
          row.body,
          row.name,
          [t(words[row.state]), row.delegate].filter(Boolean).join(': '),
        ],
        signature: '',
      })),
      after: [],
      signature: null,
    },
  };
}

type Answer = 'invited' | 'coming' | 'delegated' | 'declined';

function factsOf({ meeting, wall }: Writing): (readonly [string, string])[] {
  const t = (text: Text) => say(text, wall.locale);
  return present([
    [t(words.event), meeting.title],
    [t(words.day), paperDate(meeting.startsAt, wall)],
    [t(words.time), spanOf(meeting, wall)],
    [t(words.place), meeting.place],
  ]);
}

function placeDay({ place, day, wall }: Writing): string {
  return `${place}, ${paperDay(day, wall.locale)}`;
}

async function listCame(tx: Tx, meetingId: string): Promise<Came[]> {
  const found = await sql<Came>`
    select name, office, body, contact, signature
      from attendances
     where city = (select app.city()) and meeting_id = ${meetingId}
     order by arrived_at, attendance_id`.execute(tx);
  return found.rows;
}

async function expected(tx: Tx, { meeting, wall }: Writing): Promise<Came[]> {
  const found = await sql<Came>`
    select i.name, i.office, coalesce(case when ${wall.locale} = 'id' then a.name_id else a.name_en end, '') as body,
           '' as contact, null as signature
      from invitations i
      left join agencies a on a.city = i.city and a.agency_code = i.agency_code
     where i.city = (select app.city()) and i.meeting_id = ${meeting.meetingId} and i.withdrawn_at is null
     order by i.number`.execute(tx);
  return found.rows;
}

async function countInvited(tx: Tx, meetingId: string): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from invitations
     where city = (select app.city()) and meeting_id = ${meetingId} and withdrawn_at is null`.execute(tx);
  return found.rows[0]?.n ?? 0;
}

/** How many people the list of who came names; before anybody came, that of who is invited. */
export async function namesInAttendance(tx: Tx, meetingId: string): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from attendances where city = (select app.city()) and meeting_id = ${meetingId}`.execute(
    tx,
  );
  return found.rows[0]?.n || namesInvited(tx, meetingId);
}

/** How many people the invitations name, delegates among them; an office is no person. */
export async function namesInvited(tx: Tx, meetingId: string): Promise<number> {
  const found = await sql<{ n: number }>`
    select (count(*) filter (where name <> '') + count(*) filter (where delegate_name <> ''))::int as n
      from invitations
     where city = (select app.city()) and meeting_id = ${meetingId} and withdrawn_at is null`.execute(tx);
  return found.rows[0]?.n ?? 0;
}

// A drawn signature is a PNG; what is set takes it inside an SVG.
function drawn(png: Buffer): string {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const data = `data:image/png;base64,${png.toString('base64')}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><image href="${data}" width="${width}" height="${height}"/></svg>`;
}
