import type { TokenKey } from '../names/token-key.ts';
import { type CandidateRow, compare, yearsApart } from './compare.ts';
import type { MatchIdentity } from './identity.ts';
import { tokensOfPerson } from './person-tokens.ts';
import { queryOf } from './query-tokens.ts';
import { explain, type Hint } from './score.ts';

/**
 * Two records held against each other, by the same rules as a look through the register: how each field that the newer
 * one has compares with the older one. It says so of every pair, also of one in which too little is known to decide.
 */
export function explainPair(newer: MatchIdentity, older: MatchIdentity, key: TokenKey): Hint['fields'] {
  const query = queryOf(newer, key, { marksAllowed: true });
  return explain(query, compare(query, rowOf(query, older, key), { population: 1, shares: [] }));
}

function rowOf(query: ReturnType<typeof queryOf>, older: MatchIdentity, key: TokenKey): CandidateRow {
  const signature = new Set(tokensOfPerson(older, key).signature);
  const sex = older.sex ?? 'unknown';
  return {
    personId: '',
    agrees: query.marks.filter((mark) => signature.has(mark)),
    sexAgrees: query.sex === 'unknown' || sex === 'unknown' ? null : query.sex === sex,
    ageGap: gapOf(query, older),
  };
}

type Born = Pick<MatchIdentity, 'birthFrom' | 'birthTo'>;

function gapOf(one: Born, other: Born): number | null {
  const [a, b] = [rangeOf(one), rangeOf(other)];
  return a && b ? yearsApart(a, b) : null;
}

function rangeOf({ birthFrom, birthTo }: Born): { from: number; to: number } | null {
  return birthFrom && birthTo ? { from: Date.parse(birthFrom), to: Date.parse(birthTo) } : null;
}
