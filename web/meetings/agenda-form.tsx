import { useState } from 'react';
import { messages } from '#meetings/messages/agenda.ts';
import type { AgendaItem } from '#meetings/schema/agenda.ts';
import { accepted } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { newId } from '#web/platform/ids.ts';
import { NumberField, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Row } from '#web/ui/layout.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

type Props = { meetingId: string; item: AgendaItem | null; onDone: () => void };

/** The words of an item; its figures are the server's. */
export function AgendaForm({ meetingId, item, onDone }: Props) {
  // One record however often it is sent.
  const [ownId] = useState(newId);
  const form = useForm({
    initial: {
      title: item?.title ?? '',
      presenter: item?.presenter ?? '',
      minutes: item?.minutes ? String(item.minutes) : '',
      notes: item?.notes ?? '',
    },
    check: (values) => required(values, ['title']),
    submit: async (values, sending) => {
      const words = {
        title: values.title.trim(),
        presenter: values.presenter.trim(),
        minutes: values.minutes ? Number(values.minutes) : null,
        notes: values.notes.trim(),
      };
      if (item) await accepted('agenda/change', { agendaItemId: item.agendaItemId, ...words }, sending);
      else
        await accepted(
          'agenda/add',
          { agendaItemId: ownId, meetingId, source: 'FREE', key: '', ...words },
          sending,
        );
      onDone();
    },
  });
  return (
    <Form form={form}>
      <TextField field={form.field('title')} label={t(messages.itemTitle)} maxLength={200} />
      <TextField field={form.field('presenter')} label={t(messages.presenter)} maxLength={200} optional />
      <NumberField field={form.field('minutes')} label={t(messages.minutesLong)} maxLength={3} optional />
      <TextField field={form.field('notes')} label={t(messages.notes)} lines={3} maxLength={4000} optional />
      <Row>
        <SubmitButton form={form} icon="check">
          {t(messages.save)}
        </SubmitButton>
      </Row>
    </Form>
  );
}
