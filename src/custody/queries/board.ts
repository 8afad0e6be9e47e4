import { type RawBuilder, sql } from 'kysely';
import { clockedKinds, listInDispute, readHoldLimit } from '#custody/queries/facts.ts';
import { type Interval, listIntervals } from '#custody/queries/rows.ts';
import { nearLimit } from '#custody/rules.ts';
import type { Awaiting, Board, KeptBelonging, OwnPaper } from '#custody/schema/reads.ts';
import { existsFor } from '#encounters/queries/contacts.ts';
import { protectedAgeOf } from '#persons/queries/ages.ts';
import { disclosePersons, findPersons } from '#persons/queries.ts';
import { cityDate } from '#platform/calendar.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import type { AgeClass } from '#platform/schemas.ts';
import type { World } from '#platform/world.ts';
import { handoverNumber } from './rows.ts';

type PageKey = { readonly at: string; readonly custodyId: string };

/** Whom the viewer answers for: at a desk the agency's, on the street those whom the own team has with it, whichever agency leads. */
function ofViewer(viewer: Viewer): RawBuilder<boolean> {
  if (viewer.role !== 'field_officer') return sql`i.agency_code = (select app.viewer_agency())`;
  return sql`i.custodian_kind = 'FIELD_TEAM' and exists (
    select 1 from encounters e
     where e.city = i.city and e.encounter_id = i.encounter_id
       and (e.operation_id = any ((select app.viewer_operations())::uuid[]) or (e.operation_id is null and e.recorded_by = (select app.viewer_staff()))))`;
}

/** Those the viewer answers for now, longest since first contact first; 51 from a place in the list on. */
export async function listHeldNow(tx: Tx, viewer: Viewer, after: PageKey | null): Promise<Interval[]> {
  const found = await sql<{ custody_id: string; person_id: string }>`
    select i.custody_id, i.person_id
      from custody_intervals i
     where i.city = (select app.city()) and ${ofViewer(viewer)} and i.ended_at is null and not i.set_aside
       and (coalesce(i.first_contact_at, i.started_at), i.custody_id) > (${after?.at ?? '-infinity'}::timestamptz, ${after?.custodyId ?? '00000000-0000-0000-0000-000000000000'}::uuid)
       and exists (select 1 from ${viewer.lock.personStanding} x where x.city = i.city and x.person_id = i.person_id and x.standing <> 'coordinator')
     order by coalesce(i.first_contact_at, i.started_at), i.custody_id
     limit 51`.execute(tx);
  const intervals = await listIntervals(tx, [...new Set(found.rows.map((row) => row.person_id))]);
  return found.rows.flatMap((row) => intervals.filter((it) => it.custody_id === row.custody_id));
}

type Open = {
  readonly person_id: string;
  readonly custodian_kind: string;
  readonly first_contact_at: Date;
};

/** Of each of these holds that run now: whether it is of an adult, and until when at the latest, where a clock runs. */
export async function readAgainstLimit<Row extends Open>(
  tx: Tx,
  viewer: Viewer,
  open: readonly Row[],
  world: World,
): Promise<(Row & { adult: boolean; limitAt: Date | null })[]> {
  if (open.length === 0) return [];
  const { hours } = await readHoldLimit(tx);
  const ids = [...new Set(open.map((row) => row.person_id))];
  const classes = await ageClasses(tx, viewer, ids, world);
  const clocked = await clockedKinds(tx, cityDate(world.now(), viewer.city.timeZone));
  return open.map((row) => {
    const adult = classes.get(row.person_id) === 'ADULT';
    const runs = !adult && clocked.has(row.custodian_kind);
    const limitAt = runs ? new Date(row.first_contact_at.getTime() + hours * 3_600_000) : null;
    return { ...row, adult, limitAt };
  });
}

/** How many are held now, and against the limit: of everybody the viewer answers for, not only of one page. */
export async function countHeld(tx: Tx, viewer: Viewer, world: World): Promise<Board['counts']> {
  const open = await sql<Open>`
    select i.person_id, i.custodian_kind, coalesce(i.first_contact_at, i.started_at) as first_contact_at
      from custody_intervals i
     where i.city = (select app.city()) and ${ofViewer(viewer)} and i.ended_at is null and not i.set_aside
       and exists (select 1 from ${viewer.lock.personStanding} x where x.city = i.city and x.person_id = i.person_id and x.standing <> 'coordinator')
     limit 1000`.execute(tx);
  const against = await readAgainstLimit(tx, viewer, open.rows, world);
  const now = world.now().getTime();
  const ids = open.rows.map((row) => row.person_id);
  const disputed = await listInDispute(tx, ids);
  const adults = against.filter((it) => it.adult).length;
  const left = against.flatMap(({ limitAt }) => (limitAt ? [limitAt.getTime() - now] : []));
  return {
    children: against.length - adults,
    adults,
    overLimit: left.filter((it) => it < 0).length,
    nearLimit: left.filter((it) => it >= 0 && it < nearLimit).length,
    disputed: ids.filter((id) => disputed.has(id)).length,
  };
}

/** The age class that protects each of these persons. */
export async function ageClasses(
  tx: Tx,
  viewer: Viewer,
  personIds: readonly string[],
  world: World,
): Promise<Map<string, AgeClass>> {
  const today = cityDate(world.now(), viewer.city.timeZone);
  const found = await findPersons(tx, viewer, personIds);
  return new Map(found.map((row) => [row.person_id, protectedAgeOf(row, today).ageClass]));
}

/** How long those whom the agency handed on in seven days had waited since first contact. */
export async function medianOfWeek(tx: Tx, now: Date): Promise<Board['week']> {
  const found = await sql<{ ended: number; medianHours: number | null }>`
    select ended, median_hours as "medianHours" from app.median_hold(${new Date(now.getTime() - 7 * 86_400_000)})`.execute(
    tx,
  );
  return found.rows[0] ?? { ended: 0, medianHours: null };
}

type AwaitingRow = { person_id: string; encounter_id: string; met_at: Date; operation_id: string | null };

/** Those the viewer's team met in three days, for whom nobody answers and nothing was decided on the spot. */
export async function listAwaiting(
  tx: Tx,
  viewer: Viewer,
  world: World,
): Promise<{ items: Awaiting[]; shown: string[] }> {
  const rows = await sql<AwaitingRow>`
    select distinct on (e.person_id) e.person_id, e.encounter_id, e.occurred_at as met_at, e.operation_id
      from encounters e
     where e.city = (select app.city()) and e.occurred_at > now() - interval '3 days' and e.spot_outcome is null
       and ${existsFor(viewer, ['operationTeam', 'recorder', 'caseTeam'])}
       and not exists (select 1 from person_alias a join custody_intervals i on i.city = a.city and i.person_id = a.same_as
             where a.city = e.city and a.person_id = e.person_id and not i.set_aside and (i.ended_at is null or i.ended_at > e.occurred_at))
     order by e.person_id, e.occurred_at desc
     limit 50`.execute(tx);
  const ids = rows.rows.map((row) => row.person_id);
  const { persons, shown } = await disclosePersons(tx, viewer, await findPersons(tx, viewer, ids), world);
  const classes = await ageClasses(tx, viewer, ids, world);
  const items = rows.rows
    .sort((a, b) => a.met_at.getTime() - b.met_at.getTime())
    .flatMap((row) => {
      const person = persons.find((it) => it.personId === row.person_id);
      return person ? [awaitingOf(row, person, classes.get(row.person_id) ?? 'UNKNOWN')] : [];
    });
  return { items, shown };
}

function awaitingOf(row: AwaitingRow, person: Awaiting['person'], ageClass: AgeClass): Awaiting {
  return {
    person,
    ageClass,
    encounterId: row.encounter_id,
    metAt: row.met_at.toISOString(),
    operationId: row.operation_id,
  };
}

/** The acts of the last two hours whose papers the viewer may still print. */
export async function listOwnPapers(tx: Tx, viewer: Viewer): Promise<OwnPaper[]> {
  const found = await sql<{
    handover_id: string;
    occurred_at: Date;
    recorded_at: Date;
    end_kind: string | null;
    statement_letter: boolean;
  }>`
    select handover_id, occurred_at, recorded_at, end_kind, statement_letter from app.own_recent_handovers()`.execute(
    tx,
  );
  return found.rows.map((row) => ({
    handoverId: row.handover_id,
    number: handoverNumber(row.handover_id, cityDate(row.occurred_at, viewer.city.timeZone)),
    occurredAt: row.occurred_at.toISOString(),
    endKind: row.end_kind,
    statementLetter: row.statement_letter,
    printableUntil: new Date(row.recorded_at.getTime() + 2 * 3_600_000).toISOString(),
  }));
}

type KeptRow = Pick<KeptBelonging, 'belongingId' | 'what' | 'keptBy' | 'returnDue'> & {
  readonly recordedAt: Date;
  readonly handoverId: string | null;
  readonly day: string | null;
};

/** What the viewer's agency still keeps of people it no longer holds, by the day on which it goes back. */
export async function listKept(
  tx: Tx,
  after: { day: string; belongingId: string } | null,
): Promise<KeptBelonging[]> {
  const kept: RawBuilder<KeptRow> = sql`
    select b.belonging_id as "belongingId", b.what, b.kept_by as "keptBy", b.return_due as "returnDue", b.recorded_at as "recordedAt",
           h.handover_id as "handoverId", app.local_date(h.occurred_at) as day
      from belongings b
      left join app.kept_papers() h on h.belonging_id = b.belonging_id
     where b.city = (select app.city()) and b.kept_by = (select app.viewer_agency()) and b.returned_at is null
       and (coalesce(b.return_due, 'infinity'), b.belonging_id) > (${after?.day ?? '-infinity'}::date, ${after?.belongingId ?? '00000000-0000-0000-0000-000000000000'}::uuid)
     order by coalesce(b.return_due, 'infinity'), b.belonging_id
     limit 51`;
  const found = await kept.execute(tx);
  return found.rows.map(({ handoverId, day, ...row }) => ({
    ...row,
    returnedAt: null,
    recordedAt: row.recordedAt.toISOString(),
    number: handoverId && day ? handoverNumber(handoverId, day) : null,
  }));
}
