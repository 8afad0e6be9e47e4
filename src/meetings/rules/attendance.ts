import type { Presence } from '#meetings/schema/attendance.ts';

/** How much of the hash of a link the desk’s list holds: enough that no two of one meeting are alike. */
export const markLength = 16;

export type Gap = { readonly invited: number; readonly represented: number };

/** How many of some were represented. */
export function gapOf(items: readonly { readonly presence: Presence }[]): Gap {
  return { invited: items.length, represented: items.filter((it) => it.presence !== 'absent').length };
}

/** The secret in what a scanner read: the address behind the code, or the secret itself; null when it is neither. */
export function secretOf(scanned: string): string | null {
  const found = /(?:^|\/u\/)([A-Za-z0-9_-]{43})(?:[/?#]|$)/.exec(scanned.trim());
  return found?.[1] ?? null;
}
