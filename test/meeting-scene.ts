// A meeting with invitations that are out, through the front door.
import type { TestApp } from '#test/app.ts';
import { plannedMeeting } from '#test/planned-meeting.ts';

type Host = Pick<TestApp, 'as'>;

/** A meeting of KESRA to which these agencies are invited. */
export async function invitedMeeting(app: Host, agencies: string[], changes: Record<string, unknown> = {}) {
  const eko = await app.as('eko.kesra');
  const it = plannedMeeting(changes);
  await eko.does('meetings/plan', it);
  await eko.does('meetings/invite-agencies', { meetingId: it.meetingId, agencies, office: 'Kepala' });
  await eko.does('meetings/issue-invitations', { meetingId: it.meetingId });
  return it;
}

export type ListedInvitation = Record<string, unknown> & { invitationId: string; agencyCode: string };

/** Every invitation of a meeting, as its host sees them. */
export async function invitationsOf(app: Host, meetingId: string): Promise<ListedInvitation[]> {
  const eko = await app.as('eko.kesra');
  const items: ListedInvitation[] = [];
  for (let after = ''; ; ) {
    const page = await eko.get(`/api/meetings/${meetingId}/invitations${after && `?after=${after}`}`);
    items.push(...page.body.items);
    if (!page.body.next) return items;
    after = page.body.next;
  }
}

/** The way behind the code of an invitation. */
export async function linkOf(app: Host, meetingId: string, invitationId: string): Promise<string> {
  const eko = await app.as('eko.kesra');
  const link = await eko.get(`/api/meetings/${meetingId}/invitations/${invitationId}/link`);
  return new URL(link.body.address).pathname;
}

/** Sends the form of a page without script. */
export function sendForm(app: Pick<TestApp, 'server'>, url: string, form: Record<string, string>) {
  return app.server.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  });
}
