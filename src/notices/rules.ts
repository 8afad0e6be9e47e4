import type { ChooseSettings } from '#notices/schema/settings.ts';
import { type NoticeKind, noticeKinds } from '#platform/notices/kinds.ts';

/** Unread notices are counted up to here. */
export const countedNotices = 100;

const places = {
  meeting: '/rapat',
  action: '/tindak-lanjut',
} satisfies Record<(typeof noticeKinds)[NoticeKind], string>;

/** Where a notice leads. */
export function linkOf(kind: NoticeKind, onId: string): string {
  return `${places[noticeKinds[kind]]}/${onId}`;
}

/** What holds for somebody who chose nothing: the inbox, and nothing that leaves the system. */
export const unchosen: ChooseSettings = {
  channels: [],
  email: '',
  phone: '',
  muted: [],
  pace: 'at_once',
  digestAt: '07:00',
  quietFrom: '20:00',
  quietUntil: '06:00',
};

type Hours = Pick<ChooseSettings, 'quietFrom' | 'quietUntil'>;

/** Whether nothing is sent at this time of the city's clock; quiet hours may go past midnight. */
export function isQuiet({ quietFrom, quietUntil }: Hours, time: string): boolean {
  if (quietFrom === quietUntil) return false;
  return quietFrom < quietUntil
    ? time >= quietFrom && time < quietUntil
    : time >= quietFrom || time < quietUntil;
}

/** Whether a new message may go out now; `today`: one was made today by this channel. */
export function maySendNow(
  settings: Hours & Pick<ChooseSettings, 'pace' | 'digestAt'>,
  { time, today }: { readonly time: string; readonly today: boolean },
): boolean {
  if (isQuiet(settings, time)) return false;
  return settings.pace === 'at_once' || (time >= settings.digestAt && !today);
}

/** So many minutes until the next try, after each one that failed; after the last it is given up. */
const pauses = [1, 5, 30, 120, 480];

/** When a message that could not be sent is tried again, in minutes; null: no more. */
export function nextTryAfter(tries: number): number | null {
  return pauses[tries - 1] ?? null;
}

/** An address of e-mail as people have them; whether it exists, only sending shows. */
export function looksLikeEmail(text: string): boolean {
  return /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[a-z0-9-]{2,}$/i.test(text);
}

/** A telephone number as `+62…`, however it was typed; null when it is none. */
export function internationalNumber(text: string): string | null {
  const digits = text.replaceAll(/[\s().-]/g, '');
  const full = digits.startsWith('0') ? `+62${digits.slice(1)}` : digits;
  return /^\+[1-9]\d{7,14}$/.test(full) ? full : null;
}
