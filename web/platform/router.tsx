import { type ComponentType, createContext, type LazyExoticComponent, lazy, useContext } from 'react';
import { ProblemError } from '#web/platform/api.ts';
import { type Message, t } from '#web/platform/i18n.ts';
import type { Role } from '#web/platform/roles.ts';
import type { IconName } from '#web/ui/icons.tsx';

/** What a screen is given: the named parts of its address. */
export type ScreenProps = { params: Readonly<Record<string, string>> };

/** A screen's file exports the component `Screen`, and is fetched when somebody goes there. */
export type ScreenModule = { Screen: ComponentType<ScreenProps> };

/** One line of the table of screens in web/routes.ts. */
export type RouteEntry = {
  /** `/anak/:personId`: one name between two slashes */
  path: string;
  load: () => Promise<ScreenModule>;
  /** Starts reading what the screen shows when a pointer or finger nears the way to it; never an identity. */
  ahead?: () => void;
  /** Whose screen it is; without it everybody's. For others the address does not exist. */
  roles?: readonly Role[];
  /** With label and icon it is a place in the navigation, in the order of the table. */
  navLabel?: Message;
  icon?: IconName;
  /** `topbar` makes it an icon at the top instead of a place in the rail. */
  place?: 'topbar';
  /** Can be opened without being signed in. */
  open?: true;
};

/** The parts of an address that a pattern names, or undefined when it is another address. */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decoded(value);
    else if (part !== value) return undefined;
  }
  return params;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** A route and the named parts of the address that led to it. */
export type RouteMatch = { route: RouteEntry; params: Record<string, string> };

/** The first route of a table whose pattern fits the address. */
export function findRoute(routes: readonly RouteEntry[], path: string): RouteMatch | undefined {
  for (const route of routes) {
    const params = matchPath(route.path, path);
    if (params) return { route, params };
  }
  return undefined;
}

const screens = new Map<RouteEntry, LazyExoticComponent<ComponentType<ScreenProps>>>();

/** The component of a route, fetched at its first use. */
export function screenOf(route: RouteEntry) {
  const known = screens.get(route);
  if (known) return known;
  const made = lazy(async () => ({ default: (await fetched(route)).Screen }));
  screens.set(route, made);
  return made;
}

const stale = {
  id: 'Bagian ini gagal dimuat. Mungkin ada versi baru, atau jaringan putus.',
  en: 'This part could not be loaded. There may be a new version, or the network is down.',
};

async function fetched(route: RouteEntry): Promise<ScreenModule> {
  try {
    return await route.load();
  } catch {
    screens.delete(route);
    throw new ProblemError({ status: 0, code: 'screen-not-loaded', message: t(stale) });
  }
}

/** Lets links fetch a screen's code before it is opened. */
export const PreloadContext = createContext<(path: string) => void>(() => {});

/** Fetches the code of the screen behind an address, ahead of a press. */
export function usePreload() {
  return useContext(PreloadContext);
}

/** Whether an address exists for the person looking: a way on that leads nowhere for them is not offered. */
export const CanOpenContext = createContext<(path: string) => boolean>(() => false);

/** Tells whether an address exists for the person looking. */
export function useCanOpen() {
  return useContext(CanOpenContext);
}
