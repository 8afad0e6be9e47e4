import { afterEach, expect, test, vi } from 'vitest';
import { asProblem, command, query, setOpenedFor } from '#web/platform/api.ts';

afterEach(() => vi.unstubAllGlobals());

/** A server that answers so; without an end the answer is cut off after what it has. */
function answering(status: number, text: string, end: 'whole' | 'cut' = 'whole') {
  const body = new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode(text));
      if (end === 'whole') controller.close();
    },
    pull: (controller) => controller.error(new TypeError('network error')),
  });
  vi.stubGlobal('fetch', async () => new Response(body, { status }));
}

const problemOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'no problem',
    (error: unknown) => asProblem(error),
  );

test('an answer cut off on the way, or empty, is no answer; a whole one is', async () => {
  answering(200, '[{"kind": "met"', 'cut');
  expect(await problemOf(query('today/waiting'))).toMatchObject({ code: 'unreachable' });
  answering(200, '[{"kind": "met"}]');
  expect(await query('today/waiting')).toEqual([{ kind: 'met' }]);
  answering(200, '');
  expect(await problemOf(query('today/waiting'))).toMatchObject({ code: 'unreachable' });
});

test('a refusal keeps its status whether its words arrive or not', async () => {
  answering(409, '{"code": "other-user", "message": "x"}');
  expect(await problemOf(query('today'))).toMatchObject({ status: 409, code: 'other-user' });
  answering(503, '');
  expect(await problemOf(query('today'))).toMatchObject({ status: 503, code: 'unexplained' });
  answering(503, '<html>', 'cut');
  expect(await problemOf(query('today'))).toMatchObject({ status: 503, code: 'unexplained' });
});

test('what got no answer is asked for again in its own words, whichever of two the id was given to', async () => {
  const sent: string[] = [];
  let lost = true;
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body).input);
    if (lost) throw new TypeError('network error');
    return sent.at(-1) === 'second'
      ? new Response('{"outcome": "accepted", "result": "stored"}')
      : new Response('{"code": "command-id-reused", "message": "x"}', { status: 409 });
  });
  const id = '0190a0b0-0000-7000-8000-000000000001';
  for (const words of ['first', 'second', 'first'])
    expect(await problemOf(command('cases/note', words, { id }))).toMatchObject({ code: 'unreachable' });
  lost = false;
  sent.length = 0;
  expect(await command('cases/note', 'third', { id, again: true })).toMatchObject({ result: 'stored' });
  expect(sent).toEqual(['first', 'second']);

  lost = true;
  await problemOf(command('cases/note', 'first', { id }));
  setOpenedFor('somebody else');
  sent.length = 0;
  await problemOf(command('cases/note', 'of another', { id, again: true }));
  expect(sent).toEqual(['of another']);
  setOpenedFor(undefined);
});
