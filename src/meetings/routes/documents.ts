import { Type } from 'typebox';
import { issueLetter } from '#meetings/commands/letters.ts';
import { listDocuments } from '#meetings/queries/documents/list.ts';
import { openDocument, openInvitation } from '#meetings/queries/documents/open.ts';
import { documentKinds } from '#meetings/rules/documents.ts';
import { MeetingDocuments } from '#meetings/schema/documents.ts';
import { accepts, printPage, query, type Route } from '#platform/http/routes.ts';
import { staffRoles } from '#platform/roles.ts';
import { OneOf, Uuid } from '#platform/schemas.ts';

const onMeeting = (id: string) => ({ kind: 'meeting', id });

export const documentRoutes: readonly Route[] = [
  query({
    path: '/meetings/:meetingId/documents',
    summary: 'The letters and papers of a meeting',
    may: staffRoles,
    input: Type.Object({ meetingId: Uuid }),
    result: MeetingDocuments,
    run: async (tx, viewer, { meetingId }) => ({
      show: await listDocuments(tx, viewer, meetingId),
      audit: [],
    }),
  }),
  printPage({
    path: '/meetings/:meetingId/documents/:kind',
    summary: 'A paper of a meeting as PDF: a letter that was issued, or a draft',
    may: staffRoles,
    input: Type.Object({
      meetingId: Uuid,
      kind: OneOf(documentKinds),
      letterId: Type.Optional(Uuid),
      format: Type.Optional(OneOf(['xlsx'] as const)),
    }),
    run: async (tx, viewer, input, world) => ({
      show: await openDocument(tx, viewer, input, world),
      audit: [
        {
          act: 'document.downloaded',
          on: onMeeting(input.meetingId),
          detail: { kind: input.kind, letter: input.letterId ?? '' },
        },
      ],
    }),
  }),
  printPage({
    path: '/meetings/:meetingId/invitations/:invitationId/letter',
    summary: 'The letter of one who is invited, as PDF',
    may: staffRoles,
    input: Type.Object({ meetingId: Uuid, invitationId: Uuid }),
    run: async (tx, viewer, input, world) => ({
      show: await openInvitation(tx, viewer, input, world),
      audit: [
        {
          act: 'invitation.downloaded',
          on: onMeeting(input.meetingId),
          detail: { invitation: input.invitationId },
        },
      ],
    }),
  }),
  accepts(issueLetter),
];
