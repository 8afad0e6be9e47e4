import { needsMoreWords } from '#areas/rules.ts';
import { messages } from '#custody/messages.ts';
import { accepted } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import { DateTimeField, PickTiles, Select, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Row } from '#web/ui/layout.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

type Common = { custodyId: string; words: Lists; onDone: () => void };

/** Records one step; of an attempt also how it ended. */
export function StepForm(props: Common & { kind: string; attempts: boolean }) {
  const { custodyId, kind, attempts, words, onDone } = props;
  const form = useForm({
    initial: { result: '', at: new Date().toISOString(), note: '' },
    check: (values) => ({ ...required(values, attempts ? ['result', 'at'] : ['at']) }),
    submit: async (values, sending) => {
      const { note, at, result } = values;
      const input = { stepId: sending.id, custodyId, kind, at, note, ...(attempts ? { result } : {}) };
      await accepted('custody/record-step', input, sending);
      onDone();
    },
  });
  return (
    <Form form={form}>
      {attempts ? (
        <PickTiles
          field={form.field('result')}
          label={t(messages.result)}
          options={words.options('contact_result')}
        />
      ) : null}
      <DateTimeField field={form.field('at')} label={t(messages.when)} />
      <TextField
        field={form.field('note')}
        label={t(messages.note)}
        hint={t(messages.noteHint)}
        lines={2}
        maxLength={500}
        optional
      />
      <Row>
        <SubmitButton form={form}>{t(messages.record)}</SubmitButton>
      </Row>
    </Form>
  );
}

/** Says why a child is held longer, and until when. */
export function HoldForm({ custodyId, words, onDone }: Common) {
  const unsaid = (reason: string, note: string) =>
    needsMoreWords(words.code('hold_reason', reason)?.extra, note);
  const form = useForm({
    initial: { reason: '', until: new Date(Date.now() + 2 * 3_600_000).toISOString(), note: '' },
    check: (values) =>
      required(values, [
        'reason',
        'until',
        ...(unsaid(values.reason, values.note) ? (['note'] as const) : []),
      ]),
    submit: async (values, sending) => {
      await accepted('custody/hold-longer', { stepId: sending.id, custodyId, ...values }, sending);
      onDone();
    },
  });
  return (
    <Form form={form}>
      <Select
        field={form.field('reason')}
        label={t(messages.holdReason)}
        options={words.options('hold_reason')}
      />
      <DateTimeField
        field={form.field('until')}
        label={t(messages.holdUntil)}
        hint={t(messages.holdUntilHint)}
      />
      <TextField
        field={form.field('note')}
        label={t(messages.note)}
        hint={t(messages.noteHint)}
        lines={2}
        maxLength={500}
        optional={!unsaid(form.values.reason, '')}
      />
      <Row>
        <SubmitButton form={form}>{t(messages.record)}</SubmitButton>
      </Row>
    </Form>
  );
}
