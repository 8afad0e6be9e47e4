import { asService } from '#platform/database/service.ts';
import type { JobContext } from '#platform/jobs/worker.ts';

/** Notices and the log of what was sent are kept for a year; a message is younger than what it tells of, so it goes later. */
export async function forget({ jobs, city, world }: JobContext): Promise<void> {
  await asService(jobs, { city, purpose: 'retention' }, async (client) => {
    const now = world.now();
    await client.query(
      `delete from app.notices where city = (select app.city()) and created_at < $1::timestamptz - interval '365 days'`,
      [now],
    );
    await client.query(
      `delete from app.deliveries d where d.city = (select app.city()) and d.made_at < $1::timestamptz - interval '365 days'
         and not exists (select 1 from app.delivered_notices x where x.city = d.city and x.delivery_id = d.delivery_id)`,
      [now],
    );
  });
}
