import type { MatchIdentity } from '#persons/match/identity.ts';
import { bornBetween } from '#persons/match/identity.ts';
import { muhammads } from './names.ts';
import { aCompanion, type Child, dayOf } from './people.ts';
import type { Random } from './random.ts';

/** What can go wrong between the record and the pavement. */
export const damageKinds = ['name', 'age', 'origin', 'mother', 'father', 'alias', 'companions'] as const;
export type DamageKind = (typeof damageKinds)[number];

export type Typed = { readonly identity: MatchIdentity; readonly damaged: readonly DamageKind[] };

/** How many fields are damaged: two or more in 45 of 100 returning children. */
const howMany = [0.18, 0.37, 0.27, 0.13, 0.05] as const;
const askedOn = '2026-11-24';

/** What an officer types on meeting a child again; only a field that is on record can be damaged. */
export function typedOf(random: Random, child: Child, record: MatchIdentity): Typed {
  const damaged = chosen(random, recordedKinds(record));
  const hit = new Set<DamageKind>(damaged);
  const told = (kind: DamageKind, usual: number) => !hit.has(kind) && random.chance(usual);
  const age = 2026 - Number(child.born.slice(0, 4)) - (child.born.slice(5) > askedOn.slice(5) ? 1 : 0);
  const off = hit.has('age') ? random.between(1, 3) * (random.chance(0.5) ? 1 : -1) : 0;
  const identity = {
    names: [hit.has('name') ? damagedName(random, child) : child.names.join(' ')],
    aliases: told('alias', 0.4)
      ? [child.call]
      : hit.has('alias') && random.chance(0.5)
        ? [slip(random, child.call)]
        : [],
    sex: saidSex(random, child.sex),
    ...bornBetween({ age: Math.max(3, age + off), giveOrTake: random.chance(0.6) ? 1 : 0, on: askedOn }),
    mother: parent(random, child.mother, hit.has('mother'), 0.9),
    father: parent(random, child.father, hit.has('father'), 0.85),
    origin: told('origin', 0.9) ? saidOrigin(random, child.origin) : null,
    companions: told('companions', 0.5) ? companionsNow(random, child.companions) : [],
    nikHash: random.chance(0.06) ? child.nikHash : null,
    marks: random.chance(0.1) ? [child.mark] : [],
  } satisfies MatchIdentity;
  return { identity, damaged };
}

function saidSex(random: Random, sex: 'male' | 'female'): 'male' | 'female' | 'unknown' {
  if (random.chance(0.01)) return 'unknown';
  return random.chance(0.003) ? (sex === 'male' ? 'female' : 'male') : sex;
}

/** Told more or less exactly, and now and then another place than last time. */
function saidOrigin(random: Random, origin: string): string {
  if (random.chance(0.03)) return random.oneOf(['13.05', '13.01', '13.71', '13.02.03']);
  return random.chance(0.75) ? origin : origin.slice(0, 5);
}

/** Some of those met with before, spelt as heard, and sometimes a new one. */
function companionsNow(random: Random, before: readonly string[]): readonly string[] {
  const still = before.filter(() => random.chance(0.6));
  const heard = still.map((name) => (random.chance(0.2) ? misheard(random, name) : name));
  return random.chance(0.35) ? [...heard, aCompanion(random)] : heard;
}

function recordedKinds(record: MatchIdentity): readonly DamageKind[] {
  const is = {
    name: true,
    age: true,
    origin: Boolean(record.origin),
    mother: Boolean(record.mother?.length),
    father: Boolean(record.father?.length),
    alias: Boolean(record.aliases?.length),
    companions: Boolean(record.companions?.length),
  } satisfies Record<DamageKind, boolean>;
  return damageKinds.filter((kind) => is[kind]);
}

function chosen(random: Random, from: readonly DamageKind[]): readonly DamageKind[] {
  let at = random.next();
  let count = 0;
  while (count < howMany.length - 1 && at >= (howMany[count] ?? 1)) {
    at -= howMany[count] ?? 0;
    count += 1;
  }
  const left = [...from];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(random.below(left.length), 1),
  ).flat();
}

function parent(
  random: Random,
  names: readonly string[],
  damaged: boolean,
  usual: number,
): readonly string[] {
  if (damaged) return random.chance(0.5) ? [] : [names.map((name) => misheard(random, name)).join(' ')];
  if (!random.chance(usual)) return [];
  // A parent of two names is often given by one of them, and nobody calls that damage.
  return [
    names.length > 1 && random.chance(0.3) ? random.oneOf([names[0] ?? '', names[1] ?? '']) : names.join(' '),
  ];
}

function damagedName(random: Random, child: Child): string {
  const told = child.names.join(' ');
  for (let attempt = 0; attempt < 9; attempt += 1) {
    const written = nameByAnotherHand(random, child);
    if (written !== told) return written;
  }
  return `${told}h`;
}

function nameByAnotherHand(random: Random, child: Child): string {
  const names = child.names;
  const kind = random.oneOf([
    'spelling',
    'spelling',
    'spelling',
    'nickname',
    'dropped',
    'swapped',
    'typo',
    'typo',
  ] as const);
  if (kind === 'nickname') return child.call;
  if (kind === 'dropped' && names.length > 1) {
    const drop = random.below(names.length);
    return names.filter((_, at) => at !== drop).join(' ');
  }
  if (kind === 'swapped' && names.length > 1) return [...names].reverse().join(' ');
  if (kind === 'typo') {
    const at = random.below(names.length);
    return names.map((name, place) => (place === at ? slip(random, name) : name)).join(' ');
  }
  return names.map((name) => respelt(random, name)).join(' ');
}

function misheard(random: Random, name: string): string {
  return random.chance(0.5) ? respelt(random, name) : slip(random, name);
}

type Change = readonly [RegExp, readonly [string, ...string[]]];

/** Old and new spelling, and what ears and hands do. */
const changes: readonly Change[] = [
  [/u/, ['oe', 'o']],
  [/j/, ['dj', 'y', 'z']],
  [/sy/, ['sj', 's', 'sh']],
  [/c(?!h)/, ['tj']],
  [/y(?=[aiueo])/, ['j']],
  [/kh/, ['ch', 'h', 'k']],
  [/f/, ['p', 'v', 'ff']],
  [/v/, ['f', 'p']],
  [/p(?!h)/, ['f']],
  [/z/, ['s', 'j']],
  [/q/, ['k']],
  [/k(?!h)/, ['q', 'kh']],
  [/dh/, ['d', 'dz']],
  [/th/, ['t']],
  [/([lnmrst])\1/, ['$1']],
  [/([lnmrst])(?=[aiueo])/, ['$1$1']],
  [/h\b/, ['']],
  [/(?<=[aiueo])h/, ['']],
  [/uddin\b/, ['udin', 'uddien']],
  [/i\b/, ['y', 'ie', 'ee']],
  [/d\b/, ['t']],
  [/ng\b/, ['ang']],
  [/a/, ['o', 'e']],
  [/e/, ['i', 'a']],
];

/** The same name by another hand: one or two changes of spelling. */
function respelt(random: Random, name: string): string {
  if (muhammads.includes(name)) return random.oneOf(muhammads);
  let written = name.toLowerCase();
  const fitting = changes.filter(([pattern]) => pattern.test(written));
  for (let times = random.between(1, 2); times > 0 && fitting.length > 0; times -= 1) {
    const [change] = fitting.splice(random.below(fitting.length), 1);
    if (change) written = written.replace(change[0], random.oneOf(change[1]));
  }
  return random.chance(0.06) ? `${random.oneOf(['Si', 'Uda', 'Ajo', 'Bang', 'Sutan'])} ${written}` : written;
}

/** A slip of the finger: a letter lost, doubled by a neighbour, exchanged or turned round. */
function slip(random: Random, name: string): string {
  const letters = 'abdefghiklmnoprstuwyz';
  const at = random.below(Math.max(1, name.length));
  const other = letters[random.below(letters.length)] ?? 'a';
  const forms: readonly [string, ...string[]] = [
    name.slice(0, at) + name.slice(at + 1),
    name.slice(0, at) + other + name.slice(at),
    name.slice(0, at) + other + name.slice(at + 1),
    name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2),
  ];
  return random.oneOf(forms);
}

/** A brother or sister of a child on record who is not on record: near in age; a twin now and then. */
export function birthOfKin(random: Random, born: string, twin: boolean): string {
  if (twin) return born;
  const years = random.between(1, 5) * (random.chance(0.5) ? 1 : -1);
  return dayOf(Math.min(2021, Math.max(2009, Number(born.slice(0, 4)) + years)), random.below(365));
}
