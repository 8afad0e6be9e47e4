import { Type } from 'typebox';
import { readLetterhead } from '#areas/queries.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { accepts, printPage, query, type Route } from '#platform/http/routes.ts';
import { pageOf, readCursor } from '#platform/paging.ts';
import { liftHold, setHold, setTerm } from '#retention/commands.ts';
import { retentionPaper } from '#retention/paper.ts';
import { listErased, listHolds, nameOfAgency, readRules } from '#retention/queries.ts';
import { requestRoutes } from '#retention/requests/routes.ts';
import { ErasedPage, ErasedQuery, RetentionReport, RulesInForce } from '#retention/schema.ts';

const officers = ['data_protection_officer', 'auditor'] as const;

async function reportOf(tx: Tx): Promise<RetentionReport> {
  return { rules: await readRules(tx), holds: await listHolds(tx) };
}

export const routes: readonly Route[] = [
  query({
    path: '/retention',
    summary: 'The retention rules, what their last run did, and the legal holds',
    may: officers,
    input: Type.Object({}),
    result: RetentionReport,
    run: async (tx) => ({ show: await reportOf(tx), audit: [{ act: 'retention.read' }] }),
  }),
  query({
    path: '/retention/rules',
    summary: 'The retention rules: what holds, what the city has set, and what their last run did',
    may: [...officers, 'administrator'],
    input: Type.Object({}),
    result: RulesInForce,
    run: async (tx) => ({ show: { rules: await readRules(tx) }, audit: [{ act: 'retention.rules-read' }] }),
  }),
  query({
    path: '/retention/erased',
    summary: 'Identities that were erased, by id',
    may: officers,
    input: ErasedQuery,
    result: ErasedPage,
    run: async (tx, _viewer, input) => {
      const found = await listErased(tx, readCursor(input.after, ['at', 'personId']));
      const page = pageOf(found, (row) => ({ at: row.erasedAt.toISOString(), personId: row.personId }));
      const items = page.items.map((row) => ({ ...row, erasedAt: row.erasedAt.toISOString() }));
      return { show: { items, next: page.next }, audit: [{ act: 'retention.erased-listed' }] };
    },
  }),
  printPage({
    path: '/retention/report',
    summary: 'The retention report, to be printed',
    may: officers,
    input: Type.Object({}),
    run: async (tx, viewer, _input, world) => ({
      show: retentionPaper(viewer, {
        report: await reportOf(tx),
        letterhead: await readLetterhead(tx),
        issuer: await nameOfAgency(tx, viewer),
        now: world.now(),
      }),
      audit: [{ act: 'retention.printed' }],
    }),
  }),
  accepts(setHold),
  accepts(liftHold),
  accepts(setTerm),
  ...requestRoutes,
];
