import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const text = readFileSync(new URL('../web/ui/styles/tokens.css', import.meta.url), 'utf8');

function block(selector: string): string[] {
  const from = text.indexOf(`${selector} {`);
  if (from === -1) throw new Error(`tokens.css has no block ${selector}`);
  const lines = text.slice(text.indexOf('{', from) + 1, text.indexOf('}', from)).split(';');
  return lines.map((line) => line.trim()).filter(Boolean);
}

test('the two dark blocks, for the system’s wish and for one’s own choice, are equal', () => {
  const wished = block(':root:not([data-theme="light"])');
  expect(wished.length).toBeGreaterThan(40);
  expect(block(':root[data-theme="dark"]')).toEqual(wished);
});

test('every colour that dark changes exists in light', () => {
  const light = new Set(
    block(':root').map(
      (line) =>
        line
          .replace(/\/\*.*?\*\//gs, '')
          .trim()
          .split(':')[0],
    ),
  );
  const dark = block(':root[data-theme="dark"]').map((line) => line.split(':')[0]);
  expect(dark.filter((name) => !light.has(name))).toEqual([]);
});
