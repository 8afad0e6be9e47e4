import { type ReactNode, useSyncExternalStore } from 'react';
import { t } from '#web/platform/i18n.ts';
import { Icon } from '#web/ui/icons.tsx';
import { messages } from '#web/ui/messages.ts';

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

/** The dark strip under the top bar: no network, what has to wait and what is safe. Nothing is greyed out because of it. */
export function NoNetwork({ children }: { children?: ReactNode }) {
  if (useOnline()) return null;
  return (
    <div className="offline" role="status">
      <Icon name="offline" large />
      <span>
        <b>{t(messages.noNetwork)}</b> {children ?? t(messages.noNetworkMore)}
      </span>
    </div>
  );
}
