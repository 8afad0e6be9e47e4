import { asService } from '#platform/database/service.ts';
import type { Job } from '#platform/jobs/worker.ts';

/** Parts of files that were never finished go after a day, files that a job made with names in them after seven. */
export const jobs: readonly Job[] = [
  {
    name: 'forget-unfinished-files',
    nightly: '02:10',
    run: async ({ jobs: pool, city, world }) => {
      const now = world.now();
      await asService(pool, { city, purpose: 'jobs' }, async (client) => {
        await client.query(
          `delete from upload_parts where city = (select app.city()) and sent_at < $1::timestamptz - interval '1 day'`,
          [now],
        );
        await client.query(
          `delete from files
            where city = (select app.city()) and on_kind = 'export' and kept_at < $1::timestamptz - interval '7 days'`,
          [now],
        );
      });
    },
  },
];
