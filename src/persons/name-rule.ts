// The one rule for an adult's name. Every statement that seals an identity, and every age that makes a named person an
// adult, asks here.
import type { NameReason } from '#persons/rules.ts';
import { problem, problemsOf } from '#platform/problems.ts';
import type { AgeClass } from '#platform/schemas.ts';

problemsOf({
  'adult-name-not-needed': {
    status: 422,
    id: 'Nama orang dewasa hanya dicatat bila ia meminta layanan atau mendampingi anak.',
    en: 'An adult’s name is recorded only when they ask for a service or accompany a child.',
  },
});

/** Whose name it is, by age, and why it is kept. */
export type NameGround = { readonly ageClass: AgeClass; readonly reason: NameReason | undefined };

/** Refuses to name an adult who neither asks for a service nor accompanies a child. Unknown age is protected as a child. */
export function requireNameReason({ ageClass, reason }: NameGround, field: string): void {
  if (ageClass === 'ADULT' && !reason) throw problem('adult-name-not-needed', { field });
}
