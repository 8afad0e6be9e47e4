import { useSyncExternalStore } from 'react';

const roomyWidth = '(min-width: 72rem)';

/** Whether a list and one of its referrals fit beside each other. */
export function useRoomy(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(roomyWidth);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => window.matchMedia(roomyWidth).matches,
  );
}
