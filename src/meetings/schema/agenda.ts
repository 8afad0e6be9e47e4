import { type Static, Type } from 'typebox';
import { Instant, Line, Nullable, OneOf, Prose, Uuid } from '#platform/schemas.ts';

/** Where an item of an agenda comes from: a fact that the city's own figures show, or somebody's wish. */
export const agendaSources = [
  'BREACHES',
  'HOT_SPOT',
  'OVERDUE_ACTIONS',
  'OFF_TARGET',
  'SPEAKER',
  'FREE',
] as const;
export type AgendaSource = (typeof agendaSources)[number];
/** The sources that are looked up in the figures; what they show is frozen when the item is put on the agenda. */
export const factSources = ['BREACHES', 'HOT_SPOT', 'OVERDUE_ACTIONS', 'OFF_TARGET'] as const;
export type FactSource = (typeof factSources)[number];

/** Numbers behind an item, as they stood; which of them there are follows from the source. */
export const AgendaFigures = Type.Object({
  late: Type.Optional(Type.Integer()),
  open: Type.Optional(Type.Integer()),
  escalated: Type.Optional(Type.Integer()),
  oldestDays: Type.Optional(Type.Integer()),
  now: Type.Optional(Type.Integer()),
  before: Type.Optional(Type.Integer()),
  value: Type.Optional(Type.Number()),
  target: Type.Optional(Type.Number()),
  of: Type.Optional(Type.Integer()),
  /** First and last month they are about, as 2026-08. */
  from: Type.Optional(Type.String()),
  to: Type.Optional(Type.String()),
});
export type AgendaFigures = Static<typeof AgendaFigures>;

export const AgendaProposal = Type.Object({
  source: OneOf(factSources),
  /** The agency, the area or the figure that it is about. */
  key: Type.String(),
  figures: AgendaFigures,
});
export type AgendaProposal = Static<typeof AgendaProposal>;
export const AgendaProposals = Type.Object({ items: Type.Array(AgendaProposal), asOf: Instant });
export type AgendaProposals = Static<typeof AgendaProposals>;

const words = {
  title: Line(200, 3),
  minutes: Nullable(Type.Integer({ minimum: 1, maximum: 480 })),
  presenter: Line(200),
  notes: Prose(4000),
};
export const AgendaItem = Type.Object({
  agendaItemId: Uuid,
  position: Type.Integer(),
  title: Type.String(),
  source: OneOf(agendaSources),
  key: Type.String(),
  figures: AgendaFigures,
  frozenAt: Nullable(Instant),
  minutes: Nullable(Type.Integer()),
  presenter: Type.String(),
  notes: Type.String(),
});
export type AgendaItem = Static<typeof AgendaItem>;
export const Agenda = Type.Object({ items: Type.Array(AgendaItem), mayWrite: Type.Boolean() });
export type Agenda = Static<typeof Agenda>;

const item = { agendaItemId: Uuid };
export const AddAgendaItem = Type.Object(
  { ...item, meetingId: Uuid, source: OneOf(agendaSources), key: Line(120), ...words },
  { additionalProperties: false },
);
export type AddAgendaItem = Static<typeof AddAgendaItem>;
export const ChangeAgendaItem = Type.Object({ ...item, ...words }, { additionalProperties: false });
export const DropAgendaItem = Type.Object(item, { additionalProperties: false });
export const OrderAgenda = Type.Object(
  { meetingId: Uuid, order: Type.Array(Uuid, { minItems: 1, maxItems: 200, uniqueItems: true }) },
  { additionalProperties: false },
);
export const AgendaChanged = Type.Object({ meetingId: Uuid, items: Type.Integer() });
export type AgendaChanged = Static<typeof AgendaChanged>;
