import { createPortal } from 'react-dom';
import { messages } from '#encounters/messages.ts';
import { time } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { NoNetwork, useOnline } from '#web/ui/no-network.tsx';

/** The strip of a page without a network, for this form: what of it is kept and, with `names`, what is not. */
export function OfflineStrip({ keptAt, names }: { keptAt: number | null; names: boolean }) {
  const online = useOnline();
  const place = document.querySelector('.app__note');
  if (online || !place) return null;
  return createPortal(
    <NoNetwork>
      {keptAt ? `${t(messages.draftKept, { time: time(keptAt) })}. ` : null}
      {t(names ? messages.offlineNames : messages.offlineMore)}
    </NoNetwork>,
    place,
  );
}
