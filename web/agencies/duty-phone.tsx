import { dutyMessages as messages } from '#agencies/messages.ts';
import { t } from '#web/platform/i18n.ts';
import { useAgencies } from '#web/platform/lists.ts';
import { OutButton } from '#web/ui/button.tsx';

/** Calls the duty desk of the Social Service, or says that nobody has set its number yet. */
export function CallSocialService() {
  const agencies = useAgencies();
  if (!agencies.data) return null;
  const phone = agencies.data.find((it) => it.kind === 'SOCIAL_SERVICE' && it.dutyPhone)?.dutyPhone;
  if (!phone) return <p className="meta">{t(messages.phoneNone)}</p>;
  return (
    <OutButton href={telOf(phone)} icon="phone">
      {t(messages.callSocialService, { phone })}
    </OutButton>
  );
}

/** The address under which a telephone rings a number as people write it. */
export function telOf(phone: string): string {
  return `tel:${phone.replace(/[^+0-9]/g, '')}`;
}
