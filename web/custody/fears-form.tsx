import { messages } from '#custody/messages.ts';
import { accepted } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import { Checkbox, PickMany, PickTiles, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Row } from '#web/ui/layout.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

type Values = { alone: boolean; fears: string; names: string; relations: string[]; note: string };

/** The question to the child, alone: whom it fears. Nothing of the answer is kept on this device. */
export function FearsForm(props: { custodyId: string; words: Lists; onDone: () => void }) {
  const form = useForm<Values>({
    initial: { alone: false, fears: '', names: '', relations: [], note: '' },
    check: (values) => ({ ...required(values, ['fears']) }),
    submit: async (values, sending) => {
      const names = values.names
        .split('\n')
        .map((name) => name.trim())
        .filter(Boolean)
        .slice(0, 5);
      const input = {
        custodyId: props.custodyId,
        askedAlone: values.alone,
        fearsSomeone: values.fears === 'yes',
        ...(values.fears === 'yes'
          ? { names, relations: values.relations.slice(0, 5), note: values.note.trim() }
          : {}),
      };
      await accepted('custody/ask-fears', input, sending);
      props.onDone();
    },
  });
  return (
    <Form form={form}>
      <p>{t(messages.fearsLead)}</p>
      <Checkbox field={form.field('alone')} hint={t(messages.fearsAloneHint)}>
        {t(messages.fearsAlone)}
      </Checkbox>
      <PickTiles
        field={form.field('fears')}
        label={t(messages.fearsSomeone)}
        options={[
          { value: 'no', label: t(messages.fearsNobody) },
          { value: 'yes', label: t(messages.fearsYes), stop: true },
        ]}
      />
      {form.values.fears === 'yes' ? (
        <>
          <TextField
            field={form.field('names')}
            label={t(messages.fearsNames)}
            hint={t(messages.fearsNamesHint)}
            lines={2}
            maxLength={600}
            optional
          />
          <PickMany
            field={form.field('relations')}
            label={t(messages.fearsRelations)}
            options={props.words.options('kin_relation')}
            optional
          />
          <TextField
            field={form.field('note')}
            label={t(messages.fearsNote)}
            lines={2}
            maxLength={300}
            optional
          />
        </>
      ) : null}
      <Row>
        <SubmitButton form={form}>{t(messages.record)}</SubmitButton>
      </Row>
    </Form>
  );
}
