import '#cases/commands/problems.ts';
import { sql } from 'kysely';
import { Type } from 'typebox';
import { numberSetting } from '#areas/queries.ts';
import { mayDoInCase } from '#cases/access.ts';
import { BreakGlass, ReviewBreakGlass } from '#cases/schema/acts.ts';
import { standingsTowards } from '#persons/queries.ts';
import { command } from '#platform/commands.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';
import { uuidv7 } from '#platform/uuid.ts';

const longestHours = 4;

/** Opens a child without a standing, in an emergency: with a reason, for a few hours, told to its worker and reviewed. */
export const breakGlass = command({
  name: 'cases/break-glass',
  summary: 'Open a child without a standing in an emergency',
  may: ['social_worker', 'supervisor'],
  input: BreakGlass,
  result: Type.Object({ breakId: Type.String(), personId: Type.String(), until: Type.String() }),
  audit: (_input, result) => ({
    act: 'glass.broken',
    on: { kind: 'break_glass', id: result.breakId },
    persons: [result.personId],
    detail: { until: result.until },
  }),
  run: async (tx, viewer, input) => {
    const personId = await personBehind(tx, input);
    if (!personId) throw problem('not-found', { field: input.caseNumber ? 'caseNumber' : 'personId' });
    if (mayDoInCase(viewer, await standingsTowards(tx, viewer, personId), 'note'))
      throw problem('glass-not-needed');
    const hours = Math.min(longestHours, await numberSetting(tx, 'breakGlassHours'));
    const breakId = uuidv7();
    await sql`
      insert into break_glass (break_id, person_id, case_number, reason, until)
      values (${breakId}, ${personId}, coalesce(app.case_number_of(${personId}), ''), ${input.reason}, now() + make_interval(hours => ${hours}))`.execute(
      tx,
    );
    const until = await sql<{ until: Date }>`
      select until from break_glass where city = (select app.city()) and break_id = ${breakId}`.execute(tx);
    return { breakId, personId, until: until.rows[0]?.until.toISOString() ?? '' };
  },
});

async function personBehind(tx: Tx, input: BreakGlass): Promise<string | null> {
  if (input.personId) return input.personId;
  if (!input.caseNumber) throw problem('field-missing', { field: 'caseNumber' });
  const found = await sql<{ person_id: string | null }>`
    select app.behind_case_number(${input.caseNumber}) as person_id`.execute(tx);
  return found.rows[0]?.person_id ?? null;
}

/** Says whether an emergency opening was right. Never by the one who opened. */
export const reviewBreakGlass = command({
  name: 'cases/review-break-glass',
  summary: 'Review an emergency opening',
  may: ['supervisor', 'data_protection_officer'],
  input: ReviewBreakGlass,
  result: Type.Object({ breakId: Type.String() }),
  audit: async (input, _result, _viewer, tx) => ({
    act: 'glass.reviewed',
    on: { kind: 'break_glass', id: input.breakId },
    persons: await openedIn(tx, input.breakId),
  }),
  run: async (tx, viewer, input, sent) => {
    const found = await sql<{ staff_id: string; reviewed_at: Date | null }>`
      select b.staff_id, b.reviewed_at from break_glass b join staff s on s.city = b.city and s.staff_id = b.staff_id
       where b.city = (select app.city()) and b.break_id = ${input.breakId}
         and (s.agency_code = (select app.viewer_agency()) or (select app.viewer_role()) = 'data_protection_officer')`.execute(
      tx,
    );
    const row = found.rows[0];
    if (!row) throw problem('not-found');
    if (row.staff_id === viewer.staffId) throw problem('glass-own');
    if (row.reviewed_at) throw problem('glass-reviewed');
    await sql`
      update break_glass set reviewed_by = app.viewer_staff(), reviewed_at = ${sent.world.now()}, review = ${input.review}
       where city = (select app.city()) and break_id = ${input.breakId}`.execute(tx);
    return { breakId: input.breakId };
  },
});

async function openedIn(tx: Tx, breakId: string): Promise<string[]> {
  const found = await sql<{ person_id: string }>`
    select person_id from break_glass where city = (select app.city()) and break_id = ${breakId}`.execute(tx);
  return found.rows.map((row) => row.person_id);
}
