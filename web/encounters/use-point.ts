import { useEffect, useState } from 'react';
import type { Point } from '#encounters/schema.ts';

/** Where the phone says it is: only asked for when the officer wants a point. */
export type PointState = { status: 'off' | 'waiting' | 'found' | 'missing'; point: Point | null };

/** Asks the phone once for its place while `wanted`; forgets it again when not. */
export function usePoint(wanted: boolean): PointState {
  const [state, setState] = useState<PointState>({ status: 'off', point: null });
  useEffect(() => {
    if (!wanted) {
      setState({ status: 'off', point: null });
      return;
    }
    if (!('geolocation' in navigator)) {
      setState({ status: 'missing', point: null });
      return;
    }
    let gone = false;
    setState({ status: 'waiting', point: null });
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const point = { latitude: coords.latitude, longitude: coords.longitude };
        if (!gone) setState({ status: 'found', point });
      },
      () => {
        if (!gone) setState({ status: 'missing', point: null });
      },
      { enableHighAccuracy: false, timeout: 15_000, maximumAge: 60_000 },
    );
    return () => {
      gone = true;
    };
  }, [wanted]);
  return state;
}
