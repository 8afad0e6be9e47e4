import { expect, test } from 'vitest';
import {
  circumstancesOf,
  emptyValues,
  essentials,
  groupOf,
  inputOf,
  isTelling,
  nextTelling,
  questionOf,
  type Values,
} from '#web/encounters/values.ts';

const ids = { encounterId: 'e', personId: 'p', groupId: 'g', previousGroupId: 'before' };
const met: Values = {
  ...emptyValues,
  ids,
  approach: 'OUTREACH',
  sex: 'male',
  age: 'TEN',
  activity: 'BUSKING',
  areaCode: '13.71.09.1007',
  locationType: 'MARKET',
};

test('a child without a name needs five answers and no typing; what may be left empty counts for nothing', () => {
  expect(essentials(met)).toEqual({ done: 5, all: 5 });
  expect(essentials({ ...met, locationType: '', condition: 'WELL' })).toEqual({ done: 4, all: 5 });
  expect(isTelling(met)).toBe(false);
  expect(inputOf(met, { point: null, knownPersonId: null })).toEqual({
    encounterId: 'e',
    personId: 'p',
    known: false,
    approach: 'OUTREACH',
    activity: 'BUSKING',
    locationType: 'MARKET',
    areaCode: '13.71.09.1007',
    sex: 'male',
    assessedLow: 10,
    assessedHigh: 12,
    needs: [],
    companions: [],
    groupId: 'g',
  });
});

test('who was met together with the one before is of the same group, the first of them included', () => {
  const first = inputOf(
    { ...met, ids: { ...ids, previousGroupId: null } },
    { point: null, knownPersonId: null },
  );
  const second = { ...ids, groupId: 'h', previousGroupId: first.groupId ?? null };
  const third = { ...ids, groupId: 'i', previousGroupId: groupOf({ sameGroup: true, ids: second }) };

  const together = { ...met, sameGroup: true, ids: second };
  expect(inputOf(together, { point: null, knownPersonId: null }).groupId).toBe('g');
  expect(groupOf({ sameGroup: true, ids: third })).toBe('g');
  expect(groupOf({ sameGroup: false, ids: third })).toBe('i');
});

test('of an adult neither name nor story leaves the phone, unless there is a reason', () => {
  const adult: Values = { ...met, age: 'ADULT', name: 'Seseorang', ownWords: 'Halo', belongings: 'Tas' };

  const plain = inputOf(adult, { point: null, knownPersonId: null });
  const asking = inputOf({ ...adult, nameReason: 'ASKS_SERVICE' }, { point: null, knownPersonId: null });

  expect(plain.identity).toBeUndefined();
  expect(plain.ownWords).toBeUndefined();
  expect(plain.belongings).toBe('Tas');
  expect(isTelling(adult)).toBe(false);
  expect(asking).toMatchObject({
    identity: { name: 'Seseorang' },
    nameReason: 'ASKS_SERVICE',
    ownWords: 'Halo',
  });
});

test('the phone rounds a point before it is sent, and marks stay out of enforcement', () => {
  const point = { latitude: -0.91234, longitude: 100.41987 };
  const values: Values = { ...met, marks: 'tahi lalat di pipi', approach: 'ENFORCEMENT' };

  const input = inputOf(values, { point, knownPersonId: null });

  expect(input.point).toEqual({ latitude: -0.91, longitude: 100.42 });
  expect(input.identity).toBeUndefined();
  expect(questionOf(values).marks).toBeUndefined();
});

test('in an enforcement operation no mark leaves the phone, even of a child met by outreach; elsewhere it does', () => {
  const values: Values = { ...met, marks: 'tahi lalat di pipi', approach: 'OUTREACH' };
  const inRaid = { ...values, inEnforcement: true };
  const none = { point: null, knownPersonId: null };

  expect(inputOf(inRaid, none).identity?.marks).toBeUndefined();
  expect(questionOf(inRaid).marks).toBeUndefined();
  expect(questionOf(inRaid).personId).toBe('p');
  expect(inputOf(values, none).identity?.marks).toEqual(['tahi lalat di pipi']);
  expect(circumstancesOf({ approach: 'ENFORCEMENT', approaches: ['ENFORCEMENT'] })).toEqual({
    usual: 'ENFORCEMENT',
    possible: ['ENFORCEMENT'],
    inEnforcement: true,
  });
  expect(circumstancesOf(undefined).inEnforcement).toBe(false);
});

test('a person on record already is met again without a second identity', () => {
  const input = inputOf({ ...met, name: 'Am' }, { point: null, knownPersonId: 'known' });

  expect(input).toMatchObject({ personId: 'known', known: true });
  expect(input.identity).toBeUndefined();
});

test('what to ask next is the first telling field that is empty and shown', () => {
  const values = { ...emptyValues, ids, name: 'Rizki', approach: 'OUTREACH' };
  const asked = [
    values,
    { ...values, mother: 'Ros' },
    { ...values, mother: 'Ros', father: ' ', originArea: '13.05' },
    { ...values, mother: 'Ros', father: 'Adi', originArea: '13.05' },
    { ...values, mother: 'Ros', father: 'Adi', originArea: '13.05', approach: 'ENFORCEMENT' },
  ].map(nextTelling);

  expect(asked).toEqual(['mother', 'father', 'father', 'marks', 'mother']);
});
