// What becomes of one who was met: the path from the street, and for some children a case.

import { metAgain, openCase } from './cases.ts';
import { type Meeting, type Met, meetAdult, meetChild } from './encounters.ts';
import { pathFromEnforcement, pathFromOutreach, pathOfAdult } from './paths.ts';
import { activityFor, ageAt, type Child, createChild } from './people.ts';
import { day, instantText, minute, officeTime, type Scene } from './scene.ts';
import type { Path } from './social-service.ts';
import type { Username } from './staff.ts';

/** Two of one family, met together. */
export function playSiblings(
  scene: Scene,
  children: Child[],
  { elder, meeting, enforcement }: { elder: Child; meeting: Meeting; enforcement: boolean },
): number {
  const younger = createChild(scene, meeting.at, { outsider: false, elder });
  children.push(younger);
  const together = { ...meeting, group: scene.key('group'), companions: ['SIBLINGS'] };
  const first = playChild(scene, children, { child: elder, meeting: together, enforcement });
  const second = playChild(scene, children, {
    child: younger,
    meeting: { ...together, at: meeting.at + 2 * minute },
    enforcement,
  });
  return Math.max(first, second);
}

/** One child and what becomes of it. Returns when the team's own part is over. */
export function playChild(
  scene: Scene,
  children: readonly Child[],
  { child, meeting, enforcement }: { child: Child; meeting: Meeting; enforcement: boolean },
): number {
  const { random } = scene;
  const met = meetChild(scene, child, meeting);
  const path = enforcement
    ? pathFromEnforcement(scene, child, met)
    : outreachPath(scene, child, { met, by: meeting.by });
  child.freeFrom = path.endsAt + day;
  if (met.recognised)
    metAgain(scene, child, { encounter: met.encounter, at: met.at, by: meeting.by, notBefore: path.endsAt });
  const hasCase = child.openCase !== null;
  if (
    !hasCase &&
    path.arrival &&
    wantsCase(scene, child, { met, path, recent: casesOfTheYear(children, met.at) })
  )
    openCase(scene, child, {
      at: officeTime(scene, path.arrival.at, 0),
      worker: path.arrival.worker,
      person: met.person,
      openedFrom: 'custody',
      openedFromKey: path.arrival.holder.custody,
      risk: riskOf(scene, child, { met, feared: path.arrival.fearsSomeone }),
      notBefore: path.endsAt,
    });
  if (!hasCase && !path.arrival && !enforcement && random.chance(0.02))
    openCase(scene, child, {
      at: officeTime(scene, met.at, 1),
      worker: random.pick(['rina.peksos', 'toni.peksos'] as const),
      person: met.person,
      openedFrom: 'encounter',
      openedFromKey: met.encounter,
      risk: riskOf(scene, child, { met, feared: false }),
      notBefore: met.at,
    });
  return Math.min(met.at + 110 * minute, path.endsAt);
}

function casesOfTheYear(children: readonly Child[], at: number): number {
  return children.filter((one) => (one.openCase?.openedAt ?? 0) > at - 365 * day).length;
}

function outreachPath(scene: Scene, child: Child, { met, by }: { met: Met; by: Username }): Path {
  const { random } = scene;
  const stays = !met.urgent && random.chance(0.82);
  if (!stays) return pathFromOutreach(scene, child, { met, by });
  const outcome = random.weighted([
    ['stayed', 5] as const,
    ['declined', 2] as const,
    ['referred', 3] as const,
  ]);
  const at = met.at + random.int(3, 25) * minute;
  scene.emit({ kind: 'spot_outcome', at: instantText(at), by, encounter: met.encounter, outcome });
  return { endsAt: at, arrival: null };
}

/** Cases a worker pair can carry within a year; the domain's measure is 25 to 60. */
const fewCases = 26;
const mostCases = 40;

function wantsCase(
  scene: Scene,
  child: Child,
  { met, path, recent }: { met: Met; path: Path; recent: number },
): boolean {
  if (met.ageClass === 'adult' || recent >= mostCases) return false;
  if (recent < fewCases && scene.random.chance(0.15)) return true;
  if (met.urgent || path.arrival?.fearsSomeone) return scene.random.chance(0.42);
  return scene.random.chance(child.met > 1 ? 0.3 : 0.17);
}

function riskOf(
  scene: Scene,
  child: Child,
  { met, feared }: { met: Met; feared: boolean },
): 'LOW' | 'MEDIUM' | 'HIGH' {
  if (feared || met.urgent || ageAt(scene, child, met.at) < 12)
    return scene.random.chance(0.6) ? 'HIGH' : 'MEDIUM';
  return scene.random.weighted([['LOW', 3] as const, ['MEDIUM', 6] as const, ['HIGH', 1] as const]);
}

/** One adult: advice on the spot, or taken along for it. Returns when the team's own part is over. */
export function playAdult(
  scene: Scene,
  { meeting, enforcement }: { meeting: Meeting; enforcement: boolean },
): number {
  const { random } = scene;
  const age = random.weighted([
    [random.int(18, 21), 30],
    [random.int(22, 35), 40],
    [random.int(36, 60), 25],
    [random.int(61, 72), 5],
  ]);
  const sex = random.chance(0.31) ? 'female' : 'male';
  const met = meetAdult(scene, { sex, age, activity: activityFor(scene, age), meeting });
  if (enforcement && random.chance(0.45)) {
    pathOfAdult(scene, met);
    return met.at + 95 * minute;
  }
  const at = met.at + random.int(2, 15) * minute;
  scene.emit({
    kind: 'spot_outcome',
    at: instantText(at),
    by: meeting.by,
    encounter: met.encounter,
    outcome: random.pick(['stayed', 'stayed', 'declined'] as const),
  });
  return at;
}
