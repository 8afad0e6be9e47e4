// One table of messages for each slice: { id, en }. A key without both languages does not compile.
export type Locale = 'id' | 'en';
export type Text = { readonly id: string; readonly en: string };
export type Messages = Record<string, Text>;

/** Fills {name} places in a text of the given language. */
export function say(text: Text, locale: Locale, values: Record<string, string | number> = {}): string {
  return text[locale].replace(/\{(\w+)\}/g, (whole, key: string) =>
    key in values ? String(values[key]) : whole,
  );
}

/**
 * What the program itself writes in the place of somebody's words. It is kept among them as one fixed text, the
 * Indonesian one, by which whoever shows such a column knows it and words it for the reader.
 */
export const keptWords = {
  /** As app.erase_identity writes it (migrations/current/retention.sql). */
  erased: { id: '(dihapus menurut aturan retensi)', en: '(erased under the retention rules)' },
  heldAgain: { id: '(dipasang lagi setelah pemulihan)', en: '(set again after a restore)' },
} satisfies Messages;

/** A kept text as somebody wrote it, or in the reader's language what the program wrote in its place. */
export function inWords(text: string, locale: Locale): string {
  return Object.values(keptWords).find((it) => it.id === text)?.[locale] ?? text;
}
