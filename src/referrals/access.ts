// Who may see what of a referral, and who may do what with it. Who the viewer is to the child is asked of person_standing;
// what the agency asked sees of the child itself follows from `discloses` (src/persons/access.ts).
import type { Standing } from '#persons/schema.ts';
import type { Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';
import { isOpen, type ReferralAct } from '#referrals/rules.ts';
import { type ReferralStanding, type ReferralState, referralStandings } from '#referrals/schema.ts';

type Reveal = {
  /** The child: as one's own case, as the referral discloses, by initials, or not at all. */
  readonly person: 'full' | 'asDisclosed' | 'initials' | 'none';
  /** The question, and the fields that the referral shows. */
  readonly contents: boolean;
  /** What was answered: all, what one's own agency answered, or nothing. */
  readonly answers: 'all' | 'own' | 'none';
  /** Why and how long the clock stood still. */
  readonly pauses: boolean;
  /** The case and the line of its plan. */
  readonly case: boolean;
  /** Names of the staff who sent and answered. */
  readonly staff: boolean;
};

export const referralDisclosure = {
  caseTeam: { person: 'full', contents: true, answers: 'all', pauses: true, case: true, staff: true },
  receiver: { person: 'asDisclosed', contents: true, answers: 'all', pauses: true, case: false, staff: true },
  formerReceiver: {
    person: 'none',
    contents: false,
    answers: 'own',
    pauses: false,
    case: false,
    staff: true,
  },
  coordinator: {
    person: 'initials',
    contents: false,
    answers: 'none',
    pauses: false,
    case: false,
    staff: false,
  },
} satisfies Record<ReferralStanding, Reveal>;

// Once closed the agency asked may do nothing more; it is named here so that its try is answered by
// `referral-already-answered`, which it knows, and not by `not-allowed`.
const asked = ['receiver', 'formerReceiver'] as const;

export const referralAbilities = {
  accept: asked,
  decline: asked,
  complete: asked,
  withdraw: ['caseTeam'],
  pause: asked,
  /** The team too: it may have brought what the agency waited for. */
  resume: [...asked, 'caseTeam'],
  /** Writes down the reply slip of an agency that has no desk here. */
  recordReply: ['caseTeam'],
  /** The letter names the child as far as the referral discloses it. */
  printLetter: ['caseTeam', 'receiver'],
} satisfies Record<string, readonly ReferralStanding[]>;
export type ReferralAbility = keyof typeof referralAbilities;

/**
 * Everything the viewer is to a referral, from the standings towards its child and from whose queue it is in, the one
 * that counts for what is shown first; none: it does not exist for him.
 */
export function referralStandingsOf(
  viewer: Viewer,
  referral: { readonly toAgency: string; readonly state: ReferralState },
  towardsPerson: readonly Standing[],
): ReferralStanding[] {
  const own = referral.toAgency === viewer.agencyCode;
  const held = {
    caseTeam: towardsPerson.includes('caseTeam') || towardsPerson.includes('breakGlass'),
    receiver: own && isOpen(referral.state),
    formerReceiver: own && !isOpen(referral.state),
    coordinator: towardsPerson.includes('coordinator'),
  } satisfies Record<ReferralStanding, boolean>;
  return referralStandings.filter((standing) => held[standing]);
}

/** What a standing reveals of a referral, as the viewer's lock says. */
export function revealReferral(viewer: Viewer, standing: ReferralStanding): Reveal {
  return referralDisclosure[viewer.lock.discloseAs(standing, 'caseTeam')];
}

/** Whether someone of these standings may do it. */
export function mayDoWithReferral(
  viewer: Viewer,
  held: readonly ReferralStanding[],
  ability: ReferralAbility,
): boolean {
  return viewer.lock.standingAllows(held, referralAbilities[ability]);
}

/** Refuses: `not-found` to whom the referral does not exist for, `not-allowed` to one who may see but not do. */
export function requireReferralAbility(
  viewer: Viewer,
  held: readonly ReferralStanding[],
  ability: ReferralAbility,
): void {
  if (held.length === 0) throw problem('not-found');
  if (!mayDoWithReferral(viewer, held, ability)) throw problem('not-allowed');
}

/**
 * The ability that an act of the agency asked needs: for an agency without a desk here, to whom the referral went as a
 * letter, its team writes down what the reply slip says.
 */
export function abilityFor(
  act: ReferralAct,
  held: readonly ReferralStanding[],
  hasDesk: boolean,
): ReferralAbility {
  const ofTheAgency = act === 'accept' || act === 'decline' || act === 'complete' || act === 'pause';
  return ofTheAgency && held.includes('caseTeam') && !hasDesk ? 'recordReply' : act;
}
