import { staffRoles } from '#platform/roles.ts';

/** The roles a member of staff can have, one each. */
export const roles = staffRoles;

/** What somebody does in the city's work for children. */
export type Role = (typeof roles)[number];
