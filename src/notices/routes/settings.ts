import { Type } from 'typebox';
import { noticeReaders } from '#notices/access.ts';
import { addBrowser, removeBrowser } from '#notices/commands/browsers.ts';
import { chooseSettings } from '#notices/commands/settings.ts';
import { listDeliveries, readSettings } from '#notices/queries/settings.ts';
import { DeliveryPage, NoticeSettings } from '#notices/schema/settings.ts';
import { accepts, query, type Route } from '#platform/http/routes.ts';
import { pageOf, readCursor } from '#platform/paging.ts';
import { PageQuery } from '#platform/schemas.ts';

export const settingsRoutes: readonly Route[] = [
  query({
    path: '/notices/settings',
    summary: 'How one hears of what waits, and by what this server can send',
    may: noticeReaders,
    input: Type.Object({}),
    result: NoticeSettings,
    run: async (tx, viewer, _input, world) => ({ show: await readSettings(tx, viewer, world), audit: [] }),
  }),
  query({
    path: '/notices/deliveries',
    summary: 'What was sent to oneself, and what came of it',
    may: noticeReaders,
    input: PageQuery,
    result: DeliveryPage,
    run: async (tx, viewer, input) => {
      const after = readCursor(input.after, ['at', 'deliveryId']);
      const found = await listDeliveries(tx, viewer, after);
      return { show: pageOf(found, (row) => ({ at: row.madeAt, deliveryId: row.deliveryId })), audit: [] };
    },
  }),
  accepts(chooseSettings),
  accepts(addBrowser),
  accepts(removeBrowser),
];
