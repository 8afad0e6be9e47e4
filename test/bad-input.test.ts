// What is too large or broken is refused with a code in the reader's language, and the server stays well.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { type CastName, openTestApp, type TestApp } from '#test/app.ts';
import { metChild } from '#test/met-child.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

async function cookieOf(username: CastName): Promise<string> {
  const reply = await app.server.inject({ method: 'POST', url: '/api/session', payload: { cast: username } });
  return reply.cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; ');
}

async function send(it: { cookie?: string; url?: string; body: Buffer; type?: string; language?: string }) {
  const reply = await app.server.inject({
    method: 'POST',
    url: it.url ?? '/api/encounters/record',
    headers: {
      'content-type': it.type ?? 'application/json',
      'accept-language': it.language ?? 'id',
      ...(it.cookie ? { cookie: it.cookie } : {}),
    },
    payload: it.body,
  });
  const isJson = String(reply.headers['content-type']).includes('json');
  return { status: reply.statusCode, body: isJson ? reply.json() : null };
}

const isWell = async () => (await app.server.inject({ method: 'GET', url: '/health' })).statusCode;

const met = () => ({ ...metChild(), ownWords: 'ingin sekolah é' });
const bytesOf = (input: object) => Buffer.from(JSON.stringify({ id: uuidv7(), input }));

test('ten megabytes are refused in both languages, signed in or not, and the server stays well', async () => {
  const cookie = await cookieOf('rina.lapangan');
  const large = bytesOf({ ...met(), ownWords: 'a'.repeat(10 * 1024 * 1024) });

  const known = await send({ cookie, body: large });
  const english = await send({ cookie, body: large, language: 'en' });
  const nobody = await send({ body: large });
  const signIn = await send({ url: '/api/session', body: large });

  expect([known.status, known.body.code, known.body.message]).toEqual([
    413,
    'input-too-large',
    'Kiriman terlalu besar.',
  ]);
  expect(english.body.message).toBe('What was sent is too large.');
  expect([nobody.status, signIn.status]).toEqual([413, 413]);
  expect(await isWell()).toBe(200);
  expect((await send({ cookie, body: bytesOf(met()) })).status).toBe(200);
});

test('a letter that is not UTF-8 is refused and not stored as another; the same text whole is taken', async () => {
  const cookie = await cookieOf('rina.lapangan');
  const input = met();
  const whole = bytesOf(input);
  const at = whole.indexOf(Buffer.from('é'));
  const broken = Buffer.concat([whole.subarray(0, at), Buffer.from([0xe9]), whole.subarray(at + 2)]);

  const refused = await send({ cookie, body: broken });
  const english = await send({ cookie, body: broken, language: 'en' });
  const written = await app.admin.query('select 1 from app.encounters where encounter_id = $1', [
    input.encounterId,
  ]);
  const taken = await send({ cookie, body: whole });

  expect([refused.status, refused.body.code]).toEqual([400, 'input-not-utf8']);
  expect(refused.body.message).toContain('bukan UTF-8');
  expect(english.body.message).toContain('not UTF-8');
  expect(written.rowCount).toBe(0);
  expect(taken.status).toBe(200);
  expect(await isWell()).toBe(200);
});

test('half a JSON, another kind of body and a poisoned key are refused as unreadable', async () => {
  const cookie = await cookieOf('rina.lapangan');
  const whole = bytesOf(met());
  const answers = await Promise.all([
    send({ cookie, body: whole.subarray(0, 60) }),
    send({ cookie, body: whole, type: 'text/plain' }),
    send({ cookie, body: Buffer.from('id=1&input=2'), type: 'application/x-www-form-urlencoded' }),
    send({
      cookie,
      body: Buffer.from('--x\r\n\r\n\xff\r\n--x--', 'latin1'),
      type: 'multipart/form-data; boundary=x',
    }),
    send({ cookie, body: Buffer.from('{"__proto__":{"may":true},"id":"x","input":{}}') }),
    send({ cookie, body: Buffer.alloc(0) }),
  ]);

  expect(answers.map(({ status, body }) => [status, body?.code])).toEqual(
    answers.map(() => [400, 'input-unreadable']),
  );
  expect(await isWell()).toBe(200);
});

test('an uploaded sheet in another encoding is refused, as names would be damaged; in UTF-8 it is read', async () => {
  const agus = await app.as('agus.admin');
  const sheet = 'username,name,agency,role,area\nrene.kesra,René Contoh,KESRA,coordinator,\n';

  const ansi = await agus.post('/api/people/read-sheet', {
    file: Buffer.from(sheet, 'latin1').toString('base64'),
  });
  const whole = await agus.post('/api/people/read-sheet', { file: Buffer.from(sheet).toString('base64') });

  expect([ansi.status, ansi.body.code, ansi.body.field]).toEqual([422, 'sheet-not-utf8', 'file']);
  expect(whole.body.lines[0]).toMatchObject({ name: 'René Contoh' });
});
