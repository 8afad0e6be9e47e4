import { useState } from 'react';
import { messages } from '#cases/messages.ts';
import type { CasePage, PlanLine } from '#cases/schema/reads.ts';
import { GoalForm } from '#web/cases/goal-form.tsx';
import { accepted } from '#web/platform/api.ts';
import { shortDate } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies } from '#web/platform/lists.ts';
import { Button } from '#web/ui/button.tsx';
import { Clock, DayClock } from '#web/ui/clock.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PickTiles, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card, Row, Stack } from '#web/ui/layout.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

type Open = { of: 'add' } | { of: 'change'; line: PlanLine } | { of: 'end'; line: PlanLine };
type Props = { page: CasePage; lists: Lists; reload: () => void };

/** The plan of a case: each goal with its agency and clock, and what came of it. */
export function PlanCard({ page, lists, reload }: Props) {
  const [open, setOpen] = useState<Open>();
  const agencies = useAgencies();
  const plan = page.plan ?? [];
  const works = page.abilities.includes('work') && page.state === 'open';
  const reached = plan.filter((line) => line.state === 'done').length;
  const close = () => setOpen(undefined);
  const done = () => {
    close();
    reload();
  };
  return (
    <Card
      title={t(messages.plan)}
      flush={plan.length > 0}
      actions={
        <>
          {plan.length > 0 ? (
            <span className="meta">{t(messages.goalsDone, { done: reached, all: plan.length })}</span>
          ) : null}
          {works ? (
            <Button kind="quiet" icon="plus" onClick={() => setOpen({ of: 'add' })}>
              {t(messages.addGoal)}
            </Button>
          ) : null}
        </>
      }
    >
      {plan.length === 0 ? (
        <EmptyState title={t(page.state === 'open' ? messages.planEmpty : messages.planNone)}>
          {t(page.state === 'open' ? messages.planEmptyMore : messages.planNoneMore)}
        </EmptyState>
      ) : (
        <DataTable
          caption={t(messages.plan)}
          captionHidden
          rows={plan}
          rowKey={(line) => line.planLineId}
          columns={columnsOf({ lists, works, open: setOpen, agencyOf: agencies.nameOf })}
        />
      )}
      <Dialog
        open={open?.of === 'add' || open?.of === 'change'}
        onClose={close}
        title={t(open?.of === 'change' ? messages.changeGoal : messages.addGoal)}
      >
        <GoalForm
          caseId={page.caseId}
          line={open?.of === 'change' ? open.line : undefined}
          lists={lists}
          onDone={done}
        />
      </Dialog>
      <Dialog open={open?.of === 'end'} onClose={close} title={t(messages.endGoalTitle)}>
        {open?.of === 'end' ? <EndForm line={open.line} onDone={done} /> : null}
      </Dialog>
    </Card>
  );
}

function columnsOf(it: {
  lists: Lists;
  works: boolean;
  open: (open: Open) => void;
  agencyOf: (code: string) => string;
}): Column<PlanLine>[] {
  return [
    {
      head: t(messages.goal),
      lead: true,
      cell: (line) => (
        <>
          <b className="said">{line.goal}</b>
          <div className="meta">
            {it.lists.label('service_component', line.serviceCode)}
            {line.areaCode ? <> · {it.lists.area(line.areaCode)}</> : null}
          </div>
        </>
      ),
    },
    { head: t(messages.agency), cell: (line) => it.agencyOf(line.agencyCode) },
    { head: t(messages.due), cell: (line) => <LineClock line={line} /> },
    {
      head: t(messages.result),
      cell: (line) =>
        line.state === 'open' ? (
          <Row>
            {line.mayEnd ? (
              <Button onClick={() => it.open({ of: 'end', line })}>{t(messages.endGoal)}</Button>
            ) : null}
            {it.works ? (
              <Button kind="quiet" icon="pen" onClick={() => it.open({ of: 'change', line })}>
                {t(messages.change)}
              </Button>
            ) : null}
          </Row>
        ) : (
          <div className="said case__result">{line.result}</div>
        ),
    },
  ];
}

function LineClock({ line }: { line: PlanLine }) {
  if (line.state === 'open') return <DayClock day={line.dueOn} />;
  const words = line.state === 'done' ? messages.doneOn : messages.droppedOn;
  return (
    <Clock form={line.state === 'done' ? 'done' : 'paused'}>
      {t(words, { day: line.doneAt ? shortDate(line.doneAt) : '' })}
    </Clock>
  );
}

function EndForm({ line, onDone }: { line: PlanLine; onDone: () => void }) {
  const toast = useToast();
  const form = useForm({
    initial: { state: '', result: '' },
    draft: { key: `end-${line.planLineId}`, safe: [] },
    check: (values) => required(values, ['state', 'result']),
    submit: async ({ state, result }, sending) => {
      await accepted(
        'cases/end-plan-line',
        { planLineId: line.planLineId, state, result: result.trim() },
        sending,
      );
      toast({ text: t(messages.resultSaved) });
      onDone();
    },
  });
  return (
    <Form form={form}>
      <Stack gap="tight">
        <b className="said">{line.goal}</b>
      </Stack>
      <PickTiles
        field={form.field('state')}
        label={t(messages.endState)}
        options={[
          { value: 'done', label: t(messages.endDone) },
          { value: 'dropped', label: t(messages.endDropped) },
        ]}
      />
      <TextField field={form.field('result')} label={t(messages.result)} lines={3} maxLength={1000} />
      <SubmitButton form={form}>{t(messages.endGoal)}</SubmitButton>
    </Form>
  );
}
