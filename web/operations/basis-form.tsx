import { messages } from '#operations/messages.ts';
import type { LegalBasis } from '#operations/schema.ts';
import { accepted } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import { Checkbox, DateField, NumberField, Select, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

type Values = {
  kind: string;
  number: string;
  year: string;
  title: string;
  dated: string;
  validFrom: string;
  validTo: string;
  note: string;
  textChecked: boolean;
};

function initialOf(basis: LegalBasis | undefined): Values {
  return {
    kind: basis?.kind ?? '',
    number: basis?.number ?? '',
    year: basis ? String(basis.year) : '',
    title: basis?.title ?? '',
    dated: basis?.dated ?? '',
    validFrom: basis?.validFrom ?? '',
    validTo: basis?.validTo ?? '',
    note: basis?.note ?? '',
    textChecked: basis?.textChecked ?? false,
  };
}

function yearError(year: string): string | undefined {
  const number = Number(year);
  return year && !(number >= 1945 && number <= 2100) ? t(messages.lawYearWrong) : undefined;
}

/** Adds a legal basis or corrects one; its text counts as checked only when somebody says so. */
export function BasisForm(props: { lists: Lists; basis: LegalBasis | undefined; onDone: () => void }) {
  const { lists, basis } = props;
  const toast = useToast();
  const form = useForm<Values>({
    initial: initialOf(basis),
    check: (values) => {
      const missing = required(values, ['kind', 'number', 'year', 'title', 'validFrom']);
      return { ...missing, year: missing.year ?? yearError(values.year) };
    },
    submit: async ({ textChecked, ...values }, sending) => {
      const input = {
        ...values,
        year: Number(values.year),
        dated: values.dated || null,
        validTo: values.validTo || null,
      };
      await (basis
        ? accepted(
            'operations/correct-legal-basis',
            { legalBasisId: basis.legalBasisId, ...input, textChecked },
            sending,
          )
        : accepted('operations/add-legal-basis', input, sending));
      toast({ text: t(messages.lawSaved) });
      props.onDone();
    },
  });
  return (
    <Form form={form} label={t(messages.lawTitle)}>
      <TextField
        field={form.field('number')}
        label={t(messages.lawNumber)}
        hint={t(messages.lawNumberHint)}
        maxLength={80}
      />
      <Select
        field={form.field('kind')}
        label={t(messages.lawKind)}
        options={lists.options('legal_basis_kind')}
      />
      <NumberField field={form.field('year')} label={t(messages.lawYear)} maxLength={4} />
      <TextField field={form.field('title')} label={t(messages.lawName)} lines={2} maxLength={300} />
      <DateField field={form.field('dated')} label={t(messages.lawDated)} optional />
      <DateField field={form.field('validFrom')} label={t(messages.lawFrom)} />
      <DateField field={form.field('validTo')} label={t(messages.lawTo)} optional />
      <TextField field={form.field('note')} label={t(messages.lawNote)} maxLength={300} optional />
      {basis ? <Checkbox field={form.field('textChecked')}>{t(messages.lawIsChecked)}</Checkbox> : null}
      <SubmitButton form={form} icon="check">
        {t(basis ? messages.lawCorrect : messages.lawAdd)}
      </SubmitButton>
    </Form>
  );
}
