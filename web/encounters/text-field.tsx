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

/** What in a free text should not stand there, as a sentence while it is typed; nothing when there is no doubt. */
export function doubtIn(text: string): string | undefined {
  const said = warningsIn(text)
    .map((it) => t(doubts[it.kind], { found: it.found }))
    .join('; ');
  return said ? t(messages.doubtEnd, { doubts: said }) : undefined;
}

/** A short free text that says while it is typed what in it should not stand there. */
export function ShortText(props: { field: Bound<string>; label: string; hint?: string | undefined }) {
  return (
    <TextField
      field={props.field}
      label={props.label}
      hint={props.hint}
      doubt={doubtIn(props.field.value)}
      lines={2}
      maxLength={500}
      optional
    />
  );
}
