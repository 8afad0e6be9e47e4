import { messages } from '#today/messages/today.ts';
import type { Figures } from '#today/schema/today.ts';
import { dateTime, integer } from '#web/platform/format.ts';
import { kept, type Message, t } from '#web/platform/i18n.ts';
import type { Words } from '#web/today/item-words.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Card } from '#web/ui/layout.tsx';
import { Timeline, TimelineItem } from '#web/ui/lists.tsx';
import { Notice } from '#web/ui/notice.tsx';

type Log = NonNullable<Figures['log']>;

const sealDelay = 60_000;
const rules: Record<string, Message> = {
  UNIDENTIFIED_DETAILS: messages.UNIDENTIFIED_DETAILS,
  IDENTITY_WITHOUT_CASE: messages.IDENTITY_WITHOUT_CASE,
  CASE_SEALED: messages.CASE_SEALED,
  CASE_AFTER_18: messages.CASE_AFTER_18,
  ADULT_IN_OPERATION: messages.ADULT_IN_OPERATION,
  STORED_OUTCOMES: messages.STORED_OUTCOMES,
};

/** What those who watch over the records see: the log's seal, the last retention run, who broke the glass. */
export function LogCards({ log, words }: { log: Log; words: Words }) {
  return (
    <>
      <Card title={t(messages.log)}>
        <SealState log={log} />
      </Card>
      <Card title={t(messages.retention)}>
        <Retention log={log} />
      </Card>
      <Card title={t(messages.glassList)}>
        <GlassList log={log} words={words} />
      </Card>
    </>
  );
}

function SealState({ log }: { log: Log }) {
  const { oldestUnsealedAt, lastSealAt } = log;
  if (oldestUnsealedAt && Date.now() - new Date(oldestUnsealedAt).getTime() > sealDelay)
    return <Notice tone="negative">{t(messages.logOld, { when: dateTime(oldestUnsealedAt) })}</Notice>;
  return (
    <Notice tone="positive" icon="shield">
      {t(messages.logSealed, {
        when: lastSealAt ? dateTime(lastSealAt) : '–',
        count: integer(log.unsealed),
      })}
    </Notice>
  );
}

function Retention({ log }: { log: Log }) {
  const ran = log.retention[0]?.ranAt;
  if (!ran) return <p className="meta">{t(messages.retentionNone)}</p>;
  return (
    <DataTable
      numeric
      caption={t(messages.retentionRan, { when: dateTime(ran) })}
      rows={log.retention}
      rowKey={(row) => row.rule}
      columns={[
        { head: t(messages.rule), lead: true, cell: (row) => ruleWords(row.rule) },
        { head: t(messages.done), num: true, cell: (row) => integer(row.done) },
        { head: t(messages.heldBack), num: true, cell: (row) => integer(row.held) },
        { head: t(messages.dueSoon), num: true, cell: (row) => integer(row.dueSoon) },
      ]}
    />
  );
}

function ruleWords(rule: string): string {
  const words = rules[rule];
  return words ? t(words) : rule;
}

function GlassList({ log, words }: { log: Log; words: Words }) {
  if (log.glass.length === 0) return <p className="meta">{t(messages.glassNone)}</p>;
  return (
    <Timeline>
      {log.glass.map((it) => (
        <TimelineItem
          key={it.breakId}
          icon="key"
          tone={it.reviewedAt ? 'plain' : 'alert'}
          meta={`${dateTime(it.openedAt)} · ${it.caseNumber} · ${
            it.reviewedAt
              ? t(messages.glassReviewed, { when: dateTime(it.reviewedAt) })
              : t(messages.glassWaits)
          }`}
        >
          {t(messages.glassMore, {
            name: it.staff,
            agency: words.agency(it.agencyCode),
            reason: kept(it.reason),
          })}
        </TimelineItem>
      ))}
    </Timeline>
  );
}
