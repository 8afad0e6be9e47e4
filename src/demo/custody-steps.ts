// What is done for a child while a desk answers for it: told the guardian, told the social service, saw to its needs, asked.

import type { Holder } from './custody.ts';
import type { Key } from './events.ts';
import type { Child } from './people.ts';
import { instantText, minute, type Scene } from './scene.ts';
import { complaintAnswers, complaints } from './texts.ts';

export type Desk = Readonly<{ fearsSomeone: boolean; guardianReached: boolean }>;

/** The first hours at a desk. Returns what they brought to light. */
export function deskWork(scene: Scene, child: Child, holder: Holder): Desk {
  const { random } = scene;
  const step = (name: string, result: string, after: number, note = '') => {
    scene.emit({
      kind: 'custody_step',
      at: instantText(holder.since + after * minute),
      by: holder.by,
      person: holder.person,
      custody: holder.custody,
      step: name,
      result,
      note,
    });
  };
  step('RIGHTS_EXPLAINED', 'DONE', random.int(3, 15));
  step(
    'NEEDS_SEEN',
    'DONE',
    random.int(10, 75),
    random.pick(['Diberi makan dan minum.', 'Mandi, baju diganti.', 'Luka dibersihkan.']),
  );
  if (random.chance(0.93)) step('SOCIAL_SERVICE_TOLD', 'REACHED', random.int(5, 130));
  if (random.chance(0.6)) step('BELONGINGS_LISTED', 'DONE', random.int(10, 60));
  if (random.chance(0.5)) step('VIEWS_HEARD', 'DONE', random.int(30, 160));
  const guardianReached = callGuardian(scene, child, step);
  const fearsSomeone = askFeared(scene, {
    at: holder.since + random.int(12, 38) * minute,
    by: holder.by,
    person: holder.person,
    share: 0.09,
  });
  return { fearsSomeone, guardianReached };
}

/** Asked of the child alone, before anybody speaks of going home. Returns whether it fears someone. */
export function askFeared(
  scene: Scene,
  { at, by, person, share }: { at: number; by: string; person: Key; share: number },
): boolean {
  const fearsSomeone = scene.random.chance(share);
  const whom = ['Ayah, bila pulang malam.', 'Paman yang mengatur uang.', 'Tetangga sebelah.'];
  scene.emit({
    kind: 'feared_asked',
    at: instantText(at),
    by,
    person,
    askedAlone: true,
    fearsSomeone,
    whom: fearsSomeone ? scene.random.pick(whom) : '',
  });
  return fearsSomeone;
}

function callGuardian(
  scene: Scene,
  child: Child,
  step: (name: string, result: string, after: number, note?: string) => void,
): boolean {
  const { random } = scene;
  let after = random.int(8, 50);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const result = random.weighted([
      ['COMING', child.origin ? 10 : 38],
      ['REACHED', 22],
      ['NO_ANSWER', 30],
      ['WRONG_NUMBER', 7],
      ['REFUSED', 3],
    ]);
    step('GUARDIAN_TOLD', result, after);
    if (result === 'COMING' || result === 'REACHED') return true;
    if (result === 'REFUSED') return false;
    after += random.int(20, 120);
  }
  return false;
}

/** Now and then a child has something to say about how it was treated; it goes to someone outside the unit. */
export function perhapsComplain(
  scene: Scene,
  { person, at, about }: { person: Key; at: number; about: string },
): void {
  const { random } = scene;
  if (!random.chance(0.045)) return;
  const complaint = scene.key('complaint');
  scene.emit({
    kind: 'complaint',
    at: instantText(at),
    by: random.pick(['rina.peksos', 'toni.peksos']),
    complaint,
    person,
    aboutAgency: about,
    toAgency: 'KESRA',
    said: random.pick(complaints),
    saidBy: random.pick(['child', 'family']),
  });
  // A complaint is answered within weeks; only recent ones may still wait.
  if (random.chance(at < scene.now - 40 * 24 * 60 * minute ? 1 : 0.6))
    scene.emit({
      kind: 'complaint_answered',
      at: instantText(at + random.int(2, 14) * 24 * 60 * minute),
      by: 'fauzan.kesra',
      complaint,
      answer: random.pick(complaintAnswers),
    });
}
