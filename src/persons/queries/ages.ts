// What was said and judged of the age of a person, in every record of the same human being.
import { sql } from 'kysely';
import { type AgeWord, birthRange, type ProtectedAge, protectedAge } from '#persons/rules.ts';
import type { AgeStatement } from '#persons/schema.ts';
import type { Tx } from '#platform/database/transaction.ts';
import type { AgeClass } from '#platform/schemas.ts';

type SaidRow = Omit<AgeStatement, 'kind'> & {
  readonly kind: AgeStatement['kind'] | 'met';
  readonly at: number;
  readonly bySupervisor: boolean;
  readonly metAs: AgeClass | null;
};

/**
 * The columns of a row of `persons p` from which its age class is read. Every word counts, whoever may read the encounter in
 * which it fell: a class that changed with the reader would protect nobody. app.age_words shows no more of an encounter than that.
 */
export const agedColumns = sql`
  p.birth_from, p.birth_to, app.age_words(p.person_id) as said`;

/** A person row with those columns. */
export type Aged = {
  readonly birth_from: string | null;
  readonly birth_to: string | null;
  readonly said: readonly SaidRow[] | null;
};

/** Every word about the age of a person. */
export function ageWordsOf({ birth_from, birth_to, said }: Aged): AgeWord[] {
  const rows = said ?? [];
  const stated = rows.filter((it) => it.kind !== 'met');
  const first = Math.min(...stated.map((it) => it.at));
  // Whoever was met without a word about the age was met as what was known before, which is no word of its own.
  const words = rows
    .filter((it) => it.kind !== 'met' || it.yearsLow !== null || it.at < first)
    .map((it) => wordOf(it));
  if (stated.length > 0 || !birth_from || !birth_to) return words;
  const kept = { from: birth_from, to: birth_to };
  return [...words, { kind: 'record', born: kept, onDate: birth_to, at: 0, settles: null }];
}

/** The years of somebody met as of a class without years being said; a child stays one for a year at least, not for a day. */
const metYears = {
  UNDER_18: { yearsLow: 0, yearsHigh: 16 },
  ADULT: { yearsLow: 18, yearsHigh: 120 },
  UNKNOWN: { yearsLow: 0, yearsHigh: 120 },
} satisfies Record<AgeClass, object>;

function wordOf(it: SaidRow): AgeWord {
  const { kind, onDate, at } = it;
  const years = it.yearsLow === null && it.metAs ? { ...it, ...metYears[it.metAs] } : it;
  const settles = it.bySupervisor ? 'supervisor' : kind === 'documented' && it.birthDate ? 'document' : null;
  return { kind, born: birthRange(years), onDate, at, settles };
}

/** The class that protects a person on a day, from its row. */
export function protectedAgeOf(row: Aged, day: string): ProtectedAge {
  return protectedAge(ageWordsOf(row), day);
}

/** Every word about the age of a person who is on record. */
export async function readAgeWords(tx: Tx, personId: string): Promise<AgeWord[]> {
  const found = await sql<Aged>`
    select ${agedColumns} from persons p where p.city = (select app.city()) and p.person_id = ${personId}`.execute(
    tx,
  );
  return found.rows.flatMap((row) => ageWordsOf(row));
}
