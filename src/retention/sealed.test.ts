// What is sealed of a child is gone with the child's identity, in the database, in the key store, and after a restore.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBox } from '#platform/keys/box.ts';
import { readErasures, replayErasures } from '#platform/keys/erasures.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { runRetention } from '#retention/jobs.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { meetAgain, openInput } from '#test/case-scene.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const run = () =>
  runRetention({ jobs: app.jobs, city: '13.71', world: { keys: app.keys, now: () => new Date() } });

type SealedRow = { sealed_id: string; key_slot: string; box: Buffer };
const secretIn = (row: SealedRow): unknown => {
  const key = app.keys.identities.read(Number(row.key_slot));
  return key && openBox(row.box, key, `sealed_fields ${row.sealed_id}`);
};

// Sealed once before the child had a name (under a key of its own) and once after; then a case closed and overdue.
async function overdueWithSealed(): Promise<{ personId: string; caseId: string; rows: SealedRow[] }> {
  const personId = uuidv7();
  const caseId = uuidv7();
  const sari = await app.as('sari.peksos');
  await app.admin.query(
    `insert into app.persons (city, person_id, sex, recorded_by, last_met_at, birth_from, birth_to)
     select '13.71', $1, 'female', staff_id, now(), '1999-01-01', '1999-01-01' from app.staff where username = 'sari.peksos'`,
    [personId],
  );
  await meetAgain(app, personId, 'sari.peksos');
  await sari.does('cases/open', openInput(caseId, personId));
  const seal = (text: string) =>
    sari.does('cases/seal', { caseId, sealedId: uuidv7(), kind: 'PREGNANCY', text });
  await seal('Sebelum bernama');
  await sari.does('persons/identify', {
    personId,
    identity: { names: ['Rahma Contoh'], aliases: [], kin: [], marks: [] },
    nameReason: 'ASKS_SERVICE',
  });
  await seal('Sesudah bernama');
  const rows = await app.admin.query<SealedRow>(
    'select sealed_id, key_slot, box from app.sealed_fields where case_id = $1 order by written_at',
    [caseId],
  );
  return { personId, caseId, rows: rows.rows };
}

async function putBackInTime(personId: string): Promise<void> {
  const ago = `now() - interval '40 months'`;
  await app.admin.query(
    `update app.encounters set occurred_at = ${ago}, recorded_at = ${ago} where person_id = $1`,
    [personId],
  );
  await app.admin.query(
    `update app.persons set recorded_at = ${ago}, first_met_at = ${ago}, last_met_at = ${ago} where person_id = $1`,
    [personId],
  );
  await app.admin.query(
    `update app.cases set state = 'closed', opened_at = ${ago}, closed_at = ${ago} where person_id = $1`,
    [personId],
  );
}

test('an erasure destroys the key of every sealed field, those from before the child had a name too', async () => {
  const { personId, caseId, rows } = await overdueWithSealed();
  const opened = await (await app.as('sari.peksos')).post('/api/cases/sealed', {
    caseId,
    kind: 'PREGNANCY',
    reason: 'Menyiapkan rujukan puskesmas.',
  });
  const before = rows.map(secretIn);
  await putBackInTime(personId);

  await run();

  expect(opened.body.entries).toHaveLength(2);
  expect(before).toEqual([{ text: 'Sebelum bernama' }, { text: 'Sesudah bernama' }]);
  expect(new Set(rows.map((row) => row.key_slot)).size).toBe(2);
  expect(rows.map(secretIn)).toEqual([null, null]);
  const left = await app.admin.query('select 1 from app.sealed_fields where person_id = $1', [personId]);
  expect(left.rowCount).toBe(0);
  const listed = readErasures(app.keys.folder).find((it) => it.person === personId);
  expect(listed?.slots).toEqual(expect.arrayContaining(rows.map((row) => Number(row.key_slot))));
});

test('an older backup and an older copy of the keys bring sealed fields back only until the erasures are replayed', async () => {
  const { personId, rows } = await overdueWithSealed();
  await putBackInTime(personId);
  const store = join(app.keys.folder, 'identities.keys');
  const olderKeys = readFileSync(store);
  const table = async (name: string) =>
    (await app.admin.query(`select to_jsonb(t) as row from app.${name} t where person_id = $1`, [personId]))
      .rows;
  const older = {
    sealed_fields: await table('sealed_fields'),
    person_identities: await table('person_identities'),
  };
  await run();
  for (const [name, list] of Object.entries(older))
    for (const { row } of list)
      await app.admin.query(
        `insert into app.${name} select * from jsonb_populate_record(null::app.${name}, $1)`,
        [row],
      );
  await app.admin.query('delete from app.erasures where person_id = $1', [personId]);
  writeFileSync(store, olderKeys, { flag: 'r+' });
  const broughtBack = rows.map(secretIn);

  const again = await replayErasures(app.jobs, app.keys);

  expect(broughtBack).toEqual([{ text: 'Sebelum bernama' }, { text: 'Sesudah bernama' }]);
  expect(again).toBe(1);
  expect(rows.map(secretIn)).toEqual([null, null]);
  expect(await table('sealed_fields')).toEqual([]);
});
