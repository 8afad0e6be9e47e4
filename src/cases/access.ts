// Who may see what of a case, and who may do what in it. docs/access.md is generated from this file.
// The standing towards a case is the standing towards its person (view person_standing); those who met the child on the
// street have none towards its case, so that an officer never learns from a case that there was an earlier contact.
import type { Standing } from '#persons/schema.ts';
import type { Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';

type Reveal = {
  /** That there is a case: its number, stage, state, dates and agency. */
  readonly exists: boolean;
  /** How high the risk is, and (with `texts`) why. */
  readonly risk: boolean;
  /** Who works on it. */
  readonly worker: boolean;
  /** Assessments, notes, reasons, closures: everything that is written in sentences. */
  readonly texts: boolean;
  readonly plan: 'all' | 'own' | 'none';
  readonly aftercare: 'all' | 'own' | 'none';
  /** Earlier versions, and who looked. */
  readonly history: boolean;
};

const hidden: Reveal = {
  exists: false,
  risk: false,
  worker: false,
  texts: false,
  plan: 'none',
  aftercare: 'none',
  history: false,
};
const all: Reveal = {
  exists: true,
  risk: true,
  worker: true,
  texts: true,
  plan: 'all',
  aftercare: 'all',
  history: true,
};

export const disclosure = {
  caseTeam: all,
  breakGlass: { ...all, history: false },
  custodian: { ...hidden, exists: true, risk: true, worker: true },
  operationTeam: hidden,
  recorder: hidden,
  reviewer: hidden,
  referredAgency: { ...hidden, exists: true, worker: true },
  areaDesk: { ...hidden, exists: true, worker: true, plan: 'own', aftercare: 'own' },
  coordinator: { ...hidden, exists: true },
} satisfies Record<Standing, Reveal>;

export const abilities = {
  /** Sees that the case exists. */
  read: ['caseTeam', 'breakGlass', 'custodian', 'referredAgency', 'areaDesk', 'coordinator'],
  /** Assesses, plans, changes the risk, moves the stage, closes and reopens. */
  work: ['caseTeam'],
  /** Writes a note, a visit, a contact or a conference. */
  note: ['caseTeam', 'breakGlass'],
  /** Hands the case on to another worker. */
  assign: ['caseTeam'],
  /** Says how a line of the plan ended; an area desk only of its own. */
  endPlanLine: ['caseTeam', 'areaDesk'],
  /** Writes down a visit after the return; an area desk only its own. */
  visit: ['caseTeam', 'areaDesk'],
  /** Writes or opens a sealed part. Not by break-glass. */
  seal: ['caseTeam'],
  /** Reads the list of who looked, and earlier versions. */
  history: ['caseTeam'],
} satisfies Record<string, readonly Standing[]>;
export type CaseAbility = keyof typeof abilities;

// In a case a desk that was given a line or visit sees more than one that was only asked something.
const order = ['caseTeam', 'breakGlass', 'custodian', 'areaDesk', 'referredAgency', 'coordinator'] as const;

/** Of all standings towards a person the one that counts for what is shown of its case; null for those who may not know of one. */
export function caseStanding(viewer: Viewer, found: readonly Standing[]): Standing | null {
  const first = order.find((it) => found.includes(it));
  if (first) return first;
  return found.find((it) => viewer.lock.standingAllows([it], abilities.read)) ?? null;
}

/** What a standing reveals of a case, as the viewer's lock says. */
export function revealOfCase(viewer: Viewer, standing: Standing): Reveal {
  return disclosure[viewer.lock.discloseAs(standing, 'caseTeam')];
}

/** Whether someone of these standings may do it. */
export function mayDoInCase(viewer: Viewer, held: readonly Standing[], ability: CaseAbility): boolean {
  return viewer.lock.standingAllows(held, abilities[ability]);
}

/** Of plan lines and visits whoever is not of the team may act on those given to its own agency alone. */
export function mayActFor(viewer: Viewer, held: readonly Standing[], agencyCode: string | null): boolean {
  return held.includes('caseTeam') || agencyCode === viewer.agencyCode;
}

/** Refuses: `not-found` to a viewer who may not know of the case, `not-allowed` to one who may see but not do. */
export function requireInCase(viewer: Viewer, held: readonly Standing[], ability: CaseAbility): void {
  if (!caseStanding(viewer, held)) throw problem('not-found');
  if (!mayDoInCase(viewer, held, ability)) throw problem('not-allowed');
}
