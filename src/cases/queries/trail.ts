import { sql } from 'kysely';
import type { CaseRow } from '#cases/queries/find.ts';
import type { Happening, Looked } from '#cases/schema/reads.ts';
import type { Tx } from '#platform/database/transaction.ts';

type LookedRow = {
  audit_id: string;
  at: Date;
  name: string | null;
  agencyCode: string | null;
  role: string;
  act: string;
};

/** Who saw or changed anything of the child of a case, the latest first. */
export async function listWhoLooked(
  tx: Tx,
  personId: string,
  before: string | null,
): Promise<(Looked & { readonly key: string })[]> {
  const found = await sql<LookedRow>`
    select l.audit_id, l.recorded_at as at, s.name, l.agency_code as "agencyCode", l.role, l.act
      from app.who_looked(${personId}, ${before ?? '9223372036854775807'}::bigint, 51) l
      left join staff s on s.city = (select app.city()) and s.staff_id = l.staff_id
     order by l.audit_id desc`.execute(tx);
  return found.rows.map((row) => ({
    key: String(row.audit_id),
    at: row.at.toISOString(),
    name: row.name,
    agencyCode: row.agencyCode,
    role: row.role,
    act: row.act,
  }));
}

type HistoryRow = {
  table_name: 'cases' | 'plan_lines';
  row_key: string;
  changed_at: Date;
  by: string | null;
  was: Record<string, unknown>;
  became: Record<string, unknown>;
};

const shownFields = {
  cases: {
    risk_level: 'riskLevel',
    risk_reason: 'riskReason',
    stage: 'stage',
    state: 'state',
    worker_name: 'worker',
  },
  plan_lines: {
    goal: 'goal',
    service_code: 'serviceCode',
    agency_code: 'agencyCode',
    area_code: 'areaCode',
    due_on: 'dueOn',
    state: 'state',
    result: 'result',
  },
} satisfies Record<HistoryRow['table_name'], Record<string, string>>;

/** The last fifty changes of a case and its plan: what stood there before, and only what was changed. */
export async function listHistory(tx: Tx, row: CaseRow): Promise<Happening[]> {
  const found = await sql<HistoryRow>`
    with versions as (
      select h.history_id, h.table_name, h.row_key, h.changed_at, h.staff_id,
             h.was || jsonb_build_object('worker_name', (select s.name from staff s where s.city = h.city and s.staff_id = (h.was ->> 'worker_id')::uuid)) as was
        from history h
       where h.city = (select app.city())
         and ((h.table_name = 'cases' and h.row_key = ${row.case_id}::text)
           or (h.table_name = 'plan_lines' and h.row_key in (select l.plan_line_id::text from plan_lines l
                 where l.city = (select app.city()) and l.case_id = ${row.case_id}))))
    select v.table_name, v.row_key, v.changed_at, s.name as by, v.was,
           coalesce(lead(v.was) over (partition by v.table_name, v.row_key order by v.history_id),
             case v.table_name
               when 'cases' then (select jsonb_build_object('risk_level', c.risk_level, 'risk_reason', app.risk_reason_of(c.case_id), 'stage', c.stage, 'state', c.state, 'worker_name', w.name) from cases c
                 join staff w on w.city = c.city and w.staff_id = c.worker_id
                 where c.city = (select app.city()) and c.case_id = ${row.case_id})
               else (select to_jsonb(l) from plan_lines l where l.city = (select app.city()) and l.plan_line_id = v.row_key::uuid) end) as became
      from versions v
      left join staff s on s.city = (select app.city()) and s.staff_id = v.staff_id
     order by v.history_id desc
     limit 50`.execute(tx);
  return found.rows.flatMap((it) => {
    const was = whatChanged(it);
    if (Object.keys(was).length === 0) return [];
    return [
      {
        at: it.changed_at.toISOString(),
        by: it.by,
        what: it.table_name === 'cases' ? 'case' : 'plan_line',
        id: it.row_key,
        was,
      },
    ];
  });
}

function whatChanged(it: HistoryRow): Record<string, string> {
  const fields: Record<string, string> = shownFields[it.table_name];
  return Object.fromEntries(
    Object.entries(fields).flatMap(([column, name]) => {
      const before = it.was[column] ?? '';
      return before === (it.became?.[column] ?? '') ? [] : [[name, String(before)]];
    }),
  );
}
