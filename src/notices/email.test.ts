import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { cityTime } from '#platform/calendar.ts';
import { prepareQueue } from '#platform/jobs/worker.ts';
import type { Channels } from '#platform/notices/channels.ts';
import { emailChannel } from '#platform/notices/email.ts';
import { type Client, openTestApp, type TestApp } from '#test/app.ts';
import { deadMailServer, type MailServer, startMailServer } from '#test/mail-server.ts';
import { hurry, logOf, noticeSettings, tell, work } from '#test/notice-scene.ts';

let app: TestApp;
let mail: MailServer;
let hadi: Client;
let way: { server: string };
beforeAll(async () => {
  mail = await startMailServer();
  way = { server: mail.url };
  const email: Channels['email'] = (to, message) =>
    emailChannel({ server: way.server, from: 'rangkul@padang.example' })(to, message);
  app = await openTestApp({ channels: { email } });
  await prepareQueue(app.jobs);
  hadi = await app.as('hadi.dinkes');
});
afterAll(async () => {
  await app.close();
  await mail.close();
});
beforeEach(async () => {
  way.server = mail.url;
  mail.letters.length = 0;
  await hadi.does('notices/choose-settings', noticeSettings());
});
afterEach(async () => {
  app.setNow(null);
  expect(mail.answers).toEqual([]);
  await app.admin.query('delete from app.notices');
  await app.admin.query('delete from app.deliveries');
  await app.admin.query('delete from app.notice_settings');
  await app.admin.query('delete from graphile_worker._private_jobs');
});

const clock = (minutes: number) => cityTime(new Date(Date.now() + minutes * 60_000), 'Asia/Jakarta');

test('one letter says how many things wait and where, names nothing else, and goes once', async () => {
  await tell(app, 'hadi.dinkes');
  await tell(app, 'hadi.dinkes', 'action_due');
  await tell(app, 'nita.disdik');
  await work(app);
  await work(app);

  expect(mail.letters).toHaveLength(1);
  const [letter] = mail.letters;
  expect(letter?.to).toEqual(['hadi@padang.example']);
  expect(letter?.source).toContain('Subject: Ada 2 hal menunggu di Rangkul');
  expect(letter?.source).toContain('http://localhost:8080/pemberitahuan\r\n');
  expect(letter?.source).toContain('From: rangkul@padang.example');
  expect(letter?.source.replace('hadi@padang.example', '')).not.toMatch(/rapat|tindak lanjut|hadi/i);
  expect(await logOf(app, 'hadi.dinkes')).toMatchObject([
    { channel: 'email', notices: 2, state: 'sent', tries: 1, problem: '' },
  ]);
  await tell(app, 'hadi.dinkes');
  await work(app);
  expect(mail.letters).toHaveLength(2);
  expect(mail.letters[1]?.source).toContain('Subject: Ada 1 hal menunggu di Rangkul');
});

test('in English for who reads English; two gatherings at the same moment make one letter', async () => {
  await hadi.does('session/locale', { locale: 'en' });
  await tell(app, 'hadi.dinkes');
  await Promise.allSettled([work(app), work(app)]);
  await work(app);
  await hadi.does('session/locale', { locale: 'id' });

  expect(mail.letters.map((it) => /^Subject: (.*)\r$/m.exec(it.source)?.[1])).toEqual([
    'Waiting in Rangkul: 1',
  ]);
});

test('a server that says not now is asked again, later each time, and the letter goes once', async () => {
  mail.answers.push(451, 451);
  await tell(app, 'hadi.dinkes');
  await work(app);

  expect(await logOf(app, 'hadi.dinkes')).toMatchObject([
    { state: 'waiting', tries: 1, problem: 'smtp-451' },
  ]);
  expect(await hurry(app)).toEqual([1]);
  await work(app);
  expect(await hurry(app)).toEqual([5]);
  await work(app);
  await work(app);
  expect(await logOf(app, 'hadi.dinkes')).toMatchObject([{ state: 'sent', tries: 3, problem: '' }]);
  expect(mail.letters).toHaveLength(1);
});

test('a server that cannot be reached is asked six times, then the letter is given up and the inbox still has it', async () => {
  way.server = await deadMailServer();
  await tell(app, 'hadi.dinkes');
  await work(app);
  const pauses = [];
  for (let turn = 0; turn < 5; turn++) {
    pauses.push(...(await hurry(app)));
    await work(app);
  }

  expect(pauses).toEqual([1, 5, 30, 120, 480]);
  expect(await logOf(app, 'hadi.dinkes')).toMatchObject([
    { state: 'failed', tries: 6, problem: 'smtp-unreachable' },
  ]);
  expect(await hurry(app)).toEqual([]);
  expect((await hadi.get('/api/notices/unread')).body).toEqual({ unread: 1 });
});

test('an address that is refused for good is not tried again', async () => {
  mail.answers.push(550);
  await tell(app, 'hadi.dinkes');
  await work(app);

  expect(await logOf(app, 'hadi.dinkes')).toMatchObject([{ state: 'failed', tries: 1, problem: 'smtp-550' }]);
});

test('what broke off after the letter was handed over may have arrived, and is not sent again', async () => {
  mail.answers.push('hang-up');
  await tell(app, 'hadi.dinkes');
  await work(app);
  await work(app);

  expect(await logOf(app, 'hadi.dinkes')).toMatchObject([
    { state: 'unclear', tries: 1, problem: 'smtp-broke-off' },
  ]);
  expect(mail.letters).toEqual([]);
});

test('a process that was stopped while sending leaves the letter unclear, not sent twice', async () => {
  mail.answers.push(451);
  await tell(app, 'hadi.dinkes');
  await work(app);
  await app.admin.query(
    `update app.deliveries set state = 'sending', tried_at = now() - interval '20 minutes'`,
  );
  await hurry(app);
  await work(app);

  expect(await logOf(app, 'hadi.dinkes')).toMatchObject([
    { state: 'unclear', problem: 'stopped-while-sending' },
  ]);
  expect(mail.letters).toEqual([]);
});

test('in quiet hours nothing goes; it goes when they end', async () => {
  await hadi.does(
    'notices/choose-settings',
    noticeSettings({ quietFrom: clock(-60), quietUntil: clock(60) }),
  );
  await tell(app, 'hadi.dinkes');
  await work(app);
  expect([mail.letters.length, await logOf(app, 'hadi.dinkes')]).toEqual([0, []]);

  app.setNow(new Date(Date.now() + 61 * 60_000));
  await work(app);
  await hurry(app);
  await work(app);
  expect(mail.letters).toHaveLength(1);
});

test('a second try that falls into quiet hours waits for their end', async () => {
  mail.answers.push(451);
  await tell(app, 'hadi.dinkes');
  await work(app);
  await hadi.does(
    'notices/choose-settings',
    noticeSettings({ quietFrom: clock(-60), quietUntil: clock(60) }),
  );
  await hurry(app);
  await work(app);

  expect(await logOf(app, 'hadi.dinkes')).toMatchObject([
    { state: 'waiting', tries: 1, problem: 'quiet-hours' },
  ]);
});

test('who wants one letter a day gets one, from its hour on, for all that came until then', async () => {
  const daily = (digestAt: string) => noticeSettings({ pace: 'daily', digestAt });
  await hadi.does('notices/choose-settings', daily('23:59'));
  app.setNow(new Date('2027-02-01T05:00:00Z'));
  await tell(app, 'hadi.dinkes');
  await work(app);
  expect(await logOf(app, 'hadi.dinkes')).toEqual([]);

  await hadi.does('notices/choose-settings', daily('11:00'));
  await tell(app, 'hadi.dinkes');
  await work(app);
  await tell(app, 'hadi.dinkes');
  await work(app);
  expect(await logOf(app, 'hadi.dinkes')).toMatchObject([{ notices: 2 }]);

  app.setNow(new Date('2027-02-02T05:00:00Z'));
  await work(app);
  expect((await logOf(app, 'hadi.dinkes')).map((it) => it.notices)).toEqual([2, 1]);
});

test('what was read, muted, or came before the channel was chosen is not sent; a channel given up keeps nothing back', async () => {
  await hadi.does('notices/choose-settings', noticeSettings({ muted: ['meeting_reminder'] }));
  await tell(app, 'hadi.dinkes', 'meeting_reminder');
  const read = await tell(app, 'hadi.dinkes');
  await hadi.does('notices/mark-read', { noticeIds: [read] });
  await work(app);
  expect([mail.letters.length, await logOf(app, 'hadi.dinkes')]).toEqual([0, []]);

  mail.answers.push(451);
  const late = await tell(app, 'hadi.dinkes');
  await work(app);
  await hadi.does('notices/mark-read', { noticeIds: [late] });
  await hurry(app);
  await work(app);
  expect(await logOf(app, 'hadi.dinkes')).toMatchObject([{ state: 'dropped', problem: 'read-meanwhile' }]);

  await hadi.does('notices/choose-settings', noticeSettings({ channels: [] }));
  await tell(app, 'hadi.dinkes');
  await hadi.does('notices/choose-settings', noticeSettings());
  await work(app);
  expect(mail.letters).toEqual([]);
  await tell(app, 'hadi.dinkes');
  await work(app);
  expect(mail.letters).toHaveLength(1);
});

test('a wrong choice is refused at its field; each reads only the own settings and log', async () => {
  const refused = async (changes: Record<string, unknown>) => {
    const { body } = await hadi.tries('notices/choose-settings', noticeSettings(changes));
    return [body.code, body.field];
  };

  expect(await refused({ email: 'hadi' })).toEqual(['email-impossible', 'email']);
  expect(await refused({ email: 'a@b.id, c@d.id' })).toEqual(['email-impossible', 'email']);
  expect(await refused({ email: '' })).toEqual(['email-impossible', 'email']);
  expect(await refused({ channels: ['sms'], phone: '0812 3456 7890' })).toEqual([
    'channel-closed',
    'channels',
  ]);
  expect(await refused({ phone: '12' })).toEqual(['phone-impossible', 'phone']);
  expect((await refused({ quietFrom: '25:00' }))[0]).toBe('input-invalid');
  const kept = await hadi.does('notices/choose-settings', noticeSettings({ phone: '0812 3456 7890' }));
  expect(kept).toMatchObject({ phone: '+6281234567890', open: ['email'] });
  expect((await hadi.get('/api/notices/settings')).body).toEqual(kept);
  const nita = await app.as('nita.disdik');
  expect((await nita.get('/api/notices/settings')).body).toMatchObject({ channels: [], email: '' });
  await tell(app, 'hadi.dinkes');
  await work(app);
  expect([(await logOf(app, 'hadi.dinkes')).length, (await logOf(app, 'nita.disdik')).length]).toEqual([
    1, 0,
  ]);
});
