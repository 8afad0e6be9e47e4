import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { findRunning } from '#platform/database/embedded/start.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { type CityPlace, cityPlace, signIn } from '#test/city-server.ts';

// A walk-in that the social worker recorded herself, some time ago.
async function meetChild(place: CityPlace, username: string): Promise<string> {
  const personId = uuidv7();
  await ask(
    place,
    `insert into app.persons (city, person_id, sex, recorded_by, last_met_at)
     select '13.71', $1, 'male', staff_id, now() from app.staff where username = $2`,
    [personId, username],
  );
  await ask(
    place,
    `insert into app.encounters (city, encounter_id, person_id, occurred_at, recorded_by, agency_code, approach, activity, location_type, age_class)
     select '13.71', $1, $2, now(), staff_id, agency_code, 'WALK_IN', 'BUSKING', 'MARKET', 'UNDER_18' from app.staff where username = $3`,
    [uuidv7(), personId, username],
  );
  return personId;
}

async function ask(place: CityPlace, text: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const connection = await findRunning(place.data);
  if (!connection) throw new Error('the city does not run');
  const client = new pg.Client({ ...connection, user: connection.superuser });
  await client.connect();
  return client.query(text, values).finally(() => client.end());
}

const identity = { names: ['Rafli Contoh'], aliases: [], kin: [], marks: [] };

test('a city whose data folder is destroyed is restored, its worker signs in and finds the child', {
  timeout: 180_000,
}, async () => {
  const place = await cityPlace();
  expect((await place.rangkul('keys', 'make')).code).toBe(0);
  const backups = join(place.folder, 'backups');
  const first = await place.serve();
  await place.staff();
  const personId = await meetChild(place, 'sari.peksos');
  const sari = await signIn(first, 'sari.peksos');
  await sari.does('persons/identify', { personId, identity });

  const made = await place.rangkul('backup', backups);
  await first.stop();
  const [file = ''] = await readdir(backups);
  const bytes = await readFile(join(backups, file));
  const occupied = await place.rangkul('restore', backups);
  await rm(place.data, { recursive: true });
  const restored = await place.rangkul('restore', backups);
  const second = await place.serve();

  expect(made.output).toContain('was started again and is the same');
  expect(occupied.output).toContain('is not empty');
  expect(bytes.includes('Rafli')).toBe(false);
  expect(restored.output).toContain('0 identities erased again');
  expect((await sari.get(`/api/persons/${personId}`)).status).toBe(401);
  const again = await signIn(second, 'sari.peksos');
  expect((await again.get(`/api/persons/${personId}`)).body.person.name).toBe('Rafli Contoh');
  expect((await place.rangkul('audit', 'verify')).output).toContain(': whole.');
  expect((await place.rangkul('keys', 'check')).output).toContain(
    '1 sealed identities, the key of each is there',
  );
  const status = await ask(place, 'select kind, verified_at, failed, bytes from app.backups');
  expect(status.rows).toEqual([]);
});
