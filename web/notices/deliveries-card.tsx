import { messages } from '#notices/messages/settings.ts';
import type { Delivery, DeliveryState } from '#notices/schema/settings.ts';
import { dateTime } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useListed } from '#web/platform/use-query.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Card } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import type { Tone } from '#web/ui/notice.tsx';
import { Pager } from '#web/ui/pager.tsx';
import { Tag } from '#web/ui/tag.tsx';

const tones = {
  waiting: 'neutral',
  sending: 'neutral',
  sent: 'positive',
  failed: 'negative',
  unclear: 'warning',
  dropped: 'neutral',
} satisfies Record<DeliveryState, Tone>;

/** What was sent to the reader, and what came of it. */
export function DeliveriesCard() {
  const list = useListed<Delivery>('notices/deliveries');
  return (
    <Card title={t(messages.log)}>
      <Loaded query={list} what={t(messages.logOne)}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="meta">{t(messages.logNone)}</p>
          ) : (
            <DataTable
              columns={[
                { head: t(messages.when), lead: true, cell: (it) => dateTime(it.madeAt) },
                { head: t(messages.by), cell: (it) => t(messages[it.channel]) },
                { head: t(messages.about), num: true, cell: (it) => it.notices },
                {
                  head: t(messages.state),
                  cell: (it) => <Tag tone={tones[it.state]}>{t(messages[it.state])}</Tag>,
                },
                { head: t(messages.tries), num: true, cell: (it) => it.tries },
              ]}
              rows={items}
              rowKey={(it) => it.deliveryId}
              caption={t(messages.log)}
              captionHidden
            />
          )
        }
      </Loaded>
      <Pager {...list} />
    </Card>
  );
}
