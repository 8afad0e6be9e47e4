import { messages } from '#meetings/messages/agenda.ts';
import type { Minutes } from '#meetings/schema/minutes.ts';
import { accepted } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Row } from '#web/ui/layout.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

type Props = { meetingId: string; minutes: Minutes | null; onDone: () => void };

/** Writes the minutes, or over the draft that is on screen. */
export function MinutesForm({ meetingId, minutes, onDone }: Props) {
  const form = useForm({
    initial: {
      leader: minutes?.leader ?? '',
      noteTaker: minutes?.noteTaker ?? '',
      proceedings: minutes?.proceedings ?? '',
      problems: minutes?.problems ?? '',
      solutions: minutes?.solutions ?? '',
    },
    check: (values) => required(values, ['leader', 'noteTaker']),
    submit: async (values, sending) => {
      await accepted(
        'minutes/write',
        { meetingId, ...values },
        { ...sending, basedOn: minutes?.version ?? 0 },
      );
      onDone();
    },
  });
  return (
    <Form form={form}>
      <p className="meta">{t(messages.noNames)}</p>
      <TextField field={form.field('leader')} label={t(messages.leader)} maxLength={160} />
      <TextField field={form.field('noteTaker')} label={t(messages.noteTaker)} maxLength={160} />
      <TextField
        field={form.field('proceedings')}
        label={t(messages.proceedings)}
        lines={6}
        maxLength={20_000}
        optional
      />
      <TextField
        field={form.field('problems')}
        label={t(messages.problems)}
        lines={4}
        maxLength={8000}
        optional
      />
      <TextField
        field={form.field('solutions')}
        label={t(messages.solutions)}
        lines={4}
        maxLength={8000}
        optional
      />
      <Row>
        <SubmitButton form={form} icon="check">
          {t(messages.save)}
        </SubmitButton>
      </Row>
    </Form>
  );
}
