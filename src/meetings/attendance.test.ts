import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { invitationsOf, invitedMeeting, linkOf, sendForm } from '#test/meeting-scene.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterEach(() => app.setNow(null));
afterAll(() => app.close());

const minutes = (at: string, n: number) => new Date(new Date(at).getTime() + n * 60_000);
const kelurahan = ['KEL_13.71.09.1007', 'KEL_13.71.09.1008', 'KEL_13.71.09.1001'];

const coming = (meetingId: string, invitationIds: string[], changes: Record<string, unknown> = {}) => ({
  meetingId,
  attendanceId: uuidv7(),
  invitationIds,
  name: 'Hadirin Contoh',
  office: 'Kasi PM',
  body: '',
  contact: '',
  way: 'DESK',
  ...changes,
});

test('the same code twice gives the first time again, by the phone and by the desk', async () => {
  const it = await invitedMeeting(app, kelurahan);
  const [first] = await invitationsOf(app, it.meetingId);
  const path = await linkOf(app, it.meetingId, first?.invitationId ?? '');
  const early = await sendForm(app, path, { act: 'check-in', name: 'Hadirin Contoh' });
  app.setNow(minutes(it.startsAt, -20));
  const page = await app.nobody.get(path);
  const nameless = await sendForm(app, path, { act: 'check-in', name: ' . ', office: 'Kasi PM' });
  const present = await sendForm(app, path, { act: 'check-in', name: 'Hadirin Contoh', office: 'Kasi PM' });
  app.setNow(minutes(it.startsAt, 30));
  const again = await sendForm(app, path, { act: 'check-in', name: 'Orang Lain' });
  const eko = await app.as('eko.kesra');
  const desk = await eko.does('meetings/check-in', coming(it.meetingId, [first?.invitationId ?? '']));
  const list = await eko.get(`/api/meetings/${it.meetingId}/attendances`);

  expect([early.statusCode, early.body.includes('dibuka pada hari rapat')]).toEqual([422, true]);
  expect(page.text).toContain('Catat saya hadir');
  expect(nameless.body).toContain('Tulis nama Anda.');
  expect(nameless.body).toContain('value="Kasi PM"');
  const said = /Hadirin Contoh tercatat hadir pukul \d\d\.\d\d/.exec(present.body)?.[0];
  expect(said).toBeDefined();
  expect(again.body).toContain(said);
  expect(desk).toMatchObject({ already: true, arrivedAt: minutes(it.startsAt, -20).toISOString() });
  expect(list.body.items).toHaveLength(1);
  expect(list.body.items[0]).toMatchObject({ name: 'Hadirin Contoh', way: 'QR', invitations: 1 });
});

test('a delegate of two kelurahan is one person for both, by one tick of the desk and by two codes', async () => {
  const it = await invitedMeeting(app, [...kelurahan, 'KEL_13.71.09.1002']);
  const [a, b, c, d] = await invitationsOf(app, it.meetingId);
  const ids = [a, b, c, d].map((one) => one?.invitationId ?? '');
  app.setNow(minutes(it.startsAt, -5));
  const eko = await app.as('eko.kesra');
  await eko.does('meetings/check-in', coming(it.meetingId, ids.slice(0, 2), { name: 'Utusan Dua' }));
  const who = { act: 'check-in', name: 'Utusan Lain', contact: '0812 0000 0000' };
  await sendForm(app, await linkOf(app, it.meetingId, ids[2] ?? ''), who);
  await sendForm(app, await linkOf(app, it.meetingId, ids[3] ?? ''), { ...who, name: 'utusan lain' });
  const seen = await eko.get(`/api/meetings/${it.meetingId}/representation`);
  const list = await eko.get(`/api/meetings/${it.meetingId}/attendances`);

  expect(seen.body.people).toBe(2);
  expect(seen.body.items.map((one: { presence: string }) => one.presence)).toEqual(Array(4).fill('came'));
  expect(list.body.items.map((one: { invitations: number }) => one.invitations)).toEqual([2, 2]);
});

test('what the desk wrote without a network counts with its own time, once, however often it is sent', async () => {
  const it = await invitedMeeting(app, kelurahan);
  const [first, second] = await invitationsOf(app, it.meetingId);
  const eko = await app.as('eko.kesra');
  const arrived = minutes(it.startsAt, -12).toISOString();
  const input = coming(it.meetingId, [first?.invitationId ?? '']);
  const id = uuidv7();
  app.setNow(minutes(it.startsAt, 45));
  const one = await eko.tries('meetings/check-in', input, { id, occurredAt: arrived });
  const two = await eko.tries('meetings/check-in', input, { id, occurredAt: arrived });
  const both = await Promise.all(
    ['a', 'b'].map(() => eko.tries('meetings/check-in', coming(it.meetingId, [second?.invitationId ?? '']))),
  );
  const yesterday = await eko.tries('meetings/check-in', coming(it.meetingId, []), {
    occurredAt: minutes(it.startsAt, -24 * 60).toISOString(),
  });
  const list = await eko.get(`/api/meetings/${it.meetingId}/attendances`);

  expect(one.body.result).toMatchObject({ arrivedAt: arrived, already: false });
  expect(two.body).toEqual(one.body);
  expect(both.map((reply) => reply.body.result.already).sort()).toEqual([false, true]);
  expect(new Set(both.map((reply) => reply.body.result.attendanceId)).size).toBe(1);
  expect(yesterday.body.code).toBe('check-in-closed');
  expect(list.body.items).toHaveLength(2);
});

test('guests are taken without an invitation; a code of another meeting or one taken back is refused at its field', async () => {
  const it = await invitedMeeting(app, kelurahan);
  const other = await invitedMeeting(app, ['DINKES']);
  const [foreign] = await invitationsOf(app, other.meetingId);
  const [mine] = await invitationsOf(app, it.meetingId);
  const eko = await app.as('eko.kesra');
  await eko.does('meetings/withdraw-invitation', {
    meetingId: it.meetingId,
    invitationId: mine?.invitationId ?? '',
  });
  app.setNow(minutes(it.startsAt, 1));
  const guest = await eko.tries('meetings/check-in', coming(it.meetingId, [], { body: 'Radio Contoh' }));
  const refused = [];
  for (const id of [foreign?.invitationId, mine?.invitationId])
    refused.push((await eko.tries('meetings/check-in', coming(it.meetingId, [id ?? '']))).body);

  expect(guest.status).toBe(200);
  expect(refused.map(({ code, field }) => [code, field])).toEqual(
    Array(2).fill(['invitation-not-of-meeting', 'invitationIds']),
  );
});

test('the gaps are seen by everybody who sees the meeting, the names by the host and whoever reviews', async () => {
  const it = await invitedMeeting(app, ['KEL_13.71.09.1007', 'DINSOS_KOTA', 'DINKES']);
  const rows = await invitationsOf(app, it.meetingId);
  const idOf = (agency: string) => rows.find((row) => row.agencyCode === agency)?.invitationId ?? '';
  const hadi = await app.as('hadi.dinkes');
  const answer = { answer: 'delegated', delegateName: 'Wakil Contoh', delegateOffice: '', note: '' };
  await hadi.does('meetings/reply', { meetingId: it.meetingId, invitationId: idOf('DINKES'), ...answer });
  app.setNow(minutes(it.startsAt, 5));
  const eko = await app.as('eko.kesra');
  await eko.does('meetings/check-in', coming(it.meetingId, [idOf('DINKES')], { name: 'Wakil Contoh' }));
  await eko.does('meetings/check-in', coming(it.meetingId, [idOf('KEL_13.71.09.1007')], { contact: '0812' }));
  const seen = await hadi.get(`/api/meetings/${it.meetingId}/representation`);
  const names: [string, number, boolean][] = [];
  for (const name of ['eko.kesra', 'joko.auditor', 'dewi.penyelia', 'hadi.dinkes'] as const) {
    const reply = await (await app.as(name)).get(`/api/meetings/${it.meetingId}/attendances`);
    names.push([name, reply.status, reply.text.includes('0812')]);
  }
  const desk = await eko.get(`/api/meetings/${it.meetingId}/desk`);
  const closed = await hadi.get(`/api/meetings/${it.meetingId}/desk`);
  const token = (await linkOf(app, it.meetingId, idOf('DINKES'))).split('/').at(-1) ?? '';
  const mark = createHash('sha256').update(token).digest('hex').slice(0, 16);

  const presence = Object.fromEntries(
    seen.body.items.map((one: { agencyCode: string; presence: string }) => [one.agencyCode, one.presence]),
  );
  expect(presence).toEqual({ DINKES: 'delegate', DINSOS_KOTA: 'absent', 'KEL_13.71.09.1007': 'came' });
  expect(seen.text).not.toContain('Wakil Contoh');
  expect(names).toEqual([
    ['eko.kesra', 200, true],
    ['joko.auditor', 200, false],
    ['dewi.penyelia', 403, false],
    ['hadi.dinkes', 403, false],
  ]);
  expect(closed.status).toBe(403);
  expect(desk.body.items.find((one: { mark: string }) => one.mark === mark)?.invitationId).toBe(
    idOf('DINKES'),
  );
});
