import { sql } from 'kysely';
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

/** Writes audit rows into the transaction of the act they tell of. */
export async function writeAudit(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await sql`
    insert into audit_rows (act, on_kind, on_id, persons, detail)
    select a.act, a.on_kind, a.on_id, a.persons, a.detail
      from jsonb_to_recordset(${auditJson(entries)}::jsonb) as a (act text, on_kind text, on_id text, persons uuid[], detail jsonb)`.execute(
    tx,
  );
}
