import { messages } from '#meetings/messages/invitations.ts';
import { type InvitationRule, invitationRuleNames, invitationRules } from '#meetings/rules/invitations.ts';
import { AgencyPicker } from '#web/operations/pickers.tsx';
import { accepted } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { Select, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card, Row } from '#web/ui/layout.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

type Inviting = { meetingId: string; onDone: () => void };
type Added = { added: number; already: number };

const officeOf = (rule: string) =>
  rule in invitationRules ? invitationRules[rule as InvitationRule].office : '';

/** Every agency of a kind at once, at one office. */
export function RuleForm({ meetingId, onDone }: Inviting) {
  const toast = useToast();
  const form = useForm({
    initial: { rule: '', office: '' },
    check: (values) => required(values, ['rule', 'office']),
    submit: async (values, sending) => {
      const done = await accepted<Added>('meetings/invite-by-rule', { meetingId, ...values }, sending);
      toast({ text: t(messages.addedCount, { added: done.added, already: done.already }) });
      form.reset();
      onDone();
    },
  });
  const rule = form.field('rule');
  const choose = (value: string) => {
    if (!form.values.office || form.values.office === officeOf(form.values.rule))
      form.set('office', officeOf(value));
    rule.set(value);
  };
  return (
    <Card title={t(messages.byRule)}>
      <Form form={form} label={t(messages.byRule)}>
        <Select
          field={{ ...rule, set: choose }}
          label={t(messages.rule)}
          options={invitationRuleNames.map((it) => ({ value: it, label: t(messages[it]) }))}
        />
        <TextField
          field={form.field('office')}
          label={t(messages.office)}
          hint={t(messages.officeHint)}
          maxLength={200}
        />
        <Row>
          <SubmitButton form={form} icon="plus" kind="plain">
            {t(messages.add)}
          </SubmitButton>
        </Row>
      </Form>
    </Card>
  );
}

/** Agencies that are chosen one by one. */
export function AgencyForm({ meetingId, host, onDone }: Inviting & { host: string }) {
  const toast = useToast();
  const form = useForm({
    initial: { agencies: [] as string[], office: 'Kepala' },
    check: (values) => required(values, ['agencies', 'office']),
    submit: async (values, sending) => {
      const done = await accepted<Added>('meetings/invite-agencies', { meetingId, ...values }, sending);
      toast({ text: t(messages.addedCount, { added: done.added, already: done.already }) });
      form.reset();
      onDone();
    },
  });
  return (
    <Card title={t(messages.byAgency)}>
      <Form form={form} label={t(messages.byAgency)}>
        <AgencyPicker field={form.field('agencies')} without={host} label={t(messages.agencies)} />
        <TextField field={form.field('office')} label={t(messages.office)} maxLength={200} />
        <Row>
          <SubmitButton form={form} icon="plus" kind="plain">
            {t(messages.add)}
          </SubmitButton>
        </Row>
      </Form>
    </Card>
  );
}

/** Somebody of no agency of the city, by name. */
export function PersonForm({ meetingId, onDone }: Inviting) {
  const toast = useToast();
  const form = useForm({
    initial: { name: '', office: '', email: '' },
    check: (values) => required(values, ['name', 'office']),
    submit: async (values, sending) => {
      const input = { meetingId, invitationId: sending.id, ...values };
      await accepted('meetings/invite-person', input, sending);
      toast({ text: t(messages.personAdded) });
      form.reset();
      onDone();
    },
  });
  return (
    <Card title={t(messages.person)}>
      <p className="meta">{t(messages.personMore)}</p>
      <Form form={form} label={t(messages.person)}>
        <TextField field={form.field('name')} label={t(messages.name)} maxLength={120} />
        <TextField field={form.field('office')} label={t(messages.office)} maxLength={200} />
        <TextField
          field={form.field('email')}
          label={t(messages.email)}
          type="email"
          maxLength={200}
          optional
        />
        <Row>
          <SubmitButton form={form} icon="plus" kind="plain">
            {t(messages.add)}
          </SubmitButton>
        </Row>
      </Form>
    </Card>
  );
}
