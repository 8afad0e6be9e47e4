import type { Versions } from '#cases/schema/acts.ts';

/** Which of two versions of a field is meant. */
export type Side = 'stored' | 'typed';

/** One thing that was typed, in words: what it is called and what it says. */
export type Typed = readonly [label: string, text: string];

/** The longest a note may be. */
export const longestNote = 4000;

/** The fields of a collision as the writer typed them: after a second one the server has seen only what was chosen. */
export function withOwn(
  fields: Versions['fields'],
  own: Readonly<Record<string, string>>,
): Versions['fields'] {
  return fields.map((it) => ({ ...it, typed: own[it.field] ?? it.typed }));
}

/** What each field is to be; without a choice it is what was typed. `before` was chosen in an earlier collision. */
export function chosenOf(
  fields: Versions['fields'],
  sides: Readonly<Record<string, Side>>,
  before: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return { ...before, ...Object.fromEntries(fields.map((it) => [it.field, it[sides[it.field] ?? 'typed']])) };
}

/** All that was typed as the bodies of as few notes as it takes; nothing is left out. */
export function notesOf(heading: string, typed: readonly Typed[]): string[] {
  const room = longestNote - heading.length - 13;
  const parts = [''];
  for (const [label, text] of typed) {
    if (text === '') continue;
    for (const piece of piecesOf(`${label}: ${text}`, room)) {
      const last = parts.at(-1) ?? '';
      if (last === '') parts[parts.length - 1] = piece;
      else if (last.length + piece.length < room) parts[parts.length - 1] = `${last}\n${piece}`;
      else parts.push(piece);
    }
  }
  return parts.map((body, at) => {
    const place = parts.length > 1 ? ` (${at + 1}/${parts.length})` : '';
    return `${heading}${place}:\n${body}`;
  });
}

// A drawing outside the first plane is two units long and is not cut in half.
function piecesOf(text: string, room: number): string[] {
  if (text.length <= room) return [text];
  const at = /[\ud800-\udbff]/.test(text[room - 1] ?? '') ? room - 1 : room;
  return [text.slice(0, at), ...piecesOf(text.slice(at), room)];
}
