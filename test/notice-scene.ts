// Somebody who has something to hear of, and the queue that tells them: for tests of what leaves the system.
import { Logger, runOnce } from 'graphile-worker';
import { expect } from 'vitest';
import { gather } from '#notices/jobs/gather.ts';
import { jobs as noticeJobs } from '#notices/jobs.ts';
import { type NoticeKind, noticeKinds } from '#platform/notices/kinds.ts';
import { uuidv7 } from '#platform/uuid.ts';
import type { Body, CastName, TestApp } from '#test/app.ts';

/** Settings by which everything is sent at once, at any hour. */
export function noticeSettings(changes: Record<string, unknown> = {}) {
  return {
    channels: ['email'],
    email: 'hadi@padang.example',
    phone: '',
    muted: [],
    pace: 'at_once',
    digestAt: '07:00',
    quietFrom: '00:00',
    quietUntil: '00:00',
    ...changes,
  };
}

/** Tells somebody of something, as a slice does; gives the id of the notice. */
export async function tell(
  app: TestApp,
  name: CastName,
  kind: NoticeKind = 'meeting_invited',
): Promise<string> {
  const made = await app.admin.query(
    `insert into app.notices (city, staff_id, kind, on_kind, on_id, day)
     select city, staff_id, $2, $3, $4, current_date + 5 from app.staff where username = $1 returning notice_id`,
    [name, kind, noticeKinds[kind], uuidv7()],
  );
  return made.rows[0].notice_id;
}

const quiet = new Logger(() => () => undefined);

/** Gathers and sends what is due, through the real queue. */
export async function work(app: TestApp): Promise<void> {
  const context = { jobs: app.jobs, city: '13.71', world: app.world };
  await gather(context);
  const taskList = Object.fromEntries(
    noticeJobs.map((job) => [
      job.name,
      (payload: unknown) => job.run(context, (payload ?? {}) as Record<string, unknown>),
    ]),
  );
  await runOnce({ pgPool: app.jobs, taskList, noHandleSignals: true, logger: quiet });
  // The queue takes a job off its list a moment after it was done.
  await expect
    .poll(async () => {
      const held = await app.admin.query(
        'select 1 from graphile_worker._private_jobs where locked_at is not null',
      );
      return held.rows;
    })
    .toEqual([]);
}

/** Lets the queue's waiting jobs come due now; gives in how many minutes they would have. */
export async function hurry(app: TestApp): Promise<number[]> {
  const found = await app.admin.query(
    `update graphile_worker._private_jobs j set run_at = now()
       from (select id, round(extract(epoch from run_at - now()) / 60)::int as minutes from graphile_worker._private_jobs
              where key like 'send-notice%') w
      where w.id = j.id returning w.minutes`,
  );
  return found.rows.map((row) => row.minutes);
}

/** The log of what was sent to somebody, the oldest first. */
export async function logOf(app: TestApp, name: CastName): Promise<Body[]> {
  const { body } = await (await app.as(name)).get('/api/notices/deliveries');
  return body.items.reverse();
}
