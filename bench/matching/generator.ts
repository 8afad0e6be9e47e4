import type { MatchIdentity } from '#persons/match/identity.ts';
import { birthOfKin, type DamageKind, typedOf } from './damage.ts';
import { aBirth, aChild, aHousehold, type Child, type Household, recordOf } from './people.ts';
import { type Random, randomFrom } from './random.ts';

/** A person on record. The number orders persons; it stands in for the id. */
export type Recorded = { readonly number: number; readonly child: Child; readonly identity: MatchIdentity };

/** An asking: what was typed, and who it really is; null when that child is not on record. */
export type Asking = {
  readonly identity: MatchIdentity;
  readonly truth: number | null;
  readonly kind: 'returning' | 'stranger' | 'sibling' | 'twin';
  readonly damaged: readonly DamageKind[];
};

const shares = { twins: 0.02, secondChild: 0.24, thirdChild: 0.35 } as const;

/** The register of a city of so many invented children, household by household. */
export function* registerOf(seed: number, persons: number): Generator<Recorded> {
  const random = randomFrom(seed);
  let number = 0;
  for (let id = 0; number < persons; id += 1) {
    const home = aHousehold(random, id);
    for (const child of childrenOf(random, home)) {
      if (number >= persons) return;
      yield { number, child, identity: recordOf(random, child) };
      number += 1;
    }
  }
}

/**
 * Askings about a register: returning children, strangers, and the hard ones, brothers, sisters and twins
 * of children on record who are not on record themselves.
 */
export function askingsOf(
  seed: number,
  register: readonly Recorded[],
  counts: { readonly returning: number; readonly others: number },
): readonly Asking[] {
  const random = randomFrom(seed ^ 0x5bd1e995);
  const anybody = () => register[random.below(register.length)];
  const returning = Array.from({ length: counts.returning }, () => anybody()).flatMap(
    (one): readonly Asking[] => {
      if (!one) return [];
      const typed = typedOf(random, one.child, one.identity);
      return [{ identity: typed.identity, damaged: typed.damaged, truth: one.number, kind: 'returning' }];
    },
  );
  const others = Array.from({ length: counts.others }, (_, at) => anOther(random, anybody(), at));
  return [...returning, ...others];
}

function anOther(random: Random, near: Recorded | undefined, at: number): Asking {
  const twin = random.chance(0.04);
  const kin = near && (twin || random.chance(0.25));
  const home = kin ? near.child : aHousehold(random, 10_000_000 + at);
  const born = kin ? birthOfKin(random, near.child.born, twin) : aBirth(random);
  const child = aChild(
    random,
    { ...home, id: 10_000_000 + at },
    born,
    twin && near ? near.child.sex : undefined,
  );
  const typed = typedOf(random, child, recordOf(random, child));
  const kind = twin ? 'twin' : kin ? 'sibling' : 'stranger';
  return { identity: typed.identity, damaged: typed.damaged, truth: null, kind };
}

function childrenOf(random: Random, home: Household): readonly Child[] {
  const first = aChild(random, home, aBirth(random));
  if (random.chance(shares.twins)) return [first, twinOf(random, home, first)];
  if (!random.chance(shares.secondChild)) return [first];
  const next = aChild(random, home, birthOfKin(random, first.born, false));
  if (!random.chance(shares.thirdChild)) return [first, next];
  return [first, next, aChild(random, home, birthOfKin(random, next.born, false))];
}

/** Twins share all but the name, and their names like to rhyme. */
function twinOf(random: Random, home: Household, first: Child): Child {
  const twin = aChild(random, home, first.born, random.chance(0.6) ? first.sex : undefined);
  const [name] = first.names;
  const rhyming = name.endsWith('i') ? `${name.slice(0, -1)}a` : `${name}i`;
  const companions = random.chance(0.5) ? first.companions : twin.companions;
  return { ...twin, companions, names: random.chance(0.4) ? [rhyming, ...twin.names.slice(1)] : twin.names };
}
