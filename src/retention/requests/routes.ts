import { accepts, query, type Route } from '#platform/http/routes.ts';
import { pageOf, readCursor } from '#platform/paging.ts';
import { askErasure, decideErasure } from '#retention/requests/commands.ts';
import { listRequests } from '#retention/requests/queries.ts';
import { ErasedQuery, ErasureRequests } from '#retention/schema.ts';

export const requestRoutes: readonly Route[] = [
  query({
    path: '/retention/requests',
    summary: 'Requests to be erased, by reference',
    may: ['data_protection_officer', 'auditor', 'supervisor'],
    input: ErasedQuery,
    result: ErasureRequests,
    run: async (tx, _viewer, input) => {
      const found = await listRequests(tx, readCursor(input.after, ['at', 'requestId']));
      const page = pageOf(found, (row) => ({ at: row.askedAt.toISOString(), requestId: row.requestId }));
      const items = page.items.map((row) => ({
        ...row,
        askedAt: row.askedAt.toISOString(),
        decidedAt: row.decidedAt?.toISOString() ?? null,
        doneAt: row.doneAt?.toISOString() ?? null,
      }));
      return { show: { items, next: page.next }, audit: [{ act: 'erasure.requests-listed' }] };
    },
  }),
  accepts(askErasure),
  accepts(decideErasure),
];
