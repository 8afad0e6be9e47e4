import { type Static, Type } from 'typebox';
import { Nullable, Uuid } from '#platform/schemas.ts';

const count = Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 }));
const words = (most: number) => Type.String({ maxLength: most });
const counts = Type.Optional(
  Type.Record(Type.String({ maxLength: 120 }), Type.Integer({ minimum: 0, maximum: 100_000 })),
);

/** What a source says of an operation, in its own numbers. Whatever else it says is kept as it came. */
export const ReportedCounts = Type.Object({
  total: count,
  male: count,
  female: count,
  under18: count,
  children: count,
  adults: count,
  activity: Type.Optional(words(60)),
  activities: Type.Optional(Type.Array(words(60), { maxItems: 40 })),
  byActivity: counts,
  origin: Type.Optional(words(120)),
  originCounts: counts,
  group: Type.Optional(words(120)),
  note: Type.Optional(words(2000)),
  ageNote: Type.Optional(words(200)),
  arrivedDaysAgo: count,
  suspected: Type.Optional(words(200)),
});
export type ReportedCounts = Static<typeof ReportedCounts>;

/** One operation of an import file. Unknown keys are kept with the original, never refused. */
export const ReportedOperation = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 120 }),
  date: Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' }),
  kind: words(40),
  lead: words(60),
  with: Type.Optional(Type.Array(words(60), { maxItems: 40 })),
  place: Type.Optional(
    Type.Object({
      text: Type.Optional(words(300)),
      village: Type.Optional(words(20)),
      district: Type.Optional(words(20)),
      districts: Type.Optional(Type.Array(words(20), { maxItems: 40 })),
      locationType: Type.Optional(words(60)),
    }),
  ),
  reported: ReportedCounts,
  legalBasis: Type.Optional(Type.Array(words(300), { maxItems: 20 })),
  path: Type.Optional(Type.Array(words(500), { maxItems: 40 })),
  source: Type.Optional(words(500)),
});
export type ReportedOperation = Static<typeof ReportedOperation>;

/** What contradicts itself or could not be tied to the city's lists; shown, never put right. */
export const reportFlags = [
  'noTotal',
  'activitySum',
  'ageSum',
  'sexSum',
  'originSum',
  'otherTotal',
  'legalBasisUnknown',
  'legalBasisNotValid',
  'areaUnknown',
  'activityUnknown',
  'locationUnknown',
  'partnerUnknown',
] as const;
export type ReportFlag = (typeof reportFlags)[number];

/** The report behind an operation, as the screens show it. */
export const OperationReport = Type.Object({
  operationId: Uuid,
  day: Type.String(),
  source: Type.String(),
  path: Type.Array(Type.String()),
  reported: Type.Record(Type.String(), Type.Unknown()),
  place: Type.String(),
  legalBasis: Type.Array(Type.String()),
  flags: Type.Array(Type.String()),
  placeholders: Type.Integer(),
  importedAt: Type.String(),
});
export type OperationReport = Static<typeof OperationReport>;
export const OperationReportAnswer = Type.Object({ report: Nullable(OperationReport) });
