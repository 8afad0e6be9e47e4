import type { DemoEvent } from '#demo/events.ts';
import { codeOf, type Ids } from '#demo/load/ids.ts';
import { type Row, rowOf, type Sheet, writeRows } from '#demo/load/rows.ts';
import type { Tx } from '#platform/database/transaction.ts';

export type Street = {
  readonly operations: Sheet<'operations'>;
  readonly agencies: Row<'operation_agencies'>[];
  readonly team: Row<'operation_team'>[];
  readonly sites: Row<'operation_sites'>[];
  readonly bases: Row<'operation_legal_bases'>[];
  readonly encounters: Sheet<'encounters'>;
  readonly texts: Row<'encounter_texts'>[];
  readonly points: Row<'encounter_points'>[];
  readonly met: Map<string, { first: string; last: string }>;
};

export const noStreet = (): Street => ({
  operations: new Map(),
  agencies: [],
  team: [],
  sites: [],
  bases: [],
  encounters: new Map(),
  texts: [],
  points: [],
  met: new Map(),
});

/** Takes in one event of the street: an operation, an encounter, what became of it on the spot. */
export function takeStreet(
  street: Street,
  event: DemoEvent,
  ids: Ids,
  placesWithoutPoint: ReadonlySet<string>,
): void {
  if (event.kind === 'operation_planned') planOperation(street, event, ids);
  else if (event.kind === 'operation_started')
    Object.assign(rowOf(street.operations, ids.of(event.operation), 'operation'), {
      state: 'under_way',
      started_at: event.at,
      started_by: ids.of(event.by),
    });
  else if (event.kind === 'operation_closed')
    Object.assign(rowOf(street.operations, ids.of(event.operation), 'operation'), {
      state: 'closed',
      closed_at: event.at,
      closed_by: ids.of(event.by),
    });
  else if (event.kind === 'operation_cancelled')
    Object.assign(rowOf(street.operations, ids.of(event.operation), 'operation'), { state: 'cancelled' });
  else if (event.kind === 'encounter') meet(street, event, ids, placesWithoutPoint);
  else if (event.kind === 'spot_outcome')
    Object.assign(rowOf(street.encounters, ids.of(event.encounter), 'encounter'), {
      spot_outcome: codeOf(event.outcome),
      spot_outcome_at: event.at,
      spot_outcome_by: ids.of(event.by),
    });
}

function planOperation(
  street: Street,
  event: Extract<DemoEvent, { kind: 'operation_planned' }>,
  ids: Ids,
): void {
  const operation_id = ids.of(event.operation, event.at);
  street.operations.set(operation_id, {
    operation_id,
    kind: event.operationKind,
    title: event.title,
    lead_agency: event.lead,
    planned_from: event.plannedFrom,
    planned_to: event.plannedTo,
    instruction: event.instruction,
    planned_by: ids.of(event.by),
    recorded_at: event.at,
  });
  for (const agency_code of new Set(event.partners.filter((it) => it !== event.lead)))
    street.agencies.push({ operation_id, agency_code });
  for (const username of new Set(event.team)) street.team.push({ operation_id, staff_id: ids.of(username) });
  for (const legal_basis_id of new Set(event.legalBases)) street.bases.push({ operation_id, legal_basis_id });
  event.sites.forEach((site, n) => {
    street.sites.push({
      operation_id,
      site_no: n + 1,
      area_code: site.area,
      location_type: site.locationType,
      place: site.place,
    });
  });
}

const halfCell = (degrees: number): number => Math.round(Math.round(degrees / 0.005) * 0.005 * 1000) / 1000;

function meet(
  street: Street,
  event: Extract<DemoEvent, { kind: 'encounter' }>,
  ids: Ids,
  placesWithoutPoint: ReadonlySet<string>,
): void {
  const encounter_id = ids.of(event.encounter, event.at);
  const person_id = ids.of(event.person);
  const operation_id = ids.orNull(event.operation);
  street.encounters.set(encounter_id, {
    encounter_id,
    person_id,
    operation_id,
    occurred_at: event.at,
    recorded_at: event.recordedAt,
    recorded_by: ids.of(event.by),
    agency_code: event.agency,
    approach: event.approach,
    activity: event.activity,
    location_type: event.locationType,
    area_code: event.area,
    age_class: codeOf(event.ageClass),
    sex: event.sex,
    stated_age: event.statedAge,
    assessed_low: event.assessed?.[0] ?? null,
    assessed_high: event.assessed?.[1] ?? null,
    condition: event.condition,
    injury: event.injury,
    intoxication: codeOf(event.intoxication),
    needs: [...event.needs],
    companions: [...event.companions],
    group_id: ids.orNull(event.group),
  });
  const belongings = event.belongings.join(', ');
  if (event.ownWords || event.description || belongings)
    street.texts.push({
      encounter_id,
      person_id,
      own_words: event.ownWords,
      description: event.description,
      belongings,
    });
  if (event.point && !placesWithoutPoint.has(event.locationType))
    street.points.push({
      encounter_id,
      operation_id,
      latitude: halfCell(event.point.latitude),
      longitude: halfCell(event.point.longitude),
    });
  const seen = street.met.get(person_id);
  street.met.set(person_id, {
    first: seen && seen.first < event.at ? seen.first : event.at,
    last: seen && seen.last > event.at ? seen.last : event.at,
  });
}

/** Operations first; the persons must be there before the encounters. */
export async function writeOperations(tx: Tx, street: Street): Promise<void> {
  await writeRows(tx, 'operations', [...street.operations.values()]);
  await writeRows(tx, 'operation_agencies', street.agencies);
  await writeRows(tx, 'operation_team', street.team);
  await writeRows(tx, 'operation_sites', street.sites);
  await writeRows(tx, 'operation_legal_bases', street.bases);
}

export async function writeEncounters(tx: Tx, street: Street): Promise<void> {
  await writeRows(tx, 'encounters', [...street.encounters.values()]);
  await writeRows(tx, 'encounter_texts', street.texts);
  await writeRows(tx, 'encounter_points', street.points);
}
