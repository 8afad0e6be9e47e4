// Who may record and read encounters. Whether one exists for a viewer follows the standing towards the person met;
// what of its free texts is shown stands here.
import { childRoles, revealTo } from '#persons/access.ts';
import type { Standing } from '#persons/schema.ts';
import type { Viewer } from '#platform/database/transaction.ts';

/** Roles that record whom they met. */
export const recorders = ['field_officer', 'custody_desk', 'social_worker', 'supervisor'] as const;

/** Roles that come to encounters at all; of which persons, the standing says. */
export const readers = childRoles;

export const abilities = {
  /** Records one more encounter with a person on record. */
  meetAgain: ['caseTeam', 'breakGlass', 'custodian', 'operationTeam', 'recorder', 'reviewer'],
  /** Says that the person stayed, declined or was referred on the spot. */
  sayOutcome: ['operationTeam', 'recorder', 'caseTeam', 'custodian'],
  /** Reads the description and the list of belongings in full. */
  readTexts: ['caseTeam', 'breakGlass'],
} satisfies Record<string, readonly Standing[]>;
export type Ability = keyof typeof abilities;

/** Whether someone of these standings may do it. */
export function mayDo(viewer: Viewer, held: readonly Standing[], ability: Ability): boolean {
  return viewer.lock.standingAllows(held, abilities[ability]);
}

/** The child's own words are for the case team, and for the one who heard them. */
export function mayReadOwnWords(
  viewer: Viewer,
  held: readonly Standing[],
  recordedByViewer: boolean,
): boolean {
  return mayDo(viewer, held, 'readTexts') || (recordedByViewer && revealTo(viewer, 'recorder').ownWords);
}
