import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nicknamesOf } from './nicknames.ts';
import { nameWords, normalName } from './normalise.ts';
import { modernSpelling, oneLetterDropped, readingsOf, skeletonOf, soundOf } from './spelling.ts';

const word = fc.stringMatching(/^[a-z]{1,14}$/);
const syllable = fc.constantFrom(
  'ra',
  'mi',
  'du',
  'ko',
  'sa',
  'ni',
  'lu',
  'pe',
  'ba',
  'ta',
  'ri',
  'an',
  'mat',
);
const nameLike = fc.array(syllable, { minLength: 2, maxLength: 4 }).map((parts) => parts.join(''));

test('normalising a name twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => normalName(normalName(text)) === normalName(text)),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 5 }), (words) => {
      const once = normalName(words.join(' '));
      return normalName(once) === once;
    }),
  );
});

test('spelling and sound are at rest after one application', () => {
  fc.assert(fc.property(word, (one) => modernSpelling(modernSpelling(one)) === modernSpelling(one)));
  fc.assert(fc.property(word, (one) => soundOf(soundOf(one)) === soundOf(one)));
});

test.each([
  ['oe and u', 'u', 'oe'],
  ['dj and j', 'j', 'dj'],
  ['tj and c', 'c', 'tj'],
  ['sj and sy', 'sy', 'sj'],
  ['nj and ny', 'ny', 'nj'],
  ['ch and kh', 'kh', 'ch'],
])('a name keeps its spelling through %s', (_, now, then) => {
  fc.assert(
    fc.property(nameLike, nameLike, (before, after) => {
      expect(normalName(`${before}${then}a${after}`)).toBe(normalName(`${before}${now}a${after}`));
    }),
  );
});

test.each([
  ['f and p', 'f', 'p'],
  ['v and f', 'v', 'f'],
  ['q and k', 'q', 'k'],
  ['dh and d', 'dh', 'd'],
  ['th and t', 'th', 't'],
  ['a doubled letter', 'mm', 'm'],
  ['a silent h', 'ah', 'a'],
  ['sy and s', 'sy', 's'],
])('a name keeps its sound through %s', (_, one, other) => {
  fc.assert(
    fc.property(nameLike, nameLike, (before, after) => {
      const sounds = [one, other].map((letters) =>
        nameWords(`${before}${letters}a${after}`).map(soundOf).join(' '),
      );
      expect(sounds[0]).toBe(sounds[1]);
    }),
  );
});

test.each([
  ['z', 's'],
  ['z', 'j'],
  ['j', 'y'],
])('%s is tried as %s', (one, other) => {
  const sounds = ['ri', 'mu', 'ko'].map((start) => [`${start}${one}al`, `${start}${other}al`].map(soundOf));

  for (const [asked = '', recorded = ''] of sounds) expect(readingsOf(asked)).toContain(recorded);
});

test.each([
  'M. Rizky',
  'Moh. Rizki',
  'Muh Rizki',
  'Mhd. Rizki',
  'Muhammad Rizky',
  'Mohamad Rizqi',
  'Mochamad Rizki',
  'Muhamad Rizqy',
])('%s is one name', (written) => {
  expect(nameWords(written).map(soundOf).join(' ')).toBe(nameWords('Muhammad Rizki').map(soundOf).join(' '));
});

test.each([
  ['Si Am', 'am'],
  ['Uda Rizal', 'rizal'],
  ['Uni Yanti', 'yanti'],
  ['Ajo Sutan Malin', 'malin'],
  ['Datuak Rajo Bungsu', 'rajo bungsu'],
  ['H. Syamsuddin', 'syamsudin'],
  ['Hj. Noerhajati', 'nur hajati'],
  ['Abd. Rahman', 'abdul rahman'],
  ['Abdurrahman', 'abdul rahman'],
  ['Djoko Soekarno', 'joko sukarno'],
  ['Tjoet Njak', 'cut nyak'],
  ["Nu'man", 'numan'],
  ['Buyuang', 'buyung'],
  ['Upiak', 'upik'],
  ['André', 'andre'],
])('%s is read as %s', (written, normal) => {
  expect(normalName(written)).toBe(normal);
});

test('a title that is all there is stays the name', () => {
  expect(normalName('Sutan')).toBe('sutan');
  expect(normalName('Sidi')).toBe('sidi');
  expect(nameWords('')).toEqual([]);
});

test('custom of short names goes both ways', () => {
  expect(nicknamesOf(soundOf('fitri'))).toContain(soundOf('pit'));
  expect(nicknamesOf(soundOf('mamat'))).toContain(soundOf('rahmat'));
  expect(nicknamesOf(soundOf('mamat'))).toContain(soundOf('muhammad'));
});

test('one slip of the pen leaves a common neighbour', () => {
  fc.assert(
    fc.property(nameLike, fc.nat(), fc.constantFrom('a', 'k', 'r'), (sound, at, letter) => {
      fc.pre(sound.length >= 4);
      const place = at % sound.length;
      const slipped = sound.slice(0, place) + letter + sound.slice(place + 1);
      expect(oneLetterDropped(slipped).some((left) => oneLetterDropped(sound).includes(left))).toBe(true);
    }),
  );
});

test('the consonants of a name do not change with its vowels', () => {
  expect(skeletonOf(soundOf('rohmad'))).toBe(skeletonOf(soundOf('rahmat')));
  expect(skeletonOf(soundOf('andi'))).not.toBe(skeletonOf(soundOf('nadi')));
});
