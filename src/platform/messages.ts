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
