import { useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { messages } from '#encounters/messages.ts';
import { time } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { Icon } from '#web/ui/icons.tsx';

function subscribe(listener: () => void) {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Whether the device believes it has a network. */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine);
}

/** The dark strip under the top bar: no network, what is safe and, with `names`, what is not. Nothing is greyed out because of it. */
export function OfflineStrip({ keptAt, names }: { keptAt: number | null; names: boolean }) {
  const online = useOnline();
  const place = document.querySelector('.app__note');
  if (online || !place) return null;
  return createPortal(
    <div className="offline" role="status">
      <Icon name="offline" large />
      <span>
        <b>{t(messages.offline)}</b> {keptAt ? `${t(messages.draftKept, { time: time(keptAt) })}. ` : null}
        {t(names ? messages.offlineNames : messages.offlineMore)}
      </span>
    </div>,
    place,
  );
}
