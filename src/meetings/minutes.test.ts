import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#test/app.ts';
import { heldMeeting } from '#test/held-meeting.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const words = (meetingId: string, changes: object = {}) => ({
  meetingId,
  leader: 'Asisten I',
  noteTaker: 'Kasubbag Kesra',
  problems: 'Rujukan tidak dijawab.',
  solutions: 'Menunjuk meja rujukan.',
  proceedings: 'Rapat dibuka pukul 09.00.',
  ...changes,
});

test('the host writes the minutes and signs them; those invited read them from then on, and nobody changes them', async () => {
  const meetingId = await heldMeeting(app, { invited: ['LKAAM'] });
  const eko = await app.as('eko.kesra');
  const uni = await app.as('uni.lkaam');
  const at = `/api/meetings/${meetingId}/minutes`;

  const none = (await eko.get(at)).body;
  const unwritten = await eko.tries('minutes/sign', { meetingId });
  await eko.does('minutes/write', words(meetingId));
  const blind = await eko.tries('minutes/write', words(meetingId, { problems: 'Versi lain' }));
  await eko.does('minutes/write', words(meetingId, { problems: 'Versi kedua' }), { basedOn: 1 });
  const draft = (await uni.get(at)).body;
  await eko.does('minutes/sign', { meetingId }, { basedOn: 2 });
  const signed = (await uni.get(at)).body;
  const late = await eko.tries('minutes/write', words(meetingId), { basedOn: 3 });
  const twice = await eko.tries('minutes/sign', { meetingId });

  expect(none).toEqual({ minutes: null, mayWrite: true, maySign: false });
  expect([unwritten.body.code, blind.body.code]).toEqual(['minutes-missing', 'changed-meanwhile']);
  expect(draft).toEqual({ minutes: null, mayWrite: false, maySign: false });
  expect(signed.minutes).toMatchObject({ problems: 'Versi kedua', writtenBy: 'Eko Kesra' });
  expect(signed.minutes.signedAt).not.toBeNull();
  expect([late.body.code, twice.body.code]).toEqual(['minutes-signed', 'minutes-signed']);
});

test('minutes are signed only of a meeting that was held, and written only by its host', async () => {
  const meetingId = await heldMeeting(app, { state: 'invited', invited: ['DINSOS_KOTA'] });
  const eko = await app.as('eko.kesra');
  await eko.does('minutes/write', words(meetingId));

  const early = await eko.tries('minutes/sign', { meetingId });
  const byGuest = await (await app.as('dewi.penyelia')).tries('minutes/write', words(meetingId), {
    basedOn: 1,
  });
  const byStranger = await (await app.as('sari.peksos')).tries(
    'minutes/write',
    words(await heldMeeting(app)),
  );

  expect([early.body.code, byGuest.status, byStranger.status]).toEqual(['meeting-not-held', 403, 404]);
});
