import { useState } from 'react';
import { messages } from '#retention/messages.ts';
import type { Erased, Hold, RetentionReport, RulesInForce } from '#retention/schema.ts';
import { doubtIn } from '#web/encounters/text-field.tsx';
import { accepted } from '#web/platform/api.ts';
import { dateTime } from '#web/platform/format.ts';
import { kept, t } from '#web/platform/i18n.ts';
import { useSession } from '#web/platform/session.tsx';
import { useListed, useQuery } from '#web/platform/use-query.ts';
import { Periods } from '#web/retention/periods.tsx';
import { ReasonField, ReferenceField } from '#web/retention/reference-and-reason.tsx';
import { Button, OutButton } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { ReasonDialog } from '#web/ui/dialog.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card, Section, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

/** For the officer of data protection: the rules, what they did last night, what is held, what is gone. */
export function Screen() {
  const { staff } = useSession();
  return staff.role === 'administrator' ? <PeriodsOnly /> : <ForOfficers />;
}

/** The administrator sets periods and sees no child, not even the number of one that is held. */
function PeriodsOnly() {
  const rules = useQuery<RulesInForce>('retention/rules');
  return (
    <Page title={t(messages.title)} lead={t(messages.lead)}>
      <Loaded query={rules} what={t(messages.title)}>
        {(data) => <Periods rules={data.rules} maySet onSet={rules.reload} />}
      </Loaded>
    </Page>
  );
}

function ForOfficers() {
  const report = useQuery<RetentionReport>('retention');
  const { staff } = useSession();
  const mayHold = staff.role === 'data_protection_officer';
  return (
    <Page
      title={t(messages.title)}
      lead={t(messages.lead)}
      actions={
        <OutButton href="/api/retention/report" icon="print">
          {t(messages.print)}
        </OutButton>
      }
    >
      <Loaded query={report} what={t(messages.title)}>
        {(data) => (
          <Stack>
            <Periods rules={data.rules} maySet={mayHold} onSet={report.reload} />
            <Section title={t(messages.holds)}>
              <Stack>
                <p>{t(messages.holdsLead)}</p>
                <Card>
                  <Holds holds={data.holds} mayLift={mayHold} onChanged={report.reload} />
                </Card>
                {mayHold ? <NewHold key={data.holds.length} onHeld={report.reload} /> : null}
              </Stack>
            </Section>
            <ErasedList />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function Holds(props: { holds: readonly Hold[]; mayLift: boolean; onChanged: () => void }) {
  const [lifting, lift] = useState<Hold>();
  const toast = useToast();
  if (props.holds.length === 0)
    return <EmptyState title={t(messages.noHolds)}>{t(messages.noHoldsMore)}</EmptyState>;
  return (
    <>
      <DataTable
        caption={t(messages.holds)}
        captionHidden
        rows={props.holds}
        rowKey={(it) => it.personId}
        columns={[
          { head: t(messages.reference), lead: true, cell: (it) => it.reference },
          { head: t(messages.reason), cell: (it) => kept(it.reason) },
          { head: t(messages.since2), cell: (it) => dateTime(it.setAt) },
          { head: t(messages.setBy), cell: (it) => it.setBy },
          {
            head: '',
            cell: (it) =>
              props.mayLift ? <Button onClick={() => lift(it)}>{t(messages.lift)}</Button> : null,
          },
        ]}
      />
      <ReasonDialog
        about={lifting && `lift-${lifting.personId}`}
        onClose={() => lift(undefined)}
        title={t(messages.lift)}
        verb={t(messages.lift)}
        danger
        doubtIn={doubtIn}
        onAct={async (reason, sending) => {
          if (!lifting) return;
          await accepted('retention/lift', { personId: lifting.personId, reason }, sending);
          toast({ text: t(messages.lifted) });
          props.onChanged();
        }}
      >
        <p>
          {lifting?.reference}: {t(messages.liftConsequence)}
        </p>
      </ReasonDialog>
    </>
  );
}

function NewHold({ onHeld }: { onHeld: () => void }) {
  const toast = useToast();
  const form = useForm({
    initial: { reference: '', reason: '' },
    check: (values) => required(values, ['reference', 'reason']),
    submit: async (values, sending) => {
      await accepted('retention/hold', values, sending);
      toast({ text: t(messages.heldNow, { reference: values.reference }) });
      onHeld();
    },
  });
  return (
    <Card>
      <h3>{t(messages.newHold)}</h3>
      <Form form={form}>
        <ReferenceField field={form.field('reference')} />
        <ReasonField field={form.field('reason')} />
        <SubmitButton form={form}>{t(messages.hold)}</SubmitButton>
      </Form>
    </Card>
  );
}

function ErasedList() {
  const list = useListed<Erased>('retention/erased');
  return (
    <Section title={t(messages.erased)}>
      <Card>
        <Loaded query={list} what={t(messages.erased)}>
          {() =>
            list.items.length === 0 ? (
              <p>{t(messages.noErased)}</p>
            ) : (
              <DataTable
                caption={t(messages.erased)}
                captionHidden
                rows={list.items}
                rowKey={(it) => it.personId}
                columns={[
                  { head: t(messages.record), lead: true, cell: (it) => <RecordNumber id={it.personId} /> },
                  { head: t(messages.rule), cell: (it) => t(messages[it.rule]) },
                  { head: t(messages.erasedAt), cell: (it) => dateTime(it.erasedAt) },
                ]}
              />
            )
          }
        </Loaded>
        <Pager {...list} />
      </Card>
    </Section>
  );
}

/** A record that has no name any more, by the end of its number: enough to tell two apart, and to find it in the log. */
function RecordNumber({ id }: { id: string }) {
  return <span title={id}>{t(messages.recordNumber, { end: id.slice(-6).toUpperCase() })}</span>;
}
