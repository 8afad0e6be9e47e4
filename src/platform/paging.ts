import { openBox, sealBox } from '#platform/keys/box.ts';
import { problem } from '#platform/problems.ts';

/** Rows on a page; a query asks for one more, to know whether there is a next page. */
export const pageSize = 50;

/** Where the sort key tells more than the rows do: only the server reads the cursor, and takes it in this place alone. */
export type Seal = { readonly key: Buffer; readonly place: string };

/** A cursor is the sort key of the last row shown, as base64url JSON: no offset, so the thousandth page costs what the first does. */
export function pageOf<T>(
  found: readonly T[],
  keyOf: (row: T) => Record<string, string>,
  seal?: Seal,
): { items: T[]; next: string | null } {
  const items = found.slice(0, pageSize);
  const last = items.at(-1);
  const next = found.length > pageSize && last ? written(keyOf(last), seal).toString('base64url') : null;
  return { items, next };
}

function written(key: Record<string, string>, seal: Seal | undefined): Buffer {
  return seal ? sealBox(key, seal.key, seal.place) : Buffer.from(JSON.stringify(key));
}

/** Reads a cursor back; anything that is not one of ours is refused. */
export function readCursor<const K extends string>(
  cursor: string | undefined,
  keys: readonly K[],
  seal?: Seal,
): Record<K, string> | null {
  if (!cursor) return null;
  try {
    const bytes = Buffer.from(cursor, 'base64url');
    const value: unknown = seal ? openBox(bytes, seal.key, seal.place) : JSON.parse(bytes.toString('utf8'));
    if (
      value &&
      typeof value === 'object' &&
      keys.every((key) => key in value && typeof Object(value)[key] === 'string')
    )
      return value as Record<K, string>;
  } catch {
    // not ours: refused below
  }
  throw problem('input-invalid', { field: 'after' });
}
