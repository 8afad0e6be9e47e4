// A signature is a flat picture: no words hidden in it, nothing behind its end. It is shown, and never compared.

const signed = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const flat = new Set([
  'IHDR',
  'PLTE',
  'tRNS',
  'IDAT',
  'IEND',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'pHYs',
  'bKGD',
]);
const most = 40 * 1024;

/** The bytes of a drawn signature, or null when they are no flat PNG of at most 40 kB. */
export function flatPng(base64: string): Buffer | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return null;
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > most || bytes.length < 57 || !bytes.subarray(0, 8).equals(signed)) return null;
  return chunksAreFlat(bytes) ? bytes : null;
}

function chunksAreFlat(bytes: Buffer): boolean {
  let at = 8;
  let first = true;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (first && !(type === 'IHDR' && length === 13 && sizeFits(bytes, at + 8))) return false;
    if (!flat.has(type) || at + 12 + length > bytes.length) return false;
    first = false;
    at += 12 + length;
    if (type === 'IEND') return at === bytes.length;
  }
  return false;
}

function sizeFits(bytes: Buffer, at: number): boolean {
  const [width, height] = [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)];
  return width > 0 && height > 0 && width <= 2000 && height <= 2000;
}
