import type { FastifyInstance } from 'fastify';
import { withoutHiddenMarks, withoutSlack } from '#platform/schemas.ts';

const longest = 16 * 1024;

/** Takes what a plain form of a page without script sends, as texts by their names. */
export function readForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: longest },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
}

/** One field of a form that was sent: a line as it is seen, or nothing. */
export function fieldOf(form: unknown, name: string): string {
  if (!form || typeof form !== 'object' || !(name in form)) return '';
  const value: unknown = Object(form)[name];
  return typeof value === 'string'
    ? withoutSlack(withoutHiddenMarks(value.replaceAll(/[\r\n\t]+/g, ' ')))
    : '';
}
