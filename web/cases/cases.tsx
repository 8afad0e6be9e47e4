import { useState } from 'react';
import { messages } from '#cases/messages.ts';
import type { CaseLine, Order, Scope } from '#cases/schema/reads.ts';
import { CaseAlerts } from '#web/cases/alerts.tsx';
import { CaseDue, RiskTag } from '#web/cases/words.tsx';
import { personFacts, personView } from '#web/persons/person-of.tsx';
import { wallClock } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useColleagues, useLists } from '#web/platform/lists.ts';
import { useSession } from '#web/platform/session.tsx';
import { useListed } from '#web/platform/use-query.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Select } from '#web/ui/fields.tsx';
import { Card, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';
import { PersonTag } from '#web/ui/person-tag.tsx';
import { Segment } from '#web/ui/tabs.tsx';
import '#web/cases/cases.css';

const scopes = {
  social_worker: ['mine', 'shared'],
  supervisor: ['unit', 'mine', 'shared'],
  coordinator: ['city'],
} satisfies Record<string, readonly Scope[]>;
const scopeWords = {
  mine: messages.scope_mine,
  unit: messages.scope_unit,
  city: messages.scope_city,
  shared: messages.scope_shared,
};

function scopesOf(role: string): readonly Scope[] {
  if (role === 'supervisor') return scopes.supervisor;
  if (role === 'coordinator') return scopes.coordinator;
  return role === 'social_worker' ? scopes.social_worker : ['shared'];
}

type Filter = { scope: Scope; state: 'open' | 'closed'; order: Order; due: string; worker: string };

function dayAhead(days: number): string {
  return wallClock(Date.now() + days * 86_400_000).date;
}

/** The cases of a worker, a unit or the city, by what is due first. */
export function Screen() {
  const { staff } = useSession();
  const own = scopesOf(staff.role);
  const [filter, setFilter] = useState<Filter>({
    scope: own[0] ?? 'mine',
    state: 'open',
    order: 'due',
    due: '',
    worker: '',
  });
  const team = staff.role === 'social_worker' || staff.role === 'supervisor';
  const list = useListed<CaseLine>('cases', {
    scope: filter.scope,
    state: filter.state,
    order: filter.order,
    worker: filter.scope === 'unit' ? filter.worker : '',
    dueUntil: filter.due === 'late' ? dayAhead(-1) : filter.due === 'week' ? dayAhead(7) : '',
  });
  return (
    <Page
      title={t(messages.place)}
      lead={t(messages.listLead)}
      actions={
        team ? (
          <>
            <LinkButton href="/kunjungan" icon="home">
              {t(messages.visits)}
            </LinkButton>
            <LinkButton href="/kasus/darurat" icon="key">
              {t(messages.emergency)}
            </LinkButton>
          </>
        ) : null
      }
    >
      <Stack>
        {team ? <CaseAlerts onAnswered={list.reload} /> : null}
        <Filters own={own} filter={filter} change={setFilter} />
        <Loaded query={list} what={t(messages.list)}>
          {() => <Rows items={list.items} closed={filter.state === 'closed'} team={team} />}
        </Loaded>
        <Pager {...list} />
      </Stack>
    </Page>
  );
}

function Filters(props: { own: readonly Scope[]; filter: Filter; change: (next: Filter) => void }) {
  const { own, filter, change } = props;
  const set = (part: Partial<Filter>) => change({ ...filter, ...part });
  return (
    <div className="filters">
      {own.length > 1 ? (
        <Segment
          label={t(messages.scopes)}
          value={filter.scope}
          options={own.map((value) => ({ value, label: t(scopeWords[value]) }))}
          onChange={(scope) => set({ scope })}
        />
      ) : null}
      <Segment
        label={t(messages.state)}
        value={filter.state}
        options={[
          { value: 'open', label: t(messages.state_open) },
          { value: 'closed', label: t(messages.state_closed) },
        ]}
        onChange={(state) => set({ state })}
      />
      <Choice
        name="order"
        label={t(messages.order)}
        value={filter.order}
        options={[
          { value: 'due', label: t(messages.order_due) },
          { value: 'changed', label: t(messages.order_changed) },
        ]}
        onChange={(order) => set({ order: order === 'changed' ? 'changed' : 'due' })}
      />
      <Choice
        name="due"
        label={t(messages.dueFilter)}
        value={filter.due}
        all={t(messages.dueAll)}
        options={[
          { value: 'late', label: t(messages.dueLate) },
          { value: 'week', label: t(messages.dueWeek) },
        ]}
        onChange={(due) => set({ due })}
      />
      {filter.scope === 'unit' ? (
        <WorkerChoice value={filter.worker} set={(worker) => set({ worker })} />
      ) : null}
    </div>
  );
}

function Choice(props: {
  name: string;
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  all?: string | undefined;
  onChange: (value: string) => void;
}) {
  const id = `cases-${props.name}`;
  if (props.all === undefined) {
    return (
      <div className="field">
        <label htmlFor={id}>{props.label}</label>
        <select
          id={id}
          className="input"
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        >
          {props.options.map((it) => (
            <option key={it.value} value={it.value}>
              {it.label}
            </option>
          ))}
        </select>
      </div>
    );
  }
  const field = {
    id,
    name: props.name,
    value: props.value,
    set: props.onChange,
    touch: () => {},
    error: undefined,
  };
  return <Select field={field} label={props.label} placeholder={props.all} options={props.options} />;
}

function WorkerChoice({ value, set }: { value: string; set: (value: string) => void }) {
  const { staff } = useSession();
  const colleagues = useColleagues();
  const options = (colleagues.data ?? [])
    .filter((it) => it.agencyCode === staff.agencyCode && ['social_worker', 'supervisor'].includes(it.role))
    .map((it) => ({ value: it.staffId, label: it.name }));
  return (
    <Choice
      name="worker"
      label={t(messages.worker)}
      value={value}
      all={t(messages.everyone)}
      options={options}
      onChange={set}
    />
  );
}

function Rows({ items, closed, team }: { items: readonly CaseLine[]; closed: boolean; team: boolean }) {
  const lists = useLists();
  if (items.length === 0)
    return (
      <EmptyState level={2} title={t(closed ? messages.emptyClosed : messages.emptyOpen)}>
        {t(closed ? messages.emptyClosedMore : messages.emptyOpenMore)}
      </EmptyState>
    );
  const columns: Column<CaseLine>[] = [
    {
      head: t(messages.child),
      lead: true,
      cell: (it) => (
        <PersonTag
          person={personView(it.person)}
          href={`/kasus/${it.caseId}`}
          more={personFacts(it.person)}
        />
      ),
    },
    {
      head: t(messages.number),
      cell: (it) => <span className="nowrap">{it.caseNumber}</span>,
    },
    { head: t(messages.due), cell: (it) => <CaseDue due={it.due} /> },
    { head: t(messages.stage), cell: (it) => lists.data?.label('case_stage', it.stage) ?? '' },
  ];
  if (team)
    columns.push(
      { head: t(messages.risk), cell: (it) => (it.riskLevel ? <RiskTag level={it.riskLevel} /> : null) },
      { head: t(messages.worker), cell: (it) => it.worker?.name ?? '' },
    );
  return (
    <Card flush>
      <DataTable
        caption={t(messages.list)}
        captionHidden
        columns={columns}
        rows={items}
        rowKey={(it) => it.caseId}
      />
    </Card>
  );
}
