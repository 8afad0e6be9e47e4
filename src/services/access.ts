// Who may do what about programmes. A programme holds no child and is open to all at work; of a place in it only who has
// a standing towards the child learns whose it is. The desks that run the programme know places by number.
import type { Standing } from '#persons/schema.ts';
import type { Viewer } from '#platform/database/transaction.ts';

/** Roles that write down what their agency offers; the coordinator also for others. */
export const planners = ['coordinator', 'supervisor', 'social_worker', 'partner_desk', 'area_desk'] as const;
/** Roles that ask a child whether it wants to take part. */
export const askers = ['social_worker', 'supervisor', 'custody_desk'] as const;
/** Roles that see the places of a programme: those who ask, and the desks of its owner. */
export const rosterReaders = [...askers, 'partner_desk', 'area_desk'] as const;
/** Roles that see need beside offer: those who read the board. */
export const needReaders = ['coordinator', 'supervisor', 'auditor', 'area_desk', 'social_worker'] as const;

export const enrolmentAbilities = {
  /** Asks the child, and writes down its answer, its place, its leaving and how it fares. */
  enrol: ['caseTeam', 'custodian'],
  /** Learns whose place it is. */
  readPlace: ['caseTeam', 'custodian', 'breakGlass'],
} satisfies Record<string, readonly Standing[]>;

/** Whether the viewer may write down what a programme of this owner is. */
export function mayPlanFor(viewer: Viewer, ownerAgency: string): boolean {
  return viewer.role === 'coordinator' || viewer.agencyCode === ownerAgency;
}

/** Whether someone of these standings may do it. */
export function mayDoWithPlace(
  viewer: Viewer,
  held: readonly Standing[],
  ability: keyof typeof enrolmentAbilities,
): boolean {
  return viewer.lock.standingAllows(held, enrolmentAbilities[ability]);
}
