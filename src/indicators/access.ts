// Who may see which figures. Figures hold no person; what lies behind them opens only through the standing of the viewer.
import type { Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';
import type { StaffRole } from '#platform/roles.ts';

/** Reads the board: the whole city, or, for the desk of a kecamatan or kelurahan, its own area. */
export const boardReaders = [
  'coordinator',
  'supervisor',
  'auditor',
  'area_desk',
] as const satisfies readonly StaffRole[];
/** Reads the figures of the whole city, and those on care. */
export const cityReaders = ['coordinator', 'supervisor', 'auditor'] as const satisfies readonly StaffRole[];
/** Opens the records behind a number: the coordinator all of them by initials, the others those they have a standing to. */
export const recordReaders = [
  'coordinator',
  'supervisor',
  'area_desk',
] as const satisfies readonly StaffRole[];

/** The place whose figures are shown; another area's do not exist for an area desk. */
export function placeFor(viewer: Viewer, asked: string | undefined): string {
  if (viewer.lock.mayUse(viewer.role, cityReaders)) return asked ?? viewer.city.code;
  const own = viewer.areaCode;
  if (!own || (asked && !asked.startsWith(own))) throw problem('not-found');
  return asked ?? own;
}

/** Whether the figures on care, which are the whole city's, are shown. */
export function seesCare(viewer: Viewer): boolean {
  return viewer.lock.mayUse(viewer.role, cityReaders);
}

/** Whether numbers lead to their records. */
export function opensRecords(viewer: Viewer): boolean {
  return viewer.lock.mayUse(viewer.role, recordReaders);
}
