import { type Static, Type } from 'typebox';
import { Person } from '#persons/schema.ts';
import { AreaCode, ageClasses, Code, Cursor, Instant, Nullable, OneOf, Uuid } from '#platform/schemas.ts';

/** A calendar year (2026) or a month (2026-07) of the city. */
export const Period = Type.String({ pattern: '^20\\d{2}(-(0[1-9]|1[0-2]))?$' });

/** What a number on the board counts, by the name under which its records open. */
export const metFigures = ['children', 'new', 'continuing', 'returned', 'encounters'] as const;
export const careFigures = ['handover', 'assessed', 'referral', 'home', 'factor'] as const;
export const figures = [...metFigures, ...careFigures] as const;
export type Figure = (typeof figures)[number];

const filter = {
  /** This year, when it is not said. */
  period: Type.Optional(Period),
  place: Type.Optional(AreaCode),
  approach: Type.Optional(Code),
  ageClass: Type.Optional(OneOf(ageClasses)),
};
export const BoardQuestion = Type.Object(filter);
export type BoardQuestion = Static<typeof BoardQuestion>;

export const Met = Type.Object({
  children: Type.Integer(),
  encounters: Type.Integer(),
  new: Type.Integer(),
  returned: Type.Integer(),
});
export type Met = Static<typeof Met>;

export const directions = ['up', 'down', 'flat'] as const;
export const Comparison = Type.Object({
  /** First and last month that are compared, complete ones only. */
  from: Type.String(),
  to: Type.String(),
  now: Met,
  before: Met,
  /** Told or not: the others say why not. */
  verdict: OneOf(['told', 'tooFew', 'noBefore', 'partBefore', 'notOver'] as const),
  children: OneOf(directions),
  perChild: OneOf(directions),
});
export type Comparison = Static<typeof Comparison>;

const ByCode = Type.Object({
  code: Type.String(),
  children: Type.Integer(),
  encounters: Type.Integer(),
  reported: Type.Integer(),
});
export type ByCode = Static<typeof ByCode>;

export const ReportedSum = Type.Object({
  operations: Type.Integer(),
  flagged: Type.Integer(),
  total: Type.Integer(),
  UNDER_18: Type.Integer(),
  ADULT: Type.Integer(),
  UNKNOWN: Type.Integer(),
  /** Of this age class, those whose kelurahan the source does not give. */
  unplaced: Type.Integer(),
});
export type ReportedSum = Static<typeof ReportedSum>;

const Share = Type.Object({ n: Type.Integer(), of: Type.Integer() });
export const Care = Type.Object({
  handover: Type.Object({ medianHours: Nullable(Type.Number()), of: Type.Integer() }),
  assessed: Share,
  referrals: Type.Object({
    n: Type.Integer(),
    of: Type.Integer(),
    agencies: Type.Array(Type.Object({ agencyCode: Type.String(), n: Type.Integer(), of: Type.Integer() })),
  }),
  home: Type.Array(Type.Object({ month: Type.Integer(), n: Type.Integer(), of: Type.Integer() })),
  factors: Type.Object({
    assessed: Type.Integer(),
    items: Type.Array(Type.Object({ code: Type.String(), children: Type.Integer() })),
  }),
});
export type Care = Static<typeof Care>;

/** Everything the board paints first, in one answer. */
export const Board = Type.Object({
  period: Period,
  place: AreaCode,
  approach: Nullable(Type.String()),
  ageClass: OneOf(ageClasses),
  asOf: Instant,
  /** After a burst of writes: figures are as last folded. */
  behind: Type.Boolean(),
  today: Type.String(),
  met: Met,
  classes: Type.Record(Type.String(), Met),
  comparison: Comparison,
  reported: ReportedSum,
  months: Type.Array(
    Type.Object({
      month: Type.String(),
      children: Type.Integer(),
      encounters: Type.Integer(),
      new: Type.Integer(),
      returned: Type.Integer(),
      reported: Type.Integer(),
      operations: Type.Integer(),
    }),
  ),
  /** Kecamatan and kelurahan with anything to count: code, encounters, children, and those only reported. */
  areas: Type.Array(Type.Tuple([Type.String(), Type.Integer(), Type.Integer(), Type.Integer()])),
  activities: Type.Array(ByCode),
  groups: Type.Array(ByCode),
  approaches: Type.Array(ByCode),
  /** Only for those who may see the figures of the whole city. */
  care: Nullable(Care),
  opensRecords: Type.Boolean(),
  /** The first day with anything to count; null before there is one. */
  begins: Nullable(Type.String()),
});
export type Board = Static<typeof Board>;

export const MonthAreaQuestion = Type.Object({
  year: Type.Optional(Type.String({ pattern: '^20\\d{2}$' })),
  ageClass: Type.Optional(OneOf(ageClasses)),
  approach: Type.Optional(Code),
});
/** Month × kelurahan: for each kelurahan its code, encounters and children in each of the twelve months. */
export const MonthArea = Type.Object({
  year: Type.String(),
  asOf: Instant,
  /** After a burst of writes: figures are as last folded. */
  behind: Type.Boolean(),
  areas: Type.Array(Type.Tuple([Type.String(), Type.Array(Type.Integer()), Type.Array(Type.Integer())])),
});
export type MonthArea = Static<typeof MonthArea>;

export const RecordsQuestion = Type.Object({
  figure: OneOf(figures),
  ...filter,
  /** An activity, a group of the regulation, an agency, a factor, or the month of a visit. */
  activity: Type.Optional(Code),
  group: Type.Optional(Code),
  code: Type.Optional(Code),
  after: Type.Optional(Cursor),
});
export type RecordsQuestion = Static<typeof RecordsQuestion>;

/** One record behind a number. The person is as the viewer may know them, or absent where they may not. */
export const FigureRecord = Type.Object({
  key: Type.String(),
  person: Nullable(Person),
  month: Type.String(),
  at: Nullable(Instant),
  areaCode: Nullable(Type.String()),
  activity: Nullable(Type.String()),
  approach: Nullable(Type.String()),
  code: Nullable(Type.String()),
  encounters: Type.Integer(),
  n: Type.Integer(),
  of: Type.Integer(),
  operationId: Nullable(Uuid),
});
export type FigureRecord = Static<typeof FigureRecord>;
export const FigureRecords = Type.Object({
  items: Type.Array(FigureRecord),
  next: Nullable(Type.String()),
});

export const Definition = Type.Object({
  name: Type.String(),
  title: Type.Object({ id: Type.String(), en: Type.String() }),
  text: Type.Object({ id: Type.String(), en: Type.String() }),
  source: Type.String(),
  unit: Type.String(),
});
export type Definition = Static<typeof Definition>;

export const tables = [
  'months',
  'areas',
  'activities',
  'groups',
  'approaches',
  'referrals',
  'factors',
  'home',
] as const;
export type TableName = (typeof tables)[number];
export const TableQuestion = Type.Object({ ...filter, table: OneOf(tables) });
export const TableFile = Type.Object({ name: Type.String(), csv: Type.String() });

export const Shapes = Type.Object({
  items: Type.Array(Type.Object({ areaCode: Type.String(), shape: Type.Unknown() })),
  source: Type.String(),
});
