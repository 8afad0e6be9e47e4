import { sql } from 'kysely';
import type { Cut } from '#indicators/queries/met.ts';
import { listReported } from '#operations/queries/reported.ts';
import { type ReportedFigures, reportedFigures } from '#operations/rules/reported.ts';
import type { Tx } from '#platform/database/transaction.ts';

export type Reported = ReportedFigures & {
  readonly month: string;
  readonly approach: string;
  readonly areaCode: string | null;
  readonly flagged: boolean;
  /** Of the age class that is looked at. */
  readonly ofClass: number;
};

/** The operations that were only reported, within a place and an approach, with their counts as reported. */
export async function reportedIn(
  tx: Tx,
  cut: Cut,
  { from, to }: { from: string; to: string },
): Promise<Reported[]> {
  const rows = await listReported(tx, from, to);
  if (rows.length === 0) return [];
  const kinds = await sql<{ code: string; approach: string | null }>`
    select code, extra ->> 'approach' as approach from codes where city = (select app.city()) and list = 'operation_kind'`.execute(
    tx,
  );
  const approachOf = new Map(kinds.rows.map((row) => [row.code, row.approach ?? '']));
  return rows
    .map((row) => {
      const figures = reportedFigures(row.reported);
      const knownClass = figures.byClass[cut.ageClass] === figures.total;
      return {
        ...figures,
        // Of a mixed group the source does not say which of them did what.
        byActivity: knownClass ? figures.byActivity : {},
        month: row.month,
        approach: approachOf.get(row.kind) ?? '',
        areaCode: row.areaCode,
        flagged: row.flagged,
        ofClass: figures.byClass[cut.ageClass],
      };
    })
    .filter((one) => cut.approach === null || one.approach === cut.approach)
    .filter((one) => cut.place.length < 8 || (one.areaCode ?? '').startsWith(cut.place));
}

/** The first day of which there is anything to count: an encounter, or an operation that was only reported. */
export async function readFirstDay(tx: Tx): Promise<string | null> {
  const found = await sql<{ day: string | null }>`
    select least(app.figures_begin(), (
      select app.local_date(o.planned_from) from operations o
       where o.city = (select app.city()) and o.state = 'reported' order by o.planned_from limit 1))::text as day`.execute(
    tx,
  );
  return found.rows[0]?.day ?? null;
}
