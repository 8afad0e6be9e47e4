import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { Check, Errors } from 'typebox/value';
import { planImport } from '#operations/import/plan.ts';
import { findStored, readKnown, writeImport } from '#operations/import/write.ts';
import { ReportedOperation } from '#operations/schema/reported.ts';
import { asService } from '#platform/database/service.ts';
import { StartRefusal } from '#platform/start-refusal.ts';

/** What became of one record of the file. */
export type Imported = {
  readonly id: string;
  readonly outcome: 'stored' | 'unchanged' | 'differs' | 'unusable';
  readonly persons: number;
  readonly flags: readonly string[];
  readonly why: string;
};

/** Reads an import file: a list of records, each looked at by itself later. */
export function readImportFile(path: string): unknown[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartRefusal('import-unreadable', { file: path, reason });
  }
  if (Array.isArray(parsed)) return parsed;
  throw new StartRefusal('import-unreadable', { file: path, reason: 'not a list of operations' });
}

/**
 * Stores reported operations, each in a transaction of its own; what is there already is left alone. Nothing is
 * refused in silence: a record that cannot be stored is named with its reason.
 */
export async function importOperations(
  jobs: pg.Pool,
  city: { readonly code: string; readonly demonstration: boolean },
  records: readonly unknown[],
): Promise<Imported[]> {
  if (city.demonstration) throw new StartRefusal('import-demonstration');
  const done: Imported[] = [];
  for (const [n, record] of records.entries())
    done.push(
      Check(ReportedOperation, record)
        ? await importOne(jobs, city.code, record)
        : { id: idOf(record, n), outcome: 'unusable', persons: 0, flags: [], why: faultOf(record) },
    );
  return done;
}

async function importOne(jobs: pg.Pool, city: string, record: ReportedOperation): Promise<Imported> {
  return asService(jobs, { city, purpose: 'import' }, async (client) => {
    const is = { id: record.id, persons: 0, flags: [], why: '' };
    const stored = await findStored(client, record);
    if (stored !== 'none') return { ...is, outcome: stored === 'same' ? 'unchanged' : 'differs' };
    const plan = planImport(record, await readKnown(client));
    if ('unusable' in plan) return { ...is, outcome: 'unusable', why: plan.unusable };
    await writeImport(client, record, plan);
    return { ...is, outcome: 'stored', persons: plan.persons, flags: [...new Set(plan.flags)] };
  });
}

function idOf(record: unknown, n: number): string {
  const named = record && typeof record === 'object' && 'id' in record ? record.id : undefined;
  return typeof named === 'string' ? named : `#${n + 1}`;
}

function faultOf(record: unknown): string {
  const [first] = Errors(ReportedOperation, record);
  return first ? `${first.instancePath || '/'} ${first.message}` : 'not an operation';
}
