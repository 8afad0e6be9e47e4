import { type Static, type TSchema, Type } from 'typebox';
import { longestReason } from '#platform/letters.ts';

// Shapes every slice shares. The browser imports them too, so nothing of Node may stand here.
export const Uuid = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
});
// Days and moments that exist: the two formats are what src/platform/calendar.ts says they are.
export const Instant = Type.String({ format: 'date-time' });
export const Day = Type.String({ format: 'date' });
export const Code = Type.String({ pattern: '^[A-Za-z0-9_.-]{1,60}$' });
export const AreaCode = Type.String({ pattern: '^\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?)?$' });
export const Cursor = Type.String({ maxLength: 400 });

// What no text may hold: control characters, and marks that turn the direction of writing, by which a name reads other
// than it is. Marks without width are harmless and come along when a name is copied: they are dropped on arrival.
const turning = '\\u202a-\\u202e\\u2066-\\u2069';
const linePattern = `^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029${turning}]*$`;
const prosePattern = `^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f${turning}]*$`;
const withoutWidth = /[\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff]/g;

/** The patterns that refuse what can't be seen in a text. */
export const visiblePatterns: readonly string[] = [linePattern, prosePattern];

/** Whether all of one line can be seen. */
export function isVisibleLine(text: string): boolean {
  return new RegExp(linePattern, 'u').test(text);
}

/** A text without the marks that have no width: two names that look the same are the same. */
export function withoutHiddenMarks(text: string): string {
  return text.replaceAll(withoutWidth, '');
}

/** A text without spaces before and behind it, and with one in the place of several. */
export function withoutSlack(text: string): string {
  return text.replaceAll(/\p{Zs}+/gu, ' ').trim();
}

// A text that must be given says so by its format: so many letters and digits, however many marks stand around them.
const mostAsked = 30;
const asking = (least: number) => `letters-${least}`;

/** The formats of texts that must be given, each with the letters and digits it asks for. */
export const askedLetters: ReadonlyMap<string, number> = new Map(
  Array.from({ length: mostAsked }, (_, at) => [asking(at + 1), at + 1]),
);

const text = (pattern: string, maxLength: number, least: number) =>
  Type.String({ maxLength, pattern, ...(least > 0 ? { format: asking(least) } : {}) });

/** One line of text up to a length, with at least so many letters and digits; it arrives trimmed (http/texts.ts). */
export const Line = (maxLength: number, least = 0) => text(linePattern, maxLength, least);
/** Text of several lines, held to the same. */
export const Prose = (maxLength: number, least = 0) => text(prosePattern, maxLength, least);
/** Why a weighty act is done, as the one dialog that asks for it takes it: several lines of one length. */
export const Reason = (least = 3) => Prose(longestReason, least);
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
/** One of a literal list of words. */
export const OneOf = <const T extends readonly string[]>(words: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...words] });

/** A page of a list: at most 50 rows and the cursor of the next page. */
export const PageOf = <T extends TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), next: Nullable(Type.String()) });
export const PageQuery = Type.Object({ after: Type.Optional(Cursor) });

export const ageClasses = ['UNDER_18', 'ADULT', 'UNKNOWN'] as const;
export type AgeClass = (typeof ageClasses)[number];
export const sexes = ['male', 'female', 'unknown'] as const;
export type Sex = (typeof sexes)[number];

/** Wraps a command's input as it crosses the wire. */
export const Sent = <T extends TSchema>(input: T) =>
  Type.Object(
    {
      id: Uuid,
      occurredAt: Type.Optional(Instant),
      basedOn: Type.Optional(Type.Union([Type.String({ maxLength: 80 }), Type.Integer()])),
      input,
    },
    { additionalProperties: false },
  );
export type { Static };
