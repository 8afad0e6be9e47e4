import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemonstration } from '#demo/load/demonstration.ts';
import { openTestApp, type TestApp } from '#test/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
  await app.admin.query('delete from app.staff');
  await loadDemonstration({
    jobs: app.jobs,
    world: { keys: app.keys, now: () => new Date() },
    city: '13.71',
    say: () => undefined,
  });
}, 120_000);
afterAll(() => app.close());

async function rows<T extends object>(statement: string): Promise<T[]> {
  return (await app.admin.query<T>(statement)).rows;
}

test('the meeting of 27 February 2020 is there as it was reported: whom it asked, who spoke, what it aimed at', async () => {
  const meeting = `(select meeting_id from app.meetings where starts_at::date = '2020-02-27')`;
  const [it] = await rows<{ theme: string; aims: string[]; invented: boolean; state: string }>(
    `select theme, aims, invented, state from app.meetings where meeting_id = ${meeting}`,
  );
  const asked = await rows<{ rule: string; n: number }>(
    `select rule, count(*) as n from app.invitations where meeting_id = ${meeting} group by 1 order by 1`,
  );

  expect(it).toMatchObject({
    theme: 'Penguatan Penanganan Masalah Anak Jalanan di Kota Padang',
    invented: true,
    state: 'closed',
  });
  expect(it?.aims).toHaveLength(3);
  expect(asked).toEqual([
    { rule: 'DISTRICTS', n: 11 },
    { rule: 'NAMED', n: 12 },
    { rule: 'VILLAGES', n: 104 },
  ]);
  expect(await rows(`select 1 from app.meeting_speakers where meeting_id = ${meeting}`)).toHaveLength(4);
});

test('its decisions were followed for a year, and what was open came before the evaluation', async () => {
  const carried = await rows<{ state_then: string }>(
    `select c.state_then from app.carried_actions c join app.meetings m on m.city = c.city and m.meeting_id = c.meeting_id
      where m.starts_at::date = '2021-02-25' order by 1`,
  );

  expect(carried.map((it) => it.state_then)).toEqual(['in_progress', 'in_progress']);
  expect(
    await rows(`select 1 from app.actions a join app.decisions d using (city, decision_id) join app.meetings m on m.meeting_id = d.meeting_id
    where m.starts_at < '2022-01-01' and a.closed_at is null`),
  ).toHaveLength(0);
});

test('some came for two, some were not represented, and nobody who declined was there', async () => {
  const twice = await rows(`select attendance_id from app.attendance_for group by 1 having count(*) > 1`);
  const absent = await rows(`select 1 from app.invitations i join app.meetings m using (city, meeting_id)
    where m.state = 'closed' and not exists (select 1 from app.attendance_for f where f.invitation_id = i.invitation_id)`);
  const declined = await rows(
    `select 1 from app.invitations i join app.attendance_for f using (city, invitation_id) where i.state = 'declined'`,
  );

  expect(twice.length).toBeGreaterThan(0);
  expect(absent.length).toBeGreaterThan(5);
  expect(declined).toHaveLength(0);
});

test('this year’s follow-up has every state of its clock: done, stuck, late and still to come', async () => {
  const [it] = await rows<{ done: number; stuck: number; late: number; coming: number }>(
    `select count(*) filter (where a.state = 'done') as done, count(*) filter (where a.state = 'stuck') as stuck,
            count(*) filter (where closed_at is null and due_on < current_date) as late,
            count(*) filter (where closed_at is null and due_on > current_date) as coming
       from app.actions a join app.decisions d using (city, decision_id) join app.meetings m using (city, meeting_id)
      where m.starts_at > now() - interval '200 days'`,
  );
  for (const n of Object.values(it ?? {})) expect(n).toBeGreaterThan(0);
});
