import { dutyMessages as messages } from '#agencies/messages.ts';
import type { DutySummary } from '#agencies/schema.ts';
import { integer } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies, useLists } from '#web/platform/lists.ts';
import { useAbility } from '#web/platform/session.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { Link } from '#web/ui/link.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { Tabs } from '#web/ui/tabs.tsx';
import { Tag } from '#web/ui/tag.tsx';

/** The ways to look at who must do what; the list by duty is the city's office's. */
export function DutyTabs({ here }: { here: string }) {
  const byDuty = useAbility('agencies/add-duty');
  const tabs = [
    ...(byDuty ? [{ href: '/tugas', label: t(messages.byDuty) }] : []),
    { href: '/instansi', label: t(messages.byAgency) },
    { href: '/tugas/matriks', label: t(messages.matrix) },
  ];
  return <Tabs tabs={tabs} here={here} label={t(messages.parts)} />;
}

/** Every duty of the city's list, with who has it today. */
export function Screen() {
  const lists = useLists();
  const query = useQuery<{ items: DutySummary[] }>('agencies/duty-summary');
  return (
    <Page title={t(messages.duties)} lead={t(messages.dutiesLead)}>
      <Stack gap="wide">
        <DutyTabs here="/tugas" />
        <Loaded query={lists} what={t(messages.list)}>
          {(words) => (
            <Loaded query={query} what={t(messages.list)}>
              {({ items }) => <DutyTable items={items} words={words} />}
            </Loaded>
          )}
        </Loaded>
      </Stack>
    </Page>
  );
}

function DutyTable({ items, words }: { items: readonly DutySummary[]; words: Lists }) {
  const agencies = useAgencies();
  const who = ({ first, holders }: DutySummary) => {
    if (holders === 0) return <span className="meta">{t(messages.nobody)}</span>;
    const names = first.map((code) => agencies.nameOf(code)).join(', ');
    const more = holders - first.length;
    return more > 0 ? t(messages.holdersOf, { first: names, more: integer(more) }) : names;
  };
  const columns: Column<DutySummary>[] = [
    {
      head: t(messages.duty),
      cell: (row) => (
        <>
          <Link href={`/tugas/${row.dutyCode}`}>{words.label('duty', row.dutyCode)}</Link>{' '}
          {words.code('duty', row.dutyCode)?.extra.referral === true ? (
            <Tag tone="brand">{t(messages.referable)}</Tag>
          ) : null}
        </>
      ),
      lead: true,
    },
    { head: t(messages.holders), cell: who },
  ];
  return (
    <DataTable
      columns={columns}
      rows={items}
      rowKey={(row) => row.dutyCode}
      caption={t(messages.duties)}
      captionHidden
    />
  );
}
