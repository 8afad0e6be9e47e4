import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';

// One file of slots of 64 bytes: 12 iv, 32 sealed key, 16 tag, 1 mark, 3 spare. A slot is found by its number, so no
// index is kept in memory; the number lies in the database, the key only here. Destroying a key writes zeros over it.
const slotBytes = 64;
const block = 1024;
const made = 1;
const destroyed = 2;

export type IdentityKeys = {
  /** The key of a slot, made at first use; null when it was destroyed. */
  readonly take: (slot: number) => Buffer;
  /** The key of a slot; null when it was destroyed or never made. */
  readonly read: (slot: number) => Buffer | null;
  /** Writes zeros over the key, for good. */
  readonly destroy: (slot: number) => void;
  /** The first slot that has no place in the file yet: none beyond it was ever given out. */
  readonly end: () => number;
  readonly close: () => void;
};

/** The key of this slot was destroyed: the identity is erased and stays so. */
export class KeyDestroyed extends Error {}

/** Opens the store of identity keys; its keys are sealed under the installation's own. */
export function openIdentityKeys(path: string, wrapping: Buffer): IdentityKeys {
  const file = openSync(path, existsSync(path) ? 'r+' : 'w+', 0o600);
  const slotAt = (slot: number): Buffer | null => {
    const bytes = Buffer.alloc(slotBytes);
    return readSync(file, bytes, 0, slotBytes, slot * slotBytes) === slotBytes ? bytes : null;
  };
  // Keys are made a block ahead and brought to disk once, so that taking one costs no wait for the disk.
  const makeBlock = (slot: number): void => {
    const first = Math.floor(slot / block) * block;
    const size = fstatSync(file).size;
    for (let n = first; n < first + block; n++) {
      const present = n * slotBytes < size ? slotAt(n) : null;
      if (present && present[60] !== 0) continue;
      writeSync(file, sealKey(randomBytes(32), wrapping, n), 0, slotBytes, n * slotBytes);
    }
    fsyncSync(file);
  };
  const read = (slot: number): Buffer | null => {
    const bytes = slotAt(slot);
    return bytes && bytes[60] === made ? openKey(bytes, wrapping, slot) : null;
  };
  return {
    read,
    take: (slot) => {
      if (!slotAt(slot) || slotAt(slot)?.[60] === 0) makeBlock(slot);
      const key = read(slot);
      if (!key) throw new KeyDestroyed(`slot ${slot}`);
      return key;
    },
    destroy: (slot) => {
      const gone = Buffer.alloc(slotBytes);
      gone[60] = destroyed;
      if (fstatSync(file).size < slot * slotBytes) ftruncateSync(file, slot * slotBytes);
      writeSync(file, gone, 0, slotBytes, slot * slotBytes);
      fsyncSync(file);
    },
    end: () => Math.ceil(fstatSync(file).size / slotBytes),
    close: () => closeSync(file),
  };
}

function sealKey(key: Buffer, wrapping: Buffer, slot: number): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrapping, iv).setAAD(Buffer.from(`slot ${slot}`));
  const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
  return Buffer.concat([iv, sealed, cipher.getAuthTag(), Buffer.from([made, 0, 0, 0])]);
}

function openKey(bytes: Buffer, wrapping: Buffer, slot: number): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', wrapping, bytes.subarray(0, 12)).setAAD(
    Buffer.from(`slot ${slot}`),
  );
  decipher.setAuthTag(bytes.subarray(44, 60));
  return Buffer.concat([decipher.update(bytes.subarray(12, 44)), decipher.final()]);
}
