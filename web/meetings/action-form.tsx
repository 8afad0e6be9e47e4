import { messages } from '#meetings/messages/decisions.ts';
import type { Action } from '#meetings/schema/follow-up.ts';
import { accepted } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { useAgencies, useLists } from '#web/platform/lists.ts';
import { Button } from '#web/ui/button.tsx';
import { DateField, Select, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Row } from '#web/ui/layout.tsx';
import { type Bound, required, useForm } from '#web/ui/use-form.ts';

type Props = { decisionId: string; action: Action | null; onDone: () => void };

const words = (action: Action | null) => ({
  what: action?.what ?? '',
  responsibleAgency: action?.responsibleAgency ?? '',
  supporters: [...(action?.supporters ?? [])],
  place: action?.place ?? '',
  areaCode: action?.areaCode ?? '',
  startsOn: action?.startsOn ?? '',
  dueOn: action?.dueOn ?? '',
  funds: action?.funds ?? '',
  output: action?.output ?? '',
  target: action?.target ?? '',
  evidenceAsked: action?.evidenceAsked ?? '',
});

/** One line of the follow-up matrix while its decision is a draft: owner and day may still be open. */
export function ActionForm({ decisionId, action, onDone }: Props) {
  const agencies = useAgencies();
  const lists = useLists();
  const form = useForm({
    initial: words(action),
    check: (values) => required(values, ['what']),
    submit: async (values, sending) => {
      const input = {
        ...values,
        actionId: action?.actionId ?? sending.id,
        decisionId,
        responsibleAgency: values.responsibleAgency || null,
        areaCode: values.areaCode || null,
        startsOn: values.startsOn || null,
        dueOn: values.dueOn || null,
      };
      const name = action ? 'decisions/change-action' : 'decisions/add-action';
      await accepted(name, input, action ? { ...sending, basedOn: action.version } : sending);
      onDone();
    },
  });
  return (
    <Form form={form}>
      <TextField field={form.field('what')} label={t(messages.what)} lines={3} maxLength={1000} />
      <Select
        field={form.field('responsibleAgency')}
        label={t(messages.owner)}
        placeholder={t(messages.noOwner)}
        options={agencies.options()}
        optional
      />
      <DateField field={form.field('dueOn')} label={t(messages.due)} optional />
      <Supporters field={form.field('supporters')} owner={form.values.responsibleAgency} />
      <DateField field={form.field('startsOn')} label={t(messages.starts)} optional />
      <TextField field={form.field('place')} label={t(messages.place)} maxLength={200} optional />
      <Select
        field={form.field('areaCode')}
        label={t(messages.area)}
        placeholder={t(messages.wholeCity)}
        options={lists.data?.villages() ?? []}
        optional
      />
      <TextField field={form.field('funds')} label={t(messages.funds)} maxLength={200} optional />
      <TextField field={form.field('output')} label={t(messages.output)} maxLength={300} optional />
      <TextField field={form.field('target')} label={t(messages.target)} maxLength={200} optional />
      <TextField
        field={form.field('evidenceAsked')}
        label={t(messages.evidenceAsked)}
        maxLength={300}
        optional
      />
      <Row>
        <SubmitButton form={form} icon="check">
          {t(messages.saveAction)}
        </SubmitButton>
      </Row>
    </Form>
  );
}

function Supporters({ field, owner }: { field: Bound<string[]>; owner: string }) {
  const agencies = useAgencies();
  const free = agencies.options().filter((it) => it.value !== owner && !field.value.includes(it.value));
  const add = (code: string) => field.set(code ? [...field.value, code] : field.value);
  return (
    <>
      <Select
        field={{ ...field, value: '', set: add }}
        label={t(messages.supporters)}
        placeholder={t(messages.addSupporter)}
        options={free}
        optional
      />
      <Row>
        {field.value.map((code) => (
          <Button
            key={code}
            kind="quiet"
            icon="x"
            onClick={() => field.set(field.value.filter((one) => one !== code))}
          >
            {agencies.nameOf(code)}
          </Button>
        ))}
      </Row>
    </>
  );
}
