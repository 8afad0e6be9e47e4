import { messages } from '#retention/messages.ts';
import type { RuleState } from '#retention/schema.ts';
import { NewDatedNumber } from '#web/areas/new-dated-number.tsx';
import { accepted } from '#web/platform/api.ts';
import { date, dateTime } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Card, Section, Stack } from '#web/ui/layout.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { useToast } from '#web/ui/toast.tsx';

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
  return (
    <NewDatedNumber
      title={t(messages.setTerm)}
      lead={t(messages.setTermLead)}
      names={{ what: 'rule', number: 'months' }}
      choices={rules.map(({ rule, least, most }) => ({
        value: rule,
        label: t(messages[rule]),
        least,
        most,
        hint: t(messages.bounds, { least, most }),
      }))}
      words={{
        what: t(messages.rule),
        number: t(messages.newMonths),
        validFrom: t(messages.validFrom),
        validFromHint: t(messages.validFromHint),
        basis: t(messages.basis),
        basisHint: t(messages.basisHint),
        save: t(messages.save),
      }}
      send={async ({ what, number, validFrom, basis }, sending) => {
        await accepted('retention/set-term', { rule: what, months: number, validFrom, basis }, sending);
        toast({ text: t(messages.termSet, { n: number, day: date(validFrom) }) });
        onSet();
      }}
    />
  );
}
