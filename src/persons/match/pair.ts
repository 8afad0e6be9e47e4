import type { TokenKey } from '../names/token-key.ts';
import { type CandidateRow, compare } from './compare.ts';
import type { MatchIdentity } from './identity.ts';
import { tokensOfPerson } from './person-tokens.ts';
import { queryOf } from './query-tokens.ts';
import { explain, type Hint } from './score.ts';

const daysOfAYear = 365.25;

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
    ageGap: yearsApart(query, older),
  };
}

function yearsApart(one: Born, other: Born): number | null {
  if (!one.birthFrom || !one.birthTo || !other.birthFrom || !other.birthTo) return null;
  const apart = Math.max(0, daysFrom(one.birthTo, other.birthFrom), daysFrom(other.birthTo, one.birthFrom));
  return Math.ceil(apart / daysOfAYear);
}

type Born = Pick<MatchIdentity, 'birthFrom' | 'birthTo'>;

function daysFrom(day: string, later: string): number {
  return (Date.parse(later) - Date.parse(day)) / 86_400_000;
}
