import type { Params } from '#web/platform/api.ts';
import { wallClock } from '#web/platform/format.ts';
import { prefetch } from '#web/platform/use-query.ts';

/** What the board is asked: as it stands in the address after the question mark. */
export type BoardAsk = {
  readonly period: string;
  readonly place: string;
  readonly approach: string;
  readonly ageClass: 'UNDER_18' | 'ADULT' | 'UNKNOWN';
};

export const boardPath = 'indicators/board';

/** The question of an address; what it does not say is this year's children of the whole city. */
export function askOf(search: string, now: number = Date.now()): BoardAsk {
  const given = new URLSearchParams(search);
  const age = given.get('umur');
  const period = given.get('periode') ?? '';
  return {
    period: /^20\d{2}(-(0[1-9]|1[0-2]))?$/.test(period) ? period : wallClock(now).date.slice(0, 4),
    place: given.get('wilayah') ?? '',
    approach: given.get('pendekatan') ?? '',
    ageClass: age === 'ADULT' || age === 'UNKNOWN' ? age : 'UNDER_18',
  };
}

/** The address of the board for a question, with a panel opened or without. */
export function boardHref(ask: BoardAsk, panel: Record<string, string> = {}): string {
  const search = new URLSearchParams({ periode: ask.period });
  if (ask.place) search.set('wilayah', ask.place);
  if (ask.approach) search.set('pendekatan', ask.approach);
  if (ask.ageClass !== 'UNDER_18') search.set('umur', ask.ageClass);
  for (const [name, value] of Object.entries(panel)) search.set(name, value);
  return `/papan?${search}`;
}

/** Whether a place or an approach narrows the board; the figures on care are the whole city's all the same. */
export function isNarrowed(ask: BoardAsk): boolean {
  return ask.place.length > 5 || ask.approach !== '';
}

/** The question as the server takes it. */
export function paramsOf(ask: BoardAsk): Params {
  return { period: ask.period, place: ask.place, approach: ask.approach, ageClass: ask.ageClass };
}

/** Starts reading the board while the finger is still on the way to it. */
export function aheadOfBoard() {
  prefetch(boardPath, paramsOf(askOf('')));
}
