import { sql } from 'kysely';
import { abilities, caseStanding, mayActFor, mayDoInCase, revealOfCase } from '#cases/access.ts';
import { type CaseRow, riskReasonOf } from '#cases/queries/find.ts';
import { lineOf } from '#cases/queries/list.ts';
import { listAssessments, listClosures, listNotes, listTeam } from '#cases/queries/parts.ts';
import type { AftercareVisit, CasePage, LooseEnd, PlanLine } from '#cases/schema/reads.ts';
import { disclosePersons, findPersons } from '#persons/queries.ts';
import type { Standing } from '#persons/schema.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';
import type { World } from '#platform/world.ts';

/** Everything of one case that the viewer's standing reveals; `not-found` when it does not exist for the viewer. */
export async function openCasePage(tx: Tx, viewer: Viewer, row: CaseRow, world: World): Promise<CasePage> {
  const [found] = await findPersons(tx, viewer, [row.person_id]);
  const standing = found ? caseStanding(viewer, found.standings) : null;
  if (!found || !standing) throw problem('not-found');
  const { persons } = await disclosePersons(tx, viewer, [found], world);
  const [person] = persons;
  if (!person) throw problem('not-found');
  const sees = revealOfCase(viewer, standing);
  return {
    ...lineOf(viewer, row, { person, standing }),
    standing,
    openedFrom: row.opened_from,
    reassessBy: row.reassess_by,
    ...(sees.texts ? await textsOf(tx, row) : {}),
    ...(sees.plan === 'none'
      ? {}
      : { plan: await planOf(tx, viewer, { row, standing, held: found.standings }) }),
    ...(sees.aftercare === 'none'
      ? {}
      : { aftercare: await visitsOf(tx, viewer, { row, standing, held: found.standings }) }),
    abilities: abilitiesIn(viewer, found.standings),
  };
}

function abilitiesIn(viewer: Viewer, held: readonly Standing[]): string[] {
  const names = Object.keys(abilities) as (keyof typeof abilities)[];
  return names.filter((name) => mayDoInCase(viewer, held, name));
}

async function textsOf(tx: Tx, row: CaseRow) {
  return {
    riskReason: await riskReasonOf(tx, row.case_id),
    team: await listTeam(tx, row.case_id),
    assessments: await listAssessments(tx, row.case_id),
    notes: await listNotes(tx, row.case_id),
    closures: await listClosures(tx, row.case_id),
    looseEnds: await listLooseEnds(tx, row.case_id),
  };
}

/** What still waits for somebody: open plan lines, referrals under way, an agency that holds the child. */
export async function listLooseEnds(tx: Tx, caseId: string): Promise<LooseEnd[]> {
  const found = await sql<{ kind: LooseEnd['kind']; id: string; agency_code: string | null; at: Date }>`
    select kind, id, agency_code, at from case_loose_ends
     where city = (select app.city()) and case_id = ${caseId}
     order by at
     limit 100`.execute(tx);
  return found.rows.map((row) => ({
    kind: row.kind,
    id: row.id,
    agencyCode: row.agency_code,
    at: row.at.toISOString(),
  }));
}

type PlanRow = Omit<PlanLine, 'recordedAt' | 'doneAt' | 'mayEnd'> & {
  recordedAt: Date;
  doneAt: Date | null;
};
type Asked = { readonly row: CaseRow; readonly standing: Standing; readonly held: readonly Standing[] };

async function planOf(tx: Tx, viewer: Viewer, { row, standing, held }: Asked): Promise<PlanLine[]> {
  const own = revealOfCase(viewer, standing).plan === 'own';
  const found = await sql<PlanRow>`
    select plan_line_id as "planLineId", goal, service_code as "serviceCode", agency_code as "agencyCode", area_code as "areaCode",
           due_on as "dueOn", recorded_at as "recordedAt", state, result, done_at as "doneAt", version
      from plan_lines
     where city = (select app.city()) and case_id = ${row.case_id}
       and (not ${own} or agency_code = (select app.viewer_agency()))
     order by (state = 'open') desc, due_on, plan_line_id
     limit 100`.execute(tx);
  const mayEnd = row.state === 'open' && mayDoInCase(viewer, held, 'endPlanLine');
  return found.rows.map((line) => ({
    ...line,
    recordedAt: line.recordedAt.toISOString(),
    doneAt: line.doneAt?.toISOString() ?? null,
    mayEnd: mayEnd && line.state === 'open' && mayActFor(viewer, held, line.agencyCode),
  }));
}

type VisitRow = Omit<AftercareVisit, 'doneAt' | 'mayRecord'> & { doneAt: Date | null };

async function visitsOf(tx: Tx, viewer: Viewer, { row, standing, held }: Asked): Promise<AftercareVisit[]> {
  const own = revealOfCase(viewer, standing).aftercare === 'own';
  const found = await sql<VisitRow>`
    select visit_id as "visitId", month_no as month, due_on as "dueOn", agency_code as "agencyCode", done_at as "doneAt", result,
           still_there as "stillThere", finding
      from aftercare_visits
     where city = (select app.city()) and case_id = ${row.case_id}
       and (not ${own} or agency_code = (select app.viewer_agency()))
     order by due_on
     limit 60`.execute(tx);
  const may = mayDoInCase(viewer, held, 'visit');
  return found.rows.map((visit) => ({
    ...visit,
    doneAt: visit.doneAt?.toISOString() ?? null,
    mayRecord: may && visit.doneAt === null && mayActFor(viewer, held, visit.agencyCode),
  }));
}
