import type { LegalBasis, TeamMember } from '#operations/schema.ts';
import type { StaffRole } from '#platform/roles.ts';

/** Whether a legal basis is in the list on a day. */
export function isValidOn(basis: Pick<LegalBasis, 'validFrom' | 'validTo'>, day: string): boolean {
  return basis.validFrom <= day && (basis.validTo === null || basis.validTo >= day);
}

/** The key of a new legal basis, made of the number as it is cited: `perda-kota-padang-1-2012`. */
export function basisIdOf(basis: { number: string; year: number }): string {
  const cited = basis.number.includes(String(basis.year)) ? basis.number : `${basis.number}-${basis.year}`;
  const plain = cited.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return plain.replace(/^-+|-+$/g, '').slice(0, 60);
}

const fieldRoles: readonly StaffRole[] = ['field_officer', 'custody_desk', 'social_worker', 'supervisor'];

/** Whether somebody's work can take them out on an operation. */
export function goesOut(colleague: { readonly role: StaffRole }): boolean {
  return fieldRoles.includes(colleague.role);
}

/** Who may be added to a team: whoever goes out and is not on it now. Whoever left it may come back. */
export function addableTo<C extends { readonly staffId: string; readonly role: StaffRole }>(
  team: readonly TeamMember[],
  colleagues: readonly C[],
): C[] {
  const here = new Set(team.filter((it) => !it.left).map((it) => it.staffId));
  return colleagues.filter((it) => goesOut(it) && !here.has(it.staffId));
}
