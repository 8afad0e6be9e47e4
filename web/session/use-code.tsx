import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { t } from '#web/platform/i18n.ts';
import { useSessionState } from '#web/platform/session.tsx';
import { DemonstrationMark } from '#web/session/cast-list.tsx';
import { CodeField, NewPasswordField, newPasswordProblem, UsernameField } from '#web/session/credentials.tsx';
import { messages } from '#web/session/messages.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { useForm } from '#web/ui/use-form.ts';

/** Opens an account, or gives it a new password, with the code that was handed over. */
export function Screen() {
  const { signInWithCode } = useSessionState();
  const [, navigate] = useLocation();
  useEffect(() => {
    document.title = `${t(messages.haveCode)} · Rangkul`;
  });
  const form = useForm({
    initial: { username: '', code: '', password: '' },
    check: (values) => ({
      username: values.username.trim() === '' ? t(messages.usernameMissing) : undefined,
      code: values.code.trim().length < 8 ? t(messages.codeMissing) : undefined,
      password: newPasswordProblem(values.password),
    }),
    submit: async ({ username, code, password }) => {
      await signInWithCode({ username: username.trim().toLowerCase(), code: code.trim(), password });
      navigate('/', { replace: true });
    },
  });
  return (
    <main className="alone stack" id="isi" tabIndex={-1}>
      <h1>{t(messages.haveCode)}</h1>
      <p>{t(messages.codeLead)}</p>
      <DemonstrationMark />
      <Form form={form}>
        <UsernameField field={form.field('username')} />
        <CodeField field={form.field('code')} label={t(messages.code)} />
        <NewPasswordField field={form.field('password')} />
        <div className="row">
          <SubmitButton form={form}>{t(messages.signIn)}</SubmitButton>
          <LinkButton href="/masuk">{t(messages.backToSignIn)}</LinkButton>
        </div>
      </Form>
    </main>
  );
}
