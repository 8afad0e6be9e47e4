import { sql } from 'kysely';
import { decisionAbilities } from '#meetings/access/follow-up.ts';
import { findDecidingMeeting, standingsToHost } from '#meetings/queries/decisions.ts';
import type { Agenda, AgendaFigures, AgendaItem, AgendaSource } from '#meetings/schema/agenda.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';

type Row = {
  agenda_item_id: string;
  meeting_id: string;
  position: number;
  title: string;
  source: AgendaSource;
  source_key: string;
  figures: AgendaFigures;
  frozen_at: Date | null;
  minutes: number | null;
  presenter: string;
  notes: string;
};

const columns = sql`
  agenda_item_id, meeting_id, position, title, source, source_key, figures, frozen_at, minutes, presenter, notes`;

/** What a meeting speaks of, in order; dropped items are left out. */
export async function listAgenda(tx: Tx, viewer: Viewer, meetingId: string): Promise<Agenda> {
  const meeting = await findDecidingMeeting(tx, meetingId);
  if (!meeting) throw problem('not-found');
  const held = standingsToHost(viewer, meeting.hostAgency);
  const found = await sql<Row>`
    select ${columns}
      from agenda_items
     where city = (select app.city()) and meeting_id = ${meetingId} and dropped_at is null
     order by position, agenda_item_id`.execute(tx);
  return {
    items: found.rows.map(itemOf),
    mayWrite:
      meeting.state !== 'cancelled' &&
      meeting.state !== 'closed' &&
      viewer.lock.standingAllows(held, decisionAbilities.write),
  };
}

/** One item that still stands on its agenda. */
export async function findAgendaItem(tx: Tx, agendaItemId: string): Promise<{ meetingId: string } | null> {
  const found = await sql<{ meetingId: string }>`
    select meeting_id as "meetingId"
      from agenda_items
     where city = (select app.city()) and agenda_item_id = ${agendaItemId} and dropped_at is null`.execute(
    tx,
  );
  return found.rows[0] ?? null;
}

function itemOf(row: Row): AgendaItem {
  return {
    agendaItemId: row.agenda_item_id,
    position: row.position,
    title: row.title,
    source: row.source,
    key: row.source_key,
    figures: row.figures,
    frozenAt: row.frozen_at?.toISOString() ?? null,
    minutes: row.minutes,
    presenter: row.presenter,
    notes: row.notes,
  };
}
