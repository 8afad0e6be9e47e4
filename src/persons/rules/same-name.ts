// Whether one who comes may be one who was named, by the rules of names that "met before?" goes by. Wide on purpose: to
// stop somebody harmless costs a supervisor's decision, to let the wrong one through costs a child.
import { isLight, tellingWords } from '../match/identity.ts';
import { nicknamesOf } from '../names/nicknames.ts';
import { isTitle, nameWords } from '../names/normalise.ts';
import { modernSpelling, oneLetterDropped, readingsOf, shortened, soundOf } from '../names/spelling.ts';
import { blockForm, blockReadings } from '../names/tokens.ts';

/** What a child calls somebody without saying a name. */
const callings = new Set(
  'ayah papa papi abak apak abi mama mami amak umi bunda tiri kandung suami istri pacar wali saudara sepupu paman bibi tetangga orang teman'.split(
    ' ',
  ),
);
const slipFrom = 5;
const pieceFrom = 3;

/**
 * Whether two names may be one person's: a word agrees in whatever spelling, as a short name, as the
 * beginning or end of a longer one, or by its first letter. A
 * name so common that half the city bears it says nothing beside another word; a title or a calling alone may be anybody.
 */
export function mayBeSamePerson(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || b.length === 0) return true;
  return sharesWord(a, b) || sharesWord(b, a) || isBegunBy(one, other) || isBegunBy(other, one);
}

/** Whether one word, as it was written, begins another name: Moh may be Mohtar, though Moh. is Muhammad everywhere else. */
function isBegunBy(short: string, whole: string): boolean {
  const [word = '', ...more] = writtenWords(short);
  return more.length === 0 && word.length >= pieceFrom && (writtenWords(whole)[0] ?? '').startsWith(word);
}

function writtenWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\P{L}+/u)
    .filter((word) => word && !isTitle(word) && !callings.has(word));
}

function sharesWord(from: readonly string[], to: readonly string[]): boolean {
  // An initial alone may stand for a common name too.
  const spelled = from.length === 1 ? to : tellingWords(to);
  return tellingWords(from).some((word) =>
    isInitial(word)
      ? spelled.some((it) => beginsWith(it, word))
      : to.some((it) => !isInitial(it) && soundsLike(word, it)),
  );
}

/** The words of a name. "M." is Muhammad in a register, and any name in M where a child's fear is at stake. */
function wordsOf(text: string): string[] {
  const words = nameWords(text).filter((word) => !isTitle(word) && !callings.has(word));
  return [...new Set(/(?<!\p{L})m(?!\p{L})/iu.test(text) ? [...words, 'm'] : words)];
}

const isInitial = (word: string) => word.length === 1;

function beginsWith(word: string, initial: string): boolean {
  const first = soundOf(word)[0] ?? '';
  return word.startsWith(initial) || readingsOf(soundOf(initial)).includes(first);
}

function soundsLike(one: string, other: string): boolean {
  const [a, b] = [soundOf(one), soundOf(other)];
  if (blockForm(a) === blockForm(b) || formsOf(a).has(b) || formsOf(b).has(a)) return true;
  if (isPieceOf(one, other) || isPieceOf(other, one)) return true;
  if (a.length < slipFrom || b.length < slipFrom || isLight(one) || isLight(other)) return false;
  const near = new Set([a, ...oneLetterDropped(a)]);
  return [b, ...oneLetterDropped(b)].some((it) => near.has(it));
}

/** Whether a word is the beginning or the end of a longer one, as written or as heard: Burhan and Din are both Burhanuddin. */
function isPieceOf(piece: string, whole: string): boolean {
  const spelled = [modernSpelling, soundOf].map((spell) => [spell(piece), spell(whole)] as const);
  return spelled.some(
    ([short, long]) => short.length >= pieceFrom && (long.startsWith(short) || long.endsWith(short)),
  );
}

/** The other sounds a name goes by: misheard, as a short name of our list, or cut to its beginning or end. */
function formsOf(sound: string): Set<string> {
  const cut = shortened(sound).filter((part) => part.length > 2);
  return new Set([...blockReadings(sound), ...nicknamesOf(sound), ...cut]);
}
