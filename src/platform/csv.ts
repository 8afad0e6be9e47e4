// A strict reader and a safe writer of RFC 4180 files: every export and every city folder goes through here.

export type CsvLine = Readonly<{ line: number; cells: readonly string[] }>;
export type CsvValue = string | number | boolean | null | undefined;

/** A quote that a CSV text opens or closes in the wrong place. */
export class BrokenQuote extends Error {
  readonly line: number;
  constructor(line: number, what: string) {
    super(`line ${line}: ${what}`);
    this.line = line;
  }
}

const byteOrderMark = '\uFEFF';

/** Reads a whole CSV text; a broken quote is refused with its line. Blank lines are skipped. */
export function readCsv(text: string, separator = ','): CsvLine[] {
  const source = text.startsWith(byteOrderMark) ? text.slice(1) : text;
  const lines: CsvLine[] = [];
  let at = 0;
  let line = 1;
  while (at < source.length) {
    const cells: string[] = [];
    const startedAt = line;
    let more = true;
    while (more) {
      const cell = readCell(source, { at, line, separator });
      cells.push(cell.text);
      at = cell.next;
      line = cell.line;
      more = source[at] === separator;
      if (more) at += 1;
    }
    if (source[at] === '\r') at += 1;
    if (source[at] === '\n') at += 1;
    line += 1;
    if (cells.length > 1 || cells[0] !== '') lines.push({ line: startedAt, cells });
  }
  return lines;
}

// Excel's own word for the separator, in a line before the sheet that is none of it.
const declared = /^(\uFEFF?)"?sep=([,;|\t])"?(?=\r?\n|$)/i;

/** Reads a CSV text that some spreadsheet wrote: its separator is what its first line declares or shows. */
export function readForeignCsv(text: string): CsvLine[] {
  const separator = declared.exec(text)?.[2] ?? separatorOf(text);
  // The line stays as a blank one, so that the others keep their numbers.
  return readCsv(text.replace(declared, '$1'), separator);
}

// Spreadsheets of Indonesia and Europe write semicolons.
function separatorOf(text: string): ',' | ';' {
  const first = text.split(/\r?\n/).find((line) => line.trim() !== '') ?? '';
  const bare = first.replaceAll(/"[^"]*"/g, '');
  return bare.split(';').length > bare.split(',').length ? ';' : ',';
}

type Position = Readonly<{ at: number; line: number; separator: string }>;
type Cell = Readonly<{ text: string; next: number; line: number }>;

function readCell(source: string, { at, line, separator }: Position): Cell {
  if (source[at] === '"') return readQuotedCell(source, { at, line, separator });
  let end = at;
  while (end < source.length && !endsCell(source[end], separator)) {
    if (source[end] === '"') throw new BrokenQuote(line, 'a quote stands inside an unquoted cell');
    end += 1;
  }
  return { text: source.slice(at, end), next: end, line };
}

function readQuotedCell(source: string, { at, line, separator }: Position): Cell {
  let text = '';
  let here = line;
  for (let i = at + 1; i < source.length; i += 1) {
    const character = source[i];
    if (character === '\n') here += 1;
    if (character !== '"') {
      text += character;
      continue;
    }
    if (source[i + 1] === '"') {
      text += '"';
      i += 1;
      continue;
    }
    if (i + 1 < source.length && !endsCell(source[i + 1], separator)) {
      throw new BrokenQuote(here, 'text follows a closing quote');
    }
    return { text, next: i + 1, line: here };
  }
  throw new BrokenQuote(line, 'a quoted cell is never closed');
}

function endsCell(character: string | undefined, separator: string): boolean {
  return character === separator || character === '\n' || character === '\r';
}

/** Writes rows as CSV with CRLF, such that no spreadsheet takes a text cell for a formula. */
export function writeCsv(rows: Iterable<readonly CsvValue[]>, separator = ','): string {
  let text = '';
  for (const row of rows) text += `${row.map((value) => csvCell(value, separator)).join(separator)}\r\n`;
  return text;
}

/** One cell as text: numbers stay numbers, a text that could run as a formula gets an apostrophe. */
export function csvCell(value: CsvValue, separator = ','): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const safe = withoutFormula(value);
  const quoted =
    safe.includes('"') || safe.includes(separator) || /[\r\n\t;]/.test(safe) || safe.trim() !== safe;
  return quoted ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The text, with an apostrophe before what a spreadsheet would run or silently trim; NUL is dropped. */
export function withoutFormula(text: string): string {
  // Full-width signs count as well: spreadsheets of East Asian locales fold them to ASCII.
  const startsFormula = /^[=+\-@\t\r\n\0 \u00A0\uFF0B\uFF0D\uFF1D\uFF20]/.test(text);
  const clean = text.replaceAll('\0', '');
  return startsFormula ? `'${clean}` : clean;
}
