// Who may see what about a child, and who may do what. docs/access.md is generated from this file.
// The fact (what the viewer is to the person) is the view person_standing; here stands only what each fact reveals.
import { type Extent, extents, type Standing, standings } from '#persons/schema.ts';
import type { Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';
import type { StaffRole } from '#platform/roles.ts';

/** `asDisclosed`: only if a referral that is open now discloses this very field. */
type Shown = boolean | 'asDisclosed';
type Reveal = {
  /**
   * Which encounters and which stretches of custody exist at all. `own`: those that the viewer's running operation, own
   * record or present custody began with, and what followed; no earlier contact, no date and no count of them. When the
   * person was last met is told of the contacts that exist.
   */
  readonly contacts: Extent;
  /** The names and nicknames in full, initials only, or what the referral discloses. */
  readonly name: 'full' | 'initials' | 'asDisclosed';
  readonly sex: Shown;
  readonly age: Shown;
  /** Where the person comes from. */
  readonly origin: Shown;
  /** In which kelurahan the person lives. */
  readonly whereabouts: boolean;
  /** Last four digits of NIK and family card. */
  readonly numbers: boolean;
  /** Parents, guardians, mamak and how to reach them. */
  readonly kin: Shown;
  /** Home address and telephone. */
  readonly address: Shown;
  /** Bodily marks: only where care needs them, never in an enforcement operation. */
  readonly marks: boolean;
  /** Which other records are the same child: they tell of earlier contacts, so never before an enforcement officer. */
  readonly records: boolean;
  /** What the child said in its own words. */
  readonly ownWords: boolean;
};

const coarse = { sex: true, age: true, origin: true, whereabouts: true } as const;
const care = {
  ...coarse,
  contacts: 'all',
  name: 'full',
  numbers: true,
  kin: true,
  address: true,
  marks: true,
  records: true,
} as const;
const closed = {
  contacts: 'none',
  numbers: false,
  kin: false,
  address: false,
  marks: false,
  records: false,
  ownWords: false,
} as const;

export const disclosure = {
  caseTeam: { ...care, ownWords: true },
  breakGlass: { ...care, ownWords: true },
  custodian: { ...closed, ...coarse, contacts: 'own', name: 'full', kin: true, address: true },
  // An enforcement team knows whom it met now, not where the child lives.
  operationTeam: { ...closed, ...coarse, contacts: 'own', whereabouts: false, name: 'full', kin: true },
  recorder: { ...closed, ...coarse, contacts: 'own', name: 'full', kin: true, ownWords: true },
  reviewer: { ...care, ownWords: false },
  referredAgency: {
    ...closed,
    name: 'asDisclosed',
    sex: 'asDisclosed',
    age: 'asDisclosed',
    origin: 'asDisclosed',
    whereabouts: false,
    kin: 'asDisclosed',
    address: 'asDisclosed',
  },
  areaDesk: { ...closed, ...coarse, name: 'full', kin: true, address: true },
  coordinator: { ...closed, ...coarse, contacts: 'all', name: 'initials' },
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
  /** Asks another agency, by its duty, to do its part. */
  refer: ['caseTeam'],
  /** Hands the child over to another custodian. */
  handOver: ['custodian', 'operationTeam', 'recorder', 'caseTeam'],
} satisfies Record<string, readonly Standing[]>;
export type Ability = keyof typeof abilities;

/** Roles that may come to a child's record at all; to whose, the standing says. */
export const childRoles = [
  'field_officer',
  'custody_desk',
  'social_worker',
  'supervisor',
  'partner_desk',
  'area_desk',
  'coordinator',
] as const;

/** Roles whose standings never open a contact: a list by the last one would tell of it. */
export const undatedRoles: readonly StaffRole[] = ['partner_desk', 'area_desk'];

/**
 * Of several standings the one that counts for what is shown: the first in the order of `standings`. What may be done is
 * asked of all of them (`mayDo`).
 */
export function rank(found: readonly Standing[]): Standing | null {
  return standings.find((standing) => found.includes(standing)) ?? null;
}

/** What is shown of one person, settled: nothing is left to "as disclosed". */
export type Revealed = {
  readonly [K in keyof Reveal]: K extends 'name'
    ? 'full' | 'initials' | 'none'
    : K extends 'contacts'
      ? Extent
      : boolean;
};

/** What a standing reveals, as the viewer's lock says; `discloses` are the fields that open referrals to the viewer's agency show. */
export function revealTo(
  viewer: Viewer,
  standing: Standing,
  discloses: readonly string[] | null = [],
): Revealed {
  const reveal: Reveal = disclosure[viewer.lock.discloseAs(standing, 'caseTeam')];
  const shown = (field: string, it: Shown) => (it === 'asDisclosed' ? (discloses ?? []).includes(field) : it);
  return {
    ...reveal,
    name: reveal.name === 'asDisclosed' ? (shown('name', 'asDisclosed') ? 'full' : 'none') : reveal.name,
    sex: shown('sex', reveal.sex),
    age: shown('age', reveal.age),
    origin: shown('originArea', reveal.origin),
    kin: shown('kin', reveal.kin),
    address: shown('address', reveal.address),
  };
}

/** The wider of two extents. */
export const wider = (a: Extent, b: Extent) => (extents.indexOf(a) >= extents.indexOf(b) ? a : b);

/** Which contacts with a person exist through these standings: of several the widest counts. */
export function contactsFor(viewer: Viewer, found: readonly Standing[]): Extent {
  return found
    .map((standing) => disclosure[viewer.lock.discloseAs(standing, 'caseTeam')].contacts)
    .reduce<Extent>(wider, 'none');
}

/** Those of some standings through which this much of the contacts exists. */
export function standingsWith(contacts: Extent, among: readonly Standing[] = standings): Standing[] {
  return among.filter((standing) => disclosure[standing].contacts === contacts);
}

/** Whether someone of these standings may do it. */
export function mayDo(viewer: Viewer, held: readonly Standing[], ability: Ability): boolean {
  return viewer.lock.standingAllows(held, abilities[ability]);
}

/** Refuses: `not-found` to a viewer without standing (hidden and absent look the same), `not-allowed` to one who may see but not do. */
export function requireAbility(viewer: Viewer, held: readonly Standing[], ability: Ability): void {
  if (held.length === 0) throw problem('not-found');
  if (!mayDo(viewer, held, ability)) throw problem('not-allowed');
}
