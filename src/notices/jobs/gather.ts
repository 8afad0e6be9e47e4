import { sql } from 'kysely';
import { enqueueSend } from '#notices/jobs/queue.ts';
import { maySendNow } from '#notices/rules.ts';
import { type Channel, type ChooseSettings, channels } from '#notices/schema/settings.ts';
import { cityDate, cityTime } from '#platform/calendar.ts';
import { asServiceTx } from '#platform/database/service.ts';
import { databaseOn, type Tx } from '#platform/database/transaction.ts';
import type { JobContext } from '#platform/jobs/worker.ts';
import { uuidv7 } from '#platform/uuid.ts';

type Reader = Pick<ChooseSettings, 'pace' | 'digestAt' | 'quietFrom' | 'quietUntil'> & {
  readonly staff_id: string;
  readonly channel: Channel;
  readonly target: string;
  readonly today: boolean;
};

/**
 * Makes one message for everybody who has something unread and may hear of it now, by each channel they chose. What a
 * message stands for is written down with it, under a key: so nothing goes twice by one channel, whoever gathers when.
 */
export async function gather({ jobs, city, world }: JobContext): Promise<void> {
  const open = channels.filter((channel) => world.channels?.[channel] !== undefined);
  await asServiceTx(databaseOn(jobs), { city, purpose: 'jobs' }, async (tx) => {
    const now = world.now();
    await settleStranded(tx, now);
    if (open.length === 0) return;
    const found = await sql<{ zone: string }>`select app.time_zone() as zone`.execute(tx);
    const zone = found.rows[0]?.zone ?? 'UTC';
    const time = cityTime(now, zone);
    for (const reader of await readersOf(tx, open, cityDate(now, zone)))
      if (maySendNow(reader, { time, today: reader.today })) await makeMessage(tx, reader, now);
  });
}

/** Everybody with something to hear of, once for each place to which it would go. */
async function readersOf(tx: Tx, open: readonly Channel[], today: string): Promise<Reader[]> {
  const found = await sql<Reader>`
    select s.staff_id, c.channel, c.target, s.pace, to_char(s.digest_at, 'HH24:MI') as "digestAt",
           to_char(s.quiet_from, 'HH24:MI') as "quietFrom", to_char(s.quiet_until, 'HH24:MI') as "quietUntil",
           exists (select 1 from deliveries d where d.city = s.city and d.staff_id = s.staff_id and d.channel = c.channel
             and d.target = c.target and app.local_date(d.made_at) = ${today}::date) as today
      from notice_settings s
      join staff f on f.city = s.city and f.staff_id = s.staff_id and f.state = 'active'
      cross join lateral (
        select 'email' as channel, '' as target where s.email <> ''
        union all select w, '' from unnest(array['whatsapp', 'sms']) w where s.phone <> ''
        union all select 'push', p.subscription_id::text from push_subscriptions p where p.city = s.city and p.staff_id = s.staff_id) c
     where s.city = (select app.city()) and c.channel = any (s.channels) and c.channel = any (${open}::text[])
       and exists (select 1 from notices n where n.city = s.city and n.staff_id = s.staff_id and n.read_at is null
         and n.created_at >= s.since and n.kind <> all (s.muted)
         and not exists (select 1 from delivered_notices x where x.city = n.city and x.notice_id = n.notice_id
           and x.channel = c.channel and x.target = c.target))`.execute(tx);
  return found.rows;
}

async function makeMessage(tx: Tx, reader: Reader, now: Date): Promise<void> {
  const deliveryId = uuidv7(now.getTime());
  const made = await sql`
    with unheard as (
      select n.city, n.notice_id
        from notices n join notice_settings s on s.city = n.city and s.staff_id = n.staff_id
       where n.city = (select app.city()) and n.staff_id = ${reader.staff_id} and n.read_at is null and n.created_at >= s.since
         and n.kind <> all (s.muted)
         and not exists (select 1 from delivered_notices x where x.city = n.city and x.notice_id = n.notice_id
           and x.channel = ${reader.channel} and x.target = ${reader.target})),
    made as (
      insert into deliveries (delivery_id, staff_id, channel, target, notices, made_at, next_at)
      select ${deliveryId}::uuid, ${reader.staff_id}::uuid, ${reader.channel}, ${reader.target}, count(*), ${now}::timestamptz, ${now}::timestamptz
        from unheard having count(*) > 0
      returning delivery_id)
    insert into delivered_notices (notice_id, channel, target, delivery_id)
    select u.notice_id, ${reader.channel}, ${reader.target}, m.delivery_id from unheard u, made m`.execute(
    tx,
  );
  if (made.numAffectedRows) await enqueueSend(tx, deliveryId, now);
}

/**
 * A message that a stopped process left half sent may have arrived: it is not sent again. One whose turn was lost with
 * its queue gets another.
 */
async function settleStranded(tx: Tx, now: Date): Promise<void> {
  await sql`
    update deliveries set state = 'unclear', problem = 'stopped-while-sending', ended_at = ${now}
     where city = (select app.city()) and state = 'sending' and tried_at < ${now}::timestamptz - interval '15 minutes'`.execute(
    tx,
  );
  const lost = await sql<{ delivery_id: string }>`
    select delivery_id from deliveries
     where city = (select app.city()) and state = 'waiting' and next_at < ${now}::timestamptz - interval '1 hour'`.execute(
    tx,
  );
  for (const row of lost.rows) await enqueueSend(tx, row.delivery_id, now);
}
