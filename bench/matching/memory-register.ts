import { createHash } from 'node:crypto';
import { type CandidateRow, type Register, yearsApart } from '#persons/match/compare.ts';
import type { MatchIdentity } from '#persons/match/identity.ts';
import { coarseOf, tokensOfPerson } from '#persons/match/person-tokens.ts';
import type { MatchQuery } from '#persons/match/query-tokens.ts';
import { type TokenKey, tokenKeyOf } from '#persons/names/token-key.ts';
import type { Recorded } from './generator.ts';

/** The bounds of `app.match_candidates`, repeated here so that both walk and compare the same rows. */
const bounds = { perToken: 1500, walked: 5000, compared: 400, countedFrom: 32, sampled: 20_000 } as const;
const bitsPerToken = 2;
const mostTokens = 6;
const bitsPerFacet = 7;
const offByYears = [0, 1.5, 2.5, 3.5, 9] as const;
const otherSex = 7;

/** The key all benches use; nothing real is ever keyed with it. */
export const benchKey: TokenKey = tokenKeyOf(createHash('sha256').update('bench').digest());

type Entry = {
  readonly sex: MatchIdentity['sex'];
  readonly from: number;
  readonly to: number;
  readonly coarse: number;
  readonly signature: Int32Array;
};

/** The register in memory, answering exactly as the database function does. */
export type MemoryRegister = {
  readonly candidates: (query: MatchQuery) => readonly CandidateRow[];
  /** Every person compared, whether a block leads there or not; for learning weights only. */
  readonly compareAll: (query: MatchQuery) => readonly CandidateRow[];
  readonly register: (query: MatchQuery) => Register;
  readonly rows: number;
  readonly marks: number;
};

export function memoryRegister(recorded: Iterable<Recorded>): MemoryRegister {
  const postings = new Map<bigint, number[]>();
  const entries: Entry[] = [];
  let rows = 0;
  let marks = 0;
  for (const { number, identity } of recorded) {
    const tokens = tokensOfPerson(identity, benchKey);
    for (const { token } of tokens.rows) {
      const list = postings.get(token);
      if (list) list.push(number);
      else postings.set(token, [number]);
    }
    rows += tokens.rows.length;
    marks += tokens.signature.length;
    entries[number] = entryOf(identity, tokens.signature);
  }
  const shares = sharesOf(entries);
  const rowsOf = (query: MatchQuery, numbers: Iterable<number>): readonly CandidateRow[] => {
    const asked = new Set(query.marks);
    return Array.from(numbers, (number) => {
      const entry = entries[number];
      return entry ? [rowOf(query, asked, entry, number)] : [];
    }).flat();
  };
  return {
    rows,
    marks,
    candidates: (query) => rowsOf(query, nearest(query, postings, entries)),
    compareAll: (query) => rowsOf(query, entries.keys()),
    register: (query) => ({
      population: entries.length,
      shares: query.marks.map((mark) => shares.get(mark) ?? 0),
    }),
  };
}

function entryOf(identity: MatchIdentity, signature: readonly number[]): Entry {
  return {
    sex: identity.sex,
    from: identity.birthFrom ? Date.parse(identity.birthFrom) : Number.NaN,
    to: identity.birthTo ? Date.parse(identity.birthTo) : Number.NaN,
    coarse: coarseOf(identity),
    signature: Int32Array.from(signature),
  };
}

/** How common each mark is, counted on a sample as the nightly job does. */
function sharesOf(entries: readonly Entry[]): ReadonlyMap<number, number> {
  const step = Math.max(1, Math.floor(entries.length / bounds.sampled));
  const counts = new Map<number, number>();
  let sampled = 0;
  for (let at = 0; at < entries.length; at += step) {
    sampled += 1;
    for (const mark of entries[at]?.signature ?? []) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  return new Map(
    [...counts].filter(([, count]) => count >= 4).map(([mark, count]) => [mark, count / sampled]),
  );
}

type Met = { facets: number; rarity: number; tokens: number };

function nearest(
  query: MatchQuery,
  postings: ReadonlyMap<bigint, readonly number[]>,
  entries: readonly Entry[],
): readonly number[] {
  const met = new Map<number, Met>();
  let walked = 0;
  for (const { list, known, facets } of ordered(query, postings)) {
    if (walked > bounds.walked) break;
    walked += Math.max(known, 1);
    const rarity = Math.log2(Math.max(1000, entries.length) / Math.max(known, bounds.countedFrom) + 1);
    for (const number of list) {
      const before = met.get(number);
      if (before) {
        before.facets |= facets;
        before.rarity = Math.max(before.rarity, rarity);
        before.tokens += 1;
      } else met.set(number, { facets, rarity, tokens: 1 });
    }
  }
  const ranked = Array.from(met, ([number, { facets, rarity, tokens }]) => ({
    number,
    rank:
      rarity +
      bitsPerFacet * bitCount(facets) +
      bitsPerToken * Math.min(tokens - 1, mostTokens) -
      misfit(query, entries[number]?.coarse ?? 0),
  }));
  return ranked
    .sort((a, b) => b.rank - a.rank || a.number - b.number)
    .slice(0, bounds.compared)
    .map(({ number }) => number);
}

function ordered(query: MatchQuery, postings: ReadonlyMap<bigint, readonly number[]>) {
  const facets = new Map<bigint, number>();
  for (const [at, token] of query.blocks.entries())
    facets.set(token, (facets.get(token) ?? 0) | (query.facets[at] ?? 0));
  return Array.from(facets, ([token, bits]) => {
    const list = postings.get(token) ?? [];
    return { token, list, facets: bits, known: list.length >= bounds.countedFrom ? list.length : 0 };
  })
    .filter(({ known }) => known <= bounds.perToken)
    .sort((a, b) => a.known - b.known || (a.token < b.token ? -1 : 1));
}

function misfit(query: MatchQuery, coarse: number): number {
  const sexCode = { unknown: 0, male: 1, female: 2 }[query.sex];
  const sex = sexCode > 0 && (coarse & 3) > 0 && (coarse & 3) !== sexCode ? otherSex : 0;
  const year = (coarse >> 2) + 1900;
  if (coarse >> 2 === 0 || !query.birthFrom || !query.birthTo) return sex;
  const off = Math.max(
    0,
    Number(query.birthFrom.slice(0, 4)) - year,
    year - Number(query.birthTo.slice(0, 4)),
  );
  return sex + (offByYears[Math.min(4, off)] ?? 0);
}

function rowOf(query: MatchQuery, asked: ReadonlySet<number>, entry: Entry, number: number): CandidateRow {
  const sexKnown = query.sex !== 'unknown' && entry.sex !== undefined && entry.sex !== 'unknown';
  return {
    personId: String(number),
    agrees: [...entry.signature.filter((mark) => asked.has(mark))],
    sexAgrees: sexKnown ? query.sex === entry.sex : null,
    ageGap: gapOf(query, entry),
  };
}

function gapOf({ birthFrom, birthTo }: MatchQuery, entry: Entry): number | null {
  if (!birthFrom || !birthTo || Number.isNaN(entry.from)) return null;
  return yearsApart({ from: Date.parse(birthFrom), to: Date.parse(birthTo) }, entry);
}

function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left > 0; left &= left - 1) count += 1;
  return count;
}
