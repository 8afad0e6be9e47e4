import { Type } from 'typebox';
import {
  attendanceReaders,
  callers,
  mayReadAttendance,
  meetingReaders,
  meetingStandingsOf,
  requireMeetingAbility,
} from '#meetings/access.ts';
import { checkIn } from '#meetings/commands/attendance.ts';
import { listAttendances, listDesk, readRepresentation } from '#meetings/queries/attendance.ts';
import { findMeetingTies } from '#meetings/queries/meetings.ts';
import { AttendancePage, DeskList, Representation } from '#meetings/schema/attendance.ts';
import { accepts, query, type Route } from '#platform/http/routes.ts';
import { pageOf, readCursor } from '#platform/paging.ts';
import { problem } from '#platform/problems.ts';
import { Cursor, Uuid } from '#platform/schemas.ts';

const onMeeting = (id: string) => ({ kind: 'meeting', id });

export const attendanceRoutes: readonly Route[] = [
  query({
    path: '/meetings/:meetingId/representation',
    summary: 'Which of the agencies invited to a meeting were represented; nobody’s name',
    may: meetingReaders,
    input: Type.Object({ meetingId: Uuid }),
    result: Representation,
    run: async (tx, viewer, { meetingId }) => {
      if (!(await findMeetingTies(tx, meetingId))) throw problem('not-found');
      return { show: await readRepresentation(tx, viewer, meetingId), audit: [] };
    },
  }),
  query({
    path: '/meetings/:meetingId/attendances',
    summary: 'Who came to a meeting, for its host and whoever coordinates or reviews',
    may: attendanceReaders,
    input: Type.Object({ meetingId: Uuid, after: Type.Optional(Cursor) }),
    result: AttendancePage,
    run: async (tx, viewer, { meetingId, after }) => {
      const meeting = await findMeetingTies(tx, meetingId);
      if (!meeting) throw problem('not-found');
      const held = meetingStandingsOf(viewer, meeting);
      if (!mayReadAttendance(viewer, held)) throw problem('not-allowed');
      const found = await listAttendances(tx, {
        meetingId,
        after: readCursor(after, ['at', 'attendanceId']),
        isHost: held.includes('host'),
      });
      return {
        show: pageOf(found, (row) => ({ at: row.arrivedAt, attendanceId: row.attendanceId })),
        audit: [{ act: 'meeting.attendance-listed', on: onMeeting(meetingId) }],
      };
    },
  }),
  query({
    path: '/meetings/:meetingId/desk',
    summary: 'The whole list of a meeting for the desk, which goes on without a network',
    may: callers,
    input: Type.Object({ meetingId: Uuid }),
    result: DeskList,
    run: async (tx, viewer, { meetingId }) => {
      const meeting = await findMeetingTies(tx, meetingId);
      if (!meeting) throw problem('not-found');
      requireMeetingAbility(viewer, meetingStandingsOf(viewer, meeting), 'checkIn');
      return {
        show: { items: await listDesk(tx, viewer, meetingId) },
        audit: [{ act: 'meeting.desk-opened', on: onMeeting(meetingId) }],
      };
    },
  }),
  accepts(checkIn),
];
