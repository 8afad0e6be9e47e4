import { type Static, Type } from 'typebox';
import {
  AreaCode,
  Code,
  Day,
  Instant,
  Line,
  Nullable,
  OneOf,
  PageOf,
  Prose,
  sexes,
  Uuid,
} from '#platform/schemas.ts';

export const operationStates = ['planned', 'under_way', 'closed', 'cancelled', 'reported'] as const;
export type OperationState = (typeof operationStates)[number];

/** What the viewer is to an operation; of several the first counts on screen, all of them for what may be done. */
export const operationStandings = ['team', 'lead', 'city', 'partner', 'reader'] as const;
export type OperationStanding = (typeof operationStandings)[number];

const site = { areaCode: Nullable(AreaCode), locationType: Code, place: Line(200) };
export const Site = Type.Object(site);
export type Site = Static<typeof Site>;

export const LegalBasis = Type.Object({
  legalBasisId: Code,
  kind: Code,
  number: Type.String(),
  year: Type.Integer(),
  title: Type.String(),
  dated: Nullable(Day),
  validFrom: Day,
  validTo: Nullable(Day),
  textChecked: Type.Boolean(),
  note: Type.String(),
});
export type LegalBasis = Static<typeof LegalBasis>;

/** How many were met: persons met twice count twice here; the board counts children. */
export const Counts = Type.Object({
  encounters: Type.Integer(),
  under18: Type.Integer(),
  adults: Type.Integer(),
  unknown: Type.Integer(),
  unaccounted: Type.Integer(),
});
export type Counts = Static<typeof Counts>;

const summary = {
  operationId: Uuid,
  kind: Code,
  state: OneOf(operationStates),
  title: Type.String(),
  leadAgency: Code,
  plannedFrom: Instant,
  plannedTo: Instant,
  startedAt: Nullable(Instant),
  closedAt: Nullable(Instant),
  onTeam: Type.Boolean(),
  areas: Type.Array(Type.String()),
  counts: Counts,
};
export const OperationSummary = Type.Object(summary);
export type OperationSummary = Static<typeof OperationSummary>;
export const OperationPage = PageOf(OperationSummary);

export const TeamMember = Type.Object({
  staffId: Uuid,
  name: Type.String(),
  agencyCode: Code,
  /** Was on the team, and is not any more. */
  left: Type.Boolean(),
});
export type TeamMember = Static<typeof TeamMember>;

/** Someone met whom nobody answers for yet: enough to find them on the list, nothing that names them. */
export const Unaccounted = Type.Object({
  encounterId: Uuid,
  occurredAt: Instant,
  ageClass: Type.String(),
  sex: OneOf(sexes),
  areaCode: Nullable(Type.String()),
  activity: Nullable(Type.String()),
  /** As said or judged when met. */
  ageLow: Nullable(Type.Integer()),
  ageHigh: Nullable(Type.Integer()),
});
export type Unaccounted = Static<typeof Unaccounted>;

export const Operation = Type.Object({
  ...summary,
  partnerAgencies: Type.Array(Code),
  team: Type.Array(TeamMember),
  sites: Type.Array(Site),
  legalBases: Type.Array(LegalBasis),
  instruction: Type.String(),
  version: Type.Integer(),
  standing: OneOf(operationStandings),
  abilities: Type.Array(Type.String()),
  unaccounted: Type.Array(Unaccounted),
});
export type Operation = Static<typeof Operation>;

const plan = {
  kind: Code,
  title: Line(120),
  leadAgency: Code,
  partnerAgencies: Type.Array(Code, { maxItems: 20, uniqueItems: true }),
  plannedFrom: Instant,
  plannedTo: Instant,
  team: Type.Array(Uuid, { minItems: 1, maxItems: 60, uniqueItems: true }),
  sites: Type.Array(Type.Object(site, { additionalProperties: false }), { minItems: 1, maxItems: 30 }),
  legalBases: Type.Array(Code, { minItems: 1, maxItems: 10, uniqueItems: true }),
  instruction: Prose(2000),
};
export const PlanOperation = Type.Object({ operationId: Uuid, ...plan }, { additionalProperties: false });
export type PlanOperation = Static<typeof PlanOperation>;

export const OperationAct = Type.Object({ operationId: Uuid }, { additionalProperties: false });
export const AddTeamMember = Type.Object(
  { operationId: Uuid, staffId: Uuid },
  { additionalProperties: false },
);
export const OperationResult = Type.Object({
  operationId: Uuid,
  state: OneOf(operationStates),
  version: Type.Integer(),
});

const basis = {
  kind: Code,
  /** As it is cited: `Perda Kota Padang 1/2012`. */
  number: Line(80, 1),
  year: Type.Integer({ minimum: 1945, maximum: 2100 }),
  title: Line(300, 3),
  dated: Nullable(Day),
  validFrom: Day,
  validTo: Nullable(Day),
  note: Line(300),
};
export const AddLegalBasis = Type.Object(basis, { additionalProperties: false });
export const CorrectLegalBasis = Type.Object(
  { legalBasisId: Code, ...basis, textChecked: Type.Boolean() },
  { additionalProperties: false },
);
export type LegalBasisInput = Static<typeof AddLegalBasis>;
export const RetireLegalBasis = Type.Object(
  { legalBasisId: Code, validTo: Day },
  { additionalProperties: false },
);
