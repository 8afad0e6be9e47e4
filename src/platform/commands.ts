import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Static, TSchema } from 'typebox';
import { type AuditEntry, auditJson } from '#platform/audit/write.ts';
import { thenCommit } from '#platform/database/connection.ts';
import type { Stored, Tx, Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';
import type { StaffRole } from '#platform/roles.ts';
import type { World } from '#platform/world.ts';

/** What came with a command besides its input. `occurredAt` is the device's word, corrected when its clock runs ahead. */
export type Sent = {
  readonly commandId: string;
  readonly occurredAt: Date;
  readonly clockFlag: 'ahead' | null;
  readonly basedOn: string | number | null;
  readonly world: World;
  /** Has something done once the command is committed, and not if it isn't: what a rollback would not take back. */
  readonly whenCommitted: (work: () => void) => void;
};

/** Two versions that a person has to choose between: stored as the command's outcome, like an acceptance. */
export class Conflict<R> {
  readonly result: R;
  constructor(result: R) {
    this.result = result;
  }
}

type Audited = AuditEntry | readonly AuditEntry[];

export type Command<I extends TSchema = TSchema, R extends TSchema = TSchema> = {
  /** Noun and verb as in the address: `cases/open` is POST /api/cases/open. */
  readonly name: string;
  readonly summary: string;
  readonly may: readonly StaffRole[];
  readonly input: I;
  readonly result: R;
  /** Reads in `tx` which persons it concerned, where the result may not tell the viewer. */
  readonly audit: (input: Static<I>, result: Static<R>, viewer: Viewer, tx: Tx) => Audited | Promise<Audited>;
  readonly run: (
    tx: Tx,
    viewer: Viewer,
    input: Static<I>,
    sent: Sent,
  ) => Promise<Static<R> | Conflict<Static<R>>>;
};

/** Declares a command. The compiler ties `run` and `audit` to the schemas. */
export function command<I extends TSchema, R extends TSchema>(it: Command<I, R>): Command<I, R> {
  return it;
}

export type Outcome = { readonly outcome: 'accepted' | 'conflict'; readonly result: unknown };

/**
 * Nothing happened before this: the city's lists begin on that day, so that of an earlier one every choice would be
 * refused in the place of the date. Whoever types such a date means another, or the device's clock stands still.
 */
export const firstMoment = Date.UTC(2012, 0, 1);

const tolerance = 10 * 60_000;

/** The device's time, or the server's when the device runs more than ten minutes ahead of it; `field` says where it was typed. */
export function settleClock(
  claimed: string | undefined,
  now: Date,
  field = 'occurredAt',
): { occurredAt: Date; clockFlag: 'ahead' | null } {
  if (!claimed) return { occurredAt: now, clockFlag: null };
  const at = new Date(claimed);
  if (at.getTime() < firstMoment) throw problem('date-impossible', { field });
  return at.getTime() > now.getTime() + tolerance
    ? { occurredAt: now, clockFlag: 'ahead' }
    : { occurredAt: at, clockFlag: null };
}

/** The hash that tells a repeat from another command under the same id. */
export function hashOf(name: string, input: unknown): Buffer {
  return createHash('sha256').update(name).update('\n').update(canonical(input)).digest();
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value && typeof value === 'object')
    return `{${Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, its]) => `${JSON.stringify(key)}:${canonical(its)}`)
      .join(',')}}`;
  return JSON.stringify(value) ?? 'null';
}

/**
 * Carries out a command once. A repeat of its id with the same contents gets the stored outcome; with others, or from
 * somebody else, the problem `command-id-reused`. Act, audit rows and the record of the id commit together.
 */
export async function carryOut(
  it: Command,
  tx: Tx,
  viewer: Viewer,
  sent: Sent & { readonly input: unknown; readonly stored: Stored | null },
): Promise<Outcome> {
  const hash = hashOf(it.name, sent.input);
  if (sent.stored) {
    if (!sent.stored.own || sent.stored.command !== it.name || !sent.stored.inputHash.equals(hash))
      throw problem('command-id-reused');
    return asOutcome(sent.stored.outcome);
  }
  const returned = await it.run(tx, viewer, sent.input as Static<TSchema>, sent);
  const outcome: Outcome =
    returned instanceof Conflict
      ? { outcome: 'conflict', result: returned.result }
      : { outcome: 'accepted', result: returned };
  const entries = await it.audit(
    sent.input as Static<TSchema>,
    outcome.result as Static<TSchema>,
    viewer,
    tx,
  );
  await sql`${sql.raw(thenCommit)}
    select app.keep_command(${auditJson(asList(entries))}::jsonb, ${sent.commandId}::uuid, ${it.name}, ${hash},
           ${JSON.stringify(outcome)}::jsonb, ${sent.occurredAt}::timestamptz)`.execute(tx);
  return outcome;
}

function asList(entries: Audited): readonly AuditEntry[] {
  return Array.isArray(entries) ? entries : [entries as AuditEntry];
}

function asOutcome(stored: unknown): Outcome {
  return stored as Outcome;
}
