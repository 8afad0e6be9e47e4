import { expect, test } from 'vitest';
import type { Problem } from '#web/platform/api.ts';
import { type Attempts, attemptsOf, type Sending } from '#web/ui/attempts.ts';

const problem = (status: number, code: string): Problem => ({ status, code, message: '' });

/** A server as src/platform/commands.ts is one: an id is carried out once, and never with other contents. */
function server() {
  const stored = new Map<string, string>();
  return {
    stored,
    take: ({ id }: Sending, contents: string): Problem | undefined => {
      const before = stored.get(id);
      if (before === undefined) stored.set(id, contents);
      return before === undefined || before === contents ? undefined : problem(409, 'command-id-reused');
    },
  };
}

/** Sends as a form does; `lost` is what becomes of it on the way. */
function send(
  attempts: Attempts<string>,
  to: ReturnType<typeof server>,
  text: string,
  lost?: 'request' | 'answer',
) {
  const sending = attempts.of(text);
  const refusal = lost === 'request' ? undefined : to.take(sending, text);
  if (lost) return attempts.failed(problem(0, 'unreachable'));
  if (refusal) return attempts.failed(refusal);
  attempts.settle();
  return 'done';
}

test('after a lost answer the same contents are stored once, and others are not stored beside them', () => {
  const to = server();
  const attempts = attemptsOf<string>();
  send(attempts, to, 'a note', 'answer');
  expect(send(attempts, to, 'a note!')).toBe(true);
  expect(send(attempts, to, 'a note!!')).toBe(true);
  expect([...to.stored.values()]).toEqual(['a note']);
  expect(attempts.first()).toMatchObject({ values: 'a note', sending: { again: true } });
  expect(send(attempts, to, 'a note')).toBe('done');
  expect(send(attempts, to, 'another')).toBe('done');
  expect([...to.stored.values()]).toEqual(['a note', 'another']);
});

test('what never arrived is replaced by what was put right, and arrives no more', () => {
  const to = server();
  const attempts = attemptsOf<string>();
  const late = attempts.of('a note');
  send(attempts, to, 'a note', 'request');
  expect(send(attempts, to, 'a note!')).toBe('done');
  expect(to.take(late, 'a note')).toMatchObject({ code: 'command-id-reused' });
  expect([...to.stored.values()]).toEqual(['a note!']);
});

test('knowingly, both are stored', () => {
  const to = server();
  const attempts = attemptsOf<string>();
  send(attempts, to, 'a note', 'answer');
  expect(send(attempts, to, 'a second')).toBe(true);
  attempts.settle();
  expect(send(attempts, to, 'a second')).toBe('done');
  expect(to.stored.size).toBe(2);
});

test('a lost answer is known after a reload as well', () => {
  const to = server();
  let kept: Sending | undefined;
  const keep = (it: Sending | undefined) => {
    kept = it;
  };
  send(attemptsOf<string>(undefined, keep), to, 'a note', 'answer');
  expect(kept).toBeDefined();
  expect(send(attemptsOf<string>(kept, keep), to, 'a note!')).toBe(true);
  expect(send(attemptsOf<string>(kept, keep), to, 'a note')).toBe('done');
  expect(kept).toBeUndefined();
  expect(to.stored.size).toBe(1);
});

test('a refusal with a reason stores nothing: what is put right is a command of its own', () => {
  const attempts = attemptsOf<string>();
  const first = attempts.of('a');
  expect(attempts.failed(problem(422, 'field-invalid'))).toBe(false);
  expect(attempts.of('a').id).toBe(first.id);
  expect(attempts.of('b').id).not.toBe(first.id);
  const conflicting = attempts.of('c');
  attempts.failed(problem(503, 'unexplained'));
  attempts.failed(problem(409, 'changed-meanwhile'));
  expect(attempts.of('d').id).not.toBe(conflicting.id);
});
