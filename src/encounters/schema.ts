import { type Static, Type } from 'typebox';
import { intoxications, spotOutcomes, warningKinds } from '#encounters/rules.ts';
import { nameReasons } from '#persons/rules.ts';
import { Kin, Person } from '#persons/schema.ts';
import {
  AreaCode,
  ageClasses,
  Code,
  Instant,
  Line,
  Nullable,
  OneOf,
  PageOf,
  Prose,
  sexes,
  Uuid,
} from '#platform/schemas.ts';

export type SpotOutcome = (typeof spotOutcomes)[number];
export type WarningKind = (typeof warningKinds)[number];

/** What a person says of who they are; numbers and documents come later, at a desk. */
export const StatedIdentity = Type.Object(
  {
    name: Type.Optional(Line(120, 1)),
    aliases: Type.Optional(Type.Array(Line(60, 1), { maxItems: 5 })),
    kin: Type.Optional(Type.Array(Kin, { maxItems: 6 })),
    birthPlace: Type.Optional(Line(80)),
    language: Type.Optional(Line(40)),
    suku: Type.Optional(Line(40)),
    marks: Type.Optional(Type.Array(Line(120, 1), { maxItems: 5 })),
  },
  { additionalProperties: false },
);
export type StatedIdentity = Static<typeof StatedIdentity>;

export const Point = Type.Object(
  {
    latitude: Type.Number({ minimum: -11.4, maximum: 6.4 }),
    longitude: Type.Number({ minimum: 94.6, maximum: 141.4 }),
  },
  { additionalProperties: false },
);
export type Point = Static<typeof Point>;

const Years = Type.Integer({ minimum: 0, maximum: 120 });

export const RecordEncounter = Type.Object(
  {
    encounterId: Uuid,
    personId: Uuid,
    /** True for a person who is on record already and to whom the viewer has a standing. */
    known: Type.Boolean(),
    operationId: Type.Optional(Uuid),
    approach: Code,
    activity: Code,
    locationType: Code,
    areaCode: Nullable(AreaCode),
    point: Type.Optional(Point),
    sex: OneOf(sexes),
    statedAge: Type.Optional(Years),
    assessedLow: Type.Optional(Years),
    assessedHigh: Type.Optional(Years),
    condition: Type.Optional(Code),
    injury: Type.Optional(Code),
    intoxication: Type.Optional(OneOf(intoxications)),
    needs: Type.Array(Code, { maxItems: 12, uniqueItems: true }),
    companions: Type.Array(Code, { maxItems: 8, uniqueItems: true }),
    groupId: Type.Optional(Uuid),
    identity: Type.Optional(StatedIdentity),
    nameReason: Type.Optional(OneOf(nameReasons)),
    originArea: Type.Optional(AreaCode),
    ownWords: Type.Optional(Prose(500)),
    description: Type.Optional(Prose(500)),
    belongings: Type.Optional(Prose(500)),
    spotOutcome: Type.Optional(OneOf(spotOutcomes)),
  },
  { additionalProperties: false },
);
export type RecordEncounter = Static<typeof RecordEncounter>;

export const RecordedEncounter = Type.Object({
  encounterId: Uuid,
  personId: Uuid,
  ageClass: OneOf(ageClasses),
  occurredAt: Instant,
  /** The device's clock ran ahead; `occurredAt` is the server's correction. */
  clockFlag: Nullable(OneOf(['ahead'] as const)),
  warned: Type.Array(OneOf(warningKinds)),
});
export type RecordedEncounter = Static<typeof RecordedEncounter>;

export const SayOutcome = Type.Object(
  { encounterId: Uuid, outcome: Nullable(OneOf(spotOutcomes)) },
  { additionalProperties: false },
);
export const SaidOutcome = Type.Object({
  encounterId: Uuid,
  personId: Uuid,
  outcome: Nullable(OneOf(spotOutcomes)),
});

/** Who has been responsible since the encounter. */
export const CustodySince = Type.Object({
  custodianKind: Code,
  agencyCode: Nullable(Code),
  startedAt: Instant,
  endedAt: Nullable(Instant),
  endKind: Nullable(Code),
});
export type CustodySince = Static<typeof CustodySince>;

const facts = {
  encounterId: Uuid,
  operationId: Nullable(Uuid),
  occurredAt: Instant,
  approach: Code,
  activity: Code,
  locationType: Code,
  areaCode: Nullable(Type.String()),
  ageClass: OneOf(ageClasses),
  sex: OneOf(sexes),
  condition: Nullable(Code),
  injury: Nullable(Code),
  needs: Type.Array(Code),
  spotOutcome: Nullable(OneOf(spotOutcomes)),
  custody: Nullable(CustodySince),
  person: Person,
};
export const EncounterItem = Type.Object(facts);
export type EncounterItem = Static<typeof EncounterItem>;
export const EncounterPage = PageOf(EncounterItem);

/** One encounter, opened; texts and point are absent where the viewer's standing does not reveal them. */
export const Encounter = Type.Object({
  ...facts,
  recordedAt: Instant,
  recordedBy: Type.String(),
  agencyCode: Nullable(Code),
  clockFlag: Nullable(Type.String()),
  statedAge: Nullable(Type.Integer()),
  assessedLow: Nullable(Type.Integer()),
  assessedHigh: Nullable(Type.Integer()),
  intoxication: Nullable(OneOf(intoxications)),
  companions: Type.Array(Code),
  groupId: Nullable(Uuid),
  ownWords: Type.Optional(Type.String()),
  description: Type.Optional(Type.String()),
  belongings: Type.Optional(Type.String()),
  point: Type.Optional(Type.Object({ latitude: Type.Number(), longitude: Type.Number() })),
  abilities: Type.Array(Type.String()),
});
export type Encounter = Static<typeof Encounter>;

/** Where an operation met people, for its team: rounded points without the persons. */
export const OperationPoints = Type.Object({
  items: Type.Array(
    Type.Object({ latitude: Type.Number(), longitude: Type.Number(), encounters: Type.Integer() }),
  ),
});
