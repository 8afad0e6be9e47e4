import type { DemoEvent, Identity as DemoIdentity, Kin as DemoKin, DemoWorld } from '#demo/events.ts';
import type { Ids } from '#demo/load/ids.ts';
import { type Row, rowOf, type Sheet, writeRows } from '#demo/load/rows.ts';
import { writeIdentity } from '#persons/identities.ts';
import { bestAge, birthRange, initialsOf } from '#persons/rules.ts';
import type { AgeStatement, Identity } from '#persons/schema.ts';
import { cityDate } from '#platform/calendar.ts';
import type { Tx } from '#platform/database/transaction.ts';
import type { Keys } from '#platform/keys/ring.ts';

type Known = Row<'persons'> & { person_id: string };

export type People = {
  readonly persons: Sheet<'persons'>;
  readonly ages: Row<'person_ages'>[];
  readonly identities: Map<string, Identity>;
  readonly statements: Map<string, AgeStatement[]>;
  readonly merges: Row<'person_merges'>[];
  readonly reviews: Sheet<'match_reviews'>;
};

export const noPeople = (): People => ({
  persons: new Map(),
  ages: [],
  identities: new Map(),
  statements: new Map(),
  merges: [],
  reviews: new Map(),
});

/** Takes in one event that tells of who somebody is. */
export function takePerson(people: People, event: DemoEvent, ids: Ids, timeZone: string): void {
  if (event.kind === 'person_registered') {
    const personId = ids.of(event.person, event.at);
    people.persons.set(personId, {
      person_id: personId,
      sex: event.sex,
      origin_area: event.originArea,
      residence_area: event.residenceArea,
      recorded_by: ids.of(event.by),
      recorded_at: event.at,
    });
    learn(people, personId, event, ids, timeZone);
  } else if (event.kind === 'identity_found') {
    const personId = ids.of(event.person);
    const row = rowOf(people.persons, personId, 'person');
    row.origin_area = event.originArea ?? row.origin_area ?? null;
    row.residence_area = event.residenceArea ?? row.residence_area ?? null;
    learn(people, personId, event, ids, timeZone);
  } else takeMatch(people, event, ids);
}

type Learned = {
  at: string;
  by: string;
  identity: DemoIdentity | null;
  ages: readonly {
    kind: 'stated' | 'documented' | 'assessed';
    low: number | null;
    high: number | null;
    birthDate: string | null;
  }[];
};

function learn(people: People, personId: string, event: Learned, ids: Ids, timeZone: string): void {
  const onDate = cityDate(new Date(event.at), timeZone);
  const statements = people.statements.get(personId) ?? [];
  for (const age of event.ages) {
    if (age.birthDate === null && age.low === null) continue;
    statements.push({
      kind: age.kind,
      yearsLow: age.low,
      yearsHigh: age.high ?? age.low,
      birthDate: age.birthDate,
      onDate,
    });
    people.ages.push({
      person_id: personId,
      kind: age.kind,
      years_low: age.low,
      years_high: age.high ?? age.low,
      birth_date: age.birthDate,
      on_date: onDate,
      recorded_by: ids.of(event.by),
      recorded_at: event.at,
    });
  }
  people.statements.set(personId, statements);
  if (event.identity) {
    const identity = identityOf(event.identity);
    if (identity.names.length + identity.aliases.length > 0) people.identities.set(personId, identity);
  }
}

function takeMatch(people: People, event: DemoEvent, ids: Ids): void {
  if (event.kind === 'persons_merged')
    people.merges.push({
      person_id: ids.of(event.person),
      stands_for: ids.of(event.standsFor),
      reason: event.reason,
      merged_by: ids.of(event.by),
      merged_at: event.at,
    });
  else if (event.kind === 'match_asked')
    people.reviews.set(ids.of(event.review, event.at), {
      review_id: ids.of(event.review),
      person_id: ids.of(event.person),
      candidate_person_id: ids.of(event.candidate),
      encounter_id: ids.of(event.encounter),
      strength: event.strength,
      asked_by: ids.of(event.by),
      asked_at: event.at,
    });
  else if (event.kind === 'match_answered')
    Object.assign(rowOf(people.reviews, ids.of(event.review), 'match review'), {
      answer: event.answer,
      reason: event.reason,
      answered_by: ids.of(event.by),
      answered_at: event.at,
    });
}

const relations: Record<DemoKin['relation'], Identity['kin'][number]['relation']> = {
  MOTHER: 'MOTHER',
  FATHER: 'FATHER',
  MAMAK: 'MAMAK',
  SIBLING: 'SIBLING',
  GRANDPARENT: 'GRANDPARENT',
  AUNT_OR_UNCLE: 'OTHER_KIN',
  GUARDIAN: 'GUARDIAN',
  CHILD: 'OTHER_KIN',
};

function identityOf(it: DemoIdentity): Identity {
  return {
    names: it.name ? [it.name] : [],
    aliases: [...it.nicknames, ...it.aliases],
    ...(it.nik ? { nik: it.nik } : {}),
    ...(it.kk ? { familyCard: it.kk } : {}),
    ...(it.birthPlace ? { birthPlace: it.birthPlace } : {}),
    ...(it.address ? { address: it.address } : {}),
    ...(it.suku ? { suku: it.suku } : {}),
    ...(it.languages[0] ? { language: it.languages.join(', ') } : {}),
    kin: it.kin.map((kin) => ({
      relation: relations[kin.relation],
      name: kin.name,
      ...(kin.phone ? { phone: kin.phone } : {}),
      ...(kin.note ? { note: kin.note.slice(0, 200) } : {}),
    })),
    marks: [],
  };
}

/** Staff of the cast, active from the first day. */
export async function writeStaff(tx: Tx, world: DemoWorld, ids: Ids): Promise<void> {
  const rows = world.staff.map((it, place) => ({
    staff_id: ids.of(it.username, world.from),
    username: it.username,
    name: it.name,
    agency_code: it.agency,
    role: it.role,
    area_code: it.area,
    state: 'active',
    does: JSON.stringify(it.does),
    invited_at: new Date(Date.parse(world.from) + place * 60_000),
  }));
  await writeRows(tx, 'staff', rows);
}

/** Persons with their ages and sealed identities; first and last met come from the encounters. */
export async function writePeople(
  tx: Tx,
  people: People,
  keys: Keys,
  met: Map<string, { first: string; last: string }>,
): Promise<void> {
  for (const row of people.persons.values()) settle(people, row as Known, met);
  await writeRows(tx, 'persons', [...people.persons.values()]);
  await writeRows(tx, 'person_ages', people.ages);
  for (const [personId, identity] of people.identities) {
    const row = rowOf(people.persons, personId, 'person');
    await writeIdentity(tx, keys, personId, identity, {
      sex: row.sex ?? 'unknown',
      birthFrom: row.birth_from ?? null,
      birthTo: row.birth_to ?? null,
      originArea: row.origin_area ?? null,
    } as Parameters<typeof writeIdentity>[4]);
  }
}

function settle(people: People, row: Known, met: Map<string, { first: string; last: string }>): void {
  const best = bestAge(people.statements.get(row.person_id) ?? []);
  const range = best && birthRange(best);
  const identity = people.identities.get(row.person_id);
  const seen = met.get(row.person_id);
  Object.assign(row, {
    birth_from: range?.from ?? null,
    birth_to: range?.to ?? null,
    named: identity !== undefined,
    initials: identity ? initialsOf(identity) : '',
    first_met_at: seen?.first ?? row.recorded_at,
    last_met_at: seen?.last ?? row.recorded_at,
  });
}
