// Stated and guessed ages, and the three classes they put a person in.

import type { AgeClass, AgeFact } from './events.ts';
import type { Scene } from './scene.ts';

export type Seen = Readonly<{
  statedAge: number | null;
  assessed: readonly [number, number] | null;
  ageClass: AgeClass;
}>;

/** The age a person states and the age an officer guesses. */
export function seenAge(scene: Scene, age: number): Seen {
  const { random } = scene;
  const said = random.chance(age >= 18 ? 0.5 : 0.86);
  // Some say another age than last time: a contradiction that stays in the record.
  const error = random.weighted([
    [0, 84],
    [-1, 5],
    [1, 6],
    [2, 3],
    [-2, 2],
  ]);
  const statedAge = said ? Math.max(3, age + error) : null;
  const low = Math.max(1, age - random.int(1, 2));
  const guessed = !said || random.chance(0.35);
  const assessed = guessed ? ([low, low + random.int(2, 4)] as const) : null;
  return { statedAge, assessed, ageClass: classOf(statedAge, assessed) };
}

function classOf(stated: number | null, assessed: readonly [number, number] | null): AgeClass {
  if (stated !== null) return stated < 18 ? 'under_18' : 'adult';
  if (!assessed) return 'not_known';
  if (assessed[1] < 18) return 'under_18';
  return assessed[0] >= 18 ? 'adult' : 'not_known';
}

/** What was said and guessed, as facts of the record. */
export function ageFacts({ statedAge, assessed }: Seen): AgeFact[] {
  const facts: AgeFact[] = [];
  if (statedAge !== null) facts.push({ kind: 'stated', low: statedAge, high: statedAge, birthDate: null });
  if (assessed) facts.push({ kind: 'assessed', low: assessed[0], high: assessed[1], birthDate: null });
  return facts;
}
