import { t } from '#web/platform/i18n.ts';
import { messages } from '#web/session/messages.ts';
import { TextField } from '#web/ui/fields.tsx';
import type { Bound } from '#web/ui/use-form.ts';

type FieldProps = { field: Bound<string>; hint?: string };

/** The name one signs in with; password managers know it by its purpose. */
export function UsernameField({ field, hint }: FieldProps) {
  return (
    <TextField
      field={field}
      label={t(messages.username)}
      hint={hint}
      autoComplete="username"
      autoCapitalize="none"
      maxLength={40}
    />
  );
}

/** A one-time code as it stands on paper. */
export function CodeField({ field, label, hint }: FieldProps & { label: string }) {
  return <TextField field={field} label={label} hint={hint} autoCapitalize="characters" maxLength={40} />;
}

/** A password that is chosen now. */
export function NewPasswordField({ field }: FieldProps) {
  return (
    <TextField
      field={field}
      type="password"
      label={t(messages.newPassword)}
      hint={t(messages.newPasswordHint)}
      autoComplete="new-password"
      maxLength={200}
    />
  );
}

/** What is still wrong with a password that is chosen now. */
export function newPasswordProblem(password: string): string | undefined {
  return password.length < 12 ? t(messages.passwordShort) : undefined;
}
