import { sql } from 'kysely';
import { decisionAbilities, minuteTakers, requireStanding } from '#meetings/access/follow-up.ts';
import { findAgendaItem } from '#meetings/queries/agenda.ts';
import { findDecidingMeeting, standingsToHost } from '#meetings/queries/decisions.ts';
import { readFacts } from '#meetings/queries/facts.ts';
import {
  AddAgendaItem,
  AgendaChanged,
  type AgendaProposal,
  type AgendaSource,
  ChangeAgendaItem,
  DropAgendaItem,
  factSources,
  OrderAgenda,
} from '#meetings/schema/agenda.ts';
import { cityDate } from '#platform/calendar.ts';
import { command } from '#platform/commands.ts';
import { constraintsOf } from '#platform/database/constraints.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem, problemsOf } from '#platform/problems.ts';

problemsOf({
  'agenda-closed': {
    status: 409,
    id: 'Rapat ini sudah ditutup atau dibatalkan; susunan acaranya tidak berubah lagi.',
    en: 'This meeting is closed or cancelled; its agenda no longer changes.',
  },
  'agenda-fact-gone': {
    status: 422,
    id: 'Fakta ini tidak ada lagi di angka kota saat ini. Muat ulang usulannya, atau tulis sebagai acara biasa.',
    en: 'The city’s figures no longer show this fact. Load the proposals again, or write it as an ordinary item.',
  },
  'agenda-order-other': {
    status: 409,
    id: 'Acara lain ditambah atau dihapus sementara itu. Muat ulang, lalu urutkan lagi.',
    en: 'Items were added or dropped meanwhile. Load again, then put them in order.',
  },
  'agenda-full': {
    status: 422,
    id: 'Susunan acara ini sudah penuh, 200 butir.',
    en: 'This agenda is full with 200 items.',
  },
});
constraintsOf({
  agenda_items_pkey: { code: 'command-id-reused', field: 'agendaItemId' },
  agenda_items_position_check: { code: 'agenda-full' },
});

const told = (act: string) => (input: { agendaItemId: string }) => ({
  act,
  on: { kind: 'agendaItem', id: input.agendaItemId },
});

/**
 * Puts an item on the agenda. The figures of a fact are read anew by the server and frozen with it: nobody types them,
 * and they stay as they stood however the matter goes on.
 */
export const addAgendaItem = command({
  name: 'agenda/add',
  summary: 'Put an item on the agenda, with its figures as they stand now',
  may: minuteTakers,
  input: AddAgendaItem,
  result: AgendaChanged,
  audit: (input) => ({ ...told('agenda.added')(input), detail: { source: input.source } }),
  run: async (tx, viewer, input, sent) => {
    const { meetingId, source, key } = input;
    await requireAgenda(tx, viewer, meetingId);
    const at = sent.world.now();
    const fact = isFact(source)
      ? await requireFact(tx, viewer, { source, key, today: cityDate(at, viewer.city.timeZone) })
      : null;
    await sql`
      select 1 from meetings where city = (select app.city()) and meeting_id = ${meetingId} for no key update`.execute(
      tx,
    );
    await sql`
      insert into agenda_items (agenda_item_id, meeting_id, position, title, source, source_key, figures, frozen_at, minutes, presenter, notes)
      select ${input.agendaItemId}, ${meetingId}, coalesce(max(i.position), 0) + 1, ${input.title}, ${source}, ${fact ? key : ''},
             ${JSON.stringify(fact?.figures ?? {})}::jsonb, ${fact ? at : null}, ${input.minutes}, ${input.presenter}, ${input.notes}
        from agenda_items i
       where i.city = (select app.city()) and i.meeting_id = ${meetingId} and i.dropped_at is null`.execute(
      tx,
    );
    return changed(tx, meetingId);
  },
});

/** Changes the words of an item; its figures stay. */
export const changeAgendaItem = command({
  name: 'agenda/change',
  summary: 'Change the words of an item of the agenda',
  may: minuteTakers,
  input: ChangeAgendaItem,
  result: AgendaChanged,
  audit: told('agenda.changed'),
  run: async (tx, viewer, input) => {
    const meetingId = await takeItem(tx, viewer, input.agendaItemId);
    await sql`
      update agenda_items
         set title = ${input.title}, minutes = ${input.minutes}, presenter = ${input.presenter}, notes = ${input.notes}
       where city = (select app.city()) and agenda_item_id = ${input.agendaItemId}`.execute(tx);
    return changed(tx, meetingId);
  },
});

/** Takes an item off the agenda; it is kept, with its figures, and shown no more. */
export const dropAgendaItem = command({
  name: 'agenda/drop',
  summary: 'Take an item off the agenda',
  may: minuteTakers,
  input: DropAgendaItem,
  result: AgendaChanged,
  audit: told('agenda.dropped'),
  run: async (tx, viewer, { agendaItemId }, sent) => {
    const meetingId = await takeItem(tx, viewer, agendaItemId);
    await sql`
      update agenda_items set dropped_at = ${sent.world.now()}
       where city = (select app.city()) and agenda_item_id = ${agendaItemId}`.execute(tx);
    return changed(tx, meetingId);
  },
});

/** Puts the items of an agenda in another order: all of them are named, so that none is lost. */
export const orderAgenda = command({
  name: 'agenda/order',
  summary: 'Put the items of an agenda in order',
  may: minuteTakers,
  input: OrderAgenda,
  result: AgendaChanged,
  audit: (input) => ({ act: 'agenda.ordered', on: { kind: 'meeting', id: input.meetingId } }),
  run: async (tx, viewer, { meetingId, order }) => {
    await requireAgenda(tx, viewer, meetingId);
    const found = await sql<{ id: string }>`
      select agenda_item_id as id
        from agenda_items
       where city = (select app.city()) and meeting_id = ${meetingId} and dropped_at is null
         for update`.execute(tx);
    const known = new Set(found.rows.map((row) => row.id));
    if (known.size !== order.length || order.some((id) => !known.has(id)))
      throw problem('agenda-order-other');
    await sql`
      update agenda_items i set position = o.position
        from unnest(${order}::uuid[]) with ordinality as o (id, position)
       where i.city = (select app.city()) and i.agenda_item_id = o.id`.execute(tx);
    return { meetingId, items: order.length };
  },
});

function isFact(source: AgendaSource): source is AgendaProposal['source'] {
  const facts: readonly AgendaSource[] = factSources;
  return facts.includes(source);
}

async function requireFact(
  tx: Tx,
  viewer: Viewer,
  { source, key, today }: { source: AgendaSource; key: string; today: string },
): Promise<AgendaProposal> {
  const facts = await readFacts(tx, viewer, today);
  const fact = facts.find((it) => it.source === source && it.key === key);
  if (!fact) throw problem('agenda-fact-gone', { field: 'key' });
  return fact;
}

async function requireAgenda(tx: Tx, viewer: Viewer, meetingId: string): Promise<void> {
  const meeting = await findDecidingMeeting(tx, meetingId);
  if (!meeting) throw problem('not-found');
  requireStanding(viewer, standingsToHost(viewer, meeting.hostAgency), decisionAbilities.write);
  if (meeting.state === 'closed' || meeting.state === 'cancelled') throw problem('agenda-closed');
}

async function takeItem(tx: Tx, viewer: Viewer, agendaItemId: string): Promise<string> {
  const item = await findAgendaItem(tx, agendaItemId);
  if (!item) throw problem('not-found');
  await requireAgenda(tx, viewer, item.meetingId);
  return item.meetingId;
}

async function changed(tx: Tx, meetingId: string): Promise<AgendaChanged> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n
      from agenda_items
     where city = (select app.city()) and meeting_id = ${meetingId} and dropped_at is null`.execute(tx);
  return { meetingId, items: found.rows[0]?.n ?? 0 };
}
