import { sql } from 'kysely';
import type { Static } from 'typebox';
import { listAgencies, listDutyHolders } from '#agencies/queries.ts';
import { isAreaOfCity, requireCode } from '#areas/queries.ts';
import { cityDate } from '#platform/calendar.ts';
import { command, type Sent } from '#platform/commands.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';
import '#services/commands/problems.ts';
import { mayPlanFor, planners } from '#services/access.ts';
import { findProgramme } from '#services/queries/programmes.ts';
import { CancelProgramme, PlanProgramme, ProgrammeChanged } from '#services/schema.ts';

type Plan = Static<typeof PlanProgramme>;

/** Writes down what an agency offers, where, for whom and for how many. */
export const planProgramme = command({
  name: 'services/plan-programme',
  summary: 'Write down a programme',
  may: planners,
  input: PlanProgramme,
  result: ProgrammeChanged,
  audit: (input) => ({
    act: 'programme.planned',
    on: { kind: 'programme', id: input.programmeId },
    detail: { owner: input.ownerAgency, duty: input.dutyCode, from: input.startsOn },
  }),
  run: async (tx, viewer, input, sent) => {
    await requirePlan(tx, viewer, input, sent);
    await sql`
      insert into programmes (programme_id, name, kind, leg, purpose, duty_code, owner_agency, target_group, capacity, starts_on, ends_on,
        host_agency, place, budget_line, budget_amount, spent_amount)
      values (${input.programmeId}, ${input.name}, ${input.kind}, ${input.leg}, ${input.purpose}, ${input.dutyCode}, ${input.ownerAgency},
        ${input.targetGroup}, ${input.capacity}, ${input.startsOn}, ${input.endsOn}, ${input.hostAgency}, ${input.place}, ${input.budgetLine},
        ${input.budgetAmount}, ${input.spentAmount})`.execute(tx);
    await writeParts(tx, input);
    return { programmeId: input.programmeId, version: 1 };
  },
});

/** Changes a programme; its old version stays in the history. */
export const changeProgramme = command({
  name: 'services/change-programme',
  summary: 'Change a programme',
  may: planners,
  input: PlanProgramme,
  result: ProgrammeChanged,
  audit: (input) => ({
    act: 'programme.changed',
    on: { kind: 'programme', id: input.programmeId },
    detail: { owner: input.ownerAgency },
  }),
  run: async (tx, viewer, input, sent) => {
    await requireOpenProgramme(tx, viewer, input.programmeId, sent);
    await requirePlan(tx, viewer, input, sent);
    const changed = await sql<{ version: number }>`
      update programmes set name = ${input.name}, kind = ${input.kind}, leg = ${input.leg}, purpose = ${input.purpose}, duty_code = ${input.dutyCode},
             owner_agency = ${input.ownerAgency}, target_group = ${input.targetGroup}, capacity = ${input.capacity}, starts_on = ${input.startsOn},
             ends_on = ${input.endsOn}, host_agency = ${input.hostAgency}, place = ${input.place}, budget_line = ${input.budgetLine},
             budget_amount = ${input.budgetAmount}, spent_amount = ${input.spentAmount}, version = version + 1
       where city = (select app.city()) and programme_id = ${input.programmeId}
       returning version`.execute(tx);
    for (const table of [sql`programme_areas`, sql`programme_partners`])
      await sql`delete from ${table} where city = (select app.city()) and programme_id = ${input.programmeId}`.execute(
        tx,
      );
    await writeParts(tx, input);
    return { programmeId: input.programmeId, version: changed.rows[0]?.version ?? 1 };
  },
});

/** Says that a programme does not take place. Whoever has a place keeps it on record. */
export const cancelProgramme = command({
  name: 'services/cancel-programme',
  summary: 'Cancel a programme',
  may: planners,
  input: CancelProgramme,
  result: ProgrammeChanged,
  audit: (input) => ({
    act: 'programme.cancelled',
    on: { kind: 'programme', id: input.programmeId },
  }),
  run: async (tx, viewer, input, sent) => {
    await requireOpenProgramme(tx, viewer, input.programmeId, sent);
    const changed = await sql<{ version: number }>`
      update programmes set cancelled_at = now(), cancel_reason = ${input.reason}, version = version + 1
       where city = (select app.city()) and programme_id = ${input.programmeId}
       returning version`.execute(tx);
    return { programmeId: input.programmeId, version: changed.rows[0]?.version ?? 1 };
  },
});

/** The programme, if this viewer may change it and nobody else did meanwhile. */
export async function requireOpenProgramme(tx: Tx, viewer: Viewer, programmeId: string, sent: Sent) {
  const found = await findProgramme(tx, programmeId);
  if (!found) throw problem('not-found');
  if (!mayPlanFor(viewer, found.ownerAgency)) throw problem('not-allowed');
  if (found.cancelled) throw problem('programme-not-open');
  if (sent.basedOn !== null && Number(sent.basedOn) !== found.version) throw problem('programme-changed');
  return found;
}

async function requirePlan(tx: Tx, viewer: Viewer, input: Plan, sent: Sent): Promise<void> {
  const today = cityDate(sent.world.now(), viewer.city.timeZone);
  if (!mayPlanFor(viewer, input.ownerAgency))
    throw problem('programme-owner-not-own', { field: 'ownerAgency' });
  await requireCode(tx, { list: 'programme_leg', code: input.leg, day: today, field: 'leg' });
  await requireCode(tx, { list: 'programme_purpose', code: input.purpose, day: today, field: 'purpose' });
  await requireCode(tx, { list: 'duty', code: input.dutyCode, day: today, field: 'dutyCode' });
  if (input.endsOn !== null && input.endsOn < input.startsOn)
    throw problem('programme-ends-before', { field: 'endsOn' });
  if (input.kind === 'COHORT' && input.endsOn === null)
    throw problem('cohort-needs-end', { field: 'endsOn' });
  if (input.kind === 'COHORT' && input.capacity === null)
    throw problem('cohort-needs-end', { field: 'capacity' });
  await requireAgencies(tx, input, today);
  // A programme goes to who has its duty, as a referral does: on its first day, or today when it began earlier.
  const day = input.startsOn > today ? input.startsOn : today;
  if (!(await listDutyHolders(tx, input.dutyCode, day)).includes(input.ownerAgency))
    throw problem('programme-owner-without-duty', { field: 'dutyCode' });
  for (const area of input.areas)
    if (!(await isAreaOfCity(tx, area))) throw problem('area-of-another-city', { field: 'areas' });
}

async function requireAgencies(tx: Tx, input: Plan, day: string): Promise<void> {
  const known = new Set((await listAgencies(tx, day)).map((it) => it.agencyCode));
  if (!known.has(input.ownerAgency)) throw problem('agency-unknown', { field: 'ownerAgency' });
  if (input.hostAgency !== null && !known.has(input.hostAgency))
    throw problem('agency-unknown', { field: 'hostAgency' });
  if (input.partners.some((it) => !known.has(it.agencyCode)))
    throw problem('agency-unknown', { field: 'partners' });
}

async function writeParts(tx: Tx, { programmeId, areas, partners }: Plan): Promise<void> {
  for (const area of new Set(areas))
    await sql`insert into programme_areas (programme_id, area_code) values (${programmeId}, ${area})`.execute(
      tx,
    );
  const parts = new Map(partners.map((it) => [it.agencyCode, it.part]));
  for (const [agency, part] of parts)
    await sql`
      insert into programme_partners (programme_id, agency_code, part) values (${programmeId}, ${agency}, ${part})`.execute(
      tx,
    );
}
