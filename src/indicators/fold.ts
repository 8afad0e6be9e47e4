import type pg from 'pg';
import { asService } from '#platform/database/service.ts';

const batch = 2000;

/** Works off every delta of a city, a batch in each transaction; answers how many. */
export async function foldAll(
  jobs: pg.Pool,
  city: string,
  options: { batch?: number; say?: (done: number) => void } = {},
): Promise<number> {
  let done = 0;
  for (;;) {
    const folded = await foldOnce(jobs, city, options.batch ?? batch);
    done += folded;
    options.say?.(done);
    if (folded === 0) return done;
  }
}

/** One batch of the fold; 0 when nothing is left or another one is at work. */
async function foldOnce(jobs: pg.Pool, city: string, most: number): Promise<number> {
  return asService(jobs, { city, purpose: 'jobs' }, async (client) => {
    const found = await client.query<{ n: number }>('select app.fold_figures($1) as n', [most]);
    return found.rows[0]?.n ?? 0;
  });
}

/** Has every person of a city worked out anew: after a bulk load that ran without triggers. */
export async function refoldEveryone(jobs: pg.Pool, city: string): Promise<number> {
  await asService(jobs, { city, purpose: 'jobs' }, (client) =>
    client.query('select app.touch_all_figures()'),
  );
  return foldAll(jobs, city, { batch: 20_000 });
}
