import { messages } from '#retention/messages.ts';
import { doubtIn } from '#web/encounters/text-field.tsx';
import { t } from '#web/platform/i18n.ts';
import { TextField } from '#web/ui/fields.tsx';
import type { Bound } from '#web/ui/use-form.ts';

/** Whose record: a case number or the number of a record, since officers see no name. */
export function ReferenceField({ field }: { field: Bound<string> }) {
  return (
    <TextField field={field} label={t(messages.reference)} hint={t(messages.referenceHint)} maxLength={60} />
  );
}

/** Why, in words that name nobody; it says while it is typed what looks like a name. */
export function ReasonField({ field }: { field: Bound<string> }) {
  return (
    <TextField
      field={field}
      label={t(messages.reason)}
      hint={t(messages.reasonHint)}
      doubt={doubtIn(field.value)}
      maxLength={500}
    />
  );
}
