import { sql } from 'kysely';
import { thenCommit } from '#platform/database/connection.ts';
import type { Tx } from '#platform/database/transaction.ts';

/** One audit row: what was done or seen, on what, which persons it concerned. Ids and codes only, never a name. */
export type AuditEntry = {
  readonly act: string;
  readonly on?: { readonly kind: string; readonly id: string };
  readonly persons?: readonly string[];
  readonly detail?: Record<string, string | number | boolean | readonly string[]>;
};

/** The rows as the JSON that both statements below take. */
export function auditJson(entries: readonly AuditEntry[]): string {
  return JSON.stringify(
    entries.map((entry) => ({
      act: entry.act,
      on_kind: entry.on?.kind ?? '',
      on_id: entry.on?.id ?? '',
      persons: entry.persons ?? [],
      detail: entry.detail ?? {},
    })),
  );
}

/** Writes audit rows into the transaction of the act they tell of; `last`: nothing comes after them but the commit. */
export async function writeAudit(
  tx: Tx,
  entries: readonly AuditEntry[],
  place: 'last' | 'within' = 'within',
): Promise<void> {
  if (entries.length === 0) return;
  const first = sql.raw(place === 'last' ? thenCommit : '');
  await sql`${first}
    select app.keep_audit(${auditJson(entries)}::jsonb)`.execute(tx);
}
