import { sql } from 'kysely';
import type { OperationReport, ReportedCounts } from '#operations/schema/reported.ts';
import type { Tx } from '#platform/database/transaction.ts';

type ReportRow = {
  operation_id: string;
  day: string;
  source: string;
  path: string[];
  reported: Record<string, unknown>;
  original: { place?: { text?: string }; legalBasis?: string[] };
  flags: string[];
  placeholders: number;
  imported_at: Date;
};

/** What a source reported of an operation; null when it was not reported but run here. */
export async function findReport(tx: Tx, operationId: string): Promise<OperationReport | null> {
  const found = await sql<ReportRow>`
    select r.operation_id, app.local_date(o.planned_from) as day, r.source, r.path, r.reported, r.original, r.flags, r.imported_at,
           (select count(*)::int from encounters e where e.city = r.city and e.operation_id = r.operation_id and e.from_report) as placeholders
      from operation_reports r join operations o using (city, operation_id)
     where r.city = (select app.city()) and r.operation_id = ${operationId}`.execute(tx);
  const row = found.rows[0];
  if (!row) return null;
  return {
    operationId: row.operation_id,
    day: row.day,
    source: row.source,
    path: row.path,
    reported: row.reported,
    place: row.original.place?.text ?? '',
    legalBasis: row.original.legalBasis ?? [],
    flags: row.flags,
    placeholders: row.placeholders,
    importedAt: row.imported_at.toISOString(),
  };
}

export type ReportedInPeriod = {
  readonly month: string;
  readonly kind: string;
  readonly areaCode: string | null;
  readonly reported: ReportedCounts;
  readonly flagged: boolean;
};

/** The reported operations of a stretch of days; `areaCode` where the source names one place only. */
export async function listReported(tx: Tx, from: string, to: string): Promise<ReportedInPeriod[]> {
  const found = await sql<ReportedInPeriod>`
    select i.month, i.kind, i.area_code as "areaCode", i.reported, cardinality(i.flags) > 0 as flagged
      from indicator_reported i
     where i.city = (select app.city()) and i.month >= ${from}::date and i.month < ${to}::date
     order by i.month
     limit 1000`.execute(tx);
  return found.rows;
}
