import { DateField, NumberField, Select, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card } from '#web/ui/layout.tsx';
import { required, type Sending, useForm } from '#web/ui/use-form.ts';

type Choice = {
  readonly value: string;
  readonly label: string;
  readonly least: number;
  readonly most: number;
  /** What the number counts and between which bounds, said beside its field. */
  readonly hint: string;
};
type Given = {
  readonly what: string;
  readonly number: number;
  readonly validFrom: string;
  readonly basis: string;
};

/** Sets one of several numbers of the city from a day on, with its reason: limits and periods alike. */
export function NewDatedNumber(props: {
  readonly title: string;
  readonly lead: string;
  readonly choices: readonly Choice[];
  /** What the command calls the two fields, so that its refusals reach them. */
  readonly names: { readonly what: string; readonly number: string };
  readonly words: Readonly<
    Record<'what' | 'number' | 'validFrom' | 'validFromHint' | 'basis' | 'basisHint' | 'save', string>
  >;
  readonly send: (given: Given, sending: Sending) => Promise<void>;
}) {
  const { names, words, choices } = props;
  const chosen = (value: string | undefined) => choices.find((it) => it.value === value);
  const form = useForm<Record<string, string>>({
    initial: { [names.what]: '', [names.number]: '', validFrom: '', basis: '' },
    check: (values) => {
      const choice = chosen(values[names.what]);
      const typed = values[names.number] ?? '';
      const number = Number(typed);
      const fits =
        !choice ||
        typed.trim() === '' ||
        (Number.isInteger(number) && number >= choice.least && number <= choice.most);
      return {
        ...required(values, [names.what, names.number, 'validFrom', 'basis']),
        ...(fits ? {} : { [names.number]: choice.hint }),
      };
    },
    submit: async (values, sending) => {
      await props.send(
        {
          what: values[names.what] ?? '',
          number: Number(values[names.number]),
          validFrom: values.validFrom ?? '',
          basis: values.basis ?? '',
        },
        sending,
      );
      form.reset();
    },
  });
  return (
    <Card>
      <h3>{props.title}</h3>
      <p>{props.lead}</p>
      <Form form={form}>
        <Select field={form.field(names.what)} label={words.what} options={choices} />
        <NumberField
          field={form.field(names.number)}
          label={words.number}
          hint={chosen(form.field(names.what).value)?.hint}
          maxLength={4}
        />
        <DateField field={form.field('validFrom')} label={words.validFrom} hint={words.validFromHint} />
        <TextField field={form.field('basis')} label={words.basis} hint={words.basisHint} maxLength={300} />
        <SubmitButton form={form}>{words.save}</SubmitButton>
      </Form>
    </Card>
  );
}
