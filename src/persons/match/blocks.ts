import { blockForm } from '../names/tokens.ts';
import type { Sex } from './identity.ts';

/** The forms of one word under which it may be recorded: one for a record, several for a typed word. */
export type WordForms = readonly string[];

/** What blocks are made of: each word as its forms. */
export type Facets = {
  readonly called: readonly WordForms[];
  /** Those of `called` that are names, not short names: only they are paired with each other. */
  readonly named: readonly WordForms[];
  readonly mother: readonly WordForms[];
  readonly father: readonly WordForms[];
  readonly origins: readonly string[];
  readonly companions: readonly WordForms[];
  readonly nikHash: string | null;
  readonly marks: readonly string[];
  readonly sexes: readonly Sex[];
  /** Three-year bands of birth; `?` when no age is known. */
  readonly bands: readonly string[];
};

const mostPerKind = 64;
const yearsOfBand = 3;

/**
 * What a block agrees on, as bits: candidates that agree on more things are compared first. Sex and age have none,
 * they are written on the rows; an identity number counts for several things.
 */
export const facetBits = {
  called: 1,
  calledTwice: 2,
  mother: 4,
  father: 8,
  origin: 16,
  companion: 32,
  mark: 64,
  nik: 0b1111_1000_0000,
} as const;

export type Block = { readonly text: string; readonly facets: number };

/**
 * The combinations by which a person is found again. One common word would list a tenth of the city;
 * two things together list a handful, and a damaged field leaves the other combinations whole.
 */
export function blocksOf(facets: Facets): readonly Block[] {
  const { called, mother, father, companions } = facets;
  const bits = facetBits;
  const origin = facets.origins.map((code) => [code]);
  const sexAge = facets.sexes.flatMap((sex) => facets.bands.map((band) => [`${sex}${band}`]));
  return [
    ...cross('called-sex-age', bits.called, called, sexAge),
    ...cross('mother-sex-age', bits.mother, mother, sexAge),
    ...cross('father-sex-age', bits.father, father, sexAge),
    ...pairs('called-called', bits.called | bits.calledTwice, facets.named),
    ...cross('called-mother', bits.called | bits.mother, called, mother),
    ...cross('called-father', bits.called | bits.father, called, father),
    ...cross('called-origin', bits.called | bits.origin, called, origin),
    ...cross('called-companion', bits.called | bits.companion, called, companions),
    ...cross('mother-father', bits.mother | bits.father, mother, father),
    ...cross('mother-origin', bits.mother | bits.origin, mother, origin),
    ...cross('father-origin', bits.father | bits.origin, father, origin),
    ...(facets.nikHash ? [{ text: `nik:${facets.nikHash}`, facets: bits.nik }] : []),
    ...facets.marks.flatMap((mark) =>
      facets.sexes.map((sex) => ({ text: `mark:${mark}|${sex}`, facets: bits.mark })),
    ),
  ];
}

/** The forms a recorded sound takes in blocks. */
export function formsOf(sounds: readonly string[]): WordForms {
  return [...new Set(sounds.map(blockForm))];
}

/** The three-year bands between two days of birth, some years wider on both sides. */
export function birthBands(
  from: string | null | undefined,
  to: string | null | undefined,
  wider: number,
): readonly string[] {
  if (!from || !to) return [];
  const first = Math.floor((Number(from.slice(0, 4)) - wider) / yearsOfBand);
  const last = Math.floor((Number(to.slice(0, 4)) + wider) / yearsOfBand);
  return Array.from({ length: Math.max(0, Math.min(8, last - first + 1)) }, (_, at) => String(first + at));
}

/** The one band a recorded age falls in: that of the middle of what fits. */
export function recordedBand(from: string | null | undefined, to: string | null | undefined): string {
  const middle = middleYear(from, to);
  return middle === null ? '?' : String(Math.floor(middle / yearsOfBand));
}

/** The year in the middle of a range of birth; null when none is known. */
export function middleYear(from: string | null | undefined, to: string | null | undefined): number | null {
  if (!from || !to) return null;
  return new Date((Date.parse(from) + Date.parse(to)) / 2).getUTCFullYear();
}

/** The area codes by which an origin is written into blocks: the village when known, else the regency. */
export function recordedOrigins(origin: string | null | undefined): readonly string[] {
  const parts = origin?.split('.') ?? [];
  if (parts.length < 2) return [];
  return [parts.length >= 4 ? parts.join('.') : parts.slice(0, 2).join('.')];
}

function cross(
  kind: string,
  facets: number,
  left: readonly WordForms[],
  right: readonly WordForms[],
): readonly Block[] {
  const ends = right.flat();
  return distinct(
    left.flat().flatMap((start) =>
      ends.map((end) => ({
        text: `${kind}:${start}|${end}`,
        facets: facets,
      })),
    ),
  );
}

function pairs(kind: string, facets: number, words: readonly WordForms[]): readonly Block[] {
  const both = (a: string, b: string) => (a < b ? `${kind}:${a}|${b}` : `${kind}:${b}|${a}`);
  return distinct(
    words.flatMap((left, at) =>
      words.slice(at + 1).flatMap((right) =>
        left.flatMap((a) =>
          right.map((b) => ({
            text: both(a, b),
            facets: facets,
          })),
        ),
      ),
    ),
  );
}

function distinct(blocks: readonly Block[]): readonly Block[] {
  const byText = new Map(blocks.toReversed().map((block) => [block.text, block]));
  return [...byText.values()].toReversed().slice(0, mostPerKind);
}
