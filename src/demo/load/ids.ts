import { uuidv7 } from '#platform/uuid.ts';

export type Ids = {
  /** The identifier that stands for a key of the world; the same each time it is asked for. */
  readonly of: (key: string, at?: string) => string;
  readonly orNull: (key: string | null) => string | null;
};

/** Identifiers of the world's keys, sorting by the time at which each first appears. */
export function makeIds(): Ids {
  const known = new Map<string, string>();
  const of = (key: string, at?: string): string => {
    const found = known.get(key);
    if (found) return found;
    const made = uuidv7(at ? Date.parse(at) : Date.now());
    known.set(key, made);
    return made;
  };
  return { of, orNull: (key) => (key === null ? null : of(key)) };
}

/** Upper-case code of a word of the world: not_known is UNKNOWN in the code lists. */
export function codeOf(word: string): string {
  return word === 'not_known' ? 'UNKNOWN' : word.toUpperCase();
}
