import { soundOf } from '../names/spelling.ts';
import type { TokenKey } from '../names/token-key.ts';
import { recordedLikenesses, recordedShortForms } from '../names/tokens.ts';
import { type Block, blocksOf, formsOf, middleYear, recordedBand, recordedOrigins } from './blocks.ts';
import { type MatchIdentity, type Sex, tellingWords, wordsOf } from './identity.ts';

/** What a token row stands for: a word staff may search by, or a combination for "met before?". */
export const tokenFields = { word: 1, block: 2 } as const;

/** One row of `person_tokens`. */
export type PersonToken = { readonly token: bigint; readonly field: number };

/** What is written for one person: rows to be found by, and the signature that found rows are compared with. */
export type PersonTokens = {
  readonly rows: readonly PersonToken[];
  /** Sex and year of birth, written on each row: far-off candidates are left without looking at them. */
  readonly coarse: number;
  readonly signature: readonly number[];
};

export const mostWords = { called: 8, parent: 4, companions: 6 } as const;

/** The keyed tokens of a person, as they are written beside the encrypted identity. */
export function tokensOfPerson(identity: MatchIdentity, key: TokenKey): PersonTokens {
  const called = wordsOf([...(identity.names ?? []), ...(identity.aliases ?? [])], mostWords.called);
  const words = called.map((word) => ({
    token: key.token(wordText(soundOf(word))),
    field: tokenFields.word,
  }));
  const blocks = recordedBlocks(identity, called).map((block) => ({
    token: key.token(block.text),
    field: tokenFields.block,
  }));
  const byToken = new Map([...words, ...blocks].map((row) => [row.token, row]));
  return {
    rows: [...byToken.values()],
    coarse: coarseOf(identity),
    signature: signatureOf(identity, called, key),
  };
}

type Called = Pick<MatchIdentity, 'names' | 'aliases'>;

/** What a person is found by besides, because of somebody it was met with: nothing of the companion but the name's keyed forms. */
export function tokensOfCompanion(
  { names = [], aliases = [] }: Called,
  companion: Called,
  key: TokenKey,
): { readonly tokens: readonly bigint[]; readonly marks: readonly number[] } {
  const companions = [...(companion.names ?? []), ...(companion.aliases ?? [])];
  const alone = tokensOfPerson({ names, aliases }, key);
  const together = tokensOfPerson({ names, aliases, companions }, key);
  const tokens = new Set(alone.rows.map((row) => row.token));
  const marks = new Set(alone.signature);
  return {
    tokens: together.rows.map((row) => row.token).filter((token) => !tokens.has(token)),
    marks: together.signature.filter((mark) => !marks.has(mark)),
  };
}

const sexCodes = { unknown: 0, male: 1, female: 2 } as const satisfies Record<Sex, number>;

/** Sex and the year of the middle of the range of birth, as one small number: see `person_tokens.coarse`. */
export function coarseOf({ sex, birthFrom, birthTo }: MatchIdentity): number {
  const year = middleYear(birthFrom, birthTo);
  return sexCodes[sex ?? 'unknown'] + 4 * (year === null ? 0 : Math.min(255, Math.max(1, year - 1900)));
}

/** The text behind the token of one word staff may search by. */
export function wordText(sound: string): string {
  return `word:${sound}`;
}

function recordedBlocks(identity: MatchIdentity, called: readonly string[]): readonly Block[] {
  const forms = (words: readonly string[]) => tellingWords(words).map((word) => formsOf([soundOf(word)]));
  return blocksOf({
    called: forms(called),
    named: forms(wordsOf(identity.names, mostWords.called)),
    mother: forms(wordsOf(identity.mother, mostWords.parent)),
    father: forms(wordsOf(identity.father, mostWords.parent)),
    origins: recordedOrigins(identity.origin),
    companions: forms(wordsOf(identity.companions, mostWords.companions)),
    nikHash: identity.nikHash ?? null,
    marks: identity.marks ?? [],
    sexes: [identity.sex ?? 'unknown'],
    bands: [recordedBand(identity.birthFrom, identity.birthTo)],
  });
}

function signatureOf(identity: MatchIdentity, called: readonly string[], key: TokenKey): readonly number[] {
  const mother = wordsOf(identity.mother, mostWords.parent);
  const father = wordsOf(identity.father, mostWords.parent);
  const companions = wordsOf(identity.companions, mostWords.companions);
  const levels = originLevels(identity.origin);
  const texts = [
    ...likenessTexts('called', called),
    ...called.flatMap(recordedShortForms).map(({ kind, value }) => `called:${kind}:${value}`),
    ...likenessTexts('mother', mother),
    ...likenessTexts('father', father),
    ...likenessTexts('companions', companions),
    ...levels.map((level) => `origin:${level}`),
    ...(levels.length > 0 ? [`origin:noted:${levels.length}`] : []),
    ...(identity.nikHash ? [`nik:${identity.nikHash}`, 'nik:noted'] : []),
    ...(identity.marks ?? []).flatMap((mark) => [`mark:${mark}`, 'mark:noted']),
  ];
  return [...new Set([...new Set(texts)].map((text) => key.mark(text)))].sort((a, b) => a - b);
}

/** The levels of an area code, widest first: province, regency, district, village. */
export function originLevels(origin: string | null | undefined): readonly string[] {
  const parts = origin?.split('.') ?? [];
  return parts.map((_, at) => parts.slice(0, at + 1).join('.'));
}

function likenessTexts(field: string, words: readonly string[]): readonly string[] {
  if (words.length === 0) return [];
  return [
    `${field}:noted:${Math.min(3, words.length)}`,
    ...words.flatMap(recordedLikenesses).map(({ kind, value }) => `${field}:${kind}:${value}`),
  ];
}
