// One browser has one session for all its tabs: a page that was opened for somebody else is refused by every route.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sliceRoutes } from '#app.ts';
import { openedForHeader } from '#platform/opened-for.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { type CastName, openTestApp, type TestApp } from '#test/app.ts';
import { metChild } from '#test/met-child.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

async function signedIn(username: CastName): Promise<{ cookie: string; staffId: string }> {
  const reply = await app.server.inject({ method: 'POST', url: '/api/session', payload: { cast: username } });
  const cookie = reply.cookies.map((it) => `${it.name}=${it.value}`).join('; ');
  return { cookie, staffId: reply.json().staff.staffId };
}

async function recorded(cookie: string, openedFor: string | null) {
  const input = metChild();
  const reply = await app.server.inject({
    method: 'POST',
    url: '/api/encounters/record',
    headers: {
      cookie,
      'accept-language': 'en',
      ...(openedFor === null ? {} : { [openedForHeader]: openedFor }),
    },
    payload: { id: uuidv7(), input },
  });
  const written = await app.admin.query<{ recorded_by: string }>(
    'select recorded_by from app.encounters where encounter_id = $1',
    [input.encounterId],
  );
  return { status: reply.statusCode, ...reply.json(), by: written.rows.map((row) => row.recorded_by) };
}

test('what a page of the person before sends is not written in the name of the next; one’s own page and a program go on', async () => {
  const before = await signedIn('tika.penjangkau');
  const now = await signedIn('rina.lapangan');

  const stale = await recorded(now.cookie, before.staffId);
  const own = await recorded(now.cookie, now.staffId);
  const program = await recorded(now.cookie, null);
  const made = await recorded(now.cookie, 'nobody');

  expect([stale.status, stale.code, stale.by]).toEqual([409, 'other-user', []]);
  expect(stale.message).toContain('orang lain'); // in the language of whoever is signed in
  expect([made.status, made.code, made.by]).toEqual([409, 'other-user', []]);
  expect([own.status, own.by]).toEqual([200, [now.staffId]]);
  expect([program.status, program.by]).toEqual([200, [now.staffId]]);
});

test('every route that needs a session refuses such a page, whatever is sent, and none refuses one’s own', async () => {
  const before = await signedIn('tika.penjangkau');
  const now = await signedIn('agus.admin');
  const ask = async (openedFor: string) => {
    const answers: string[] = [];
    for (const route of sliceRoutes) {
      if (route.kind === 'public') continue;
      const reads = route.kind === 'page' || (route.kind === 'query' && route.method === 'GET');
      const path = route.kind === 'command' ? `/${route.command.name}` : route.path;
      for (const body of reads ? [null] : ['{"id":1,"input":7}', '{"half']) {
        const reply = await app.server.inject({
          method: reads ? 'GET' : 'POST',
          url: `/api${path.replace(/:\w+/g, uuidv7())}`,
          headers: {
            cookie: now.cookie,
            [openedForHeader]: openedFor,
            ...(body ? { 'content-type': 'application/json' } : {}),
          },
          ...(body ? { payload: body } : {}),
        });
        const isJson = String(reply.headers['content-type']).includes('json');
        answers.push(`${isJson ? reply.json().code : ''} ${path}`);
      }
    }
    return answers;
  };
  const [others, own] = [await ask(before.staffId), await ask(now.staffId)];

  expect(others.length).toBeGreaterThan(150);
  expect(others.filter((it) => !it.startsWith('other-user '))).toEqual([]);
  expect(own.filter((it) => it.startsWith('other-user '))).toEqual([]);
});

test('who is signed in can be asked from any page; a page of the person before can’t sign out who came after, one’s own page and a program can', async () => {
  const before = await signedIn('tika.penjangkau');
  const now = await signedIn('rina.lapangan');
  const ask = (method: 'GET' | 'DELETE', openedFor: string | null) =>
    app.server.inject({
      method,
      url: '/api/session',
      headers: { cookie: now.cookie, ...(openedFor === null ? {} : { [openedForHeader]: openedFor }) },
    });
  const stale = await ask('DELETE', before.staffId);
  const who = await ask('GET', before.staffId);
  const own = await ask('DELETE', now.staffId);
  const after = await ask('GET', now.staffId);
  const again = await ask('DELETE', now.staffId);
  const program = await app.server.inject({
    method: 'DELETE',
    url: '/api/session',
    headers: { cookie: before.cookie },
  });

  expect([stale.statusCode, stale.json().code]).toEqual([409, 'other-user']);
  expect([stale.headers['clear-site-data'], stale.headers['set-cookie']]).toEqual([undefined, undefined]);
  expect([who.statusCode, who.json().staff.staffId]).toEqual([200, now.staffId]);
  for (const left of [own, again, program]) {
    expect(left.json()).toEqual({ signedOut: true });
    expect(left.headers['clear-site-data']).toContain('storage');
  }
  expect(after.statusCode).toBe(401);
});
