import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemonstration } from '#demo/load/demonstration.ts';
import { runRetention } from '#retention/jobs.ts';
import { openTestApp, type TestApp } from '#test/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
  await app.admin.query('delete from app.staff');
  await load();
}, 120_000);
afterAll(() => app.close());

const load = () =>
  loadDemonstration({
    jobs: app.jobs,
    world: { keys: app.keys, now: () => new Date() },
    city: '13.71',
    say: () => undefined,
  });

async function count(statement: string): Promise<number> {
  const found = await app.admin.query<{ n: number }>(`select count(*) as n from ${statement}`);
  return found.rows[0]?.n ?? 0;
}

test('three years are there, with returns, an operation under way and a child whose clock runs', async () => {
  expect(await count('app.encounters')).toBeGreaterThan(900);
  expect(await count('app.encounters')).toBeLessThan(3000);
  expect(await count(`app.operations where state = 'under_way'`)).toBeGreaterThan(0);
  expect(
    await count('app.custody_intervals where ended_at is null and agency_code is not null'),
  ).toBeGreaterThan(0);
  expect(await count(`app.cases where state = 'open'`)).toBeGreaterThan(10);
  expect(await count('app.person_merges')).toBeGreaterThan(0);
});

test('every case past its beginning says when it reached its stages, and a closed one stands at an end', async () => {
  const without = await count(
    `app.cases c where c.assessed_at is not null and not exists (select 1 from app.case_stages s where s.city = c.city and s.case_id = c.case_id and s.stage = 'ASSESSMENT')`,
  );
  const ended = `app.cases where state = 'closed' and stage`;

  expect(await count('app.cases where assessed_at is not null')).toBeGreaterThan(20);
  expect(without).toBe(0);
  expect(await count(`${ended} in ('AFTERCARE', 'TERMINATION')`)).toBeGreaterThan(5);
  expect(await count(`${ended} not in ('AFTERCARE', 'TERMINATION')`)).toBe(0);
});

test('programmes are there: published ones with their source and no invented figure, invented ones marked, and a cohort with refusals', async () => {
  const published = `app.programmes where source <> ''`;

  expect(await count(published)).toBe(7);
  expect(await count(`${published} and (invented or budget_amount is not null)`)).toBe(0);
  expect(await count(`app.programmes where source = '' and not invented`)).toBe(0);
  expect(await count(`app.programmes where reported_participants between 20 and 25`)).toBe(5);
  expect(await count(`app.enrolments where state in ('finished', 'left')`)).toBe(20);
  expect(await count(`app.enrolments where state = 'refused'`)).toBe(3);
  expect(await count('app.session_attendance')).toBeGreaterThan(120);
  expect(
    await count(
      `app.programmes p where not exists (select 1 from app.duties d where d.city = p.city and d.agency_code = p.owner_agency and d.duty_code = p.duty_code)`,
    ),
  ).toBe(0);
});

test('the report on retention counts every identity that was erased, and every case that was sealed', async () => {
  const done = (rule: string) =>
    count(`(select generate_series(1, sum(done)) from app.retention_runs where rule = '${rule}') x`);
  for (const rule of ['IDENTITY_WITHOUT_CASE', 'ADULT_IN_OPERATION'])
    expect([rule, await done(rule)]).toEqual([rule, await count(`app.erasures where rule = '${rule}'`)]);

  expect(await done('IDENTITY_WITHOUT_CASE')).toBeGreaterThan(10);
  expect(await done('CASE_SEALED')).toBe(await count(`app.cases where state = 'sealed'`));
});

test('a city with anyone at work is never loaded again', async () => {
  const before = await count('app.persons');

  await load();

  expect(await count('app.persons')).toBe(before);
});

test('no name of the world lies readable in the database, and the cast can work with it', async () => {
  const hits = await count(`app.persons p where p::text ~* '(ahmad|muhammad|siti)'`);
  const signedIn = await app.server.inject({
    method: 'POST',
    url: '/api/session',
    payload: { cast: 'rina.peksos' },
  });
  const cookie = signedIn.cookies.map((it) => `${it.name}=${it.value}`).join('; ');
  const list = await app.server.inject({ method: 'GET', url: '/api/persons', headers: { cookie } });

  expect(hits).toBe(0);
  expect(list.json().items.length).toBeGreaterThan(5);
  expect(list.json().items.filter((it: { kind: string }) => it.kind === 'known').length).toBeGreaterThan(3);
});

test('whom a child fears and sealed parts of cases can be opened by those who may, and lie sealed', async () => {
  const fear = await app.admin.query<{ case_id: string; username: string }>(
    `select c.case_id, s.username from app.custody_fears f join app.cases c using (city, person_id) join app.staff s on s.city = c.city and s.staff_id = c.worker_id
      where f.box is not null and c.state = 'open' limit 1`,
  );
  const part = await app.admin.query<{ case_id: string; username: string; kind: string }>(
    `select c.case_id, s.username, f.kind from app.sealed_fields f join app.cases c using (city, case_id) join app.staff s on s.city = c.city and s.staff_id = c.worker_id
      where c.state in ('open', 'closed') limit 1`,
  );
  const worker = await app.as(part.rows[0]?.username as 'sari.peksos');
  const opened = await worker.post('/api/cases/sealed', {
    caseId: part.rows[0]?.case_id,
    kind: part.rows[0]?.kind,
    reason: 'Menyiapkan rujukan puskesmas.',
  });

  expect(fear.rowCount).toBe(1);
  expect(opened.body.entries[0].text).toMatch(/contoh/i);
  expect(await count(`app.sealed_fields s where s::text ilike '%contoh%'`)).toBe(0);
});

test('the first night finds nothing to erase: the rules have run all along, and still some identities are old', async () => {
  const runs = await runRetention({
    jobs: app.jobs,
    city: '13.71',
    world: { keys: app.keys, now: () => new Date() },
  });

  expect(runs.map((it) => it.done)).toEqual(runs.map(() => 0));
  expect(await count('app.erasures')).toBeGreaterThan(20);
  expect(
    await count(`app.persons where named and last_met_at < now() - interval '12 months'`),
  ).toBeGreaterThan(0);
});
