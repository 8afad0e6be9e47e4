import { sql } from 'kysely';
import { codesOn, requireCode } from '#areas/queries.ts';
import type { CodeLabel } from '#areas/schema.ts';
import { kinshipOf, receivingOf } from '#custody/rules/receivers.ts';
import type { HandOver } from '#custody/schema.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';

/**
 * The other side of a hand-over: staff of the receiving agency or a named person, with the relation when it is family or
 * a child goes with them. Whoever leaves, or is released, has none. Answers the kinship of the receiver, if it is kin.
 */
export async function requireReceiver(
  tx: Tx,
  wanted: { end: CodeLabel; child: boolean; input: HandOver; agencyCode: string | null; day: string },
): Promise<string | null> {
  const { end, child, input, agencyCode, day } = wanted;
  const { receiverStaffId, receiverName, receiverRelation } = input;
  const receiving = receivingOf(end.extra);
  if (input.giverStaffId) await requireStaff(tx, input.giverStaffId, 'giverStaffId');
  if (receiving === 'nobody' && (receiverStaffId || receiverName || receiverRelation))
    throw problem('end-has-no-receiver', { field: 'receiverName' });
  if (receiving !== 'nobody' && !receiverStaffId && !receiverName)
    throw problem('receiver-missing', { field: 'receiverName' });
  const kinOnly = end.extra.receiver === 'kin';
  if (receiving === 'person' && (kinOnly || child) && !receiverRelation)
    throw problem('receiver-missing', { field: 'receiverRelation' });
  if (kinOnly && receiverRelation)
    await requireCode(tx, { list: 'kin_relation', code: receiverRelation, day, field: 'receiverRelation' });
  if (receiverStaffId) {
    const agency = await requireStaff(tx, receiverStaffId, 'receiverStaffId');
    if (agency !== agencyCode) throw problem('receiver-not-there', { field: 'receiverStaffId' });
  }
  return kinshipOf(receiverRelation, [...(await codesOn(tx, 'kin_relation', day)).values()]);
}

async function requireStaff(tx: Tx, staffId: string, field: string): Promise<string> {
  const found = await sql<{ agency_code: string }>`
    select agency_code from staff
     where city = (select app.city()) and staff_id = ${staffId} and state = 'active'`.execute(tx);
  const agency = found.rows[0]?.agency_code;
  if (!agency) throw problem('receiver-not-there', { field });
  return agency;
}
