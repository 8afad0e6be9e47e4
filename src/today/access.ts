// What needs whom today, and what of a child's life is shown to whom. docs/access.md is generated from these tables.
// The facts are the view person_standing and the rows a viewer's own agency holds; here stands only what each fact reveals.
import { contactsFor, wider } from '#persons/access.ts';
import type { Extent, Standing } from '#persons/schema.ts';
import type { Viewer } from '#platform/database/transaction.ts';
import type { StaffRole } from '#platform/roles.ts';
import type { TodayKind } from '#today/schema/today.ts';

const team = ['social_worker', 'supervisor'] as const;
const desk = ['custody_desk', ...team] as const;

/** Whose Hari ini a kind of work can stand on. */
export const todayRoles = {
  met: ['field_officer', ...desk],
  custody: desk,
  dispute: desk,
  operation: ['field_officer', ...desk, 'partner_desk', 'area_desk'],
  contact: team,
  assessment: team,
  plan: [...team, 'area_desk'],
  aftercare: [...team, 'area_desk'],
  referralIn: ['partner_desk', 'area_desk', ...desk],
  referralOut: ['social_worker'],
  breach: ['supervisor', 'coordinator'],
  action: [
    ...desk,
    'partner_desk',
    'area_desk',
    'coordinator',
    'community_body',
    'data_protection_officer',
    'administrator',
  ],
  raised: ['coordinator'],
  decision: ['coordinator'],
  review: ['supervisor'],
  glass: ['supervisor', 'data_protection_officer'],
  glassTold: ['social_worker'],
  complaint: [...team, 'partner_desk', 'coordinator'],
  erasure: ['supervisor'],
  belonging: desk,
  code: ['administrator'],
} satisfies Record<TodayKind, readonly StaffRole[]>;

/** Who has figures of which kind beside the list. */
export const figureRoles = {
  cases: team,
  held: ['custody_desk'],
  breaches: ['coordinator'],
  office: ['administrator'],
  log: ['data_protection_officer', 'auditor'],
} satisfies Record<string, readonly StaffRole[]>;

type Reveal = {
  /** What the child said in its own words. */
  readonly ownWords: boolean;
  /** Who has the child in care now. */
  readonly custodian: boolean;
  /** Who gave and who took over, and why there was a gap. */
  readonly people: boolean;
  /** `own`: that there is a case, with its number and state; no stage, no risk. */
  readonly cases: Extent;
  /** How high the risk is and who works on the case. */
  readonly risk: boolean;
  /** Referrals; `own`: those open in the queue of the viewer's agency. */
  readonly services: Extent;
  /** Lines of the plan that no referral carries; `own`: those open for the viewer's agency. */
  readonly plan: Extent;
  /** Visits after a return; `own`: those waiting for the viewer's agency. */
  readonly aftercare: Extent;
};

const nothing: Reveal = {
  ownWords: false,
  custodian: false,
  people: false,
  cases: 'none',
  risk: false,
  services: 'none',
  plan: 'none',
  aftercare: 'none',
};
const everything: Reveal = {
  ownWords: true,
  custodian: true,
  people: true,
  cases: 'all',
  risk: true,
  services: 'all',
  plan: 'all',
  aftercare: 'all',
};
const present: Reveal = { ...nothing, custodian: true, people: true };

export const lifelineDisclosure = {
  caseTeam: everything,
  breakGlass: everything,
  custodian: present,
  operationTeam: present,
  recorder: { ...present, ownWords: true },
  reviewer: { ...nothing, custodian: true },
  referredAgency: { ...nothing, services: 'own' },
  areaDesk: { ...nothing, custodian: true, cases: 'own', services: 'own', plan: 'own', aftercare: 'own' },
  coordinator: {
    ...nothing,
    custodian: true,
    cases: 'all',
    services: 'all',
  },
} satisfies Record<Standing, Reveal>;
/** With the encounters and custody that exist for the viewer, as `disclosure` in src/persons/access.ts says. */
export type LifelineReveal = Reveal & { readonly contacts: Extent };

/** What several standings together reveal of a child's life: of each part the widest. */
export function revealLifeline(viewer: Viewer, found: readonly Standing[]): LifelineReveal {
  const parts = found.map((standing) => lifelineDisclosure[viewer.lock.discloseAs(standing, 'caseTeam')]);
  const sees = parts.reduce<Reveal>(
    (sum, it) => ({
      ownWords: sum.ownWords || it.ownWords,
      custodian: sum.custodian || it.custodian,
      people: sum.people || it.people,
      cases: wider(sum.cases, it.cases),
      risk: sum.risk || it.risk,
      services: wider(sum.services, it.services),
      plan: wider(sum.plan, it.plan),
      aftercare: wider(sum.aftercare, it.aftercare),
    }),
    nothing,
  );
  return { ...sees, contacts: contactsFor(viewer, found) };
}

/** Whether work of this kind can stand on the viewer's Hari ini. */
export function mayNeed(viewer: Viewer, kind: TodayKind): boolean {
  return viewer.lock.mayUse(viewer.role, todayRoles[kind]);
}

/** Whether the viewer has these figures beside the list. */
export function mayCount(viewer: Viewer, figures: keyof typeof figureRoles): boolean {
  return viewer.lock.mayUse(viewer.role, figureRoles[figures]);
}
