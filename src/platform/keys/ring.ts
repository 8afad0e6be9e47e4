import { hkdfSync, randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type IdentityKeys, openIdentityKeys } from '#platform/keys/identity-keys.ts';

export type Purpose =
  | 'database roles'
  | 'search tokens'
  | 'identity keys'
  | 'backup'
  | 'sessions'
  | 'files'
  | 'invitation links'
  | 'page places'
  | 'web push';

/** The keys of one installation: derived keys by purpose, and the store that holds one key for each identity. */
export type Keys = {
  readonly folder: string;
  readonly of: (purpose: Purpose) => Buffer;
  readonly identities: IdentityKeys;
};

type RingFile = { readonly made: string; readonly demonstration: boolean; readonly master: string };

/** The key folder is missing and this is a real city, which must bring its own. */
export class KeysMissing extends Error {}
/** The keys are those of a demonstration where a real city is opened, or the other way round. */
export class KeysOfAnother extends Error {}

/**
 * Opens the key folder, which lies outside the data folder and its backups. A demonstration makes one for itself; a
 * real city makes it once with `rangkul keys make` and keeps a copy apart (docs/operate.md).
 */
export function openKeys(
  folder: string,
  options: { readonly make: boolean; readonly demonstration: boolean },
): Keys {
  const file = join(folder, 'ring.json');
  if (!existsSync(file)) {
    if (!options.make) throw new KeysMissing(folder);
    makeRing(folder, options.demonstration);
  }
  const ring: RingFile = JSON.parse(readFileSync(file, 'utf8'));
  if (ring.demonstration !== options.demonstration) throw new KeysOfAnother(folder);
  const master = Buffer.from(ring.master, 'base64');
  if (master.length !== 32) throw new Error(`${file}: the master key is not 32 bytes`);
  const derived = new Map<Purpose, Buffer>();
  const of = (purpose: Purpose): Buffer => {
    const known = derived.get(purpose);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', master, '', `rangkul ${purpose}`, 32));
    derived.set(purpose, key);
    return key;
  };
  return { folder, of, identities: openIdentityKeys(join(folder, 'identities.keys'), of('identity keys')) };
}

/** Makes the key folder of a city; the caller has seen that there is none. */
export function makeRing(folder: string, demonstration: boolean): void {
  const file = join(folder, 'ring.json');
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  const ring: RingFile = {
    made: new Date().toISOString(),
    demonstration,
    master: randomBytes(32).toString('base64'),
  };
  const half = `${file}.half`;
  const handle = openSync(half, 'w', 0o600);
  writeSync(handle, `${JSON.stringify(ring, null, 2)}\n`);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(half, file);
}
