// What may be done with the custody of a person, and who may read whom the child fears. Standing itself is src/persons/access.ts.
import { requireAbility } from '#persons/access.ts';
import { standingsTowards } from '#persons/queries.ts';
import type { Standing } from '#persons/schema.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';
import type { StaffRole } from '#platform/roles.ts';

/** Whose work brings them to a child in custody. */
export const custodyRoles = [
  'field_officer',
  'custody_desk',
  'social_worker',
  'supervisor',
] as const satisfies readonly StaffRole[];

export const custodyAbilities = {
  /** Reads the chain of custodians, the steps and the belongings. */
  readChain: ['caseTeam', 'breakGlass', 'custodian', 'operationTeam', 'recorder'],
  /** Learns that two custodians are stated: also whoever joined two records into one person, which may have brought it about. */
  readDisputes: ['caseTeam', 'breakGlass', 'custodian', 'operationTeam', 'recorder', 'reviewer'],
  /** Reads whom the child named; the others learn only that it was asked, and whether it fears someone. */
  readFears: ['caseTeam', 'breakGlass'],
  /** Says which of two statements stands. */
  settle: ['caseTeam', 'custodian', 'operationTeam'],
} satisfies Record<string, readonly Standing[]>;
export type CustodyAbility = keyof typeof custodyAbilities;

/** Whether someone of these standings may do it. */
export function mayInCustody(viewer: Viewer, held: readonly Standing[], ability: CustodyAbility): boolean {
  return viewer.lock.standingAllows(held, custodyAbilities[ability]);
}

/** Refuses whoever may not act on the custody of this person; to one without standing the person does not exist. */
export async function requireHandOver(tx: Tx, viewer: Viewer, personId: string): Promise<void> {
  requireAbility(viewer, await standingsTowards(tx, viewer, personId), 'handOver');
}

/** Only a supervisor's word opens what the rules keep shut. */
export function requireSupervisor(viewer: Viewer, field: string): void {
  if (!viewer.lock.mayUse(viewer.role, ['supervisor'])) throw problem('supervisor-only', { field });
}
