import { Type } from 'typebox';
import { attachCase, detachCase } from '#meetings/commands/conference.ts';
import { listConferenceCases } from '#meetings/queries/conference.ts';
import { findMeetingTies } from '#meetings/queries/meetings.ts';
import { ConferenceCases } from '#meetings/schema/conference.ts';
import { accepts, query, type Route } from '#platform/http/routes.ts';
import { problem } from '#platform/problems.ts';
import { Uuid } from '#platform/schemas.ts';

// Roles that can have a standing towards the child of a case.
const readers = ['social_worker', 'supervisor', 'custody_desk', 'partner_desk', 'area_desk'] as const;

export const conferenceRoutes: readonly Route[] = [
  query({
    path: '/meetings/:meetingId/cases',
    summary: 'The cases a conference speaks of, by the standing towards each child',
    may: readers,
    input: Type.Object({ meetingId: Uuid }),
    result: ConferenceCases,
    run: async (tx, viewer, { meetingId }, world) => {
      if (!(await findMeetingTies(tx, meetingId))) throw problem('not-found');
      const { lines, shown } = await listConferenceCases(tx, viewer, meetingId, world);
      return {
        show: { items: lines },
        audit: [{ act: 'cases.listed', on: { kind: 'meeting', id: meetingId }, persons: shown }],
      };
    },
  }),
  accepts(attachCase),
  accepts(detachCase),
];
