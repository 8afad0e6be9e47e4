// Ends for adults alone, where what was said of somebody's age does not agree.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { type Client, openTestApp, type TestApp } from '#test/app.ts';
import { handingOver, meet, takenIn } from '#test/custody-scene.ts';

let app: TestApp;
let rina: Client;
let dewi: Client;
beforeAll(async () => {
  app = await openTestApp();
  rina = await app.as('rina.lapangan');
  dewi = await app.as('dewi.penyelia');
});
afterAll(() => app.close());

type AgeClass = 'UNDER_18' | 'UNKNOWN' | 'ADULT';
type Said = Record<string, unknown>;
const stated = (yearsLow: number): Said => ({ kind: 'stated', yearsLow });

/** Somebody met as of this class, of whom the team then says these ages; answers its custody. */
async function heldAs(ageClass: AgeClass, said: readonly Said[]) {
  const met = await meet(app, { ageClass });
  const custodyId = await takenIn(rina, met);
  for (const one of said) await rina.does('persons/state-age', { personId: met.personId, ...one });
  return { custodyId, personId: met.personId };
}

const release = (client: Client, custodyId: string) =>
  client.tries('custody/hand-over', {
    handoverId: uuidv7(),
    custodyId,
    endKind: 'RELEASED_AFTER_ADVICE',
    condition: 'WELL',
    basis: 'OPERATION',
  });

test('one officer’s word does not make an adult of a child, nor of somebody whose age was not known', async () => {
  const answers: unknown[] = [];
  for (const [met, said] of [
    ['UNDER_18', [stated(25)]],
    ['UNKNOWN', [stated(25)]],
    ['ADULT', [stated(15), stated(25)]],
    ['UNDER_18', [{ kind: 'assessed', yearsLow: 22, yearsHigh: 30 }]],
    ['UNDER_18', [{ kind: 'documented', yearsLow: 25 }]],
    ['ADULT', [stated(25)]],
    ['ADULT', []],
    ['UNDER_18', [{ kind: 'documented', birthDate: '1999-03-04' }]],
    ['UNKNOWN', [stated(25), { kind: 'documented', birthDate: '1999-03-04' }]],
  ] as const) {
    const { custodyId } = await heldAs(met, said);
    const { body } = await rina.get(`/api/custody/${custodyId}`);
    const reply = await release(rina, custodyId);
    answers.push([body.held.ageClass, body.held.ageContested, reply.body.code ?? reply.status]);
  }

  expect(answers).toEqual([
    ['UNKNOWN', true, 'age-contested'],
    ['UNKNOWN', true, 'age-contested'],
    ['UNKNOWN', true, 'age-contested'],
    ['UNKNOWN', true, 'age-contested'],
    ['UNKNOWN', true, 'age-contested'],
    ['ADULT', false, 200],
    ['ADULT', false, 200],
    ['UNKNOWN', true, 'age-contested'],
    ['ADULT', false, 200],
  ]);
});

test('the refusal says why, at its field, and every end for adults asks the same', async () => {
  const { custodyId } = await heldAs('UNDER_18', [stated(25)]);
  const police = await rina.tries(
    'custody/hand-over',
    handingOver(custodyId, { endKind: 'POLICE', agencyCode: 'POLRI' }),
  );

  expect(police.body).toMatchObject({ code: 'age-contested', field: 'endKind' });
  expect((await release(rina, custodyId)).body.message).toContain('Penyelia menentukan');
});

test('a supervisor settles it; what is said against it afterwards opens the question again', async () => {
  const { custodyId, personId } = await heldAs('UNDER_18', [stated(25)]);
  const to = handingOver(custodyId);
  await rina.does('custody/hand-over', to);
  const said = (client: Client, yearsLow: number) =>
    client.does('persons/state-age', { personId, kind: 'assessed', yearsLow });
  const classNow = async () => (await dewi.get(`/api/custody/${to.toCustodyId}`)).body.held.ageClass;

  expect(await classNow()).toBe('UNKNOWN');
  await said(dewi, 25);
  expect(await classNow()).toBe('ADULT');
  await (await app.as('sari.peksos')).does('persons/state-age', { personId, ...stated(16) });
  expect(await classNow()).toBe('UNKNOWN');
  expect((await release(dewi, to.toCustodyId)).body.code).toBe('age-contested');
  await said(dewi, 26);
  expect((await release(dewi, to.toCustodyId)).status).toBe(200);
});

test('the database lets nobody write a supervisor’s word for another, or change what was said', async () => {
  const { personId } = await heldAs('UNDER_18', [stated(15)]);
  const asRina = (statement: string) =>
    app.admin.connect().then(async (one) => {
      try {
        await one.query('begin');
        await one.query('set local role rangkul_app');
        return (await one.query(statement, [personId])).rowCount;
      } catch (error) {
        return (error as Error).message;
      } finally {
        await one.query('rollback');
        one.release();
      }
    });

  expect(
    await asRina(
      `insert into app.person_ages (city, person_id, kind, years_low, on_date, by_supervisor) values ('13.71', $1, 'stated', 25, '2026-01-01', true)`,
    ),
  ).toContain('permission denied');
  expect(await asRina('update app.person_ages set years_low = 25 where person_id = $1')).toContain(
    'permission denied',
  );
});
