import { sql } from 'kysely';
import { disclosePersons, findPersons } from '#persons/queries.ts';
import type { Person, Standing } from '#persons/schema.ts';
import { standingsOf } from '#platform/access.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import type { World } from '#platform/world.ts';
import { enrolmentAbilities, mayDoWithPlace } from '#services/access.ts';
import type { Enrolment } from '#services/schema.ts';

type Row = Omit<Enrolment, 'person' | 'mayChange' | 'outcomes'> & { personId: string };
type OutcomeRow = Enrolment['outcomes'][number] & { enrolmentId: string };

/**
 * The places of a programme as the viewer may know them: by number for the desks of its owner, with the child for whoever
 * has a standing towards it. A refusal exists only for the latter.
 */
export async function readRoster(
  tx: Tx,
  viewer: Viewer,
  { programmeId, ownerAgency }: { programmeId: string; ownerAgency: string },
  world: World,
): Promise<{ items: Enrolment[]; shown: string[] }> {
  const found = await sql<Row>`
    select e.enrolment_id as "enrolmentId", e.number, e.state, e.person_id as "personId", e.child_says as "childSays",
           e.guardian_says as "guardianSays", e.asked_on as "askedOn", e.ended_on as "endedOn",
           coalesce((select jsonb_agg(jsonb_build_object('sessionId', t.session_id, 'presence', t.presence))
             from session_attendance t where t.city = e.city and t.enrolment_id = e.enrolment_id), '[]') as attendance
      from enrolments e
     where e.city = (select app.city()) and e.programme_id = ${programmeId}
     order by e.number nulls last, e.enrolment_id
     limit 500`.execute(tx);
  const rows = await findPersons(tx, viewer, [...new Set(found.rows.map((row) => row.personId))]);
  const near = rows.filter((row) => mayDoWithPlace(viewer, row.standings, 'readPlace'));
  const { persons, shown } = await disclosePersons(tx, viewer, near, world);
  const standings = new Map(near.map((row) => [row.person_id, row.standings]));
  const byId = new Map(persons.map((person) => [person.personId, person]));
  const outcomes = await outcomesOf(tx, programmeId);
  const own = viewer.lock.standingAllows([viewer.agencyCode], [ownerAgency]);
  const items = found.rows.flatMap(({ personId, ...row }) => {
    const held: readonly Standing[] = standings.get(personId) ?? [];
    if (held.length === 0 && (!own || row.state === 'refused')) return [];
    const person = byId.get(personId) ?? null;
    const its = outcomes.filter((it) => it.enrolmentId === row.enrolmentId);
    return [
      {
        ...row,
        person,
        outcomes: person ? its.map(({ enrolmentId: _, ...outcome }) => outcome) : [],
        mayChange: mayDoWithPlace(viewer, held, 'enrol'),
      },
    ];
  });
  return { items, shown };
}

async function outcomesOf(tx: Tx, programmeId: string): Promise<OutcomeRow[]> {
  const found = await sql<OutcomeRow>`
    select o.enrolment_id as "enrolmentId", o.after_months as "afterMonths", o.outcome, o.seen_on as "seenOn"
      from enrolments e
      join programme_outcomes o on o.city = e.city and o.enrolment_id = e.enrolment_id
     where e.city = (select app.city()) and e.programme_id = ${programmeId}
     order by o.after_months, o.seen_on`.execute(tx);
  return found.rows;
}

/** Children whom the viewer may ask: of the own cases or in the own custody, without a place in the programme. */
export async function listCandidates(
  tx: Tx,
  viewer: Viewer,
  programmeId: string,
  world: World,
): Promise<{ items: Person[]; shown: string[] }> {
  const found = await sql<{ id: string }>`
    select distinct s.person_id as id
      from ${viewer.lock.personStanding} s
     where s.city = (select app.city()) and s.standing = any (${enrolmentAbilities.enrol})
       and not exists (select 1 from enrolments e where e.city = s.city and e.programme_id = ${programmeId}
         and e.person_id = s.person_id and e.state = 'enrolled')
       and not exists (select 1 from person_merges g where g.city = s.city and g.person_id = s.person_id)
     limit 200`.execute(tx);
  const rows = await findPersons(
    tx,
    viewer,
    found.rows.map((row) => row.id),
  );
  const { persons, shown } = await disclosePersons(tx, viewer, rows, world);
  return { items: persons, shown };
}

export type Place = {
  readonly enrolmentId: string;
  readonly programmeId: string;
  readonly personId: string;
  readonly state: Enrolment['state'];
  readonly askedOn: string;
};

/** A place with the viewer's standings towards its child; null where the database shows none. */
export async function findPlace(
  tx: Tx,
  viewer: Viewer,
  enrolmentId: string,
): Promise<(Place & { held: Standing[] }) | null> {
  const found = await sql<Place>`
    select enrolment_id as "enrolmentId", programme_id as "programmeId", person_id as "personId", state, asked_on as "askedOn"
      from enrolments
     where city = (select app.city()) and enrolment_id = ${enrolmentId}`.execute(tx);
  const [place] = found.rows;
  if (!place) return null;
  const standings = await sql<{ standing: Standing }>`
    select distinct x.standing from ${standingsOf(viewer.lock, [place.personId])} x`.execute(tx);
  return { ...place, held: standings.rows.map((row) => row.standing) };
}
