import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { plannedMeeting } from '#test/planned-meeting.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

async function planned(changes: Record<string, unknown> = {}) {
  const it = plannedMeeting(changes);
  await (await app.as('eko.kesra')).does('meetings/plan', it);
  return it;
}

test('a meeting is planned, changed, held on its day and closed, and keeps what it was called for', async () => {
  const eko = await app.as('eko.kesra');
  const it = await planned();
  const first = await eko.get(`/api/meetings/${it.meetingId}`);
  await eko.does('meetings/change', { ...it, place: 'Hotel di pusat kota', speakers: [] }, { basedOn: 1 });
  const early = await eko.tries('meetings/hold', { meetingId: it.meetingId });
  app.setNow(new Date(it.startsAt));
  await eko.does('meetings/hold', { meetingId: it.meetingId });
  await eko.does('meetings/close', { meetingId: it.meetingId });
  app.setNow(null);
  const last = await eko.get(`/api/meetings/${it.meetingId}`);
  const list = await eko.get('/api/meetings?show=past');

  expect(first.body).toMatchObject({
    state: 'planned',
    standing: 'host',
    hostAgency: 'KESRA',
    theme: it.theme,
    aims: it.aims,
    speakers: it.speakers,
    version: 1,
  });
  expect(first.body.legalBases[0].legalBasisId).toBe(it.legalBases[0]);
  expect(early.body.code).toBe('meeting-not-begun');
  expect(last.body).toMatchObject({
    state: 'closed',
    place: 'Hotel di pusat kota',
    speakers: [],
    version: 4,
  });
  expect(last.body.abilities).toEqual([]);
  expect(list.body.items.map((one: { meetingId: string }) => one.meetingId)).toContain(it.meetingId);
});

test('a plan that nobody has issued exists for the host and who coordinates or reviews, and for no one else', async () => {
  const { meetingId } = await planned();
  const seen: string[] = [];
  for (const name of [
    'eko.kesra',
    'joko.auditor',
    'putri.ppd',
    'hadi.dinkes',
    'arif.kuranji',
    'agus.admin',
  ] as const) {
    const client = await app.as(name);
    const one = await client.get(`/api/meetings/${meetingId}`);
    const list = await client.get('/api/meetings');
    const listed = list.body.items.some((it: { meetingId: string }) => it.meetingId === meetingId);
    expect(one.status === 200).toBe(listed);
    if (listed) seen.push(name);
  }

  expect(seen).toEqual(['eko.kesra', 'joko.auditor', 'putri.ppd']);
});

test('each kind of meeting is called by whom it belongs to', async () => {
  const byRole = async (name: 'eko.kesra' | 'dewi.penyelia' | 'sari.peksos' | 'hadi.dinkes', kind: string) =>
    (await (await app.as(name)).tries('meetings/plan', plannedMeeting({ kind }))).body.code ?? 'accepted';

  expect(await byRole('eko.kesra', 'EVALUATION')).toBe('accepted');
  expect(await byRole('eko.kesra', 'CASE_CONFERENCE')).toBe('meeting-kind-of-others');
  expect(await byRole('dewi.penyelia', 'CASE_CONFERENCE')).toBe('accepted');
  expect(await byRole('sari.peksos', 'RAKOR')).toBe('meeting-kind-of-others');
  expect(await byRole('hadi.dinkes', 'TECHNICAL')).toBe('not-allowed');
});

test('what cannot be is refused at its field, and nothing of it is kept', async () => {
  const eko = await app.as('eko.kesra');
  const day = 86_400_000;
  const at = (days: number) => new Date(Date.now() + days * day).toISOString();
  const refusals: [Record<string, unknown>, string, string][] = [
    [{ startsAt: at(-1), endsAt: at(1), replyBy: null }, 'meeting-in-past', 'startsAt'],
    [{ startsAt: at(3), endsAt: at(2), replyBy: null }, 'meeting-times', 'endsAt'],
    [{ startsAt: at(3), endsAt: at(30), replyBy: null }, 'meeting-times', 'endsAt'],
    [{ startsAt: at(3), endsAt: at(4), replyBy: at(5) }, 'meeting-reply-by', 'replyBy'],
    [{ legalBases: ['tidak-ada'] }, 'meeting-basis-not-valid', 'legalBases'],
    [{ followsId: uuidv7() }, 'meeting-follows-unknown', 'followsId'],
  ];
  for (const [changes, code, field] of refusals) {
    const it = plannedMeeting(changes);
    const reply = await eko.tries('meetings/plan', it);
    expect([reply.body.code, reply.body.field]).toEqual([code, field]);
    expect((await eko.get(`/api/meetings/${it.meetingId}`)).status).toBe(404);
  }
  const short = await eko.tries('meetings/plan', plannedMeeting({ title: '..' }));
  expect(short.body.fields[0].field).toBe('title');
});

test('a command sent twice counts once, and a plan changed meanwhile is not overwritten', async () => {
  const eko = await app.as('eko.kesra');
  const it = plannedMeeting();
  const id = uuidv7();
  const first = await eko.tries('meetings/plan', it, { id });
  const again = await eko.tries('meetings/plan', it, { id });
  const other = await eko.tries('meetings/plan', { ...it, title: 'Rapat lain sama sekali' });
  await eko.does('meetings/change', { ...it, title: 'Rapat yang diubah' }, { basedOn: 1 });
  const late = await eko.tries('meetings/change', it, { basedOn: 1 });

  expect([first.status, again.body]).toEqual([200, first.body]);
  expect(other.body.code).toBe('command-id-reused');
  expect(late.body.code).toBe('changed-meanwhile');
});

test('a meeting called off says why and can no longer be held', async () => {
  const eko = await app.as('eko.kesra');
  const { meetingId } = await planned();
  await eko.does('meetings/cancel', { meetingId, reason: 'Aula dipakai untuk posko banjir' });
  const seen = await eko.get(`/api/meetings/${meetingId}`);
  const held = await eko.tries('meetings/hold', { meetingId });

  expect(seen.body).toMatchObject({ state: 'cancelled', cancelReason: 'Aula dipakai untuk posko banjir' });
  expect(held.body.code).toBe('meeting-not-in-state');
});
