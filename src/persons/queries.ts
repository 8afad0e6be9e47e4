import { sql } from 'kysely';
import { abilities, contactsFor, mayDo, type Revealed, rank, revealTo } from '#persons/access.ts';
import { identitySlot, nothingKnown, readIdentities } from '#persons/identities.ts';
import { lastFourOf } from '#persons/nik.ts';
import { protectedAgeOf } from '#persons/queries/ages.ts';
import { lastMet } from '#persons/queries/own-contacts.ts';
import { columns, type FoundPerson } from '#persons/queries/rows.ts';
import { ageRangeOn } from '#persons/rules.ts';
import type {
  AgeLine,
  AgeStatement,
  Extent,
  Identity,
  Person,
  PersonRecord,
  Standing,
} from '#persons/schema.ts';
import { standingsOf } from '#platform/access.ts';
import { cityDate } from '#platform/calendar.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import type { World } from '#platform/world.ts';

// What a later slice seals under the child's own key goes through here as well.
export { openPaperIdentity, readPersonKeys, takePersonKey } from '#persons/identities.ts';
export { ownContacts, words } from '#persons/queries/own-contacts.ts';
export type { FoundPerson } from '#persons/queries/rows.ts';

/** The persons among these ids that exist for the viewer, each with every standing the viewer has. */
export async function findPersons(
  tx: Tx,
  viewer: Viewer,
  personIds: readonly string[],
): Promise<FoundPerson[]> {
  const found = await sql<FoundPerson>`
    select ${columns}, s.standings
      from persons p
      join (select x.person_id, array_agg(distinct x.standing) as standings
              from ${standingsOf(viewer.lock, personIds)} x
             group by x.person_id) s on s.person_id = p.person_id
     where p.city = (select app.city())`.execute(tx);
  return found.rows;
}

/** Which of these persons exist for the viewer, where nothing of them is to be shown. */
export async function existingAmong(
  tx: Tx,
  viewer: Viewer,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await sql<{ person_id: string }>`
    select distinct x.person_id from ${standingsOf(viewer.lock, personIds)} x`.execute(tx);
  return new Set(found.rows.map((row) => row.person_id));
}

/** Every standing of the viewer towards a person; none when the person does not exist for the viewer. */
export async function standingsTowards(tx: Tx, viewer: Viewer, personId: string): Promise<Standing[]> {
  const found = await sql<{ standing: Standing }>`
    select distinct x.standing from ${standingsOf(viewer.lock, [personId])} x`.execute(tx);
  return found.rows.map((row) => row.standing);
}

/**
 * Persons as this viewer may know them, with the audit row of whose identity was shown. The only way from person rows
 * to an answer.
 */
export async function disclosePersons(tx: Tx, viewer: Viewer, found: readonly FoundPerson[], world: World) {
  const open = found.filter((row) => row.named && reveals(viewer, row).name === 'full');
  const identities = await readIdentities(
    tx,
    world.keys,
    open.map((row) => row.person_id),
  );
  const today = cityDate(world.now(), viewer.city.timeZone);
  const met = await lastMet(tx, viewer, found);
  const persons = found.map((row) =>
    disclose(viewer, row, {
      identity: identities.get(row.person_id),
      lastMetAt: met.get(row.person_id) ?? null,
      today,
    }),
  );
  const shown = persons.filter((person) => person.kind === 'known').map((person) => person.personId);
  return { persons, identities, shown };
}

function standingOf(row: FoundPerson): Standing {
  return rank(row.standings) ?? 'coordinator';
}

function reveals(viewer: Viewer, row: FoundPerson) {
  return revealTo(viewer, standingOf(row), row.discloses);
}

type Known = {
  readonly identity?: Identity | undefined;
  readonly lastMetAt: Date | null;
  readonly today: string;
};

function disclose(viewer: Viewer, row: FoundPerson, { identity, lastMetAt, today }: Known): Person {
  const sees = reveals(viewer, row);
  const age = sees.age ? ageRangeOn(row.birth_from, row.birth_to, today) : null;
  const coarse = {
    personId: row.person_id,
    sex: sees.sex ? row.sex : 'unknown',
    ageLow: age?.low ?? null,
    ageHigh: age?.high ?? null,
    ageSource: sees.age ? row.age_source : null,
    ageClass: sees.age ? protectedAgeOf(row, today).ageClass : null,
    standing: standingOf(row),
    lastMetAt: lastMetAt?.toISOString() ?? null,
  } as const;
  if (identity && sees.name === 'full') {
    const name = identity.names[0] ?? identity.aliases[0] ?? '';
    return { kind: 'known', ...coarse, name, aliases: identity.aliases, initials: row.initials };
  }
  if (!row.named && sees.name !== 'initials') return { kind: 'unnamed', ...coarse };
  const initials = sees.name === 'initials' ? row.initials || null : null;
  return { kind: 'restricted', ...coarse, initials, caseNumber: row.case_number };
}

/** Everything of one person that the viewer's standing reveals. */
export async function openPerson(
  tx: Tx,
  viewer: Viewer,
  row: FoundPerson,
  world: World,
): Promise<PersonRecord> {
  const { persons, identities } = await disclosePersons(tx, viewer, [row], world);
  const identity = identities.get(row.person_id);
  const sees = reveals(viewer, row);
  return {
    person:
      persons[0] ??
      disclose(viewer, row, { lastMetAt: null, today: cityDate(world.now(), viewer.city.timeZone) }),
    ages: sees.age ? agesFor(contactsFor(viewer, row.standings), await listAges(tx, row.person_id)) : [],
    originArea: sees.origin ? row.origin_area : null,
    residenceArea: sees.whereabouts ? row.residence_area : null,
    ...(identity || (!row.named && sees.name === 'full')
      ? { details: detailsFor(sees, identity ?? nothingKnown) }
      : {}),
    sameAs: sees.records ? await listSamePersons(tx, row.person_id) : [],
    version: row.version,
    abilities: (Object.keys(abilities) as (keyof typeof abilities)[]).filter((ability) =>
      mayDo(viewer, row.standings, ability),
    ),
  };
}

// What is revealed and not known is there and empty, so that whoever corrects an identity is asked for it.
function detailsFor(sees: Revealed, identity: Identity): NonNullable<PersonRecord['details']> {
  const {
    nik,
    familyCard,
    kin,
    address = '',
    phone = '',
    birthPlace = '',
    language = '',
    suku = '',
  } = identity;
  return {
    ...(sees.name === 'full' ? { names: identity.names } : {}),
    ...(sees.numbers
      ? { nikLastFour: lastFourOf(nik ?? ''), familyCardLastFour: lastFourOf(familyCard ?? '') }
      : {}),
    ...(sees.kin ? { kin, birthPlace, language, suku } : {}),
    ...(sees.address ? { address, phone } : {}),
    ...(sees.marks ? { marks: identity.marks } : {}),
  };
}

/** Every age that was stated, documented or assessed, oldest first. */
export async function listAges(tx: Tx, personId: string): Promise<AgeStatement[]> {
  const found = await sql<AgeStatement>`
    select kind, years_low as "yearsLow", years_high as "yearsHigh", birth_date as "birthDate", on_date as "onDate"
      from person_ages
     where city = (select app.city()) and person_id = ${personId}
     order by on_date, recorded_at`.execute(tx);
  return found.rows;
}

/** To whom earlier contacts do not exist, only the last of each kind is shown, without its day: a row of days would count them. */
function agesFor(contacts: Extent, ages: readonly AgeStatement[]): AgeLine[] {
  if (contacts === 'all') return [...ages];
  const last = new Map(ages.map((age) => [age.kind, { ...age, onDate: null }]));
  return [...last.values()];
}

/** The other records that stand for the same human being. */
export async function listSamePersons(tx: Tx, personId: string): Promise<string[]> {
  const found = await sql<{ same_as: string }>`
    select same_as from person_alias
     where city = (select app.city()) and person_id = ${personId} and same_as <> ${personId}
     order by same_as`.execute(tx);
  return found.rows.map((row) => row.same_as);
}

/**
 * The key slot under which something sealed of this person is kept: that of the identity, so that both are erased by
 * one key; a new one for a child that has no name yet.
 */
export async function keySlotFor(tx: Tx, personId: string): Promise<number> {
  const known = await identitySlot(tx, personId);
  if (known !== null) return known;
  const made = await sql<{ slot: string | number }>`select nextval('identity_key_slots') as slot`.execute(tx);
  return Number(made.rows[0]?.slot);
}
