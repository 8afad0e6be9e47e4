import { sql } from 'kysely';
import { enqueueSend } from '#notices/jobs/queue.ts';
import { messages } from '#notices/messages/message.ts';
import { isQuiet, nextTryAfter } from '#notices/rules.ts';
import type { Channel, ChooseSettings } from '#notices/schema/settings.ts';
import { cityTime } from '#platform/calendar.ts';
import { asServiceTx } from '#platform/database/service.ts';
import { databaseOn, type Tx } from '#platform/database/transaction.ts';
import type { JobContext } from '#platform/jobs/worker.ts';
import { type Locale, say } from '#platform/messages.ts';
import type { Attempt, Message } from '#platform/notices/channels.ts';
import { publicAddress, type World } from '#platform/world.ts';

type Browser = { readonly endpoint: string; readonly p256dh: string; readonly auth: string };
type Taken = Browser &
  Pick<ChooseSettings, 'email' | 'phone' | 'quietFrom' | 'quietUntil'> & {
    readonly delivery_id: string;
    readonly channel: Channel;
    readonly target: string;
    readonly locale: Locale;
    readonly zone: string;
    readonly tries: number;
    /** How many of the things it stands for are still unread. */
    readonly unread: number;
    /** The channel is still chosen, and who it is for still works here. */
    readonly wanted: boolean;
  };

/**
 * Sends one message. That it is being sent is committed first and what came of it after: between the two it is neither
 * waiting nor sent, and whoever finds it so later leaves it alone.
 */
export async function sendMessage({ jobs, city, world }: JobContext, deliveryId: string): Promise<void> {
  const inCity = <T>(work: (tx: Tx) => Promise<T>) =>
    asServiceTx(databaseOn(jobs), { city, purpose: 'jobs' }, work);
  const taken = await inCity((tx) => take(tx, world, deliveryId));
  if (!taken) return;
  const attempt = await trySending(world, taken);
  await inCity(async (tx) => {
    await settle(tx, world.now(), { ...attempt, deliveryId, tries: taken.tries });
    if (attempt.outcome === 'never' && goneForGood.includes(attempt.problem)) await forgetBrowser(tx, taken);
  });
}

/** Takes a message that waits, if it is still to be sent and may be sent now; null when there is nothing to send. */
async function take(tx: Tx, world: World, deliveryId: string): Promise<Taken | null> {
  const now = world.now();
  const found = await sql<Taken>`
    select d.delivery_id, d.channel, d.target, d.tries + 1 as tries, f.locale, app.time_zone() as zone, s.email, s.phone,
           to_char(s.quiet_from, 'HH24:MI') as "quietFrom", to_char(s.quiet_until, 'HH24:MI') as "quietUntil",
           p.endpoint, p.p256dh, p.auth,
           d.channel = any (s.channels) and f.state = 'active' and (d.channel <> 'push' or p.endpoint is not null) as wanted,
           (select count(*)::int from delivered_notices x join notices n on n.city = x.city and n.notice_id = x.notice_id
             where x.city = d.city and x.delivery_id = d.delivery_id and n.read_at is null) as unread
      from deliveries d
      join staff f on f.city = d.city and f.staff_id = d.staff_id
      join notice_settings s on s.city = d.city and s.staff_id = d.staff_id
      left join push_subscriptions p on p.city = d.city and p.staff_id = d.staff_id and p.subscription_id::text = d.target
     where d.city = (select app.city()) and d.delivery_id = ${deliveryId} and d.state = 'waiting'
       for update of d`.execute(tx);
  const row = found.rows[0];
  if (!row) return null;
  if (!row.wanted || row.unread === 0 || !world.channels?.[row.channel]) {
    const problem = row.unread === 0 ? 'read-meanwhile' : 'channel-no-longer-chosen';
    await end(tx, now, { deliveryId, state: 'dropped', problem });
    return null;
  }
  if (isQuiet(row, cityTime(now, row.zone))) {
    await later(tx, new Date(now.getTime() + 15 * 60_000), deliveryId, 'quiet-hours');
    return null;
  }
  await sql`
    update deliveries set state = 'sending', tries = tries + 1, tried_at = ${now}, problem = ''
     where city = (select app.city()) and delivery_id = ${deliveryId}`.execute(tx);
  return row;
}

async function trySending(world: World, it: Taken): Promise<Attempt> {
  const message = messageFor(world, it);
  const { email, push, whatsapp, sms } = world.channels ?? {};
  const by = {
    email: () => email?.(it.email, message),
    push: () => push?.send(it, message),
    whatsapp: () => whatsapp?.(it.phone, message),
    sms: () => sms?.(it.phone, message),
  } satisfies Record<Channel, () => Promise<Attempt> | undefined>;
  return (await by[it.channel]()) ?? { outcome: 'never', problem: 'channel-closed' };
}

/** What a push service answers of a browser that no longer wants to be called. */
const goneForGood: readonly string[] = ['push-404', 'push-410'];

async function forgetBrowser(tx: Tx, { endpoint }: Browser): Promise<void> {
  await sql`delete from push_subscriptions where city = (select app.city()) and endpoint = ${endpoint}`.execute(
    tx,
  );
}

function messageFor(world: World, { delivery_id: id, unread: count, locale }: Taken): Message {
  const link = publicAddress(world, '/pemberitahuan');
  const choose = publicAddress(world, '/pemberitahuan/atur');
  return {
    id,
    count,
    link,
    locale,
    subject: say(messages.subject, locale, { count }),
    text: say(messages.text, locale, { count, link, choose }),
  };
}

type Outcome = Attempt & { readonly deliveryId: string; readonly tries: number };

async function settle(tx: Tx, now: Date, it: Outcome): Promise<void> {
  const { deliveryId } = it;
  if (it.outcome === 'sent') return end(tx, now, { deliveryId, state: 'sent', problem: '' });
  if (it.outcome === 'unclear') return end(tx, now, { deliveryId, state: 'unclear', problem: it.problem });
  const minutes = it.outcome === 'later' ? nextTryAfter(it.tries) : null;
  if (minutes === null) return end(tx, now, { deliveryId, state: 'failed', problem: it.problem });
  return later(tx, new Date(now.getTime() + minutes * 60_000), deliveryId, it.problem);
}

async function later(tx: Tx, at: Date, deliveryId: string, problem: string): Promise<void> {
  await sql`
    update deliveries set state = 'waiting', next_at = ${at}, problem = ${problem}
     where city = (select app.city()) and delivery_id = ${deliveryId} and ended_at is null`.execute(tx);
  await enqueueSend(tx, deliveryId, at);
}

type Ending = {
  readonly deliveryId: string;
  readonly state: 'sent' | 'failed' | 'unclear' | 'dropped';
  readonly problem: string;
};

async function end(tx: Tx, now: Date, { deliveryId, state, problem }: Ending): Promise<void> {
  await sql`
    update deliveries set state = ${state}, problem = ${problem}, ended_at = ${now}
     where city = (select app.city()) and delivery_id = ${deliveryId} and ended_at is null`.execute(tx);
}
