import { expect, test } from 'vitest';
import { listsOf } from '#web/platform/lists.ts';

const code = (word: string, id: string, en: string, validTo: string | null = null) => ({
  code: word,
  id,
  en,
  validFrom: '2012-01-01',
  validTo,
  extra: {},
});
const area = (areaCode: string, kind: string, name: string, parentCode: string | null) => ({
  areaCode,
  kind,
  name,
  parentCode,
  latitude: null,
  longitude: null,
});
const city = {
  areas: [
    area('13.71', 'city', 'Padang', null),
    area('13.71.09', 'district', 'Kuranji', '13.71'),
    area('13.71.09.1007', 'village', 'Korong Gadang', '13.71.09'),
  ],
  codes: { need: [code('FOOD', 'Makan', 'Food'), code('TENT', 'Tenda', 'Tent', '2020-01-01')] },
  settings: { holdLimitHours: 24, words: {} },
};

test('a retired code keeps its words and can no longer be chosen', () => {
  const lists = listsOf(city, 'id');

  expect(lists.label('need', 'TENT')).toBe('Tenda');
  expect(lists.options('need', '2026-07-01')).toEqual([{ value: 'FOOD', label: 'Makan' }]);
  expect(lists.codes('need', '2019-07-01')).toHaveLength(2);
  expect(lists.label('need', 'NEW')).toBe('NEW');
});

test('a kelurahan is named with its kecamatan, in either language', () => {
  const lists = listsOf(city, 'en');

  expect(lists.area('13.71.09.1007')).toBe('Korong Gadang, Kuranji');
  expect(lists.area('13.71.09')).toBe('Kuranji');
  expect(lists.label('need', 'FOOD')).toBe('Food');
  expect(lists.number('holdLimitHours')).toBe(24);
  expect(lists.number('words')).toBeUndefined();
});
