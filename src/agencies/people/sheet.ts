import { rolesFor } from '#agencies/rules.ts';
import type { SheetLine } from '#agencies/schema.ts';
import { readCsv } from '#platform/csv.ts';
import { problem, problemsOf } from '#platform/problems.ts';
import { staffRoles } from '#platform/roles.ts';

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
  'sheet-too-large': { status: 413, id: 'Lembar ini terlalu besar.', en: 'This sheet is too large.' },
});

const columns = ['username', 'name', 'agency', 'role', 'area'] as const;
const mostUnpacked = 20 * 1024 * 1024;
const mostLines = 300;

/** The rows of an XLSX or CSV file as texts; a file that unpacks to more than 20 MB is refused before it is unpacked. */
export async function readSheet(file: Buffer): Promise<string[][]> {
  if (file.subarray(0, 2).toString('latin1') !== 'PK')
    return readCsv(textOf(file))
      .slice(0, mostLines + 2)
      .map((row) => [...row.cells]);
  if (unpackedSize(file) > mostUnpacked) throw problem('sheet-too-large', { field: 'file' });
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  await book.xlsx.load(file as never).catch(() => {
    throw problem('sheet-unreadable', { field: 'file' });
  });
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow({ includeEmpty: false }, (row) => {
    if (rows.length <= mostLines + 1) rows.push(columns.map((_, n) => row.getCell(n + 1).text.trim()));
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

/** Each line with what is wrong with it; good lines stay good when others are not. The first row may be a heading. */
export function checkSheet(rows: readonly (readonly string[])[], desks: Desks): SheetLine[] {
  const seen = new Set<string>();
  const first = rows[0]?.[0]?.toLowerCase() === 'username' ? 1 : 0;
  return rows.slice(first, first + mostLines).map((row, n) => {
    const [username = '', name = '', agencyCode = '', role = '', areaCode = ''] = row.map((it) => it.trim());
    const line = {
      line: n + first + 1,
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
  if (!kind) faults.push('agency-unknown');
  if (!role) faults.push('role-unknown');
  else if (kind && !rolesFor(kind).includes(role)) faults.push('role-not-at-agency');
  if (role === 'area_desk' && !desks.areas.has(line.areaCode)) faults.push('area-missing');
  return faults;
}
