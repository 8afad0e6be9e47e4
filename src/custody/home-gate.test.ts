// Whom the child fears, and with whom it goes: what was said stays said, and nobody whom it may have named takes it home.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { type Client, openTestApp, type TestApp } from '#test/app.ts';
import { asking, goingHome, meet, takenIn } from '#test/custody-scene.ts';

let app: TestApp;
let rina: Client;
beforeAll(async () => {
  app = await openTestApp();
  rina = await app.as('rina.lapangan');
});
afterAll(() => app.close());

const marni = { fearsSomeone: true, names: ['Marni Sikumbang'] };
const withMarni = { receiverName: 'Marni Sikumbang', receiverRelation: 'MOTHER' };
const withTati = { receiverName: 'Tati Piliang', receiverRelation: 'GRANDPARENT' };
const home = async (custodyId: string, who: object) => {
  const reply = await rina.tries('custody/hand-over', goingHome(custodyId, { ...who }));
  return reply.body.code ?? reply.status;
};

test('an answer given for the same moment is kept beside the first: the person once named stays named', async () => {
  const met = await meet(app);
  const custodyId = await takenIn(rina, met);
  const at = new Date().toISOString();
  await rina.does('custody/ask-fears', asking(custodyId, { ...marni, at }));
  await rina.does('custody/ask-fears', asking(custodyId, { at }));
  const kept = await app.admin.query(
    'select fears_someone from app.custody_fears where person_id = $1 order by recorded_at',
    [met.personId],
  );

  expect(kept.rows.map((row) => row.fears_someone)).toEqual([true, false]);
  expect(await home(custodyId, withMarni)).toBe('receiver-needs-supervisor');
  expect((await rina.get(`/api/custody/${custodyId}`)).body.fears.fearsSomeone).toBe(true);
  expect(await home(custodyId, withTati)).toBe(200);
});

test('no later answer, however many, and none that others heard, clears whom the child named', async () => {
  const custodyId = await takenIn(rina, await meet(app));
  await rina.does('custody/ask-fears', asking(custodyId, { ...marni, askedAlone: false }));
  for (let n = 0; n < 25; n++) await rina.does('custody/ask-fears', asking(custodyId));

  expect(await home(custodyId, withMarni)).toBe('receiver-needs-supervisor');
  expect(await home(custodyId, withTati)).toBe(200);
});

test('the same command sent twice is one answer, and the case team reads every answer', async () => {
  const met = await meet(app);
  const custodyId = await takenIn(rina, met);
  const id = uuidv7();
  await rina.does('custody/ask-fears', asking(custodyId, marni), { id });
  await rina.does('custody/ask-fears', asking(custodyId, marni), { id });
  await rina.does('custody/ask-fears', asking(custodyId, { fearsSomeone: true, relations: ['FATHER'] }));
  await app.admin.query(
    `insert into app.cases (city, case_id, case_number, person_id, agency_code, worker_id, opened_at, opened_from, risk_level)
     select '13.71', $1, 'K-2026-9002', $2, agency_code, staff_id, now(), 'CUSTODY', 'LOW' from app.staff where username = 'sari.peksos'`,
    [uuidv7(), met.personId],
  );
  const read = await (await app.as('sari.peksos')).get(`/api/custody/${custodyId}`);

  expect(read.body.fears.answers).toMatchObject([
    { names: [], relations: ['FATHER'] },
    { names: ['Marni Sikumbang'], relations: [] },
  ]);
});

test('the database lets nobody change or remove an answer, and the retention of identities empty it', async () => {
  const met = await meet(app);
  const custodyId = await takenIn(rina, met);
  await rina.does('custody/ask-fears', asking(custodyId, marni));
  const change = async (statement: string, role?: string) => {
    const one = await app.admin.connect();
    try {
      await one.query('begin');
      if (role) await one.query(`set local role ${role}`);
      return (await one.query(`${statement} where person_id = $1`, [met.personId])).rowCount;
    } catch (error) {
      return (error as Error).message;
    } finally {
      await one.query('rollback');
      one.release();
    }
  };

  expect(await change('update app.custody_fears set fears_someone = false', 'rangkul_app')).toContain(
    'permission denied',
  );
  expect(await change('delete from app.custody_fears', 'rangkul_app')).toContain('permission denied');
  expect(await change('update app.custody_fears set fears_someone = false')).toContain(
    'stays as it was given',
  );
  expect(await change(`update app.custody_fears set box = 'x'`)).toContain('stays as it was given');
  expect(await change('delete from app.custody_fears')).toContain('stays as it was given');
  expect(await change('update app.custody_fears set box = null')).toBe(1);
});
