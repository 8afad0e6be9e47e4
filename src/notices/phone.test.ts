import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { prepareQueue } from '#platform/jobs/worker.ts';
import { smsChannel } from '#platform/notices/sms.ts';
import { whatsappChannel } from '#platform/notices/whatsapp.ts';
import { type Client, openTestApp, type TestApp } from '#test/app.ts';
import { hurry, logOf, noticeSettings, tell, work } from '#test/notice-scene.ts';
import { type PhoneServices, startPhoneServices } from '#test/phone-services.ts';

let app: TestApp;
let services: PhoneServices;
let hadi: Client;
const token = 'rahasia';
const way = { token };
beforeAll(async () => {
  services = await startPhoneServices(token);
  const { url } = services;
  app = await openTestApp({
    channels: {
      whatsapp: (to, message) =>
        whatsappChannel({ address: `${url}/v21.0/1050`, token: way.token, template: 'rangkul_menunggu' })(
          to,
          message,
        ),
      sms: smsChannel({ address: `${url}/2010-04-01/Accounts/AC01`, token, from: 'RANGKUL' }),
    },
  });
  await prepareQueue(app.jobs);
  hadi = await app.as('hadi.dinkes');
});
afterAll(async () => {
  await app.close();
  await services.close();
});
afterEach(async () => {
  way.token = token;
  services.texted.length = 0;
  expect(services.answers).toEqual([]);
  for (const table of ['notices', 'deliveries', 'notice_settings'])
    await app.admin.query(`delete from app.${table}`);
  await app.admin.query('delete from graphile_worker._private_jobs');
});

const choose = (...channels: string[]) =>
  hadi.does('notices/choose-settings', noticeSettings({ channels, email: '', phone: '0812-3456-7890' }));

test('both reach the telephone once, with a number and a link and nothing else', async () => {
  await choose('whatsapp', 'sms');
  await tell(app, 'hadi.dinkes');
  await tell(app, 'hadi.dinkes', 'action_late');
  await work(app);
  await work(app);

  const link = 'http://localhost:8080/pemberitahuan';
  expect([...services.texted].sort((a, b) => a.by.localeCompare(b.by))).toEqual([
    { by: 'sms', to: '+6281234567890', says: ['RANGKUL', `Ada 2 hal menunggu di Rangkul: ${link}`] },
    { by: 'whatsapp', to: '6281234567890', says: ['id', '2', link] },
  ]);
  expect((await logOf(app, 'hadi.dinkes')).map((it) => [it.channel, it.state]).sort()).toEqual([
    ['sms', 'sent'],
    ['whatsapp', 'sent'],
  ]);
});

test.each(['whatsapp', 'sms'])('%s: busy is asked again, refused or broken off is not', async (channel) => {
  await choose(channel);
  const lastOf = async () => {
    const { state, problem, tries } = (await logOf(app, 'hadi.dinkes')).at(-1);
    return [state, problem, tries];
  };
  services.answers.push(429);
  await tell(app, 'hadi.dinkes');
  await work(app);
  expect(await lastOf()).toEqual(['waiting', `${channel}-429`, 1]);
  await hurry(app);
  await work(app);
  expect([await lastOf(), services.texted.length]).toEqual([['sent', '', 2], 1]);

  services.answers.push(400);
  await tell(app, 'hadi.dinkes');
  await work(app);
  expect(await lastOf()).toEqual(['failed', `${channel}-400`, 1]);

  services.answers.push('hang-up');
  await tell(app, 'hadi.dinkes');
  await work(app);
  expect(await lastOf()).toEqual(['unclear', `${channel}-broke-off`, 1]);
  expect(await hurry(app)).toEqual([]);
});

test('a token that is no longer good is said in the log by a code, without the token or the number', async () => {
  way.token = 'lama';
  await choose('whatsapp');
  await tell(app, 'hadi.dinkes');
  await work(app);

  const log = await logOf(app, 'hadi.dinkes');
  expect(log).toMatchObject([{ state: 'failed', problem: 'whatsapp-401' }]);
  expect(JSON.stringify(log)).not.toMatch(/lama|81234567890/);
});
