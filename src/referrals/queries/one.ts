import { sql } from 'kysely';
import { hasReferralDesk } from '#agencies/queries.ts';
import { findPersons, openPerson, standingsTowards } from '#persons/queries.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';
import type { World } from '#platform/world.ts';
import { abilityFor, mayDoWithReferral, referralStandingsOf, revealReferral } from '#referrals/access.ts';
import { fieldsWithValues, type Kept, readContents } from '#referrals/queries/contents.ts';
import { type FoundReferral, findReferral, presentReferrals } from '#referrals/queries/lists.ts';
import { disclosableFields, referralActs, whyNot } from '#referrals/rules.ts';
import type { ReferralAnswer, ReferralPause, ReferralRecord } from '#referrals/schema.ts';

/** One referral with its question, what it discloses, its answers and pauses, as this viewer may see them. */
export async function openReferral(
  tx: Tx,
  viewer: Viewer,
  referralId: string,
  world: World,
): Promise<ReferralRecord> {
  const row = await findReferral(tx, referralId);
  if (!row) throw problem('not-found');
  const [referral] = (await presentReferrals(tx, viewer, [row], world)).items;
  if (!referral) throw problem('not-found');
  const sees = revealReferral(viewer, referral.standing);
  const hasDesk = await hasReferralDesk(tx, row.to_agency);
  const contents = sees.contents ? await readContents(tx, referralId) : null;
  const answers = sees.answers === 'none' ? [] : await listAnswers(tx, referralId);
  return {
    referral,
    dutyBasis: await findDutyBasis(tx, row),
    sentBy: sees.staff ? await findStaffName(tx, row.sent_by) : null,
    caseId: sees.case ? row.case_id : null,
    planLine: sees.case && row.plan_line_id ? await findPlanLine(tx, row.plan_line_id) : null,
    question: contents?.question ?? null,
    disclosed: contents ? await discloseFields(tx, viewer, row, contents.kept, world) : null,
    answers: answers.map((it) =>
      sees.answers === 'own' && it.kind === 'withdrawn' ? { ...it, text: '' } : it,
    ),
    pauses: sees.pauses ? await listPauses(tx, referralId) : [],
    version: row.version,
    abilities: await abilitiesOn(tx, viewer, row, hasDesk),
    hasDesk,
  };
}

async function discloseFields(
  tx: Tx,
  viewer: Viewer,
  row: FoundReferral,
  kept: Kept,
  world: World,
): Promise<NonNullable<ReferralRecord['disclosed']>> {
  const [person] = await findPersons(tx, viewer, [row.person_id]);
  const record = person ? await openPerson(tx, viewer, person, world) : null;
  const shown = disclosableFields.filter((field) => row.discloses.includes(field));
  return {
    fields: await fieldsWithValues(tx, shown, { record, kept }),
    withheld: disclosableFields.filter((field) => !row.discloses.includes(field)),
  };
}

async function abilitiesOn(tx: Tx, viewer: Viewer, row: FoundReferral, hasDesk: boolean): Promise<string[]> {
  const state = { state: row.state, paused: row.paused_since !== null };
  const towards = await standingsTowards(tx, viewer, row.person_id);
  const held = referralStandingsOf(viewer, { toAgency: row.to_agency, state: row.state }, towards);
  const acts = referralActs.filter(
    (act) => whyNot(act, state) === null && mayDoWithReferral(viewer, held, abilityFor(act, held, hasDesk)),
  );
  return mayDoWithReferral(viewer, held, 'printLetter') ? [...acts, 'printLetter'] : acts;
}

async function listAnswers(tx: Tx, referralId: string): Promise<ReferralAnswer[]> {
  const found = await sql<{
    kind: ReferralAnswer['kind'];
    reason_code: string;
    text: string;
    name: string | null;
    answered_at: Date;
    on_paper: boolean | null;
  }>`
    select a.kind, a.reason_code, a.text, s.name, a.answered_at, a.kind <> 'withdrawn' and s.agency_code = f.from_agency as on_paper
      from referral_answers a
      join referrals f on f.city = a.city and f.referral_id = a.referral_id
      left join staff s on s.city = a.city and s.staff_id = a.answered_by
     where a.city = (select app.city()) and a.referral_id = ${referralId}
     order by a.answered_at, a.recorded_at`.execute(tx);
  return found.rows.map((row) => ({
    kind: row.kind,
    reasonCode: row.reason_code || null,
    text: row.text,
    by: row.name,
    at: row.answered_at.toISOString(),
    onPaper: row.on_paper ?? false,
  }));
}

async function listPauses(tx: Tx, referralId: string): Promise<ReferralPause[]> {
  const found = await sql<{
    from_at: Date;
    to_at: Date | null;
    reason_code: string;
    reason: string;
    name: string | null;
  }>`
    select p.from_at, p.to_at, p.reason_code, p.reason, s.name
      from referral_pauses p
      left join staff s on s.city = p.city and s.staff_id = p.paused_by
     where p.city = (select app.city()) and p.referral_id = ${referralId}
     order by p.from_at`.execute(tx);
  return found.rows.map((row) => ({
    from: row.from_at.toISOString(),
    to: row.to_at?.toISOString() ?? null,
    reasonCode: row.reason_code,
    reason: row.reason,
    by: row.name,
  }));
}

async function findDutyBasis(tx: Tx, row: FoundReferral): Promise<string | null> {
  const found = await sql<{ number: string }>`
    select b.number
      from duties d
      join legal_bases b on b.city = d.city and b.legal_basis_id = d.legal_basis_id
     where d.city = (select app.city()) and d.agency_code = ${row.to_agency} and d.duty_code = ${row.duty_code}
       and d.valid_from <= app.local_date(${row.sent_at}) and (d.valid_to is null or d.valid_to >= app.local_date(${row.sent_at}))
     order by d.valid_from desc
     limit 1`.execute(tx);
  return found.rows[0]?.number ?? null;
}

async function findStaffName(tx: Tx, staffId: string | null): Promise<string | null> {
  if (!staffId) return null;
  const found = await sql<{ name: string }>`
    select name from staff where city = (select app.city()) and staff_id = ${staffId}`.execute(tx);
  return found.rows[0]?.name ?? null;
}

async function findPlanLine(tx: Tx, planLineId: string): Promise<ReferralRecord['planLine']> {
  const found = await sql<NonNullable<ReferralRecord['planLine']>>`
    select plan_line_id as "planLineId", goal, due_on as "dueOn"
      from plan_lines
     where city = (select app.city()) and plan_line_id = ${planLineId}`.execute(tx);
  return found.rows[0] ?? null;
}
