import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type Connection, passwordOf } from '#platform/database/connection.ts';

const folder = join(import.meta.dirname, '../../../migrations');

type Step = { readonly name: string; readonly text: string; readonly hash: string };

/** A database that a newer Rangkul has changed is refused; nothing in it is touched. */
export class NewerDatabase extends Error {}
/** A migration that ran once may never be edited: write a new one. */
export class EditedMigration extends Error {}

function readSteps(path: string): Step[] {
  return readdirSync(path)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(path, name), 'utf8');
      return { name, text, hash: createHash('sha256').update(text).digest('hex') };
    });
}

/** The names of the steps that this version knows. */
export function knownSteps(): string[] {
  return readSteps(folder).map((step) => step.name);
}

/**
 * Brings a database to this version: numbered steps once and in order, then the functions and views of
 * migrations/current whenever one of them changed. One transaction under one lock, so that two processes that start
 * together do it once and a failure leaves the old version whole. Answers the names of the steps that ran. `only`: an
 * export of an earlier version is read into the tables of its time, and brought on afterwards.
 */
export async function migrate(
  connection: Connection,
  secret: Buffer,
  only?: readonly string[],
): Promise<string[]> {
  const client = new pg.Client({
    ...connection,
    user: 'rangkul_migrator',
    password: passwordOf('rangkul_migrator', secret),
    options: '-c search_path=app -c client_min_messages=warning',
  });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtext('rangkul migrations'))`);
    await client.query('create schema if not exists migrations');
    await client.query(
      'create table if not exists migrations.steps (name text primary key, hash text not null, ran_at timestamptz not null default now())',
    );
    const ran = await runSteps(client, only);
    await client.query('commit');
    return ran;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    await client.end();
  }
}

async function runSteps(client: pg.Client, only?: readonly string[]): Promise<string[]> {
  const steps = readSteps(folder);
  const current = readSteps(join(folder, 'current'));
  const done = await client.query<{ name: string; hash: string }>(
    'select name, hash from migrations.steps order by name',
  );
  const known = new Map(done.rows.map((row) => [row.name, row.hash]));
  const names = new Set(steps.map((step) => step.name));
  for (const row of done.rows)
    if (row.name !== 'current' && !names.has(row.name)) throw new NewerDatabase(row.name);
  const ran: string[] = [];
  for (const step of steps) {
    const before = known.get(step.name);
    if (before && before !== step.hash) throw new EditedMigration(step.name);
    if (before || (only && !only.includes(step.name))) continue;
    await runText(client, step);
    await client.query('insert into migrations.steps (name, hash) values ($1, $2)', [step.name, step.hash]);
    ran.push(step.name);
  }
  if (only && only.length < steps.length) return ran;
  const together = createHash('sha256')
    .update(current.map((step) => step.hash).join())
    .digest('hex');
  if (ran.length === 0 && known.get('current') === together) return ran;
  for (const step of current) await runText(client, step);
  await client.query(
    'insert into migrations.steps (name, hash) values ($1, $2) on conflict (name) do update set hash = excluded.hash, ran_at = now()',
    ['current', together],
  );
  return ran;
}

async function runText(client: pg.Client, step: Step): Promise<void> {
  await client.query(step.text).catch((error: Error & { position?: string }) => {
    const line = error.position ? step.text.slice(0, Number(error.position)).split('\n').length : 0;
    throw new Error(`${step.name}${line ? `:${line}` : ''}: ${error.message}`, { cause: error });
  });
}
