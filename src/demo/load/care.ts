import { fearsPlace } from '#custody/queries/record.ts';
import type { DemoEvent } from '#demo/events.ts';
import type { Ids } from '#demo/load/ids.ts';
import { type Row, rowOf, type Sheet, writeRows } from '#demo/load/rows.ts';
import { takePersonKey } from '#persons/queries.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { sealBox } from '#platform/keys/box.ts';
import type { Keys } from '#platform/keys/ring.ts';

export type Care = {
  readonly intervals: Sheet<'custody_intervals'>;
  readonly handovers: Row<'handovers'>[];
  readonly belongings: Row<'belongings'>[];
  readonly steps: Row<'custody_steps'>[];
  readonly fears: (Row<'custody_fears'> & { whom: string })[];
  readonly complaints: Sheet<'complaints'>;
};

export const noCare = (): Care => ({
  intervals: new Map(),
  handovers: [],
  belongings: [],
  steps: [],
  fears: [],
  complaints: new Map(),
});

/** Takes in one event of custody: who had the child when, what was done for it meanwhile. */
export function takeCare(care: Care, event: DemoEvent, ids: Ids): void {
  if (event.kind === 'custody_began') beginCustody(care, event, ids);
  else if (event.kind === 'handover') handOver(care, event, ids);
  else if (event.kind === 'custody_step')
    care.steps.push({
      step_id: ids.of(`step-${care.steps.length}`, event.at),
      person_id: ids.of(event.person),
      custody_id: ids.orNull(event.custody),
      kind: event.step,
      occurred_at: event.at,
      result: event.result,
      note: event.note,
      recorded_by: ids.of(event.by),
      recorded_at: event.at,
    });
  else if (event.kind === 'belongings_returned') returnBelongings(care, event, ids);
  else takeVoice(care, event, ids);
}

function beginCustody(care: Care, event: Extract<DemoEvent, { kind: 'custody_began' }>, ids: Ids): void {
  const custody_id = ids.of(event.custody, event.at);
  care.intervals.set(custody_id, {
    custody_id,
    person_id: ids.of(event.person),
    custodian_kind: event.custodianKind,
    agency_code: event.agency,
    facility: event.facility,
    started_at: event.at,
    first_contact_at: event.at,
    encounter_id: ids.orNull(event.encounter),
    basis: event.basis,
    recorded_by: ids.of(event.by),
    recorded_at: event.at,
  });
}

function handOver(care: Care, event: Extract<DemoEvent, { kind: 'handover' }>, ids: Ids): void {
  const person_id = ids.of(event.person);
  const before = event.from ? rowOf(care.intervals, ids.of(event.from), 'custody') : null;
  if (before) Object.assign(before, { ended_at: event.at, end_kind: event.endKind });
  if (event.to && event.custodianKind)
    care.intervals.set(ids.of(event.to, event.at), {
      custody_id: ids.of(event.to),
      person_id,
      custodian_kind: event.custodianKind,
      agency_code: event.agency,
      facility: event.facility,
      started_at: event.at,
      ...chainOf(care, before, person_id, event.at),
      basis: event.basis,
      lpks_reason: event.facilityReason,
      recorded_by: ids.of(event.by),
      recorded_at: event.at,
    });
  care.handovers.push({
    handover_id: ids.of(event.handover, event.at),
    person_id,
    from_custody_id: ids.orNull(event.from),
    to_custody_id: ids.orNull(event.to),
    occurred_at: event.at,
    end_kind: event.endKind,
    giver_staff_id: ids.orNull(event.giver.username),
    giver_name: event.giver.name,
    receiver_staff_id: ids.orNull(event.receiver.username),
    receiver_name: event.receiver.name,
    receiver_relation: event.receiver.relation,
    condition: event.condition,
    basis: event.basis,
    statement_letter: event.statementLetter,
    supervisor_reason: event.supervisorReason,
    recorded_by: ids.of(event.by),
    recorded_at: event.at,
  });
  // Who goes home, or leaves, takes along what was kept.
  if (!event.to)
    for (const row of care.belongings)
      if (row.person_id === person_id && !row.returned_at) row.returned_at = event.at;
  for (const what of event.belongings)
    care.belongings.push({
      belonging_id: ids.of(`belonging-${care.belongings.length}`, event.at),
      person_id,
      custody_id: ids.orNull(event.to ?? event.from),
      what,
      kept_by: event.agency ?? before?.agency_code ?? '',
      return_due: event.returnDue,
      ...(event.to ? {} : { returned_at: event.at }),
      recorded_at: event.at,
    });
}

/** What a chain of custodians began with, also across a stretch in which nobody answered. */
function chainOf(care: Care, before: Row<'custody_intervals'> | null, personId: string, at: string) {
  const last = before ?? [...care.intervals.values()].filter((it) => it.person_id === personId).at(-1);
  return { first_contact_at: last?.first_contact_at ?? at, encounter_id: last?.encounter_id ?? null };
}

function returnBelongings(
  care: Care,
  event: Extract<DemoEvent, { kind: 'belongings_returned' }>,
  ids: Ids,
): void {
  const custodyId = ids.orNull(event.custody);
  for (const row of care.belongings)
    if (row.custody_id === custodyId && row.person_id === ids.of(event.person)) row.returned_at = event.at;
}

function takeVoice(care: Care, event: DemoEvent, ids: Ids): void {
  if (event.kind === 'feared_asked')
    care.fears.push({
      person_id: ids.of(event.person),
      asked_at: event.at,
      asked_by: ids.of(event.by),
      asked_alone: event.askedAlone,
      fears_someone: event.fearsSomeone,
      recorded_at: event.at,
      whom: event.whom,
    });
  else if (event.kind === 'complaint')
    care.complaints.set(ids.of(event.complaint, event.at), {
      complaint_id: ids.of(event.complaint),
      person_id: ids.of(event.person),
      about_agency: event.aboutAgency,
      to_agency: event.toAgency,
      said: event.said,
      said_by: event.saidBy,
      occurred_at: event.at,
      recorded_by: ids.of(event.by),
      recorded_at: event.at,
    });
  else if (event.kind === 'complaint_answered')
    Object.assign(rowOf(care.complaints, ids.of(event.complaint), 'complaint'), {
      answer: event.answer,
      answered_by: ids.of(event.by),
      answered_at: event.at,
    });
}

/** Writes what the desks did; whom a child fears is sealed under its own key, as the desk's command does. */
export async function writeCare(tx: Tx, care: Care, keys: Keys): Promise<void> {
  await writeRows(tx, 'custody_intervals', [...care.intervals.values()]);
  await writeRows(tx, 'handovers', care.handovers);
  await writeRows(tx, 'belongings', care.belongings);
  await writeRows(tx, 'custody_steps', care.steps);
  const fears: Row<'custody_fears'>[] = [];
  for (const { whom, ...row } of care.fears) {
    if (whom === '') fears.push(row);
    else fears.push({ ...row, box: await sealedFear(tx, keys, { row, whom }) });
  }
  await writeRows(tx, 'custody_fears', fears);
  await writeRows(tx, 'complaints', [...care.complaints.values()]);
}

const relationsOf = (whom: string): string[] =>
  whom.startsWith('Ayah') ? ['FATHER'] : whom.startsWith('Paman') ? ['AUNT_OR_UNCLE'] : [];

async function sealedFear(
  tx: Tx,
  keys: Keys,
  { row, whom }: { row: Row<'custody_fears'>; whom: string },
): Promise<Buffer> {
  const key = await takePersonKey(tx, keys, row.person_id);
  const answer = { names: [], relations: relationsOf(whom), note: whom };
  return sealBox(answer, key, fearsPlace(row.person_id, new Date(String(row.asked_at))));
}
