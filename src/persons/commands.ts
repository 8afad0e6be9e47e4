import { sql } from 'kysely';
import { Type } from 'typebox';
import { isAreaOfCity } from '#areas/queries.ts';
import { rank, requireAbility, revealTo } from '#persons/access.ts';
import { readIdentities, writeIdentity } from '#persons/identities.ts';
import { keepUnseen, requireMarksOfCare } from '#persons/marks.ts';
import { type NameGround, requireNameReason } from '#persons/name-rule.ts';
import { readNik } from '#persons/nik.ts';
import { readAgeWords } from '#persons/queries/ages.ts';
import { listAges, standingsTowards } from '#persons/queries.ts';
import { bestAge, birthRange, isPossibleBirth, protectedAge } from '#persons/rules.ts';
import { IdentifyPerson, StateAge } from '#persons/schema.ts';
import { cityDate } from '#platform/calendar.ts';
import { command } from '#platform/commands.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { problem, problemsOf } from '#platform/problems.ts';

// Encounters seal the name of somebody new in the same statement that records them.
export { prepareIdentity } from '#persons/identities.ts';
export { requireMarksWanted } from '#persons/marks.ts';

problemsOf({
  'name-missing': {
    status: 422,
    id: 'Tulis nama, panggilan, atau keduanya.',
    en: 'Write a name, a nickname, or both.',
  },
  'nik-not-invented': {
    status: 422,
    id: 'Ini data contoh: jangan tulis NIK orang sungguhan. Orang rekaan memakai empat angka terakhir 0000.',
    en: 'This is sample data: write no real person’s NIK. Invented people carry 0000 as the last four digits.',
  },
  'nik-synthetic': {
    status: 422,
    id: 'NIK berakhiran 0000 hanya untuk data contoh.',
    en: 'A NIK ending in 0000 is only for demonstration data.',
  },
});

/** Gives a child a name, or corrects an identity: the sealed box and what the child can be found by are written anew. */
export const identifyPerson = command({
  name: 'persons/identify',
  summary: 'Give a name, or correct an identity',
  may: ['field_officer', 'custody_desk', 'social_worker', 'supervisor'],
  input: IdentifyPerson,
  result: Type.Object({
    personId: Type.String(),
    version: Type.Integer(),
    warnings: Type.Array(Type.String()),
  }),
  audit: (input) => ({
    act: 'person.identified',
    on: { kind: 'person', id: input.personId },
    persons: [input.personId],
  }),
  run: async (tx, viewer, input, sent) => {
    const held = await standingsTowards(tx, viewer, input.personId);
    const standing = rank(held);
    if (!standing) throw problem('not-found');
    requireAbility(viewer, held, 'identify');
    const sees = revealTo(viewer, standing);
    const { identity } = input;
    if (identity.names.length + identity.aliases.length === 0)
      throw problem('name-missing', { field: 'identity.names' });
    const row = await lockPerson(tx, input.personId, sent.basedOn);
    const today = cityDate(sent.world.now(), viewer.city.timeZone);
    const { ageClass } = protectedAge(await readAgeWords(tx, input.personId), today);
    requireNameReason({ ageClass, reason: input.nameReason }, 'identity');
    await requireMarksOfCare(tx, input.personId, identity.marks, sees);
    const warnings = identity.nik
      ? checkNik(identity.nik, { ...row, sex: input.sex ?? row.sex }, today, viewer.city.demonstration)
      : [];
    const sex = input.sex ?? row.sex;
    const originArea = input.originArea === undefined ? row.origin_area : input.originArea;
    const { keys } = sent.world;
    const before = (await readIdentities(tx, keys, [input.personId])).get(input.personId);
    const whole = keepUnseen(identity, before, { sees, drop: input.drop });
    const { initials } = await writeIdentity(tx, keys, input.personId, whole, {
      sex,
      birthFrom: row.birth_from,
      birthTo: row.birth_to,
      originArea,
    });
    const { residenceArea } = input;
    if (residenceArea && !(await isAreaOfCity(tx, residenceArea)))
      throw problem('area-of-another-city', { field: 'residenceArea' });
    // Emptied by somebody who is not shown it, it was not known, not taken away.
    const keepsHome = residenceArea === undefined || (residenceArea === null && !sees.whereabouts);
    await sql`
      update persons
         set initials = ${initials}, named = true, sex = ${sex}, origin_area = ${originArea},
             residence_area = ${keepsHome ? row.residence_area : residenceArea}, version = version + 1
       where city = (select app.city()) and person_id = ${input.personId}`.execute(tx);
    return { personId: input.personId, version: row.version + 1, warnings };
  },
});

/** Adds an age as stated, documented or assessed; the best of all decides the range of birth dates that is used. */
export const stateAge = command({
  name: 'persons/state-age',
  summary: 'Add a stated, documented or assessed age',
  may: ['field_officer', 'custody_desk', 'social_worker', 'supervisor', 'area_desk'],
  input: StateAge,
  result: Type.Object({ personId: Type.String(), birthFrom: Type.String(), birthTo: Type.String() }),
  audit: (input) => ({
    act: 'person.age-stated',
    on: { kind: 'person', id: input.personId },
    persons: [input.personId],
    detail: { kind: input.kind },
  }),
  run: async (tx, viewer, input, sent) => {
    requireAbility(viewer, await standingsTowards(tx, viewer, input.personId), 'stateAge');
    const onDate = cityDate(sent.occurredAt, viewer.city.timeZone);
    if (input.birthDate && !isPossibleBirth(input.birthDate, onDate))
      throw problem('date-impossible', { field: 'birthDate' });
    if (!input.birthDate && input.yearsLow === undefined)
      throw problem('age-impossible', { field: 'yearsLow' });
    const high = input.yearsHigh ?? input.yearsLow;
    if (high !== undefined && input.yearsLow !== undefined && high < input.yearsLow)
      throw problem('age-impossible', { field: 'yearsHigh' });
    await sql`
      insert into person_ages (person_id, kind, years_low, years_high, birth_date, on_date)
      values (${input.personId}, ${input.kind}, ${input.yearsLow ?? null}, ${high ?? null}, ${input.birthDate ?? null}, ${onDate})`.execute(
      tx,
    );
    const { ageClass } = protectedAge(await readAgeWords(tx, input.personId), onDate);
    const range = await settleBirthRange(tx, input.personId, { ageClass, reason: input.nameReason });
    return { personId: input.personId, birthFrom: range?.from ?? '', birthTo: range?.to ?? '' };
  },
});

/** Writes the range of birth dates that the best age statement allows. Whoever has a name and is an adult needs a reason. */
export async function settleBirthRange(
  tx: Tx,
  personId: string,
  ground: NameGround,
): Promise<{ from: string; to: string } | null> {
  const best = bestAge(await listAges(tx, personId));
  const range = best && birthRange(best);
  if (!range) return null;
  const settled = await sql<{ named: boolean }>`
    update persons set birth_from = ${range.from}, birth_to = ${range.to}, version = version + 1
     where city = (select app.city()) and person_id = ${personId}
    returning named`.execute(tx);
  if (settled.rows[0]?.named) requireNameReason(ground, 'nameReason');
  return range;
}

type PersonRow = {
  sex: 'male' | 'female' | 'unknown';
  birth_from: string | null;
  birth_to: string | null;
  origin_area: string | null;
  residence_area: string | null;
  version: number;
};

/** Takes the person row for writing; refuses when the writer had seen an older version. */
async function lockPerson(tx: Tx, personId: string, basedOn: string | number | null): Promise<PersonRow> {
  const found = await sql<PersonRow>`
    select sex, birth_from, birth_to, origin_area, residence_area, version
      from persons where city = (select app.city()) and person_id = ${personId} for update`.execute(tx);
  const row = found.rows[0];
  if (!row) throw problem('not-found');
  if (basedOn !== null && Number(basedOn) !== row.version)
    throw problem('changed-meanwhile', { version: row.version });
  return row;
}

function checkNik(nik: string, row: PersonRow, today: string, demonstration: boolean): string[] {
  const { birth_from: from, birth_to: to } = row;
  const read = readNik(nik, {
    today,
    sex: row.sex === 'unknown' ? null : row.sex,
    born: from && to ? { from, to } : null,
  });
  if (!read.valid) throw problem('field-invalid', { field: 'identity.nik' });
  if (read.synthetic !== demonstration)
    throw problem(demonstration ? 'nik-not-invented' : 'nik-synthetic', { field: 'identity.nik' });
  return [...read.warnings];
}
