import { useState } from 'react';
import { useSearch } from 'wouter';
import { messages } from '#retention/messages.ts';
import { askers, type ErasureRequest } from '#retention/schema.ts';
import { doubtIn } from '#web/encounters/text-field.tsx';
import { accepted } from '#web/platform/api.ts';
import { dateTime } from '#web/platform/format.ts';
import { kept, t } from '#web/platform/i18n.ts';
import { useSession } from '#web/platform/session.tsx';
import { useListed } from '#web/platform/use-query.ts';
import { ReasonField, ReferenceField } from '#web/retention/reference-and-reason.tsx';
import { Button } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { ReasonDialog } from '#web/ui/dialog.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Select } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card, Row, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

const stateWords = {
  waiting: messages.waiting,
  approved: messages.approved,
  refused: messages.refused,
  done: messages.requestDone,
} as const;

/** Requests to be erased: taken in by the officer of data protection, decided by a supervisor. */
export function Screen() {
  const { staff } = useSession();
  const list = useListed<ErasureRequest>('retention/requests');
  return (
    <Page title={t(messages.requests)} lead={t(messages.requestsLead)}>
      <Stack>
        <Card>
          <Loaded query={list} what={t(messages.requests)}>
            {() => (
              <Requests items={list.items} mayDecide={staff.role === 'supervisor'} onDecided={list.reload} />
            )}
          </Loaded>
          <Pager {...list} />
        </Card>
        {staff.role === 'data_protection_officer' ? <NewRequest onTaken={list.reload} /> : null}
      </Stack>
    </Page>
  );
}

type Props = {
  readonly items: readonly ErasureRequest[];
  readonly mayDecide: boolean;
  readonly onDecided: () => void;
};

function Requests({ items, mayDecide, onDecided }: Props) {
  const [deciding, decide] = useState<{ request: ErasureRequest; carryOut: boolean }>();
  if (items.length === 0) return <EmptyState level={2} title={t(messages.noRequests)} />;
  const verb = t(deciding?.carryOut ? messages.carryOut : messages.refuse);
  return (
    <>
      <DataTable
        caption={t(messages.requests)}
        captionHidden
        rows={items}
        rowKey={(it) => it.requestId}
        columns={[
          { head: t(messages.reference), lead: true, cell: (it) => it.reference },
          { head: t(messages.askedFor), cell: (it) => t(messages[it.askedFor]) },
          { head: t(messages.reason), cell: (it) => kept(it.reason) },
          { head: t(messages.askedAt), cell: (it) => `${dateTime(it.askedAt)}, ${it.askedBy}` },
          { head: t(messages.state), cell: (it) => <Tag tone="neutral">{t(stateWords[it.state])}</Tag> },
          {
            head: t(messages.decision),
            acts: mayDecide,
            cell: (it) =>
              mayDecide && it.state === 'waiting' ? (
                <Row>
                  <Button
                    blocked={it.obstacle ? t(messages[`obstacle_${it.obstacle}`]) : undefined}
                    onClick={() => decide({ request: it, carryOut: true })}
                  >
                    {t(messages.carryOut)}
                  </Button>
                  <Button onClick={() => decide({ request: it, carryOut: false })}>
                    {t(messages.refuse)}
                  </Button>
                </Row>
              ) : it.decidedAt ? (
                `${kept(it.decisionReason)} (${it.decidedBy ?? ''}, ${dateTime(it.decidedAt)})`
              ) : null,
          },
        ]}
      />
      <ReasonDialog
        about={deciding && `${deciding.carryOut ? 'erase' : 'refuse'}-${deciding.request.requestId}`}
        onClose={() => decide(undefined)}
        title={verb}
        verb={verb}
        danger={deciding?.carryOut ?? false}
        doubtIn={doubtIn}
        onAct={async (reason, sending) => {
          if (!deciding) return;
          const { request, carryOut } = deciding;
          const input = { requestId: request.requestId, carryOut, reason };
          await accepted('retention/decide-erasure', input, sending);
          onDecided();
        }}
      >
        <p>
          {deciding?.request.reference}:{' '}
          {t(deciding?.carryOut ? messages.carryOutConsequence : messages.refuseConsequence)}
        </p>
      </ReasonDialog>
    </>
  );
}

function NewRequest({ onTaken }: { onTaken: () => void }) {
  const toast = useToast();
  // Whoever works with the child gives the officer this address; the officer sees no child to choose.
  const given = new URLSearchParams(useSearch()).get('acuan') ?? '';
  const form = useForm({
    initial: { reference: given.slice(0, 60), askedFor: '', reason: '' },
    check: (values) => required(values, ['reference', 'askedFor', 'reason']),
    submit: async (values, sending) => {
      await accepted('retention/ask-erasure', { requestId: sending.id, ...values }, sending);
      toast({ text: t(messages.requestTaken, { reference: values.reference }) });
      form.reset({ reference: '', askedFor: '', reason: '' });
      onTaken();
    },
  });
  return (
    <Card>
      <h2>{t(messages.newRequest)}</h2>
      <Form form={form}>
        <ReferenceField field={form.field('reference')} />
        <Select
          field={form.field('askedFor')}
          label={t(messages.askedFor)}
          options={askers.map((value) => ({ value, label: t(messages[value]) }))}
        />
        <ReasonField field={form.field('reason')} />
        <SubmitButton form={form}>{t(messages.request)}</SubmitButton>
      </Form>
    </Card>
  );
}
