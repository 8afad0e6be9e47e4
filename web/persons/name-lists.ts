import { messages } from '#persons/messages/identity.ts';
import { t } from '#web/platform/i18n.ts';

/** Several names as one text. */
export const textOfNames = (names: readonly string[]): string => names.join(', ');

const partsOf = (text: string) => text.split(',').map((it) => it.trim());

/** The names in a text with commas. One that is stored with a comma in it stays one: "Zaki, S.Pd" is nobody's two names. */
export function namesIn(text: string, stored: readonly string[] = []): string[] {
  const whole = stored
    .filter((it) => it.includes(','))
    .map((name) => ({ name, parts: partsOf(name) }))
    .sort((a, b) => b.parts.length - a.parts.length);
  const parts = partsOf(text);
  const names: string[] = [];
  for (let at = 0; at < parts.length; ) {
    const found = whole.find((it) => it.parts.every((part, n) => part === parts[at + n]));
    names.push(found?.name ?? parts[at] ?? '');
    at += found?.parts.length ?? 1;
  }
  return names.filter(Boolean);
}

type Limit = { readonly most: number; readonly letters: number };

/** What is wrong with so many names, or with one of them, if anything; `others` counts with them. */
export function wrongInNames(
  names: readonly string[],
  { most, letters }: Limit,
  others = 0,
): string | undefined {
  const count = names.length + others;
  if (count > most) return t(others > 0 ? messages.tooManyNames : messages.tooMany, { most, count });
  return names.some((it) => [...it].length > letters) ? t(messages.tooLong, { most: letters }) : undefined;
}
