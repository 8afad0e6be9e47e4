import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Type, { type Static } from 'typebox';
import type { Keys } from '#platform/keys/ring.ts';

export const exportFormat = 1;

export const Manifest = Type.Object({
  rangkul: Type.Literal('export'),
  format: Type.Integer(),
  made: Type.String(),
  version: Type.String(),
  /** The migrations it comes from, in their order. */
  steps: Type.Array(Type.String()),
  /** Tells whether a key folder belongs to it; the keys are not in it. */
  keys: Type.String(),
  demonstration: Type.Boolean(),
  cities: Type.Array(Type.String()),
  tables: Type.Array(
    Type.Object({ name: Type.String(), rows: Type.Integer(), columns: Type.Array(Type.String()) }),
  ),
  sequences: Type.Array(Type.Object({ name: Type.String(), last: Type.Integer() })),
});
export type Manifest = Static<typeof Manifest>;

/** Recognises a key folder without telling anything of its keys. */
export function fingerprintOf(keys: Keys): string {
  return createHash('sha256').update(keys.of('backup')).update('export').digest('hex').slice(0, 24);
}

/** What stands beside the tables, for whoever opens the archive without Rangkul. */
export const readme = readFileSync(join(import.meta.dirname, 'README.txt'), 'utf8');
