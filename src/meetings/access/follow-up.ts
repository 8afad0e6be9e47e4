// Who may do what with decisions and what follows from them. They name no child; which meetings and actions exist for
// somebody is what the tables say: the own agency's, those it is invited to, and for who coordinates or reviews all.

import type { DecisionState } from '#meetings/schema/decisions.ts';
import { type ActionStanding, actionStandings } from '#meetings/schema/follow-up.ts';
import type { Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';
import { type StaffRole, staffRoles } from '#platform/roles.ts';

/** Everybody at work reads what concerns their agency, and reports on what it does: an agency has one desk or ten. */
export const followUpReaders = staffRoles;
/** Roles that write down what a meeting of their own agency decides. */
export const minuteTakers = ['coordinator', 'supervisor', 'social_worker'] as const satisfies StaffRole[];

export const decisionAbilities = {
  /** Writes and changes a draft and its actions. */
  write: ['host'],
  /** Takes it into force; from then on its words stay. */
  adopt: ['host'],
  /** Takes it back with the reason; its open actions end with it. */
  withdraw: ['host'],
} satisfies Record<string, readonly ActionStanding[]>;
export type DecisionAbility = keyof typeof decisionAbilities;

export const actionAbilities = {
  /** Says how far it is and what stands in the way. */
  report: ['owner'],
  /** Shows that it was done: who does it and who helps. */
  addEvidence: ['owner', 'supporter'],
  /** An agency does not release itself from what it promised: whoever called the meeting does. */
  cancel: ['host'],
  /** Opens again what was called done and is not. */
  reopen: ['host'],
} satisfies Record<string, readonly ActionStanding[]>;
export type ActionAbility = keyof typeof actionAbilities;

/** In which states a decision allows each act. */
export const decisionActsIn = {
  write: ['draft'],
  adopt: ['draft'],
  withdraw: ['draft', 'adopted'],
} satisfies Record<DecisionAbility, readonly DecisionState[]>;

export type ActionTies = {
  readonly hostAgency: string | null;
  readonly responsibleAgency: string | null;
  readonly supporters: readonly string[];
};

/** Everything the viewer is to an action or decision that the database let through, the strongest first. */
export function actionStandingsOf(viewer: Viewer, ties: ActionTies): ActionStanding[] {
  const takers: readonly StaffRole[] = minuteTakers;
  const held = {
    host: ties.hostAgency === viewer.agencyCode && takers.includes(viewer.role),
    owner: ties.responsibleAgency === viewer.agencyCode,
    supporter: ties.supporters.includes(viewer.agencyCode),
    reader: true,
  } satisfies Record<ActionStanding, boolean>;
  return actionStandings.filter((standing) => held[standing]);
}

/** Refuses with `not-allowed` who may see it but not do this. */
export function requireStanding(
  viewer: Viewer,
  held: readonly ActionStanding[],
  allowed: readonly ActionStanding[],
): void {
  if (!viewer.lock.standingAllows(held, allowed)) throw problem('not-allowed');
}
