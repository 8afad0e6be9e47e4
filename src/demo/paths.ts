// Where a met person goes from the pavement: home, the social service, the shelter, the place of origin.

import { addDays } from '#platform/calendar.ts';
import { beginCustody, bringToDesk, endCustody } from './custody.ts';
import { askFeared, deskWork, perhapsComplain } from './custody-steps.ts';
import { type Met, staffSide } from './encounters.ts';
import type { HandoverSide } from './events.ts';
import type { Child } from './people.ts';
import { dateOf, hour, minute, type Scene } from './scene.ts';
import { fromSocialService, homeFrom, type Path, toSocialService } from './social-service.ts';
import type { Username } from './staff.ts';
import { belongings } from './texts.ts';

const operation = 'OPERATION';

/** A child taken along by an enforcement team: to the desk, then home or to the social service. */
export function pathFromEnforcement(scene: Scene, child: Child, met: Met): Path {
  const { random } = scene;
  const mako = bringToDesk(scene, met, {
    at: met.at + random.int(25, 100) * minute,
    kept: keptThings(scene, met.at),
  });
  const found = deskWork(scene, child, mako);
  perhapsComplain(scene, { person: met.person, at: mako.since + 30 * hour, about: 'SATPOL_PP' });
  const goesHome =
    !found.fearsSomeone && !met.urgent && found.guardianReached && random.chance(child.origin ? 0.25 : 0.75);
  if (goesHome)
    return homeFrom(scene, child, { holder: mako, at: mako.since + random.int(100, 620) * minute });
  if (random.chance(0.03)) {
    const at = mako.since + random.int(60, 400) * minute;
    endCustody(scene, mako, {
      endKind: 'LEFT',
      passing: { at, giver: staffSide('yenti.mako'), receiver: nobody, basis: operation },
    });
    return { endsAt: at, arrival: null };
  }
  return fromSocialService(scene, child, {
    arrival: toSocialService(scene, { holder: mako, urgent: met.urgent, ...found }),
  });
}

/** A child whom outreach workers take along, because it cannot stay where it is. */
export function pathFromOutreach(scene: Scene, child: Child, { met, by }: { met: Met; by: Username }): Path {
  const team = beginCustody(scene, {
    at: met.at,
    by,
    person: met.person,
    encounter: met.encounter,
    kind: 'FIELD_TEAM',
    agency: 'DINSOS_KOTA',
  });
  const taken = toSocialService(scene, { holder: team, urgent: true, fearsSomeone: false });
  const fearsSomeone = askFeared(scene, {
    at: taken.at + scene.random.int(15, 50) * minute,
    by: taken.worker,
    person: met.person,
    share: 0.15,
  });
  return fromSocialService(scene, child, { arrival: { ...taken, fearsSomeone } });
}

/** What the desk keeps for a child, with the day on which it is given back. */
function keptThings(scene: Scene, at: number): { belongings?: readonly string[]; returnDue?: string } {
  if (!scene.random.chance(0.35)) return {};
  const returnDue = addDays(dateOf(scene, at), scene.random.pick([1, 2, 7]));
  return { belongings: scene.random.sample(belongings, scene.random.int(1, 2)), returnDue };
}

const nobody: HandoverSide = { username: null, name: '', relation: '' };

/** An adult taken along: advice and home, as a rule the same day. */
export function pathOfAdult(scene: Scene, met: Met): void {
  const { random } = scene;
  const mako = bringToDesk(scene, met, { at: met.at + random.int(25, 90) * minute });
  const endKind = random.weighted([
    ['RELEASED_AFTER_ADVICE', 76],
    ['PPNS', 8],
    ['ORIGIN_CITY', 12],
    ['POLICE', 1],
    ['LEFT', 3],
  ]);
  // Whoever may be a child is never released as an adult.
  const safeEnd = met.ageClass === 'adult' ? endKind : 'SOCIAL_SERVICE';
  const at = mako.since + random.int(60, 420) * minute;
  const passing = { at, giver: staffSide('yenti.mako'), receiver: nobody, basis: operation };
  if (safeEnd !== 'SOCIAL_SERVICE') {
    endCustody(scene, mako, { endKind: safeEnd, passing });
    return;
  }
  const arrival = toSocialService(scene, { holder: mako, urgent: false, fearsSomeone: false });
  endCustody(scene, arrival.holder, {
    endKind: 'RELEASED_AFTER_ADVICE',
    passing: {
      ...passing,
      at: arrival.at + random.int(60, 240) * minute,
      giver: staffSide(arrival.worker),
      basis: 'AGE_ESTABLISHED',
    },
  });
}
