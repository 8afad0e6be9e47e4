import { messages } from '#meetings/messages/outcome.ts';
import type { Measure, Outcome } from '#meetings/schema/outcome.ts';
import { valueWords, verdictTones } from '#web/meetings/outcome-words.ts';
import { month } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useLists } from '#web/platform/lists.ts';
import { useQuery } from '#web/platform/use-query.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Card } from '#web/ui/layout.tsx';
import { More } from '#web/ui/lists.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Tag } from '#web/ui/tag.tsx';

/** Did it work? Each decision's figure when it was taken and now, and what may be said of it. */
export function OutcomesCard({ meetingId }: { meetingId: string }) {
  const query = useQuery<{ items: Outcome[] }>(`meetings/${meetingId}/outcomes`);
  return (
    <Card title={t(messages.title)}>
      <Loaded query={query} what={t(messages.list)}>
        {({ items }) =>
          items.length === 0 ? <p className="meta">{t(messages.none)}</p> : <Table items={items} />
        }
      </Loaded>
      <More summary={t(messages.how)}>
        <p className="meta">{t(messages.howText)}</p>
      </More>
    </Card>
  );
}

function Table({ items }: { items: readonly Outcome[] }) {
  const lists = useLists();
  const areaOf = (it: Outcome) =>
    it.indicatorArea ? (lists.data?.area(it.indicatorArea) ?? '') : t(messages.wholeCity);
  const columns: Column<Outcome>[] = [
    { head: t(messages.decision), cell: (it) => `${it.number}. ${it.decision}`, lead: true },
    {
      head: t(messages.figure),
      cell: (it) => (
        <>
          {t(messages[it.indicator])}
          <div className="meta">{areaOf(it)}</div>
        </>
      ),
    },
    { head: t(messages.before), cell: (it) => <Value outcome={it} of={it.before} /> },
    { head: t(messages.now), cell: (it) => <Value outcome={it} of={it.now} /> },
    { head: t(messages.target), cell: (it) => valueWords(it.indicator, it.target) },
    {
      head: t(messages.answer),
      cell: (it) => (
        <>
          <Tag tone={verdictTones[it.verdict]}>{t(messages[it.verdict])}</Tag>
          <Compared outcome={it} />
        </>
      ),
    },
  ];
  return (
    <DataTable
      columns={columns}
      rows={items}
      rowKey={(it) => it.decisionId}
      caption={t(messages.title)}
      captionHidden
    />
  );
}

function Value({ outcome, of }: { outcome: Outcome; of: Measure | null }) {
  if (!of) return '–';
  return (
    <>
      {valueWords(outcome.indicator, of.value)}
      <div className="meta">
        {t(messages.stretch, { from: month(`${of.from}-01`), to: month(`${of.to}-01`) })}
      </div>
    </>
  );
}

function Compared({ outcome }: { outcome: Outcome }) {
  const { comparison, comparedWith, indicator } = outcome;
  if (!comparison || !comparedWith) return null;
  return (
    <div className="meta">
      {t(messages[comparedWith], {
        before: valueWords(indicator, comparison.before.value),
        now: valueWords(indicator, comparison.now.value),
      })}
    </div>
  );
}
