import { expect, test } from 'vitest';
import {
  check,
  inputOf,
  isGated,
  nothing,
  type Values,
  withAgency,
  withEnd,
} from '#web/custody/hand-over-values.ts';
import { listsOf } from '#web/platform/lists.ts';

const code = (word: string, extra: Record<string, unknown> = {}) => ({
  code: word,
  id: word,
  en: word,
  validFrom: '2012-01-01',
  validTo: null,
  extra,
});
const words = listsOf(
  {
    areas: [],
    codes: {
      custodian_kind: [
        code('SOCIAL_SERVICE', { agencyKinds: ['SOCIAL_SERVICE'] }),
        code('LPKS', { agencyKinds: ['FACILITY'] }),
        code('HOSPITAL', { agencyKinds: ['HEALTH'] }),
      ],
      custody_end: [
        code('HOME', { receiver: 'kin', statementLetter: true }),
        code('SOCIAL_SERVICE', { to: 'SOCIAL_SERVICE' }),
        code('LPKS', { to: 'LPKS', asksReasonWithoutOffence: true }),
        code('HOSPITAL', { to: 'HOSPITAL' }),
        code('LEFT'),
      ],
      kin_relation: [code('MOTHER')],
    },
    settings: {},
  },
  'id',
);
const agencies = [
  { agencyCode: 'DINSOS', kind: 'SOCIAL_SERVICE' as const },
  { agencyCode: 'PUSKESMAS', kind: 'HEALTH' as const },
  { agencyCode: 'RSUD', kind: 'HEALTH' as const },
];
const facts = { record: { held: { ageClass: 'UNDER_18' as const, hold: null } }, words };
const chosen = (values: Values, endKind: string) => withEnd(values, endKind, { ...facts, agencies });
const filled: Values = { ...nothing, condition: 'TIRED', at: '2026-07-01T10:00:00Z' };
const home = { ...chosen(filled, 'HOME'), receiverName: 'Asnimar', receiverRelation: 'MOTHER' };
const signed = { ...home, receiverSignature: { kind: 'drawn' as const, png: 'x' } };
const atDinsos = {
  ...withAgency(chosen(signed, 'SOCIAL_SERVICE'), 'DINSOS'),
  receiverStaffId: 'sari',
};

test('a relative who was to come neither holds up nor is sent with a hand-over to an agency', () => {
  expect(isGated(home, facts)).toBe(true);
  expect(atDinsos).toMatchObject({ receiverName: '', receiverRelation: '', receiverSignature: undefined });
  expect(isGated(atDinsos, facts)).toBe(false);
  const sent = inputOf(atDinsos, { ...facts, toCustodyId: 'c' });
  expect(sent).toMatchObject({ agencyCode: 'DINSOS', receiverStaffId: 'sari', receiverName: undefined });
  // A relative who receives in the name of an agency is still that relative, while the words are on screen.
  expect(isGated({ ...atDinsos, receiverStaffId: '', receiverRelation: 'Mother' }, facts)).toBe(true);
  expect(isGated({ ...atDinsos, receiverRelation: 'Mother' }, facts)).toBe(false);
});

test('another end asks for an agency of its own, and another agency for somebody who works there', () => {
  const toHospital = chosen(atDinsos, 'HOSPITAL');

  expect(toHospital).toMatchObject({ agencyCode: '', receiverStaffId: '', condition: 'TIRED' });
  expect(Object.keys(check(toHospital, facts))).toEqual(
    expect.arrayContaining(['agencyCode', 'receiverName']),
  );
  const inRsud = { ...withAgency(toHospital, 'RSUD'), receiverStaffId: 'hadi' };
  expect(withAgency(inRsud, 'PUSKESMAS').receiverStaffId).toBe('');
  expect(withAgency(inRsud, 'RSUD').receiverStaffId).toBe('hadi');
  expect(chosen(inRsud, 'HOSPITAL').receiverStaffId).toBe('hadi');
});

test('the reason for a facility goes with the end that asks for it, and so does all that a receiver said', () => {
  const inLpks = { ...chosen(home, 'LPKS'), facilityReason: 'SAFETY', policeReference: 'LP/1' };

  expect(chosen(inLpks, 'LPKS')).toMatchObject({ facilityReason: 'SAFETY', policeReference: 'LP/1' });
  expect(chosen(inLpks, 'HOME')).toMatchObject({ facilityReason: '', policeReference: '' });
  expect(inputOf({ ...inLpks, endKind: 'HOME' }, { ...facts, toCustodyId: 'c' })).not.toHaveProperty(
    'policeReference',
  );
  const left = inputOf(chosen({ ...home, supervisorReason: 'mendesak' }, 'LEFT'), {
    ...facts,
    toCustodyId: 'c',
  });
  for (const name of ['receiverName', 'receiverRelation', 'agencyCode', 'supervisorReason'])
    expect(left).not.toHaveProperty(name);
  expect(chosen(chosen(home, 'LEFT'), 'HOME')).toMatchObject({ receiverName: '', receiverRelation: '' });
  expect(inputOf(home, { ...facts, toCustodyId: 'c' })).toMatchObject({
    receiverName: 'Asnimar',
    receiverRelation: 'MOTHER',
    statementLetter: true,
  });
});
