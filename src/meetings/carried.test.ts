import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { raiseLate } from '#meetings/jobs/escalation.ts';
import { type Body, openTestApp, type TestApp } from '#test/app.ts';
import { adopted, dayIn, heldMeeting, reportInput } from '#test/held-meeting.ts';
import { pdfBytes, sendParts } from '#test/sent-file.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterEach(() => app.setNow(null));
afterAll(() => app.close());

test('what is open of one meeting lies before the next, as it stood then, and so on until it is closed', async () => {
  const eko = await app.as('eko.kesra');
  const first = await heldMeeting(app);
  const open = await adopted(app, { meetingId: first });
  const done = await adopted(app, { meetingId: first });
  const hadi = await app.as('hadi.dinkes');
  await hadi.does('follow-up/report', reportInput(open.actionId));
  await hadi.does('follow-up/report', reportInput(done.actionId, { state: 'done', progress: 100 }));
  const carriedTo = async (meetingId: string): Promise<Body> =>
    (await eko.get(`/api/meetings/${meetingId}/carried`)).body.items.map((it: Body) => [
      it.action.actionId,
      it.stateThen,
      it.progressThen,
      it.action.state,
    ]);

  const second = await heldMeeting(app, { state: 'invited', followsId: first });
  const before = await carriedTo(second);
  await eko.does('meetings/hold', { meetingId: second });
  await hadi.does('follow-up/report', reportInput(open.actionId, { progress: 80 }));
  const third = await heldMeeting(app, { state: 'invited', followsId: second });
  await eko.does('meetings/hold', { meetingId: third });
  await hadi.does('follow-up/report', reportInput(open.actionId, { state: 'done', progress: 100 }));
  const fourth = await heldMeeting(app, { state: 'invited', followsId: third });
  await eko.does('meetings/hold', { meetingId: fourth });

  expect(before).toEqual([[open.actionId, 'in_progress', 40, 'in_progress']]);
  expect(await carriedTo(second)).toEqual([[open.actionId, 'in_progress', 40, 'done']]);
  expect(await carriedTo(third)).toEqual([[open.actionId, 'in_progress', 80, 'done']]);
  expect(await carriedTo(fourth)).toEqual([]);
  const { carried } = (await eko.get(`/api/follow-up/${open.actionId}`)).body;
  expect(carried.map((it: Body) => [it.meetingId, it.progress])).toEqual([
    [second, 40],
    [third, 80],
  ]);
});

test('what is late goes up step by step, each once, after the days that the city has set', async () => {
  const { actionId } = await adopted(app, { dueOn: dayIn(1) });
  const other = await adopted(app, { dueOn: dayIn(1) });
  await (await app.as('hadi.dinkes')).does(
    'follow-up/report',
    reportInput(other.actionId, { state: 'done', progress: 100 }),
  );
  const now = Date.now();
  const raise = async (days: number) => {
    const world = { keys: app.keys, now: () => new Date(now + (days + 1) * 86_400_000) };
    const raised = await raiseLate({ jobs: app.jobs, city: '13.71', world });
    return raised.filter((it) => [actionId, other.actionId].includes(it.actionId)).map((it) => it.level);
  };

  expect(await raise(0)).toEqual([]);
  expect(await raise(1)).toEqual([1]);
  expect(await raise(2)).toEqual([]);
  expect(await raise(31)).toEqual([3]);
  expect(await raise(32)).toEqual([]);
  const record = (await (await app.as('eko.kesra')).get(`/api/follow-up/${actionId}`)).body;
  expect(record.action.escalated).toBe(3);
  expect(record.escalations.map((it: Body) => [it.level, it.daysLate])).toEqual([
    [1, 1],
    [2, 31],
    [3, 31],
  ]);
});

test('evidence is brought by who does it and who helps, and read by whom the action is open to', async () => {
  const { actionId } = await adopted(app);
  const hadi = await app.as('hadi.dinkes');
  const bring = async (name: 'hadi.dinkes' | 'nita.disdik' | 'eko.kesra' | 'uni.lkaam') => {
    const client = await app.as(name);
    const sent = await sendParts(client, pdfBytes(2000));
    return (await client.tries('follow-up/keep-evidence', { ...sent, actionId })).status;
  };

  expect([
    await bring('hadi.dinkes'),
    await bring('nita.disdik'),
    await bring('eko.kesra'),
    await bring('uni.lkaam'),
  ]).toEqual([200, 200, 403, 404]);
  const { evidence } = (await hadi.get(`/api/follow-up/${actionId}`)).body;
  expect(evidence.map((it: Body) => it.agencyCode).sort()).toEqual(['DINKES', 'DISDIK']);
  const at = `/api/follow-up/${actionId}/evidence/${evidence[0].fileId}`;
  expect((await (await app.as('eko.kesra')).get(at)).status).toBe(200);
  expect((await (await app.as('uni.lkaam')).get(at)).status).toBe(404);
});
