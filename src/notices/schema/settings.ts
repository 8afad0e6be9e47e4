import { type Static, Type } from 'typebox';
import { type NoticeKind, noticeKinds } from '#platform/notices/kinds.ts';
import { Instant, Line, Nullable, OneOf, PageOf, Uuid } from '#platform/schemas.ts';

/** The ways out of the system, each of which the server's settings open or leave closed. */
export const channels = ['email', 'push', 'whatsapp', 'sms'] as const;
export type Channel = (typeof channels)[number];
/** One message for whatever waits at the time, or one a day. */
export const paces = ['at_once', 'daily'] as const;
export type Pace = (typeof paces)[number];
const kinds = Object.keys(noticeKinds) as NoticeKind[];

const ClockTime = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' });
const chosen = {
  channels: Type.Array(OneOf(channels), { maxItems: 4, uniqueItems: true }),
  email: Line(200),
  phone: Line(20),
  /** Kinds that stay in the inbox only. */
  muted: Type.Array(OneOf(kinds), { maxItems: 40, uniqueItems: true }),
  pace: OneOf(paces),
  digestAt: ClockTime,
  /** Between these nothing is sent; the same time twice: no quiet hours. */
  quietFrom: ClockTime,
  quietUntil: ClockTime,
};

export const ChooseSettings = Type.Object(chosen, { additionalProperties: false });
export type ChooseSettings = Static<typeof ChooseSettings>;
export const NoticeSettings = Type.Object({
  ...chosen,
  /** The channels that this server can send by. */
  open: Type.Array(OneOf(channels)),
  /** The key by which a browser knows this server; null where browsers are not called. */
  pushKey: Nullable(Type.String()),
  /** How many browsers are called for the viewer. */
  browsers: Type.Integer(),
});
export type NoticeSettings = Static<typeof NoticeSettings>;

const Endpoint = Type.String({ maxLength: 600, pattern: '^https?://[^\\s]+$' });
const key = (least: number, most: number) => Type.String({ pattern: `^[A-Za-z0-9_-]{${least},${most}}$` });
/** As the browser hands it out; keys in base64url. */
export const AddBrowser = Type.Object(
  { endpoint: Endpoint, p256dh: key(80, 100), auth: key(16, 40) },
  { additionalProperties: false },
);
export const RemoveBrowser = Type.Object({ endpoint: Endpoint }, { additionalProperties: false });

export const deliveryStates = ['waiting', 'sending', 'sent', 'failed', 'unclear', 'dropped'] as const;
export type DeliveryState = (typeof deliveryStates)[number];
/** One message to the viewer: what came of it, no address and no words. */
export const Delivery = Type.Object({
  deliveryId: Uuid,
  channel: OneOf(channels),
  notices: Type.Integer(),
  state: OneOf(deliveryStates),
  tries: Type.Integer(),
  problem: Type.String(),
  madeAt: Instant,
  nextAt: Nullable(Instant),
  endedAt: Nullable(Instant),
});
export type Delivery = Static<typeof Delivery>;
export const DeliveryPage = PageOf(Delivery);
