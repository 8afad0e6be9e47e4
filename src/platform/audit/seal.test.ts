import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealAudit, verifyAudit } from '#platform/audit/seal.ts';
import { openTestApp, type TestApp } from '#test/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
  for (const name of ['sari.peksos', 'budi.peksos', 'eko.kesra'] as const) {
    await (await app.as(name)).get('/api/persons');
    await sealWhatIsThere();
  }
});

// Rows can be sealed when every older transaction of the server has ended, those of the tests beside this one included:
// all of them at once, so that each of the three is one seal.
async function sealWhatIsThere(): Promise<void> {
  for (let turn = 0; turn < 300; turn++) {
    const found = await app.admin.query<{ waits: boolean }>(
      'select exists (select 1 from app.audit_rows where txid >= pg_snapshot_xmin(pg_current_snapshot())) as waits',
    );
    if (!found.rows[0]?.waits) break;
    await wait(100);
  }
  await sealAudit(app.jobs, '13.71');
}
afterAll(() => app.close());

const tampered: [string, string, string][] = [
  [
    'an edited row',
    `update app.audit_rows set act = 'nothing' where audit_id = (select min(audit_id) from app.audit_rows)`,
    'rows',
  ],
  [
    'a deleted row',
    'delete from app.audit_rows where audit_id = (select min(audit_id) from app.audit_rows)',
    'count',
  ],
  [
    'a row put in later',
    `insert into app.audit_rows (city, txid, role, act) select city, txid, 'x', 'forged' from app.audit_rows order by audit_id limit 1`,
    'count',
  ],
  [
    'two swapped rows',
    `update app.audit_rows a set act = b.act, staff_id = b.staff_id from app.audit_rows b where a.audit_id in (1, 3) and b.audit_id in (1, 3) and a.audit_id <> b.audit_id`,
    'rows',
  ],
  ['a removed seal', 'delete from app.audit_seals where seal_no = 2', 'gap'],
];

test('an untouched log is whole and shows its head', async () => {
  const verdict = await verifyAudit(app.jobs, '13.71');

  expect(verdict.broken).toBeNull();
  expect(verdict.seals).toBe(3);
  expect(verdict.head?.root).toMatch(/^[0-9a-f]{64}$/);
});

test.each(tampered)('%s is found', async (_what, statement, why) => {
  await app.admin.query('create table keep_rows as table app.audit_rows');
  await app.admin.query('create table keep_seals as table app.audit_seals');

  await app.admin.query(statement);
  const verdict = await verifyAudit(app.jobs, '13.71');

  await app.admin.query('delete from app.audit_rows');
  await app.admin.query('insert into app.audit_rows overriding system value select * from keep_rows');
  await app.admin.query('delete from app.audit_seals');
  await app.admin.query('insert into app.audit_seals select * from keep_seals');
  await app.admin.query('drop table keep_rows, keep_seals');
  expect(verdict.broken?.why).toBe(why);
  expect((await verifyAudit(app.jobs, '13.71')).broken).toBeNull();
});

test('a cut tail is found by the head that was kept outside', async () => {
  const { head } = await verifyAudit(app.jobs, '13.71');
  await app.admin.query('delete from app.audit_seals where seal_no = 3');
  await app.admin.query(
    'delete from app.audit_rows where txid >= (select max(before_txid) from app.audit_seals)',
  );

  const alone = await verifyAudit(app.jobs, '13.71');
  const withHead = await verifyAudit(app.jobs, '13.71', head ?? undefined);

  expect(alone.broken).toBeNull();
  expect(withHead.broken?.sealNo).toBe(3);
});

test('the application may add to the log and neither change nor remove it', async () => {
  const change = app.database.transaction().execute(async (tx) => {
    const { sql } = await import('kysely');
    await sql`update audit_rows set act = 'nothing'`.execute(tx);
  });

  await expect(change).rejects.toThrow('permission denied');
});
