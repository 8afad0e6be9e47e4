import { messages } from '#retention/messages.ts';
import { t } from '#web/platform/i18n.ts';
import { TextField } from '#web/ui/fields.tsx';
import type { Bound } from '#web/ui/use-form.ts';

/** Whose record: a case number or the number of a record, since officers see no name. */
export function ReferenceField({ field }: { field: Bound<string> }) {
  return (
    <TextField field={field} label={t(messages.reference)} hint={t(messages.referenceHint)} maxLength={60} />
  );
}

export function ReasonField({ field }: { field: Bound<string> }) {
  return <TextField field={field} label={t(messages.reason)} hint={t(messages.reasonHint)} maxLength={500} />;
}
