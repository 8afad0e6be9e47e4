import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Seals a value as JSON with AES-256-GCM; `place` (table and id) is bound in, so that a box can't be moved to another row. */
export function sealBox(value: unknown, key: Buffer, place: string): Buffer {
  return sealBytes(Buffer.from(JSON.stringify(value)), key, place);
}

/** The same for bytes that are no JSON: the contents of a file. */
export function sealBytes(bytes: Buffer, key: Buffer, place: string): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** Opens a box sealed by `sealBox`; throws when key, place or contents are not the same. */
export function openBox(box: Buffer, key: Buffer, place: string): unknown {
  return JSON.parse(openBytes(box, key, place).toString('utf8'));
}

/** Opens bytes sealed by `sealBytes`; throws likewise. */
export function openBytes(box: Buffer, key: Buffer, place: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, 12)).setAAD(Buffer.from(place));
  decipher.setAuthTag(box.subarray(12, 28));
  return Buffer.concat([decipher.update(box.subarray(28)), decipher.final()]);
}
