/** The roles a member of staff can have, one each. */
export const roles = [
  'field_officer',
  'custody_desk',
  'social_worker',
  'supervisor',
  'partner_desk',
  'area_desk',
  'coordinator',
  'community_body',
  'data_protection_officer',
  'auditor',
  'administrator',
] as const;

/** What somebody does in the city's work for children. */
export type Role = (typeof roles)[number];
