import { messages } from '#meetings/messages/decisions.ts';
import type { Decision } from '#meetings/schema/decisions.ts';
import { AimFields, aimInput, aimValues } from '#web/meetings/aim-fields.tsx';
import { accepted } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { useAbility } from '#web/platform/session.tsx';
import { TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Row } from '#web/ui/layout.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

type Props = { meetingId: string; decision: Decision | null; onDone: () => void };

/** Issue and decision in words; new, or the draft that is changed. */
export function DecisionForm({ meetingId, decision, onDone }: Props) {
  // Figures of the city are a matter of who reads them.
  const mayAim = useAbility('/meetings/:meetingId/outcomes');
  const form = useForm({
    initial: { issue: decision?.issue ?? '', decision: decision?.decision ?? '', ...aimValues(decision) },
    check: (values) => required(values, ['issue', 'decision']),
    submit: async (values, sending) => {
      const input = {
        decisionId: decision?.decisionId ?? sending.id,
        meetingId,
        agendaItemId: decision?.agendaItemId ?? null,
        issue: values.issue.trim(),
        decision: values.decision.trim(),
        ...(mayAim ? aimInput(values) : {}),
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
      {mayAim ? (
        <AimFields
          indicator={form.field('indicator')}
          indicatorArea={form.field('indicatorArea')}
          target={form.field('target')}
        />
      ) : null}
      <Row>
        <SubmitButton form={form} icon="check">
          {t(messages.save)}
        </SubmitButton>
      </Row>
    </Form>
  );
}
