import { sql } from 'kysely';
import { caseStanding, revealOfCase } from '#cases/access.ts';
import { type CaseRow, caseColumns } from '#cases/queries/find.ts';
import type { CaseLine, Order, Scope } from '#cases/schema/reads.ts';
import { disclosePersons, findPersons } from '#persons/queries.ts';
import type { Person, Standing } from '#persons/schema.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import type { World } from '#platform/world.ts';

export type ListQuestion = {
  readonly scope: Scope;
  readonly state: 'open' | 'closed';
  readonly order: Order;
  readonly workerId: string | undefined;
  readonly dueUntil: string | undefined;
  readonly after: { readonly at: string; readonly caseId: string } | null;
};

const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const firstId = '00000000-0000-0000-0000-000000000000';

// Whose cases: each of the first three is one index, so that the thousandth page costs what the first does. What is
// shared with the viewer (team of a colleague's case, custody, referral, task, broken glass) is a small set.
function inScope(viewer: Viewer, scope: Scope) {
  if (scope === 'mine') return sql`c.worker_id = (select app.viewer_staff())`;
  if (scope === 'unit') return sql`c.agency_code = (select app.viewer_agency())`;
  if (scope === 'city') return sql`true`;
  return sql`c.worker_id <> (select app.viewer_staff()) and (
    c.person_id in (select x.person_id from ${viewer.lock.personStanding} x
      where x.city = (select app.city()) and x.standing in ('breakGlass', 'custodian', 'referredAgency', 'areaDesk'))
    or c.case_id in (select w.case_id from case_workers w
      where w.city = (select app.city()) and w.staff_id = (select app.viewer_staff()) and w.to_at is null))`;
}

/** The rows of a page of cases, by what is due first or what changed last. */
export async function listCases(tx: Tx, viewer: Viewer, it: ListQuestion): Promise<CaseRow[]> {
  const byDue = it.order === 'due';
  const after = byDue
    ? sql`(c.next_due_on, c.case_id) > (${it.after?.at ?? '-infinity'}::date, ${it.after?.caseId ?? firstId}::uuid)`
    : sql`(c.changed_at, c.case_id) < (${it.after?.at ?? 'infinity'}::timestamptz, ${it.after?.caseId ?? lastId}::uuid)`;
  const inOrder = byDue ? sql`c.next_due_on, c.case_id` : sql`c.changed_at desc, c.case_id desc`;
  const found = await sql<CaseRow>`
    select ${caseColumns}
      from cases c join staff s on s.city = c.city and s.staff_id = c.worker_id
     where c.city = (select app.city()) and c.state = ${it.state}
       and ${inScope(viewer, it.scope)}
       and ${it.workerId ? sql`c.worker_id = ${it.workerId}` : sql`true`}
       and ${it.dueUntil ? sql`c.next_due_on <= ${it.dueUntil}::date` : sql`true`}
       and ${after}
     order by ${inOrder}
     limit 51`.execute(tx);
  return found.rows;
}

/** The cursor of a row in an order. */
export function cursorOf(order: Order, row: CaseRow): { at: string; caseId: string } {
  return { at: order === 'due' ? (row.due_on ?? 'infinity') : row.changed_key, caseId: row.case_id };
}

/** Case rows as this viewer may know them; a case whose person does not exist for the viewer is left out. */
export async function discloseCases(tx: Tx, viewer: Viewer, rows: readonly CaseRow[], world: World) {
  const found = await findPersons(tx, viewer, [...new Set(rows.map((row) => row.person_id))]);
  const { persons, shown } = await disclosePersons(tx, viewer, found, world);
  const people = new Map(persons.map((person) => [person.personId, person]));
  const standings = new Map(found.map((row) => [row.person_id, caseStanding(viewer, row.standings)]));
  const lines = rows.flatMap((row): CaseLine[] => {
    const person = people.get(row.person_id);
    const standing = standings.get(row.person_id);
    return person && standing ? [lineOf(viewer, row, { person, standing })] : [];
  });
  return { lines, shown };
}

/** What everybody with a standing sees of a case, and no sentence. */
export function lineOf(
  viewer: Viewer,
  row: CaseRow,
  { person, standing }: { person: Person; standing: Standing },
): CaseLine {
  const sees = revealOfCase(viewer, standing);
  return {
    caseId: row.case_id,
    caseNumber: row.case_number,
    person,
    state: row.state,
    stage: row.stage,
    openedAt: row.opened_at.toISOString(),
    assessBy: row.assess_by,
    assessedAt: row.assessed_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    changedAt: row.changed_at.toISOString(),
    agencyCode: row.agency_code,
    version: row.version,
    due: row.due_on ? { kind: row.due_kind, on: row.due_on } : null,
    ...(sees.risk ? { riskLevel: row.risk_level } : {}),
    ...(sees.worker ? { worker: { staffId: row.worker_id, name: row.worker_name } } : {}),
  };
}
