// A list of common given names of our own; nobody real is meant by any combination.

import type { Random } from './random.ts';

const boys =
  'Andika Rafi Dika Boy Ilham Fajar Rizki Rendi Yogi Ari Bima Dani Doni Eko Fikri Galang Hafiz Ikhsan Jefri Kevin Luthfi Nanda Oki Putra Raihan Reza Riko Satria Syahrul Taufik Vino Wahyu Yudi Zaki Aldi Alfi Bagas Cakra Dimas Edo Farhan Gilang Habib Irfan Johan Khairul Maulana Nando Panji Rangga Rio Rasyid Sandi Teguh Ucok Wawan Yahya Zul'.split(
    ' ',
  );
const girls =
  'Sari Melur Putri Intan Nadia Siti Rahmi Yuni Wulan Tia Suci Rina Nia Mela Lia Kiki Indah Fitri Elsa Dina Citra Bunga Ayu Anisa Aulia Cindy Desi Febri Gita Hani Ika Jihan Laras Mutia Nurul Olivia Rara Salsa Tari Vira Yola Zahra'.split(
    ' ',
  );
const second =
  'Saputra Pratama Hidayat Ramadhan Kurniawan Maulana Firmansyah Setiawan Nugraha Akbar Syahputra Permana Wijaya Hakim Prayoga Anugrah Yulianto Chandra Efendi Gunawan Mulyadi Perdana Septian Oktavian Julian'.split(
    ' ',
  );
const secondOfGirls =
  'Lestari Rahayu Permata Anggraini Wulandari Oktavia Maharani Safitri Handayani Puspita Aprilia Ramadhani Julianti Septiani Amelia Kartika Melati Yuliana'.split(
    ' ',
  );
const mothers =
  'Ros Yusni Erni Asni Murni Nurhayati Syamsiar Zubaidah Rosmanidar Desmawati Yulinar Fatimah Elvi Ernawati Gusnidar Helmi Ida Jusmaini Kartini Lismar Marni Nursima Osnidar Ratna Sumarni Upik Wirda Yarni'.split(
    ' ',
  );
const fathers =
  'Syamsul Bahar Zainal Amran Buyung Dasril Efrizal Firdaus Herman Idris Jamaris Kamal Lukman Mansur Nasrul Ujang Rusli Sofyan Tarmizi Usman Yusuf Zulkifli Anwar Basri Darwis'.split(
    ' ',
  );
const sukus =
  'Chaniago Koto Piliang Tanjung Sikumbang Jambak Guci Melayu Bodi Pitopang Mandailiang Panyalai'.split(' ');
const titles = ['Dt. Rajo', 'Dt. Bandaro', 'Dt. Marajo', 'St. Sati', 'Pakiah', 'Malin'];

export type GivenNames = Readonly<{ full: string; nicknames: readonly string[] }>;

/** A name as children of the coast carry them: often Muhammad, often a single word. */
export function childName(random: Random, sex: 'male' | 'female'): GivenNames {
  const own = random.pick(sex === 'male' ? boys : girls);
  const nicknames = [nicknameOf(random, own)];
  if (random.chance(0.24)) return { full: own, nicknames };
  if (sex === 'male' && random.chance(0.22))
    return { full: `${random.pick(['Muhammad', 'Muhamad', 'M.', 'Muh.'])} ${own}`, nicknames };
  return { full: `${own} ${random.pick(sex === 'male' ? second : secondOfGirls)}`, nicknames };
}

function nicknameOf(random: Random, name: string): string {
  return random.weighted([
    [name, 3],
    [name.slice(0, 2), 2],
    [`${name.slice(-2).replace(/^./, (letter) => letter.toUpperCase())}`, 2],
    [`Si ${name.slice(0, 3)}`, 1],
  ]);
}

/** The same name as another officer might write it down. */
export function misspelt(random: Random, name: string): string {
  const rules: readonly (readonly [RegExp, string])[] = [
    [/u/, 'oe'],
    [/y/, 'j'],
    [/f/i, 'v'],
    [/i$/, 'y'],
    [/k/, 'q'],
    [/z/i, 'j'],
    [/a$/, 'ah'],
    [/h/, ''],
    [/l/, 'll'],
  ];
  const fitting = rules.filter(([from]) => from.test(name));
  if (fitting.length === 0) return name.split(' ')[0] ?? name;
  const [from, to] = random.pick(fitting);
  return name.replace(from, to);
}

export const motherName = (random: Random): string => random.pick(mothers);
export const fatherName = (random: Random): string => random.pick(fathers);
export const sukuName = (random: Random): string => random.pick(sukus);
export const mamakName = (random: Random): string =>
  random.chance(0.4) ? `${random.pick(fathers)} ${random.pick(titles)}` : random.pick(fathers);
