import { Type } from 'typebox';
import {
  decisionAbilities,
  followUpReaders,
  minuteTakers,
  requireStanding,
} from '#meetings/access/follow-up.ts';
import { addAgendaItem, changeAgendaItem, dropAgendaItem, orderAgenda } from '#meetings/commands/agenda.ts';
import { listAgenda } from '#meetings/queries/agenda.ts';
import { findDecidingMeeting, standingsToHost } from '#meetings/queries/decisions.ts';
import { readFacts } from '#meetings/queries/facts.ts';
import { Agenda, AgendaProposals } from '#meetings/schema/agenda.ts';
import { cityDate } from '#platform/calendar.ts';
import { accepts, query, type Route } from '#platform/http/routes.ts';
import { problem } from '#platform/problems.ts';
import { Uuid } from '#platform/schemas.ts';

export const agendaRoutes: readonly Route[] = [
  query({
    path: '/meetings/:meetingId/agenda',
    summary: 'What a meeting speaks of, with the figures frozen when each item was put on it',
    may: followUpReaders,
    input: Type.Object({ meetingId: Uuid }),
    result: Agenda,
    run: async (tx, viewer, { meetingId }) => ({ show: await listAgenda(tx, viewer, meetingId), audit: [] }),
  }),
  query({
    path: '/meetings/:meetingId/agenda-proposals',
    summary:
      'What the city’s figures would put on the agenda now: breaches, hot spots, what is late, what misses its target',
    may: minuteTakers,
    input: Type.Object({ meetingId: Uuid }),
    result: AgendaProposals,
    run: async (tx, viewer, { meetingId }, world) => {
      const meeting = await findDecidingMeeting(tx, meetingId);
      if (!meeting) throw problem('not-found');
      requireStanding(viewer, standingsToHost(viewer, meeting.hostAgency), decisionAbilities.write);
      const at = world.now();
      const items = await readFacts(tx, viewer, cityDate(at, viewer.city.timeZone));
      return { show: { items, asOf: at.toISOString() }, audit: [] };
    },
  }),
  accepts(addAgendaItem),
  accepts(changeAgendaItem),
  accepts(dropAgendaItem),
  accepts(orderAgenda),
];
