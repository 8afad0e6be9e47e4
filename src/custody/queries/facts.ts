// What the clock of custody needs to know of a person: how it was met, whether it was asked, what the city's lists say.
import { sql } from 'kysely';
import { codesOn, listSettings } from '#areas/queries.ts';
import type { StepRow } from '#custody/queries/rows.ts';
import type { StepNeed, Urgency } from '#custody/rules.ts';
import type { HoldLimit } from '#custody/schema/reads.ts';
import type { Tx } from '#platform/database/transaction.ts';

/** How long the city lets a child be held as of today, also one taken in before, and whether the city chose that or it came as a default. */
export async function readHoldLimit(tx: Tx): Promise<HoldLimit & { youngAge: number }> {
  const settings = await listSettings(tx);
  const chosen = await sql<{ chosen: boolean }>`
    select by_city as chosen from settings_today where city = (select app.city()) and key = 'holdLimitHours'`.execute(
    tx,
  );
  const number = (key: string) => {
    const value = settings[key];
    if (typeof value !== 'number') throw new Error(`setting ${key} is not a number`);
    return value;
  };
  return {
    hours: number('holdLimitHours'),
    warnFromMinutes: number('holdWarnFromMinutes'),
    youngAge: number('youngChildAge'),
    isDefault: !chosen.rows[0]?.chosen,
  };
}

export type Met = {
  readonly person_id: string;
  readonly injury: string | null;
  readonly condition: string | null;
  readonly intoxication: string | null;
  readonly needs: string[];
};

/** How each person was last met, looked up through every record of the same person. */
export async function lastMet(tx: Tx, personIds: readonly string[]): Promise<Map<string, Met>> {
  const found = await sql<Met>`
    select distinct on (a.person_id) a.person_id, e.injury, e.condition, e.intoxication, e.needs
      from person_alias a
      join encounters e on e.city = a.city and e.person_id = a.same_as
     where a.city = (select app.city()) and a.person_id = any (${personIds}::uuid[])
     order by a.person_id, e.occurred_at desc`.execute(tx);
  return new Map(found.rows.map((row) => [row.person_id, row]));
}

export type Said = {
  readonly person_id: string;
  readonly hurt: boolean | null;
  readonly unwell: boolean | null;
  readonly at_risk: boolean | null;
};

/** What is urgent since first contact of the custody that runs, whoever recorded it: null where nothing was said. It must not depend on who looks. */
export async function saidUrgent(tx: Tx, personIds: readonly string[]): Promise<Map<string, Said>> {
  const found = await sql<Said>`
    select p.id as person_id, u.hurt, u.unwell, u.at_risk
      from unnest(${personIds}::uuid[]) p(id)
      cross join lateral app.custody_urgency(p.id) u`.execute(tx);
  return new Map(found.rows.map((row) => [row.person_id, row]));
}

export type Asked = { readonly person_id: string; readonly asked_at: Date; readonly fears_someone: boolean };

/** When each person was last asked alone whom it fears, and whether it ever said that it fears someone. */
export async function lastAskedAlone(tx: Tx, personIds: readonly string[]): Promise<Map<string, Asked>> {
  const found = await sql<Asked>`
    select a.person_id, max(f.asked_at) filter (where f.asked_alone) as asked_at, bool_or(f.fears_someone) as fears_someone
      from person_alias a
      join custody_fears f on f.city = a.city and f.person_id = a.same_as
     where a.city = (select app.city()) and a.person_id = any (${personIds}::uuid[])
     group by a.person_id
    having bool_or(f.asked_alone)`.execute(tx);
  return new Map(found.rows.map((row) => [row.person_id, row]));
}

/** Every record of each of these persons, itself first. */
export async function aliasesOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, string[]>> {
  const found = await sql<{ person_id: string; same_as: string }>`
    select person_id, same_as from person_alias
     where city = (select app.city()) and person_id = any (${personIds}::uuid[])`.execute(tx);
  const aliases = new Map<string, string[]>();
  for (const row of found.rows)
    aliases.set(row.person_id, [...(aliases.get(row.person_id) ?? []), row.same_as]);
  return aliases;
}

/** Those of these persons whose open case says that protection is needed at once. */
export async function listAtRisk(tx: Tx, personIds: readonly string[]): Promise<Set<string>> {
  const found = await sql<{ person_id: string }>`
    select a.person_id
      from person_alias a
      join person_at_risk r on r.city = a.city and r.person_id = a.same_as
     where a.city = (select app.city()) and a.person_id = any (${personIds}::uuid[])`.execute(tx);
  return new Set(found.rows.map((row) => row.person_id));
}

/** What the city's lists say of steps, results and what is urgent. */
export type Words = {
  readonly needs: StepNeed[];
  readonly attempts: ReadonlySet<string>;
  readonly settles: ReadonlySet<string>;
  /** The kinds of custodian that hold a child on its way: a shelter or a home is no waiting room. */
  readonly clocked: ReadonlySet<string>;
  readonly urgent: (list: 'injury' | 'condition' | 'need', code: string | null) => boolean;
};

/** The city's lists that the clock asks, on a day. */
export async function readWords(tx: Tx, day: string): Promise<Words> {
  const [steps, results, injury, condition, need] = [
    await codesOn(tx, 'custody_step', day),
    await codesOn(tx, 'contact_result', day),
    await codesOn(tx, 'injury', day),
    await codesOn(tx, 'condition', day),
    await codesOn(tx, 'need', day),
  ];
  const lists = { injury, condition, need };
  const asked = [...steps.values()].filter((it) => !it.extra.byItself);
  return {
    needs: asked.map((it) => ({ kind: it.code, warns: typeof it.extra.warnAfterMinutes === 'number' })),
    clocked: await clockedKinds(tx, day),
    attempts: new Set(asked.filter((it) => it.extra.attempts).map((it) => it.code)),
    settles: new Set([...results.values()].filter((it) => it.extra.settles).map((it) => it.code)),
    urgent: (list, code) => Boolean(code && lists[list].get(code)?.extra.urgent),
  };
}

/** The kinds of custodian under whom the clock runs. */
export async function clockedKinds(tx: Tx, day: string): Promise<Set<string>> {
  const kinds = await codesOn(tx, 'custodian_kind', day);
  return new Set([...kinds.values()].filter((it) => it.extra.clock).map((it) => it.code));
}

/** Why a child goes at once, if it does. */
export function urgenciesOf(
  words: Words,
  facts: {
    met: Met | undefined;
    said: Said | undefined;
    ageLow: number | null;
    youngAge: number;
    fearsSomeone: boolean;
    atRisk: boolean;
  },
) {
  const { met, said } = facts;
  const unwell = met?.intoxication === 'YES' || words.urgent('condition', met?.condition ?? null);
  const inNeed = (met?.needs ?? []).some((need) => words.urgent('need', need));
  const found: Urgency[] = [];
  if (facts.ageLow !== null && facts.ageLow < facts.youngAge) found.push('young');
  if (said?.hurt ?? words.urgent('injury', met?.injury ?? null)) found.push('hurt');
  if (said?.unwell ?? unwell) found.push('unwell');
  if (facts.atRisk || facts.fearsSomeone || (said?.at_risk ?? inNeed)) found.push('at_risk');
  return found;
}

/** The kinds of steps that are done: an attempt counts when it settled the matter, the question when it was asked alone. */
export function stepsDone(words: Words, steps: readonly StepRow[], asked: Asked | null): Set<string> {
  const done = new Set<string>();
  for (const step of steps)
    if (!words.attempts.has(step.kind) || words.settles.has(step.result)) done.add(step.kind);
  done.delete('FEARED_PERSONS_ASKED');
  if (asked) done.add('FEARED_PERSONS_ASKED');
  return done;
}

/** Those among these records about whom two custodians are stated, on whichever record of the same person. */
export async function listInDispute(tx: Tx, personIds: readonly string[]): Promise<Set<string>> {
  const found = await sql<{ person_id: string }>`
    select a.person_id
      from person_alias a
      join persons_in_dispute d on d.city = a.city and d.person_id = a.same_as
     where a.city = (select app.city()) and a.person_id = any (${personIds}::uuid[])`.execute(tx);
  return new Set(found.rows.map((row) => row.person_id));
}
