// The roles of product.md "People". The browser imports this file.
export const staffRoles = [
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
export type StaffRole = (typeof staffRoles)[number];
