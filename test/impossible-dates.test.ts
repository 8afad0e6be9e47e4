// A date or a moment that does not exist is refused on its field, everywhere; one that does is taken.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sliceRoutes } from '#app.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { metChild } from '#test/met-child.ts';
import { fieldsIn } from '#test/schema-fields.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

type Asked = { readonly name: string; readonly field: string; readonly format: string };

function filledAt(path: readonly string[], value: string): unknown {
  return path.reduceRight<unknown>((inner, key) => (key === '0' ? [inner] : { [key]: inner }), value);
}

test('a date that does not exist is refused on its field by every route that takes a date', async () => {
  const rina = await app.as('rina.lapangan');
  const codeOf = (
    body: { field?: string; code: string; fields?: { field: string; code: string }[] },
    field: string,
  ) => body.fields?.find((it) => it.field === field)?.code ?? (body.field === field ? body.code : undefined);
  const asked: (Asked & { impossible: unknown; real: unknown })[] = [];
  for (const route of sliceRoutes) {
    if (route.kind === 'public') continue;
    const input = route.kind === 'command' ? route.command.input : route.input;
    for (const { path, format = '' } of fieldsIn(input)) {
      if (format !== 'date' && format !== 'date-time') continue;
      const name = route.kind === 'command' ? route.command.name : route.path;
      const field = path.join('.');
      const [bad, good] =
        format === 'date' ? ['2026-02-31', '2026-02-28'] : ['2026-02-31T03:00:00Z', '2026-02-28T03:00:00Z'];
      const send = async (value: string) => {
        if (route.kind === 'command')
          return rina.post(`/api/${name}`, { id: uuidv7(), input: filledAt(path, value) });
        const method = route.kind === 'query' ? route.method : 'GET';
        return method === 'POST'
          ? rina.post(`/api${name}`, filledAt(path, value))
          : rina.get(`/api${name}?${field}=${encodeURIComponent(value)}`);
      };
      asked.push({
        name,
        field,
        format,
        impossible: codeOf((await send(bad)).body, field),
        real: codeOf((await send(good)).body ?? {}, field) === 'date-impossible',
      });
    }
  }

  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter((it) => it.impossible !== 'date-impossible' || it.real)).toEqual([]);
});

test('the time of a command, and a moment within a day, have to exist too', async () => {
  const rina = await app.as('rina.lapangan');
  const at = async (occurredAt: string) => {
    const { status, body } = await rina.tries('encounters/record', metChild(), { occurredAt });
    return [status, body.code, body.field];
  };

  for (const wrong of [
    '2026-02-31T03:00:00Z',
    '2025-02-29T03:00:00Z',
    '2026-02-28T24:00:00Z',
    '2026-02-28T03:60Z',
    '2001-03-04T03:00:00Z',
    '2011-12-31T23:59:59Z',
  ])
    expect(await at(wrong)).toEqual([422, 'date-impossible', 'occurredAt']);
  expect(await at('2024-02-29T03:00Z')).toEqual([200, undefined, undefined]);
  expect(await at('2012-01-01T00:00:00Z')).toEqual([200, undefined, undefined]);
});

test('nobody is born after today, or longer ago than people live', async () => {
  const rina = await app.as('rina.lapangan');
  const input = metChild();
  await rina.does('encounters/record', input);
  const born = async (birthDate: string) => {
    const { status, body } = await rina.tries('persons/state-age', {
      personId: input.personId,
      kind: 'documented',
      birthDate,
    });
    return [status, body.code, body.field];
  };
  const year = new Date().getUTCFullYear();

  for (const wrong of ['1700-01-01', `${year - 122}-01-01`, `${year + 1}-01-01`, '2014-02-30'])
    expect(await born(wrong)).toEqual([422, 'date-impossible', 'birthDate']);
  expect(await born(`${year - 120}-12-31`)).toEqual([200, undefined, undefined]);
  expect(await born('2014-02-28')).toEqual([200, undefined, undefined]);
});
