// The commands of meetings that make a record, for the test of ids that are used already.
import { uuidv7 } from '#platform/uuid.ts';
import type { TestApp } from '#test/app.ts';
import {
  actionInput,
  adopted,
  agendaInput,
  decisionInput,
  draft,
  heldMeeting,
  reportInput,
} from '#test/held-meeting.ts';
import { paperScene, signatory } from '#test/paper-scene.ts';
import { plannedMeeting } from '#test/planned-meeting.ts';
import { pdfBytes, sendParts } from '#test/sent-file.ts';

/** Each with who gives it, the ids it takes and a fresh input; `of` because the app opens later. */
export function meetingMakers(of: () => TestApp) {
  return [
    {
      command: 'meetings/plan',
      by: 'eko.kesra',
      ids: { meetingId: 'meetings', 'speakers.0.speakerId': 'meeting_speakers' },
      input: async () => plannedMeeting(),
    },
    {
      command: 'meetings/invite-person',
      by: 'eko.kesra',
      ids: { invitationId: 'invitations' },
      input: async () => ({
        meetingId: await plannedByEko(of()),
        invitationId: uuidv7(),
        name: 'Narasumber Contoh',
        office: 'Dosen',
        email: '',
      }),
    },
    {
      command: 'meetings/check-in',
      by: 'eko.kesra',
      ids: { attendanceId: 'attendances' },
      input: async () => ({
        meetingId: await meetingToday(of()),
        attendanceId: uuidv7(),
        invitationIds: [],
        name: 'Tamu Contoh',
        office: '',
        body: '',
        contact: '',
        way: 'DESK',
      }),
    },
    {
      command: 'letters/issue',
      by: 'eko.kesra',
      ids: { letterId: 'letters' },
      input: async () => ({
        letterId: uuidv7(),
        meetingId: (await paperScene(of())).meetingId,
        kind: 'INVITATION',
        signatory,
      }),
    },
    {
      command: 'exports/ask',
      by: 'eko.kesra',
      ids: { exportId: 'exports' },
      input: async () => ({
        exportId: uuidv7(),
        meetingId: (await paperScene(of(), { named: 3, invited: 60 })).meetingId,
        kind: 'INVITATION_LIST',
        purpose: 'Rapat koordinasi',
      }),
    },
    {
      command: 'papers/keep',
      by: 'eko.kesra',
      ids: { fileId: 'files' },
      input: async () => {
        const sent = await sendParts(await of().as('eko.kesra'), pdfBytes(1000));
        return { ...sent, meetingId: (await paperScene(of())).meetingId };
      },
    },
    {
      command: 'agenda/add',
      by: 'eko.kesra',
      ids: { agendaItemId: 'agenda_items' },
      input: async () => agendaInput(await heldMeeting(of())),
    },
    {
      command: 'decisions/draft',
      by: 'eko.kesra',
      ids: { decisionId: 'decisions' },
      input: async () => decisionInput(await heldMeeting(of())),
    },
    {
      command: 'decisions/add-action',
      by: 'eko.kesra',
      ids: { actionId: 'actions' },
      input: async () => actionInput(await draft(of(), await heldMeeting(of()))),
    },
    {
      command: 'follow-up/report',
      by: 'hadi.dinkes',
      ids: { updateId: 'action_updates' },
      input: async () => reportInput((await adopted(of())).actionId),
    },
    {
      command: 'follow-up/cancel',
      by: 'eko.kesra',
      ids: { updateId: 'action_updates' },
      input: async () => ({
        actionId: (await adopted(of())).actionId,
        updateId: uuidv7(),
        reason: 'Tidak diperlukan lagi',
      }),
    },
  ] as const;
}

async function plannedByEko(app: TestApp, input = plannedMeeting()): Promise<string> {
  await (await app.as('eko.kesra')).does('meetings/plan', input);
  return input.meetingId;
}

function meetingToday(app: TestApp): Promise<string> {
  const startsAt = new Date(Date.now() + 1_000).toISOString();
  const endsAt = new Date(Date.now() + 3 * 60 * 60_000).toISOString();
  return plannedByEko(app, plannedMeeting({ startsAt, endsAt, replyBy: null }));
}
