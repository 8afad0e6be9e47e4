// Every text that a command must be given is given in letters: blanks and punctuation explain nothing and name nobody.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { TSchema } from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sliceRoutes } from '#app.ts';
import { longestReason } from '#platform/letters.ts';
import { askedLetters, Reason } from '#platform/schemas.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { sampleOf } from '#test/access/sample.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { metChild } from '#test/met-child.ts';
import { fieldsIn } from '#test/schema-fields.ts';
import { trackedFiles } from '#test/tracked-files.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

type Asked = { readonly path: readonly string[]; readonly least: number };

/** Every text of an input that asks for letters. */
function askedIn(schema: TSchema): Asked[] {
  return fieldsIn(schema).flatMap(({ path, format }) => {
    const least = askedLetters.get(format ?? '');
    return least === undefined ? [] : [{ path, least }];
  });
}

/** A text put at its place in what is sent, beside what stands there already. */
function putAt(value: unknown, path: readonly string[], text: string): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return text;
  if (key === '0') return [putAt(Array.isArray(value) ? value[0] : undefined, rest, text)];
  const inside = (value && typeof value === 'object' ? value : {}) as Record<string, unknown>;
  return { ...inside, [key]: putAt(inside[key], rest, text) };
}

const asked = sliceRoutes.flatMap((route) => {
  if (route.kind === 'command')
    return askedIn(route.command.input).map((one) => ({
      ...one,
      name: route.command.name,
      bodyOf: (input: unknown) => ({ id: uuidv7(), input }),
      input: route.command.input,
    }));
  if (route.kind === 'query' && route.method === 'POST')
    return askedIn(route.input).map((one) => ({
      ...one,
      name: route.path.slice(1),
      bodyOf: (input: unknown) => input,
      input: route.input,
    }));
  return [];
});

/** What an answer says of one field: nothing when that field is well. */
async function saidOf(it: (typeof asked)[number], text: string): Promise<string | undefined> {
  const rina = await app.as('rina.lapangan');
  const { body } = await rina.post(
    `/api/${it.name}`,
    it.bodyOf(putAt(sampleOf(it.input, {}), it.path, text)),
  );
  const field = it.path.join('.');
  return (body.fields ?? []).find((one: { field: string; code: string }) => one.field === field)?.code;
}

const empty = (least: number) => [
  '',
  ' '.repeat(least),
  '.'.repeat(least + 15),
  '\u00a0\u3000 — …'.repeat(least),
];

test('no text that must be given is taken in blanks or punctuation, nor with a letter too few; with letters it is', async () => {
  const wrong: string[] = [];
  for (const it of asked) {
    const said = `${it.name} ${it.path.join('.')}`;
    const refused = it.least === 1 ? 'field-missing' : 'text-too-short';
    const few = `  ${'a '.repeat(it.least - 1)}${'.'.repeat(20)} `;
    for (const text of [...empty(it.least), few]) {
      const code = await saidOf(it, text);
      if (code !== refused) wrong.push(`${said} took ${JSON.stringify(text)}: ${code}`);
    }
    const code = await saidOf(it, ` ${'é2b'.repeat(it.least).slice(0, Math.max(it.least, 1))}  `);
    if (code !== undefined) wrong.push(`${said} refused enough letters: ${code}`);
  }
  expect(asked.length).toBeGreaterThan(60);
  expect(new Set(asked.map(({ name }) => name)).size).toBeGreaterThan(40);
  expect(wrong).toEqual([]);
}, 180_000);

test('what is given is stored as it reads: without blanks around it and with one in the place of several; lines stay lines', async () => {
  const budi = await app.as('budi.peksos');
  const input = {
    ...metChild(),
    ownWords: ' ingin  sekolah \n lagi ',
    identity: { name: '  Yulhendri \u00a0 Piliang ' },
  };
  const { personId, encounterId } = await budi.does('encounters/record', input);

  expect((await budi.get(`/api/persons/${personId}`)).body.person.name).toBe('Yulhendri Piliang');
  expect((await budi.get(`/api/encounters/${encounterId}`)).body.ownWords).toBe('ingin sekolah \n lagi');
});

test('a password is no text to be tidied: with blanks around it, it is another', async () => {
  const agus = await app.as('agus.admin');
  const [staffId, code] = [uuidv7(), 'ABCD-EFGH-JKMN'];
  await agus.does('people/invite', {
    staffId,
    username: 'rene.kesra',
    name: ' René  Contoh ',
    agencyCode: 'KESRA',
    role: 'coordinator',
  });
  await agus.does('people/code', {
    staffId,
    codeHash: createHash('sha256').update(code.replaceAll('-', '')).digest('hex'),
  });
  const send = (url: string, payload: object) => app.server.inject({ method: 'POST', url, payload });
  const password = '  hujan turun di Siteba 7 ';
  const opened = await send('/api/session/code', { username: 'rene.kesra', code, password });

  expect([opened.statusCode, opened.json().staff?.name]).toEqual([200, 'René Contoh']);
  const enter = async (given: string) =>
    (await send('/api/session', { username: 'rene.kesra', password: given })).statusCode;
  expect([await enter(password), await enter(password.trim())]).toEqual([200, 401]);
});

test('what asks for a reason in the one dialog takes what can be typed there: so long, and in several lines', () => {
  const screens = trackedFiles(/^web\/.*\.tsx$/)
    .map((path) => readFileSync(path, 'utf8'))
    .filter((source) => source.includes('<ReasonDialog'));
  const named = new Set(screens.flatMap((it) => [...it.matchAll(/'([a-z]+\/[a-z-]+)'/g)].map((at) => at[1])));
  const reasons = asked.filter((it) => named.has(it.name) && /^(reason|review)$/.test(it.path.join('.')));
  expect(reasons.map((it) => it.name)).toEqual(
    expect.arrayContaining([
      'retention/decide-erasure',
      'persons/unmerge',
      'custody/explain-gap',
      'cases/sealed',
    ]),
  );
  const [typed] = fieldsIn(Reason());
  const other = reasons.filter(({ input, path }) => {
    const field = fieldsIn(input).find((it) => it.path.join('.') === path.join('.'));
    return field?.maxLength !== longestReason || field.pattern !== typed?.pattern;
  });
  expect(other.map((it) => it.name)).toEqual([]);
});
