/**
 * How one written word of a name becomes the same word in today's spelling, its sound, its consonants.
 * Every function here is pure, takes a lower-case word of letters and gives lower-case letters back.
 */

type Rule = readonly [pattern: RegExp, replacement: string];

/** Old orthography (before 1972) and lengthened letters, in the order they have to be read. */
const todaysSpelling = [
  [/oe/g, 'u'],
  [/tj/g, 'c'],
  [/dj/g, 'j'],
  [/sj/g, 'sy'],
  [/nj/g, 'ny'],
  [/^ch(?=aniago$)/, 'c'],
  [/ch/g, 'kh'],
  [/ee/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/ie$/, 'i'],
  [/udien$/, 'udin'],
  [/u(?:a|o)(k|ng|h)$/, 'u$1'],
  [/i(?:a|o)(k|ng)$/, 'i$1'],
] as const satisfies readonly Rule[];

/** What sounds alike to an ear in Padang, whoever wrote it down. */
const alikeInSound = [
  [/^kh/, 'k'],
  [/kh/g, 'h'],
  [/sh|sy|ts/g, 's'],
  [/dh|dz/g, 'd'],
  [/th/g, 't'],
  [/gh/g, 'g'],
  [/bh/g, 'b'],
  [/zh/g, 'z'],
  [/ph|[fv]/g, 'p'],
  [/ck|[qx]/g, 'k'],
  [/h/g, ''],
  [/ie/g, 'i'],
  [/y(?![aiueo])/g, 'i'],
  [/iy/g, 'i'],
  [/uw/g, 'u'],
  [/d$/, 't'],
  [/b$/, 'p'],
  [/(.)\1+/g, '$1'],
] as const satisfies readonly Rule[];

/** Letters that are written for one another; the asker's word is tried with each. */
const heardAs: Readonly<Record<string, readonly string[]>> = {
  z: ['z', 's', 'j'],
  s: ['s', 'z'],
  j: ['j', 'y', 'z'],
  y: ['y', 'j'],
};
const mostReadings = 6;

/** The word in today's spelling: Soekarno is sukarno, Djoko is joko, Tjut is cut. */
export function modernSpelling(word: string): string {
  return settle(word, todaysSpelling);
}

/** The sound of a word in today's spelling: Fadhil, Padil and Fadil are one. */
export function soundOf(word: string): string {
  return settle(word, alikeInSound) || word;
}

/** Every way a typed sound may have been written when z, s, j and y stand for one another, itself first. */
export function readingsOf(sound: string): readonly string[] {
  let readings: readonly string[] = [sound];
  for (const [at, letter] of [...sound].entries()) {
    const others = heardAs[letter];
    if (!others || readings.length * others.length > mostReadings) continue;
    readings = others.flatMap((other) =>
      readings.map((word) => word.slice(0, at) + other + word.slice(at + 1)),
    );
  }
  return [...new Set([sound, ...readings.map(soundOf)])];
}

const vowelsHeardAs: Readonly<Record<string, readonly string[]>> = {
  a: ['e', 'o'],
  e: ['i', 'a'],
  i: ['e'],
  o: ['u', 'a'],
  u: ['o'],
};

/** The sound with a k before a consonant unheard: Ikhsan, Iksan and Ihsan are one name. */
export function withoutWeakK(sound: string): readonly string[] {
  const without = sound.replace(/(?<=[aiueo])k(?=[^aiueok])/g, '');
  return without === sound ? [] : [without];
}

/** A short sound with one vowel heard as its neighbour; long sounds are told by their consonants. */
export function vowelsMisheard(sound: string): readonly string[] {
  return [...sound].flatMap((vowel, at) =>
    (vowelsHeardAs[vowel] ?? []).map((other) => soundOf(sound.slice(0, at) + other + sound.slice(at + 1))),
  );
}

/** The consonants of a sound, with a mark when it begins with a vowel: rahmat and rohmat are rmt. */
export function skeletonOf(sound: string): string {
  const consonants = sound.replace(/[aiueoyw]/g, '');
  return /^[aiueo]/.test(sound) ? `-${consonants}` : consonants;
}

/** The sound with each single letter left out: two sounds one slip apart share one of these. */
export function oneLetterDropped(sound: string): readonly string[] {
  if (sound.length < 4) return [];
  return [...new Set(Array.from(sound, (_, at) => sound.slice(0, at) + sound.slice(at + 1)))];
}

/** What a name is shortened to in the street: its last syllables and its first (Ilham: am; Andika: dika, an, andi). */
export function shortened(sound: string): readonly string[] {
  if (sound.length < 5) return [];
  const ends = [sound.slice(-2), sound.slice(-3), sound.slice(-4)];
  const starts = [sound.slice(0, 2), sound.slice(0, 3), sound.slice(0, 4)];
  return [...new Set([...ends, ...starts])].filter(
    (part) => part.length < sound.length && /[aiueo]/.test(part),
  );
}

function settle(word: string, rules: readonly Rule[]): string {
  let before = '';
  let now = word;
  while (now !== before) {
    before = now;
    for (const [pattern, replacement] of rules) now = now.replace(pattern, replacement);
  }
  return now;
}
