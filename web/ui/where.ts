import { useSyncExternalStore } from 'react';

/** A step on the way to a page. */
export type Crumb = { label: string; href: string };

/** Where the reader is: shown in the top bar. */
export type Where = { title: string; crumbs: readonly Crumb[] };

let now: Where = { title: '', crumbs: [] };
const listeners = new Set<() => void>();

/** Says where the reader is. Page does this; screens need not. */
export function setWhere(next: Where) {
  now = next;
  for (const listener of listeners) listener();
}

/** Where the reader is, for the top bar. */
export function useWhere(): Where {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => now,
    () => now,
  );
}

let counted: ReadonlyMap<string, number> = new Map();
let alone: ReadonlyMap<string, number> = new Map();
let waiting: ReadonlyMap<string, number> = new Map();

function showWaiting() {
  waiting = new Map([...counted, ...alone]);
  for (const listener of listeners) listener();
}

/** Says how many things wait behind each place of the navigation, by its address: all at once, so that they agree. */
export function setWaiting(counts: ReadonlyMap<string, number>) {
  counted = counts;
  showWaiting();
}

/** Says how many things wait behind a place that is counted by itself. */
export function setWaitingAt(href: string, count: number) {
  alone = new Map([...alone, [href, count]]);
  showWaiting();
}

/** Forgets what waits, for the next person at this screen. */
export function forgetWaiting() {
  counted = new Map();
  alone = new Map();
  showWaiting();
}

/** How many things wait behind each place of the navigation. */
export function useWaiting(): ReadonlyMap<string, number> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting,
    () => waiting,
  );
}

/** How many things wait behind several places together. */
export function waitingIn(counts: ReadonlyMap<string, number>, places: readonly { href: string }[]): number {
  return places.reduce((sum, place) => sum + (counts.get(place.href) ?? 0), 0);
}
