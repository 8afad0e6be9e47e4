import { type RawBuilder, sql } from 'kysely';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import type { TodayKind } from '#today/schema/today.ts';

/** Something that needs the viewer, as a source found it; whom it is about is disclosed afterwards, for all at once. */
export type Found = {
  readonly kind: TodayKind;
  readonly id: string;
  readonly at: Date;
  readonly since: Date;
  readonly due_at: Date | null;
  readonly due_on: string | null;
  readonly paused: boolean;
  readonly person_id: string | null;
  readonly case_id: string | null;
  readonly case_number: string | null;
  readonly agency_code: string | null;
  readonly staff: string | null;
  readonly code: string | null;
  readonly text: string | null;
  readonly count: number | null;
};

/** What is asked of every source: what is ordered after the last row shown, as of a moment. */
export type Ask = {
  readonly now: Date;
  /** Steps due later than this can wait. */
  readonly until: Date;
  readonly after: { readonly at: string; readonly key: string } | null;
  /** How many are read at most. */
  readonly most: number;
};

/** One source of work: a short statement over the rows that are the viewer's own. */
export type Source = (viewer: Viewer, ask: Ask) => RawBuilder<unknown>;

const columns = [
  'since',
  'due_at',
  'due_on',
  'paused',
  'person_id',
  'case_id',
  'case_number',
  'agency_code',
  'staff',
  'code',
  'text',
  'count',
] as const;
type Column = (typeof columns)[number];
const types = {
  since: 'timestamptz',
  due_at: 'timestamptz',
  due_on: 'date',
  paused: 'boolean',
  person_id: 'uuid',
  case_id: 'uuid',
  case_number: 'text',
  agency_code: 'text',
  staff: 'text',
  code: 'text',
  text: 'text',
  count: 'int',
} satisfies Record<Column, string>;

/** The columns of a Found, in order; what a source does not know is null. `at` is cut to what a cursor can carry. */
export function found(
  id: RawBuilder<unknown>,
  at: RawBuilder<unknown>,
  its: Partial<Record<Column, RawBuilder<unknown>>>,
) {
  const rest = columns.map(
    (name) => sql`(${its[name] ?? sql`null`})::${sql.raw(types[name])} as ${sql.id(name)}`,
  );
  return sql`${id}::text as id, date_trunc('milliseconds', ${at}) as at, ${sql.join(rest)}`;
}

/** The end of a day in the city: a limit that is a day runs out with it. */
export function endOf(day: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`((${day} + 1)::timestamp at time zone (select app.time_zone()))`;
}

/** When something without a limit is looked at: a day after it was raised. */
export function patience(raised: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(${raised} + interval '24 hours')`;
}

/** A paused clock stands behind every running one. */
export const standsStill = sql`'9000-01-01'::timestamptz`;

/** Reads one source in the order of its clock, as many as are asked for. */
export async function readSource(
  tx: Tx,
  { kind, source, viewer, ask }: { kind: TodayKind; source: Source; viewer: Viewer; ask: Ask },
): Promise<Found[]> {
  const read = await sql<Omit<Found, 'kind'>>`
    select x.*
      from (${source(viewer, ask)}) x
     where (x.at, ${`${kind}:`}::text || x.id) > (${ask.after?.at ?? '-infinity'}::timestamptz, ${ask.after?.key ?? ''}::text)
     order by x.at, x.id
     limit ${ask.most}`.execute(tx);
  return read.rows.map((row) => ({ kind, ...row, paused: row.paused ?? false }));
}
