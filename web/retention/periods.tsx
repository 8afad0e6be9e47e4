import { messages } from '#retention/messages.ts';
import type { RuleState } from '#retention/schema.ts';
import { accepted } from '#web/platform/api.ts';
import { date, dateTime } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { DateField, NumberField, Select, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card, Section, Stack } from '#web/ui/layout.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

type Props = { readonly rules: readonly RuleState[]; readonly maySet: boolean; readonly onSet: () => void };

/** How long what is kept: the rules as they hold today, what the city has set from which day, and a new period. */
export function Periods({ rules, maySet, onSet }: Props) {
  return (
    <Section title={t(messages.rules)}>
      <Stack>
        <Card>
          <RuleTable rules={rules} />
        </Card>
        <Card>
          <h3>{t(messages.cityTerms)}</h3>
          <Terms rules={rules} />
        </Card>
        {maySet ? <NewTerm rules={rules} onSet={onSet} /> : null}
      </Stack>
    </Section>
  );
}

function RuleTable({ rules }: { rules: readonly RuleState[] }) {
  return (
    <DataTable
      caption={t(messages.rules)}
      captionHidden
      rows={rules}
      rowKey={(it) => it.rule}
      columns={[
        { head: t(messages.rule), lead: true, cell: (it) => t(messages[it.rule]) },
        {
          head: t(messages.after),
          cell: (it) => (
            <>
              {t(messages.months, { n: it.months })}{' '}
              <Tag tone="neutral">{t(it.setByCity ? messages.byCity : messages.byDefault)}</Tag>
            </>
          ),
        },
        { head: t(messages.since), cell: (it) => date(it.since) },
        {
          head: t(messages.lastRun),
          cell: (it) => (it.lastRun ? dateTime(it.lastRun) : t(messages.neverRun)),
        },
        { head: t(messages.done), cell: (it) => it.done },
        { head: t(messages.doneInAll), cell: (it) => it.doneInAll },
        { head: t(messages.held), cell: (it) => it.held },
        { head: t(messages.dueSoon), cell: (it) => it.dueSoon },
      ]}
    />
  );
}

function Terms({ rules }: { rules: readonly RuleState[] }) {
  const terms = rules.flatMap((it) => it.terms.map((term) => ({ ...term, rule: it.rule })));
  if (terms.length === 0) return <EmptyState title={t(messages.noTerms)} />;
  return (
    <DataTable
      caption={t(messages.cityTerms)}
      captionHidden
      rows={terms}
      rowKey={(it) => `${it.rule} ${it.validFrom}`}
      columns={[
        { head: t(messages.rule), lead: true, cell: (it) => t(messages[it.rule]) },
        { head: t(messages.validFrom), cell: (it) => date(it.validFrom) },
        { head: t(messages.after), cell: (it) => t(messages.months, { n: it.months }) },
        { head: t(messages.basis), cell: (it) => it.basis },
        { head: t(messages.setBy), cell: (it) => it.setBy },
      ]}
    />
  );
}

function NewTerm({ rules, onSet }: Omit<Props, 'maySet'>) {
  const toast = useToast();
  const boundsOf = (rule: string) => rules.find((it) => it.rule === rule);
  const form = useForm({
    initial: { rule: '', months: '', validFrom: '', basis: '' },
    check: (values) => {
      const bounds = boundsOf(values.rule);
      const months = Number(values.months);
      const outside =
        bounds &&
        values.months !== '' &&
        !(Number.isInteger(months) && months >= bounds.least && months <= bounds.most);
      return {
        ...required(values, ['rule', 'months', 'validFrom', 'basis']),
        ...(outside ? { months: t(messages.bounds, { least: bounds.least, most: bounds.most }) } : {}),
      };
    },
    submit: async (values, sending) => {
      await accepted('retention/set-term', { ...values, months: Number(values.months) }, sending);
      toast({ text: t(messages.termSet, { n: Number(values.months), day: date(values.validFrom) }) });
      form.reset();
      onSet();
    },
  });
  const bounds = boundsOf(form.field('rule').value);
  return (
    <Card>
      <h3>{t(messages.setTerm)}</h3>
      <p>{t(messages.setTermLead)}</p>
      <Form form={form}>
        <Select
          field={form.field('rule')}
          label={t(messages.rule)}
          options={rules.map((it) => ({ value: it.rule, label: t(messages[it.rule]) }))}
        />
        <NumberField
          field={form.field('months')}
          label={t(messages.newMonths)}
          hint={bounds ? t(messages.bounds, { least: bounds.least, most: bounds.most }) : undefined}
          maxLength={3}
        />
        <DateField
          field={form.field('validFrom')}
          label={t(messages.validFrom)}
          hint={t(messages.validFromHint)}
        />
        <TextField
          field={form.field('basis')}
          label={t(messages.basis)}
          hint={t(messages.basisHint)}
          maxLength={300}
        />
        <SubmitButton form={form}>{t(messages.save)}</SubmitButton>
      </Form>
    </Card>
  );
}
