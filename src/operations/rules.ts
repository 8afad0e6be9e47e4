import type { LegalBasis } from '#operations/schema.ts';

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
