import { expect, test } from 'vitest';
import { rowMarks } from '#web/ui/row-marks.ts';

const rows = [
  { id: 'a', what: 'tas', returnDue: '2026-07-01' },
  { id: 'b', what: '', returnDue: '2026-07-01' },
];
const wrong = (row: (typeof rows)[number]) => (row.what ? {} : { what: 'belum diisi' });
const field = (error: string | undefined) => ({ name: 'belongings', value: rows, error });
const refusal = {
  status: 422,
  code: 'return-date-past',
  message: 'sudah lewat',
  field: 'belongings.0.returnDue',
};

test('what is missing is marked in its own row, and only once the field has an error', () => {
  expect(rowMarks(field('belum lengkap'), wrong, undefined)).toEqual([{}, { what: 'belum diisi' }]);
  expect(rowMarks(field(undefined), wrong, undefined)).toEqual([{}, {}]);
});

test('what the server refuses is marked in the row it names, until something is changed', () => {
  const second = { ...refusal, field: 'identity.belongings.1.returnDue' };

  expect(rowMarks(field('sudah lewat'), wrong, refusal)).toEqual([{ returnDue: 'sudah lewat' }, {}]);
  expect(rowMarks(field('sudah lewat'), wrong, second)).toEqual([{}, { returnDue: 'sudah lewat' }]);
  expect(rowMarks(field('belum lengkap'), wrong, refusal)).toEqual([{}, { what: 'belum diisi' }]);
  expect(rowMarks(field('lain'), () => ({}), { ...refusal, field: 'at', message: 'lain' })).toEqual([{}, {}]);
});
