import { sql } from 'kysely';
import type { Tx } from '#platform/database/transaction.ts';

/** The row of a case that both locks let through. */
export type CaseRow = {
  readonly case_id: string;
  readonly case_number: string;
  readonly person_id: string;
  readonly agency_code: string;
  readonly worker_id: string;
  readonly worker_name: string;
  readonly opened_at: Date;
  readonly opened_from: string;
  readonly risk_level: 'LOW' | 'MEDIUM' | 'HIGH';
  readonly stage: string;
  readonly assess_by: string | null;
  readonly assessed_at: Date | null;
  readonly reassess_by: string | null;
  readonly state: 'open' | 'closed';
  readonly closed_at: Date | null;
  readonly changed_at: Date;
  readonly changed_key: string;
  readonly due_on: string | null;
  readonly due_kind: 'assessment' | 'reassessment' | 'plan' | 'aftercare';
  readonly version: number;
};

export const caseColumns = sql`
  c.case_id, c.case_number, c.person_id, c.agency_code, c.worker_id, s.name as worker_name, c.opened_at, c.opened_from,
  c.risk_level, c.stage, c.assess_by, c.assessed_at, c.reassess_by, c.state, c.closed_at, c.changed_at,
  c.changed_at::text as changed_key, nullif(c.next_due_on, 'infinity')::text as due_on, c.version,
  case when c.state = 'closed' then 'aftercare'
       when c.assessed_at is null and c.assess_by = c.next_due_on then 'assessment'
       when c.reassess_by = c.next_due_on then 'reassessment'
       else 'plan' end as due_kind`;

/** One case by its id; null when it does not exist for the viewer. A sealed one exists for nobody. */
export async function findCase(tx: Tx, caseId: string): Promise<CaseRow | null> {
  const found = await sql<CaseRow>`
    select ${caseColumns}
      from cases c join staff s on s.city = c.city and s.staff_id = c.worker_id
     where c.city = (select app.city()) and c.case_id = ${caseId} and c.state in ('open', 'closed')`.execute(
    tx,
  );
  return found.rows[0] ?? null;
}

/** The cases of a person and of every record that is the same person, the latest first. */
export async function findCasesOf(tx: Tx, personId: string): Promise<CaseRow[]> {
  const found = await sql<CaseRow>`
    select ${caseColumns}
      from person_alias a
      join cases c on c.city = a.city and c.person_id = a.same_as and c.state in ('open', 'closed')
      join staff s on s.city = c.city and s.staff_id = c.worker_id
     where a.city = (select app.city()) and a.person_id = ${personId}
     order by c.opened_at desc
     limit 20`.execute(tx);
  return found.rows;
}

/** The number of each stage in the city's list, by its code. */
export async function stageNumbers(tx: Tx): Promise<Record<string, number>> {
  const found = await sql<{ code: string; number: number | null }>`
    select code, (extra ->> 'number')::int as number from codes
     where city = (select app.city()) and list = 'case_stage'`.execute(tx);
  return Object.fromEntries(found.rows.map((row) => [row.code, row.number ?? 0]));
}

/** The number of the open case of a person the viewer reaches, whoever keeps it. */
export async function openCaseOf(tx: Tx, personId: string): Promise<string | null> {
  const found = await sql<{ number: string | null }>`select app.open_case_of(${personId}) as number`.execute(
    tx,
  );
  return found.rows[0]?.number ?? null;
}

/** Number and closing day of the last closed case of a person the viewer reaches, whoever kept it. A sealed one is none. */
export async function closedCaseOf(
  tx: Tx,
  personId: string,
): Promise<{ caseNumber: string; closedOn: string } | null> {
  const found = await sql<{ caseNumber: string; closedOn: string }>`
    select case_number as "caseNumber", app.local_date(closed_at)::text as "closedOn"
      from app.closed_case_of(${personId})`.execute(tx);
  return found.rows[0] ?? null;
}

/** Why the risk is what it is: a door of the database opens it to the team of the case, and to nobody else. */
export async function riskReasonOf(tx: Tx, caseId: string): Promise<string> {
  const found = await sql<{ reason: string | null }>`select app.risk_reason_of(${caseId}) as reason`.execute(
    tx,
  );
  return found.rows[0]?.reason ?? '';
}
