import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { citiesFolder, codeOn, listCityFolders, readCityFolder, readCountryLists } from './city-folder.ts';

const country = readCountryLists();
const copies: string[] = [];

afterEach(() => {
  for (const one of copies.splice(0)) rmSync(one, { recursive: true });
});

function countOf(list: string) {
  return country.codes.filter((row) => row.list === list).length;
}

function changedCity(file: string, change: (text: string) => string) {
  const folder = mkdtempSync(join(tmpdir(), 'rangkul-city-'));
  copies.push(folder);
  cpSync(join(citiesFolder, '99.71'), folder, { recursive: true });
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  return () => readCityFolder(folder, country);
}

test('the country has its 26 and 12 kinds, its factors, provinces and regencies', () => {
  expect(countOf('welfare_category')).toBe(26);
  expect(countOf('welfare_resource')).toBe(12);
  expect(countOf('special_protection_group')).toBe(15);
  expect(countOf('service_component')).toBe(7);
  expect(countOf('factor')).toBe(12 + 14 + 12 + 9 + 9);
  expect(countOf('activity_group_of')).toBe(countOf('street_activity'));
  expect(country.originAreas.filter((one) => one.kind === 'province')).toHaveLength(38);
  expect(country.originAreas.filter((one) => one.kind !== 'province')).toHaveLength(514);
});

test('every factor has a side and a level of the lists', () => {
  const values = (list: string) => country.codes.filter((row) => row.list === list).map((row) => row.code);
  for (const row of country.codes.filter((one) => one.list === 'factor')) {
    expect(values('factor_side')).toContain(row.extra.side);
    expect(values('factor_level')).toContain(row.extra.level);
  }
});

test('Padang is read whole: 11 kecamatan, 104 kelurahan, a desk for each', () => {
  const padang = readCityFolder(join(citiesFolder, '13.71'), country);

  expect(padang.areas.filter((one) => one.kind === 'district')).toHaveLength(11);
  expect(padang.areas.filter((one) => one.kind === 'village')).toHaveLength(104);
  expect(padang.agencies.filter((one) => /^KE[CL]_/.test(one.agencyCode))).toHaveLength(115);
  expect(padang.city.timeZone).toBe('Asia/Jakarta');
  expect(padang.settings.holdLimitHours).toEqual({ value: 24, unit: 'hours', default: true });
});

test('a patrol in 2024 and one in 2026 stand on different regulations', () => {
  const { duties } = readCityFolder(join(citiesFolder, '13.71'), country);
  const basisOn = (date: string) =>
    duties.find(
      (one) =>
        one.agencyCode === 'SATPOL_PP' &&
        one.dutyCode === 'PUBLIC_ORDER' &&
        one.validFrom <= date &&
        date <= (one.validTo ?? '9999'),
    )?.legalBasisId;

  expect(basisOn('2025-02-06')).toBe('perda-11-2005');
  expect(basisOn('2025-02-07')).toBe('perda-1-2025');
});

test('the second city keeps its own time zone and two settings of its own', () => {
  const padang = readCityFolder(join(citiesFolder, '13.71'), country).settings;
  const east = readCityFolder(join(citiesFolder, '99.71'), country);
  const own = Object.entries(east.settings).filter(
    ([key, value]) =>
      JSON.stringify(value) !== JSON.stringify(Object.entries(padang).find(([one]) => one === key)?.[1]),
  );

  expect(listCityFolders()).toEqual(['13.71', '99.71']);
  expect(east.city.timeZone).toBe('Asia/Jayapura');
  expect(own.map(([key]) => key)).toEqual(['holdLimitHours', 'assessmentWorkingDays']);
});

test('a code is looked up on a day', () => {
  expect(
    codeOn(country.codes, { list: 'welfare_category', code: 'STREET_CHILD', date: '2026-01-01' })?.labelId,
  ).toBe('Anak jalanan');
  expect(
    codeOn(country.codes, { list: 'welfare_category', code: 'STREET_CHILD', date: '2012-06-06' }),
  ).toBeUndefined();
});

test('an unchanged copy is accepted', () => {
  expect(changedCity('areas.csv', (text) => text)().areas).toHaveLength(8);
});

test.each([
  ['areas.csv', ',99.71.02,-2.552', ',99.71.03,-2.552', 'areas.csv:8: there is no district 99.71.03'],
  ['areas.csv', '-2.552', '-22.552', 'areas.csv:8: latitude must be >='],
  ['areas.csv', 'Lembah Contoh', '', 'areas.csv:9: name'],
  ['areas.csv', 'code,kind', 'kode,kind', 'areas.csv:1: the header must be code,kind,name'],
  ['agencies.csv', 'SATPOL_PP,', 'DINSOS_KOTA,', 'agencies.csv:3: DINSOS_KOTA is valid twice'],
  ['agencies.csv', ',HEALTH,', ',HEALING,', 'agencies.csv:5: HEALING is no agency_kind'],
  ['agencies.csv', 'KEL_99.71.02.1002', 'KEL_99.71.02.1003', 'the desk of no area of this city'],
  ['agencies.csv', '2012-01-01', '2012-02-30', '2012-02-30 is no day of the calendar'],
  ['duties.csv', 'DINKES,HEALTH_CHECK', 'DINKES,HEALTH_CHEK', 'HEALTH_CHEK is no duty'],
  ['duties.csv', 'permensos-8-2012,2012-06-07', 'permensos-8-2012,2012-06-06', 'is not valid all that time'],
  ['duties.csv', 'permensos-8-2012', 'permensos-8-2011', 'there is no legal basis permensos-8-2011'],
  ['holidays.csv', ',city,', ',feast,', 'holidays.csv:2: kind'],
  ['defaults.json', '"value": 12', '"value": 0', 'defaults.json: holdLimitHours.value'],
  ['defaults.json', 'SLEEPING_PLACE', 'DREAMING_PLACE', 'defaults.json: DREAMING_PLACE is in no list'],
  ['defaults.json', '{', '{"surprise": 1,', 'defaults.json: surprise'],
  ['city.json', 'Asia/Jayapura', 'Asia/Nowhere', 'city.json: Asia/Nowhere is no time zone'],
  ['city.json', '"code": "99.71"', '"code": "13.71"', 'another city than 13.71'],
  ['letterhead.json', '{', '', 'letterhead.json: no valid JSON'],
])('%s with %s changed to %s is refused', (file, from, to, message) => {
  expect(changedCity(file, (text) => text.replace(from, to))).toThrow(message);
});
