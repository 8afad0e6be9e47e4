import { sql } from 'kysely';
import { mayDo, recorders } from '#encounters/access.ts';
import { ageStatements, ageWords, rangeOf, roundPoint, warningKindsIn } from '#encounters/rules.ts';
import { RecordEncounter, RecordedEncounter, type StatedIdentity } from '#encounters/schema.ts';
import { prepareIdentity, requireMarksWanted, settleBirthRange } from '#persons/commands.ts';
import { readAgeWords } from '#persons/queries/ages.ts';
import { standingsTowards } from '#persons/queries.ts';
import { protectedAge } from '#persons/rules.ts';
import type { Identity } from '#persons/schema.ts';
import { cityDate } from '#platform/calendar.ts';
import { command, type Sent } from '#platform/commands.ts';
import { constraintsOf } from '#platform/database/constraints.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem, problemsOf } from '#platform/problems.ts';
import type { AgeClass } from '#platform/schemas.ts';

problemsOf({
  'operation-not-running': {
    status: 409,
    id: 'Operasi ini tidak sedang berjalan, atau Anda bukan anggota timnya. Catat tanpa operasi, atau minta ketua tim menambahkan Anda.',
    en: 'This operation is not under way, or you are not on its team. Record without an operation, or ask its leader to add you.',
  },
  'adult-text-not-needed': {
    status: 422,
    id: 'Orang dewasa dicatat dengan golongan umur, jenis kelamin, dan kegiatan saja.',
    en: 'An adult is recorded by age class, sex and activity only.',
  },
  'adult-belongings-name': {
    status: 422,
    id: 'Ini tampak seperti nama orang, dan nama orang dewasa tidak dicatat di sini. Sebutkan barangnya saja.',
    en: 'This looks like somebody’s name, and an adult’s name is not kept here. Say only what the things are.',
  },
  'approach-not-of-operation': {
    status: 422,
    id: 'Cara bertemu ini tidak sesuai dengan jenis operasinya: penertiban bukan penjangkauan, dan sebaliknya.',
    en: 'This way of meeting does not fit the kind of operation: enforcement is not outreach, nor outreach enforcement.',
  },
  'point-outside-city': {
    status: 422,
    id: 'Titik dari ponsel ini jauh di luar kota. Catat tanpa titik; kelurahan tetap tersimpan.',
    en: 'The point from the phone lies far outside the city. Record without it; the kelurahan is kept.',
  },
  'person-has-name': {
    status: 409,
    id: 'Identitas orang ini sudah ada; perbaiki di halamannya.',
    en: 'This person’s identity is on record; correct it on their page.',
  },
});
constraintsOf({
  encounter_operation_runs: { code: 'operation-not-running', field: 'operationId' },
  encounter_approach_of_operation: { code: 'approach-not-of-operation', field: 'approach' },
  encounter_area_of_city: { code: 'area-of-another-city', field: 'areaCode' },
  encounter_point_near_city: { code: 'point-outside-city', field: 'point' },
  encounters_area_code_fkey: { code: 'area-of-another-city', field: 'areaCode' },
  persons_origin_area_fkey: { code: 'field-invalid', field: 'originArea' },
  encounters_pkey: { code: 'command-id-reused', field: 'encounterId' },
  persons_pkey: { code: 'command-id-reused', field: 'personId' },
});

/**
 * Records whom somebody met, where and doing what: a new person, named or not, or one already on record. A child who
 * gives no name is a full encounter. The point is rounded, and dropped where somebody sleeps.
 */
export const recordEncounter = command({
  name: 'encounters/record',
  summary: 'Record an encounter',
  may: recorders,
  input: RecordEncounter,
  result: RecordedEncounter,
  audit: (input) => ({
    act: 'encounter.recorded',
    on: { kind: 'encounter', id: input.encounterId },
    persons: [input.personId],
  }),
  run: async (tx, viewer, input, sent) => {
    const day = cityDate(sent.occurredAt, viewer.city.timeZone);
    checkAges(input);
    if (input.known) await requireStanding(tx, viewer, input);
    const says = ageWords(input, { day, role: viewer.role });
    const earlier = input.known ? await readAgeWords(tx, input.personId) : [];
    const { ageClass } = protectedAge([...earlier, ...says], day);
    if (ageClass === 'ADULT') checkAdult(input);
    await requireMarksWanted(tx, input.identity?.marks, input);
    const texts = textsOf(input);
    const encounter = await encounterOf(tx, input, { day, ageClass, texts, sent });
    await sql`select app.record_encounter(${JSON.stringify(encounter)}::jsonb)`.execute(tx);
    if (input.known && says.length > 0)
      await settleBirthRange(tx, input.personId, { ageClass, reason: input.nameReason });
    return {
      encounterId: input.encounterId,
      personId: input.personId,
      ageClass,
      occurredAt: sent.occurredAt.toISOString(),
      clockFlag: sent.clockFlag,
      warned: texts?.warned ?? [],
    };
  },
});

function checkAges(input: RecordEncounter): void {
  if (input.assessedLow === undefined && input.assessedHigh !== undefined)
    throw problem('age-impossible', { field: 'assessedLow' });
  if ((input.assessedHigh ?? 120) < (input.assessedLow ?? 0))
    throw problem('age-impossible', { field: 'assessedHigh' });
}

function checkAdult(input: RecordEncounter): void {
  if (input.nameReason) return;
  if (input.ownWords || input.description)
    throw problem('adult-text-not-needed', { field: input.ownWords ? 'ownWords' : 'description' });
  if (warningKindsIn([input.belongings ?? '']).includes('name'))
    throw problem('adult-belongings-name', { field: 'belongings' });
}

async function requireStanding(tx: Tx, viewer: Viewer, input: RecordEncounter): Promise<void> {
  const held = await standingsTowards(tx, viewer, input.personId);
  if (held.length === 0) throw problem('not-found');
  if (!mayDo(viewer, held, 'meetAgain')) throw problem('not-allowed');
  if (input.identity) throw problem('person-has-name', { field: 'identity' });
}

type Texts = {
  ownWords: string;
  description: string;
  belongings: string;
  warned: ReturnType<typeof warningKindsIn>;
};

function textsOf(input: RecordEncounter): Texts | null {
  const own = input.ownWords ?? '';
  const description = input.description ?? '';
  const belongings = input.belongings ?? '';
  if (!own && !description && !belongings) return null;
  return { ownWords: own, description, belongings, warned: warningKindsIn([own, description, belongings]) };
}

/** What `app.record_encounter` takes; a key that is absent is a row that is not written. */
async function encounterOf(
  tx: Tx,
  input: RecordEncounter,
  it: { day: string; ageClass: AgeClass; texts: Texts | null; sent: Sent },
): Promise<object> {
  const {
    identity: stated,
    point,
    ownWords,
    description,
    belongings,
    nameReason,
    spotOutcome,
    ...facts
  } = input;
  const ages = ageStatements(input);
  const best = ages.at(-1);
  const range = best ? rangeOf(best, it.day) : null;
  const identity = stated && !input.known ? identityOf(stated) : null;
  return {
    ...facts,
    day: it.day,
    occurredAt: it.sent.occurredAt.toISOString(),
    ageClass: it.ageClass,
    codes: codesOf(input),
    birthFrom: range?.from,
    birthTo: range?.to,
    ...(it.sent.clockFlag ? { clockFlag: it.sent.clockFlag } : {}),
    ...(spotOutcome ? { spotOutcome } : {}),
    ...(it.texts ? { texts: it.texts } : {}),
    ...(point ? { point: roundPoint(point) } : {}),
    ...(ages.length > 0 ? { ages } : {}),
    ...(identity
      ? {
          identity: await prepareIdentity(tx, it.sent.world.keys, {
            personId: input.personId,
            identity,
            ground: { ageClass: it.ageClass, reason: nameReason },
            coarse: {
              sex: input.sex,
              birthFrom: range?.from ?? null,
              birthTo: range?.to ?? null,
              originArea: input.originArea ?? null,
            },
          }),
        }
      : {}),
  };
}

function identityOf(stated: StatedIdentity): Identity | null {
  const { name, aliases = [], kin = [], marks = [], ...rest } = stated;
  const names = name ? [name] : [];
  if (names.length + aliases.length + kin.length + marks.length === 0) return null;
  return { names, aliases, kin, marks, ...rest };
}

function codesOf(input: RecordEncounter): { list: string; code: string }[] {
  return [
    { list: 'approach', code: input.approach },
    { list: 'street_activity', code: input.activity },
    { list: 'location_type', code: input.locationType },
    ...(input.condition ? [{ list: 'condition', code: input.condition }] : []),
    ...(input.injury ? [{ list: 'injury', code: input.injury }] : []),
    ...input.needs.map((code) => ({ list: 'need', code })),
    ...input.companions.map((code) => ({ list: 'companions', code })),
  ];
}
