// What a file holds, read from its contents: a name is only a word.
import type { FileKind } from '#platform/files/rules.ts';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const jpg = Buffer.from([0xff, 0xd8, 0xff]);

/** The kind of a file by its contents; `macros` of an office file that would run something, null of anything else. */
export function heldKind(bytes: Buffer): FileKind | 'macros' | null {
  if (bytes.subarray(0, 1024).includes('%PDF-'))
    return bytes.subarray(-2048).includes('%%EOF') ? 'pdf' : null;
  if (bytes.subarray(0, 8).equals(png)) return bytes.subarray(-16).includes('IEND') ? 'png' : null;
  if (bytes.subarray(0, 3).equals(jpg)) return 'jpg';
  return officeKind(namesInZip(bytes));
}

const mainParts = {
  'word/document.xml': 'docx',
  'xl/workbook.xml': 'xlsx',
  'ppt/presentation.xml': 'pptx',
} as const satisfies Record<string, FileKind>;

function officeKind(names: readonly string[]): FileKind | 'macros' | null {
  if (names.some((name) => name.toLowerCase().endsWith('vbaproject.bin'))) return 'macros';
  const found = Object.entries(mainParts).find(([part]) => names.includes(part));
  return found && names.includes('[Content_Types].xml') ? found[1] : null;
}

const endOfDirectory = 0x06054b50;
const entry = 0x02014b50;

/** The names in the directory of a zip; none when it is no whole zip. */
export function namesInZip(bytes: Buffer): string[] {
  const from = Math.max(0, bytes.length - 65_557);
  for (let at = bytes.length - 22; at >= from; at--) {
    if (bytes.readUInt32LE(at) !== endOfDirectory) continue;
    return namesFrom(bytes, bytes.readUInt32LE(at + 16), bytes.readUInt16LE(at + 10));
  }
  return [];
}

function namesFrom(bytes: Buffer, start: number, count: number): string[] {
  const names: string[] = [];
  for (let at = start, n = 0; n < count && at + 46 <= bytes.length; n++) {
    if (bytes.readUInt32LE(at) !== entry) return [];
    const length = bytes.readUInt16LE(at + 28);
    names.push(bytes.toString('utf8', at + 46, at + 46 + length));
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return names;
}
