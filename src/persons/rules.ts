import type { AgeStatement, Identity } from '#persons/schema.ts';
import type { AgeClass } from '#platform/schemas.ts';

const order = ['documented', 'assessed', 'stated', 'record', 'met'] as const;

/**
 * The word that counts of somebody's age: documents before a professional's assessment before what was said; the latest of
 * its kind.
 */
export function bestAge<Word extends { readonly kind: (typeof order)[number]; readonly onDate: string }>(
  words: readonly Word[],
): Word | null {
  for (const kind of order) {
    const found = words.filter((it) => it.kind === kind).sort((a, b) => (a.onDate < b.onDate ? 1 : -1))[0];
    if (found) return found;
  }
  return null;
}

/** The earliest and the latest birth date that a statement allows; ages in whole years on its day. */
export function birthRange(
  statement: Pick<AgeStatement, 'birthDate' | 'yearsLow' | 'yearsHigh' | 'onDate'>,
): { from: string; to: string } | null {
  if (statement.birthDate) return { from: statement.birthDate, to: statement.birthDate };
  if (statement.yearsLow === null) return null;
  const high = statement.yearsHigh ?? statement.yearsLow;
  return {
    from: dayAfter(yearsBefore(statement.onDate, high + 1)),
    to: yearsBefore(statement.onDate, statement.yearsLow),
  };
}

/** Older than this nobody is. */
export const oldestAge = 120;

/** Whether somebody known on a day can have been born on another: not after it, and not longer ago than people live. */
export function isPossibleBirth(birth: string, day: string): boolean {
  return birth <= day && yearsOn(birth, day) <= oldestAge;
}

/** Whole years on a day, for a birth date. */
export function yearsOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** Youngest and oldest age on a day, from a range of birth dates. */
export function ageRangeOn(
  from: string | null,
  to: string | null,
  day: string,
): { low: number; high: number } | null {
  if (!from || !to) return null;
  return { low: Math.max(0, yearsOn(to, day)), high: Math.max(0, yearsOn(from, day)) };
}

/**
 * Under 18, adult or not known, on a day. A range that straddles 18 is not known: protected as a child, counted as
 * unknown. Exactly 18 is adult by law.
 */
export function ageClassOn(from: string | null, to: string | null, day: string): AgeClass {
  const range = ageRangeOn(from, to, day);
  if (!range) return 'UNKNOWN';
  if (range.high < 18) return 'UNDER_18';
  return range.low >= 18 ? 'ADULT' : 'UNKNOWN';
}

/** Why an adult's name may be kept. */
export const nameReasons = ['ASKS_SERVICE', 'ACCOMPANIES_CHILD'] as const;
export type NameReason = (typeof nameReasons)[number];

/** One thing that was said or judged of somebody's age, and what it settles. */
export type AgeWord = {
  /** `record`: the range kept with the person; `met`: as what somebody was met, where nothing more was said. */
  readonly kind: AgeStatement['kind'] | 'record' | 'met';
  readonly born: { readonly from: string; readonly to: string } | null;
  readonly onDate: string;
  /** When it was recorded; what was recorded together has one time. */
  readonly at: number;
  readonly settles: 'supervisor' | 'document' | null;
};

/** The class of a person, and whether it is not known because what was said does not agree. */
export type ProtectedAge = { readonly ageClass: AgeClass; readonly contested: boolean };

/**
 * The one rule for the age class of somebody, by everything that was ever said or judged of their age. Whoever is adult
 * by one word and a child, or of unknown age, by another is of unknown age and protected as a child. A supervisor's word
 * settles what was recorded before it. A document settles what was only said, but not against
 * a child: that it makes an adult of somebody said to be under 18 is one worker's reading of a paper, and waits for a
 * supervisor. Words that agree about 18 are read by the best of them.
 */
export function protectedAge(words: readonly AgeWord[], day: string): ProtectedAge {
  const settledAt = Math.max(
    ...words.map((it) => (it.settles === 'supervisor' ? it.at : Number.NEGATIVE_INFINITY)),
  );
  const since = words.filter((it) => it.at >= settledAt);
  const classOf = ({ born }: AgeWord) => ageClassOn(born?.from ?? null, born?.to ?? null, day);
  const documents = since.filter((it) => it.settles === 'document');
  const makesChild = documents.some((it) => classOf(it) !== 'ADULT');
  const settled = (it: AgeWord) => it.settles !== null || (!makesChild && classOf(it) === 'UNDER_18');
  const proven = documents.length > 0 ? since.filter(settled) : since;
  const adult = proven.filter((it) => classOf(it) === 'ADULT').length;
  if (adult > 0 && adult < proven.length) return { ageClass: 'UNKNOWN', contested: true };
  const best = bestAge(proven);
  return { ageClass: best ? classOf(best) : 'UNKNOWN', contested: false };
}

/** "A. S." of "Ahmad Saputra"; empty for a person without a name. */
export function initialsOf(identity: Pick<Identity, 'names' | 'aliases'>): string {
  const name = identity.names[0] ?? identity.aliases[0] ?? '';
  return name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 3)
    .map((word) => `${word[0]?.toLocaleUpperCase('id')}.`)
    .join(' ');
}

function yearsBefore(day: string, years: number): string {
  const moved = `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;
  return moved.endsWith('-02-29') && !isLeap(Number(moved.slice(0, 4)))
    ? `${moved.slice(0, 4)}-02-28`
    : moved;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** The fields an explanation speaks of. */
export const matchFields = [
  'name',
  'alias',
  'sex',
  'age',
  'mother',
  'father',
  'origin',
  'companions',
  'nik',
  'marks',
] as const;
export type MatchField = (typeof matchFields)[number];
