// What the social service does with those handed over to it.

import { addDays } from '#platform/calendar.ts';
import { endCustody, type Holder, passOn, passOnWithGap } from './custody.ts';
import { staffSide } from './encounters.ts';
import { identify } from './identities.ts';
import type { Child } from './people.ts';
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

/** Home with a parent or the mamak, by day, with what was kept. */
export function homeFrom(
  scene: Scene,
  child: Child,
  { holder, at, feared = false }: { holder: Holder; at: number; feared?: boolean },
): Path {
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
      supervisorReason: feared
        ? 'Orang yang ditakuti tidak lagi serumah; mamak ikut menjaga, kunjungan tiap minggu.'
        : '',
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

/** The social service takes a person over; now and then nobody writes down who had it in between. */
export function toSocialService(
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
    basis: urgent ? 'CARE_NEED' : 'OPERATION',
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

/** From the social service home, to the shelter, to other care, and in the end out of our hands. */
export function fromSocialService(scene: Scene, child: Child, { arrival }: { arrival: Arrival }): Path {
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
  const place: Place = places[choice];
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
  return {
    endsAt: leave(scene, child, {
      holder: next,
      at: until,
      far: until > next.since + day,
      feared: arrival.fearsSomeone,
    }),
    arrival,
  };
}

type Place = Readonly<{
  kind: string;
  agency: string;
  facility: string;
  facilityReason: string;
  receiver: string;
  by: Username | null;
}>;

const places = {
  SHELTER: {
    kind: 'SHELTER',
    agency: 'RUMAH_SINGGAH_AIR_PACAH',
    facility: 'Rumah Singgah Air Pacah',
    facilityReason: '',
    receiver: '',
    by: 'putri.singgah',
  },
  CHILD_CARE_INSTITUTION: {
    kind: 'CHILD_CARE_INSTITUTION',
    agency: 'LKSA',
    facility: 'LKSA Contoh',
    facilityReason: '',
    receiver: '',
    by: 'lina.lksa',
  },
  HOSPITAL: {
    kind: 'HOSPITAL',
    agency: 'DINKES',
    facility: 'Puskesmas Contoh',
    facilityReason: '',
    receiver: 'Bidan jaga',
    by: null,
  },
  SOCIAL_REHAB_FACILITY: {
    kind: 'SOCIAL_REHAB_FACILITY',
    agency: 'LPKS_KASIH_IBU',
    facility: 'LPKS Kasih Ibu',
    facilityReason: 'SHELTER_FULL',
    receiver: 'Pengasuh piket',
    by: null,
  },
} as const satisfies Record<string, Place>;

function leave(
  scene: Scene,
  child: Child,
  { holder, at, far, feared }: { holder: Holder; at: number; far: boolean; feared: boolean },
): number {
  if (!child.origin || !far) return homeFrom(scene, child, { holder, at, feared }).endsAt;
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
