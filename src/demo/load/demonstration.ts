import { join } from 'node:path';
import { sql } from 'kysely';
import type pg from 'pg';
import { cityCalendar } from '#areas/queries.ts';
import { loadServices } from '#demo/load/services.ts';
import { loadWorld } from '#demo/load/world.ts';
import { loadRakor } from '#demo/rakor/load.ts';
import { createWorld } from '#demo/world.ts';
import { citiesFolder, readCityFolder, readCountryLists } from '#platform/city-folder.ts';
import { asServiceTx } from '#platform/database/service.ts';
import { databaseOn } from '#platform/database/transaction.ts';
import type { World } from '#platform/world.ts';

type Wanted = {
  readonly jobs: pg.Pool;
  readonly world: World;
  readonly city: string;
  readonly say: (line: string) => void;
};

/**
 * Loads the demonstration into a city that has no staff yet, in one transaction: a start that was killed half-way finds
 * it empty and begins again. A city that has anyone at work is never touched; answers whether it was loaded.
 */
export async function loadDemonstration({ jobs, world, city, say }: Wanted): Promise<boolean> {
  const database = databaseOn(jobs);
  return asServiceTx(database, { city, purpose: 'demonstration' }, async (tx) => {
    const staff = await sql<{
      n: number;
    }>`select count(*) as n from staff where city = (select app.city())`.execute(tx);
    if ((staff.rows[0]?.n ?? 0) > 0) return false;
    const country = readCountryLists();
    const folder = readCityFolder(join(citiesFolder, city), country);
    const timeZone = folder.city.timeZone;
    const calendar = await cityCalendar(tx, timeZone);
    const played = createWorld({ folder, calendar, now: world.now() });
    // Zeros, so that nobody is rung: the number of no desk.
    await sql`
      insert into duty_phones (agency_code, phone)
      select agency_code, '0751 000 000' from agencies
       where city = (select app.city()) and kind = 'SOCIAL_SERVICE'`.execute(tx);
    const withoutPoint = country.codes
      .filter((it) => it.list === 'location_type' && it.extra.point === false)
      .map((it) => it.code);
    await loadWorld(played, {
      tx,
      keys: world.keys,
      timeZone,
      placesWithoutPoint: new Set(withoutPoint),
      terms: {
        now: world.now(),
        details: folder.settings.retentionUnidentifiedDetailMonths.value,
        identity: folder.settings.retentionIdentityWithoutCaseMonths.value,
        adult: folder.settings.retentionAdultIdentityMonths.value,
        sealed: folder.settings.retentionClosedCaseSealedAfterMonths.value,
      },
      say: (done, of) => say(`data contoh: ${done}/${of}`),
    });
    await loadRakor(tx, { city, keys: world.keys, now: world.now(), calendar, timeZone });
    await loadServices(tx, world.now(), timeZone);
    return true;
  });
}
