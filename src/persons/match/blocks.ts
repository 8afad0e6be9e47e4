import { blockForm } from '../names/tokens.ts';
import type { Sex } from './identity.ts';

/** The forms of one word under which it may be recorded: one for a record, several for a typed word. */
export type WordForms = readonly string[];

/** What blocks are made of: each word as its forms. */
export type Facets = {
  readonly called: readonly WordForms[];
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
 * The combinations by which a person is found again. One common word would list a tenth of the city;
 * two things together list a handful, and a damaged field leaves the other combinations whole.
 */
export function blocksOf(facets: Facets): readonly string[] {
  const { called, mother, father, origins, companions } = facets;
  const origin = [origins];
  const kinds = [
    cross('sex-age', called, [facets.sexes.flatMap((sex) => facets.bands.map((band) => `${sex}${band}`))]),
    pairs('called', called),
    cross('mother', called, mother),
    cross('father', called, father),
    cross('origin', called, origin),
    cross('companion', called, companions),
    cross('parents', mother, father),
    cross('mother-origin', mother, origin),
    cross('father-origin', father, origin),
    facets.nikHash ? [`nik:${facets.nikHash}`] : [],
    facets.marks.flatMap((mark) => facets.sexes.map((sex) => `mark:${mark}|${sex}`)),
  ];
  return [...new Set(kinds.flatMap((kind) => kind.slice(0, mostPerKind)))];
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
  if (!from || !to) return '?';
  const middle = new Date((Date.parse(from) + Date.parse(to)) / 2).getUTCFullYear();
  return String(Math.floor(middle / yearsOfBand));
}

/** The area codes by which an origin is written into blocks: the village when known, else the regency. */
export function recordedOrigins(origin: string | null | undefined): readonly string[] {
  const parts = origin?.split('.') ?? [];
  if (parts.length < 2) return [];
  return [parts.length >= 4 ? parts.join('.') : parts.slice(0, 2).join('.')];
}

function cross(kind: string, left: readonly WordForms[], right: readonly WordForms[]): readonly string[] {
  const ends = right.flat();
  return left.flat().flatMap((start) => ends.map((end) => `${kind}:${start}|${end}`));
}

function pairs(kind: string, words: readonly WordForms[]): readonly string[] {
  return words.flatMap((left, at) =>
    words
      .slice(at + 1)
      .flatMap((right) =>
        left.flatMap((a) => right.map((b) => (a < b ? `${kind}:${a}|${b}` : `${kind}:${b}|${a}`))),
      ),
  );
}
