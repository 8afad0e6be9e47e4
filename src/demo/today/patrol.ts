// A small team at one place, and the way from there to the custody desk.

import type { Meeting } from '../encounters.ts';
import { beginOperation, type Operation, type OperationKind } from '../operations.ts';
import { hotSpots } from '../places.ts';
import { minute, type Scene } from '../scene.ts';

/** A patrol of one team at one place, long over. */
export function patrolAt(
  scene: Scene,
  { place, startsAt, kind = 'PATROL' }: { place: string; startsAt: number; kind?: OperationKind },
): Operation {
  const spots = hotSpots.filter((spot) => spot.place === place);
  return beginOperation(scene, { kind, startsAt, endsAt: startsAt + 50 * minute, spots });
}

/** A meeting of that team, the child alone and unhurt. */
export function meetingIn(operation: Operation, at: number): Meeting {
  const [spot] = operation.spots;
  return {
    at,
    by: 'afdal.lapangan',
    agency: 'SATPOL_PP',
    approach: 'ENFORCEMENT',
    operation: operation.key,
    area: spot?.area ?? null,
    locationType: spot?.locationType ?? 'OTHER',
    group: null,
    companions: ['ALONE'],
    injury: 'NONE',
  };
}
