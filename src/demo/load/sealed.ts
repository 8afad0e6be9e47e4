// The sealed parts of cases, each under the key of its child, as the case team's command writes them.
import { placeOfSealed } from '#cases/commands/sealed.ts';
import type { DemoEvent } from '#demo/events.ts';
import type { Casework } from '#demo/load/casework.ts';
import { codeOf, type Ids } from '#demo/load/ids.ts';
import { type Row, rowOf, writeRows } from '#demo/load/rows.ts';
import { keySlotFor } from '#persons/queries.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { sealBox } from '#platform/keys/box.ts';
import type { Keys } from '#platform/keys/ring.ts';

type Sealed = (Omit<Row<'sealed_fields'>, 'box' | 'key_slot'> & { readonly text: string })[];

export const noSealed = (): Sealed => [];

type Take = {
  readonly sealed: Sealed;
  readonly event: DemoEvent;
  readonly ids: Ids;
  readonly work: Casework;
};

/** Takes in one event that wrote into a sealed part of a case. */
export function takeSealed({ sealed, event, ids, work }: Take): void {
  if (event.kind !== 'sealed_written') return;
  const row = rowOf(work.cases, ids.of(event.caseKey), 'case');
  sealed.push({
    sealed_id: ids.of(event.sealed, event.at),
    case_id: row.case_id,
    person_id: row.person_id,
    kind: codeOf(event.field),
    written_by: ids.of(event.by),
    written_at: event.at,
    text: event.body,
  });
}

/** Seals and writes them. */
export async function writeSealed(tx: Tx, sealed: Sealed, keys: Keys): Promise<void> {
  const rows: Row<'sealed_fields'>[] = [];
  for (const { text, ...row } of sealed) {
    const key_slot = await keySlotFor(tx, row.person_id);
    const box = sealBox({ text }, keys.identities.take(key_slot), placeOfSealed(row.sealed_id));
    rows.push({ ...row, key_slot, box });
  }
  await writeRows(tx, 'sealed_fields', rows);
}
