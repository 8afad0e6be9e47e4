import { Type } from 'typebox';
import { meetingReaders } from '#meetings/access.ts';
import {
  cancelMeeting,
  changeMeeting,
  closeMeeting,
  holdMeeting,
  planMeeting,
} from '#meetings/commands/meetings.ts';
import { findMeeting, listMeetings } from '#meetings/queries/meetings.ts';
import { Meeting, MeetingListQuery, MeetingPage } from '#meetings/schema/meetings.ts';
import { accepts, query, type Route } from '#platform/http/routes.ts';
import { pageOf, readCursor } from '#platform/paging.ts';
import { problem } from '#platform/problems.ts';
import { Uuid } from '#platform/schemas.ts';

export const meetingRoutes: readonly Route[] = [
  query({
    path: '/meetings',
    summary: 'Meetings of the own agency and those it is invited to, latest first',
    may: meetingReaders,
    input: MeetingListQuery,
    result: MeetingPage,
    run: async (tx, _viewer, input) => {
      const after = readCursor(input.after, ['at', 'meetingId']);
      const found = await listMeetings(tx, input.show ?? 'all', after);
      return {
        show: pageOf(found, (row) => ({ at: row.startsAt, meetingId: row.meetingId })),
        audit: [],
      };
    },
  }),
  query({
    path: '/meetings/:meetingId',
    summary: 'One meeting: what for, when, where, on which basis, who speaks, how many come',
    may: meetingReaders,
    input: Type.Object({ meetingId: Uuid }),
    result: Meeting,
    run: async (tx, viewer, input) => {
      const found = await findMeeting(tx, viewer, input.meetingId);
      if (!found) throw problem('not-found');
      return { show: found, audit: [] };
    },
  }),
  accepts(planMeeting),
  accepts(changeMeeting),
  accepts(cancelMeeting),
  accepts(holdMeeting),
  accepts(closeMeeting),
];
