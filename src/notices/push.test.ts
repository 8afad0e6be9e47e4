import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { prepareQueue } from '#platform/jobs/worker.ts';
import { type PushChannel, pushChannel, pushServices } from '#platform/notices/push.ts';
import { type Client, openTestApp, type TestApp } from '#test/app.ts';
import { hurry, logOf, noticeSettings, tell, work } from '#test/notice-scene.ts';
import { type PushService, startPushService } from '#test/push-service.ts';

let app: TestApp;
let service: PushService;
let channel: PushChannel;
let hadi: Client;
let nita: Client;
const secret = Buffer.alloc(32, 7);
beforeAll(async () => {
  service = await startPushService(() => channel.publicKey);
  const contact = 'mailto:kominfo@padang.example';
  channel = pushChannel(secret, { contact, hosts: [...pushServices, service.host] });
  app = await openTestApp({ channels: { push: channel } });
  await prepareQueue(app.jobs);
  hadi = await app.as('hadi.dinkes');
  nita = await app.as('nita.disdik');
});
afterAll(async () => {
  await app.close();
  await service.close();
});
afterEach(async () => {
  service.pushed.length = 0;
  for (const table of ['notices', 'deliveries', 'push_subscriptions', 'notice_settings'])
    await app.admin.query(`delete from app.${table}`);
  await app.admin.query('delete from graphile_worker._private_jobs');
});

/** Has a browser called at any hour. */
async function called(client: Client, browser: { endpoint: string; p256dh: string; auth: string }) {
  await client.does('notices/add-browser', browser);
  await client.does('notices/choose-settings', noticeSettings({ channels: ['push'], email: '' }));
}

test('each browser of a person gets one message that only it can open: how many things wait, and where', async () => {
  await called(hadi, service.subscribe('phone'));
  await called(hadi, service.subscribe('desk'));
  await tell(app, 'hadi.dinkes');
  await work(app);
  await work(app);

  expect(service.pushed.map((it) => it.path).sort()).toEqual(['/desk', '/phone']);
  for (const { contents, claims, ttl } of service.pushed) {
    expect(contents).toEqual({
      title: 'Ada 1 hal menunggu di Rangkul',
      link: 'http://localhost:8080/pemberitahuan',
    });
    expect(claims).toMatchObject({ aud: `http://${service.host}`, sub: 'mailto:kominfo@padang.example' });
    expect(ttl).toBe('43200');
  }
  expect((await logOf(app, 'hadi.dinkes')).map((it) => [it.channel, it.state])).toEqual([
    ['push', 'sent'],
    ['push', 'sent'],
  ]);
  expect((await hadi.get('/api/notices/settings')).body).toMatchObject({
    browsers: 2,
    pushKey: channel.publicKey,
    channels: ['push'],
  });
});

test('on a shared browser only who asked last is called; who gives it up is called no more', async () => {
  const shared = service.subscribe('shared');
  await called(hadi, shared);
  await called(nita, shared);
  await tell(app, 'hadi.dinkes');
  await tell(app, 'nita.disdik');
  await work(app);
  expect([(await logOf(app, 'hadi.dinkes')).length, (await logOf(app, 'nita.disdik')).length]).toEqual([
    0, 1,
  ]);

  await hadi.does('notices/remove-browser', { endpoint: shared.endpoint });
  expect((await nita.get('/api/notices/settings')).body.browsers).toBe(1);
  await nita.does('notices/remove-browser', { endpoint: shared.endpoint });
  await tell(app, 'nita.disdik');
  await work(app);
  expect(service.pushed).toHaveLength(1);
});

test('a service that is busy is asked again; one that knows the browser no more makes it forgotten', async () => {
  await called(hadi, service.subscribe('phone'));
  await tell(app, 'hadi.dinkes');
  service.answers.push(429);
  await work(app);
  expect(await logOf(app, 'hadi.dinkes')).toMatchObject([
    { state: 'waiting', problem: 'push-429', tries: 1 },
  ]);
  service.answers.push(410);
  await hurry(app);
  await work(app);

  expect(await logOf(app, 'hadi.dinkes')).toMatchObject([{ state: 'failed', problem: 'push-410', tries: 2 }]);
  expect((await hadi.get('/api/notices/settings')).body.browsers).toBe(0);
  expect(service.pushed).toEqual([]);
});

test('an answer that says nothing of what became of it is not asked again', async () => {
  await called(hadi, service.subscribe('phone'));
  await tell(app, 'hadi.dinkes');
  service.answers.push(502);
  await work(app);

  expect(await logOf(app, 'hadi.dinkes')).toMatchObject([{ state: 'unclear', problem: 'push-502' }]);
  expect(await hurry(app)).toEqual([]);
});

test('only the push services of the browsers are called, never an address inside the network', async () => {
  const { p256dh, auth } = service.subscribe('other');
  const codeOf = async (endpoint: string) =>
    (await hadi.tries('notices/add-browser', { endpoint, p256dh, auth })).body.code ?? 'accepted';

  expect(await codeOf('http://127.0.0.1:1/x')).toBe('browser-not-called');
  expect(await codeOf('https://127.0.0.1/x')).toBe('browser-not-called');
  expect(await codeOf('http://fcm.googleapis.com/fcm/send/x')).toBe('browser-not-called');
  expect(await codeOf('https://evilfcm.googleapis.com.example/x')).toBe('browser-not-called');
  expect(await codeOf('https://fcm.googleapis.com@127.0.0.1/x')).toBe('browser-not-called');
  expect(await codeOf('ftp://fcm.googleapis.com/x')).toBe('input-invalid');
  expect(await codeOf('https://updates.push.services.mozilla.com/wpush/v2/x')).toBe('accepted');
});
