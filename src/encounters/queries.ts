import { type RawBuilder, sql } from 'kysely';
import { type Ability, abilities, mayDo, mayReadOwnWords } from '#encounters/access.ts';
import { existsFor, openedBy } from '#encounters/queries/contacts.ts';
import type { CustodySince, Encounter, EncounterItem, SpotOutcome } from '#encounters/schema.ts';
import { disclosePersons, findPersons, standingsTowards } from '#persons/queries.ts';
import type { Person, Standing } from '#persons/schema.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import type { AgeClass, Sex } from '#platform/schemas.ts';
import type { World } from '#platform/world.ts';

type EncounterRow = {
  encounter_id: string;
  person_id: string;
  operation_id: string | null;
  occurred_at: Date;
  recorded_at: Date;
  recorded_by: string | null;
  clock_flag: string | null;
  agency_code: string | null;
  approach: string;
  activity: string;
  location_type: string;
  area_code: string | null;
  age_class: AgeClass;
  sex: Sex;
  stated_age: number | null;
  assessed_low: number | null;
  assessed_high: number | null;
  condition: string | null;
  injury: string | null;
  intoxication: 'YES' | 'NO' | 'UNSURE' | null;
  needs: string[];
  companions: string[];
  group_id: string | null;
  spot_outcome: SpotOutcome | null;
  custodian_kind: string | null;
  custody_agency: string | null;
  custody_from: Date | null;
  custody_to: Date | null;
  end_kind: string | null;
};

const columns = sql`
  e.encounter_id, e.person_id, e.operation_id, e.occurred_at, e.recorded_at, e.recorded_by, e.clock_flag, e.agency_code, e.approach, e.activity,
  e.location_type, e.area_code, e.age_class, e.sex, e.stated_age, e.assessed_low, e.assessed_high, e.condition, e.injury, e.intoxication,
  e.needs, e.companions, e.group_id, e.spot_outcome,
  k.custodian_kind, k.agency_code as custody_agency, k.started_at as custody_from, k.ended_at as custody_to, k.end_kind`;

export type Filter = {
  readonly operationId?: string | undefined;
  readonly personId?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
};
type PageKey = { readonly at: string; readonly encounterId: string };

/** The encounters that exist for the viewer, latest first; 50 a page. */
export async function listEncounters(
  tx: Tx,
  viewer: Viewer,
  filter: Filter,
  after: PageKey | null,
): Promise<EncounterRow[]> {
  const found = await sql<EncounterRow>`
    with page as (
      select e.city, e.encounter_id
        from encounters e
       where e.city = (select app.city()) and e.person_id is not null
         and (e.occurred_at, e.encounter_id) < (${after?.at ?? 'infinity'}::timestamptz, ${after?.encounterId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}::uuid)
         and ${narrowed(filter)}
         and ${existsFor(viewer)}
       order by e.occurred_at desc, e.encounter_id desc
       limit 51)
    select ${columns}
      from page join encounters e using (city, encounter_id)
      left join encounter_custody k on k.city = e.city and k.encounter_id = e.encounter_id
     order by e.occurred_at desc, e.encounter_id desc`.execute(tx);
  return found.rows;
}

function narrowed(filter: Filter): RawBuilder<unknown> {
  const { operationId, personId, from, to } = filter;
  const parts = [
    operationId ? sql`e.operation_id = ${operationId}` : null,
    personId
      ? sql`e.person_id in (select a.same_as from person_alias a where a.city = (select app.city()) and a.person_id = ${personId})`
      : null,
    from && to ? sql`e.occurred_at >= ${from} and e.occurred_at < ${to}` : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`;
}

type FoundEncounter = { readonly row: EncounterRow; readonly standings: readonly Standing[] };

/** One encounter with the viewer's standings that open it, or null when it does not exist for the viewer. */
export async function findEncounter(
  tx: Tx,
  viewer: Viewer,
  encounterId: string,
): Promise<FoundEncounter | null> {
  const found = await sql<EncounterRow>`
    select ${columns}
      from encounters e
      left join encounter_custody k on k.city = e.city and k.encounter_id = e.encounter_id
     where e.city = (select app.city()) and e.encounter_id = ${encounterId} and e.person_id is not null`.execute(
    tx,
  );
  const row = found.rows[0];
  if (!row) return null;
  const held = await standingsTowards(tx, viewer, row.person_id);
  const standings = await openedBy(tx, viewer, { standings: held, row });
  return standings.length > 0 ? { row, standings } : null;
}

/** Encounters as this viewer may know them, with the ids of the persons whose name was shown. */
export async function presentEncounters(
  tx: Tx,
  viewer: Viewer,
  rows: readonly EncounterRow[],
  world: World,
): Promise<{ items: EncounterItem[]; shown: string[] }> {
  const found = await findPersons(tx, viewer, [...new Set(rows.map((row) => row.person_id))]);
  const { persons, shown } = await disclosePersons(tx, viewer, found, world);
  const byId = new Map(persons.map((person) => [person.personId, person]));
  const items = rows.flatMap((row) => {
    const person = byId.get(row.person_id);
    return person ? [itemOf(row, person)] : [];
  });
  return { items, shown };
}

function itemOf(row: EncounterRow, person: Person): EncounterItem {
  return {
    encounterId: row.encounter_id,
    operationId: row.operation_id,
    occurredAt: row.occurred_at.toISOString(),
    approach: row.approach,
    activity: row.activity,
    locationType: row.location_type,
    areaCode: row.area_code,
    ageClass: row.age_class,
    sex: row.sex,
    condition: row.condition,
    injury: row.injury,
    needs: row.needs,
    spotOutcome: row.spot_outcome,
    custody: custodyOf(row),
    person,
  };
}

function custodyOf(row: EncounterRow): CustodySince | null {
  if (!row.custodian_kind || !row.custody_from) return null;
  return {
    custodianKind: row.custodian_kind,
    agencyCode: row.custody_agency,
    startedAt: row.custody_from.toISOString(),
    endedAt: row.custody_to?.toISOString() ?? null,
    endKind: row.end_kind,
  };
}

/** One encounter opened: its facts, and of texts and point what the viewer's standing reveals. */
export async function openEncounter(
  tx: Tx,
  viewer: Viewer,
  { row, standings: held }: FoundEncounter,
  item: EncounterItem,
): Promise<Encounter> {
  const may = Object.keys(abilities).filter((it): it is Ability => it in abilities);
  return {
    ...item,
    recordedAt: row.recorded_at.toISOString(),
    recordedBy: row.recorded_by ? await nameOfStaff(tx, row.recorded_by) : '',
    agencyCode: row.agency_code,
    clockFlag: row.clock_flag,
    statedAge: row.stated_age,
    assessedLow: row.assessed_low,
    assessedHigh: row.assessed_high,
    intoxication: row.intoxication,
    companions: row.companions,
    groupId: row.group_id,
    ...(await textsFor(tx, viewer, held, row)),
    ...(await pointOf(tx, row.encounter_id)),
    abilities: may.filter((ability) => mayDo(viewer, held, ability)),
  };
}

async function nameOfStaff(tx: Tx, staffId: string): Promise<string> {
  const found = await sql<{ name: string }>`
    select name from staff where city = (select app.city()) and staff_id = ${staffId}`.execute(tx);
  return found.rows[0]?.name ?? '';
}

async function textsFor(
  tx: Tx,
  viewer: Viewer,
  held: readonly Standing[],
  row: EncounterRow,
): Promise<Pick<Encounter, 'ownWords' | 'description' | 'belongings'>> {
  const all = mayDo(viewer, held, 'readTexts');
  const own = mayReadOwnWords(viewer, held, row.recorded_by === viewer.staffId);
  if (!all && !own) return {};
  const found = await sql<{ own_words: string; description: string; belongings: string }>`
    select own_words, description, belongings
      from encounter_texts
     where city = (select app.city()) and encounter_id = ${row.encounter_id}`.execute(tx);
  const texts = found.rows[0];
  if (!texts) return {};
  return {
    ...(own ? { ownWords: texts.own_words } : {}),
    ...(all ? { description: texts.description, belongings: texts.belongings } : {}),
  };
}

// Who may see a point, and for how long, is a policy of the table: while the operation runs, then its team alone.
async function pointOf(tx: Tx, encounterId: string): Promise<Pick<Encounter, 'point'>> {
  const found = await sql<{ latitude: number; longitude: number }>`
    select latitude, longitude from encounter_points
     where city = (select app.city()) and encounter_id = ${encounterId}`.execute(tx);
  const point = found.rows[0];
  return point ? { point } : {};
}

/** The rounded points of an operation, as many as the viewer may see; its team keeps them when it closes. */
export async function listPoints(
  tx: Tx,
  operationId: string,
): Promise<{ latitude: number; longitude: number; encounters: number }[]> {
  const found = await sql<{ latitude: number; longitude: number; encounters: number }>`
    select latitude, longitude, count(*)::int as encounters
      from encounter_points
     where city = (select app.city()) and operation_id = ${operationId}
     group by latitude, longitude
     order by latitude, longitude
     limit 200`.execute(tx);
  return found.rows;
}
