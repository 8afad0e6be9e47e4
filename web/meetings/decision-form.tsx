import { messages } from '#meetings/messages/decisions.ts';
import type { Decision } from '#meetings/schema/decisions.ts';
import { accepted } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Row } from '#web/ui/layout.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

type Props = { meetingId: string; decision: Decision | null; onDone: () => void };

/** Issue and decision in words; new, or the draft that is changed. */
export function DecisionForm({ meetingId, decision, onDone }: Props) {
  const form = useForm({
    initial: { issue: decision?.issue ?? '', decision: decision?.decision ?? '' },
    check: (values) => required(values, ['issue', 'decision']),
    submit: async (values, sending) => {
      const input = {
        decisionId: decision?.decisionId ?? sending.id,
        meetingId,
        agendaItemId: decision?.agendaItemId ?? null,
        issue: values.issue.trim(),
        decision: values.decision.trim(),
      };
      const name = decision ? 'decisions/change' : 'decisions/draft';
      await accepted(name, input, decision ? { ...sending, basedOn: decision.version } : sending);
      onDone();
    },
  });
  return (
    <Form form={form}>
      <TextField field={form.field('issue')} label={t(messages.issue)} lines={2} maxLength={1000} />
      <TextField field={form.field('decision')} label={t(messages.decision)} lines={4} maxLength={2000} />
      <Row>
        <SubmitButton form={form} icon="check">
          {t(messages.save)}
        </SubmitButton>
      </Row>
    </Form>
  );
}
