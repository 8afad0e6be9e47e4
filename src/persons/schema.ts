import { type Static, Type } from 'typebox';
import { nameReasons } from '#persons/rules.ts';
import {
  AreaCode,
  ageClasses,
  Day,
  Instant,
  Line,
  Nullable,
  OneOf,
  PageOf,
  Reason,
  sexes,
  Uuid,
} from '#platform/schemas.ts';

export const standings = [
  'caseTeam',
  'breakGlass',
  'custodian',
  'operationTeam',
  'recorder',
  'reviewer',
  'referredAgency',
  'areaDesk',
  'coordinator',
] as const;
export type Standing = (typeof standings)[number];

/** How much of something exists for a viewer: all of it, only what the viewer's task is about, or nothing. */
export const extents = ['none', 'own', 'all'] as const;
export type Extent = (typeof extents)[number];

export const kinRelations = [
  'MOTHER',
  'FATHER',
  'GUARDIAN',
  'MAMAK',
  'SIBLING',
  'GRANDPARENT',
  'OTHER_KIN',
] as const;
export const Kin = Type.Object(
  {
    relation: OneOf(kinRelations),
    name: Line(120, 1),
    phone: Type.Optional(Line(30)),
    address: Type.Optional(Line(200)),
    note: Type.Optional(Line(200)),
  },
  { additionalProperties: false },
);
export type Kin = Static<typeof Kin>;

/** How many names, nicknames and marks one person has at most, and how long each. */
export const identityLimits = {
  names: { most: 5, letters: 120 },
  aliases: { most: 10, letters: 60 },
  marks: { most: 10, letters: 120 },
} as const;

const severalLines = ({ most, letters }: { most: number; letters: number }) =>
  Type.Array(Line(letters, 1), { maxItems: most });

/** What the sealed box of a person holds. */
export const Identity = Type.Object(
  {
    names: severalLines(identityLimits.names),
    aliases: severalLines(identityLimits.aliases),
    nik: Type.Optional(Type.String({ pattern: '^\\d{16}$' })),
    familyCard: Type.Optional(Type.String({ pattern: '^\\d{16}$' })),
    birthPlace: Type.Optional(Line(80)),
    kin: Type.Array(Kin, { maxItems: 20 }),
    address: Type.Optional(Line(200)),
    phone: Type.Optional(Line(30)),
    language: Type.Optional(Line(40)),
    suku: Type.Optional(Line(40)),
    marks: severalLines(identityLimits.marks),
  },
  { additionalProperties: false },
);
export type Identity = Static<typeof Identity>;

/** Coarse facts that name nobody; every standing that reaches a person sees them. */
const coarse = {
  personId: Uuid,
  sex: OneOf(sexes),
  ageLow: Nullable(Type.Integer()),
  ageHigh: Nullable(Type.Integer()),
  ageSource: Nullable(OneOf(['stated', 'documented', 'assessed'] as const)),
  /** By everything that was said of the age; the years above are of the best word alone. Null where the age is not shown. */
  ageClass: Nullable(OneOf(ageClasses)),
  standing: OneOf(standings),
  lastMetAt: Nullable(Instant),
};

export const KnownPerson = Type.Object({
  kind: Type.Literal('known'),
  ...coarse,
  name: Type.String(),
  aliases: Type.Array(Type.String()),
  initials: Type.String(),
});
export type KnownPerson = Static<typeof KnownPerson>;

export const UnnamedPerson = Type.Object({ kind: Type.Literal('unnamed'), ...coarse });
export const RestrictedPerson = Type.Object({
  kind: Type.Literal('restricted'),
  ...coarse,
  initials: Nullable(Type.String()),
  caseNumber: Nullable(Type.String()),
});
export type RestrictedPerson = Static<typeof RestrictedPerson>;

/** A person as this viewer may know them. A restricted one has no name to print. */
export const Person = Type.Union([KnownPerson, UnnamedPerson, RestrictedPerson]);
export type Person = Static<typeof Person>;

export const AgeStatement = Type.Object({
  kind: OneOf(['stated', 'documented', 'assessed'] as const),
  yearsLow: Nullable(Type.Integer()),
  yearsHigh: Nullable(Type.Integer()),
  birthDate: Nullable(Day),
  onDate: Day,
});
export type AgeStatement = Static<typeof AgeStatement>;

/** The same as it is shown: without its day to those who may not know when the person was met before. */
export const AgeLine = Type.Object({ ...AgeStatement.properties, onDate: Nullable(Day) });
export type AgeLine = Static<typeof AgeLine>;

/** One person opened: what the standing reveals, field by field; a field that is not revealed is absent, one not known empty. */
export const PersonRecord = Type.Object({
  person: Person,
  ages: Type.Array(AgeLine),
  originArea: Nullable(AreaCode),
  residenceArea: Nullable(AreaCode),
  details: Type.Optional(
    Type.Object({
      names: Type.Optional(Type.Array(Type.String())),
      nikLastFour: Type.Optional(Type.String()),
      familyCardLastFour: Type.Optional(Type.String()),
      birthPlace: Type.Optional(Type.String()),
      kin: Type.Optional(Type.Array(Kin)),
      address: Type.Optional(Type.String()),
      phone: Type.Optional(Type.String()),
      language: Type.Optional(Type.String()),
      suku: Type.Optional(Type.String()),
      marks: Type.Optional(Type.Array(Type.String())),
    }),
  ),
  sameAs: Type.Array(Uuid),
  version: Type.Integer(),
  abilities: Type.Array(Type.String()),
});
export type PersonRecord = Static<typeof PersonRecord>;

export const PersonPage = PageOf(Person);

/** A name as staff with standing look for it. */
export const SearchPersons = Type.Object({ text: Line(80, 2) }, { additionalProperties: false });
export const FoundPersons = Type.Object({ items: Type.Array(Person), more: Type.Boolean() });
export type FoundPersons = Static<typeof FoundPersons>;

/** Numbers that nobody is shown in full: left out they stay as they were. */
export const hiddenNumbers = ['nik', 'familyCard'] as const;

export const IdentifyPerson = Type.Object(
  {
    personId: Uuid,
    sex: Type.Optional(OneOf(sexes)),
    identity: Identity,
    /** Numbers to take away, because they are somebody else's. */
    drop: Type.Optional(Type.Array(OneOf(hiddenNumbers), { maxItems: 2 })),
    originArea: Type.Optional(Nullable(AreaCode)),
    residenceArea: Type.Optional(Nullable(AreaCode)),
    /** Why the name of an adult is kept; a child and a person of unknown age need no reason. */
    nameReason: Type.Optional(OneOf(nameReasons)),
  },
  { additionalProperties: false },
);
export type IdentifyPerson = Static<typeof IdentifyPerson>;

export const StateAge = Type.Object(
  {
    personId: Uuid,
    kind: OneOf(['stated', 'documented', 'assessed'] as const),
    yearsLow: Type.Optional(Type.Integer({ minimum: 0, maximum: 120 })),
    yearsHigh: Type.Optional(Type.Integer({ minimum: 0, maximum: 120 })),
    birthDate: Type.Optional(Day),
    /** Why the name stays, when somebody with a name turns out to be an adult. */
    nameReason: Type.Optional(OneOf(nameReasons)),
  },
  { additionalProperties: false },
);
export type StateAge = Static<typeof StateAge>;

export const strengths = ['weak', 'likely', 'very_likely'] as const;
export type Strength = (typeof strengths)[number];
export const agreements = ['yes', 'near', 'no', 'notNoted'] as const;

/** What an officer typed about a person who may be on record already. */
export const MetBefore = Type.Object(
  {
    names: Type.Array(Line(120, 1), { maxItems: 3 }),
    aliases: Type.Array(Line(60, 1), { maxItems: 5 }),
    sex: OneOf(sexes),
    ageLow: Type.Optional(Type.Integer({ minimum: 0, maximum: 120 })),
    ageHigh: Type.Optional(Type.Integer({ minimum: 0, maximum: 120 })),
    mother: Type.Optional(Line(120, 1)),
    father: Type.Optional(Line(120, 1)),
    originArea: Type.Optional(AreaCode),
    companions: Type.Optional(Type.Array(Line(120, 1), { maxItems: 5 })),
    nik: Type.Optional(Type.String({ pattern: '^\\d{16}$' })),
    marks: Type.Optional(Type.Array(Line(120, 1), { maxItems: 5 })),
    operationId: Type.Optional(Uuid),
    /** The record that is being compared, when there is one already: it is left out of its own hints. */
    personId: Type.Optional(Uuid),
  },
  { additionalProperties: false },
);
export type MetBefore = Static<typeof MetBefore>;

const hint = {
  /** Place among the hints of this look, from 1: how an answer names it. */
  place: Type.Integer(),
  strength: OneOf(strengths),
  /** How each field that was typed compares; fields not typed are never spoken of. */
  fields: Type.Record(Type.String(), OneOf(agreements)),
};
/** With standing: who it is, and a percentage. Without: that someone like this is known, in three steps. */
export const MatchHint = Type.Union([
  Type.Object({
    kind: Type.Literal('person'),
    ...hint,
    person: Person,
    percent: Type.Integer(),
    highlight: Type.Boolean(),
  }),
  Type.Object({ kind: Type.Literal('someone'), ...hint }),
]);
export type MatchHint = Static<typeof MatchHint>;

export const MetBeforeAnswer = Type.Object({
  lookId: Type.Integer(),
  /** False: at least two telling fields are needed. */
  decidable: Type.Boolean(),
  hints: Type.Array(MatchHint),
  looksLeft: Type.Integer(),
  /** In an enforcement operation a hint is a duty of care: whom to call. */
  duty: OneOf(['care', 'compare'] as const),
});
export type MetBeforeAnswer = Static<typeof MetBeforeAnswer>;

export const AnswerMatch = Type.Object(
  {
    lookId: Type.Integer({ minimum: 0 }),
    /** The person as recorded now. */
    personId: Uuid,
    encounterId: Type.Optional(Uuid),
    choice: OneOf(['same', 'new', 'unsure'] as const),
    place: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })),
    reviewId: Uuid,
  },
  { additionalProperties: false },
);

export const MatchReview = Type.Object({
  reviewId: Uuid,
  person: Person,
  candidate: Person,
  strength: OneOf(strengths),
  askedAt: Instant,
  askedBy: Type.String(),
});
export type MatchReview = Static<typeof MatchReview>;

/** Both records of a question, and how each field that the newer one has compares with the older one. */
export const ReviewComparison = Type.Object({
  reviewId: Uuid,
  person: PersonRecord,
  candidate: PersonRecord,
  fields: Type.Record(Type.String(), OneOf(agreements)),
});
export type ReviewComparison = Static<typeof ReviewComparison>;

export const DecideReview = Type.Object(
  { reviewId: Uuid, answer: OneOf(['same', 'different', 'cannot_tell'] as const), reason: Reason() },
  { additionalProperties: false },
);
/** `from`: which other record it is not, after all; otherwise the one that stands for it. */
export const Unmerge = Type.Object(
  { personId: Uuid, from: Type.Optional(Uuid), reason: Reason() },
  { additionalProperties: false },
);
