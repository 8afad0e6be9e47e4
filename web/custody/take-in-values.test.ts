import { expect, test } from 'vitest';
import { inputOf, type Values, withKind } from '#web/custody/take-in-values.ts';
import { listsOf } from '#web/platform/lists.ts';

const kind = (code: string, extra: Record<string, unknown>) => ({
  code,
  id: code,
  en: code,
  validFrom: '2012-01-01',
  validTo: null,
  extra,
});
const words = listsOf(
  {
    areas: [],
    codes: {
      custodian_kind: [
        kind('FIELD_TEAM', {}),
        kind('SHELTER', { agencyKinds: ['FACILITY'] }),
        kind('LPKS', { agencyKinds: ['FACILITY'], asksReasonWithoutOffence: true }),
        kind('HOSPITAL', { agencyKinds: ['HEALTH'] }),
      ],
    },
    settings: {},
  },
  'id',
);
const agencies = [
  { agencyCode: 'LPKS_KASIH_IBU', kind: 'FACILITY' as const },
  { agencyCode: 'RSUD', kind: 'HEALTH' as const },
];
const it = { words, agencies };
const inLpks: Values = {
  personId: 'p',
  custodianKind: 'LPKS',
  agencyCode: 'LPKS_KASIH_IBU',
  facility: '',
  basis: 'OPERATION',
  at: '2026-07-01T10:00:00Z',
  facilityReason: 'SAFETY',
  facilityNote: 'malam',
  policeReference: 'LP/1',
  belongings: [],
};

test('another kind of custodian keeps the agency only where it can be one, and the reason only where it is asked', () => {
  const team = withKind(inLpks, 'FIELD_TEAM', it);

  expect(team).toMatchObject({ agencyCode: '', facilityReason: '', facilityNote: '', policeReference: '' });
  expect(withKind(inLpks, 'SHELTER', it)).toMatchObject({ agencyCode: 'LPKS_KASIH_IBU', facilityReason: '' });
  expect(withKind(inLpks, 'HOSPITAL', it).agencyCode).toBe('');
});

test('an agency or a reason that such a custodian is not asked for is never sent', () => {
  const sent = inputOf(inLpks, words, []);
  const forTeam = inputOf({ ...inLpks, custodianKind: 'FIELD_TEAM' }, words, []);

  expect(sent).toMatchObject({
    agencyCode: 'LPKS_KASIH_IBU',
    facilityReason: 'SAFETY',
    policeReference: 'LP/1',
  });
  expect(Object.keys(forTeam).sort()).toEqual([
    'at',
    'basis',
    'belongings',
    'custodianKind',
    'encounterId',
    'facility',
    'personId',
  ]);
});
