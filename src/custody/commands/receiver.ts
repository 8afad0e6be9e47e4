import { sql } from 'kysely';
import type { CodeLabel } from '#areas/schema.ts';
import { requireCode } from '#custody/commands/common.ts';
import type { HandOver } from '#custody/schema.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';

/**
 * The other side of a hand-over: staff of the receiving agency or a named person, with the relation when it is family.
 * Whoever leaves, or is released, has none.
 */
export async function requireReceiver(
  tx: Tx,
  wanted: { end: CodeLabel; input: HandOver; agencyCode: string | null; day: string },
): Promise<void> {
  const { end, input, agencyCode } = wanted;
  if (input.giverStaffId) await requireStaff(tx, input.giverStaffId, 'giverStaffId');
  const needed = agencyCode !== null || typeof end.extra.receiver === 'string';
  if (needed && !input.receiverStaffId && !input.receiverName)
    throw problem('receiver-missing', { field: 'receiverName' });
  if (end.extra.receiver === 'kin') {
    if (!input.receiverRelation) throw problem('receiver-missing', { field: 'receiverRelation' });
    await requireCode(tx, {
      list: 'kin_relation',
      code: input.receiverRelation,
      day: wanted.day,
      field: 'receiverRelation',
    });
  }
  if (!input.receiverStaffId) return;
  const agency = await requireStaff(tx, input.receiverStaffId, 'receiverStaffId');
  if (agency !== agencyCode) throw problem('receiver-not-there', { field: 'receiverStaffId' });
}

async function requireStaff(tx: Tx, staffId: string, field: string): Promise<string> {
  const found = await sql<{ agency_code: string }>`
    select agency_code from staff
     where city = (select app.city()) and staff_id = ${staffId} and state = 'active'`.execute(tx);
  const agency = found.rows[0]?.agency_code;
  if (!agency) throw problem('receiver-not-there', { field });
  return agency;
}
