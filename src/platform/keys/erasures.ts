// The list beside the key store: what a restored database must forget again, and hold back again (holds.ts), before it opens.
// Lines of JSON with ids and slots, never a name; only ever added to.
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { asService } from '#platform/database/service.ts';
import type { Keys } from '#platform/keys/ring.ts';
import { listCities } from '#platform/open-city.ts';
import { systemCode } from '#platform/project.ts';

const Erasure = Type.Object({
  city: Type.String(),
  person: Type.String(),
  slots: Type.Array(Type.Integer({ minimum: 0 })),
  at: Type.String(),
  rule: Type.String(),
});
export type Erasure = Static<typeof Erasure>;

const fileIn = (folder: string) => join(folder, 'erasures.jsonl');

/** The erasures written beside the keys, oldest first. */
export function readErasures(folder: string): Erasure[] {
  return readList(folder).filter((value) => Value.Check(Erasure, value));
}

/** Every line of the list, oldest first; one that a power cut left unfinished counts as none. */
export function readList(folder: string): unknown[] {
  return textOf(folder)
    .split('\n')
    .map(parse)
    .filter((value) => value !== undefined);
}

function textOf(folder: string): string {
  try {
    return readFileSync(fileIn(folder), 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return '';
    throw error;
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Adds lines to the list, on the disk when it returns. */
export function appendToList(folder: string, lines: readonly object[]): void {
  if (lines.length === 0) return;
  const file = openSync(fileIn(folder), 'a', 0o600);
  // A leading line end closes a line that a power cut left open.
  writeSync(file, `\n${lines.map((it) => JSON.stringify(it)).join('\n')}\n`);
  fsyncSync(file);
  closeSync(file);
}

export type Erasing = { readonly jobs: pg.Pool; readonly keys: Keys; readonly city: string };

/**
 * Erases one identity: in the database, in the list, and its keys. Killed between these steps, the next start
 * finishes them (`replayErasures`).
 */
export async function eraseIdentity(
  { jobs, keys, city }: Erasing,
  it: { person: string; rule: string; at: Date },
): Promise<void> {
  const at = it.at.toISOString();
  const slots = await asService(jobs, { city, purpose: 'retention' }, async (client) => {
    const found = await client.query<{ slots: (string | number)[] }>(
      'select app.erase_identity($1, $2, $3) as slots',
      [it.person, it.rule, at],
    );
    const its = (found.rows[0]?.slots ?? []).map(Number);
    appendToList(keys.folder, [{ city, person: it.person, slots: its, at, rule: it.rule }]);
    return its;
  });
  for (const slot of slots) keys.identities.destroy(slot);
}

type Known = { person: string; slots: (string | number)[]; at: Date; rule: string };

/**
 * Makes database, list and key store agree on what is erased, before anyone can look: erases again what an older
 * backup brought back, destroys keys that an older copy of the store brought back, completes the list. Answers how
 * many identities were erased again.
 */
export async function replayErasures(jobs: pg.Pool, keys: Keys): Promise<number> {
  const listed = readErasures(keys.folder);
  let again = 0;
  let highest = -1;
  for (const { code: city } of await listCities(jobs)) {
    const known = await asService(jobs, { city, purpose: 'retention' }, async (client) => {
      const found = await client.query<Known>(
        `select person_id as person, key_slots as slots, erased_at as at, rule
           from erasures
          where city = (select app.city())`,
      );
      return new Map(found.rows.map((row) => [row.person, row]));
    });
    const here = listed.filter((it) => it.city === city);
    const newest = new Map(here.map((it) => [it.person, it]));
    appendToList(keys.folder, missingIn(newest, known, city));
    const slots = new Set([...here, ...known.values()].flatMap((it) => it.slots.map(Number)));
    for (const it of newest.values()) {
      const done = known.get(it.person);
      if (done && done.at.getTime() >= Date.parse(it.at)) continue;
      await eraseIdentity({ jobs, keys, city }, { person: it.person, rule: it.rule, at: new Date(it.at) });
      again++;
    }
    for (const slot of slots) {
      if (keys.identities.read(slot)) keys.identities.destroy(slot);
      highest = Math.max(highest, slot);
    }
  }
  const next = again > 0 ? keys.identities.end() : highest + 1;
  if (next > 0) await jobs.query('select app.advance_key_slots($1)', [next]);
  return again;
}

function missingIn(listed: Map<string, Erasure>, known: Map<string, Known>, city: string): Erasure[] {
  return [...known.values()].flatMap((row) => {
    const at = row.at.toISOString();
    const line = listed.get(row.person);
    if (line && line.at >= at) return [];
    return [{ city, person: row.person, slots: row.slots.map(Number), at, rule: row.rule }];
  });
}
