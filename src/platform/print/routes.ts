import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Route } from '#platform/http/routes.ts';

const sheet = readFileSync(join(import.meta.dirname, 'print.css'), 'utf8');

/** The style of every printed paper: a file of our own, since the policy allows no style inside a page. */
export const routes: readonly Route[] = [
  {
    kind: 'public',
    method: 'GET',
    path: '/print.css',
    summary: 'The style of printed papers',
    run: async (_request, reply) => {
      reply.type('text/css; charset=utf-8');
      return sheet;
    },
  },
];
