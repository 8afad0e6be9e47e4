import { rolesFor } from '#agencies/rules.ts';
import type { SheetLine } from '#agencies/schema.ts';
import { BrokenQuote, type CsvLine, readForeignCsv } from '#platform/csv.ts';
import { problem, problemsOf } from '#platform/problems.ts';
import { staffRoles } from '#platform/roles.ts';
import { isVisibleLine, withoutHiddenMarks } from '#platform/schemas.ts';

problemsOf({
  'sheet-unreadable': {
    status: 422,
    id: 'Berkas ini bukan lembar XLSX atau CSV yang dapat dibaca.',
    en: 'This file is no XLSX or CSV sheet that can be read.',
  },
  'sheet-not-utf8': {
    status: 422,
    id: 'Lembar CSV ini bukan UTF-8, sehingga nama dapat rusak. Simpan ulang sebagai «CSV UTF-8» atau XLSX.',
    en: 'This CSV sheet is not UTF-8, so names could be damaged. Save it again as “CSV UTF-8” or XLSX.',
  },
  'sheet-quote-broken': {
    status: 422,
    id: 'Baris {line}: tanda kutip dibuka atau ditutup di tempat yang salah. Perbaiki baris itu, atau simpan ulang sebagai XLSX.',
    en: 'Line {line}: a quote is opened or closed in the wrong place. Mend that line, or save the sheet again as XLSX.',
  },
  'sheet-too-long': {
    status: 422,
    id: 'Lembar ini berisi lebih dari {most} orang. Bagi menjadi beberapa lembar.',
    en: 'This sheet has more than {most} people. Split it into several.',
  },
  'sheet-too-large': { status: 413, id: 'Lembar ini terlalu besar.', en: 'This sheet is too large.' },
});

const columns = ['username', 'name', 'agency', 'role', 'area'] as const;
const mostUnpacked = 20 * 1024 * 1024;
const mostLines = 300;

/**
 * The rows of an XLSX or CSV file, each with its line there; empty ones are left out. A file that unpacks to more than
 * 20 MB is refused before it is unpacked.
 */
export async function readSheet(file: Buffer): Promise<CsvLine[]> {
  const isBook = file.subarray(0, 2).toString('latin1') === 'PK';
  const rows = (isBook ? await readBook(file) : readText(textOf(file)))
    .map(({ line, cells }) => ({
      line,
      cells: cells.map((cell) => withoutHiddenMarks(cell).replaceAll(/\s+/g, ' ').trim()),
    }))
    .filter(({ cells }) => cells.some(Boolean));
  const people = isHeading(rows[0]) ? rows.slice(1) : rows;
  if (people.length > mostLines) throw problem('sheet-too-long', { field: 'file', most: mostLines });
  return people;
}

function isHeading(row: CsvLine | undefined): boolean {
  return row?.cells[0]?.toLowerCase() === columns[0];
}

function readText(text: string): CsvLine[] {
  try {
    return readForeignCsv(text);
  } catch (error) {
    if (!(error instanceof BrokenQuote)) throw error;
    throw problem('sheet-quote-broken', { field: 'file', line: error.line });
  }
}

async function readBook(file: Buffer): Promise<CsvLine[]> {
  if (unpackedSize(file) > mostUnpacked) throw problem('sheet-too-large', { field: 'file' });
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  await book.xlsx.load(file as never).catch(() => {
    throw problem('sheet-unreadable', { field: 'file' });
  });
  const rows: CsvLine[] = [];
  book.worksheets[0]?.eachRow({ includeEmpty: false }, (row, line) => {
    rows.push({ line, cells: columns.map((_, n) => row.getCell(n + 1).text) });
  });
  return rows;
}

function textOf(file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    throw problem('sheet-not-utf8', { field: 'file' });
  }
}

// The central directory of a ZIP says how large each part is unpacked. A bomb lies in few bytes: look before opening.
function unpackedSize(file: Buffer): number {
  let sum = 0;
  let entries = 0;
  for (
    let at = file.indexOf('PK\x01\x02', 0, 'latin1');
    at >= 0 && at + 28 < file.length;
    at = file.indexOf('PK\x01\x02', at + 4, 'latin1')
  ) {
    sum += file.readUInt32LE(at + 24);
    entries++;
  }
  if (entries === 0 || entries > 1000) throw problem('sheet-unreadable', { field: 'file' });
  return sum;
}

export type Desks = {
  /** Kind of each agency by its code. */
  readonly kinds: ReadonlyMap<string, string>;
  readonly areas: ReadonlySet<string>;
  readonly taken: ReadonlySet<string>;
};

/** Each line with what is wrong with it; good lines stay good when others are not. */
export function checkSheet(rows: readonly CsvLine[], desks: Desks): SheetLine[] {
  const seen = new Set<string>();
  return rows.map(({ line: at, cells }) => {
    const [username = '', name = '', agencyCode = '', role = '', areaCode = ''] = cells;
    const line = {
      line: at,
      username: username.toLowerCase(),
      name,
      agencyCode,
      role,
      areaCode,
      problems: [],
    };
    const problems = faultsOf(line, desks, seen);
    seen.add(line.username);
    return { ...line, problems };
  });
}

function faultsOf(line: SheetLine, desks: Desks, seen: ReadonlySet<string>): string[] {
  const kind = desks.kinds.get(line.agencyCode);
  const role = staffRoles.find((it) => it === line.role);
  const faults: string[] = [];
  if (!/^[a-z0-9][a-z0-9._-]{2,39}$/.test(line.username)) faults.push('username-form');
  if (desks.taken.has(line.username) || seen.has(line.username)) faults.push('username-taken');
  if (line.name.length === 0 || line.name.length > 120) faults.push('name-missing');
  if (!isVisibleLine(line.name)) faults.push('text-not-visible');
  if (!kind) faults.push('agency-unknown');
  if (!role) faults.push('role-unknown');
  else if (kind && !rolesFor(kind).includes(role)) faults.push('role-not-at-agency');
  if (role === 'area_desk' && !line.areaCode) faults.push('area-missing');
  if (role && role !== 'area_desk' && line.areaCode) faults.push('area-not-for-role');
  else if (line.areaCode && !desks.areas.has(line.areaCode)) faults.push('area-of-another-city');
  return faults;
}
