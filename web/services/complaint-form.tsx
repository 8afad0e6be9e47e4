import { complainants, readingAgencies } from '#custody/rules.ts';
import { messages } from '#services/messages.ts';
import { accepted } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { agencyName, useAgencies, useColleagues, useLists } from '#web/platform/lists.ts';
import { Select, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

/** A complaint by or for a child about a programme; the server sees to it that it is read outside. */
export function ComplaintForm({ programmeId, onDone }: { programmeId: string; onDone: () => void }) {
  const lists = useLists().data;
  const agencies = useAgencies();
  const colleagues = useColleagues();
  const toast = useToast();
  const form = useForm({
    initial: { saidBy: '', subject: '', said: '', toAgency: '' },
    check: (values) => required(values, ['saidBy', 'subject', 'said']),
    submit: async ({ toAgency, said, ...rest }, sending) => {
      const answer = await accepted<{ toAgency: string }>(
        'services/complain',
        {
          ...rest,
          complaintId: sending.id,
          programmeId,
          said: said.trim(),
          ...(toAgency ? { toAgency } : {}),
        },
        sending,
      );
      toast({ text: t(messages.complained, { agency: agencies.nameOf(answer.toAgency) }), icon: 'check' });
      onDone();
    },
  });
  const readers = readingAgencies(agencies.data ?? [], colleagues.data ?? [], '');
  return (
    <Form form={form}>
      <p>{t(messages.complainMore)}</p>
      <Select
        field={form.field('saidBy')}
        label={t(messages.saidBy)}
        options={complainants.map((value) => ({ value, label: t(messages[`saidBy${value}`]) }))}
      />
      <Select
        field={form.field('subject')}
        label={t(messages.subject)}
        options={lists?.options('complaint_subject') ?? []}
      />
      <TextField field={form.field('said')} label={t(messages.said)} lines={4} maxLength={2000} />
      <Select
        field={form.field('toAgency')}
        label={t(messages.reader)}
        placeholder={t(messages.usualReader)}
        options={readers.map((it) => ({ value: it.agencyCode, label: agencyName(it) }))}
        optional
      />
      <SubmitButton form={form} icon="send">
        {t(messages.sendComplaint)}
      </SubmitButton>
    </Form>
  );
}
