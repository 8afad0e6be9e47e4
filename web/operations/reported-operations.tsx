import { messages } from '#operations/messages/reported.ts';
import type { OperationSummary } from '#operations/schema.ts';
import { ReportedPanel } from '#web/operations/reported-panel.tsx';
import { longDate } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useAgencies, useLists } from '#web/platform/lists.ts';
import { useListed } from '#web/platform/use-query.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Card, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';

/** Operations that other sources reported, with what they say and what contradicts itself. */
export function Screen() {
  const list = useListed<OperationSummary>('operations', { state: 'reported' });
  const lists = useLists().data;
  const { nameOf } = useAgencies();
  return (
    <Page title={t(messages.place)} lead={t(messages.lead)}>
      <Loaded query={list} what={t(messages.place)}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t(messages.empty)} level={2}>
              {t(messages.emptyMore)}
            </EmptyState>
          ) : (
            <Stack gap="wide">
              {items.map((operation) => (
                <Card key={operation.operationId} title={longDate(operation.plannedFrom)}>
                  <p className="muted">
                    {lists?.label('operation_kind', operation.kind)} · {nameOf(operation.leadAgency)}
                  </p>
                  <ReportedPanel operationId={operation.operationId} />
                </Card>
              ))}
            </Stack>
          )
        }
      </Loaded>
      <Pager {...list} />
    </Page>
  );
}
