import { expect, test } from 'vitest';
import { readSheet } from '#agencies/people/sheet.ts';

const enam = ['baru.enam', 'Enam', 'KESRA', 'coordinator', ''];

function under(first: string, separator: string) {
  const rows = [['username', 'name', 'agency', 'role', 'area'], enam];
  return readSheet(Buffer.from([first, ...rows.map((row) => row.join(separator))].join('\r\n')));
}

test('a line before the heading that tells Excel the separator is obeyed and is nobody’s', async () => {
  for (const [first, separator] of [
    ['sep=;', ';'],
    ['sep=,', ','],
    ['\uFEFFSEP=\t', '\t'],
    ['"sep=;"', ';'],
    ['sep=|', '|'],
  ] as const)
    expect([first, await under(first, separator)]).toEqual([first, [{ line: 3, cells: enam }]]);
});

test('a first line that only looks like it is somebody', async () => {
  expect((await under('sep=;Enam', ';')).map((row) => [row.line, row.cells[0]])).toEqual([
    [1, 'sep='],
    [2, 'username'],
    [3, 'baru.enam'],
  ]);
});
