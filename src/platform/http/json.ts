import type { FastifyInstance } from 'fastify';
import { fieldAt } from '#platform/http/errors.ts';
import { problem } from '#platform/problems.ts';
import { withoutHiddenMarks } from '#platform/schemas.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });
// UTF-8 itself can't hold half of a pair; only written out as an escape it gets this far.
const halfOfPair = /\\u[dD][89a-fA-F]/;
// Everything a mark without width may come as, in letters or as an escape; most bodies hold none of it.
const mayBeHidden = /[\u00ad\u061c\u180e\u2000-\u206f\ufeff]|\\u(?:00ad|061c|180e|20[06]|feff)/i;

/**
 * Takes bodies of whole UTF-8 JSON and nothing else. Left to itself the server would put a replacement mark in the place
 * of a broken letter, and a name would be stored wrong.
 */
export function readJsonStrictly(app: FastifyInstance): void {
  const read = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    let text: string;
    try {
      text = utf8.decode(body);
    } catch {
      return done(problem('input-not-utf8'));
    }
    read(request, text, (error, value) => {
      const broken = error || !halfOfPair.test(text) ? [] : brokenIn(value).map(fieldAt);
      if (broken.length === 0) return done(error, mayBeHidden.test(text) ? seenOf(value) : value);
      const fields = broken.slice(0, 40).map((field) => ({ field, code: 'input-not-utf8' }));
      done(problem('input-not-utf8', { field: broken[0] ?? '', fields }));
    });
  });
}

/** What was sent, with every text as it is seen. */
function seenOf(value: unknown): unknown {
  if (typeof value === 'string') return withoutHiddenMarks(value);
  if (Array.isArray(value)) return value.map(seenOf);
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, seenOf(part)]));
}

/** Where texts lie that hold half of a pair, as pointers into what was sent. */
function brokenIn(value: unknown, at = ''): string[] {
  if (typeof value === 'string') return value.isWellFormed() ? [] : [at];
  if (!value || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key.isWellFormed() ? brokenIn(part, `${at}/${key}`) : [at],
  );
}
