import { sql } from 'kysely';
import { noticeReaders } from '#notices/access.ts';
import { readSettings } from '#notices/queries/settings.ts';
import { AddBrowser, NoticeSettings, RemoveBrowser } from '#notices/schema/settings.ts';
import { command } from '#platform/commands.ts';
import type { Viewer } from '#platform/database/transaction.ts';
import { problem, problemsOf } from '#platform/problems.ts';
import { uuidv7 } from '#platform/uuid.ts';

problemsOf({
  'browser-not-called': {
    status: 422,
    id: 'Peramban ini tidak dapat dipanggil dari server kota.',
    en: 'This browser cannot be called from the city’s server.',
  },
});

const told = (act: string) => (_input: unknown, _result: unknown, viewer: Viewer) => ({
  act,
  on: { kind: 'staff', id: viewer.staffId },
});

/** Has this browser called from now on. On a shared browser, whoever was called there before is called there no more. */
export const addBrowser = command({
  name: 'notices/add-browser',
  summary: 'Have one’s browser called when something waits',
  may: noticeReaders,
  input: AddBrowser,
  result: NoticeSettings,
  audit: told('notice.browser-added'),
  run: async (tx, viewer, { endpoint, p256dh, auth }, { world }) => {
    if (!world.channels?.push?.calls(endpoint)) throw problem('browser-not-called', { field: 'endpoint' });
    await sql`select app.subscribe_push(${uuidv7(world.now().getTime())}, ${endpoint}, ${p256dh}, ${auth})`.execute(
      tx,
    );
    await sql`
      insert into notice_settings as s (staff_id, channels, since)
      values (${viewer.staffId}, array['push'], ${world.now()})
      on conflict (city, staff_id) do update
         set channels = s.channels || array['push'], since = excluded.since, version = s.version + 1
       where not 'push' = any (s.channels)`.execute(tx);
    return readSettings(tx, viewer, world);
  },
});

/** Has this browser called no more. */
export const removeBrowser = command({
  name: 'notices/remove-browser',
  summary: 'Have one’s browser called no more',
  may: noticeReaders,
  input: RemoveBrowser,
  result: NoticeSettings,
  audit: told('notice.browser-removed'),
  run: async (tx, viewer, { endpoint }, { world }) => {
    await sql`
      delete from push_subscriptions
       where city = (select app.city()) and staff_id = ${viewer.staffId} and endpoint = ${endpoint}`.execute(
      tx,
    );
    return readSettings(tx, viewer, world);
  },
});
