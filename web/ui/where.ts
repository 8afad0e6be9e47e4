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

let waiting: ReadonlyMap<string, number> = new Map();

/** Says how many things wait behind each place of the navigation, by its address: all at once, so that they agree. */
export function setWaiting(counts: ReadonlyMap<string, number>) {
  waiting = counts;
  for (const listener of listeners) listener();
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
