import { useEffect } from 'react';
import type { TodayKind, Waiting } from '#today/schema/today.ts';
import { query, whenCarriedOut } from '#web/platform/api.ts';
import { setWaiting } from '#web/ui/where.ts';

const places = {
  met: '/penjagaan',
  custody: '/penjagaan',
  dispute: '/penjagaan',
  belonging: '/penjagaan',
  operation: '/operasi',
  contact: '/kasus',
  assessment: '/kasus',
  plan: '/kasus',
  glassTold: '/kasus',
  aftercare: '/kunjungan',
  referralIn: '/rujukan',
  referralOut: '/rujukan',
  breach: '/rujukan',
  action: '/tindak-lanjut',
  raised: '/tindak-lanjut',
  decision: '/rapat',
  review: '/kemiripan',
  glass: '/tinjauan-akses',
  complaint: '/pengaduan',
  erasure: '/penghapusan',
  code: '/orang',
} satisfies Record<TodayKind, string>;

/** Puts on every place of the navigation how many things wait there, and on Hari ini all of them. */
export function showWaiting(waiting: Waiting) {
  const counts = new Map<string, number>();
  for (const { kind, waits } of waiting)
    for (const place of ['/', places[kind]]) counts.set(place, (counts.get(place) ?? 0) + waits);
  setWaiting(counts);
}

// The screen's own readings come first.
const after = 400;

/** Keeps those numbers the same on every page, and true after whatever was done on it; Hari ini brings its own. */
export function useWaitingCounts(here: string) {
  useEffect(() => {
    let stop = new AbortController();
    let timer = 0;
    const read = () => {
      stop.abort();
      stop = new AbortController();
      const { signal } = stop;
      clearTimeout(timer);
      timer = window.setTimeout(
        () => query<Waiting>('today/waiting', {}, signal).then(showWaiting, () => {}),
        after,
      );
    };
    if (here !== '/') read();
    whenCarriedOut(read);
    return () => {
      whenCarriedOut(() => {});
      clearTimeout(timer);
      stop.abort();
    };
  }, [here]);
}
