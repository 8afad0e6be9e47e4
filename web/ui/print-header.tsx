import { useEffect, useState } from 'react';
import { date, time } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { messages } from '#web/ui/messages.ts';

/** Stands only on paper: whose city, who printed and when, and that the data are invented where they are. */
export function PrintHeader(props: { cityName: string; name: string; demonstration: boolean }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const stamp = () => setNow(Date.now());
    window.addEventListener('beforeprint', stamp);
    return () => window.removeEventListener('beforeprint', stamp);
  }, []);
  const when = `${date(now)} ${time(now)}`;
  return (
    <div className="print-head">
      <span>Rangkul · {props.cityName}</span>
      {props.demonstration ? <b>{t(messages.demonstration)}</b> : null}
      <span>{t(messages.printedBy, { name: props.name, when })}</span>
    </div>
  );
}
