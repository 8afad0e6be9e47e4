// Who may see and run an operation. It holds no child: whom it met is in encounters, and follows the person's standing.
import { type OperationStanding, operationStandings } from '#operations/schema.ts';
import type { Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';

/** Desks that read the operations of their city. Partner and area desks: only those their agency takes part in. */
export const readers = [
  'field_officer',
  'custody_desk',
  'social_worker',
  'supervisor',
  'coordinator',
  'partner_desk',
  'area_desk',
] as const;

/** Roles that plan and run operations; of which agency, `abilities` says. */
export const planners = [
  'field_officer',
  'custody_desk',
  'social_worker',
  'supervisor',
  'coordinator',
] as const;

/** Roles that keep the city's dated list of legal bases. */
export const lawKeepers = ['coordinator', 'administrator'] as const;

export const abilities = {
  /** Plans an operation led by one's own agency; the coordinator plans for any. */
  plan: ['lead', 'city'],
  /** Changes the plan, while it has not begun. */
  change: ['lead', 'city'],
  /** Calls it off. */
  cancel: ['lead', 'city'],
  /** Begins it: from then on the team reaches whom it meets. */
  start: ['team', 'lead'],
  /** Takes one more colleague into the team. */
  addMember: ['team', 'lead'],
  /** Records an encounter in it. */
  record: ['team'],
  /** Closes it, once every child is accounted for. */
  close: ['team', 'lead'],
} satisfies Record<string, readonly OperationStanding[]>;
export type Ability = keyof typeof abilities;

/** In which state of an operation each act has a meaning. */
export const actsIn = {
  plan: [],
  change: ['planned'],
  cancel: ['planned', 'under_way'],
  start: ['planned'],
  addMember: ['planned', 'under_way'],
  record: ['under_way'],
  close: ['under_way'],
} satisfies Record<Ability, readonly string[]>;

export type Ties = {
  readonly onTeam: boolean;
  readonly leadAgency: string;
  readonly partnerAgencies: readonly string[];
};

/** Everything the viewer is to an operation, the strongest first. */
export function standingsTowards(viewer: Viewer, ties: Ties): OperationStanding[] {
  const held = {
    team: ties.onTeam,
    lead: viewer.role !== 'coordinator' && ties.leadAgency === viewer.agencyCode,
    city: viewer.role === 'coordinator',
    partner: ties.partnerAgencies.includes(viewer.agencyCode),
    reader: viewer.role !== 'partner_desk' && viewer.role !== 'area_desk',
  } satisfies Record<OperationStanding, boolean>;
  return operationStandings.filter((standing) => held[standing]);
}

/** Whether someone of these standings may do it. */
export function mayDo(viewer: Viewer, held: readonly OperationStanding[], ability: Ability): boolean {
  return viewer.lock.standingAllows(held, abilities[ability]);
}

/** Refuses: `not-found` to a viewer to whom the operation does not exist, `not-allowed` to one who may see but not do. */
export function requireAbility(viewer: Viewer, held: readonly OperationStanding[], ability: Ability): void {
  if (held.length === 0) throw problem('not-found');
  if (!mayDo(viewer, held, ability)) throw problem('not-allowed');
}
