import {
  type CronItem,
  Logger,
  parseCronItems,
  type Runner,
  run,
  runMigrations,
  type Task,
} from 'graphile-worker';
import type pg from 'pg';
import { sealAudit } from '#platform/audit/seal.ts';
import { cityDate, instantAt } from '#platform/calendar.ts';
import { asService, timeZoneOf } from '#platform/database/service.ts';
import type { World } from '#platform/world.ts';

export type JobContext = { readonly jobs: pg.Pool; readonly city: string; readonly world: World };

/** One kind of background work: what it is called, when it runs by itself, and what it does. Payloads hold ids, no names. */
export type Job = {
  readonly name: string;
  /** Each night at this time of the city's clock, as `00:30`; made up for when the server was down at that time. */
  readonly nightly?: string;
  /** Each minute. A job with neither is only enqueued. */
  readonly everyMinute?: true;
  readonly run: (context: JobContext, payload: Record<string, unknown>) => Promise<void>;
};

/** Makes the queue and the one door the application has into it. Run at each start, after the migrations. */
export async function prepareQueue(jobs: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: jobs });
  await jobs.query(`
    create or replace function jobs.enqueue(a_task text, a_payload json default '{}', a_run_at timestamptz default now(), a_key text default null)
      returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
      select graphile_worker.add_job(a_task, a_payload, run_at := a_run_at, job_key := a_key) $$`);
  await jobs.query('revoke all on function jobs.enqueue from public');
  await jobs.query('grant execute on function jobs.enqueue to rangkul_app, rangkul_jobs');
}

/** Works through the queue and the timetable, and seals the audit log every second. */
export async function startWorker(
  context: JobContext,
  list: readonly Job[],
  say: (line: string) => void,
): Promise<{ stop: () => Promise<void> }> {
  const taskList: Record<string, Task> = {};
  for (const job of list)
    taskList[job.name] = (payload) => job.run(context, (payload ?? {}) as Record<string, unknown>);
  const timeZone = await asService(context.jobs, { city: context.city, purpose: 'jobs' }, timeZoneOf);
  const items = timetableOf(list, timeZone, context.world.now());
  const runner: Runner = await run({
    pgPool: context.jobs,
    concurrency: 2,
    noHandleSignals: true,
    logger: quiet(say),
    taskList,
    parsedCronItems: parseCronItems(items),
    pollInterval: 5000,
  });
  const stopSealing = everySecond(() => sealAudit(context.jobs, context.city).then(() => undefined), say);
  return {
    stop: async () => {
      await stopSealing();
      await runner.stop();
    },
  };
}

/**
 * The timetable in UTC, as the queue wants it. A night that was missed is made up for at the next start; what runs each
 * minute is not, or a day of standing still would begin with 1440 runs.
 */
export function timetableOf(list: readonly Job[], timeZone: string, now: Date): CronItem[] {
  const today = cityDate(now, timeZone);
  return list.flatMap(({ name, nightly, everyMinute }): CronItem[] => {
    if (everyMinute) return [{ task: name, match: '* * * * *', options: { backfillPeriod: 0 } }];
    if (!nightly) return [];
    const at = instantAt(today, nightly, timeZone);
    const match = `${at.getUTCMinutes()} ${at.getUTCHours()} * * *`;
    return [{ task: name, match, options: { backfillPeriod: 86_400_000 } }];
  });
}

// Only what failed is for people; a job's payload and error hold ids and codes, no names.
function quiet(say: (line: string) => void): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') say(`jobs: ${message}`);
  });
}

// One after the other, never two at once; a failure is said once and tried again.
function everySecond(work: () => Promise<void>, say: (line: string) => void): () => Promise<void> {
  let stopped = false;
  let failing = false;
  let timer: NodeJS.Timeout | undefined;
  const turn = async (): Promise<void> => {
    await work().then(
      () => {
        failing = false;
      },
      (error: Error) => {
        if (!failing) say(`audit: ${error.message}`);
        failing = true;
      },
    );
    if (!stopped)
      await new Promise<void>((resolve) => {
        timer = setTimeout(resolve, 1000);
        wake = resolve;
      }).then(() => (stopped ? undefined : turn()));
  };
  let wake: () => void = () => undefined;
  const running = turn();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    wake();
    await running;
  };
}
