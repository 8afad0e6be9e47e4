import { type Static, Type } from 'typebox';
import { Person } from '#persons/schema.ts';
import { Code, Day, Instant, Nullable, OneOf, Uuid } from '#platform/schemas.ts';

/** What can need somebody today; each kind has its source, whose it is, and its next step on screen. */
export const todayKinds = [
  'met',
  'custody',
  'dispute',
  'operation',
  'contact',
  'assessment',
  'plan',
  'aftercare',
  'referralIn',
  'referralOut',
  'breach',
  'action',
  'raised',
  'decision',
  'review',
  'glass',
  'glassTold',
  'complaint',
  'erasure',
  'belonging',
  'code',
] as const;
export type TodayKind = (typeof todayKinds)[number];

/** Who has a child in care now. */
export const Custodian = Type.Object({
  custodyId: Uuid,
  kind: Code,
  agencyCode: Nullable(Code),
  facility: Type.String(),
  since: Instant,
});
export type Custodian = Static<typeof Custodian>;

/** One thing that needs the viewer: what, for whom, until when, whose it is. The way on follows from kind and ids. */
export const TodayItem = Type.Object({
  kind: OneOf(todayKinds),
  id: Type.String(),
  /** The moment it is ordered by: when it is due, or soon after it was raised when it has no limit. */
  at: Instant,
  since: Instant,
  dueAt: Nullable(Instant),
  /** A limit that is a day: the whole of it is still in time. */
  dueOn: Nullable(Day),
  /** Working days left of a referral, negative when late. */
  workingDays: Nullable(Type.Integer()),
  late: Type.Boolean(),
  paused: Type.Boolean(),
  person: Nullable(Person),
  /** Absent for those who may not know it; null: nobody is responsible yet. */
  custodian: Type.Optional(Nullable(Custodian)),
  caseId: Nullable(Type.String()),
  caseNumber: Nullable(Type.String()),
  agencyCode: Nullable(Code),
  staff: Nullable(Type.String()),
  /** The step, duty, service or state it is about, from the city's lists. */
  code: Nullable(Code),
  /** A title or a goal, only for those who may read it. */
  text: Type.String(),
  count: Nullable(Type.Integer()),
});
export type TodayItem = Static<typeof TodayItem>;

const count = Type.Integer();
export const CaseFigures = Type.Object({
  open: count,
  highRisk: count,
  aftercare: count,
  /** Closed cases with a visit that is past its day, whoever was to make it. */
  aftercareLate: count,
});
export const HeldFigures = Type.Object({ children: count, adults: count, overLimit: count });
export const BreachFigures = Type.Object({ open: count, late: count, escalated: count, paused: count });
export const OfficeFigures = Type.Object({
  lastBackupAt: Nullable(Instant),
  lastVerifiedAt: Nullable(Instant),
  failedAt: Nullable(Instant),
  failed: Nullable(Type.String()),
  /** What the last backup found wrong with the audit log. */
  auditBroken: Nullable(Type.String()),
  codesOpen: count,
  staff: Type.Object({ active: count, invited: count, suspended: count }),
});
export const RetentionLine = Type.Object({
  rule: Code,
  ranAt: Instant,
  afterMonths: count,
  done: count,
  held: count,
  dueSoon: count,
});
export const LogFigures = Type.Object({
  unsealed: count,
  oldestUnsealedAt: Nullable(Instant),
  lastSealAt: Nullable(Instant),
  retention: Type.Array(RetentionLine),
  glass: Type.Array(
    Type.Object({
      breakId: Type.String(),
      caseNumber: Type.String(),
      staff: Type.String(),
      agencyCode: Code,
      reason: Type.String(),
      openedAt: Instant,
      reviewedAt: Nullable(Instant),
    }),
  ),
});

/** Figures beside the list, each only for whom it is; read with the first page. */
export const Figures = Type.Object({
  cases: Type.Optional(CaseFigures),
  held: Type.Optional(HeldFigures),
  breaches: Type.Optional(BreachFigures),
  office: Type.Optional(OfficeFigures),
  log: Type.Optional(LogFigures),
});
export type Figures = Static<typeof Figures>;

/** How many things of each kind need the viewer, late ones among them; `apart` stand still or wait for somebody else. 101 of a kind: more than a hundred. */
export const Waiting = Type.Array(
  Type.Object({ kind: OneOf(todayKinds), waits: count, late: count, apart: count }),
);
export type Waiting = Static<typeof Waiting>;

export const Today = Type.Object({
  items: Type.Array(TodayItem),
  /** Of the first page only. */
  waiting: Waiting,
  next: Nullable(Type.String()),
  figures: Figures,
});
export type Today = Static<typeof Today>;
