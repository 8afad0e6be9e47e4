import { messages } from '#meetings/messages/invitations.ts';
import type { Invitation } from '#meetings/schema/invitations.ts';
import { accepted } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { PickTiles, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Row } from '#web/ui/layout.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

/** The agency answers its invitation; until the meeting begins it may answer again. */
export function ReplyForm(props: { meetingId: string; invitation: Invitation; onDone: () => void }) {
  const { meetingId, invitation, onDone } = props;
  const toast = useToast();
  const form = useForm({
    initial: {
      answer: invitation.state === 'invited' ? '' : (invitation.state as string),
      delegateName: invitation.delegateName,
      delegateOffice: invitation.delegateOffice,
      note: invitation.note,
    },
    check: (values) =>
      required(values, values.answer === 'delegated' ? ['answer', 'delegateName'] : ['answer']),
    submit: async (values, sending) => {
      const input = { meetingId, invitationId: invitation.invitationId, ...values };
      await accepted('meetings/reply', input, sending);
      toast({ text: t(messages.replied) });
      onDone();
    },
  });
  return (
    <Form form={form} label={t(messages.reply)}>
      <PickTiles
        field={form.field('answer')}
        label={t(messages.answer)}
        options={[
          { value: 'coming', label: t(messages.chooseComing) },
          { value: 'delegated', label: t(messages.chooseDelegated) },
          { value: 'declined', label: t(messages.chooseDeclined) },
        ]}
      />
      {form.values.answer === 'delegated' ? (
        <>
          <TextField field={form.field('delegateName')} label={t(messages.delegateName)} maxLength={120} />
          <TextField
            field={form.field('delegateOffice')}
            label={t(messages.delegateOffice)}
            maxLength={200}
            optional
          />
        </>
      ) : null}
      <TextField field={form.field('note')} label={t(messages.replyNote)} maxLength={500} optional />
      <Row>
        <SubmitButton form={form} icon="send">
          {t(messages.sendReply)}
        </SubmitButton>
      </Row>
    </Form>
  );
}
