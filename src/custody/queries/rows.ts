import { sql } from 'kysely';
import type { ChainLink, CustodyStep, Handover } from '#custody/schema/reads.ts';
import type { Tx } from '#platform/database/transaction.ts';

/** A stretch of custody as stored, with what the city's list says of its end. */
export type Interval = {
  readonly custody_id: string;
  readonly person_id: string;
  readonly custodian_kind: string;
  readonly agency_code: string | null;
  readonly facility: string;
  readonly basis: string;
  readonly started_at: Date;
  readonly ended_at: Date | null;
  readonly end_kind: string | null;
  readonly ends_chain: boolean;
  readonly by_team: boolean;
  readonly first_contact_at: Date;
  readonly encounter_id: string | null;
  readonly disputed: boolean;
  readonly set_aside: boolean;
  readonly settled_reason: string;
  readonly recorded_by: string;
  readonly recorded_at: Date;
  readonly version: number;
};

const intervalColumns = sql`
  i.custody_id, i.person_id, i.custodian_kind, i.agency_code, i.facility, i.basis, i.started_at, i.ended_at, i.end_kind,
  coalesce(i.ended_at is not null and i.end_kind is not null and not coalesce(k.extra ? 'to', false), false) as ends_chain,
  exists (select 1 from custody_by_team b where b.city = i.city and b.custody_id = i.custody_id) as by_team,
  coalesce(i.first_contact_at, i.started_at) as first_contact_at, i.encounter_id, i.disputed, i.set_aside, i.settled_reason,
  coalesce(s.name, '') as recorded_by, i.recorded_at, i.version`;

const intervalJoins = sql`
  left join codes k on k.city = i.city and k.list = 'custody_end' and k.code = i.end_kind
  left join staff s on s.city = i.city and s.staff_id = i.recorded_by`;

/** Every stretch of custody of these records of one or more persons, oldest first. */
export async function listIntervals(tx: Tx, personIds: readonly string[]): Promise<Interval[]> {
  if (personIds.length === 0) return [];
  const found = await sql<Interval>`
    select ${intervalColumns}
      from custody_intervals i ${intervalJoins}
     where i.city = (select app.city()) and i.person_id = any (${personIds}::uuid[])
     order by i.started_at, i.recorded_at`.execute(tx);
  return found.rows;
}

/** One stretch of custody, or null when it does not exist for the viewer. */
export async function findInterval(tx: Tx, custodyId: string): Promise<Interval | null> {
  const found = await sql<Interval>`
    select ${intervalColumns}
      from custody_intervals i ${intervalJoins}
     where i.city = (select app.city()) and i.custody_id = ${custodyId}`.execute(tx);
  return found.rows[0] ?? null;
}

/** The same, taken for writing. */
export async function lockInterval(tx: Tx, custodyId: string): Promise<Interval | null> {
  await sql`
    select 1 from custody_intervals where city = (select app.city()) and custody_id = ${custodyId} for update`.execute(
    tx,
  );
  return findInterval(tx, custodyId);
}

/** Where the viewer's own desk gave a child that it has no standing to any more; null for anybody else. */
export async function findOwnEnded(
  tx: Tx,
  custodyId: string,
): Promise<{ endKind: string; endedAt: Date; agencyCode: string | null } | null> {
  const found = await sql<{ endKind: string; endedAt: Date; agencyCode: string | null }>`
    select end_kind as "endKind", ended_at as "endedAt", agency_code as "agencyCode" from app.own_ended_custody(${custodyId})`.execute(
    tx,
  );
  return found.rows[0] ?? null;
}

/** A stretch as it crosses the wire. */
export function linkOf(row: Interval): ChainLink {
  return {
    custodyId: row.custody_id,
    personId: row.person_id,
    custodianKind: row.custodian_kind,
    agencyCode: row.agency_code,
    facility: row.facility,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    endKind: row.end_kind,
    endsChain: row.ends_chain,
    disputed: row.disputed,
    setAside: row.set_aside,
    settledReason: row.settled_reason,
  };
}

export type StepRow = Omit<CustodyStep, 'occurredAt' | 'until'> & {
  readonly personId: string;
  readonly occurredAt: Date;
  readonly until: Date | null;
};

/** What was done for these persons since a moment, oldest first. */
export async function listSteps(tx: Tx, personIds: readonly string[], since: Date): Promise<StepRow[]> {
  if (personIds.length === 0) return [];
  const found = await sql<StepRow>`
    select t.step_id as "stepId", t.person_id as "personId", t.kind, t.occurred_at as "occurredAt", t.until, t.result, t.note,
           coalesce(s.name, '') as by
      from custody_steps t
      left join staff s on s.city = t.city and s.staff_id = t.recorded_by
     where t.city = (select app.city()) and t.person_id = any (${personIds}::uuid[]) and coalesce(t.until, t.occurred_at) >= ${since}
     order by t.occurred_at, t.recorded_at
     limit 500`.execute(tx);
  return found.rows;
}

/** The number under which a hand-over is found again on paper: its day and the end of its id. */
export function handoverNumber(handoverId: string, day: string): string {
  return `BA-${day.replaceAll('-', '')}-${handoverId.slice(-6).toUpperCase()}`;
}

export type HandoverRow = Omit<
  Handover,
  'number' | 'occurredAt' | 'recordedAt' | 'supervisorDecided' | 'supervisorReason'
> & {
  readonly supervisorReason: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly day: string;
};

const handoverColumns = sql`
  h.handover_id as "handoverId", h.person_id as "personId", h.from_custody_id as "fromCustodyId", h.to_custody_id as "toCustodyId",
  h.occurred_at as "occurredAt", app.local_date(h.occurred_at) as day, h.end_kind as "endKind",
  coalesce(nullif(h.giver_name, ''), g.name, '') as giver, coalesce(nullif(h.receiver_name, ''), r.name, '') as receiver,
  h.receiver_relation as "receiverRelation", h.condition, h.basis, h.statement_letter as "statementLetter",
  h.giver_signature is not null as "signedByGiver", h.receiver_signature is not null as "signedByReceiver",
  h.supervisor_reason as "supervisorReason", h.state, h.recorded_at as "recordedAt"`;

const handoverJoins = sql`
  left join staff g on g.city = h.city and g.staff_id = h.giver_staff_id
  left join staff r on r.city = h.city and r.staff_id = h.receiver_staff_id`;

/** The hand-overs of these records, newest first. */
export async function listHandovers(tx: Tx, personIds: readonly string[]): Promise<HandoverRow[]> {
  const found = await sql<HandoverRow>`
    select ${handoverColumns}
      from handovers h ${handoverJoins}
     where h.city = (select app.city()) and h.person_id = any (${personIds}::uuid[])
     order by h.occurred_at desc, h.handover_id desc
     limit 200`.execute(tx);
  return found.rows;
}

/** The hand-overs that both locks let through since a moment, newest first; 51 from a place in the list on. */
export async function listRecentHandovers(
  tx: Tx,
  standing: ReturnType<typeof sql>,
  after: { at: string; handoverId: string } | null,
): Promise<HandoverRow[]> {
  const found = await sql<HandoverRow>`
    select ${handoverColumns}
      from handovers h ${handoverJoins}
     where h.city = (select app.city()) and h.occurred_at > now() - interval '30 days'
       and (h.occurred_at, h.handover_id) < (${after?.at ?? 'infinity'}::timestamptz, ${after?.handoverId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}::uuid)
       and h.person_id in (select x.person_id from ${standing} x where x.city = (select app.city()) and x.standing <> 'coordinator')
     order by h.occurred_at desc, h.handover_id desc
     limit 51`.execute(tx);
  return found.rows;
}

/**
 * A hand-over as it crosses the wire. Why a supervisor let a child go all the same may say whom it fears: everybody else
 * learns only that it was a supervisor's decision.
 */
export function handoverOf({ day, supervisorReason, ...row }: HandoverRow, mayReadFears: boolean): Handover {
  return {
    ...row,
    supervisorDecided: supervisorReason !== '',
    ...(mayReadFears && supervisorReason ? { supervisorReason } : {}),
    number: handoverNumber(row.handoverId, day),
    occurredAt: row.occurredAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
  };
}
