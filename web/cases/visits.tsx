import { useState } from 'react';
import { messages } from '#cases/messages.ts';
import type { DueVisit } from '#cases/schema/reads.ts';
import { VisitDialog } from '#web/cases/aftercare.tsx';
import { PersonOf } from '#web/persons/person-of.tsx';
import { t } from '#web/platform/i18n.ts';
import { useAgencies, useLists } from '#web/platform/lists.ts';
import { useListed } from '#web/platform/use-query.ts';
import { Button } from '#web/ui/button.tsx';
import { DayClock } from '#web/ui/clock.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { WorkItem, WorkList } from '#web/ui/lists.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';
import '#web/cases/cases.css';

/** Visits after a return that wait for the desk of a kelurahan, or for the worker of the case. */
export function Screen() {
  const list = useListed<DueVisit>('aftercare-visits');
  const lists = useLists();
  const agencies = useAgencies();
  const [visit, setVisit] = useState<string>();
  return (
    <Page title={t(messages.visits)} lead={t(messages.visitsLead)}>
      <Loaded query={list} what={t(messages.visitsList)}>
        {() =>
          list.items.length === 0 ? (
            <EmptyState level={2} title={t(messages.visitsEmpty)}>
              {t(messages.visitsEmptyMore)}
            </EmptyState>
          ) : (
            <WorkList>
              {list.items.map((it) => (
                <WorkItem
                  key={it.visitId}
                  clock={<DayClock day={it.dueOn} />}
                  title={t(messages.visitMonth, { month: it.month })}
                  href={`/kasus/${it.caseId}?bagian=bimbingan`}
                  meta={`${it.caseNumber} · ${t(messages.visitBy, { agency: agencies.nameOf(it.agencyCode) })}`}
                  who={<PersonOf person={it.person} plain />}
                  action={<Button onClick={() => setVisit(it.visitId)}>{t(messages.noteAdd)}</Button>}
                />
              ))}
            </WorkList>
          )
        }
      </Loaded>
      <Pager {...list} />
      {lists.data ? (
        <VisitDialog
          visitId={visit}
          lists={lists.data}
          onClose={() => setVisit(undefined)}
          onDone={() => {
            setVisit(undefined);
            list.reload();
          }}
        />
      ) : null}
    </Page>
  );
}
