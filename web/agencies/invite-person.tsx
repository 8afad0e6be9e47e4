import { useLocation } from 'wouter';
import { messages } from '#agencies/messages.ts';
import { DeskFields, deskOf, noDesk } from '#web/agencies/desk-fields.tsx';
import { accepted } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { newId } from '#web/platform/ids.ts';
import { TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card } from '#web/ui/layout.tsx';
import { Page } from '#web/ui/page.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

/** Makes the account of one person at a desk. */
export function Screen() {
  const toast = useToast();
  const [, navigate] = useLocation();
  const form = useForm({
    initial: { staffId: newId(), username: '', name: '', ...noDesk },
    check: (values) => required(values, ['username', 'name', 'agencyCode', 'role']),
    submit: async ({ staffId, username, name, ...desk }, sending) => {
      await accepted(
        'people/invite',
        { staffId, username: username.trim().toLowerCase(), name: name.trim(), ...deskOf(desk) },
        sending,
      );
      toast({ text: t(messages.invited) });
      navigate('/orang');
    },
  });
  return (
    <Page
      title={t(messages.invite)}
      lead={t(messages.inviteLead)}
      crumbs={[{ href: '/orang', label: t(messages.people) }]}
    >
      <Card>
        <Form form={form}>
          <TextField field={form.field('name')} label={t(messages.name)} maxLength={120} />
          <TextField
            field={form.field('username')}
            label={t(messages.username)}
            hint={t(messages.usernameHint)}
            autoCapitalize="none"
            maxLength={40}
          />
          <DeskFields
            agency={form.field('agencyCode')}
            role={form.field('role')}
            area={form.field('areaCode')}
          />
          <SubmitButton form={form}>{t(messages.save)}</SubmitButton>
        </Form>
      </Card>
    </Page>
  );
}
