// What a stranger who guesses can take from others: nothing. And how far the guesses come.
import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { takeTry } from '#agencies/session/tries.ts';
import { type Problem, presentProblem } from '#platform/problems.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterEach(() => app.setNow(null));
afterAll(() => app.close());

const password = 'hujan turun di Siteba 7';
const code = (n: number) => `ABCDEFGHJK${String(n).replaceAll(/[01]/g, 'Z').padStart(2, 'Z')}`;
let made = 0;

/** Somebody of the staff with a password, whose device nobody has seen since: the code was used elsewhere. */
async function member() {
  const agus = await app.as('agus.admin');
  const staffId = uuidv7();
  const username = `pemilik.${++made}`;
  await agus.does('people/invite', {
    staffId,
    username,
    name: 'Pemilik Akun',
    agencyCode: 'DINSOS_KOTA',
    role: 'social_worker',
  });
  await giveCode(staffId, code(made));
  await openWithCode({ username, code: code(made), from: '192.0.2.1' });
  return { username, staffId };
}

async function giveCode(staffId: string, plain: string) {
  const agus = await app.as('agus.admin');
  await agus.does('people/code', { staffId, codeHash: createHash('sha256').update(plain).digest('hex') });
}

const openWithCode = (it: { username: string; code: string; from: string }) =>
  app.server.inject({
    method: 'POST',
    url: '/api/session/code',
    payload: { username: it.username, code: it.code, password },
    remoteAddress: it.from,
  });

type Try = { username: string; password?: string; from: string; device?: string; language?: string };
const signIn = (it: Try) =>
  app.server.inject({
    method: 'POST',
    url: '/api/session',
    payload: { username: it.username, password: it.password ?? password },
    remoteAddress: it.from,
    headers: {
      ...(it.device ? { cookie: `rangkul-device=${it.device}` } : {}),
      ...(it.language ? { 'accept-language': it.language } : {}),
    },
  });
const guess = async (username: string, from: string) =>
  (await signIn({ username, from, password: `salah ${Math.random()}` })).statusCode;

/** A wrong try as the door counts it, without the tenth of a second that a password costs; refused or let through. */
const countedGuess = (username: string, from: string, at?: Date) =>
  takeTry(app.jobs, { city: '13.71', username, address: from, device: uuidv7(), at: at ?? new Date() }).then(
    () => 401,
    (error: Problem) => presentProblem(error, 'id').status,
  );

const tally = (answers: readonly number[]) => ({
  passed: answers.filter((status) => status === 401).length,
  refused: answers.filter((status) => status === 429).length,
});

test('660 wrong tries from one address hold up that address and nobody else', async () => {
  const { username } = await member();
  const answers: number[] = [];
  for (let n = 0; n < 58; n++) answers.push(await countedGuess(`tak.dikenal.${n % 200}`, '203.0.113.9'));
  for (let n = 58; n < 660; n++) answers.push(await guess(`tak.dikenal.${n % 200}`, '203.0.113.9'));

  const owner = await signIn({ username, from: '198.51.100.20' });

  expect(tally(answers)).toEqual({ passed: 60, refused: 600 });
  expect(owner.statusCode).toBe(200);
});

test('wrong tries at one account from 12 and from 210 addresses leave its owner a first try anywhere', async () => {
  const { username } = await member();
  const answers: number[] = [];
  for (let n = 0; n < 12; n++) answers.push(await guess(username, `10.1.0.${n}`));
  const afterTwelve = await signIn({ username, from: '198.51.100.21' });
  for (let n = 12; n < 210; n++) answers.push(await countedGuess(username, `10.1.${n >> 8}.${n & 255}`));
  const afterMany = await signIn({ username, from: '198.51.100.22' });
  const guesser = await guess(username, '10.1.0.7');

  expect(tally(answers).passed).toBe(210);
  expect([afterTwelve.statusCode, afterMany.statusCode]).toEqual([200, 200]);
  expect(guesser).toBe(429);
});

test('a device is known from its first sign-in, keeps its own tries, and is known to that account only', async () => {
  const { username } = await member();
  const first = await signIn({ username, from: '198.51.100.30' });
  const device = first.cookies.find((cookie) => cookie.name === 'rangkul-device')?.value ?? '';
  const other = await member();
  for (let n = 0; n < 70; n++) await guess(n % 2 ? username : other.username, '198.51.100.30');

  const known = await signIn({ username, from: '198.51.100.30', device });
  const strange = await signIn({ username: other.username, from: '198.51.100.30', device });
  const madeUp = await signIn({ username, from: '198.51.100.30', device: 'made-up' });
  const wrong: number[] = [];
  for (let n = 0; n < 12; n++)
    wrong.push((await signIn({ username, from: '10.2.0.1', device, password: `salah ${n}` })).statusCode);

  expect(known.statusCode).toBe(200);
  expect([strange.statusCode, madeUp.statusCode]).toEqual([429, 429]);
  expect(tally(wrong)).toEqual({ passed: 10, refused: 2 });
});

test('one address that guesses at one account all day passes 20 times and then once an hour', async () => {
  const { username } = await member();
  const start = Date.UTC(2031, 2, 4);
  const perHour: number[] = [];
  for (let hour = 0; hour < 8; hour++) {
    const answers: number[] = [];
    for (let minute = 0; minute < 60; minute += 3) {
      app.setNow(new Date(start + (hour * 60 + minute) * 60_000));
      answers.push(await guess(username, '203.0.113.30'));
    }
    perHour.push(tally(answers).passed);
  }

  expect(perHour[0]).toBe(20);
  expect(new Set(perHour.slice(1))).toEqual(new Set([1]));
});

test('forty addresses that guess at one account all day pass 200 times; one more address once', async () => {
  const { username } = await member();
  const start = Date.UTC(2031, 3, 4);
  const answers: number[] = [];
  for (let step = 0; step < 9; step++) {
    const at = new Date(start + step * 2.5 * 3_600_000);
    app.setNow(at);
    for (let n = 0; n < 40; n++) answers.push(await countedGuess(username, `10.3.0.${n}`, at));
  }
  const fresh = [await guess(username, '10.3.1.1'), await guess(username, '10.3.1.1')];
  const owner = await signIn({ username, from: '198.51.100.40' });

  expect(tally(answers)).toEqual({ passed: 200, refused: 160 });
  expect(fresh).toEqual([401, 429]);
  expect(owner.statusCode).toBe(200);
});

test('fifty wrong tries at once are counted one by one', async () => {
  const { username } = await member();
  const answers = await Promise.all(Array.from({ length: 50 }, () => guess(username, '203.0.113.50')));

  expect(tally(answers)).toEqual({ passed: 5, refused: 45 });
});

test('right passwords use up nothing', async () => {
  const { username } = await member();
  const answers: number[] = [];
  for (let n = 0; n < 62; n++) answers.push((await signIn({ username, from: '198.51.100.60' })).statusCode);

  expect(new Set(answers)).toEqual(new Set([200]));
});

test('who has to wait is told how long, in both languages, and gets in then or at once with a code', async () => {
  const { username, staffId } = await member();
  app.setNow(new Date(Date.UTC(2031, 4, 4, 8, 3, 20)));
  for (let n = 0; n < 5; n++) await guess(username, '203.0.113.70');

  const indonesian = await signIn({ username, from: '203.0.113.70' });
  const english = await signIn({ username, from: '203.0.113.70', language: 'en' });
  await giveCode(staffId, 'KKCDEFGHJKLM');
  const withCode = await openWithCode({ username, code: 'KKCDEFGHJKLM', from: '203.0.113.70' });
  app.setNow(new Date(Date.UTC(2031, 4, 4, 8, 15, 1)));
  const later = await signIn({ username, from: '203.0.113.70' });

  expect(indonesian.statusCode).toBe(429);
  expect(indonesian.json()).toMatchObject({ code: 'sign-in-must-wait', details: { waitSeconds: 700 } });
  expect(indonesian.headers['retry-after']).toBe('700');
  expect(indonesian.json().message).toContain('12 menit');
  expect(english.json().message).toContain('12 min');
  expect([withCode.statusCode, later.statusCode]).toEqual([200, 200]);
});

test('addresses of one home connection are one address; those of another are not', async () => {
  const { username } = await member();
  for (let n = 0; n < 5; n++) await guess(username, `2001:db8:77:1100::${n}`);

  const neighbour = await guess(username, '2001:db8:77:11ff::9');
  const owner = await signIn({ username, from: '2001:db8:77:1200::9' });

  expect([neighbour, owner.statusCode]).toEqual([429, 200]);
});

test('a user name that no keyboard types is refused on its field', async () => {
  const refused = await signIn({ username: 'sari\u0000', from: '203.0.113.90' });

  expect([refused.statusCode, refused.json().code]).toEqual([400, 'input-invalid']);
});
