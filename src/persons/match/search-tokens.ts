import { nameWords } from '../names/normalise.ts';
import { readingsOf, soundOf } from '../names/spelling.ts';
import type { TokenKey } from '../names/token-key.ts';
import { wordText } from './person-tokens.ts';

const mostSearchedWords = 5;

/**
 * What staff with standing search a person by: for each typed word the tokens of its readings.
 * A person is found when every word agrees on one of its tokens.
 */
export function searchTokens(text: string, key: TokenKey): readonly (readonly bigint[])[] {
  const sounds = [...new Set(nameWords(text).map(soundOf))].slice(0, mostSearchedWords);
  return sounds.map((sound) => readingsOf(sound).map((reading) => key.token(wordText(reading))));
}
