import type { MatchIdentity, Sex } from '#persons/match/identity.ts';
import {
  boys,
  customaryCalls,
  fathers,
  freeCalls,
  girls,
  mothers,
  muhammads,
  second,
  secondOfGirls,
} from './names.ts';
import { type Random, zipf } from './random.ts';

/** What is true of an invented child, before anybody writes it down. */
export type Child = {
  readonly household: number;
  readonly sex: 'male' | 'female';
  readonly names: readonly [string, ...string[]];
  readonly call: string;
  readonly born: string;
  readonly mother: readonly [string, ...string[]];
  readonly father: readonly [string, ...string[]];
  readonly origin: string;
  readonly companions: readonly string[];
  readonly nikHash: string;
  readonly mark: string;
};

export type Household = Pick<Child, 'mother' | 'father' | 'origin'> & { readonly id: number };

const shape = { steepness: 1, shift: 4 };
const draw = {
  boy: zipf(boys, shape),
  girl: zipf(girls, shape),
  second: zipf(second, shape),
  secondOfGirl: zipf(secondOfGirls, shape),
  mother: zipf(mothers, shape),
  father: zipf(fathers, shape),
  muhammad: zipf(muhammads, { steepness: 1, shift: 0 }),
};

const villagesByDistrict = [12, 10, 10, 7, 6, 15, 7, 9, 9, 6, 13] as const;
const regencies = zipf(
  [
    '13.01',
    '13.05',
    '13.02',
    '13.06',
    '13.08',
    '13.12',
    '13.03',
    '13.11',
    '13.04',
    '13.07',
    '13.77',
    '14.71',
    '13.75',
    '13.10',
    '12.71',
    '13.72',
    '13.76',
    '13.73',
    '13.74',
    '15.71',
    '13.09',
    '12.77',
    '17.71',
    '18.71',
    '31.74',
    '36.03',
  ],
  { steepness: 0.9, shift: 1 },
);
const places = [
  'left-hand',
  'right-hand',
  'left-cheek',
  'right-cheek',
  'forehead',
  'left-arm',
  'right-arm',
  'left-leg',
  'right-leg',
  'back',
] as const;
const marks = ['scar', 'burn', 'birthmark', 'missing-tip', 'tattoo'] as const;

/** A household whose children may be met: parents' names, where it comes from. */
export function aHousehold(random: Random, id: number): Household {
  const mother = draw.mother(random);
  const father = draw.father(random);
  return {
    id,
    mother: random.chance(0.4)
      ? [mother]
      : [mother, random.chance(0.5) ? draw.secondOfGirl(random) : draw.mother(random)],
    father: random.chance(0.45)
      ? [father]
      : [father, random.chance(0.5) ? draw.second(random) : draw.father(random)],
    origin: random.chance(0.62) ? aVillage(random) : aRegency(random),
  };
}

/** A child of a household, born on or about a day. */
export function aChild(random: Random, home: Household, born: string, sex?: 'male' | 'female'): Child {
  const itsSex = sex ?? (random.chance(0.7) ? 'male' : 'female');
  const names = aName(random, itsSex);
  return {
    household: home.id,
    sex: itsSex,
    names,
    call: aCall(random, names),
    born,
    mother: home.mother,
    father: home.father,
    origin: home.origin,
    companions: Array.from({ length: random.between(1, 3) }, () => aCompanion(random)),
    nikHash: random.next().toString(36).slice(2) + random.next().toString(36).slice(2),
    mark: `${random.oneOf(marks)}:${random.oneOf(places)}`,
  };
}

/** A name: at least one in five is one word, about one boy in six is a Muhammad. */
export function aName(random: Random, sex: 'male' | 'female'): readonly [string, ...string[]] {
  const first = sex === 'male' ? draw.boy(random) : draw.girl(random);
  if (random.chance(0.24)) return [first];
  const next = sex === 'male' ? draw.second(random) : draw.secondOfGirl(random);
  const rest = random.chance(0.75)
    ? [next]
    : [next, sex === 'male' ? draw.second(random) : draw.secondOfGirl(random)];
  if (sex === 'male' && random.chance(0.24))
    return [draw.muhammad(random), first, ...(random.chance(0.5) ? [next] : [])];
  return [first, ...rest];
}

/** What the street calls a child: by custom, by a piece of the name, or by something else. */
export function aCall(random: Random, names: readonly string[]): string {
  const telling = names.find((name) => !muhammads.includes(name)) ?? 'Muhammad';
  const customary = customaryCalls[telling];
  if (customary && random.chance(0.7)) return random.oneOf(customary);
  if (random.chance(0.12)) return random.oneOf(freeCalls);
  const plain = telling.toLowerCase();
  const pieces: readonly [string, ...string[]] = [
    plain.slice(-4),
    plain.slice(-3),
    plain.slice(0, 3),
    plain.slice(0, 4),
    plain.slice(-2),
  ];
  const piece = random.oneOf(pieces).replace(/^[^aiueo]+(?=[^aiueo])/, '');
  return piece.length >= 2 ? piece : telling;
}

/** A day of birth that makes a street child on the day the register ends: ages peak at fourteen to seventeen. */
export function aBirth(random: Random): string {
  const age = Math.min(17, Math.max(5, Math.round(17 - Math.abs(random.next() + random.next() - 1) * 13)));
  return dayOf(2026 - age, random.below(365));
}

/** A day so many days into a year. */
export function dayOf(year: number, days: number): string {
  return new Date(Date.UTC(year, 0, 1 + days)).toISOString().slice(0, 10);
}

/** What gets on record of a child: much is never asked or never told. */
export function recordOf(random: Random, child: Child): MatchIdentity & { readonly sex: Sex } {
  const recordedDay = random.chance(0.4);
  const off = recordedDay ? 0 : random.oneOf([0, 0, 0, 1, -1]);
  const year = Number(child.born.slice(0, 4)) + off;
  return {
    names: [child.names.join(' ')],
    aliases: random.chance(0.5) ? [child.call] : [],
    sex: random.chance(0.99) ? child.sex : 'unknown',
    birthFrom: recordedDay ? child.born : dayOf(year, 0),
    birthTo: recordedDay ? child.born : dayOf(year, 364),
    mother: random.chance(0.8) ? [child.mother.join(' ')] : [],
    father: random.chance(0.7) ? [child.father.join(' ')] : [],
    origin: random.chance(0.88) ? (random.chance(0.75) ? child.origin : child.origin.slice(0, 5)) : null,
    companions: random.chance(0.5) ? child.companions : [],
    nikHash: random.chance(0.2) ? child.nikHash : null,
    marks: random.chance(0.1) ? [child.mark] : [],
  };
}

function aVillage(random: Random): string {
  const district = random.below(villagesByDistrict.length);
  const village = 1001 + random.below(villagesByDistrict[district] ?? 1);
  return `13.71.${String(district + 1).padStart(2, '0')}.${village}`;
}

function aRegency(random: Random): string {
  const regency = regencies(random);
  return random.chance(0.4) ? `${regency}.${String(random.between(1, 14)).padStart(2, '0')}` : regency;
}

/** What somebody met together with a child is called. */
export function aCompanion(random: Random): string {
  const names = aName(random, random.chance(0.7) ? 'male' : 'female');
  return random.chance(0.6)
    ? aCall(random, names)
    : (names.find((name) => !muhammads.includes(name)) ?? names[0]);
}
