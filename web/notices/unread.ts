import { useEffect } from 'react';
import type { Unread } from '#notices/schema/notices.ts';
import { query } from '#web/platform/api.ts';
import { setWaitingAt } from '#web/ui/where.ts';

/** The address of the inbox, on which its number stands. */
export const inbox = '/pemberitahuan';

/** Puts on the bell how many notices are unread. */
export function showUnread({ unread }: Unread) {
  setWaitingAt(inbox, unread);
}

// The screen's own readings come first.
const after = 600;

/** Reads that number anew on every page. */
export function useUnreadNotices(here: string) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page asks for a new reading
  useEffect(() => {
    const stop = new AbortController();
    const timer = window.setTimeout(
      () => query<Unread>('notices/unread', {}, stop.signal).then(showUnread, () => {}),
      after,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [here]);
}
