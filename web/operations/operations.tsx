import { useState } from 'react';
import { messages } from '#operations/messages.ts';
import type { OperationSummary } from '#operations/schema.ts';
import { metWords, operationTime, operationTitle, StateTag } from '#web/operations/words.tsx';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies, useLists } from '#web/platform/lists.ts';
import { useAbility } from '#web/platform/session.tsx';
import { useListed } from '#web/platform/use-query.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Card, Stack } from '#web/ui/layout.tsx';
import { Link } from '#web/ui/link.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';
import { Segment } from '#web/ui/tabs.tsx';

type View = 'current' | 'closed' | 'reported' | 'all';

/** The operations of the city, latest first. */
export function Screen() {
  const [view, setView] = useState<View>('current');
  const list = useListed<OperationSummary>('operations', view === 'all' ? {} : { state: view });
  const lists = useLists();
  const mayPlan = useAbility('operations/plan');
  return (
    <Page
      title={t(messages.place)}
      lead={t(messages.lead)}
      actions={
        mayPlan ? (
          <LinkButton href="/operasi/baru" kind="primary" icon="plus">
            {t(messages.planNew)}
          </LinkButton>
        ) : null
      }
    >
      <Stack>
        <Segment<View>
          label={t(messages.show)}
          value={view}
          options={[
            { value: 'current', label: t(messages.current) },
            { value: 'closed', label: t(messages.closedOnes) },
            { value: 'reported', label: t(messages.reportedOnes) },
            { value: 'all', label: t(messages.allOnes) },
          ]}
          onChange={setView}
        />
        <Loaded query={lists} what={t(messages.one)}>
          {(words) => (
            <Loaded query={list} what={t(messages.one)}>
              {() => <OperationTable items={list.items} lists={words} />}
            </Loaded>
          )}
        </Loaded>
        <Pager {...list} />
        <p>
          <Link href="/dasar-hukum">{t(messages.lawTitle)}</Link>
        </p>
      </Stack>
    </Page>
  );
}

function OperationTable({ items, lists }: { items: readonly OperationSummary[]; lists: Lists }) {
  const agencies = useAgencies();
  if (items.length === 0)
    return (
      <EmptyState level={2} title={t(messages.none)}>
        {t(messages.noneMore)}
      </EmptyState>
    );
  const columns: Column<OperationSummary>[] = [
    {
      head: t(messages.operation),
      lead: true,
      cell: (it) => <Link href={`/operasi/${it.operationId}`}>{operationTitle(it, lists)}</Link>,
    },
    { head: t(messages.state), cell: (it) => <StateTag state={it.state} /> },
    { head: t(messages.when), cell: operationTime },
    { head: t(messages.kind), cell: (it) => lists.label('operation_kind', it.kind) },
    { head: t(messages.leadAgency), cell: (it) => agencies.nameOf(it.leadAgency) },
    { head: t(messages.sites), cell: (it) => it.areas.map((area) => lists.area(area)).join('; ') },
    { head: t(messages.met), cell: (it) => (it.counts.encounters > 0 ? metWords(it) : '–') },
  ];
  return (
    <Card flush>
      <DataTable
        columns={columns}
        rows={items}
        rowKey={(it) => it.operationId}
        caption={t(messages.list)}
        captionHidden
        flush
      />
    </Card>
  );
}
