// Who may see what about a child, and who may do what. docs/access.md is generated from this file.
// The fact (what the viewer is to the person) is the view person_standing; here stands only what each fact reveals.
import { type Standing, standings } from '#persons/schema.ts';
import type { Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';

type Reveal = {
  /** The names and nicknames in full, initials only, or what the referral discloses. */
  readonly name: 'full' | 'initials' | 'asDisclosed';
  /** Last four digits of NIK and family card. */
  readonly numbers: boolean;
  /** Parents, guardians, mamak and how to reach them. */
  readonly kin: boolean;
  /** Home address and telephone. */
  readonly address: boolean;
  /** Bodily marks: only where care needs them, never in an enforcement operation. */
  readonly marks: boolean;
  /** What the child said in its own words. */
  readonly ownWords: boolean;
};

export const disclosure = {
  caseTeam: { name: 'full', numbers: true, kin: true, address: true, marks: true, ownWords: true },
  breakGlass: { name: 'full', numbers: true, kin: true, address: true, marks: true, ownWords: true },
  custodian: { name: 'full', numbers: false, kin: true, address: true, marks: false, ownWords: false },
  operationTeam: { name: 'full', numbers: false, kin: true, address: false, marks: false, ownWords: false },
  recorder: { name: 'full', numbers: false, kin: true, address: false, marks: false, ownWords: true },
  reviewer: { name: 'full', numbers: true, kin: true, address: true, marks: true, ownWords: false },
  referredAgency: {
    name: 'asDisclosed',
    numbers: false,
    kin: false,
    address: false,
    marks: false,
    ownWords: false,
  },
  areaDesk: { name: 'full', numbers: false, kin: true, address: true, marks: false, ownWords: false },
  coordinator: {
    name: 'initials',
    numbers: false,
    kin: false,
    address: false,
    marks: false,
    ownWords: false,
  },
} satisfies Record<Standing, Reveal>;

export const abilities = {
  /** Gives a name to an unnamed child, or corrects an identity. */
  identify: ['caseTeam', 'custodian', 'operationTeam', 'recorder', 'reviewer'],
  /** Adds a stated, documented or assessed age. */
  stateAge: ['caseTeam', 'custodian', 'operationTeam', 'recorder', 'areaDesk'],
  /** Says that two records are one child, or takes that back. */
  merge: ['caseTeam', 'reviewer'],
  /** Opens a case for the child. */
  openCase: ['custodian', 'recorder', 'reviewer', 'caseTeam'],
  /** Hands the child over to another custodian. */
  handOver: ['custodian', 'operationTeam', 'recorder', 'caseTeam'],
} satisfies Record<string, readonly Standing[]>;
export type Ability = keyof typeof abilities;

/** Of several standings the one that counts: the first in the order of `standings`. */
export function rank(found: readonly Standing[]): Standing | null {
  return standings.find((standing) => found.includes(standing)) ?? null;
}

/** What a standing reveals, as the viewer's lock says. */
export function revealTo(viewer: Viewer, standing: Standing): Reveal {
  return disclosure[viewer.lock.discloseAs(standing, 'caseTeam')];
}

/** Whether someone of this standing may do it. */
export function mayDo(viewer: Viewer, standing: Standing, ability: Ability): boolean {
  return viewer.lock.standingAllows(standing, abilities[ability]);
}

/** Refuses: `not-found` to a viewer without standing (hidden and absent look the same), `not-allowed` to one who may see but not do. */
export function requireAbility(viewer: Viewer, standing: Standing | null, ability: Ability): void {
  if (!standing) throw problem('not-found');
  if (!mayDo(viewer, standing, ability)) throw problem('not-allowed');
}
