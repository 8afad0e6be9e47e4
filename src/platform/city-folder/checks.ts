// What must hold between the files of a city folder: parents exist, codes are known, validity ends after it begins.

import type { Located } from './files.ts';
import type {
  Agency,
  Area,
  City,
  CityHoliday,
  CitySettings,
  CodeRow,
  Duty,
  LegalBasis,
  OriginArea,
} from './schema.ts';

type Validity = Readonly<{ validFrom: string; validTo: string | null }>;
export type Known = (list: string, code: string) => boolean;

/** Whether a code stands in a list, in whatever years it was valid. */
export function knownCodes(codes: readonly CodeRow[]): Known {
  const all = new Set(codes.map((row) => `${row.list}:${row.code}`));
  return (list, code) => all.has(`${list}:${code}`);
}

export function checkCodes(rows: readonly Located<CodeRow>[]): string[] {
  const known = knownCodes(rows.map((one) => one.row));
  const findings = checkValidity(rows, (row) => `${row.list} ${row.code}`);
  for (const { row, at } of rows) {
    if (row.list !== 'activity_group_of') continue;
    if (!known('street_activity', row.code)) findings.push(`${at}: ${row.code} is no street_activity`);
    for (const group of [row.extra.group, row.extra.adultGroup]) {
      if (group !== undefined && !known('activity_group', String(group)))
        findings.push(`${at}: ${group} is no activity_group`);
    }
  }
  return findings;
}

export function checkOriginAreas(rows: readonly Located<OriginArea>[]): string[] {
  const findings = checkUnique(rows, (row) => row.code);
  const provinces = new Set(rows.filter(({ row }) => row.kind === 'province').map(({ row }) => row.code));
  for (const { row, at } of rows) {
    if (row.kind === 'province' ? row.parent !== null : !provinces.has(row.parent ?? ''))
      findings.push(`${at}: ${row.code} has no province above it`);
  }
  return findings;
}

const partsOf = { city: 2, district: 3, village: 4 } as const;

export function checkAreas(rows: readonly Located<Area>[], city: City | null): string[] {
  const findings = checkUnique(rows, (row) => row.code);
  const kinds = new Map(rows.map(({ row }) => [row.code, row.kind]));
  for (const { row, at } of rows) {
    const parts = row.code.split('.');
    if (parts.length !== partsOf[row.kind]) findings.push(`${at}: ${row.code} is no code of a ${row.kind}`);
    if (parts.slice(0, -1).join('.') !== row.parent)
      findings.push(`${at}: ${row.code} does not lie in ${row.parent}`);
    const above = { city: undefined, district: 'city', village: 'district' }[row.kind];
    if (row.kind !== 'city' && kinds.get(row.parent) !== above)
      findings.push(`${at}: there is no ${above} ${row.parent}`);
    if (row.kind === 'village' && (row.latitude === null || row.longitude === null))
      findings.push(`${at}: ${row.code} has no point`);
    if (city && row.kind === 'city' && row.code !== city.code)
      findings.push(`${at}: ${row.code} is another city than ${city.code} in city.json`);
  }
  if (rows.filter(({ row }) => row.kind === 'city').length !== 1)
    findings.push('areas.csv: exactly one city is needed');
  return findings;
}

export function checkAgencies(
  rows: readonly Located<Agency>[],
  areas: readonly Area[],
  known: Known,
): string[] {
  const findings = checkValidity(rows, (row) => row.agencyCode);
  const agencies = new Set(rows.map(({ row }) => row.agencyCode));
  const deskOf = { district: 'KEC_', village: 'KEL_', city: null } as const;
  const desks = areas.flatMap(({ kind, code }) => (deskOf[kind] ? [`${deskOf[kind]}${code}`] : []));
  for (const { row, at } of rows) {
    if (!known('agency_kind', row.kind)) findings.push(`${at}: ${row.kind} is no agency_kind`);
    if (!known('agency_role', row.roleInRangkul))
      findings.push(`${at}: ${row.roleInRangkul} is no agency_role`);
    if (row.parentCode && !agencies.has(row.parentCode))
      findings.push(`${at}: there is no agency ${row.parentCode}`);
    if (/^KE[CL]_/.test(row.agencyCode) && !desks.includes(row.agencyCode))
      findings.push(`${at}: ${row.agencyCode} is the desk of no area of this city`);
  }
  for (const desk of desks)
    if (!agencies.has(desk)) findings.push(`agencies.csv: the desk ${desk} is missing`);
  return findings;
}

export function checkDuties(
  rows: readonly Located<Duty>[],
  {
    agencies,
    legalBases,
    known,
  }: { agencies: readonly Agency[]; legalBases: readonly LegalBasis[]; known: Known },
): string[] {
  const findings = checkValidity(rows, (row) => `${row.agencyCode} ${row.dutyCode}`);
  const codes = new Set(agencies.map((one) => one.agencyCode));
  const bases = new Map(legalBases.map((one) => [one.legalBasisId, one]));
  for (const { row, at } of rows) {
    if (!codes.has(row.agencyCode)) findings.push(`${at}: there is no agency ${row.agencyCode}`);
    if (!known('duty', row.dutyCode)) findings.push(`${at}: ${row.dutyCode} is no duty`);
    if (!row.legalBasisId) continue;
    const basis = bases.get(row.legalBasisId);
    if (!basis) findings.push(`${at}: there is no legal basis ${row.legalBasisId}`);
    else if (row.validFrom < basis.validFrom || (basis.validTo && (row.validTo ?? '9999') > basis.validTo))
      findings.push(`${at}: ${row.legalBasisId} is not valid all that time`);
  }
  return findings;
}

export function checkLegalBases(rows: readonly Located<LegalBasis>[], known: Known): string[] {
  const findings = [...checkUnique(rows, (row) => row.legalBasisId), ...checkOrder(rows)];
  for (const { row, at } of rows) {
    if (!known('legal_basis_kind', row.kind)) findings.push(`${at}: ${row.kind} is no legal_basis_kind`);
  }
  return findings;
}

export function checkHolidays(rows: readonly Located<CityHoliday>[]): string[] {
  return checkUnique(rows, (row) => row.date);
}

export function checkSettings(settings: CitySettings, known: Known): string[] {
  const unknown = [
    ...settings.locationTypesWithoutPoint.value.filter((one) => !known('location_type', one)),
    ...Object.keys(settings.referralWorkingDaysByDuty.value).filter((one) => !known('duty', one)),
  ];
  const findings = unknown.map((one) => `defaults.json: ${one} is in no list`);
  if (settings.workingHoursFrom.value >= settings.workingHoursTo.value)
    findings.push('defaults.json: working hours end before they begin');
  return findings;
}

export function checkCity(city: City, known: Known): string[] {
  const findings = city.fieldLanguages
    .filter((one) => !known('language', one))
    .map((one) => `city.json: ${one} is no language of the list`);
  try {
    new Intl.DateTimeFormat('en', { timeZone: city.timeZone });
  } catch {
    findings.push(`city.json: ${city.timeZone} is no time zone`);
  }
  return findings;
}

function checkUnique<T>(rows: readonly Located<T>[], keyOf: (row: T) => string): string[] {
  const seen = new Set<string>();
  return rows.flatMap(({ row, at }) => {
    const key = keyOf(row);
    if (seen.has(key)) return [`${at}: ${key} stands here a second time`];
    seen.add(key);
    return [];
  });
}

function checkOrder<T extends Validity>(rows: readonly Located<T>[]): string[] {
  return rows.flatMap(({ row, at }) =>
    row.validTo && row.validTo < row.validFrom ? [`${at}: ends on ${row.validTo}, before it begins`] : [],
  );
}

function checkValidity<T extends Validity>(rows: readonly Located<T>[], keyOf: (row: T) => string): string[] {
  const findings = checkOrder(rows);
  const earlier = new Map<string, T[]>();
  for (const { row, at } of rows) {
    const key = keyOf(row);
    const others = earlier.get(key) ?? [];
    const overlaps = others.some(
      (other) => row.validFrom <= (other.validTo ?? '9999') && other.validFrom <= (row.validTo ?? '9999'),
    );
    if (overlaps) findings.push(`${at}: ${key} is valid twice at the same time`);
    earlier.set(key, [...others, row]);
  }
  return findings;
}
