import { useState } from 'react';
import { useSearch } from 'wouter';
import { messages } from '#meetings/messages/follow-up.ts';
import type { Action, ActionCounts, ActionSide, ActionView } from '#meetings/schema/follow-up.ts';
import { ActionTable } from '#web/meetings/action-table.tsx';
import { t } from '#web/platform/i18n.ts';
import { useAgencies } from '#web/platform/lists.ts';
import { useSession } from '#web/platform/session.tsx';
import { type Listed, useListed } from '#web/platform/use-query.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Select } from '#web/ui/fields.tsx';
import { Card, Row, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';
import { Segment } from '#web/ui/tabs.tsx';

type Counted = Listed<Action> & { counts: ActionCounts };

/** What meetings agreed is to be done: one's own first, for who coordinates everybody's. */
export function Screen() {
  const { role } = useSession().staff;
  const asked = new URLSearchParams(useSearch());
  const [show, setShow] = useState<ActionView>(asked.get('tampil') === 'late' ? 'late' : 'open');
  const [whose, setWhose] = useState<ActionSide>(
    role === 'coordinator' || role === 'auditor' || asked.has('instansi') ? 'all' : 'own',
  );
  const [agency, setAgency] = useState(asked.get('instansi') ?? '');
  const list = useListed<Action>('follow-up', { show, whose, agency: agency || undefined });
  const counted: Partial<Counted> | undefined = list.data;
  const counts = counted?.counts;
  return (
    <Page
      title={t(messages.place)}
      lead={counts ? t(messages.lead, { open: upTo(counts.open), late: upTo(counts.late) }) : undefined}
    >
      <Stack gap="wide">
        <Row apart>
          <Segment
            label={t(messages.whose)}
            value={whose}
            onChange={setWhose}
            options={[
              { value: 'own', label: t(messages.sideOwn) },
              { value: 'supported', label: t(messages.sideSupported) },
              { value: 'all', label: t(messages.sideAll) },
            ]}
          />
          <Segment
            label={t(messages.show)}
            value={show}
            onChange={setShow}
            options={[
              { value: 'open', label: t(messages.viewOpen) },
              { value: 'late', label: t(messages.viewLate) },
              { value: 'stuck', label: t(messages.viewStuck) },
              { value: 'done', label: t(messages.viewDone) },
              { value: 'all', label: t(messages.viewAll) },
            ]}
          />
        </Row>
        {whose === 'own' ? null : <AgencyFilter value={agency} set={setAgency} />}
        <Loaded query={list} what={t(messages.list)}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState level={2} title={t(messages.emptyTitle)}>
                {t(messages.emptyMore)}
              </EmptyState>
            ) : (
              <>
                <Card flush>
                  <ActionTable actions={items} caption={t(messages.place)} />
                </Card>
                <Pager {...list} />
              </>
            )
          }
        </Loaded>
      </Stack>
    </Page>
  );
}

function AgencyFilter({ value, set }: { value: string; set: (code: string) => void }) {
  const agencies = useAgencies();
  return (
    <Select
      field={{ id: 'agency', name: 'agency', value, set, touch: () => {}, error: undefined }}
      label={t(messages.agency)}
      placeholder={t(messages.allAgencies)}
      options={agencies.options()}
      optional
    />
  );
}

// The server counts no further than a hundred.
function upTo(count: number): string {
  return count >= 100 ? '100+' : String(count);
}
