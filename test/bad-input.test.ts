// What is too large or broken is refused with a code in the reader's language, and the server stays well.
import { type TSchema, Type } from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sliceRoutes } from '#app.ts';
import { Day, Line } from '#platform/schemas.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { type CastName, openTestApp, type TestApp } from '#test/app.ts';
import { metChild } from '#test/met-child.ts';
import { fieldsIn } from '#test/schema-fields.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

async function cookieOf(username: CastName): Promise<string> {
  const reply = await app.server.inject({ method: 'POST', url: '/api/session', payload: { cast: username } });
  return reply.cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; ');
}

/** Somebody whose own language is English. */
async function englishCookie(): Promise<string> {
  await (await app.as('tika.penjangkau')).does('session/locale', { locale: 'en' });
  return cookieOf('tika.penjangkau');
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
  const english = await send({ cookie: await englishCookie(), body: large });
  const nobody = await send({ body: large });
  const signIn = await send({ url: '/api/session', body: large });

  expect([known.status, known.body.code, known.body.message]).toEqual([
    413,
    'input-too-large',
    'Kiriman terlalu besar.',
  ]);
  expect(english.body.message).toBe('What was sent is too large.');
  expect([nobody.status, signIn.status]).toEqual([401, 413]);
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
  const english = await send({ cookie: await englishCookie(), body: broken });
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

test('half of a pair of letters is refused on its field, in a text, a list and a box within; a whole pair is taken', async () => {
  const cookie = await cookieOf('rina.lapangan');
  const ids = () => ({ id: uuidv7(), input: { ...met(), identity: { name: 'Rahmi', aliases: ['A', 'B'] } } });
  const sendText = (change: (text: string) => string) =>
    send({ cookie, body: Buffer.from(change(JSON.stringify(ids()))) });
  const fieldsOf = async (change: (text: string) => string) => {
    const { status, body } = await sendText(change);
    return [status, body.code, body.field, body.fields?.map((it: { field: string }) => it.field)];
  };
  const refused = (...fields: string[]) => [400, 'input-not-utf8', fields[0], fields];
  const inList = (text: string) => text.replace('"B"', '"\\udc00B"');
  const inWords = (text: string) => text.replace('ingin', '\\ud83d');

  expect(await fieldsOf(inWords)).toEqual(refused('ownWords'));
  expect(await fieldsOf((text) => text.replace('Rahmi', 'R\\uDE00'))).toEqual(refused('identity.name'));
  expect(await fieldsOf((text) => inList(inWords(text)))).toEqual(refused('ownWords', 'identity.aliases.1'));
  expect((await sendText((text) => text.replace('ingin', '\\ud83d\\ude00'))).status).toBe(200);
  expect((await sendText((text) => text.replace('ingin', '\\\\ud83d'))).status).toBe(200);
});

test('a refusal is in the language of whoever is signed in, whatever the page asks for', async () => {
  const english = await englishCookie();
  const indonesian = await cookieOf('rina.lapangan');
  const messages = async (cookie: string, language: string) => {
    const answers = [
      await send({ cookie, language, body: bytesOf({ ...met(), statedAge: 121 }) }),
      await send({ cookie, language, body: bytesOf(met()).subarray(0, 40) }),
      await send({ cookie, language, body: bytesOf({ ...met(), needs: ['GOLD'] }) }),
      await send({ cookie, language, body: bytesOf({}), url: '/api/cases/close' }),
      await send({ cookie, language, body: bytesOf({}), url: '/api/no-such-route' }),
      await send({ cookie, language, body: bytesOf({ text: 'abc' }), url: '/api/persons/search' }),
    ];
    return answers.map(({ body }) => body.message);
  };

  expect(await messages(english, 'id')).toEqual(await messages(english, 'en'));
  expect(await messages(indonesian, 'en')).toEqual(await messages(indonesian, 'id'));
  expect((await messages(english, 'id'))[0]).toBe('Something entered needs mending.');
  expect((await messages(indonesian, 'en'))[0]).toBe('Ada isian yang perlu diperbaiki.');
  // Nobody is signed in: then the page's language counts.
  expect((await send({ body: bytesOf({}), language: 'en' })).body.message).toBe('Sign in to go on.');
});

test('without a session every route that needs one says so first, whatever is sent to it', async () => {
  const cookie = await cookieOf('agus.admin');
  const cookies = { none: '', made: 'rangkul=made-up', in: cookie };
  const ask = async (kind: keyof typeof cookies) => {
    const answers: string[] = [];
    for (const route of sliceRoutes) {
      if (route.kind === 'public') continue;
      const reads = route.kind === 'page' || (route.kind === 'query' && route.method === 'GET');
      const path = route.kind === 'command' ? `/${route.command.name}` : route.path;
      for (const body of reads ? [null] : ['{"id":1,"input":7,"surprise":[]}', '{"half', '[]']) {
        const reply = await app.server.inject({
          method: reads ? 'GET' : 'POST',
          url: `/api${path.replace(/:\w+/g, 'not-an-id')}?surprise=1`,
          headers: { ...(body ? { 'content-type': 'application/json' } : {}), cookie: cookies[kind] },
          ...(body ? { payload: body } : {}),
        });
        answers.push(`${reply.statusCode} ${path}`);
      }
    }
    return answers;
  };
  const [none, made, signedIn] = [await ask('none'), await ask('made'), await ask('in')];

  expect(none.length).toBeGreaterThan(150);
  expect(none.filter((it) => !it.startsWith('401'))).toEqual([]);
  expect(made.filter((it) => !it.startsWith('401'))).toEqual([]);
  expect(signedIn.filter((it) => !it.startsWith('400'))).toEqual([]);
});

test('all that is missing is named, not only the first', async () => {
  const rina = await app.as('rina.lapangan');
  const { activity: _one, locationType: _two, needs: _three, ...rest } = met();

  const { status, body } = await rina.tries('encounters/record', { ...rest, surprise: 1, wonder: 2 });

  expect([status, body.code]).toEqual([400, 'input-invalid']);
  expect(body.fields.map((it: { field: string; code: string }) => [it.field, it.code]).toSorted()).toEqual([
    ['activity', 'field-missing'],
    ['locationType', 'field-missing'],
    ['needs', 'field-missing'],
    ['surprise', 'field-invalid'],
    ['wonder', 'field-invalid'],
  ]);
});

test('an address that is too long or broken is a problem in words, and a good one is read', async () => {
  const rina = await app.as('rina.lapangan');
  const ask = (path: string, language = 'id') =>
    app.server.inject({ method: 'GET', url: path, headers: { 'accept-language': language } });
  const long = await rina.get(`/api/persons/${'a'.repeat(4000)}`);
  const longWord = await rina.get(`/api/persons/${uuidv7()}?${'a'.repeat(4000)}=1`);
  const english = await app.server.inject({
    method: 'GET',
    url: `/api/persons/${'a'.repeat(4000)}`,
    headers: { cookie: await englishCookie() },
  });
  const broken = [await ask('/api/persons/%zz'), await ask('/api/persons/%zz', 'en')];

  expect([long.status, long.body.code, long.body.fields[0].field]).toEqual([
    400,
    'input-invalid',
    'personId',
  ]);
  expect(english.json().message).toBe('Something entered needs mending.');
  expect([longWord.status, longWord.body.code]).toEqual([400, 'input-invalid']);
  expect(broken.map((it) => [it.statusCode, it.json().code, it.json().message])).toEqual([
    [400, 'address-unreadable', 'Alamat ini rusak. Kembali ke halaman sebelumnya dan coba lagi.'],
    [400, 'address-unreadable', 'This address is broken. Go back to the page before and try again.'],
  ]);
  expect((await ask(`/api/persons/${'a'.repeat(4000)}`)).statusCode).toBe(401);
});

test('an address longer than any the server reads is a problem in words too, and the server stays well', async () => {
  const origin = await app.server.listen({ host: '127.0.0.1', port: 0 });
  const reply = await fetch(`${origin}/api/persons/${'a'.repeat(20_000)}`);

  expect([reply.status, await reply.json()]).toEqual([
    431,
    { code: 'address-too-long', message: 'Alamat atau kepala permintaan ini terlalu panjang.' },
  ]);
  expect((await fetch(`${origin}/health`)).status).toBe(200);
});

test('a mark that turns the direction of writing is refused at its field; one without width is dropped, and the name is found', async () => {
  const rina = await app.as('rina.lapangan');
  const budi = await app.as('budi.peksos');
  const meet = (client: typeof rina, name: string, ownWords = 'ingin sekolah') =>
    client.tries('encounters/record', { ...met(), ownWords, identity: { name, aliases: ['Ucok'] } });
  const refusedAt = async (name: string, ownWords?: string) => {
    const { status, body } = await meet(rina, name, ownWords);
    return [
      status,
      body.code,
      ...(body.fields ?? []).flatMap((it: { field: string; code: string }) => [it.field, it.code]),
    ];
  };

  for (const mark of ['\u202e', '\u2066', '\u2069', '\u0085', '\u2028'])
    expect(await refusedAt(`Rah${mark}mi`)).toEqual([
      400,
      'input-invalid',
      'identity.name',
      'text-not-visible',
    ]);
  expect(await refusedAt('Rahmi', 'ingin \u202b sekolah')).toEqual([
    400,
    'input-invalid',
    'ownWords',
    'text-not-visible',
  ]);
  const [zeroes, plain] = [
    await meet(budi, '\ufeffYul\u200bhen\u2060dri Pil\u200diang\u200f', 'baris satu\nbaris dua'),
    await meet(budi, 'Yulhendri Piliang'),
  ];
  const nameOf = async (reply: typeof zeroes) =>
    (await budi.get(`/api/persons/${reply.body.result.personId}`)).body.person.name;
  const found = await budi.post('/api/persons/search', { text: 'Yulhendri\u200b Piliang' });

  expect([zeroes.status, plain.status]).toEqual([200, 200]);
  expect(await nameOf(zeroes)).toBe('Yulhendri Piliang');
  expect(await nameOf(plain)).toBe('Yulhendri Piliang');
  const ids = found.body.items.map((it: { personId: string }) => it.personId);
  expect(ids).toEqual(expect.arrayContaining([zeroes.body.result.personId, plain.body.result.personId]));
  // Written as an escape it is the same mark; behind a backslash of its own it is only words.
  const cookie = await cookieOf('budi.peksos');
  const escaped = await send({
    cookie,
    body: Buffer.from(
      JSON.stringify({
        id: uuidv7(),
        input: { ...met(), identity: { name: 'Yulhendri', aliases: [] } },
      }).replace('Yulhendri', 'Yul\\u200Bhendri \\\\u200B'),
    ),
  });
  expect(await nameOf({ ...zeroes, body: escaped.body })).toBe('Yulhendri \\u200B');
});

const openTextsIn = (schema: TSchema) =>
  fieldsIn(schema)
    .filter((it) => it.type === 'string' && !(it.pattern || it.format || it.enum || 'const' in it))
    .map(({ path }) => path.join('.'));

test('no route takes a text of which it does not say what may stand in it', () => {
  const open = sliceRoutes.flatMap((route) => {
    if (route.kind === 'public') return [];
    const [name, input] =
      route.kind === 'command' ? [route.command.name, route.command.input] : [route.path, route.input];
    return openTextsIn(input)
      .filter((field) => field !== 'after')
      .map((field) => `${name} ${field}`);
  });

  expect(openTextsIn(Type.Object({ free: Type.String(), day: Day, name: Line(3) }))).toEqual(['free']);
  expect(open).toEqual([]);
});
