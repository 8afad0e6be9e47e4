import { modernSpelling } from './spelling.ts';

/** Written before a name, never part of it, as long as something else is left. */
const titles = new Set(
  'si sang uda da udo uni ni ajo bang abang bg kak kakak akak dek adek adik mas mbak mba pak bapak bpk ibu buk bu mak mamak cik om tante nenek kakek inyiak inyik h hj haji haja hajah drs dra dr ir ust ustad ustadz ustaz buya tengku tuanku tuangku datuak datuk dt sutan st sidi bagindo bgd marah rangkayo puti gelar bin binti bt almarhum alm almh'.split(
    ' ',
  ),
);

/** Whether a word is only written before a name. */
export function isTitle(word: string): boolean {
  return titles.has(word);
}

/** One name, many hands: the ways Muhammad, Ahmad, Abdul and Siti are written and cut short. */
const oneNameManyHands = {
  muhammad: /^(?:mh|moh|muh|mhd|mohd|muhd|mhmd|mokh|mukh|m[ou](?:h|kh)am[ae]?[dt])$/,
  ahmad: /^(?:akh?mad|akh?mat|ahma[dt]|ahmed)$/,
  abdul: /^(?:abd|abdu|abdl|abdul)$/,
  abdulah: /^abdul[ao]h?$/,
  siti: /^(?:siti|sity|citi)$/,
  nur: /^(?:nur|nor)$/,
  sri: /^(?:srie|seri|sry|sri)$/,
} as const satisfies Record<string, RegExp>;

/** The words of a name in today's spelling, without titles, in the order they were written. */
export function nameWords(text: string): readonly string[] {
  const written = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’‘`ʼ´]/gu, '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
  const words = written.flatMap((word) => wordsWithin(modernSpelling(word))).map(oneHand);
  const named = words.filter((word) => !titles.has(word));
  const kept = named.length > 0 ? named : words;
  return kept[0] === 'm' && kept.length > 1 ? ['muhammad', ...kept.slice(1)] : kept;
}

/** A name as one line of normal words: the form two spellings of one name share. */
export function normalName(text: string): string {
  return nameWords(text).join(' ');
}

function oneHand(word: string): string {
  for (const [name, hands] of Object.entries(oneNameManyHands)) if (hands.test(word)) return name;
  return word;
}

/** Abdurrahman is Abdul Rahman and Nurhayati, Norhayati is Nur Hayati: both are written both ways. */
function wordsWithin(word: string): readonly string[] {
  const abdul = /^abdu(?:l(?!ah)|(?=[rsnzdt]))([a-z]{4,})$/.exec(word)?.[1];
  if (abdul) return ['abdul', ...wordsWithin(abdul)];
  const nur = /^n[uo]r(?!ul)([a-z]{4,})$/.exec(word)?.[1];
  if (nur) return ['nur', ...wordsWithin(nur)];
  return [word];
}
