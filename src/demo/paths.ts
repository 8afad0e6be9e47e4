// Where a met person goes from the pavement: home, the social service, the shelter, the place of origin.

import { addDays } from '#platform/calendar.ts';
import { beginCustody, endCustody, type Holder, passOn, passOnWithGap } from './custody.ts';
import { deskWork, perhapsComplain } from './custody-steps.ts';
import { type Met, staffSide } from './encounters.ts';
import type { HandoverSide } from './events.ts';
import { type Child, identify } from './people.ts';
import {
  afterDawn,
  dateOf,
  day,
  hour,
  instantText,
  minute,
  officeTime,
  type Scene,
  timeOn,
} from './scene.ts';
import type { Username } from './staff.ts';

export type Arrival = Readonly<{
  /** When the social service took the child over, and who did. */
  at: number;
  worker: 'rina.peksos' | 'toni.peksos';
  holder: Holder;
  fearsSomeone: boolean;
}>;
export type Path = Readonly<{ endsAt: number; arrival: Arrival | null }>;

const operation = 'OPERATION';

/** A child taken along by an enforcement team: to the desk, then home or to the social service. */
export function pathFromEnforcement(scene: Scene, child: Child, met: Met): Path {
  const { random } = scene;
  const team = beginCustody(scene, {
    at: met.at,
    by: 'afdal.lapangan',
    person: met.person,
    encounter: met.encounter,
    kind: 'FIELD_TEAM',
    agency: 'SATPOL_PP',
  });
  const mako = passOn(scene, team, {
    to: { kind: 'ENFORCEMENT', agency: 'SATPOL_PP', by: 'yenti.mako' },
    passing: {
      at: met.at + random.int(25, 100) * minute,
      giver: staffSide('afdal.lapangan'),
      receiver: staffSide('yenti.mako'),
      basis: operation,
    },
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
  return fromSocialService(scene, child, {
    arrival: toSocialService(scene, { holder: team, urgent: true, fearsSomeone: scene.random.chance(0.15) }),
  });
}

const nobody: HandoverSide = { username: null, name: '', relation: '' };

function homeFrom(scene: Scene, child: Child, { holder, at }: { holder: Holder; at: number }): Path {
  const relation =
    child.mamak && scene.random.chance(0.2) ? 'MAMAK' : scene.random.chance(0.7) ? 'MOTHER' : 'FATHER';
  const name = { MAMAK: child.mamak, MOTHER: child.mother, FATHER: child.father }[relation] ?? child.mother;
  const homeAt = afterDawn(scene, at);
  endCustody(scene, holder, {
    endKind: 'HOME_WITH_PARENT',
    passing: {
      at: homeAt,
      giver: staffSide(holder.by),
      receiver: { username: null, name, relation: name === child.mother ? 'MOTHER' : relation },
      basis: 'FAMILY_REQUEST',
    },
  });
  scene.emit({
    kind: 'belongings_returned',
    at: instantText(homeAt),
    by: holder.by,
    person: holder.person,
    custody: holder.custody,
  });
  return { endsAt: homeAt, arrival: null };
}

function toSocialService(
  scene: Scene,
  { holder, urgent, fearsSomeone }: { holder: Holder; urgent: boolean; fearsSomeone: boolean },
): Arrival {
  const { random } = scene;
  const worker = random.chance(0.58) ? 'rina.peksos' : 'toni.peksos';
  const at = urgent ? holder.since + random.int(40, 200) * minute : nextReception(scene, holder.since);
  const to = { kind: 'SOCIAL_SERVICE', agency: 'DINSOS_KOTA', by: worker } as const;
  const passing = {
    at,
    giver: staffSide(holder.by),
    receiver: staffSide(worker),
    basis: urgent ? 'CARE_NEED' : operation,
  };
  const held = at - holder.since > 24 * hour;
  if (held)
    scene.emit({
      kind: 'custody_step',
      at: instantText(holder.since + 23 * hour),
      by: holder.by,
      person: holder.person,
      custody: holder.custody,
      step: 'HELD_LONGER',
      result: random.pick(['IDENTITY', 'NIGHT_NO_RECEIVER', 'GUARDIAN_ON_THE_WAY']),
      note: '',
    });
  const taken = random.chance(0.04)
    ? passOnWithGap(scene, holder, {
        to,
        passing,
        minutes: random.int(20, 90),
        explained: random.chance(0.5),
      })
    : passOn(scene, holder, { to, passing });
  return { at: taken.since, worker, holder: taken, fearsSomeone };
}

/** The social service receives from eight in the morning; some wait a day longer than they should. */
function nextReception(scene: Scene, since: number): number {
  const { random } = scene;
  const opensAt = timeOn(scene, dateOf(scene, since), '08:00');
  const early = since < opensAt - hour;
  const daytime = since >= opensAt - hour && since < opensAt + 6 * hour;
  if (daytime && random.chance(0.75)) return since + random.int(90, 300) * minute;
  const date = early ? dateOf(scene, since) : addDays(dateOf(scene, since), random.chance(0.07) ? 2 : 1);
  return timeOn(scene, date, '08:00') + random.int(0, 150) * minute;
}

function fromSocialService(scene: Scene, child: Child, { arrival }: { arrival: Arrival }): Path {
  const { random } = scene;
  const { holder, worker } = arrival;
  if (random.chance(0.7))
    identify(scene, child, { at: arrival.at + random.int(2, 60) * hour, by: worker, person: holder.person });
  const at = arrival.at + random.int(60, 330) * minute;
  const choice = arrival.fearsSomeone
    ? 'SHELTER'
    : random.weighted([
        ['HOME', child.origin ? 10 : 40] as const,
        ['SHELTER', 44] as const,
        ['CHILD_CARE_INSTITUTION', 4] as const,
        ['HOSPITAL', 4] as const,
        ['SOCIAL_REHAB_FACILITY', 3] as const,
      ]);
  if (choice === 'HOME') return { ...homeFrom(scene, child, { holder, at }), arrival };
  const place = placeOf(choice);
  const next = passOn(scene, holder, {
    to: { ...place, by: place.by ?? worker },
    passing: {
      at,
      giver: staffSide(worker),
      receiver: place.by ? staffSide(place.by) : { username: null, name: place.receiver, relation: '' },
      basis: 'CARE_NEED',
    },
  });
  const until = Math.max(
    next.since + hour,
    officeTime(scene, next.since, choice === 'HOSPITAL' ? 1 : random.int(2, 17)),
  );
  return { endsAt: leave(scene, child, { holder: next, at: until, far: until > next.since + day }), arrival };
}

type Choice = 'SHELTER' | 'CHILD_CARE_INSTITUTION' | 'HOSPITAL' | 'SOCIAL_REHAB_FACILITY';

function placeOf(choice: Choice): {
  kind: string;
  agency: string;
  facility: string;
  facilityReason: string;
  receiver: string;
  by: Username | null;
} {
  switch (choice) {
    case 'SHELTER':
      return {
        kind: choice,
        agency: 'RUMAH_SINGGAH_AIR_PACAH',
        facility: 'Rumah Singgah Air Pacah',
        facilityReason: '',
        receiver: '',
        by: 'putri.singgah',
      };
    case 'CHILD_CARE_INSTITUTION':
      return {
        kind: choice,
        agency: 'LKSA',
        facility: 'LKSA Contoh',
        facilityReason: '',
        receiver: '',
        by: 'lina.lksa',
      };
    case 'HOSPITAL':
      return {
        kind: choice,
        agency: 'DINKES',
        facility: 'Puskesmas Contoh',
        facilityReason: '',
        receiver: 'Bidan jaga',
        by: null,
      };
    case 'SOCIAL_REHAB_FACILITY':
      return {
        kind: choice,
        agency: 'LPKS_KASIH_IBU',
        facility: 'LPKS Kasih Ibu',
        facilityReason: 'SHELTER_FULL',
        receiver: 'Pengasuh piket',
        by: null,
      };
  }
}

function leave(
  scene: Scene,
  child: Child,
  { holder, at, far }: { holder: Holder; at: number; far: boolean },
): number {
  if (!child.origin || !far) return homeFrom(scene, child, { holder, at }).endsAt;
  endCustody(scene, holder, {
    endKind: 'ORIGIN_CITY',
    passing: {
      at,
      giver: staffSide(holder.by),
      receiver: { username: null, name: 'Petugas dinas sosial daerah asal', relation: '' },
      basis: 'CASE_PLAN',
    },
  });
  return at;
}

/** An adult taken along: advice and home, as a rule the same day. */
export function pathOfAdult(scene: Scene, met: Met): void {
  const { random } = scene;
  const team = beginCustody(scene, {
    at: met.at,
    by: 'afdal.lapangan',
    person: met.person,
    encounter: met.encounter,
    kind: 'FIELD_TEAM',
    agency: 'SATPOL_PP',
  });
  const mako = passOn(scene, team, {
    to: { kind: 'ENFORCEMENT', agency: 'SATPOL_PP', by: 'yenti.mako' },
    passing: {
      at: met.at + random.int(25, 90) * minute,
      giver: staffSide('afdal.lapangan'),
      receiver: staffSide('yenti.mako'),
      basis: operation,
    },
  });
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
