import { sql } from 'kysely';
import { idsOf, takeCase } from '#cases/commands/shared.ts';
import { Changed, type OpenSealed, SealField } from '#cases/schema/acts.ts';
import type { SealedOpened } from '#cases/schema/reads.ts';
import { keySlotFor } from '#persons/queries.ts';
import { command } from '#platform/commands.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { openBox, sealBox } from '#platform/keys/box.ts';
import { uuidv7 } from '#platform/uuid.ts';
import type { World } from '#platform/world.ts';

/** Where a sealed part lies: bound to its own row. */
export const placeOfSealed = (sealedId: string) => `sealed_fields ${sealedId}`;

/** Writes into a sealed part of a case, without opening what is in it already. */
export const sealField = command({
  name: 'cases/seal',
  summary: 'Write into a sealed part of a case',
  may: ['social_worker', 'supervisor'],
  input: SealField,
  result: Changed,
  audit: (input, result) => ({
    act: 'case.sealed-written',
    on: { kind: 'case', id: input.caseId },
    persons: [result.personId],
    detail: { kind: input.kind },
  }),
  run: async (tx, viewer, input, sent) => {
    const row = await takeCase(tx, viewer, { caseId: input.caseId, ability: 'seal' });
    const slot = await keySlotFor(tx, row.person_id);
    const box = sealBox(
      { text: input.text },
      sent.world.keys.identities.take(slot),
      placeOfSealed(input.sealedId),
    );
    await sql`
      insert into sealed_fields (sealed_id, case_id, person_id, kind, key_slot, box)
      values (${input.sealedId}, ${row.case_id}, ${row.person_id}, ${input.kind}, ${slot}, ${box})`.execute(
      tx,
    );
    return { ...idsOf(row), version: row.version };
  },
});

type SealedRow = { sealed_id: string; key_slot: string; box: Buffer; written_at: Date; by: string | null };

/**
 * Opens one sealed part of a case. The reason is kept also when nothing was in it: nothing tells beforehand what is
 * sealed, so that no list can. The caller writes the audit row.
 */
export async function openSealed(
  tx: Tx,
  viewer: Viewer,
  { input, world }: { input: OpenSealed; world: World },
): Promise<{ opened: SealedOpened; personId: string }> {
  const row = await takeCase(tx, viewer, { caseId: input.caseId, ability: 'seal' });
  await sql`
    insert into sealed_openings (opening_id, case_id, person_id, kind, reason)
    values (${uuidv7()}, ${row.case_id}, ${row.person_id}, ${input.kind}, ${input.reason})`.execute(tx);
  const found = await sql<SealedRow>`
    select f.sealed_id, f.key_slot, f.box, f.written_at, s.name as by
      from sealed_fields f left join staff s on s.city = f.city and s.staff_id = f.written_by
     where f.city = (select app.city()) and f.case_id = ${row.case_id} and f.kind = ${input.kind}
     order by f.written_at desc
     limit 50`.execute(tx);
  const entries = found.rows.flatMap((it) => {
    const key = world.keys.identities.read(Number(it.key_slot));
    if (!key) return [];
    const text = textOf(openBox(it.box, key, placeOfSealed(it.sealed_id)));
    return [{ sealedId: it.sealed_id, text, writtenAt: it.written_at.toISOString(), writtenBy: it.by }];
  });
  return { opened: { entries, unreadable: found.rows.length - entries.length }, personId: row.person_id };
}

function textOf(value: unknown): string {
  return value && typeof value === 'object' && 'text' in value ? String(value.text) : '';
}
