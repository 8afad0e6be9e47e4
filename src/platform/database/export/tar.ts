// The ustar form, so that every `tar` opens an export: a header of 512 bytes, the contents, zeros up to the next 512.
const block = 512;

export type TarFile = { readonly name: string; readonly bytes: Buffer };

/** One file as it stands in a tar archive. */
export function tarFile({ name, bytes }: TarFile, at: Date): Buffer {
  const header = Buffer.alloc(block);
  header.write(name, 0, 100, 'utf8');
  header.write('0000600\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write(
    `${Math.floor(at.getTime() / 1000)
      .toString(8)
      .padStart(11, '0')}\0`,
    136,
  );
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, bytes, Buffer.alloc((block - (bytes.length % block)) % block)]);
}

/** What ends a tar archive. */
export const tarEnd = Buffer.alloc(2 * block);

/** An archive that is not whole. */
export class ArchiveDamaged extends Error {}

/** Reads the files of a tar stream one after the other; each must fit into memory. */
export async function* readTar(stream: AsyncIterable<Buffer>): AsyncGenerator<TarFile> {
  let held: Buffer = Buffer.alloc(0);
  const source = stream[Symbol.asyncIterator]();
  const take = async (n: number): Promise<Buffer> => {
    const parts = [held];
    let size = held.length;
    while (size < n) {
      const next = await source.next();
      if (next.done) throw new ArchiveDamaged('ends in the middle');
      parts.push(next.value);
      size += next.value.length;
    }
    const all = Buffer.concat(parts);
    held = all.subarray(n);
    return all.subarray(0, n);
  };
  while (true) {
    const header = await take(block);
    const name = textAt(header, 0, 100);
    if (!name) return;
    const size = Number.parseInt(textAt(header, 124, 12), 8);
    const stated = Number.parseInt(textAt(header, 148, 8), 8);
    header.fill(' ', 148, 156);
    if (header.reduce((total, byte) => total + byte, 0) !== stated)
      throw new ArchiveDamaged('a header is wrong');
    const bytes = await take(size);
    await take((block - (size % block)) % block);
    yield { name, bytes };
  }
}

function textAt(header: Buffer, from: number, length: number): string {
  const field = header.subarray(from, from + length);
  const end = field.indexOf(0);
  return field
    .subarray(0, end < 0 ? length : end)
    .toString('utf8')
    .trim();
}
