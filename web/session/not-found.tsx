import { messages } from '#web/messages.ts';
import { t } from '#web/platform/i18n.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Page } from '#web/ui/page.tsx';

/** An address that does not exist, or not for this person: the two look the same. */
export function NotFound() {
  return (
    <Page title={t(messages.notFound)}>
      <EmptyState
        title={t(messages.notFoundMore)}
        level={2}
        action={<LinkButton href="/">{t(messages.toToday)}</LinkButton>}
      />
    </Page>
  );
}
