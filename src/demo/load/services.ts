import { sql } from 'kysely';
import { type Row, writeRows } from '#demo/load/rows.ts';
import { createRandom } from '#demo/random.ts';
import {
  type DemoProgramme,
  inventedCohort,
  inventedProgrammes,
  publishedProgrammes,
} from '#demo/services.ts';
import { addDays, cityDate } from '#platform/calendar.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { uuidv7 } from '#platform/uuid.ts';

/** Writes the programmes whose bodies and areas the city has, and the places of the invented cohort. */
export async function loadServices(tx: Tx, now: Date, timeZone: string): Promise<void> {
  const today = cityDate(now, timeZone);
  const inDays = (n: number) => addDays(today, n);
  const cohort: DemoProgramme = {
    ...inventedCohort,
    from: inDays(inventedCohort.from),
    to: inDays(inventedCohort.to),
  };
  const invented = inventedProgrammes.map(({ from, to, ...rest }) => ({
    ...rest,
    from: inDays(from),
    ...(to === undefined ? {} : { to: inDays(to) }),
  }));
  const known = await knownCodes(tx);
  const possible = [...publishedProgrammes, ...invented, cohort].filter((it) =>
    [it.owner, it.host, ...(it.partners ?? []).map(([agency]) => agency), ...(it.areas ?? [])].every(
      (code) => code === undefined || known.has(code),
    ),
  );
  const ids = new Map(possible.map((it) => [it.key, uuidv7(Date.parse(it.from))]));
  const idOf = (it: DemoProgramme) => ids.get(it.key) ?? '';
  await writeRows(
    tx,
    'programmes',
    possible.map((it) => rowOf(it, idOf(it))),
  );
  await writeRows(
    tx,
    'programme_areas',
    possible.flatMap((it) => (it.areas ?? []).map((area_code) => ({ programme_id: idOf(it), area_code }))),
  );
  await writeRows(
    tx,
    'programme_partners',
    possible.flatMap((it) =>
      (it.partners ?? []).map(([agency_code, part]) => ({ programme_id: idOf(it), agency_code, part })),
    ),
  );
  const programmeId = ids.get(cohort.key);
  if (programmeId) await loadCohort(tx, programmeId, cohort);
}

async function knownCodes(tx: Tx): Promise<Set<string>> {
  const found = await sql<{ code: string }>`
    select agency_code as code from agencies where city = (select app.city())
    union all
    select area_code from areas where area_code like (select app.city()) || '.%'`.execute(tx);
  return new Set(found.rows.map((row) => row.code));
}

function rowOf(it: DemoProgramme, programme_id: string): Row<'programmes'> {
  return {
    programme_id,
    name: it.name,
    kind: it.kind,
    leg: it.leg,
    purpose: it.purpose,
    duty_code: it.duty,
    owner_agency: it.owner,
    host_agency: it.host ?? null,
    place: it.place ?? '',
    target_group: it.target,
    capacity: it.capacity ?? null,
    starts_on: it.from,
    ends_on: it.to ?? null,
    budget_line: it.budgetLine ?? '',
    budget_amount: it.budget ?? null,
    spent_amount: it.spent ?? null,
    reported_participants: it.reported ?? null,
    reported_result: it.result ?? '',
    source: it.source ?? '',
    invented: it.source === undefined,
    written_by: null,
    written_at: `${it.from}T02:00:00Z`,
  };
}

type Asked = { person_id: string; worker_id: string };

/** Children of cases that were open then: most said yes, some no; one went home early, one stayed away often. */
async function loadCohort(tx: Tx, programme_id: string, cohort: DemoProgramme): Promise<void> {
  const random = createRandom(2026);
  const askedOn = addDays(cohort.from, -9);
  const endsOn = cohort.to ?? cohort.from;
  const found = await sql<Asked>`
    select distinct on (c.person_id) c.person_id, c.worker_id
      from cases c
      join persons p on p.city = c.city and p.person_id = c.person_id
     where c.city = (select app.city()) and c.state in ('open', 'closed') and c.opened_at < ${askedOn}::date and c.worker_id is not null
       and p.named and (p.birth_from is null or p.birth_from > ${endsOn}::date - interval '18 years')
     order by c.person_id
     limit ${inventedCohort.children + inventedCohort.refusals}`.execute(tx);
  const base = (it: Asked) => ({
    programme_id,
    person_id: it.person_id,
    asked_on: askedOn,
    recorded_by: it.worker_id,
    recorded_at: `${askedOn}T03:00:00Z`,
  });
  const refusing = found.rows.slice(0, inventedCohort.refusals);
  const taking = found.rows.slice(inventedCohort.refusals);
  const refused = refusing.map((it) => ({
    ...base(it),
    enrolment_id: uuidv7(Date.parse(askedOn)),
    state: 'refused',
    child_says: 'refuses',
    guardian_says: 'not_reached',
  }));
  const taken = taking.map((it, n) => ({
    ...base(it),
    enrolment_id: uuidv7(Date.parse(askedOn)),
    number: n + 1,
    child_says: 'agrees',
    guardian_says: random.chance(0.85) ? 'agrees' : 'none',
    ...(n === 4
      ? { state: 'left', ended_on: addDays(cohort.from, 2), ended_by: 'child' }
      : { state: 'finished', ended_on: endsOn }),
  }));
  await writeRows(tx, 'enrolments', [...refused, ...taken]);
  const sessions = inventedCohort.days.map((title, n) => ({
    session_id: uuidv7(Date.parse(addDays(cohort.from, n))),
    programme_id,
    day: addDays(cohort.from, n),
    title,
  }));
  await writeRows(tx, 'programme_sessions', sessions);
  await writeRows(
    tx,
    'session_attendance',
    sessions.flatMap((session) =>
      taken
        .filter((place) => place.ended_on >= session.day)
        .map((place) => ({
          session_id: session.session_id,
          enrolment_id: place.enrolment_id,
          presence: random.chance(0.93) ? 'present' : random.pick(['absent', 'excused'] as const),
          noted_by: null,
          noted_at: `${session.day}T10:00:00Z`,
        })),
    ),
  );
  const fares = [
    ['WITH_FAMILY', 9],
    ['IN_SCHOOL', 6],
    ['IN_WORK', 2],
    ['NOT_KNOWN', 1],
    ['MET_AGAIN', 1],
  ] as const;
  await writeRows(
    tx,
    'programme_outcomes',
    taken
      .filter((place) => place.state === 'finished')
      .map((place) => ({
        outcome_id: uuidv7(Date.parse(endsOn)),
        enrolment_id: place.enrolment_id,
        person_id: place.person_id,
        after_months: 0,
        outcome: random.weighted(fares),
        seen_on: endsOn,
        recorded_by: place.recorded_by,
        recorded_at: `${endsOn}T09:00:00Z`,
      })),
  );
}
