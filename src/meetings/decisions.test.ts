import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { actionInput, adopted, dayIn, draft, heldMeeting } from '#test/held-meeting.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const codesOf = (body: { fields?: { code: string }[] }) => (body.fields ?? []).map((it) => it.code);

test('a decision without an owner and a day to come is not adopted, and the refusal names each thing that is missing', async () => {
  const eko = await app.as('eko.kesra');
  const decisionId = await draft(app, await heldMeeting(app));
  const adopt = () => eko.tries('decisions/adopt', { decisionId });

  const none = await adopt();
  const nobody = actionInput(decisionId, { responsibleAgency: null, dueOn: null });
  const late = actionInput(decisionId, { dueOn: dayIn(-1) });
  await eko.does('decisions/add-action', nobody);
  await eko.does('decisions/add-action', late);
  const open = await adopt();
  await eko.does('decisions/change-action', { ...nobody, responsibleAgency: 'KAN', dueOn: dayIn(9) });
  await eko.does('decisions/drop-action', { actionId: late.actionId });
  const whole = await adopt();

  expect([none.status, codesOf(none.body)]).toEqual([422, ['decision-without-action']]);
  expect(codesOf(open.body)).toEqual(['action-without-owner', 'action-without-day', 'action-day-gone']);
  expect(open.body.fields[2].message).toBe('Tenggat tindak lanjut 1.2 sudah lewat.');
  expect([whole.status, whole.body.result.state]).toEqual([200, 'adopted']);
});

test('the database by itself refuses an adopted action without its owner or its day', async () => {
  const { actionId } = await adopted(app);
  const set = (column: string) =>
    app.admin.query(`update app.actions set ${column} = null where action_id = $1`, [actionId]).then(
      () => 'written',
      (error: { constraint?: string }) => error.constraint,
    );

  expect([await set('responsible_agency'), await set('due_on'), await set('starts_on')]).toEqual([
    'action_adopted',
    'action_adopted',
    'written',
  ]);
});

test('a decision is adopted only of a meeting that was held, once, and then its words stay', async () => {
  const eko = await app.as('eko.kesra');
  const meetingId = await heldMeeting(app, { state: 'invited' });
  const decisionId = await draft(app, meetingId);
  await eko.does('decisions/add-action', actionInput(decisionId));
  const early = await eko.tries('decisions/adopt', { decisionId });
  await app.admin.query(`update app.meetings set state = 'held' where meeting_id = $1`, [meetingId]);
  const both = await Promise.all([
    eko.tries('decisions/adopt', { decisionId }),
    eko.tries('decisions/adopt', { decisionId }),
  ]);
  const change = { decisionId, meetingId, agendaItemId: null, issue: 'Lain', decision: 'Isi lain' };
  const changed = await eko.tries('decisions/change', change);
  const added = await eko.tries('decisions/add-action', actionInput(decisionId));

  expect(early.body.code).toBe('meeting-not-held');
  expect(both.map((it) => it.status).sort()).toEqual([200, 409]);
  expect([changed.body.code, added.body.code]).toEqual(['decision-not-in-state', 'decision-not-in-state']);
});

test('numbers are given in order, also to two that are written at the same moment', async () => {
  const meetingId = await heldMeeting(app);
  const ids = await Promise.all([1, 2, 3, 4].map(() => draft(app, meetingId)));
  const eko = await app.as('eko.kesra');
  await Promise.all([1, 2].map(() => eko.does('decisions/add-action', actionInput(ids[0] ?? ''))));

  const { items } = (await eko.get(`/api/meetings/${meetingId}/decisions`)).body;
  expect(items.map((it: { number: number }) => it.number)).toEqual([1, 2, 3, 4]);
  const first = items.find((it: { decisionId: string }) => it.decisionId === ids[0]);
  expect(first.actions.map((it: { number: string }) => it.number)).toEqual([
    `${first.number}.1`,
    `${first.number}.2`,
  ]);
});

test('a draft is the matter of its host; what was adopted is read by those invited, and exists for nobody else', async () => {
  const meetingId = await heldMeeting(app, { invited: ['DISDIK', 'LKAAM'] });
  const { decisionId } = await adopted(app, { meetingId, supporters: [] });
  const hidden = await draft(app, meetingId);
  const seen = async (name: Parameters<TestApp['as']>[0]) => {
    const reply = await (await app.as(name)).get(`/api/meetings/${meetingId}/decisions`);
    return reply.status === 200
      ? reply.body.items.map((it: { decisionId: string }) => it.decisionId)
      : reply.status;
  };

  expect(await seen('eko.kesra')).toEqual([decisionId, hidden]);
  expect(await seen('nita.disdik')).toEqual([decisionId]);
  expect(await seen('uni.lkaam')).toEqual([decisionId]);
  expect(await seen('joko.auditor')).toEqual([decisionId]);
  // Owns the action, was not invited: reads the action, not the meeting.
  expect(await seen('hadi.dinkes')).toBe(404);
  expect(await seen('arif.kuranji')).toBe(404);
});

test('who did not call the meeting writes none of its decisions', async () => {
  const meetingId = await heldMeeting(app, { invited: ['DINSOS_KOTA'] });
  const decisionId = await draft(app, meetingId);
  const dewi = await app.as('dewi.penyelia');
  const write = { meetingId, agendaItemId: null, issue: 'Masalah', decision: 'Keputusan' };

  const drafted = await dewi.tries('decisions/draft', { ...write, decisionId: uuidv7() });
  const added = await dewi.tries('decisions/add-action', actionInput(decisionId));
  const byPartner = await (await app.as('hadi.dinkes')).tries('decisions/draft', {
    ...write,
    decisionId: uuidv7(),
  });

  expect([drafted.status, added.status, byPartner.status]).toEqual([403, 403, 403]);
});

test('what an action says is checked at its fields', async () => {
  const decisionId = await draft(app, await heldMeeting(app));
  const eko = await app.as('eko.kesra');
  const refused = async (changes: object) => {
    const { body } = await eko.tries('decisions/add-action', { ...actionInput(decisionId), ...changes });
    return [body.code, body.field];
  };

  expect(await refused({ responsibleAgency: 'NO_SUCH' })).toEqual([
    'action-agency-unknown',
    'responsibleAgency',
  ]);
  expect(await refused({ supporters: ['NO_SUCH'] })).toEqual(['action-agency-unknown', 'supporters']);
  expect(await refused({ supporters: ['DINKES'] })).toEqual(['action-supports-itself', 'supporters']);
  expect(await refused({ areaCode: '31.71' })).toEqual(['action-area-unknown', 'areaCode']);
  expect(await refused({ startsOn: dayIn(31) })).toEqual(['action-due-day', 'dueOn']);
  expect(await refused({ dueOn: '2099-01-01' })).toEqual(['action-due-day', 'dueOn']);
  expect((await refused({ what: '??' }))[0]).toBe('input-invalid');
});

test('a withdrawn decision ends what is open of it, and leaves what was done', async () => {
  const meetingId = await heldMeeting(app);
  const decisionId = await draft(app, meetingId);
  const eko = await app.as('eko.kesra');
  const [open, done] = [actionInput(decisionId), actionInput(decisionId)];
  await eko.does('decisions/add-action', open);
  await eko.does('decisions/add-action', done);
  await eko.does('decisions/adopt', { decisionId });
  await (await app.as('hadi.dinkes')).does('follow-up/report', {
    actionId: done.actionId,
    updateId: uuidv7(),
    state: 'done',
    progress: 100,
    text: 'Loket dibuka',
    obstacle: '',
  });
  await eko.does('decisions/withdraw', { decisionId, reason: 'Diganti keputusan baru' });

  const [decision] = (await eko.get(`/api/meetings/${meetingId}/decisions`)).body.items;
  const record = (await eko.get(`/api/follow-up/${open.actionId}`)).body;
  expect(decision).toMatchObject({ state: 'withdrawn', withdrawReason: 'Diganti keputusan baru' });
  expect(decision.actions.map((it: { state: string }) => it.state)).toEqual(['cancelled', 'done']);
  expect(record.updates[0]).toMatchObject({
    state: 'cancelled',
    text: 'Diganti keputusan baru',
    by: 'Eko Kesra',
  });
});
