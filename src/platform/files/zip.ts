import { crc32 } from 'node:zlib';

export type ZipEntry = { readonly name: string; readonly bytes: Buffer };

// 1 January 1980, the first day a zip knows: equal contents give an equal file.
const noDay = 0x0021;
const utf8Names = 0x0800;
const version = 20;

/** Files in one, stored as they are: what goes in here is compressed already. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of entries) {
    const label = Buffer.from(name);
    const facts = factsOf(label, bytes);
    const local = Buffer.concat([uint32(0x04034b50), facts, label]);
    directory.push(
      Buffer.concat([uint32(0x02014b50), uint16(version), facts, Buffer.alloc(10), uint32(at), label]),
    );
    parts.push(local, bytes);
    at += local.length + bytes.length;
  }
  const size = directory.reduce((sum, it) => sum + it.length, 0);
  const count = uint16(entries.length);
  const end = Buffer.concat([
    uint32(0x06054b50),
    Buffer.alloc(4),
    count,
    count,
    uint32(size),
    uint32(at),
    uint16(0),
  ]);
  return Buffer.concat([...parts, ...directory, end]);
}

function factsOf(label: Buffer, bytes: Buffer): Buffer {
  return Buffer.concat([
    ...[version, utf8Names, 0, 0, noDay].map(uint16),
    ...[crc32(bytes), bytes.length, bytes.length].map(uint32),
    ...[label.length, 0].map(uint16),
  ]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
