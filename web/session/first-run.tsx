import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { look } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { useSessionState } from '#web/platform/session.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { CodeField, NewPasswordField, newPasswordProblem, UsernameField } from '#web/session/credentials.tsx';
import { messages } from '#web/session/messages.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Select, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

type Desks = { city: string; desks: { agencyCode: string; name: string }[] };

/** The first page of a real city: makes its first administrator with the code that stands in the server's log. */
export function Screen() {
  const desks = useQuery<Desks>('session/first-run');
  useEffect(() => {
    document.title = `${t(messages.firstRun)} · Rangkul`;
  });
  return (
    <main className="alone stack" id="isi" tabIndex={-1}>
      <h1>{t(messages.firstRun)}</h1>
      {desks.problem?.code === 'not-found' ? (
        <EmptyState level={2} title={t(messages.firstRunOver)}>
          <LinkButton href="/masuk">{t(messages.backToSignIn)}</LinkButton>
        </EmptyState>
      ) : (
        <Loaded query={desks} what={t(messages.firstRun)}>
          {(data) => (
            <>
              <p>{t(messages.firstRunLead, { city: data.city })}</p>
              <AdministratorForm desks={data.desks} />
            </>
          )}
        </Loaded>
      )}
    </main>
  );
}

function AdministratorForm({ desks }: { desks: Desks['desks'] }) {
  const { signIn } = useSessionState();
  const [, navigate] = useLocation();
  const form = useForm({
    initial: { code: '', username: '', name: '', agencyCode: desks[0]?.agencyCode ?? '', password: '' },
    check: (values) => ({
      ...required(values, ['code', 'username', 'name', 'agencyCode']),
      password: newPasswordProblem(values.password),
    }),
    submit: async (values) => {
      const username = values.username.trim().toLowerCase();
      await look('session/first-run', { ...values, code: values.code.trim(), username });
      await signIn({ username, password: values.password });
      navigate('/', { replace: true });
    },
  });
  return (
    <Form form={form}>
      <CodeField
        field={form.field('code')}
        label={t(messages.firstRunCode)}
        hint={t(messages.firstRunCodeHint)}
      />
      <TextField
        field={form.field('name')}
        label={t(messages.fullName)}
        autoComplete="name"
        maxLength={120}
      />
      <UsernameField field={form.field('username')} hint={t(messages.usernameHint)} />
      <Select
        field={form.field('agencyCode')}
        label={t(messages.agency)}
        options={desks.map((it) => ({ value: it.agencyCode, label: it.name }))}
      />
      <NewPasswordField field={form.field('password')} />
      <SubmitButton form={form}>{t(messages.firstRunMake)}</SubmitButton>
    </Form>
  );
}
