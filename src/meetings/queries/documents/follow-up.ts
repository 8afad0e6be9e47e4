// The matrix of what follows from a meeting (RTL): its own actions, and those that it had before it from earlier ones.
import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import { letterWords as words } from '#meetings/messages/letter-words.ts';
import { present } from '#meetings/queries/documents/invitation.ts';
import type { PaperMeeting } from '#meetings/queries/documents/meeting.ts';
import type { Writing, Written } from '#meetings/queries/documents/writers.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { type Locale, say, type Text } from '#platform/messages.ts';
import { paperDate, paperDay } from '#platform/print/dates.ts';
import { signatureOf } from '#platform/typeset/sheet.ts';

/** One action, in the words of the matrix. */
export type MatrixRow = {
  readonly decision: number;
  readonly issue: string;
  readonly decided: string;
  readonly what: string;
  readonly output: string;
  readonly target: string;
  readonly responsible: string;
  readonly supporters: string;
  readonly place: string;
  readonly startsOn: string | null;
  readonly dueOn: string;
  readonly funds: string;
  readonly state: 'not_started' | 'in_progress' | 'done' | 'stuck' | 'cancelled';
  readonly progress: number;
  readonly obstacle: string;
  readonly evidence: string;
  readonly carried: string | null;
};

/** The adopted actions of a meeting and those carried over to it, in the order of decisions. */
export async function listMatrix(tx: Tx, meetingId: string, locale: Locale): Promise<MatrixRow[]> {
  const found = await sql<MatrixRow>`
    select d.number as decision, d.issue, d.decision as decided, a.what, a.output, a.target, n.name as responsible,
           coalesce((select string_agg(case when ${locale} = 'id' then g.name_id else g.name_en end, ', ' order by g.name_id)
              from action_supporters u join agencies g on g.city = u.city and g.agency_code = u.agency_code
             where u.city = a.city and u.action_id = a.action_id), '') as supporters,
           concat_ws(', ', nullif(a.place, ''), r.name) as place, a.starts_on::text as "startsOn", a.due_on::text as "dueOn", a.funds,
           a.state, a.progress, a.obstacle,
           coalesce((select string_agg(f.title, ', ' order by f.kept_at) from files f
             where f.city = a.city and f.on_kind = 'action' and f.on_id = a.action_id), '') as evidence,
           case when d.meeting_id <> ${meetingId} then (select to_char(app.local_date(o.starts_at), 'YYYY-MM-DD') from meetings o
             where o.city = d.city and o.meeting_id = d.meeting_id) end as carried
      from actions a
      join decisions d on d.city = a.city and d.decision_id = a.decision_id
      left join areas r on r.area_code = a.area_code
      join lateral (select case when ${locale} = 'id' then g.name_id else g.name_en end as name from agencies g
             where g.city = a.city and g.agency_code = a.responsible_agency) n on true
     where a.city = (select app.city()) and a.adopted and d.state = 'adopted'
       and (d.meeting_id = ${meetingId} or exists (select 1 from carried_actions c
             where c.city = a.city and c.meeting_id = ${meetingId} and c.action_id = a.action_id))
     order by (d.meeting_id <> ${meetingId}), d.adopted_at, d.number, a.number`.execute(tx);
  return found.rows;
}

const columns = [
  { head: words.no, width: 0, wide: 5 },
  { head: words.issue, width: 5, wide: 30 },
  { head: words.plan, width: 6, wide: 38 },
  { head: words.output, width: 4, wide: 24 },
  { head: words.responsible, width: 4, wide: 22 },
  { head: words.supporters, width: 4, wide: 22 },
  { head: words.location, width: 3, wide: 18 },
  { head: words.period, width: 3, wide: 20 },
  { head: words.funds, width: 2.5, wide: 16 },
  { head: words.status, width: 2.5, wide: 14 },
  { head: words.realised, width: 0, wide: 10 },
  { head: words.obstacle, width: 3.5, wide: 26 },
  { head: words.evidence, width: 3, wide: 22 },
  { head: words.remark, width: 3.2, wide: 18 },
] as const;

function cellsOf(row: MatrixRow, at: number, locale: Locale): string[] {
  const t = (text: Text, values?: Record<string, string>) => say(text, locale, values);
  const due = paperDay(row.dueOn, locale);
  return [
    `${at + 1}`,
    row.issue,
    `${row.decided} → ${row.what}`,
    [row.output, row.target].filter(Boolean).join(': '),
    row.responsible,
    row.supporters,
    row.place,
    row.startsOn ? t(words.until, { from: paperDay(row.startsOn, locale), to: due }) : due,
    row.funds,
    t(words[row.state]),
    `${row.progress}%`,
    row.obstacle,
    row.evidence,
    row.carried ? t(words.carried, { day: paperDay(row.carried, locale) }) : '',
  ];
}

/** The matrix on paper. */
export async function writeFollowUp(tx: Tx, it: Writing): Promise<Written> {
  const { locale } = it.wall;
  const t = (text: Text) => say(text, locale);
  const rows = await listMatrix(tx, it.meeting.meetingId, locale);
  return {
    template: 'meetings/letters/follow-up.typ',
    letter: {
      title: t(words.followUpTitle),
      number: it.number,
      facts: present([
        [t(words.event), it.meeting.title],
        [t(words.day), paperDate(it.meeting.startsAt, it.wall)],
      ]),
      heads: columns.map(({ head }) => t(head)),
      widths: columns.map(({ width }) => width),
      rows: rows.map((row, at) => cellsOf(row, at, locale)),
      signature: signatureOf(it.signatory, `${it.place}, ${paperDay(it.day, locale)}`, { room: true }),
    },
  };
}

/** The matrix as a workbook, for who works on with it. Every cell is text: nothing typed can become a formula. */
export async function matrixBook(
  tx: Tx,
  meeting: PaperMeeting,
  { locale, mark, made }: { readonly locale: Locale; readonly mark: string; readonly made: Date },
): Promise<Buffer> {
  const t = (text: Text) => say(text, locale);
  const book = new ExcelJS.Workbook();
  book.created = made;
  book.modified = made;
  const sheet = book.addWorksheet('RTL', {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = columns.map(({ wide }) => ({
    width: wide,
    style: { alignment: { wrapText: true, vertical: 'top' } },
  }));
  sheet.addRow([`${t(words.followUpTitle)}: ${meeting.title}`]).font = { bold: true };
  sheet.addRow([mark]);
  sheet.addRow(columns.map(({ head }) => t(head))).font = { bold: true };
  const rows = await listMatrix(tx, meeting.meetingId, locale);
  for (const [at, row] of rows.entries()) sheet.addRow(cellsOf(row, at, locale));
  for (const at of [1, 2]) sheet.getRow(at).alignment = { wrapText: false };
  sheet.views = [{ state: 'frozen', ySplit: 3 }];
  sheet.autoFilter = { from: { row: 3, column: 1 }, to: { row: 3, column: columns.length } };
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** How many adopted actions a meeting has before it. */
export async function countMatrix(tx: Tx, meetingId: string): Promise<number> {
  return (await listMatrix(tx, meetingId, 'id')).length;
}
