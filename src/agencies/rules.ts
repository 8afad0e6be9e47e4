import type { StaffRole } from '#platform/roles.ts';

// What an agency's kind allows as a role: a kelurahan has no social workers, a community body sees no child.
const rolesByKind: Record<string, readonly StaffRole[]> = {
  SOCIAL_SERVICE: [
    'field_officer',
    'custody_desk',
    'social_worker',
    'supervisor',
    'partner_desk',
    'administrator',
  ],
  PUBLIC_ORDER: ['field_officer', 'custody_desk', 'supervisor', 'partner_desk'],
  FACILITY: ['custody_desk', 'social_worker', 'supervisor', 'partner_desk'],
  FIELD_WORKER: ['field_officer', 'area_desk'],
  DISTRICT_OFFICE: ['area_desk', 'field_officer'],
  VILLAGE_OFFICE: ['area_desk'],
  COMMUNITY_BODY: ['community_body'],
  CUSTOMARY_BODY: ['community_body'],
  YOUTH_BODY: ['community_body'],
  NEIGHBOURHOOD: ['community_body'],
  INSPECTORATE: ['auditor'],
  INFORMATICS: ['administrator'],
  SECRETARIAT: ['coordinator', 'partner_desk', 'data_protection_officer', 'administrator'],
};

/** The roles that may be given at an agency of this kind; a kind without a line of its own has a partner desk. */
export function rolesFor(agencyKind: string): readonly StaffRole[] {
  return rolesByKind[agencyKind] ?? ['partner_desk'];
}

const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A one-time code of twelve letters in groups of four, from random bytes; none of 0, 1, I, O, which are misread. */
export function codeFrom(bytes: Uint8Array): string {
  const text = [...bytes.slice(0, 12)].map((byte) => letters[byte % letters.length]).join('');
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8, 12)}`;
}

/** A code as it was typed: groups, spaces and small letters do not matter. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
}

/** A telephone number as people write it: digits with the usual marks between them, or nothing. */
export const dutyPhonePattern = '^(\\+?[0-9][0-9 ().-]{2,29})?$';
