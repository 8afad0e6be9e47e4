import { useState } from 'react';
import { dutyMessages as messages } from '#agencies/messages.ts';
import type { Duty } from '#agencies/schema.ts';
import type { LegalBasis } from '#operations/schema.ts';
import { accepted } from '#web/platform/api.ts';
import { date, wallClock } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies } from '#web/platform/lists.ts';
import { useAbility } from '#web/platform/session.tsx';
import { useListed, useQuery } from '#web/platform/use-query.ts';
import { Button } from '#web/ui/button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { DateField, Select } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { Link } from '#web/ui/link.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Pager } from '#web/ui/pager.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

/** Of which duty, or of which agency, the lines are. */
export type Of = { dutyCode: string } | { agencyCode: string };
type Open = { act: 'add' } | { act: 'end'; duty: Duty } | null;

const today = () => wallClock(Date.now()).date;

/** The holders of a duty or the duties of an agency, past ones too, and for the city's office the ways to change them. */
export function Duties({ of, words }: { of: Of; words: Lists }) {
  const list = useListed<Duty>('agencies/duties', of);
  const mayAdd = useAbility('agencies/add-duty');
  const mayEnd = useAbility('agencies/end-duty');
  const [open, setOpen] = useState<Open>(null);
  const toast = useToast();
  const done = (text: string) => {
    setOpen(null);
    toast({ text, icon: 'check' });
    list.reload();
  };
  return (
    <Stack>
      {mayAdd ? (
        <Row>
          <Button kind="primary" icon="plus" onClick={() => setOpen({ act: 'add' })}>
            {t('dutyCode' in of ? messages.add : messages.addDuty)}
          </Button>
        </Row>
      ) : null}
      <Loaded query={list} what={t(messages.list)}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState level={2} title={t(messages.none)}>
              {t(messages.noneMore)}
            </EmptyState>
          ) : (
            <DutyLines
              of={of}
              items={items}
              words={words}
              onEnd={mayEnd ? (duty) => setOpen({ act: 'end', duty }) : undefined}
            />
          )
        }
      </Loaded>
      <Pager {...list} />
      <Dialog open={open?.act === 'add'} onClose={() => setOpen(null)} title={t(messages.addTitle)}>
        <AddForm of={of} words={words} onDone={() => done(t(messages.added))} />
      </Dialog>
      <Dialog open={open?.act === 'end'} onClose={() => setOpen(null)} title={t(messages.endTitle)}>
        {open?.act === 'end' ? (
          <EndForm duty={open.duty} words={words} onDone={() => done(t(messages.ended))} />
        ) : null}
      </Dialog>
    </Stack>
  );
}

type LinesProps = {
  of: Of;
  items: readonly Duty[];
  words: Lists;
  onEnd: ((duty: Duty) => void) | undefined;
};

function DutyLines({ of, items, words, onEnd }: LinesProps) {
  const agencies = useAgencies();
  const subject: Column<Duty> =
    'dutyCode' in of
      ? {
          head: t(messages.agency),
          cell: (row) => <Link href={`/instansi/${row.agencyCode}`}>{agencies.nameOf(row.agencyCode)}</Link>,
          lead: true,
        }
      : {
          head: t(messages.duty),
          cell: (row) => <Link href={`/tugas/${row.dutyCode}`}>{words.label('duty', row.dutyCode)}</Link>,
          lead: true,
        };
  const columns: Column<Duty>[] = [
    subject,
    { head: t(messages.basis), cell: (row) => <Basis duty={row} /> },
    { head: t(messages.since), cell: (row) => date(row.validFrom) },
    {
      head: t(messages.until),
      cell: (row) =>
        row.validTo ? date(row.validTo) : <span className="meta">{t(messages.stillHeld)}</span>,
    },
  ];
  if (onEnd)
    columns.push({
      head: t(messages.end),
      cell: (row) =>
        row.validTo && row.validTo < today() ? null : (
          <Button kind="quiet" onClick={() => onEnd(row)}>
            {t(messages.end)}
          </Button>
        ),
    });
  return (
    <DataTable
      columns={columns}
      rows={items}
      rowKey={(row) => row.dutyId}
      caption={t(messages.duties)}
      captionHidden
    />
  );
}

function Basis({ duty }: { duty: Duty }) {
  const { basis } = duty;
  if (!basis)
    return (
      <span className="meta">
        {t(messages.noBasis)}
        {duty.isDefault ? ` · ${t(messages.cityDefault)}` : null}
      </span>
    );
  return (
    <>
      {basis.number}
      {basis.textChecked ? null : <span className="meta"> · {t(messages.textNotChecked)}</span>}
    </>
  );
}

function AddForm({ of, words, onDone }: { of: Of; words: Lists; onDone: () => void }) {
  const agencies = useAgencies();
  const bases = useQuery<{ items: LegalBasis[] }>('legal-bases');
  const form = useForm({
    initial: {
      agencyCode: 'agencyCode' in of ? of.agencyCode : '',
      dutyCode: 'dutyCode' in of ? of.dutyCode : '',
      legalBasisId: '',
      validFrom: today(),
    },
    check: (values) => required(values, ['agencyCode', 'dutyCode', 'validFrom']),
    submit: async ({ legalBasisId, ...rest }, sending) => {
      await accepted(
        'agencies/add-duty',
        { dutyId: sending.id, ...rest, legalBasisId: legalBasisId || null },
        sending,
      );
      onDone();
    },
  });
  return (
    <Form form={form}>
      {'dutyCode' in of ? (
        <Select
          field={form.field('agencyCode')}
          label={t(messages.agency)}
          options={(agencies.data ?? []).map((it) => ({
            value: it.agencyCode,
            label: agencies.nameOf(it.agencyCode),
          }))}
        />
      ) : (
        <Select field={form.field('dutyCode')} label={t(messages.duty)} options={words.options('duty')} />
      )}
      <Select
        field={form.field('legalBasisId')}
        label={t(messages.basis)}
        placeholder={t(messages.noBasis)}
        options={(bases.data?.items ?? []).map((it) => ({ value: it.legalBasisId, label: it.number }))}
        optional
      />
      <DateField field={form.field('validFrom')} label={t(messages.firstDay)} />
      <SubmitButton form={form} icon="plus">
        {t(messages.addVerb)}
      </SubmitButton>
    </Form>
  );
}

function EndForm({ duty, words, onDone }: { duty: Duty; words: Lists; onDone: () => void }) {
  const agencies = useAgencies();
  const form = useForm({
    initial: { validTo: today() },
    check: (values) => required(values, ['validTo']),
    submit: async ({ validTo }, sending) => {
      await accepted('agencies/end-duty', { dutyId: duty.dutyId, validTo }, sending);
      onDone();
    },
  });
  const said = { duty: words.label('duty', duty.dutyCode), agency: agencies.nameOf(duty.agencyCode) };
  return (
    <Form form={form}>
      <p>{t(messages.endMore, said)}</p>
      <DateField field={form.field('validTo')} label={t(messages.lastDay)} min={duty.validFrom} />
      <SubmitButton form={form} kind="danger">
        {t(messages.endVerb)}
      </SubmitButton>
    </Form>
  );
}
