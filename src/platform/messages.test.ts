import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inWords, keptWords } from '#platform/messages.ts';

test('what the program wrote is said in the reader’s language; what somebody wrote stays as it is', () => {
  for (const words of Object.values(keptWords)) {
    expect([inWords(words.id, 'id'), inWords(words.id, 'en')]).toEqual([words.id, words.en]);
    expect(inWords(`Surat ${words.id}`, 'en')).toBe(`Surat ${words.id}`);
  }
  expect([inWords('', 'en'), inWords('Permintaan pengadilan', 'en')]).toEqual(['', 'Permintaan pengadilan']);
});

test('the database writes what is known here', () => {
  const sql = readFileSync('migrations/current/retention.sql', 'utf8');
  expect(/gone constant text := '([^']+)'/.exec(sql)?.[1]).toBe(keptWords.erased.id);
});
