import { randomBytes } from 'node:crypto';

// Letters and digits that nobody takes for one another when typing from paper (Crockford's).
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code for the foot of a letter, of 80 random bits: who holds the paper can ask, nobody can guess. */
export function newLetterCode(): string {
  return Array.from(randomBytes(16), (byte) => signs[byte % 32]).join('');
}

/** A code as somebody types it: small letters, spaces, O for 0. */
export function readLetterCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
