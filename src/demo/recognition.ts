// Met before? Most children are recognised, some are asked about, a few are missed and recorded twice.

import { ageFacts, type Seen } from './ages.ts';
import type { Meeting } from './encounters.ts';
import type { Key } from './events.ts';
import { firstIdentity, saidIdentity } from './identities.ts';
import type { Child } from './people.ts';
import { instantText, minute, type Scene } from './scene.ts';

/** The record a meeting is written to: the earlier one when the child was recognised, else a new one. */
export function recordOf(scene: Scene, child: Child, { meeting, seen }: { meeting: Meeting; seen: Seen }) {
  const known = child.records[0];
  const recognition = known
    ? (meeting.recognition ??
      scene.random.weighted([['same', 76] as const, ['unsure', 15] as const, ['missed', 9] as const]))
    : 'new';
  if (known && recognition === 'same') return { person: known, recognised: true, unsure: false };
  const person = scene.key('person');
  child.records.push(person);
  scene.emit({
    kind: 'person_registered',
    at: instantText(meeting.at),
    by: meeting.by,
    person,
    sex: scene.random.chance(0.985) ? child.sex : 'unknown',
    ages: ageFacts(seen),
    identity:
      meeting.says === undefined
        ? firstIdentity(scene, child, { damaged: known !== undefined })
        : saidIdentity(meeting.says),
    originArea: scene.random.chance(0.7) ? (child.origin ?? '13.71') : null,
    residenceArea: scene.random.chance(0.3) ? child.home : null,
  });
  return { person, recognised: false, unsure: recognition === 'unsure' };
}

/** An officer is unsure and asks; the supervisor answers within days. */
export function askMatch(
  scene: Scene,
  child: Child,
  { person, encounter, meeting }: { person: Key; encounter: Key; meeting: Meeting },
): void {
  const candidate = child.records[0];
  if (!candidate) return;
  const review = scene.key('review');
  const strength = scene.random.pick(['weak', 'likely', 'very_likely'] as const);
  const asked = meeting.at + scene.random.int(1, 6) * minute;
  scene.emit({
    kind: 'match_asked',
    at: instantText(asked),
    by: meeting.by,
    review,
    person,
    candidate,
    encounter,
    strength,
  });
  const answered = asked + scene.random.int(8, 120) * 60 * minute;
  const answer = scene.random.weighted([
    ['same', 80] as const,
    ['different', 8] as const,
    ['cannot_tell', 12] as const,
  ]);
  const reasons = {
    same: 'Nama ibu dan panggilan cocok.',
    different: 'Daerah asal dan umur berbeda.',
    cannot_tell: 'Keterangan belum cukup.',
  };
  const by = 'hendri.penyelia';
  const at = instantText(answered);
  scene.emit({ kind: 'match_answered', at, by, review, answer, reason: reasons[answer] });
  if (answer === 'same')
    scene.emit({ kind: 'persons_merged', at, by, person, standsFor: candidate, reason: reasons.same });
}
