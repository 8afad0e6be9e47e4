import type pg from 'pg';
import { tokensOfPerson } from '#persons/match/person-tokens.ts';
import type { Recorded } from './generator.ts';
import { benchKey } from './memory-register.ts';

const perStatement = 2000;

/** The id of a person of the bench: ids are in the order of the numbers. */
export function idOf(number: number): string {
  return `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** Writes a register into an empty migrated database, indexes last. Returns how many token rows were written. */
export async function loadRegister(
  admin: pg.Client,
  recorded: Iterable<Recorded>,
  say: (loaded: number) => void,
): Promise<number> {
  await admin.query(`set session_replication_role = replica; set synchronous_commit = off`);
  await admin.query(`alter table app.person_tokens drop constraint person_tokens_pkey`);
  await admin.query('drop index app.person_tokens_person');
  let rows = 0;
  let batch: Recorded[] = [];
  for (const one of recorded) {
    batch.push(one);
    if (batch.length < perStatement) continue;
    rows += await writeBatch(admin, batch);
    say(one.number + 1);
    batch = [];
  }
  rows += await writeBatch(admin, batch);
  await admin.query(`set maintenance_work_mem = '512MB'`);
  await admin.query(
    'alter table app.person_tokens add primary key (city, token, person_id) include (coarse)',
  );
  await admin.query('create index person_tokens_person on app.person_tokens (city, person_id)');
  await admin.query('set session_replication_role = default');
  for (const table of ['persons', 'person_tokens', 'person_signatures'])
    await admin.query(`vacuum analyze app.${table}`);
  return rows;
}

async function writeBatch(admin: pg.Client, batch: readonly Recorded[]): Promise<number> {
  const persons = batch.map(({ number, identity }) => {
    const tokens = tokensOfPerson(identity, benchKey);
    return { id: idOf(number), identity, tokens };
  });
  const rows = persons.flatMap(({ id, tokens }) =>
    tokens.rows.map(({ token, field }) => ({ id, token: String(token), field, coarse: tokens.coarse })),
  );
  await admin.query(
    `insert into app.persons (city, person_id, sex, birth_from, birth_to, named)
     select '13.71', p.id, p.sex, p.born_from, p.born_to, true
       from unnest($1::uuid[], $2::text[], $3::date[], $4::date[]) as p (id, sex, born_from, born_to)`,
    [
      persons.map(({ id }) => id),
      persons.map(({ identity }) => identity.sex ?? 'unknown'),
      persons.map(({ identity }) => identity.birthFrom ?? null),
      persons.map(({ identity }) => identity.birthTo ?? null),
    ],
  );
  await admin.query(
    `insert into app.person_tokens (city, person_id, token, field, coarse)
     select '13.71', t.id, t.token, t.field, t.coarse
       from unnest($1::uuid[], $2::bigint[], $3::smallint[], $4::smallint[]) as t (id, token, field, coarse)`,
    [
      rows.map(({ id }) => id),
      rows.map(({ token }) => token),
      rows.map(({ field }) => field),
      rows.map(({ coarse }) => coarse),
    ],
  );
  await admin.query(
    `insert into app.person_signatures (city, person_id, marks, sex, birth_from, birth_to)
     select '13.71', s.id, s.marks::int[], s.sex, s.birth_from, s.birth_to
       from unnest($1::uuid[], $2::text[], $3::text[], $4::date[], $5::date[]) as s (id, marks, sex, birth_from, birth_to)`,
    [
      persons.map(({ id }) => id),
      persons.map(({ tokens }) => `{${tokens.signature.join()}}`),
      persons.map(({ identity }) => identity.sex ?? 'unknown'),
      persons.map(({ identity }) => identity.birthFrom ?? null),
      persons.map(({ identity }) => identity.birthTo ?? null),
    ],
  );
  return rows.length;
}
