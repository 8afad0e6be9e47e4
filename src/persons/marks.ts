// Bodily marks serve care and finding the family. In an enforcement operation nobody notes them, whatever a record of it
// says of its approach; afterwards only those do who care for the person.
import { sql } from 'kysely';
import type { Revealed } from '#persons/access.ts';
import type { hiddenNumbers, Identity } from '#persons/schema.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { problem, problemsOf } from '#platform/problems.ts';

problemsOf({
  'marks-not-in-enforcement': {
    status: 422,
    id: 'Ciri tubuh tidak dicatat dalam penertiban.',
    en: 'Bodily marks are not recorded in an enforcement operation.',
  },
});

/** Whether an operation is enforcement by its kind; one that the viewer can't see counts as such. */
export async function isEnforcement(tx: Tx, operationId: string): Promise<boolean> {
  const found = await sql<{ yes: boolean }>`select app.is_enforcement(${operationId}::uuid) as yes`.execute(
    tx,
  );
  return found.rows[0]?.yes ?? true;
}

type Where = { readonly operationId?: string | undefined; readonly approach: string };

/** Refuses marks of somebody met in enforcement: by the operation's kind, or without an operation by the approach. */
export async function requireMarksWanted(
  tx: Tx,
  marks: readonly string[] | undefined,
  { operationId, approach }: Where,
): Promise<void> {
  if (!marks?.length) return;
  if (approach === 'ENFORCEMENT' || (operationId && (await isEnforcement(tx, operationId))))
    throw problem('marks-not-in-enforcement', { field: 'marks' });
}

/** Refuses marks of somebody ever met in enforcement, except from those whom the marks are shown to. */
export async function requireMarksOfCare(
  tx: Tx,
  personId: string,
  marks: readonly string[],
  sees: Revealed,
): Promise<void> {
  if (marks.length === 0 || sees.marks) return;
  const found = await sql<{ yes: boolean }>`select app.met_in_enforcement(${personId}::uuid) as yes`.execute(
    tx,
  );
  if (found.rows[0]?.yes !== false) throw problem('marks-not-in-enforcement', { field: 'identity.marks' });
}

/**
 * A corrected identity, with what its writer can't see left as it was: nobody deletes by not knowing. The numbers nobody
 * sees in full; who sees their end may drop them.
 */
export function keepUnseen(
  corrected: Identity,
  before: Identity | undefined,
  { sees, drop = [] }: { sees: Revealed; drop?: readonly (typeof hiddenNumbers)[number][] | undefined },
): Identity {
  if (!before) return corrected;
  const { nik, familyCard, address, phone } = before;
  const keeps = (number: (typeof hiddenNumbers)[number]) => !sees.numbers || !drop.includes(number);
  const hidden = {
    ...(nik && keeps('nik') ? { nik } : {}),
    ...(familyCard && keeps('familyCard') ? { familyCard } : {}),
    ...(!sees.address && address ? { address } : {}),
    ...(!sees.address && phone ? { phone } : {}),
  };
  const marks = sees.marks
    ? corrected.marks
    : [...new Set([...before.marks, ...corrected.marks])].slice(0, 10);
  return { ...hidden, ...corrected, marks };
}
