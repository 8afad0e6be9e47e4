import { useCallback, useEffect, useState } from 'react';
import { messages } from '#encounters/messages.ts';
import type { Operation, OperationSummary } from '#operations/schema.ts';
import { PlaceFields, StateFields, WhoFields } from '#web/encounters/encounter-fields.tsx';
import { MoreFields } from '#web/encounters/more-fields.tsx';
import { OfflineStrip } from '#web/encounters/offline-strip.tsx';
import { PointField } from '#web/encounters/point-field.tsx';
import { Recorded } from '#web/encounters/recorded.tsx';
import { type EncounterForm, useEncounterForm } from '#web/encounters/use-encounter-form.ts';
import { circumstancesOf, essentials, isTelling, questionOf } from '#web/encounters/values.ts';
import { asProblem, type Problem } from '#web/platform/api.ts';
import { dateTime, time } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useLists } from '#web/platform/lists.ts';
import type { ScreenProps } from '#web/platform/router.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { Button } from '#web/ui/button.tsx';
import { Select } from '#web/ui/fields.tsx';
import { Bar } from '#web/ui/figures.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Aside, Card, Split, Stack } from '#web/ui/layout.tsx';
import { Loaded, Skeleton } from '#web/ui/loading.tsx';
import { Notice, ProblemNotice } from '#web/ui/notice.tsx';
import { Page, StickyActions } from '#web/ui/page.tsx';
import '#web/encounters/encounters.css';

/** Records whom an officer met: five answers, no typing needed; then, where something tells, "met before?". */
export function Screen({ params }: ScreenProps) {
  const { operationId } = params;
  const lists = useLists();
  return (
    <Loaded query={lists} what={t(messages.one)}>
      {(words) =>
        operationId ? <InOperation operationId={operationId} lists={words} /> : <Alone lists={words} />
      }
    </Loaded>
  );
}

function useRunning() {
  return useQuery<{ items: OperationSummary[] }>('operations', { mine: 'true', state: 'under_way' });
}

function InOperation({ operationId, lists }: { operationId: string; lists: Lists }) {
  const running = useRunning();
  const given = useQuery<Operation>(`operations/${operationId}`);
  return (
    <Loaded query={given} what={t(messages.operation)}>
      {(operation) => (
        <RecordEncounter
          lists={lists}
          operations={operationsOf(operation, running.data?.items ?? [])}
          operation={operation}
        />
      )}
    </Loaded>
  );
}

// Without an answer about operations the record can still be made: it stands alone then.
function Alone({ lists }: { lists: Lists }) {
  const running = useRunning();
  if (running.loading && !running.data) return <Skeleton label={t(messages.operation)} />;
  return <RecordEncounter lists={lists} operations={running.data?.items ?? []} operation={undefined} />;
}

function operationsOf(given: Operation | undefined, running: readonly OperationSummary[]) {
  return given && !running.some((it) => it.operationId === given.operationId)
    ? [given, ...running]
    : [...running];
}

function RecordEncounter(props: {
  lists: Lists;
  operations: readonly OperationSummary[];
  operation: Operation | undefined;
}) {
  const { lists } = props;
  const operation = props.operation ?? props.operations[0];
  const site = props.operation?.sites[0];
  const { usual, inEnforcement } = circumstancesIn(operation, lists);
  const form = useEncounterForm({
    operationId: operation?.operationId ?? '',
    approach: usual,
    inEnforcement,
    areaCode: site?.areaCode ?? operation?.areas[0] ?? '',
    locationType: site?.locationType ?? '',
  });
  const crumbs = operation
    ? [
        {
          label: operation.title || t(messages.operation),
          href: `/operasi/${operation.operationId}`,
        },
      ]
    : [];
  const titles = {
    form: t(messages.title),
    match: t(messages.metBefore),
    done: t(messages.recorded),
  };
  return (
    <Page title={titles[form.step]} crumbs={crumbs} field>
      <OfflineStrip keptAt={form.keptAt} names={form.losesNames} />
      {form.step === 'form' ? <Entry form={form} lists={lists} operations={props.operations} /> : null}
      {form.step === 'match' ? <Match form={form} /> : null}
      {form.step === 'done' && form.recorded ? (
        <Recorded recorded={form.recorded} operationId={form.values.operationId} onAnother={form.another} />
      ) : null}
    </Page>
  );
}

function Entry(props: { form: EncounterForm; lists: Lists; operations: readonly OperationSummary[] }) {
  const { form, lists } = props;
  const { values, field } = form;
  const { done, all } = essentials(values);
  const shared = { values, field, lists };
  return (
    <Form form={form} label={t(messages.title)}>
      <div className="encounter__essentials">
        <span>
          {t(messages.essentials)} <b>{t(messages.essentialsOf, { count: done, all })}</b>
        </span>
        <Bar share={done / all} />
      </div>
      <Split>
        <Card>
          <div className="encounter__form">
            <WhoFields {...shared} />
            <StateFields {...shared} />
            <PlaceFields {...shared} fromSite={values.operationId !== '' && values.areaCode !== ''} />
            <PointField form={form} lists={lists} />
            <MoreFields {...shared} group={form.hasGroup} asked={form.asked} />
            <Circumstances {...props} />
          </div>
        </Card>
        <Aside label={t(messages.aside)}>
          <Notice icon="shield" title={t(messages.protect)}>
            {t(messages.protectMore)}
          </Notice>
          <Notice icon="camera" title={t(messages.photoOff)}>
            {t(messages.photoOffMore)}
          </Notice>
        </Aside>
      </Split>
      <StickyActions>
        {form.keptAt ? (
          <span className="meta" role="status">
            {t(form.losesNames ? messages.draftKeptMore : messages.draftKept, {
              time: time(form.keptAt),
            })}
          </span>
        ) : null}
        <SubmitButton form={form} icon={isTelling(values) ? 'users' : 'check'} big>
          {t(isTelling(values) ? messages.toMatch : messages.save)}
        </SubmitButton>
      </StickyActions>
    </Form>
  );
}

function circumstancesIn(operation: Pick<OperationSummary, 'kind'> | undefined, lists: Lists) {
  return circumstancesOf(operation && lists.code('operation_kind', operation.kind)?.extra);
}

/** In which operation and how they met: known beforehand, and seldom changed. */
function Circumstances(props: {
  form: EncounterForm;
  lists: Lists;
  operations: readonly OperationSummary[];
}) {
  const { form, lists, operations } = props;
  const operationOf = (id: string) => operations.find((it) => it.operationId === id);
  const { possible } = circumstancesIn(operationOf(form.values.operationId), lists);
  // Another operation brings its own way of meeting along: outreach is not enforcement.
  const choose = (operationId: string) => {
    const next = circumstancesIn(operationOf(operationId), lists);
    form.field('operationId').set(operationId);
    form.field('inEnforcement').set(next.inEnforcement);
    if (next.possible && !next.possible.includes(form.values.approach))
      form.field('approach').set(next.usual);
  };
  return (
    <div className="encounter__where">
      {operations.length > 0 ? (
        <Select
          field={{ ...form.field('operationId'), set: choose }}
          label={t(messages.operation)}
          placeholder={t(messages.noOperation)}
          options={operations.map((it) => ({
            value: it.operationId,
            label: it.title || dateTime(it.plannedFrom),
          }))}
          optional
        />
      ) : null}
      <Select
        field={form.field('approach')}
        label={t(messages.approach)}
        options={lists.options('approach').filter((it) => possible?.includes(it.value) ?? true)}
      />
    </div>
  );
}

// Fetched when it is asked for: nobody waits for it before the first field takes a key.
const fetchMetBefore = () => import('#web/persons/met-before.tsx');

function Match({ form }: { form: EncounterForm }) {
  const [part, setPart] = useState<Awaited<ReturnType<typeof fetchMetBefore>>>();
  const [problem, setProblem] = useState<Problem>();
  const fetchPart = useCallback(() => {
    setProblem(undefined);
    fetchMetBefore().then(setPart, (error: unknown) => setProblem(asProblem(error)));
  }, []);
  useEffect(fetchPart, [fetchPart]);
  return (
    <Stack>
      <p>{t(messages.metBeforeLead)}</p>
      {form.problem ? <ProblemNotice problem={form.problem} onRetry={() => form.onSubmit()} /> : null}
      {part ? (
        <part.MetBefore typed={questionOf(form.values)} onChoice={form.choose} onAsk={form.askMore} />
      ) : problem ? (
        <ProblemNotice problem={problem} onRetry={fetchPart} />
      ) : (
        <Skeleton label={t(messages.metBefore)} />
      )}
      <StickyActions>
        <Button icon="back" onClick={form.toForm}>
          {t(messages.back)}
        </Button>
      </StickyActions>
    </Stack>
  );
}
