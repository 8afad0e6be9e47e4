// The only file that reads or writes person_identities. Who may see what is src/persons/access.ts; the rows that
// leave here go through `disclose` (queries.ts) before anyone sees them.
import { sql } from 'kysely';
import { Value } from 'typebox/value';
import type { MatchIdentity } from '#persons/match/identity.ts';
import { tokenFields, tokensOfPerson } from '#persons/match/person-tokens.ts';
import { type NameGround, requireNameReason } from '#persons/name-rule.ts';
import { type TokenKey, tokenKeyOf } from '#persons/names/token-key.ts';
import { initialsOf } from '#persons/rules.ts';
import { Identity } from '#persons/schema.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { openBox, sealBox } from '#platform/keys/box.ts';
import type { Keys } from '#platform/keys/ring.ts';

const placeOf = (personId: string) => `person_identities ${personId}`;

/** Opens the identities of persons that both locks let through; an erased one (its key destroyed) is absent. */
export async function readIdentities(
  tx: Tx,
  keys: Keys,
  personIds: readonly string[],
): Promise<Map<string, Identity>> {
  if (personIds.length === 0) return new Map();
  const found = await sql<{ person_id: string; key_slot: number; box: Buffer }>`
    select person_id, key_slot, box
      from person_identities
     where city = (select app.city()) and person_id = any (${personIds}::uuid[])`.execute(tx);
  const opened = new Map<string, Identity>();
  for (const row of found.rows) {
    const key = keys.identities.read(row.key_slot);
    if (!key) continue;
    const value = openBox(row.box, key, placeOf(row.person_id));
    if (Value.Check(Identity, value)) opened.set(row.person_id, value);
  }
  return opened;
}

/** Opens the identity that stands on the paper of one's own recent act, where the child itself is no longer in reach. */
export function openPaperIdentity(
  keys: Keys,
  found: { personId: string; slot: number | null; box: Buffer | null },
): Identity | null {
  const key = found.slot === null ? null : keys.identities.read(found.slot);
  if (!key || !found.box) return null;
  const value = openBox(found.box, key, placeOf(found.personId));
  return Value.Check(Identity, value) ? value : null;
}

/** Holds identities until the end of the transaction: a renaming or an erasure waits for what is being written of them. */
export async function holdIdentities(tx: Tx, personIds: readonly string[]): Promise<void> {
  await sql`
    select 1
      from person_identities
     where city = (select app.city()) and person_id = any (${personIds}::uuid[])
     order by person_id
       for share`.execute(tx);
}

/** The identity of somebody of whom nothing was said yet. */
export const nothingKnown: Identity = { names: [], aliases: [], kin: [], marks: [] };

/**
 * The child's own key, for what else is sealed of it: destroyed with the identity, it takes that along. A child not yet
 * named gets one with an empty identity.
 */
export async function takePersonKey(tx: Tx, keys: Keys, personId: string): Promise<Buffer> {
  const slot = await slotOf(tx, personId);
  const key = keys.identities.take(slot);
  await sql`
    insert into person_identities (person_id, key_slot, box)
    values (${personId}, ${slot}, ${sealBox(nothingKnown, key, placeOf(personId))})
    on conflict (city, person_id) do nothing`.execute(tx);
  return key;
}

/** The keys of persons that both locks let through; of an erased one there is none. */
export async function readPersonKeys(
  tx: Tx,
  keys: Keys,
  personIds: readonly string[],
): Promise<Map<string, Buffer>> {
  const found = await sql<{ person_id: string; key_slot: number }>`
    select person_id, key_slot from person_identities
     where city = (select app.city()) and person_id = any (${personIds}::uuid[])`.execute(tx);
  const open = new Map<string, Buffer>();
  for (const row of found.rows) {
    const key = keys.identities.read(row.key_slot);
    if (key) open.set(row.person_id, key);
  }
  return open;
}

let tokenKey: { secret: Buffer; key: TokenKey } | undefined;

/** The key under which name tokens are hashed. */
export function searchKey(keys: Keys): TokenKey {
  const secret = keys.of('search tokens');
  if (!tokenKey?.secret.equals(secret)) tokenKey = { secret, key: tokenKeyOf(secret) };
  return tokenKey.key;
}

/** Keyed hash of a NIK, for equality only. */
export function nikHashOf(nik: string, keys: Keys): string {
  return String(searchKey(keys).token(`nik:${nik}`));
}

export type Coarse = {
  readonly sex: 'male' | 'female' | 'unknown';
  readonly birthFrom: string | null;
  readonly birthTo: string | null;
  readonly originArea: string | null;
};

/** The identity as the matcher reads it. */
export function matchIdentityOf(identity: Identity, coarse: Coarse, keys: Keys): MatchIdentity {
  const parents = (relation: string) =>
    identity.kin.filter((kin) => kin.relation === relation).map((kin) => kin.name);
  return {
    names: identity.names,
    aliases: identity.aliases,
    sex: coarse.sex,
    ...(coarse.birthFrom && coarse.birthTo ? { birthFrom: coarse.birthFrom, birthTo: coarse.birthTo } : {}),
    mother: parents('MOTHER'),
    father: parents('FATHER'),
    ...(coarse.originArea ? { origin: coarse.originArea } : {}),
    ...(identity.nik ? { nikHash: nikHashOf(identity.nik, keys) } : {}),
    marks: identity.marks,
  };
}

/** Seals an identity under a key of its own and writes what it can be found by. Returns what the person row shows of it. */
export async function writeIdentity(
  tx: Tx,
  keys: Keys,
  personId: string,
  identity: Identity,
  coarse: Coarse,
): Promise<{ initials: string }> {
  const slot = await slotOf(tx, personId);
  const box = sealBox(identity, keys.identities.take(slot), placeOf(personId));
  await sql`
    insert into person_identities (person_id, key_slot, box) values (${personId}, ${slot}, ${box})
    on conflict (city, person_id)
    do update set box = excluded.box, changed_by = app.viewer_staff(), changed_at = now()`.execute(tx);
  await writeTokens(tx, personId, matchIdentityOf(identity, coarse, keys), searchKey(keys));
  return { initials: initialsOf(identity) };
}

export type PreparedIdentity = {
  readonly initials: string;
  readonly slot: number;
  readonly box: string;
  readonly words: readonly string[];
  readonly blocks: readonly string[];
  readonly coarse: number;
  readonly signature: readonly number[];
};

/**
 * Seals the identity of somebody new for the one statement that writes an encounter: the same box and tokens that
 * `writeIdentity` writes. Slots are taken a handful at a time; those left over when the server stops stay unused.
 */
export async function prepareIdentity(
  tx: Tx,
  keys: Keys,
  person: {
    readonly personId: string;
    readonly identity: Identity;
    readonly coarse: Coarse;
    readonly ground: NameGround;
  },
): Promise<PreparedIdentity> {
  const { personId, identity, coarse, ground } = person;
  requireNameReason(ground, 'identity');
  const slot = await nextSlot(tx, keys);
  const tokens = tokensOfPerson(matchIdentityOf(identity, coarse, keys), searchKey(keys));
  const of = (field: number) =>
    tokens.rows.filter((row) => row.field === field).map((row) => String(row.token));
  return {
    initials: initialsOf(identity),
    slot,
    box: sealBox(identity, keys.identities.take(slot), placeOf(personId)).toString('base64'),
    words: of(tokenFields.word),
    blocks: of(tokenFields.block),
    coarse: tokens.coarse,
    signature: tokens.signature,
  };
}

const spareSlots = new WeakMap<Keys['identities'], number[]>();

async function nextSlot(tx: Tx, keys: Keys): Promise<number> {
  const spare = spareSlots.get(keys.identities) ?? [];
  spareSlots.set(keys.identities, spare);
  const ready = spare.pop();
  if (ready !== undefined) return ready;
  const found = await sql<{ slot: number }>`
    select nextval('identity_key_slots') as slot from generate_series(1, 32)`.execute(tx);
  spare.push(...found.rows.map((row) => row.slot));
  return spare.pop() ?? 0;
}

/** The key slot of a person's identity; null for one that nobody has named yet. */
export async function identitySlot(tx: Tx, personId: string): Promise<number | null> {
  const found = await sql<{ key_slot: string | number }>`
    select key_slot from person_identities where city = (select app.city()) and person_id = ${personId}`.execute(
    tx,
  );
  return found.rows[0] ? Number(found.rows[0].key_slot) : null;
}

async function slotOf(tx: Tx, personId: string): Promise<number> {
  const found = await sql<{ slot: number }>`
    select coalesce((select key_slot from person_identities where city = (select app.city()) and person_id = ${personId}),
                    nextval('identity_key_slots')) as slot`.execute(tx);
  return found.rows[0]?.slot ?? 0;
}

async function writeTokens(tx: Tx, personId: string, identity: MatchIdentity, key: TokenKey): Promise<void> {
  const tokens = tokensOfPerson(identity, key);
  await sql`delete from person_tokens where city = (select app.city()) and person_id = ${personId}`.execute(
    tx,
  );
  await sql`
    insert into person_tokens (token, person_id, field, coarse)
    select t.token, ${personId}, t.field, ${tokens.coarse}
      from unnest(${tokens.rows.map((row) => String(row.token))}::bigint[], ${tokens.rows.map((row) => row.field)}::smallint[]) as t (token, field)`.execute(
    tx,
  );
  await sql`
    insert into person_signatures (person_id, marks) values (${personId}, ${[...tokens.signature]}::int[])
    on conflict (city, person_id) do update set marks = excluded.marks`.execute(tx);
}
