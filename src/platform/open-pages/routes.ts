import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Route } from '#platform/http/routes.ts';

const sheet = readFileSync(join(import.meta.dirname, 'open.css'), 'utf8');

/** The style of the pages for people without an account. */
export const routes: readonly Route[] = [
  {
    kind: 'public',
    method: 'GET',
    path: '/open.css',
    summary: 'The style of pages without a session',
    run: async (_request, reply) => {
      reply.type('text/css; charset=utf-8');
      return sheet;
    },
  },
];
