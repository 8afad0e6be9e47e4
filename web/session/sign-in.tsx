import '#web/session/sign-in.css';
import { useEffect, useId } from 'react';
import { useLocation } from 'wouter';
import { locale, t } from '#web/platform/i18n.ts';
import { useSessionState } from '#web/platform/session.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { CastList, DemonstrationMark, useCast } from '#web/session/cast-list.tsx';
import { UsernameField } from '#web/session/credentials.tsx';
import { messages } from '#web/session/messages.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { ClothEdge, Mark } from '#web/ui/icons.tsx';
import { messages as uiMessages } from '#web/ui/messages.ts';
import { useForm } from '#web/ui/use-form.ts';

/** Signing in. Whoever came for another page gets to it afterwards. */
export function Screen() {
  const { state, changeLocale } = useSessionState();
  const [path, navigate] = useLocation();
  const city = useQuery<{ name: string }>('session/city').data?.name;
  const other = locale() === 'id' ? 'en' : 'id';
  const enter = () => path === '/masuk' && navigate('/', { replace: true });

  useEffect(() => {
    document.title = `${t(messages.signIn)} · Rangkul`;
    if (state.status === 'signed-in' && path === '/masuk') navigate('/', { replace: true });
  });

  return (
    <div className="signin">
      <a className="skip" href="#isi">
        {t(uiMessages.skip)}
      </a>
      <header className="signin__cloth cloth">
        <div className="signin__brand">
          <Mark size={40} /> Rangkul
        </div>
        <div className="signin__words">
          <p className="signin__promise">{t(messages.promise)}</p>
          <p>{city ? t(messages.workplaceOf, { city }) : t(messages.workplace)}</p>
        </div>
        <ClothEdge height={40} className="signin__edge" />
        <Mark size={480} className="signin__art" />
      </header>
      <main className="signin__form stack" id="isi" tabIndex={-1}>
        <PasswordForm onEntered={enter} />
        <Cast onEntered={enter} />
        <footer className="row">
          <button
            type="button"
            className="button button--quiet"
            lang={other}
            onClick={() => void changeLocale(other).catch(() => {})}
          >
            {other === 'en' ? 'English' : 'Bahasa Indonesia'}
          </button>
        </footer>
      </main>
    </div>
  );
}

function PasswordForm({ onEntered }: { onEntered: () => void }) {
  const { signIn } = useSessionState();
  const heading = useId();
  const form = useForm({
    initial: { username: '', password: '' },
    check: (values) => ({
      username: values.username.trim() === '' ? t(messages.usernameMissing) : undefined,
      password: values.password === '' ? t(messages.passwordMissing) : undefined,
    }),
    submit: async ({ username, password }) => {
      await signIn({ username: username.trim(), password });
      onEntered();
    },
  });
  return (
    <section className="stack" aria-labelledby={heading}>
      <h1 id={heading}>{t(messages.signIn)}</h1>
      <Form form={form}>
        <UsernameField field={form.field('username')} />
        <TextField
          field={form.field('password')}
          type="password"
          label={t(messages.password)}
          hint={t(messages.passwordHint)}
          autoComplete="current-password"
          maxLength={200}
        />
        <div className="row">
          <SubmitButton form={form}>{t(messages.signIn)}</SubmitButton>
          <LinkButton href="/kode" icon="key">
            {t(messages.haveCode)}
          </LinkButton>
        </div>
      </Form>
    </section>
  );
}

function Cast({ onEntered }: { onEntered: () => void }) {
  const heading = useId();
  const cast = useCast();
  if (!cast?.length) return null;
  return (
    <section className="stack" aria-labelledby={heading}>
      <DemonstrationMark>{t(messages.demonstrationMore)}</DemonstrationMark>
      <h2 id={heading}>{t(messages.castTitle)}</h2>
      <CastList members={cast} onEntered={onEntered} />
    </section>
  );
}
