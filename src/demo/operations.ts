// One operation of the demonstration: planned, carried out, closed when every child met has a custodian or an outcome.

import { cityTime } from '#platform/calendar.ts';
import type { Key, OperationPlanned, OperationSite } from './events.ts';
import { type HotSpot, hotSpots } from './places.ts';
import { dateOf, day, hour, instantText, minute, type Scene } from './scene.ts';
import type { Username } from './staff.ts';

export type Crew = Readonly<{ lead: string; partners: readonly string[]; team: readonly Username[] }>;
export type OperationKind = OperationPlanned['operationKind'];
export type Operation = Readonly<{
  key: Key;
  kind: OperationKind;
  lead: string;
  team: readonly Username[];
  spots: readonly HotSpot[];
  startsAt: number;
  endsAt: number;
}>;

const orderSince = '2025-02-07';
const assistanceSince = '2025-01-01';

/** The regulations an operation of this kind cited on that day. */
export function legalBasesOn(kind: OperationKind, date: string): string[] {
  const order = date >= orderSince ? 'perda-1-2025' : 'perda-11-2005';
  const assistance = date >= assistanceSince ? 'permensos-15-2025' : 'permensos-7-2021';
  switch (kind) {
    case 'OUTREACH':
      return ['perwako-41-2017', assistance];
    case 'PATROL':
      return [order];
    case 'RAID':
      return [order, 'perda-1-2012', 'perwako-41-2017'];
    case 'JOINT':
      return [order, 'perwako-41-2017', 'uu-35-2014'];
  }
}

const teams: Readonly<Record<OperationKind, Crew>> = {
  OUTREACH: { lead: 'DINSOS_KOTA', partners: ['TKSK'], team: ['nelmi.jangkau', 'rahma.tksk'] },
  PATROL: { lead: 'SATPOL_PP', partners: [], team: ['afdal.lapangan'] },
  RAID: { lead: 'SATPOL_PP', partners: ['POLRI'], team: ['afdal.lapangan'] },
  JOINT: {
    lead: 'SATPOL_PP',
    partners: ['DINSOS_KOTA', 'TKSK'],
    team: ['afdal.lapangan', 'nelmi.jangkau', 'rahma.tksk'],
  },
};

type Ordered = Readonly<{
  kind: OperationKind;
  startsAt: number;
  endsAt: number;
  spots: readonly HotSpot[];
  title?: string;
  crew?: Crew;
}>;

/** Plans and starts an operation at these spots. */
export function beginOperation(scene: Scene, ordered: Ordered): Operation {
  const { kind, startsAt, endsAt, spots, crew = teams[kind] } = ordered;
  const { key, planner } = plan(scene, ordered, startsAt - scene.random.int(4, 60) * hour);
  const { lead, team } = crew;
  scene.emit({
    kind: 'operation_started',
    at: instantText(startsAt),
    by: team[0] ?? planner,
    operation: key,
  });
  return { key, kind, lead, team, spots, startsAt, endsAt };
}

/** A plan that came to nothing because of the weather. */
export function cancelledOperation(scene: Scene, ordered: Ordered): void {
  const { key, planner } = plan(scene, ordered, ordered.startsAt - 2 * day);
  const at = instantText(ordered.startsAt - 30 * minute);
  scene.emit({ kind: 'operation_cancelled', at, by: planner, operation: key, reason: 'Hujan lebat.' });
}

function plan(
  scene: Scene,
  { kind, startsAt, endsAt, spots, title, crew = teams[kind] }: Ordered,
  at: number,
) {
  const key = scene.key('operation');
  const planner: Username = crew.lead === 'DINSOS_KOTA' ? 'hendri.penyelia' : 'afdal.lapangan';
  scene.emit({
    kind: 'operation_planned',
    at: instantText(at),
    by: planner,
    operation: key,
    operationKind: kind,
    title: title ?? titleOf(scene, { kind, startsAt, spot: spots[0] }),
    ...crew,
    sites: spots.map(siteOf),
    legalBases: legalBasesOn(kind, dateOf(scene, startsAt)),
    plannedFrom: instantText(startsAt),
    plannedTo: instantText(endsAt),
    instruction:
      kind === 'OUTREACH'
        ? 'Sapa dulu, dengarkan, tawarkan bantuan. Tidak ada paksaan.'
        : 'Ingatkan dengan santun. Anak diserahterimakan secepatnya.',
  });
  return { key, planner };
}

/** Closes an operation some time after its last child was handed over. */
export function closeOperation(scene: Scene, operation: Operation, lastActAt: number): void {
  const over = Math.max(operation.endsAt, lastActAt);
  const written = over + scene.random.int(15, 90) * minute;
  const at = written < scene.now ? written : over + minute;
  scene.emit({
    kind: 'operation_closed',
    at: instantText(at),
    by: operation.team[0] ?? 'afdal.lapangan',
    operation: operation.key,
  });
}

/** One to four spots, near each other by chance only. */
export function chooseSpots(scene: Scene, count: number, at: number): HotSpot[] {
  const date = dateOf(scene, at);
  const open = hotSpots
    .filter((spot) => !spot.from || spot.from <= date)
    .map((spot) => [spot, spot.weight] as const);
  const chosen = new Map<string, HotSpot>();
  while (chosen.size < count) {
    const spot = scene.random.weighted(open);
    chosen.set(spot.place, spot);
  }
  return [...chosen.values()];
}

function siteOf({ area, place, locationType }: HotSpot): OperationSite {
  return { area, place, locationType };
}

function titleOf(
  scene: Scene,
  { kind, startsAt, spot }: { kind: OperationKind; startsAt: number; spot: HotSpot | undefined },
): string {
  const clock = Number(cityTime(new Date(startsAt), scene.calendar.timeZone).slice(0, 2));
  const time = clock < 4 || clock >= 19 ? 'Malam' : clock < 11 ? 'Pagi' : clock < 15 ? 'Siang' : 'Sore';
  const names = {
    OUTREACH: 'Penjangkauan',
    PATROL: 'Patroli',
    RAID: 'Penertiban',
    JOINT: 'Operasi gabungan',
  };
  return `${names[kind]} ${spot?.place ?? 'kota'}, ${time}`;
}
