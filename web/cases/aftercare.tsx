import { useState } from 'react';
import { messages } from '#cases/messages.ts';
import type { AftercareVisit, CasePage } from '#cases/schema/reads.ts';
import { accepted } from '#web/platform/api.ts';
import { date, shortDate } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies } from '#web/platform/lists.ts';
import { Button } from '#web/ui/button.tsx';
import { Clock, DayClock } from '#web/ui/clock.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PickTiles, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card, Facts, Stack } from '#web/ui/layout.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

/** How the case was closed, and the visits that follow a return. */
export function AftercareTab(props: { page: CasePage; lists: Lists; reload: () => void }) {
  const { page, lists, reload } = props;
  const [visit, setVisit] = useState<string>();
  const [back, setBack] = useState(false);
  const agencies = useAgencies();
  const visits = page.aftercare ?? [];
  const months = lists.setting('aftercareMonths');
  return (
    <Stack>
      {back ? <Notice tone="warning" title={t(messages.visitBack)} /> : null}
      <Card title={t(messages.tabAftercare)} flush={visits.length > 0}>
        {visits.length === 0 ? (
          <EmptyState title={t(messages.aftercareEmpty)}>
            {t(messages.aftercareEmptyMore, { months: Array.isArray(months) ? months.join(', ') : '' })}
          </EmptyState>
        ) : (
          <DataTable
            caption={t(messages.tabAftercare)}
            captionHidden
            rows={visits}
            rowKey={(it) => it.visitId}
            columns={[
              {
                head: t(messages.visits),
                lead: true,
                cell: (it) => <b>{t(messages.visitMonth, { month: it.month })}</b>,
              },
              { head: t(messages.agency), cell: (it) => agencies.nameOf(it.agencyCode) },
              { head: t(messages.due), cell: (it) => <VisitClock visit={it} /> },
              {
                head: t(messages.result),
                cell: (it) =>
                  it.mayRecord ? (
                    <Button onClick={() => setVisit(it.visitId)}>{t(messages.visitRecord)}</Button>
                  ) : (
                    <span>
                      {lists.label('aftercare_result', it.result)}
                      <span className="meta said"> {it.finding}</span>
                    </span>
                  ),
              },
            ]}
          />
        )}
      </Card>
      {(page.closures ?? []).map((it) => (
        <Card key={it.closureId} title={`${t(messages.closureOf)} ${date(it.closedAt)}`}>
          <Facts
            facts={[
              [t(messages.closeReason), lists.label('closure_reason', it.reason)],
              [
                t(messages.bestInterest),
                <span key="best" className="said">
                  {it.bestInterest || '–'}
                </span>,
              ],
              ...(it.reopenedAt
                ? [[t(messages.reopenedTag, { day: shortDate(it.reopenedAt) }), it.reopenReason] as const]
                : []),
            ]}
          />
        </Card>
      ))}
      <VisitDialog
        visitId={visit}
        lists={lists}
        onClose={() => setVisit(undefined)}
        onDone={(offersReopening) => {
          setVisit(undefined);
          setBack(offersReopening);
          reload();
        }}
      />
    </Stack>
  );
}

function VisitClock({ visit }: { visit: Pick<AftercareVisit, 'doneAt' | 'dueOn'> }) {
  if (visit.doneAt) return <Clock form="done">{shortDate(visit.doneAt)}</Clock>;
  return <DayClock day={visit.dueOn} />;
}

/** Writes down one visit: how the child is, and what was found. */
export function VisitDialog(props: {
  visitId: string | undefined;
  lists: Lists;
  onClose: () => void;
  onDone: (offersReopening: boolean) => void;
}) {
  return (
    <Dialog open={props.visitId !== undefined} onClose={props.onClose} title={t(messages.visitRecord)}>
      {props.visitId ? <VisitForm visitId={props.visitId} lists={props.lists} onDone={props.onDone} /> : null}
    </Dialog>
  );
}

function VisitForm(props: { visitId: string; lists: Lists; onDone: (offersReopening: boolean) => void }) {
  const toast = useToast();
  const form = useForm({
    initial: { result: '', finding: '' },
    check: (values) => required(values, ['result', 'finding']),
    submit: async ({ result, finding }, sending) => {
      const input = { visitId: props.visitId, result, finding: finding.trim() };
      const done = await accepted<{ offersReopening: boolean }>('cases/visit-afterwards', input, sending);
      toast({ text: t(messages.visitSaved) });
      props.onDone(done.offersReopening);
    },
  });
  return (
    <Form form={form}>
      <PickTiles
        field={form.field('result')}
        label={t(messages.visitResult)}
        options={props.lists.options('aftercare_result')}
      />
      <TextField field={form.field('finding')} label={t(messages.visitFinding)} lines={4} maxLength={1000} />
      <SubmitButton form={form}>{t(messages.visitRecord)}</SubmitButton>
    </Form>
  );
}
