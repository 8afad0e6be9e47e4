import { compare, type WordField } from '#persons/match/compare.ts';
import { queryOf } from '#persons/match/query-tokens.ts';
import { closeness } from '#persons/names/tokens.ts';
import { askingsOf, registerOf } from './generator.ts';
import { benchKey, memoryRegister } from './memory-register.ts';
import { home } from './outcome.ts';

/**
 * Counts on true pairs how words agree and how far ages are apart: the figures of `src/persons/match/weights.ts`.
 * Run on the tuning seeds only.
 */
function learn(seed: number, persons: number, pairs: number): void {
  const people = [...registerOf(seed, persons)];
  const fields = ['name', 'alias', 'mother', 'father', 'companions'] as const satisfies readonly WordField[];
  const counts = new Map<string, number>();
  const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
  for (const asking of askingsOf(seed, people, { returning: pairs, others: 0 })) {
    const person = people[asking.truth ?? -1];
    if (!person) continue;
    const query = queryOf(asking.identity, benchKey, { home, marksAllowed: true });
    const memory = memoryRegister([{ ...person, number: 0 }]);
    const row = memory.compareAll(query)[0];
    const stranger = people[(person.number * 7919 + 13) % people.length];
    const other = stranger && memoryRegister([{ ...stranger, number: 0 }]).compareAll(query)[0];
    if (!row || !other) continue;
    const true_ = compare(query, row, { population: 1, shares: query.marks.map(() => 0.01) });
    for (const field of fields) {
      const { agreed, against, over, recorded } = true_.words[field];
      if (!recorded || (query.wordCounts[field] ?? 0) === 0) continue;
      for (const one of agreed) count(`${field} ${one.closeness}`);
      for (let at = 0; at < against; at += 1) count(`${field} against`);
      for (let at = 0; at < over; at += 1) count(`${field} over`);
      for (let at = 0; at < agreed.length + against; at += 1) count(`${field} words`);
    }
    count(`age true ${row.ageGap === null ? '?' : Math.min(4, row.ageGap)}`);
    count(`age other ${other.ageGap === null ? '?' : Math.min(4, other.ageGap)}`);
    count(`sex true ${row.sexAgrees}`);
    count(`sex other ${other.sexAgrees}`);
    if (true_.origin.recorded && asking.identity.origin) {
      count('origin both');
      if (true_.origin.differs) count('origin differs');
      if (true_.origin.depth > 0) count('origin agrees');
    }
  }
  for (const field of fields) {
    const words = counts.get(`${field} words`) ?? 1;
    const bits = (what: string) => Math.log2((counts.get(`${field} ${what}`) ?? 0.5) / words).toFixed(2);
    const parts = [...closeness, 'against', 'over'].map((what) => `${what} ${bits(what)}`);
    console.log(field, words, parts.join('  '));
  }
  for (const gap of [0, 1, 2, 3, 4]) {
    const bits = Math.log2((counts.get(`age true ${gap}`) ?? 0.5) / (counts.get(`age other ${gap}`) ?? 0.5));
    console.log('age', gap, bits.toFixed(2));
  }
  for (const is of [true, false]) {
    const bits = Math.log2((counts.get(`sex true ${is}`) ?? 0.5) / (counts.get(`sex other ${is}`) ?? 0.5));
    console.log('sex', is, bits.toFixed(2));
  }
  for (const what of ['agrees', 'differs']) {
    console.log(
      'origin',
      what,
      Math.log2((counts.get(`origin ${what}`) ?? 0.5) / (counts.get('origin both') ?? 1)).toFixed(2),
    );
  }
}

learn(Number(process.argv[2] ?? 101), 20_000, 20_000);
