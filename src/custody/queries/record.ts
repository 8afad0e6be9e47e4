import { sql } from 'kysely';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { mayInCustody } from '#custody/access.ts';
import { explainedGaps, type HeldFacts, readHeld } from '#custody/queries/held.ts';
import { handoverOf, type Interval, linkOf, listHandovers } from '#custody/queries/rows.ts';
import { unexplained } from '#custody/rules.ts';
import type { Belonging, CustodyRecord, CustodyStep, Fears } from '#custody/schema/reads.ts';
import { contactsFor } from '#persons/access.ts';
import { readPersonKeys } from '#persons/queries.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { openBox } from '#platform/keys/box.ts';
import type { Keys } from '#platform/keys/ring.ts';
import type { World } from '#platform/world.ts';

/** What belongs to a person and is kept for it, in every record of the person; of these custodies only, unless all of them exist for the viewer. */
async function listBelongings(
  tx: Tx,
  personIds: readonly string[],
  custodies: ReadonlySet<string> | 'all',
): Promise<Belonging[]> {
  const within = custodies === 'all' ? sql`true` : sql`custody_id = any (${[...custodies]}::uuid[])`;
  const found = await sql<Omit<Belonging, 'returnedAt'> & { returnedAt: Date | null }>`
    select belonging_id as "belongingId", what, kept_by as "keptBy", return_due as "returnDue", returned_at as "returnedAt"
      from belongings
     where city = (select app.city()) and person_id = any (${personIds}::uuid[]) and ${within}
     order by recorded_at desc, belonging_id
     limit 100`.execute(tx);
  return found.rows.map((row) => ({ ...row, returnedAt: row.returnedAt?.toISOString() ?? null }));
}

const Answer = Type.Object({
  names: Type.Array(Type.String()),
  relations: Type.Array(Type.String()),
  note: Type.String(),
});
export type FearAnswer = { names: string[]; relations: string[]; note: string };
export type AskedFears = {
  readonly personId: string;
  readonly askedAt: Date;
  readonly askedAlone: boolean;
  readonly fearsSomeone: boolean;
  /** Null when nobody is named, or when it was erased with the identity. */
  readonly answer: FearAnswer | null;
};

/** Where an answer is sealed: bound to the person and the moment it was asked. */
export const fearsPlace = (personId: string, askedAt: Date) =>
  `custody_fears ${personId} ${askedAt.toISOString()}`;

/** Every time these records of a person were asked whom they fear, newest first, opened under the child's key. No limit: later answers must not hide the first. */
export async function readFears(tx: Tx, keys: Keys, personIds: readonly string[]): Promise<AskedFears[]> {
  const found = await sql<{
    person_id: string;
    asked_at: Date;
    asked_alone: boolean;
    fears_someone: boolean;
    box: Buffer | null;
  }>`
    select person_id, asked_at, asked_alone, fears_someone, box
      from custody_fears
     where city = (select app.city()) and person_id = any (${personIds}::uuid[])
     order by asked_at desc, recorded_at desc`.execute(tx);
  const open = await readPersonKeys(tx, keys, personIds);
  return found.rows.map((row) => {
    const key = open.get(row.person_id);
    const value = row.box && key ? openBox(row.box, key, fearsPlace(row.person_id, row.asked_at)) : null;
    return {
      personId: row.person_id,
      askedAt: row.asked_at,
      askedAlone: row.asked_alone,
      fearsSomeone: row.fears_someone,
      answer: Value.Check(Answer, value) ? value : null,
    };
  });
}

/** One custody in full: its chain from first contact, hand-overs, steps, belongings, and what comes next. */
export async function readRecord(
  tx: Tx,
  viewer: Viewer,
  interval: Interval,
  world: World,
): Promise<{ record: CustodyRecord; shown: string[]; fearsShown: boolean } | null> {
  const { facts, shown, limit } = await readHeld(tx, viewer, [interval], world);
  const it = facts[0];
  if (!it) return null;
  const ids = new Set(it.episode.map((one) => one.custody_id));
  const mayReadFears = mayInCustody(viewer, it.found.standings, 'readFears');
  const handovers = (await listHandovers(tx, it.aliases)).map((one) => handoverOf(one, mayReadFears));
  const chain = it.all.filter((one) => ids.has(one.custody_id) || (one.set_aside && within(it, one)));
  const ofChain = new Set(chain.map((one) => one.custody_id));
  const existing = contactsFor(viewer, it.found.standings) === 'all' ? 'all' : ofChain;
  const fears = await readFears(tx, world.keys, it.aliases);
  const fearsShown = mayReadFears && fears.some((one) => one.answer);
  const record: CustodyRecord = {
    held: it.held,
    limit,
    over: interval.ended_at !== null || interval.set_aside,
    chain: chain.map(linkOf),
    gaps: it.gaps.map((gap) => ({ ...gap, explained: reasonFor(it, gap) })),
    handovers: handovers.filter(
      (one) => ofChain.has(one.fromCustodyId ?? '') || ofChain.has(one.toCustodyId ?? ''),
    ),
    steps: it.steps.map(stepOf),
    belongings: await listBelongings(tx, it.aliases, existing),
    fears: fearsOf(fears, firstOf(it), fearsShown),
    maySettle: it.held.disputed && mayInCustody(viewer, it.found.standings, 'settle'),
  };
  return { record, shown, fearsShown };
}

const firstOf = (it: HeldFacts) => new Date(it.held.firstContactAt);

function within(it: HeldFacts, one: Interval): boolean {
  return one.started_at >= firstOf(it);
}

function reasonFor(it: HeldFacts, gap: HeldFacts['gaps'][number]): string | null {
  const reasons = explainedGaps(it.steps);
  return reasons.find((reason) => unexplained([gap], [reason]).length === 0)?.reason ?? null;
}

function stepOf({ personId: _personId, ...step }: HeldFacts['steps'][number]): CustodyStep {
  return {
    ...step,
    occurredAt: step.occurredAt.toISOString(),
    until: step.until?.toISOString() ?? null,
  };
}

/** When it was asked since first contact; whom the child fears it may have said at any time before. */
function fearsOf(asked: readonly AskedFears[], since: Date, mayRead: boolean): Fears | null {
  const recent = asked.filter((one) => one.askedAt >= since);
  const last = recent.find((one) => one.askedAlone) ?? recent[0];
  if (!last) return null;
  const answers = asked.flatMap((one) =>
    one.fearsSomeone && one.answer ? [{ askedAt: one.askedAt.toISOString(), ...one.answer }] : [],
  );
  return {
    askedAt: last.askedAt.toISOString(),
    askedAlone: last.askedAlone,
    fearsSomeone: asked.some((one) => one.fearsSomeone),
    ...(mayRead ? { answers } : {}),
  };
}
