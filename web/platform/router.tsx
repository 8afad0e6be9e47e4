import { type ComponentType, createContext, useContext, useEffect, useState } from 'react';
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
  /** For whoever builds screens: only a demonstration has it. */
  demonstration?: true;
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

const screens = new Map<RouteEntry, ComponentType<ScreenProps>>();

/**
 * The component of a route, undefined until its code is there; a fetch that failed is thrown, for the boundary around it.
 * Not `lazy` and `Suspense`: React keeps a placeholder that it has shown for 300 ms, however soon the code comes.
 */
export function useScreen(route: RouteEntry): ComponentType<ScreenProps> | undefined {
  const [, drawAgain] = useState(0);
  const [failed, setFailed] = useState<{ route: RouteEntry; error: unknown }>();
  const screen = screens.get(route);
  useEffect(() => {
    if (screen) return;
    let isHere = true;
    fetchScreen(route).then(
      () => isHere && drawAgain((n) => n + 1),
      (error: unknown) => isHere && setFailed({ route, error }),
    );
    return () => {
      isHere = false;
    };
  }, [route, screen]);
  if (failed?.route === route) throw failed.error;
  return screen;
}

const stale = {
  id: 'Bagian ini gagal dimuat. Mungkin ada versi baru, atau jaringan putus.',
  en: 'This part could not be loaded. There may be a new version, or the network is down.',
};

/** Fetches the code of a screen; what was fetched once is there at once. */
export async function fetchScreen(route: RouteEntry): Promise<void> {
  try {
    screens.set(route, (await route.load()).Screen);
  } catch {
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
