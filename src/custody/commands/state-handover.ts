import { sql } from 'kysely';
import type { Interval } from '#custody/queries/rows.ts';
import type { HandOver } from '#custody/schema.ts';
import { tiedTo } from '#platform/database/constraints.ts';
import type { Tx } from '#platform/database/transaction.ts';

export type Passing = {
  readonly input: HandOver;
  readonly from: Interval;
  readonly at: Date;
  readonly to: {
    readonly custodyId: string;
    readonly kind: string;
    readonly agencyCode: string;
    readonly reason: string;
    readonly policeReference: string;
  } | null;
  readonly giverStaffId: string | null;
  readonly giverSignature: Buffer | null;
  readonly receiverSignature: Buffer | null;
  readonly disputed: boolean;
};

/**
 * Writes the hand-over: the old custody ends, the next begins, the act stands between them. In one statement, because
 * with the end of its custody an agency no longer reaches the person and could write nothing after it.
 */
export async function stateHandover(tx: Tx, it: Passing): Promise<void> {
  const { input, from, at, to } = it;
  const stated = sql`
    with ended as (
      update custody_intervals
         set ended_at = ${at}, end_kind = ${input.endKind}, version = version + 1
       where city = (select app.city()) and custody_id = ${from.custody_id} and not ${it.disputed}
       returning custody_id),
    ready as (select (select count(*) from ended) as n),
    began as (
      insert into custody_intervals (custody_id, person_id, custodian_kind, agency_code, facility, started_at, basis,
                                     lpks_reason, police_reference, first_contact_at, disputed)
      select ${to?.custodyId ?? null}::uuid, ${from.person_id}::uuid, ${to?.kind ?? null}::text, ${to?.agencyCode ?? null}::text, ${input.facility ?? ''}::text,
             ${at}::timestamptz, ${input.basis}::text, ${to?.reason ?? ''}::text, ${to?.policeReference ?? ''}::text,
             ${from.first_contact_at}::timestamptz, ${it.disputed}::boolean
        from ready
       where ${to !== null} and ready.n >= 0
       returning custody_id)
    insert into handovers (handover_id, person_id, from_custody_id, to_custody_id, occurred_at, end_kind, giver_staff_id, giver_name,
                           receiver_staff_id, receiver_name, receiver_relation, condition, basis, statement_letter,
                           giver_signature, receiver_signature, supervisor_reason, state)
    select ${input.handoverId}::uuid, ${from.person_id}::uuid, ${from.custody_id}::uuid, (select custody_id from began), ${at}::timestamptz, ${input.endKind}::text,
           ${it.giverStaffId}::uuid, ${input.giverName ?? ''}::text, ${input.receiverStaffId ?? null}::uuid, ${input.receiverName ?? ''}::text,
           ${input.receiverRelation ?? ''}::text, ${input.condition}::text, ${input.basis}::text, ${input.statementLetter ?? false}::boolean,
           ${it.giverSignature}::bytea, ${it.receiverSignature}::bytea, ${input.supervisorReason ?? ''}::text,
           ${it.disputed ? 'disputed' : 'stands'}::text
      from ready`.execute(tx);
  // The custody that is made here is the receiver's; `custodyId` names the one that ends.
  await tiedTo(stated, (field) => (field === 'custodyId' ? 'toCustodyId' : field));
}
