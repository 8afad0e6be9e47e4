import { messages } from '#today/messages/today.ts';
import type { TodayItem } from '#today/schema/today.ts';
import { duration } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useWayOf } from '#web/today/item.tsx';
import { type Words, ways } from '#web/today/item-words.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { DueClock, useNow } from '#web/ui/clock.tsx';
import { Row } from '#web/ui/layout.tsx';
import { Tag } from '#web/ui/tag.tsx';

/** The operation that runs now, at the head of an officer's day. */
export function OperationCard({ item, words }: { item: TodayItem; words: Words }) {
  const href = useWayOf(item);
  const now = useNow();
  const title = ways.operation.title(item, words);
  return (
    <section className="card" aria-label={title}>
      <div className="card__body stack stack--tight">
        <Row apart>
          <Tag tone="positive" icon="operation">
            {t(messages.running)}
          </Tag>
          <span className="meta">{duration(now - new Date(item.since).getTime())}</span>
        </Row>
        <h2>{title}</h2>
        <p className="meta">{words.agency(item.agencyCode)}</p>
        <p>{ways.operation.more(item, words)}</p>
        {item.dueAt ? (
          <Row>
            <DueClock limit={{ due: item.dueAt, since: item.since }} />
          </Row>
        ) : null}
        {href ? (
          <LinkButton href={href} block>
            {t(messages.goOpen)}
          </LinkButton>
        ) : null}
      </div>
    </section>
  );
}
