import { sql } from 'kysely';
import { Type } from 'typebox';
import { custodyRoles } from '#custody/access.ts';
import { momentOf } from '#custody/commands/common.ts';
import { ReturnBelonging } from '#custody/schema.ts';
import { command } from '#platform/commands.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';
import { Instant, Uuid } from '#platform/schemas.ts';

/** Something kept for a person goes back to it; also after the person has left, by the desk that keeps it. */
export const returnBelonging = command({
  name: 'custody/return-belonging',
  summary: 'Return something that was kept for a person',
  may: custodyRoles,
  input: ReturnBelonging,
  result: Type.Object({ belongingId: Uuid, returnedAt: Instant, personId: Uuid }),
  audit: (input, result) => ({
    act: 'custody.belonging-returned',
    on: { kind: 'belonging', id: input.belongingId },
    persons: [result.personId],
  }),
  run: async (tx, _viewer, input, sent) => {
    const at = momentOf(input.at, sent);
    const found = await sql<{ person_id: string; returned_at: Date | null }>`
      select person_id, returned_at from belongings
       where city = (select app.city()) and belonging_id = ${input.belongingId} for update`.execute(tx);
    const row = found.rows[0];
    if (!row) throw problem('not-found');
    if (row.returned_at) throw problem('belonging-returned', { at: row.returned_at.toISOString() });
    await returnNow(tx, { ids: [input.belongingId], personId: row.person_id, at });
    return { belongingId: input.belongingId, returnedAt: at.toISOString(), personId: row.person_id };
  },
});

/** Marks belongings of one person as returned; those that are, or are somebody else's, stay as they are. */
export async function returnNow(
  tx: Tx,
  back: { ids: readonly string[]; personId: string; at: Date },
): Promise<void> {
  if (back.ids.length === 0) return;
  await sql`
    update belongings set returned_at = ${back.at}
     where city = (select app.city()) and belonging_id = any (${back.ids}::uuid[]) and person_id = ${back.personId} and returned_at is null`.execute(
    tx,
  );
}
