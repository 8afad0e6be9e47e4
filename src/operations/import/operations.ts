import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { Check, Errors } from 'typebox/value';
import { planImport, type Unusable } from '#operations/import/plan.ts';
import { findStored, readKnown, writeImport } from '#operations/import/write.ts';
import { ReportedOperation, type ReportFlag } from '#operations/schema/reported.ts';
import { asService } from '#platform/database/service.ts';
import { StartRefusal } from '#platform/start-refusal.ts';

/** What became of one record of the file. */
export type Imported = {
  readonly id: string;
  readonly outcome: 'stored' | 'unchanged' | 'differs' | 'unusable';
  readonly persons: number;
  readonly flags: readonly ReportFlag[];
  /** Why it cannot be stored. */
  readonly why: Unusable | null;
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
  now: Date,
): Promise<Imported[]> {
  if (city.demonstration) throw new StartRefusal('import-demonstration');
  const done: Imported[] = [];
  for (const [n, record] of records.entries()) done.push(await importAny({ jobs, city, now }, record, n));
  return done;
}

type Run = { readonly jobs: pg.Pool; readonly city: { readonly code: string }; readonly now: Date };

async function importAny(run: Run, record: unknown, n: number): Promise<Imported> {
  const is = { id: idOf(record, n), persons: 0, flags: [] };
  const broken = brokenTextIn(record);
  if (broken !== null)
    return { ...is, outcome: 'unusable', why: { unusable: 'brokenText', at: broken || '/' } };
  if (!Check(ReportedOperation, record))
    return { ...is, outcome: 'unusable', why: { unusable: 'shape', at: faultOf(record) } };
  return asService(run.jobs, { city: run.city.code, purpose: 'import' }, async (client) => {
    const stored = await findStored(client, record);
    if (stored !== 'none') return { ...is, outcome: stored === 'same' ? 'unchanged' : 'differs', why: null };
    const plan = planImport(record, await readKnown(client), run.now);
    if ('unusable' in plan) return { ...is, outcome: 'unusable', why: plan };
    await writeImport(client, record, plan);
    return {
      ...is,
      outcome: 'stored',
      persons: plan.persons,
      flags: [...new Set(plan.flags)],
      why: null,
    };
  });
}

function idOf(record: unknown, n: number): string {
  const named = record && typeof record === 'object' && 'id' in record ? record.id : undefined;
  return typeof named === 'string' && named !== '' ? named : `#${n + 1}`;
}

/** Where a text lies that no database keeps: one with a NUL, or with half of a pair of letters. */
function brokenTextIn(value: unknown, at = ''): string | null {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0') ? null : at;
  if (!value || typeof value !== 'object') return null;
  for (const [key, part] of Object.entries(value)) {
    const found = brokenTextIn(key, at) ?? brokenTextIn(part, `${at}/${key}`);
    if (found !== null) return found;
  }
  return null;
}

function faultOf(record: unknown): string {
  const [first] = Errors(ReportedOperation, record);
  const missing = first?.keyword === 'required' ? first.params.requiredProperties.join(', ') : '';
  return `${first?.instancePath ?? ''}/${missing}`.replace(/(?<=.)\/$/, '');
}
