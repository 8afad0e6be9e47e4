/** A text under its name when anything was written, else nothing: an empty field is not sent. */
export function textOf<Name extends string>(name: Name, value: string): Partial<Record<Name, string>> {
  const text = value.trim();
  const filled: Partial<Record<Name, string>> = {};
  if (text) filled[name] = text;
  return filled;
}
