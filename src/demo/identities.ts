// What becomes known of a child: first what it says, later what papers and family tell.

import { syntheticNik } from '#persons/nik.ts';
import { addDays } from '#platform/calendar.ts';
import type { AgeFact, Identity, Key, Kin } from './events.ts';
import { misspelt } from './names.ts';
import type { Child } from './people.ts';
import { instantText, type Scene } from './scene.ts';

/** What is known after papers and family were found. */
export function fullIdentity(scene: Scene, child: Child): Identity {
  const { random } = scene;
  const area = child.home ?? (child.origin ? `${child.origin}.01` : '13.71.01');
  const nik = child.documented ? syntheticNik(area, child.birthDate, child.sex) : null;
  return {
    name: child.name.full,
    nicknames: child.name.nicknames,
    aliases: random.chance(0.12) ? [misspelt(random, child.name.full)] : [],
    nik,
    kk: nik ? `${area.replaceAll('.', '').slice(0, 6)}0101150000` : null,
    birthDate: child.birthDate,
    birthPlace: child.origin ? null : 'Padang',
    suku: child.suku,
    address: child.home
      ? `Jalan Contoh ${random.int(1, 40)}, RT ${random.int(1, 6)} RW ${random.int(1, 9)}`
      : null,
    school: random.chance(0.5) ? `SD Contoh ${random.int(1, 30)}` : null,
    languages: ['MINANG', 'INDONESIAN'],
    kin: kinOf(scene, child),
  };
}

function kinOf(scene: Scene, child: Child): Kin[] {
  const phone = () => `0800-000-${String(scene.random.int(1000, 9999))}`;
  const one = { phone: null, area: child.home, trusted: true, note: '', person: null };
  const kin: Kin[] = [{ ...one, relation: 'MOTHER', name: child.mother, phone: phone() }];
  if (child.father)
    kin.push({
      ...one,
      relation: 'FATHER',
      name: child.father,
      area: null,
      trusted: scene.random.chance(0.6),
    });
  if (child.mamak)
    kin.push({ ...one, relation: 'MAMAK', name: child.mamak, phone: phone(), note: 'Mamak dari pihak ibu.' });
  for (const { name, home, records } of child.siblings)
    kin.push({ ...one, relation: 'SIBLING', name: name.full, area: home, person: records[0] ?? null });
  return kin;
}

/** What a child says at a first meeting: often only a nickname, sometimes nothing. */
export function firstIdentity(
  scene: Scene,
  child: Child,
  { damaged }: { damaged: boolean },
): Identity | null {
  const { random } = scene;
  if (random.chance(0.17)) return null;
  const says = random.chance(0.55) ? child.name.full : (child.name.nicknames[0] ?? child.name.full);
  const mother = damaged ? misspelt(random, child.mother) : child.mother;
  return {
    ...nothingKnown,
    name: damaged && random.chance(0.7) ? misspelt(random, says) : says,
    nicknames: random.chance(0.6) ? child.name.nicknames : [],
    kin: random.chance(0.4)
      ? [{ relation: 'MOTHER', name: mother, phone: null, area: null, trusted: true, note: '', person: null }]
      : [],
  };
}

const nothingKnown: Identity = {
  name: null,
  nicknames: [],
  aliases: [],
  nik: null,
  kk: null,
  birthDate: null,
  birthPlace: null,
  suku: null,
  address: null,
  school: null,
  languages: ['MINANG'],
  kin: [],
};

/** Only the name that a child says, or nothing. */
export function saidIdentity(says: string | null): Identity | null {
  return says === null ? null : { ...nothingKnown, name: says, nicknames: [says] };
}

/** Writes the papers that were found into the record. */
export function identify(
  scene: Scene,
  child: Child,
  { at, by, person }: { at: number; by: string; person: Key },
): void {
  if (child.identified) return;
  child.identified = true;
  const wrong = scene.random.chance(0.04);
  const age: AgeFact = {
    kind: 'documented',
    low: null,
    high: null,
    // Some papers carry a date that contradicts the number on them: real, and a warning only.
    birthDate: wrong ? addDays(child.birthDate, 365) : child.birthDate,
  };
  const identity = fullIdentity(scene, child);
  scene.emit({
    kind: 'identity_found',
    at: instantText(at),
    by,
    person,
    identity: wrong ? { ...identity, birthDate: age.birthDate } : identity,
    ages: child.documented ? [age] : [],
    originArea: child.origin ?? '13.71',
    residenceArea: child.home,
  });
}
