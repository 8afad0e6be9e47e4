import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellOfDays } from '#meetings/jobs/notices.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { type Body, type CastName, openTestApp, type TestApp } from '#test/app.ts';
import { adopted, dayIn, draft, heldMeeting } from '#test/held-meeting.ts';
import { plannedMeeting } from '#test/planned-meeting.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const noticesOf = async (name: CastName, onId: string, show = 'all'): Promise<Body[]> => {
  const { body } = await (await app.as(name)).get(`/api/notices?show=${show}`);
  return body.items.filter((it: Body) => it.onId === onId);
};
const kindsOf = async (name: CastName, onId: string): Promise<string[]> =>
  (await noticesOf(name, onId)).map((it) => it.kind);
const unreadOf = async (name: CastName): Promise<number> =>
  (await (await app.as(name)).get('/api/notices/unread')).body.unread;
const runJob = () =>
  tellOfDays({ jobs: app.jobs, city: '13.71', world: { keys: app.keys, now: () => new Date() } });

async function invitedMeeting(agencies: string[]): Promise<string> {
  const eko = await app.as('eko.kesra');
  const meeting = plannedMeeting();
  await eko.does('meetings/plan', meeting);
  const { meetingId } = meeting;
  await eko.does('meetings/invite-agencies', { meetingId, office: 'Kepala Dinas', agencies });
  await eko.does('meetings/issue-invitations', { meetingId });
  return meetingId;
}

test('whoever works at an invited agency finds the invitation once, and nobody else does', async () => {
  const meetingId = await invitedMeeting(['DINKES']);
  const eko = await app.as('eko.kesra');
  await eko.does('meetings/invite-agencies', {
    meetingId,
    office: 'Sekretaris',
    agencies: ['DINKES', 'LKAAM'],
  });

  const [notice] = await noticesOf('hadi.dinkes', meetingId);
  expect(notice).toMatchObject({
    kind: 'meeting_invited',
    link: `/rapat/${meetingId}`,
    number: null,
    readAt: null,
  });
  expect(notice.day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(await kindsOf('hadi.dinkes', meetingId)).toEqual(['meeting_invited']);
  expect(await kindsOf('uni.lkaam', meetingId)).toEqual(['meeting_invited']);
  expect(await kindsOf('nita.disdik', meetingId)).toEqual([]);
  expect(await kindsOf('eko.kesra', meetingId)).toEqual([]);
  await eko.does('meetings/cancel', { meetingId, reason: 'Aula tidak tersedia' });
  expect(await kindsOf('hadi.dinkes', meetingId)).toEqual(['meeting_cancelled', 'meeting_invited']);
});

test('a meeting that is only planned tells nobody, also when it is called off', async () => {
  const eko = await app.as('eko.kesra');
  const meeting = plannedMeeting();
  const { meetingId } = meeting;
  await eko.does('meetings/plan', meeting);
  await eko.does('meetings/invite-agencies', { meetingId, office: 'Kepala', agencies: ['DINKES'] });
  await eko.does('meetings/cancel', { meetingId, reason: 'Tidak jadi' });

  expect(await kindsOf('hadi.dinkes', meetingId)).toEqual([]);
});

test('reading one, or all, lowers the number on the bell; what is another’s stays unread', async () => {
  const meetingId = await invitedMeeting(['DINKES', 'DISDIK']);
  const hadi = await app.as('hadi.dinkes');
  const before = await unreadOf('hadi.dinkes');
  const [own] = await noticesOf('hadi.dinkes', meetingId);
  const [other] = await noticesOf('nita.disdik', meetingId);

  const after = await hadi.does('notices/mark-read', { noticeIds: [own.noticeId, other.noticeId] });
  expect(before).toBeGreaterThan(0);
  expect(after.unread).toBe(before - 1);
  expect(await noticesOf('hadi.dinkes', meetingId, 'unread')).toEqual([]);
  expect((await noticesOf('nita.disdik', meetingId))[0].readAt).toBeNull();
  expect(await hadi.does('notices/mark-all-read', {})).toEqual({ unread: 0 });
  expect(await unreadOf('nita.disdik')).toBeGreaterThan(0);
  expect((await hadi.tries('notices/mark-read', { noticeIds: [] })).body.code).toBe('input-invalid');
});

test('an adopted decision tells its owner and its supporters what is asked until when; a draft tells nobody', async () => {
  const { actionId } = await adopted(app, { dueOn: dayIn(30) });
  const meetingId = await heldMeeting(app);
  const decisionId = await draft(app, meetingId);

  expect(await noticesOf('hadi.dinkes', actionId)).toMatchObject([
    { kind: 'action_agreed', day: dayIn(30), link: `/tindak-lanjut/${actionId}` },
  ]);
  expect(await kindsOf('nita.disdik', actionId)).toEqual(['action_supported']);
  expect(await kindsOf('uni.lkaam', actionId)).toEqual([]);
  expect(await kindsOf('hadi.dinkes', decisionId)).toEqual([]);
});

test('what is due, late or raised is told to its owner, each once however often the job runs', async () => {
  const soon = await adopted(app, { dueOn: dayIn(3) });
  const later = await adopted(app, { dueOn: dayIn(9) });
  const late = await adopted(app, { dueOn: dayIn(1) });
  const done = await adopted(app, { dueOn: dayIn(3) });
  await app.admin.query(
    `update app.actions set due_on = current_date - 20, escalated = 2 where action_id = $1`,
    [late.actionId],
  );
  await app.admin.query(
    `update app.actions set state = 'done', progress = 100, closed_at = now() where action_id = $1`,
    [done.actionId],
  );
  await runJob();
  await runJob();

  expect(await kindsOf('hadi.dinkes', soon.actionId)).toEqual(['action_due', 'action_agreed']);
  expect(await kindsOf('hadi.dinkes', later.actionId)).toEqual(['action_agreed']);
  expect(await kindsOf('hadi.dinkes', done.actionId)).toEqual(['action_agreed']);
  expect((await kindsOf('hadi.dinkes', late.actionId)).sort()).toEqual([
    'action_agreed',
    'action_late',
    'action_raised',
  ]);
  expect(await noticesOf('eko.kesra', late.actionId)).toMatchObject([{ kind: 'action_raised', number: 2 }]);
  expect(await kindsOf('nita.disdik', late.actionId)).toEqual(['action_supported']);
});

test('a meeting of the day after tomorrow but one, or of tomorrow, is called to mind, unless the agency declined', async () => {
  const meetingId = await invitedMeeting(['DINKES', 'DISDIK']);
  await app.admin.query(
    `update app.meetings set starts_at = now() + interval '3 days', ends_at = now() + interval '3 days 2 hours', reply_by = null where meeting_id = $1`,
    [meetingId],
  );
  await app.admin.query(
    `update app.invitations set state = 'declined', replied_at = now() where meeting_id = $1 and agency_code = 'DISDIK'`,
    [meetingId],
  );
  await runJob();
  await runJob();

  expect((await kindsOf('hadi.dinkes', meetingId)).sort()).toEqual(['meeting_invited', 'meeting_reminder']);
  expect(await kindsOf('nita.disdik', meetingId)).toEqual(['meeting_invited']);
  const reminded = await app.admin.query(
    `select agency_code from app.invitations where meeting_id = $1 and reminded_at is not null`,
    [meetingId],
  );
  expect(reminded.rows).toEqual([{ agency_code: 'DINKES' }]);
});

test('a list of more than fifty goes on where the page ended', async () => {
  const joko = await app.as('joko.auditor');
  const staff = await app.admin.query(`select staff_id from app.staff where username = 'joko.auditor'`);
  for (let day = 0; day < 60; day++)
    await app.admin.query(
      `insert into app.notices (city, staff_id, kind, on_kind, on_id, created_at)
       values ('13.71', $1, 'meeting_invited', 'meeting', $2, now() - make_interval(mins => $3))`,
      [staff.rows[0].staff_id, uuidv7(), day],
    );

  const first = (await joko.get('/api/notices')).body;
  const second = (await joko.get(`/api/notices?after=${first.next}`)).body;
  const all = [...first.items, ...second.items];
  expect([first.items.length, second.items.length, second.next]).toEqual([50, 10, null]);
  expect(new Set(all.map((it: Body) => it.noticeId)).size).toBe(60);
  expect((await joko.get('/api/notices?after=x')).body.code).toBe('input-invalid');
});
