// Whose notices are whose. A notice tells of nothing its reader could not open; the place it leads to asks again.
import { staffRoles } from '#platform/roles.ts';

/** Everybody at work has an inbox, and sees nobody else's. */
export const noticeReaders = staffRoles;

export const noticeAbilities = {
  /** Reads a notice, and says that it was read. */
  read: ['recipient'],
  /** Chooses by which channel, when and of what to hear. */
  choose: ['recipient'],
  /** Reads what was sent, when, and what came of it. */
  readDeliveries: ['recipient'],
} as const satisfies Record<string, readonly 'recipient'[]>;
