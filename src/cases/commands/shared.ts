import '#cases/commands/problems.ts';
import { type RawBuilder, sql } from 'kysely';
import { type CaseAbility, requireInCase } from '#cases/access.ts';
import { type CaseRow, findCase, stageNumbers } from '#cases/queries/find.ts';
import { laterStage } from '#cases/rules.ts';
import type { Versions } from '#cases/schema/acts.ts';
import { standingsTowards } from '#persons/queries.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';

/** The case, taken for writing, when the viewer may do this in it; refuses otherwise. */
export async function takeCase(
  tx: Tx,
  viewer: Viewer,
  { caseId, ability }: { caseId: string; ability: CaseAbility },
): Promise<CaseRow> {
  const seen = await findCase(tx, caseId);
  if (!seen) throw problem('not-found');
  requireInCase(viewer, await standingsTowards(tx, viewer, seen.person_id), ability);
  const locked = await sql<{ version: number }>`
    select version from cases where city = (select app.city()) and case_id = ${caseId} for no key update`.execute(
    tx,
  );
  const row = locked.rows.length > 0 ? await findCase(tx, caseId) : null;
  if (!row) throw problem('not-found');
  return row;
}

/** The ids that every change of a case answers with. */
export function idsOf(row: CaseRow): { caseId: string; personId: string } {
  return { caseId: row.case_id, personId: row.person_id };
}

/** The same for work that only an open case takes. */
export async function takeOpenCase(
  tx: Tx,
  viewer: Viewer,
  asked: { caseId: string; ability: CaseAbility },
): Promise<CaseRow> {
  const row = await takeCase(tx, viewer, asked);
  if (row.state !== 'open') throw problem('case-not-open');
  return row;
}

/** Changes the case itself: a new version, whose predecessor goes into the history. */
export async function changeCase(tx: Tx, row: CaseRow, set: RawBuilder<unknown>): Promise<number> {
  await sql`
    update cases set ${set}, version = version + 1, changed_at = now()
     where city = (select app.city()) and case_id = ${row.case_id}`.execute(tx);
  return row.version + 1;
}

/** Something was written beside the case: it moves up in the list by last change, and keeps its version. */
export async function touchCase(tx: Tx, row: CaseRow): Promise<number> {
  await sql`
    update cases set changed_at = now()
     where city = (select app.city()) and case_id = ${row.case_id}`.execute(tx);
  return row.version;
}

/** Moves the case on to a stage that an act brings about, unless it is further on already. */
export async function moveOn(tx: Tx, row: CaseRow, stage: string): Promise<number> {
  const later = laterStage(row.stage, stage, await stageNumbers(tx));
  return later === row.stage ? touchCase(tx, row) : changeCase(tx, row, sql`stage = ${later}`);
}

/** Whether the writer had an older version before them than the one that is stored. */
export function isOlder(basedOn: string | number | null, version: number): boolean {
  return basedOn !== null && Number(basedOn) !== version;
}

/** The fields in which two versions differ. */
export function differing(
  stored: Readonly<Record<string, string | null | undefined>>,
  typed: Readonly<Record<string, string | null | undefined>>,
): Versions['fields'] {
  return Object.keys(typed).flatMap((field) => {
    const one = { field, stored: stored[field] ?? '', typed: typed[field] ?? '' };
    return one.stored === one.typed ? [] : [one];
  });
}

/** Who changed a case or plan line last, and when. */
export async function lastChange(
  tx: Tx,
  { table, key }: { table: 'cases' | 'plan_lines'; key: string },
): Promise<{ by: string | null; at: string | null }> {
  const found = await sql<{ by: string | null; at: Date }>`
    select s.name as by, h.changed_at as at
      from history h left join staff s on s.city = h.city and s.staff_id = h.staff_id
     where h.city = (select app.city()) and h.table_name = ${table} and h.row_key = ${key}
     order by h.history_id desc
     limit 1`.execute(tx);
  const row = found.rows[0];
  return { by: row?.by ?? null, at: row?.at.toISOString() ?? null };
}

/** Refuses a code that is not in its list on a day; the problem is tied to the list's field. */
export async function requireCode(
  tx: Tx,
  list: string,
  { code, day }: { code: string; day: string },
): Promise<void> {
  await sql`select app.check_code(${list}, ${code}, ${day}::date)`.execute(tx);
}

/** What a code says beside its words; empty for one that is not in the list. */
export async function extraOf(tx: Tx, list: string, code: string): Promise<Record<string, unknown>> {
  const found = await sql<{ extra: Record<string, unknown> }>`
    select extra from codes where city = (select app.city()) and list = ${list} and code = ${code}`.execute(
    tx,
  );
  return found.rows[0]?.extra ?? {};
}
