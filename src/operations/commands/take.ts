import { type Ability, actsIn, requireAbility, standingsTowards } from '#operations/access.ts';
import { findTies } from '#operations/queries.ts';
import type { OperationState } from '#operations/schema.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem, problemsOf } from '#platform/problems.ts';

problemsOf({
  'operation-not-in-state': {
    status: 409,
    id: 'Operasi ini sudah berubah keadaannya; langkah ini tidak berlaku lagi.',
    en: 'This operation is in another state now; this step no longer applies.',
  },
});

/** Takes an operation for writing, as one who may do this with it, in a state in which it can be done. */
export async function takeOperation(
  tx: Tx,
  viewer: Viewer,
  operationId: string,
  { ability, basedOn }: { ability: Ability; basedOn?: string | number | null },
): Promise<{ state: OperationState; version: number }> {
  const found = await findTies(tx, operationId);
  if (!found) throw problem('not-found');
  requireAbility(viewer, standingsTowards(viewer, found), ability);
  const states: readonly string[] = actsIn[ability];
  if (!states.includes(found.state)) throw problem('operation-not-in-state', { state: found.state });
  if (basedOn !== null && basedOn !== undefined && Number(basedOn) !== found.version)
    throw problem('changed-meanwhile', { version: found.version });
  return found;
}

/** Refuses when somebody else changed it between the reading and the writing. */
export function requireWritten(done: { numAffectedRows?: bigint | undefined }): void {
  if (!done.numAffectedRows) throw problem('changed-meanwhile');
}
