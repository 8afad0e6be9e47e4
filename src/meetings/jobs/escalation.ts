import { cityDate } from '#platform/calendar.ts';
import { asService, timeZoneOf } from '#platform/database/service.ts';
import type { Job, JobContext } from '#platform/jobs/worker.ts';

/** An action that went further up in rank, and how far. */
export type Raised = { readonly actionId: string; readonly level: number };

/**
 * Raises what is late: after so many days, which the city sets, to the head of the welfare section, to the assistant,
 * to the secretary. Each level is reached once; where the server stood still, the levels in between are written too.
 */
export async function raiseLate({ jobs, city, world }: JobContext): Promise<Raised[]> {
  return asService(jobs, { city, purpose: 'jobs' }, async (client) => {
    const now = world.now();
    const today = cityDate(now, await timeZoneOf(client));
    const found = await client.query<Raised>(
      `with days as (
         select max((s.value #>> '{}')::int) filter (where s.key = 'escalateKabagAfterDays') as first,
                max((s.value #>> '{}')::int) filter (where s.key = 'escalateAsistenAfterDays') as second,
                max((s.value #>> '{}')::int) filter (where s.key = 'escalateSekdaAfterDays') as third
           from app.settings_today s
          where s.city = (select app.city()) and s.key like 'escalate%'),
       late as (
         select a.city, a.action_id, $1::date - a.due_on as days_late,
                case when $1::date - a.due_on >= d.third then 3 when $1::date - a.due_on >= d.second then 2
                     when $1::date - a.due_on >= d.first then 1 else 0 end as level
           from app.actions a, days d
          where a.city = (select app.city()) and a.adopted and a.closed_at is null and a.due_on < $1::date),
       written as (
         insert into app.action_escalations (action_id, level, days_late, raised_at)
         select l.action_id, n, l.days_late, $2 from late l, generate_series(1, l.level) n
         on conflict do nothing)
       update app.actions a set escalated = l.level
         from late l
        where a.city = l.city and a.action_id = l.action_id and a.escalated < l.level
       returning a.action_id as "actionId", l.level`,
      [today, now],
    );
    return found.rows;
  });
}

export const jobs: readonly Job[] = [
  {
    name: 'raise-late-actions',
    nightly: '05:00',
    run: async (context) => {
      await raiseLate(context);
    },
  },
];
