import { messages } from '#encounters/messages.ts';
import { type Warning, warningsIn } from '#encounters/rules.ts';
import { t } from '#web/platform/i18n.ts';
import { TextField } from '#web/ui/fields.tsx';
import type { Bound } from '#web/ui/use-form.ts';

const doubts = {
  name: messages.doubtName,
  number: messages.doubtNumber,
  address: messages.doubtAddress,
  accusation: messages.doubtAccusation,
} satisfies Record<Warning['kind'], { id: string; en: string }>;

/** A short free text that says while it is typed what in it should not stand there. */
export function ShortText(props: { field: Bound<string>; label: string; hint?: string | undefined }) {
  const found = warningsIn(props.field.value);
  const said = found.map((it) => t(doubts[it.kind], { found: it.found })).join('; ');
  return (
    <TextField
      field={props.field}
      label={props.label}
      hint={props.hint}
      doubt={said ? t(messages.doubtEnd, { doubts: said }) : undefined}
      lines={2}
      maxLength={500}
      optional
    />
  );
}
