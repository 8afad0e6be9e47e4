import { useState } from 'react';
import { messages } from '#services/messages.ts';
import type { ProgrammeLine } from '#services/schema.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies, useLists } from '#web/platform/lists.ts';
import { useAbility } from '#web/platform/session.tsx';
import { useListed } from '#web/platform/use-query.ts';
import { areasOf, ProgrammeTabs, periodOf, placesOf, StateTag } from '#web/services/words.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Card, Row, Stack } from '#web/ui/layout.tsx';
import { Link } from '#web/ui/link.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';
import { Segment } from '#web/ui/tabs.tsx';
import { Tag } from '#web/ui/tag.tsx';

type Show = 'current' | 'past' | 'all';

/** Who offers what, where and for how many. */
export function Screen() {
  const lists = useLists();
  const [show, setShow] = useState<Show>('current');
  const list = useListed<ProgrammeLine>('programmes', { show });
  const mayPlan = useAbility('services/plan-programme');
  return (
    <Page
      title={t(messages.programmes)}
      lead={t(messages.programmesLead)}
      actions={
        mayPlan ? (
          <LinkButton href="/program/baru" icon="plus" kind="primary">
            {t(messages.plan)}
          </LinkButton>
        ) : null
      }
    >
      <Stack gap="wide">
        <ProgrammeTabs here="/program" />
        <Row>
          <Segment
            label={t(messages.show)}
            value={show}
            options={(['current', 'past', 'all'] as const).map((value) => ({
              value,
              label: t(messages[value]),
            }))}
            onChange={setShow}
          />
        </Row>
        <Loaded query={lists} what={t(messages.what)}>
          {(words) => (
            <Loaded query={list} what={t(messages.what)}>
              {({ items }) => <ProgrammeTable items={items} words={words} />}
            </Loaded>
          )}
        </Loaded>
        <Pager {...list} />
      </Stack>
    </Page>
  );
}

/** Programmes as a table; also of those of the whole city beside the map. */
export function ProgrammeTable({ items, words }: { items: readonly ProgrammeLine[]; words: Lists }) {
  const agencies = useAgencies();
  if (items.length === 0)
    return (
      <EmptyState level={2} title={t(messages.none)}>
        {t(messages.noneMore)}
      </EmptyState>
    );
  const columns: Column<ProgrammeLine>[] = [
    {
      head: t(messages.programme),
      lead: true,
      cell: (it) => (
        <>
          <Link href={`/program/${it.programmeId}`}>{it.name}</Link>{' '}
          {it.invented ? <Tag>{t(messages.invented)}</Tag> : null}
        </>
      ),
    },
    { head: t(messages.owner), cell: (it) => agencies.nameOf(it.ownerAgency) },
    {
      head: t(messages.leg),
      cell: (it) =>
        `${words.label('programme_leg', it.leg)}, ${words.label('programme_purpose', it.purpose)}`,
    },
    { head: t(messages.areas), cell: (it) => areasOf(it, words) },
    {
      head: t(messages.period),
      cell: (it) => (
        <>
          {periodOf(it)} <StateTag state={it.state} />
        </>
      ),
    },
    { head: t(messages.places), cell: placesOf },
  ];
  return (
    <Card flush>
      <DataTable
        columns={columns}
        rows={items}
        rowKey={(it) => it.programmeId}
        caption={t(messages.programmes)}
        captionHidden
      />
    </Card>
  );
}
