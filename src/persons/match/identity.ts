import { isEverybodysName, nicknamesOf } from '../names/nicknames.ts';
import { nameWords } from '../names/normalise.ts';
import { soundOf } from '../names/spelling.ts';
import { type MatchField, matchFields } from '../rules.ts';

export type Sex = 'male' | 'female' | 'unknown';

/** What is recorded of a person, or typed by an officer, as far as "met before?" may compare it. */
export type MatchIdentity = {
  readonly names?: readonly string[];
  readonly aliases?: readonly string[];
  readonly sex?: Sex;
  /** The earliest and the latest day of birth that fit what was said, `YYYY-MM-DD`. */
  readonly birthFrom?: string | null;
  readonly birthTo?: string | null;
  readonly mother?: readonly string[];
  readonly father?: readonly string[];
  /** Area code of the place of origin, as deep as it is known: `13.05`, `13.71.09.1003`. */
  readonly origin?: string | null;
  readonly companions?: readonly string[];
  readonly nikHash?: string | null;
  /** Coded marks; compared only for those with standing and never in an enforcement operation. */
  readonly marks?: readonly string[];
};

/** Fewer informative fields than this decide nothing: no hint is given. */
export const leastInformativeFields = 2;

/** Parts of so many names that they say nothing when another word stands beside them. */
const lightSounds = new Set(['muhammad', 'ahmad', 'abdul', 'nur', 'siti', 'sri'].map(soundOf));

/** Whether a word is in so many names that it tells nobody apart. */
export function isLight(word: string): boolean {
  const sound = soundOf(word);
  return lightSounds.has(sound) || isEverybodysName(sound);
}

/** The words that tell people apart: the light ones only when there is nothing else. */
export function tellingWords(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !isLight(word));
  return telling.length > 0 ? telling : words;
}

/** At most so many different normal words of some names, in the order written. */
export function wordsOf(names: readonly string[] | undefined, atMost: number): readonly string[] {
  return [...new Set((names ?? []).flatMap(nameWords))].slice(0, atMost);
}

/**
 * The typed fields that can tell one child from another. Sex and age only support: half the street shares them.
 * A name counts when one of its words is not everybody's, an origin when it says more than this city,
 * a short name when it is more than a piece or a custom of the name beside it.
 */
export function informativeFields(
  typed: MatchIdentity,
  options: { readonly home?: string; readonly marksAllowed?: boolean } = {},
): readonly MatchField[] {
  const telling = (names?: readonly string[]) =>
    wordsOf(names, 9).some((word) => word.length > 1 && !isLight(word));
  const origin = typed.origin ?? '';
  const tells = {
    name: telling(typed.names),
    alias: telling(typed.aliases) && !wordsOf(typed.aliases, 9).some((word) => isFormOf(word, typed.names)),
    sex: false,
    age: false,
    mother: telling(typed.mother),
    father: telling(typed.father),
    origin: origin.split('.').length > 1 && origin !== options.home,
    companions: telling(typed.companions),
    nik: Boolean(typed.nikHash),
    marks: Boolean(options.marksAllowed && typed.marks && typed.marks.length > 0),
  } satisfies Record<MatchField, boolean>;
  return matchFields.filter((field) => tells[field]);
}

/** Whether a called word is only another form of one of the names: am of Ilham, iki of Rizki. */
function isFormOf(called: string, names: readonly string[] | undefined): boolean {
  const sound = soundOf(called);
  return wordsOf(names, 9)
    .map(soundOf)
    .some((name) => name.includes(sound) || sound.includes(name) || nicknamesOf(name).includes(sound));
}

/** The earliest and latest day of birth of someone said to be of this age on a day, give or take some years. */
export function bornBetween(stated: {
  readonly age: number;
  readonly giveOrTake: number;
  readonly on: string;
}): { readonly birthFrom: string; readonly birthTo: string } {
  const [year = 0, month = 1, day = 1] = stated.on.split('-').map(Number);
  const on = (years: number, days: number) =>
    new Date(Date.UTC(year - years, month - 1, day + days)).toISOString().slice(0, 10);
  return {
    birthFrom: on(stated.age + stated.giveOrTake + 1, 1),
    birthTo: on(Math.max(0, stated.age - stated.giveOrTake), 0),
  };
}
