// The server and its database are killed while people work: whatever was acknowledged is there afterwards, once.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findRunning } from '#platform/database/embedded/start.ts';
import { uuidv7 } from '#platform/uuid.ts';
import {
  type CityPlace,
  type CityServer,
  cityPlace,
  killServer,
  type Signed,
  signIn,
} from '#test/city-server.ts';
import { metChild } from '#test/met-child.ts';

// `PROVE=1`: the long form, thousands of acknowledged commands over two dozen kills.
const wanted = process.env.PROVE ? 4000 : 200;
const perLife = process.env.PROVE ? 160 : 70;
const atOnce = 8;

let place: CityPlace;
let server: CityServer;
beforeAll(async () => {
  place = await cityPlace();
  await place.rangkul('keys', 'make');
  server = await place.serve();
  await place.staff();
}, 120_000);
afterAll(async () => {
  await server.stop();
  await place.remove();
});

type Sent = { readonly id: string; readonly input: ReturnType<typeof metChild> };

// Several at once, each with the next as soon as the last was answered, until the server is gone.
async function work(sari: Signed, acknowledged: Sent[], limit: number): Promise<void> {
  const one = async () => {
    while (acknowledged.length < limit) {
      const sent = { id: uuidv7(), input: metChild() };
      await sari.does('encounters/record', sent.input, sent.id);
      acknowledged.push(sent);
    }
  };
  await Promise.allSettled(Array.from({ length: atOnce }, one));
}

async function kill(how: number): Promise<void> {
  // Every other time the database goes first, and all its processes with it.
  if (how % 2 === 1) {
    const pid = Number.parseInt(await readFile(join(place.data, 'postgres', 'postmaster.pid'), 'utf8'), 10);
    process.kill(-pid, 'SIGKILL');
  }
  await killServer(server);
}

test('what was acknowledged before a SIGKILL is there after it, exactly once, and a repeat says the same', async () => {
  const acknowledged: Sent[] = [];
  const restarts: number[] = [];
  // One session for all lives: it is kept as surely as the records.
  const sari = await signIn(server, 'sari.peksos');
  for (let life = 0; acknowledged.length < wanted; life++) {
    const until = Math.min(wanted, acknowledged.length + perLife);
    let stopped = false;
    const working = work(sari, acknowledged, wanted).finally(() => {
      stopped = true;
    });
    while (acknowledged.length < until && !stopped) await pause(5);
    if (acknowledged.length < until) throw new Error('nobody could work after the restart');
    // Not always as an answer has just gone out: at any moment, also in the middle of a transaction.
    await pause(Math.random() * 120);
    await kill(life);
    await working;
    const begun = performance.now();
    server = await place.serve();
    restarts.push(performance.now() - begun);
  }

  const connection = await findRunning(place.data);
  const client = new pg.Client({ ...connection, user: connection?.superuser });
  await client.connect();
  const found = await client.query(
    `select count(*)::int as logged, count(e.encounter_id)::int as encounters, count(p.person_id)::int as persons,
            count(*) filter (where r.n = 1)::int as audited
       from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as a (command_id, encounter_id, person_id)
       join app.command_log l on l.city = '13.71' and l.command_id = a.command_id
       left join app.encounters e on e.city = l.city and e.encounter_id = a.encounter_id
       left join app.persons p on p.city = l.city and p.person_id = a.person_id
       left join lateral (select count(*) as n from app.audit_rows r where r.city = l.city and a.person_id = any (r.persons)) r on true`,
    [
      acknowledged.map((it) => it.id),
      acknowledged.map((it) => it.input.encounterId),
      acknowledged.map((it) => it.input.personId),
    ],
  );
  const halves = await client.query(
    `select 1 from app.persons p where not exists (select 1 from app.encounters e where e.city = p.city and e.person_id = p.person_id)`,
  );
  await client.end();
  const n = acknowledged.length;
  expect(n).toBeGreaterThanOrEqual(wanted);
  expect(found.rows).toEqual([{ logged: n, encounters: n, persons: n, audited: n }]);
  expect(halves.rowCount).toBe(0);
  for (const { id, input } of acknowledged.slice(0, 5))
    expect(await sari.does('encounters/record', input, id)).toMatchObject({ encounterId: input.encounterId });
  await expect
    .poll(async () => (await place.rangkul('audit', 'verify')).output, { timeout: 20_000 })
    .toMatch(/whole\. .* 0 rows not yet sealed/);
  expect(restarts.length).toBeGreaterThan(1);
}, 2_400_000);
