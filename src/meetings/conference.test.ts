import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#test/app.ts';
import { openCaseOfSari } from '#test/case-scene.ts';
import { invitedMeeting } from '#test/meeting-scene.ts';
import { plannedMeeting } from '#test/planned-meeting.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

test('a conference shows a case to its team alone, whoever else is invited, and other meetings take none', async () => {
  const { caseId, caseNumber } = await openCaseOfSari(app);
  const sari = await app.as('sari.peksos');
  const it = plannedMeeting({ kind: 'CASE_CONFERENCE' });
  const { meetingId } = it;
  await sari.does('meetings/plan', it);
  await sari.does('meetings/invite-agencies', { meetingId, agencies: ['DINKES', 'KESRA'], office: 'Kepala' });
  await sari.does('meetings/issue-invitations', { meetingId });
  await sari.does('meetings/attach-case', { meetingId, caseId });
  const again = await sari.tries('meetings/attach-case', { meetingId, caseId });
  const byColleague = await (await app.as('budi.peksos')).tries('meetings/attach-case', {
    meetingId,
    caseId,
  });
  const seen: [string, number, boolean][] = [];
  for (const name of ['sari.peksos', 'dewi.penyelia', 'budi.peksos', 'hadi.dinkes'] as const) {
    const reply = await (await app.as(name)).get(`/api/meetings/${meetingId}/cases`);
    seen.push([name, reply.status, reply.text.includes(caseNumber)]);
  }
  const auditor = await (await app.as('joko.auditor')).get(`/api/meetings/${meetingId}`);
  const rakor = await invitedMeeting(app, ['DINKES']);
  const elsewhere = await sari.tries('meetings/attach-case', { meetingId: rakor.meetingId, caseId });
  await sari.does('meetings/detach-case', { meetingId, caseId });
  const after = await sari.get(`/api/meetings/${meetingId}/cases`);

  expect(again.status).toBe(200);
  expect(byColleague.body.code).toBe('not-found');
  expect(seen).toEqual([
    ['sari.peksos', 200, true],
    ['dewi.penyelia', 200, true],
    ['budi.peksos', 200, false],
    ['hadi.dinkes', 200, false],
  ]);
  expect(auditor.status).toBe(404);
  expect(elsewhere.status).toBe(404);
  expect(after.body.items).toEqual([]);
});
