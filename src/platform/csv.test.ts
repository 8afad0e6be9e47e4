import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell, readCsv, withoutFormula, writeCsv } from './csv.ts';

test('quotes, separators and line breaks inside a cell are read as they are', () => {
  const lines = readCsv('a,b\r\n"x, ""y""\nz",2\n\n,\n');

  expect(lines).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['x, "y"\nz', '2'] },
    { line: 5, cells: ['', ''] },
  ]);
});

test('a byte order mark and a last line without an end are read', () => {
  expect(readCsv('\uFEFFkode;nama\n1;Ujung Gurun', ';').map((one) => one.cells)).toEqual([
    ['kode', 'nama'],
    ['1', 'Ujung Gurun'],
  ]);
});

test('a broken quote is refused with its line', () => {
  expect(() => readCsv('a\n"open')).toThrow('line 2: a quoted cell is never closed');
  expect(() => readCsv('a\nb"c')).toThrow('line 2: a quote stands inside an unquoted cell');
  expect(() => readCsv('a\n"b"c')).toThrow('line 2: text follows a closing quote');
});

test('a text that a spreadsheet would run is disarmed, a number is not', () => {
  for (const text of ['=1+1', '+62', '-1', '@x', '\tx', '\rx', ' =1', '＝1'])
    expect(withoutFormula(text)).toBe(`'${text}`);
  expect(withoutFormula('\0=1')).toBe("'=1");
  expect(csvCell(-0.956)).toBe('-0.956');
  expect(csvCell('Gurun Laweh')).toBe('Gurun Laweh');
  expect(csvCell(null)).toBe('');
});

test('what is written is read back, apart from the apostrophe of a disarmed cell', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', '"', ',', '\n', '\r', '=', ' ', 'ü', '-'),
    maxLength: 8,
  });
  const row = fc.array(cell, { minLength: 2, maxLength: 4 });

  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
      const read = readCsv(writeCsv(rows)).map((one) => one.cells);
      expect(read).toEqual(rows.map((cells) => cells.map(withoutFormula)));
    }),
  );
});
