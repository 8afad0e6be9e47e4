// The form of a backup file, documented in docs/operate.md.
//   one line of JSON   what it is, when made, by which version; not secret
//   frames             u32 length, 16 bytes tag, ciphertext: AES-256-GCM, nonce = u64 number of the frame, 3 zeros, 1 on the last
// Inside the frames runs one zstd stream of files: u16 length of the path, path, then u32 length and bytes until a
// length of 0; a path that ends in "/" is a folder; an empty path ends the stream.
import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto';
import { Transform } from 'node:stream';

export const containerFormat = 1;
const frameBytes = 1024 * 1024;
const largestFrame = frameBytes + 1024;

/** The key of one backup file: from the installation's backup key and the salt in its header. */
export function fileKey(backupKey: Buffer, salt: string): Buffer {
  return Buffer.from(hkdfSync('sha256', backupKey, Buffer.from(salt, 'base64'), 'rangkul backup file', 32));
}

/** What tells backup keys apart without saying anything of them; stands in the header of each file. */
export function keyMark(backupKey: Buffer): string {
  return Buffer.from(hkdfSync('sha256', backupKey, '', 'rangkul backup key mark', 8)).toString('hex');
}

/** A backup file that was cut, changed, or sealed under another key. */
export class ContainerDamaged extends Error {}

/** Seals a stream into frames; the header line is bound into each. */
export function sealFrames(key: Buffer, header: string): Transform {
  const bound = createHash('sha256').update(header).digest();
  let held: Buffer[] = [];
  let size = 0;
  let number = 0;
  const frame = (plain: Buffer, last: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number++, last)).setAAD(bound);
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(sealed.length);
    return Buffer.concat([length, cipher.getAuthTag(), sealed]);
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      held.push(chunk);
      size += chunk.length;
      if (size <= frameBytes) return done();
      let all = Buffer.concat(held);
      while (all.length > frameBytes) {
        this.push(frame(all.subarray(0, frameBytes), false));
        all = all.subarray(frameBytes);
      }
      held = [all];
      size = all.length;
      done();
    },
    flush(done) {
      this.push(frame(Buffer.concat(held), true));
      done();
    },
  });
}

/** Opens what `sealFrames` sealed; throws `ContainerDamaged` on the first bit that is not as it was. */
export function openFrames(key: Buffer, header: string): Transform {
  const bound = createHash('sha256').update(header).digest();
  let held = Buffer.alloc(0);
  let number = 0;
  let ended = false;
  const open = (frame: Buffer, last: boolean): Buffer => {
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number++, last)).setAAD(bound);
    decipher.setAuthTag(frame.subarray(4, 20));
    try {
      return Buffer.concat([decipher.update(frame.subarray(20)), decipher.final()]);
    } catch {
      throw new ContainerDamaged(last && number > 1 ? 'cut short' : `frame ${number}`);
    }
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      held = Buffer.concat([held, chunk]);
      try {
        // A whole frame with bytes behind it is not the last one.
        for (let size = frameSize(held); held.length > size; size = frameSize(held)) {
          this.push(open(held.subarray(0, size), false));
          held = held.subarray(size);
        }
        done();
      } catch (error) {
        done(asError(error));
      }
    },
    flush(done) {
      try {
        if (ended || held.length !== frameSize(held)) throw new ContainerDamaged('cut short');
        ended = true;
        this.push(open(held, true));
        done();
      } catch (error) {
        done(asError(error));
      }
    },
  });
}

function frameSize(held: Buffer): number {
  if (held.length < 4) return Number.POSITIVE_INFINITY;
  const length = held.readUInt32BE();
  if (length > largestFrame) throw new ContainerDamaged('no frame where one should begin');
  return length + 20;
}

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(number));
  nonce[11] = last ? 1 : 0;
  return nonce;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

export type Piece = { readonly path: string; readonly bytes: AsyncIterable<Buffer> | Iterable<Buffer> };

/** Writes files one after the other into one stream. */
export async function* packFiles(pieces: AsyncIterable<Piece>): AsyncGenerator<Buffer> {
  for await (const { path, bytes } of pieces) {
    const name = Buffer.from(path);
    const head = Buffer.alloc(2);
    head.writeUInt16BE(name.length);
    yield Buffer.concat([head, name]);
    for await (const chunk of bytes) {
      if (chunk.length > 0) yield Buffer.concat([lengthOf(chunk.length), chunk]);
    }
    yield lengthOf(0);
  }
  yield Buffer.alloc(2);
}

function lengthOf(n: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(n);
  return length;
}

/** Reads the files back; the bytes of one must be read to their end before the next. */
export async function* unpackFiles(stream: AsyncIterable<Buffer>): AsyncGenerator<Piece> {
  const take = taker(stream);
  while (true) {
    const size = (await take(2)).readUInt16BE();
    if (size === 0) return;
    const path = (await take(size)).toString('utf8');
    if (path.startsWith('/') || path.split('/').includes('..'))
      throw new ContainerDamaged('a path leads out');
    const bytes = (async function* () {
      for (let length = (await take(4)).readUInt32BE(); length; length = (await take(4)).readUInt32BE())
        yield take(length);
    })();
    yield { path, bytes };
    for await (const _ of bytes);
  }
}

function taker(stream: AsyncIterable<Buffer>): (n: number) => Promise<Buffer> {
  const source = stream[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  return async (n) => {
    const parts = [held];
    let size = held.length;
    while (size < n) {
      const next = await source.next();
      if (next.done) throw new ContainerDamaged('ends in the middle of a file');
      parts.push(next.value);
      size += next.value.length;
    }
    const all = parts.length === 1 ? held : Buffer.concat(parts);
    held = all.subarray(n);
    return all.subarray(0, n);
  };
}
