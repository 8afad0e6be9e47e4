import { expect, test } from 'vitest';
import { chosenOf, longestNote, notesOf, type Typed, withOwn } from '#web/cases/two-versions.ts';

const field = (name: string, stored: string, typed: string) => ({ field: name, stored, typed });

test('kept as notes, nothing that was typed is lost, however long', () => {
  const typed: Typed[] = [
    ['Problems', `${'p'.repeat(3999)}.`],
    ['Strengths', ''],
    ['Evidence', 'MINE'],
    ['Conclusion', `${'😀'.repeat(1999)}k`],
  ];
  const notes = notesOf('My version', typed);
  expect(notes.every((body) => body.length <= longestNote)).toBe(true);
  const without = notes.map((body) => body.slice(body.indexOf('\n') + 1)).join('');
  for (const [, text] of typed) expect(without).toContain(text);
  expect(notes[0]).toMatch(/^My version \(1\/\d\):\n/);
  expect(notes.join('')).not.toContain('Strengths');
  expect(notesOf('My version', [['Stage', 'Plan']])).toEqual(['My version:\nStage: Plan']);
});

test('what is not chosen is what was typed', () => {
  const fields = [field('problems', 'theirs', 'mine'), field('conclusion', 'theirs', 'mine')];
  expect(chosenOf(fields, { problems: 'stored' })).toEqual({ problems: 'theirs', conclusion: 'mine' });
});

test('in a second collision the writer sees their own words, and what was chosen before stays chosen', () => {
  const before = { problems: 'theirs', conclusion: 'mine' };
  // What was sent was the choice: the problems are theirs and differ no more, the strengths have changed since.
  const again = [field('conclusion', 'third', 'mine'), field('strengths', 'third', 'sent')];
  const seen = withOwn(again, { problems: 'mine', conclusion: 'mine', strengths: 'my own' });
  expect(seen.map((it) => it.typed)).toEqual(['mine', 'my own']);
  expect(chosenOf(seen, { conclusion: 'stored' }, before)).toEqual({
    problems: 'theirs',
    conclusion: 'third',
    strengths: 'my own',
  });
});
