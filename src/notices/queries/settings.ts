import { sql } from 'kysely';
import { unchosen } from '#notices/rules.ts';
import {
  type Channel,
  type ChooseSettings,
  channels,
  type Delivery,
  type DeliveryState,
  type NoticeSettings,
} from '#notices/schema/settings.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import type { World } from '#platform/world.ts';

/** The channels this server can send by. */
export function openChannels(world: World): Channel[] {
  return channels.filter((channel) => world.channels?.[channel] !== undefined);
}

/** How a viewer wants to hear outside the inbox. */
export async function readSettings(tx: Tx, viewer: Viewer, world: World): Promise<NoticeSettings> {
  const found = await sql<ChooseSettings>`
    select s.channels, s.email, s.phone, s.muted, s.pace, to_char(s.digest_at, 'HH24:MI') as "digestAt",
           to_char(s.quiet_from, 'HH24:MI') as "quietFrom", to_char(s.quiet_until, 'HH24:MI') as "quietUntil"
      from notice_settings s
     where s.city = (select app.city()) and s.staff_id = ${viewer.staffId}`.execute(tx);
  const called = await sql<{ browsers: number }>`
    select count(*)::int as browsers from push_subscriptions
     where city = (select app.city()) and staff_id = ${viewer.staffId}`.execute(tx);
  return {
    ...(found.rows[0] ?? unchosen),
    open: openChannels(world),
    pushKey: world.channels?.push?.publicKey ?? null,
    browsers: called.rows[0]?.browsers ?? 0,
  };
}

type DeliveryRow = {
  delivery_id: string;
  channel: Channel;
  notices: number;
  state: DeliveryState;
  tries: number;
  problem: string;
  made_at: Date;
  next_at: Date | null;
  ended_at: Date | null;
};
type PageKey = { readonly at: string; readonly deliveryId: string };

/** What was sent to the viewer, the newest first; 50 a page. */
export async function listDeliveries(tx: Tx, viewer: Viewer, after: PageKey | null): Promise<Delivery[]> {
  const found = await sql<DeliveryRow>`
    select d.delivery_id, d.channel, d.notices, d.state, d.tries, d.problem, d.made_at, d.next_at, d.ended_at
      from deliveries d
     where d.city = (select app.city()) and d.staff_id = ${viewer.staffId}
       and (d.made_at, d.delivery_id) < (${after?.at ?? 'infinity'}::timestamptz, ${after?.deliveryId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}::uuid)
     order by d.made_at desc, d.delivery_id desc
     limit 51`.execute(tx);
  return found.rows.map((row) => ({
    deliveryId: row.delivery_id,
    channel: row.channel,
    notices: row.notices,
    state: row.state,
    tries: row.tries,
    problem: row.problem,
    madeAt: row.made_at.toISOString(),
    nextAt: row.ended_at ? null : (row.next_at?.toISOString() ?? null),
    endedAt: row.ended_at?.toISOString() ?? null,
  }));
}
