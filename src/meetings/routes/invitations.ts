import { Type } from 'typebox';
import { callers, meetingReaders, meetingStandingsOf, requireMeetingAbility } from '#meetings/access.ts';
import { calendarFile } from '#meetings/calendar-file.ts';
import {
  inviteAgencies,
  inviteByRule,
  invitePerson,
  issueInvitations,
  withdrawInvitation,
} from '#meetings/commands/invitations.ts';
import { replyToInvitation } from '#meetings/commands/replies.ts';
import { invitationToken } from '#meetings/links.ts';
import { hasInvitation, listInvitations } from '#meetings/queries/invitations.ts';
import { findMeeting, findMeetingTies } from '#meetings/queries/meetings.ts';
import { InvitationLink, InvitationListQuery, InvitationPage } from '#meetings/schema/invitations.ts';
import { accepts, printPage, query, type Route } from '#platform/http/routes.ts';
import { pageOf, readCursor } from '#platform/paging.ts';
import { problem } from '#platform/problems.ts';
import { Uuid } from '#platform/schemas.ts';
import { codePicture } from '#platform/typeset/sheet.ts';
import { publicAddress } from '#platform/world.ts';

export const invitationRoutes: readonly Route[] = [
  query({
    path: '/meetings/:meetingId/invitations',
    summary: 'Who is invited to a meeting and what they answered; an invited agency sees its own',
    may: meetingReaders,
    input: InvitationListQuery,
    result: InvitationPage,
    run: async (tx, viewer, input, world) => {
      const meeting = await findMeetingTies(tx, input.meetingId);
      if (!meeting) throw problem('not-found');
      const held = meetingStandingsOf(viewer, meeting);
      const after = Number(readCursor(input.after, ['number'])?.number ?? 0);
      if (!Number.isInteger(after)) throw problem('input-invalid', { field: 'after' });
      const found = await listInvitations(tx, viewer, {
        meetingId: input.meetingId,
        meeting,
        show: held[0] === 'invited' ? 'own' : (input.show ?? 'all'),
        after,
        isHost: held.includes('host'),
        now: world.now(),
      });
      return { show: pageOf(found, (row) => ({ number: String(row.number) })), audit: [] };
    },
  }),
  query({
    path: '/meetings/:meetingId/invitations/:invitationId/link',
    summary: 'The link and the code of one invitation, to be handed on again',
    may: callers,
    input: Type.Object({ meetingId: Uuid, invitationId: Uuid }),
    result: InvitationLink,
    run: async (tx, viewer, { meetingId, invitationId }, world) => {
      const meeting = await findMeetingTies(tx, meetingId);
      if (!meeting || !(await hasInvitation(tx, meetingId, invitationId))) throw problem('not-found');
      requireMeetingAbility(viewer, meetingStandingsOf(viewer, meeting), 'invite');
      const address = publicAddress(world, `/u/${invitationToken(world.keys, invitationId)}`);
      return {
        show: { address, picture: codePicture(address) },
        audit: [{ act: 'invitation.link-shown', on: { kind: 'invitation', id: invitationId } }],
      };
    },
  }),
  printPage({
    path: '/meetings/:meetingId/calendar',
    summary: 'A meeting as an iCalendar file',
    may: meetingReaders,
    input: Type.Object({ meetingId: Uuid }),
    run: async (tx, viewer, { meetingId }, world) => {
      const found = await findMeeting(tx, viewer, meetingId);
      if (!found) throw problem('not-found');
      const file = calendarFile({
        meetingId,
        version: found.version,
        title: found.title,
        place: found.place,
        theme: found.theme,
        startsAt: new Date(found.startsAt),
        endsAt: new Date(found.endsAt),
        cancelled: found.state === 'cancelled',
        host: '',
        now: world.now(),
      });
      return {
        show: { bytes: Buffer.from(file), mediaType: 'text/calendar; charset=utf-8', fileName: 'rapat.ics' },
        audit: [],
      };
    },
  }),
  accepts(inviteByRule),
  accepts(inviteAgencies),
  accepts(invitePerson),
  accepts(withdrawInvitation),
  accepts(issueInvitations),
  accepts(replyToInvitation),
];
