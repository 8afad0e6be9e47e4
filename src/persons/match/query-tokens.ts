import { nicknamesOf } from '../names/nicknames.ts';
import { oneLetterDropped, readingsOf, soundOf } from '../names/spelling.ts';
import type { TokenKey } from '../names/token-key.ts';
import { askedLikenesses, askedNicknames, blockReadings, type Closeness } from '../names/tokens.ts';
import { type MatchField, matchFields } from '../rules.ts';
import { type Block, birthBands, blocksOf, facetBits, formsOf, type WordForms } from './blocks.ts';
import {
  informativeFields,
  leastInformativeFields,
  type MatchIdentity,
  type Sex,
  tellingWords,
  wordsOf,
} from './identity.ts';
import { mostWords, originLevels, wordText } from './person-tokens.ts';

/** What an agreement on one mark would mean: of which typed field, of which of its words, how close. */
export type AskedMark = {
  readonly mark: number;
  readonly field: MatchField;
  /** Place of the typed word among the words of its field; -1 when the mark says that the field is recorded at all. */
  readonly word: number;
  readonly closeness: Closeness;
  /** How many words are recorded, or how deep an area is; 0 for words. */
  readonly level: number;
};

/** What the officer typed, keyed: nothing in it can be read back without the key. */
export type MatchQuery = {
  readonly blocks: readonly bigint[];
  /** What each block agrees on, as bits, in the order of `blocks`. */
  readonly facets: readonly number[];
  /** The marks of `asked`, in its order. */
  readonly marks: readonly number[];
  readonly asked: readonly AskedMark[];
  readonly typed: readonly MatchField[];
  readonly wordCounts: Readonly<Partial<Record<MatchField, number>>>;
  readonly informative: readonly MatchField[];
  readonly decidable: boolean;
  readonly sex: Sex;
  readonly birthFrom: string | null;
  readonly birthTo: string | null;
};

export type QueryOptions = {
  /** Area code of the city: an origin that says no more than this tells nobody apart. */
  readonly home?: string;
  /** True only for an asker with standing outside an enforcement operation; otherwise marks are not looked at. */
  readonly marksAllowed?: boolean;
};

const yearsAgeMayBeOff = 2;

/** What was typed as keyed tokens: what to look up, and what each agreement would mean. */
export function queryOf(typedAsIs: MatchIdentity, key: TokenKey, options: QueryOptions = {}): MatchQuery {
  const { marks: typedMarks, ...rest } = typedAsIs;
  const typed: MatchIdentity = options.marksAllowed && typedMarks ? { ...rest, marks: typedMarks } : rest;
  const name = wordsOf(typed.names, mostWords.called);
  const words = {
    name,
    alias: wordsOf(typed.aliases, mostWords.called).filter((word) => !name.includes(word)),
    mother: wordsOf(typed.mother, mostWords.parent),
    father: wordsOf(typed.father, mostWords.parent),
    companions: wordsOf(typed.companions, mostWords.companions),
  };
  const blocks = askedBlocks(typed, words);
  const asked = askedMarks(typed, words, key);
  const informative = informativeFields(typed, options);
  return {
    blocks: blocks.map(({ text }) => key.token(text)),
    facets: blocks.map(({ facets }) => facets),
    marks: asked.map(({ mark }) => mark),
    asked,
    typed: typedFields(typed, words),
    wordCounts: Object.fromEntries(Object.entries(words).map(([field, list]) => [field, list.length])),
    informative,
    decidable: informative.length >= leastInformativeFields,
    sex: typed.sex ?? 'unknown',
    birthFrom: typed.birthFrom ?? null,
    birthTo: typed.birthTo ?? null,
  };
}

type TypedWords = Readonly<Record<'name' | 'alias' | 'mother' | 'father' | 'companions', readonly string[]>>;

function typedFields(typed: MatchIdentity, words: TypedWords): readonly MatchField[] {
  const named = Object.entries(words).flatMap(([field, list]) => (list.length > 0 ? [field] : []));
  const others = {
    sex: typed.sex !== undefined && typed.sex !== 'unknown',
    age: Boolean(typed.birthFrom && typed.birthTo),
    origin: Boolean(typed.origin),
    nik: Boolean(typed.nikHash),
    marks: Boolean(typed.marks?.length),
  };
  const stated = new Set([...named, ...Object.entries(others).flatMap(([field, is]) => (is ? [field] : []))]);
  return matchFields.filter((field) => stated.has(field));
}

function askedMarks(typed: MatchIdentity, words: TypedWords, key: TokenKey): readonly AskedMark[] {
  const levels = originLevels(typed.origin);
  const single = (field: MatchField, text: string, level = 0, word = 0): AskedMark => ({
    mark: key.mark(text),
    field,
    word,
    closeness: 'same',
    level,
  });
  return [
    ...wordMarks('name', 'called', words.name, key),
    ...wordMarks('alias', 'called', words.alias, key),
    ...wordMarks('mother', 'mother', words.mother, key),
    ...wordMarks('father', 'father', words.father, key),
    ...wordMarks('companions', 'companions', words.companions, key),
    ...levels.map((level, at) => single('origin', `origin:${level}`, at + 1)),
    ...(levels.length > 0
      ? [1, 2, 3, 4].map((depth) => single('origin', `origin:noted:${depth}`, depth, -1))
      : []),
    ...(typed.nikHash ? [single('nik', `nik:${typed.nikHash}`), single('nik', 'nik:noted', 1, -1)] : []),
    ...(typed.marks ?? []).map((mark) => single('marks', `mark:${mark}`)),
    ...(typed.marks?.length ? [single('marks', 'mark:noted', 1, -1)] : []),
  ];
}

function wordMarks(
  field: MatchField,
  space: 'called' | 'mother' | 'father' | 'companions',
  words: readonly string[],
  key: TokenKey,
): readonly AskedMark[] {
  if (words.length === 0) return [];
  const noted = [1, 2, 3].map((count) => ({
    mark: key.mark(`${space}:noted:${count}`),
    field,
    word: -1,
    closeness: 'same' as const,
    level: count,
  }));
  const likenesses = words.flatMap((typed, word) => {
    const seen = new Set<string>();
    const short = space === 'called' || space === 'companions' ? askedNicknames(typed) : [];
    return [...askedLikenesses(typed), ...short].flatMap(({ kind, value, closeness }) => {
      const text = `${space}:${kind}:${value}`;
      if (seen.has(text)) return [];
      seen.add(text);
      return [{ mark: key.mark(text), field, word, closeness, level: 0 }];
    });
  });
  return [...noted, ...likenesses];
}

function askedBlocks(typed: MatchIdentity, words: TypedWords): readonly Block[] {
  const called = [...new Set([...words.name, ...words.alias])];
  const sex = typed.sex ?? 'unknown';
  const blocks = blocksOf({
    called: tellingWords(called).map(calledForms),
    named: tellingWords(words.name).map(calledForms),
    mother: tellingWords(words.mother).map(heardForms),
    father: tellingWords(words.father).map(heardForms),
    origins: [...new Set(originLevels(typed.origin).filter((_, at) => at === 1 || at === 3))],
    companions: tellingWords(words.companions).map(calledForms),
    nikHash: typed.nikHash ?? null,
    marks: typed.marks ?? [],
    sexes: sex === 'unknown' ? ['male', 'female', 'unknown'] : [sex, 'unknown'],
    bands: [...birthBands(typed.birthFrom, typed.birthTo, yearsAgeMayBeOff), '?'],
  });
  const single = called.flatMap((word) =>
    readingsOf(soundOf(word)).map((reading) => ({ text: wordText(reading), facets: facetBits.called })),
  );
  return [...single, ...blocks];
}

function heardForms(word: string): WordForms {
  return formsOf(blockReadings(soundOf(word)));
}

function calledForms(word: string): WordForms {
  const sound = soundOf(word);
  return formsOf([
    ...blockReadings(sound),
    ...nicknamesOf(sound).slice(0, 6),
    ...oneLetterDropped(sound).slice(0, 8),
  ]);
}
