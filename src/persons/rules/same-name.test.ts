import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayBeSamePerson } from './same-name.ts';

const table = {
  'Marni Sikumbang': {
    may: [
      'Marni Sikumbang',
      'Marni S.',
      'M. Sikumbang',
      'Marny Sikumbang',
      'M. S.',
      'Hj. Marni',
      'MARNIE',
      'Sikumbang',
      'S. Marni',
      'Ibu Mar',
      'Mani Sikumbang',
      'Yanti Sikumbang',
      'Ibu',
    ],
    not: ['Tati Piliang', 'Rosdiana', 'Ibu Sari', 'Budi Santoso', 'T. Piliang'],
  },
  'Pak Djoko Soesilo': {
    may: ['Joko Susilo', 'Joko S.', 'Djoko', 'J. Susilo'],
    not: ['Budi Lain', 'Ibu Sari'],
  },
  'Muhammad Rizki': {
    may: ['M. Rizki', 'Rizky', 'Moh. Riski', 'M. R.', 'R. Saputra'],
    not: ['Muhammad Fadil', 'M. Fadil', 'Fadil'],
  },
  Muhammad: { may: ['Muhammad Fadil', 'M. Fadil', 'Mhd.'], not: ['Fadil'] },
  'M.': { may: ['Marni', 'Muhammad Fadil', 'Ibu Murni'], not: ['Tati Piliang'] },
  'Burhan Xylofon': {
    may: ['Pak Burhanuddin', 'Burhanudin', 'Boerhanoeddin Koto', 'B. Xylofon'],
    not: ['Nasruddin', 'Bustami', 'Hanafi'],
  },
  Burhanuddin: {
    may: ['Burhan', 'Udin', 'Pak Din', 'Buya Bur', 'Nuddin'],
    not: ['Harun', 'Dinda', 'Burman'],
  },
  Ahmad: { may: ['Ahmadi'], not: ['Mahdi'] },
  Nur: {
    may: ['Nurhasanah', 'Bu Nurhayati Koto', 'Noer', 'Nurdin', 'Siti Nurhasanah'],
    not: ['Hasanah', 'Nasrul', 'Ainun Koto', 'Burhan'],
  },
  'Nurhasanah Piliang': { may: ['Nur', 'Bu Nur'], not: ['Nur Aini', 'Nurhayati Koto'] },
  Moh: { may: ['Mohtar Koto', 'Muhammad Fadil'], not: ['Fadil', 'Rohim', 'Siti Mohtar'] },
  'Pak Abd': { may: ['Abdi', 'Abdul Rahman'], not: ['Rahman', 'Badri'] },
  Chan: { may: ['Chaniago', 'Chandra Koto'], not: ['Hasan Basri', 'Hanafi'] },
  'Si Am': { may: ['Ilham Contoh'], not: ['Tati Piliang'] },
  'ayah tiri': { may: ['Budi Lain', 'Tati Piliang'], not: [] },
} as const satisfies Record<string, { may: readonly string[]; not: readonly string[] }>;

test('whoever may be the one who was named is recognised; a clearly other name is not', () => {
  const wrong = Object.entries(table).flatMap(([named, { may, not }]) => [
    ...may.filter((came) => !mayBeSamePerson(named, came)).map((came) => `${named} may be ${came}`),
    ...not.filter((came) => mayBeSamePerson(named, came)).map((came) => `${named} is not ${came}`),
  ]);

  expect(wrong).toEqual([]);
});

const given = fc.constantFrom('Marni', 'Joko', 'Rizki', 'Yusuf', 'Zulkifli', 'Fadhil', 'Syahrul', 'Tati');
const family = fc.constantFrom('Sikumbang', 'Piliang', 'Susilo', 'Chaniago', 'Saputra', 'Koto');
const initial = (word: string) => `${word[0]}.`;

test('a name agrees with itself, however it is cut short, written the old way, or titled, and in both directions', () => {
  fc.assert(
    fc.property(given, family, (first, last) => {
      const name = `${first} ${last}`;
      const old = name.replaceAll('u', 'oe').replaceAll('y', 'j');
      const forms = [
        name,
        old,
        `${first} ${initial(last)}`,
        `${initial(first)} ${last}`,
        `${initial(first)} ${initial(last)}`,
        `Ibu ${first}`,
        name.toUpperCase(),
      ];
      return forms.every((form) => mayBeSamePerson(name, form) && mayBeSamePerson(form, name));
    }),
  );
});

test('a piece of three letters or more from the beginning or end of a name agrees with it, in both directions', () => {
  const long = fc.constantFrom(
    'Burhanuddin',
    'Syamsuddin',
    'Kurniawan',
    'Rosmaliyanti',
    'Ahmadiyan',
    'Zulkifli',
  );
  fc.assert(
    fc.property(long, fc.integer({ min: 3, max: 8 }), fc.boolean(), (name, letters, ending) => {
      const piece = ending ? name.slice(-letters) : name.slice(0, letters);
      return (
        mayBeSamePerson(`${piece} Xylofon`, `Pak ${name}`) && mayBeSamePerson(`Pak ${name}`, `${piece} X.`)
      );
    }),
  );
});

test('names without a word, a sound or a first letter in common never agree', () => {
  const others = ['Budi Wirman', 'Nofri Hendra', 'Budi', 'Hendra'];
  fc.assert(
    fc.property(given, family, fc.constantFrom(...others), (first, last, other) => {
      return !mayBeSamePerson(`${first} ${last}`, other) && !mayBeSamePerson(other, `${first} ${last}`);
    }),
  );
});
