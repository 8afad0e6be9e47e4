// Everybody held now, with what the clock and the steps say: the board, one custody and the gates of a hand-over all ask here.
import {
  type Asked,
  aliasesOf,
  lastAskedAlone,
  lastMet,
  listAtRisk,
  listInDispute,
  type Met,
  readHoldLimit,
  readWords,
  type Said,
  saidUrgent,
  stepsDone,
  urgenciesOf,
  type Words,
} from '#custody/queries/facts.ts';
import { type Interval, listIntervals, listSteps, type StepRow } from '#custody/queries/rows.ts';
import {
  episodeAround,
  type Gap,
  gapsOf,
  type Hold,
  holdOf,
  nextDue,
  reasonDue,
  unexplained,
} from '#custody/rules.ts';
import type { HeldPerson, HoldLimit } from '#custody/schema/reads.ts';
import { mayDo } from '#persons/access.ts';
import { protectedAgeOf } from '#persons/queries/ages.ts';
import { disclosePersons, type FoundPerson, findPersons } from '#persons/queries.ts';
import { ageRangeOn } from '#persons/rules.ts';
import type { Person } from '#persons/schema.ts';
import { cityDate } from '#platform/calendar.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import type { World } from '#platform/world.ts';

export type HeldFacts = {
  readonly held: HeldPerson;
  readonly hold: Hold | null;
  readonly found: FoundPerson;
  /** The stretches of the chain this custody belongs to, set-aside ones left out. */
  readonly episode: readonly Interval[];
  /** Every stretch of the person, set-aside ones included. */
  readonly all: readonly Interval[];
  readonly gaps: readonly Gap[];
  readonly steps: readonly StepRow[];
  readonly asked: Asked | null;
  readonly aliases: readonly string[];
};

/** What the clock, the steps and the chain say of each of these custodies, of persons who exist for the viewer. */
export async function readHeld(
  tx: Tx,
  viewer: Viewer,
  intervals: readonly Interval[],
  world: World,
): Promise<{ facts: HeldFacts[]; shown: string[]; limit: HoldLimit }> {
  const { youngAge, ...limit } = await readHoldLimit(tx);
  const ids = [...new Set(intervals.map((it) => it.person_id))];
  if (ids.length === 0) return { facts: [], shown: [], limit };
  const found = await findPersons(tx, viewer, ids);
  const { persons, shown } = await disclosePersons(tx, viewer, found, world);
  const aliases = await aliasesOf(tx, ids);
  const members = [...new Set([...aliases.values()].flat())];
  // Steps of a chain may have been written before the custody that is looked at began.
  const since = new Date(Math.min(...intervals.map((it) => it.first_contact_at.getTime())) - 7 * 86_400_000);
  const now = world.now();
  const today = cityDate(now, viewer.city.timeZone);
  const known: Known = {
    viewer,
    now,
    today,
    limit: { ...limit, youngAge },
    words: await readWords(tx, today),
    met: await lastMet(tx, ids),
    said: await saidUrgent(tx, ids),
    asked: await lastAskedAlone(tx, ids),
    aliases,
    atRisk: await listAtRisk(tx, ids),
    disputed: await listInDispute(tx, ids),
    stretches: await listIntervals(tx, members),
    steps: await listSteps(tx, members, since),
  };
  const facts = intervals.flatMap((interval) => {
    const row = found.find((it) => it.person_id === interval.person_id);
    const person = persons.find((it) => it.personId === interval.person_id);
    return row && person ? [factsOf(known, interval, row, person)] : [];
  });
  return { facts, shown, limit };
}

type Known = {
  readonly viewer: Viewer;
  readonly now: Date;
  readonly today: string;
  readonly limit: HoldLimit & { readonly youngAge: number };
  readonly words: Words;
  readonly met: ReadonlyMap<string, Met>;
  readonly said: ReadonlyMap<string, Said>;
  readonly asked: ReadonlyMap<string, Asked>;
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  readonly atRisk: ReadonlySet<string>;
  readonly disputed: ReadonlySet<string>;
  readonly stretches: readonly Interval[];
  readonly steps: readonly StepRow[];
};

function factsOf(known: Known, interval: Interval, found: FoundPerson, person: Person): HeldFacts {
  const aliases = known.aliases.get(found.person_id) ?? [found.person_id];
  const all = known.stretches.filter((it) => aliases.includes(it.person_id));
  const episode = chainOf(
    all.filter((it) => !it.set_aside),
    interval,
  );
  const first = firstContactOf(episode, interval);
  const steps = known.steps.filter(
    (it) => aliases.includes(it.personId) && (it.until ?? it.occurredAt) >= first,
  );
  const lastAsked = known.asked.get(found.person_id);
  const asked = lastAsked && lastAsked.asked_at >= first ? lastAsked : null;
  const gaps = gapsOf(episode.map(stretchOf), first.toISOString());
  const open = unexplained(gaps, explainedGaps(steps));
  const clock = clockOf(known, { found, first, steps, asked, kind: interval.custodian_kind });
  return {
    held: {
      custodyId: interval.custody_id,
      person,
      custodianKind: interval.custodian_kind,
      agencyCode: interval.agency_code,
      facility: interval.facility,
      basis: interval.basis,
      startedAt: interval.started_at.toISOString(),
      firstContactAt: first.toISOString(),
      ...clock.shown,
      gaps: open.length,
      disputed: known.disputed.has(found.person_id),
      mayHandOver: mayDo(known.viewer, found.standings, 'handOver'),
    },
    hold: clock.hold,
    found,
    episode,
    all,
    gaps,
    steps,
    asked,
    aliases,
  };
}

type ClockFacts = {
  readonly found: FoundPerson;
  readonly first: Date;
  readonly steps: readonly StepRow[];
  readonly asked: Asked | null;
  readonly kind: string;
};

function clockOf(known: Known, { found, first, steps, asked, kind }: ClockFacts) {
  const { words, limit, now } = known;
  const met = known.met.get(found.person_id);
  const { ageClass, contested } = protectedAgeOf(found, known.today);
  const done = stepsDone(words, steps, asked);
  // Whoever holds the child need not be told.
  const isOffice = kind === 'SOCIAL_SERVICE';
  if (isOffice) done.add('SOCIAL_SERVICE_TOLD');
  const missing = words.needs.filter((need) => !done.has(need.kind));
  const urgencies = urgenciesOf(words, {
    met,
    said: known.said.get(found.person_id),
    ageLow: ageRangeOn(found.birth_from, found.birth_to, known.today)?.low ?? null,
    youngAge: limit.youngAge,
    fearsSomeone: asked?.fears_someone ?? false,
    atRisk: known.atRisk.has(found.person_id),
  });
  const child = ageClass !== 'ADULT';
  // A shelter is where a child lives; an office of the Social Service is not, and what the first hour asks goes on there.
  const asks = child && (isOffice || words.clocked.has(kind));
  const facts = {
    firstContactAt: first.toISOString(),
    warnFromMinutes: limit.warnFromMinutes,
  };
  const hold = holdOf({
    ...facts,
    runs: child && words.clocked.has(kind),
    urgencies,
    limitHours: limit.hours,
    readyAt: missing.length === 0 ? lastDone(steps, asked) : null,
    heldUntil: steps.flatMap((it) => (it.kind === 'HELD_LONGER' && it.until ? [it.until.toISOString()] : [])),
  });
  const shown = {
    ageClass,
    ageContested: contested,
    hold: hold && { ...hold, reasonDue: reasonDue(hold, now.toISOString()), urgencies },
    stepsDone: child ? words.needs.filter((it) => done.has(it.kind)).map((it) => it.kind) : [],
    stepsMissing: child ? missing.map((it) => it.kind) : [],
    next: nextDue(words.needs, { ...facts, done, hold, asks, now: now.toISOString() }),
  };
  return { hold, shown };
}

const stretchOf = (it: Interval) => ({
  startedAt: it.started_at.toISOString(),
  endedAt: it.ended_at?.toISOString() ?? null,
  endsChain: it.ends_chain,
  byTeam: it.by_team,
});

/** The stretches of the chain that a custody belongs to, out of those that count. */
export function chainOf(standing: readonly Interval[], interval: Interval): Interval[] {
  const stretches = standing.map((it) => ({ ...stretchOf(it), it }));
  const around = episodeAround(stretches, interval.started_at.toISOString());
  return around.length > 0 ? around.map(({ it }) => it) : [interval];
}

function firstContactOf(episode: readonly Interval[], interval: Interval): Date {
  const firsts = [interval, ...episode].map((it) => it.first_contact_at.getTime());
  return new Date(Math.min(...firsts));
}

/** The gaps that somebody has explained, with the reason. */
export function explainedGaps(steps: readonly StepRow[]): (Gap & { readonly reason: string })[] {
  return steps
    .filter((it) => it.kind === 'GAP_EXPLAINED')
    .map((it) => ({
      from: it.occurredAt.toISOString(),
      to: it.until?.toISOString() ?? null,
      reason: it.note,
    }));
}

function lastDone(steps: readonly StepRow[], asked: Asked | null): string | null {
  const times = steps.filter((it) => it.kind !== 'HELD_LONGER').map((it) => it.occurredAt.getTime());
  if (asked) times.push(asked.asked_at.getTime());
  return times.length > 0 ? new Date(Math.max(...times)).toISOString() : null;
}
