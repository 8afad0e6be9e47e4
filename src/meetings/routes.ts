import { agendaRoutes } from '#meetings/routes/agenda.ts';
import { attendanceRoutes } from '#meetings/routes/attendance.ts';
import { conferenceRoutes } from '#meetings/routes/conference.ts';
import { documentRoutes } from '#meetings/routes/documents.ts';
import { exportRoutes } from '#meetings/routes/exports.ts';
import { followUpRoutes } from '#meetings/routes/follow-up.ts';
import { invitationRoutes } from '#meetings/routes/invitations.ts';
import { meetingRoutes } from '#meetings/routes/meetings.ts';
import { minutesRoutes } from '#meetings/routes/minutes.ts';
import { openPageRoutes } from '#meetings/routes/open-page.ts';
import { paperRoutes } from '#meetings/routes/papers.ts';
import type { Route } from '#platform/http/routes.ts';

/** Every route of meetings, noun by noun. */
export const routes: readonly Route[] = [
  ...meetingRoutes,
  ...invitationRoutes,
  ...attendanceRoutes,
  ...conferenceRoutes,
  ...documentRoutes,
  ...paperRoutes,
  ...exportRoutes,
  ...openPageRoutes,
  ...agendaRoutes,
  ...followUpRoutes,
  ...minutesRoutes,
];
