import { sql } from 'kysely';
import { Type } from 'typebox';
import { custodyRoles } from '#custody/access.ts';
import { momentOf } from '#custody/commands/common.ts';
import { listChains } from '#custody/queries/chains.ts';
import { ReturnBelonging } from '#custody/schema.ts';
import { contactsFor, mayDo } from '#persons/access.ts';
import { findPersons } from '#persons/queries.ts';
import { command } from '#platform/commands.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
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
  run: async (tx, viewer, input, sent) => {
    const at = momentOf(input.at, sent);
    const found = await sql<Kept & { person_id: string; returned_at: Date | null }>`
      select belonging_id, person_id, custody_id, kept_by, returned_at from belongings
       where city = (select app.city()) and belonging_id = ${input.belongingId} for update`.execute(tx);
    const row = found.rows[0];
    if (!row || !(await returnable(tx, viewer, row.person_id))(row)) throw problem('not-found');
    if (row.returned_at) throw problem('belonging-returned', { at: row.returned_at.toISOString() });
    await markReturned(tx, [input.belongingId], at);
    return { belongingId: input.belongingId, returnedAt: at.toISOString(), personId: row.person_id };
  },
});

type Kept = {
  readonly belonging_id: string;
  readonly custody_id: string | null;
  readonly kept_by: string;
};

/** What of a person's the viewer may return: what the own agency keeps, and of the custodies that exist for whoever may hand the person over. */
async function returnable(tx: Tx, viewer: Viewer, personId: string): Promise<(it: Kept) => boolean> {
  const found = (await findPersons(tx, viewer, [personId])).filter((row) =>
    mayDo(viewer, row.standings, 'handOver'),
  );
  const all = found.some((row) => contactsFor(viewer, row.standings) === 'all');
  const chains = await listChains(tx, viewer, found);
  return (it) => it.kept_by === viewer.agencyCode || all || chains.has(it.custody_id ?? '');
}

/** Marks belongings of one person as returned; those that are, or are not the viewer's to return, stay as they are. */
export async function returnNow(
  tx: Tx,
  viewer: Viewer,
  back: { ids: readonly string[]; personId: string; at: Date },
): Promise<void> {
  if (back.ids.length === 0) return;
  const kept = await sql<Kept>`
    select belonging_id, custody_id, kept_by from belongings
     where city = (select app.city()) and belonging_id = any (${back.ids}::uuid[]) and person_id = ${back.personId} and returned_at is null
       for update`.execute(tx);
  const own = kept.rows.filter(await returnable(tx, viewer, back.personId));
  await markReturned(
    tx,
    own.map((it) => it.belonging_id),
    back.at,
  );
}

async function markReturned(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await sql`
    update belongings set returned_at = ${at}
     where city = (select app.city()) and belonging_id = any (${ids}::uuid[])`.execute(tx);
}
