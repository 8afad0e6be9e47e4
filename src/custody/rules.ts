// The chain of custodians and its clock, without a database: the browser's lifeline and the server agree by sharing this.
import type { StaffRole } from '#platform/roles.ts';

/** A stretch in one custodian's care. `endsChain`: it ended in safety or in leaving, so what follows is no gap. */
export type Stretch = {
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly endsChain: boolean;
  /** Written down by the team that met the person. */
  readonly byTeam?: boolean;
};

/** Time from first contact on in which nobody answered for the child; `to` is null while it lasts. */
export type Gap = { readonly from: string; readonly to: string | null };

const ms = (instant: string) => Date.parse(instant);
const minute = 60_000;

function byStart<S extends Stretch>(stretches: readonly S[]): S[] {
  return [...stretches].sort((a, b) => ms(a.startedAt) - ms(b.startedAt));
}

/**
 * A default of ours: the team that meets a person writes the encounter down first, and that it answers for the person
 * some minutes later. It was there all along.
 */
const teamTakesInWithin = 15 * minute;

/** The gaps of a chain from first contact on, in order. Overlapping stretches cover together. */
export function gapsOf(stretches: readonly Stretch[], firstContact: string): Gap[] {
  const gaps: Gap[] = [];
  const inOrder = byStart(stretches);
  let covered: string | null = answeredFrom(inOrder[0], firstContact);
  let safe = false;
  for (const it of inOrder) {
    if (covered === null) break;
    if (ms(it.startedAt) > ms(covered)) {
      if (!safe) gaps.push({ from: covered, to: it.startedAt });
    } else if (it.endedAt !== null && ms(it.endedAt) <= ms(covered)) {
      // Ended before what is covered already: it adds nothing, but at the same instant a safe end still counts.
      if (ms(it.endedAt) === ms(covered)) safe ||= it.endsChain;
      continue;
    }
    covered = it.endedAt;
    safe = it.endsChain;
  }
  if (covered !== null && !safe) gaps.push({ from: covered, to: null });
  return gaps;
}

/** Since when somebody answers: first contact, or the start of what the team that was there wrote down soon after it. */
function answeredFrom(first: Stretch | undefined, contact: string): string {
  const later = first ? ms(first.startedAt) - ms(contact) : 0;
  return first?.byTeam && later > 0 && later <= teamTakesInWithin ? first.startedAt : contact;
}

/** The gaps for which nobody has given a reason yet. */
export function unexplained(gaps: readonly Gap[], explained: readonly Gap[]): Gap[] {
  const covers = (gap: Gap, by: Gap) =>
    gap.to !== null && by.to !== null && ms(by.from) <= ms(gap.from) && ms(by.to) >= ms(gap.to);
  return gaps.filter((gap) => !explained.some((it) => covers(gap, it)));
}

/** The stretches that belong together with the given moment: an episode ends when all of it ended and the last one ended the chain. */
export function episodeAround<S extends Stretch>(stretches: readonly S[], startedAt: string): S[] {
  const episodes: S[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  let safe = true;
  for (const it of byStart(stretches)) {
    if (safe && ms(it.startedAt) >= end) {
      episodes.push([]);
      end = Number.NEGATIVE_INFINITY;
    }
    episodes.at(-1)?.push(it);
    const itsEnd = it.endedAt === null ? Number.POSITIVE_INFINITY : ms(it.endedAt);
    if (itsEnd >= end) {
      end = itsEnd;
      safe = it.endsChain;
    }
  }
  return episodes.find((episode) => episode.some((it) => it.startedAt === startedAt)) ?? [];
}

/** Whether two stretches claim the same time. */
export function overlap(a: Stretch, b: Stretch): boolean {
  const startsBefore = (x: Stretch, y: Stretch) => y.endedAt === null || ms(x.startedAt) < ms(y.endedAt);
  const empty = (x: Stretch) => x.endedAt !== null && ms(x.endedAt) <= ms(x.startedAt);
  return !empty(a) && !empty(b) && startsBefore(a, b) && startsBefore(b, a);
}

/** Who says a complaint. */
export const complainants = ['child', 'family', 'staff', 'other'] as const;

/** Who reads and answers complaints addressed to their agency. */
export const complaintReaders = [
  'social_worker',
  'supervisor',
  'partner_desk',
  'coordinator',
] as const satisfies readonly StaffRole[];

/** The agencies at which somebody at work reads complaints, without the one that a complaint is about. */
export function readingAgencies<A extends { readonly agencyCode: string }>(
  agencies: readonly A[],
  colleagues: readonly { readonly agencyCode: string; readonly role: StaffRole }[],
  about: string,
): A[] {
  const roles: readonly StaffRole[] = complaintReaders;
  const reading = new Set(colleagues.filter((it) => roles.includes(it.role)).map((it) => it.agencyCode));
  return agencies.filter((it) => reading.has(it.agencyCode) && it.agencyCode !== about);
}

export const urgencies = ['young', 'hurt', 'unwell', 'at_risk'] as const;
export type Urgency = (typeof urgencies)[number];

export type HoldFacts = {
  /** It runs for children and for unknown age, under custodians who hold on the way to a safe place. */
  readonly runs: boolean;
  readonly firstContactAt: string;
  readonly urgencies: readonly Urgency[];
  readonly limitHours: number;
  readonly warnFromMinutes: number;
  /** When the last of the steps before a hand-over was done, if all are. */
  readonly readyAt: string | null;
  /** Reasons given for holding on, each until when. */
  readonly heldUntil: readonly string[];
};

export type Hold = {
  /** The latest moment, set by the city; not the norm. */
  readonly limitAt: string;
  /** From when on holding further needs a reason. */
  readonly reasonFrom: string;
  /** Until when a reason given covers; null when none does any more. */
  readonly coveredUntil: string | null;
};

/**
 * The clock of a child in custody. It runs from first contact, whoever holds the child now. A young, hurt or endangered
 * child goes at once; every other as soon as what the hand-over needs is done; the limit is the latest of all.
 */
export function holdOf(facts: HoldFacts): Hold | null {
  if (!facts.runs) return null;
  const first = ms(facts.firstContactAt);
  const warn = facts.warnFromMinutes * minute;
  const limit = first + facts.limitHours * 60 * minute;
  const candidates = [limit];
  if (facts.urgencies.length > 0) candidates.push(first + warn);
  if (facts.readyAt) candidates.push(Math.max(ms(facts.readyAt), first) + warn);
  const covered = Math.max(...facts.heldUntil.map(ms), Number.NEGATIVE_INFINITY);
  return {
    limitAt: iso(limit),
    reasonFrom: iso(Math.min(...candidates)),
    coveredUntil: Number.isFinite(covered) ? iso(covered) : null,
  };
}

const iso = (at: number) => new Date(at).toISOString();

/** Whether holding on at a moment needs a reason that nobody has given yet. */
export function reasonDue(hold: Hold, at: string): boolean {
  if (ms(at) < ms(hold.reasonFrom)) return false;
  return hold.coveredUntil === null || ms(hold.coveredUntil) < ms(at);
}

export type StepNeed = { readonly kind: string; readonly warns: boolean };
export type Next = { readonly what: string; readonly dueAt: string };

/** How long before its end a limit is near. */
export const nearLimit = 6 * 60 * minute;

/**
 * The next thing due for a child: the hand-over where the limit is near or past and no reason covers it; else the first
 * step that warns and is not done, by its hour; then the hand-over. Where no clock runs (`hold` null) a missing step of
 * the first hour is still due; null where none is asked, as of an adult.
 */
export function nextDue(
  needs: readonly StepNeed[],
  facts: {
    done: ReadonlySet<string>;
    firstContactAt: string;
    warnFromMinutes: number;
    hold: Hold | null;
    /** Whether a missing step is asked for where the person is. */
    asks: boolean;
    now: string;
  },
): Next | null {
  const { hold } = facts;
  if (!facts.asks) return null;
  const missing = needs.find((need) => need.warns && !facts.done.has(need.kind));
  const stepDue = iso(ms(facts.firstContactAt) + facts.warnFromMinutes * minute);
  if (!hold) return missing ? { what: missing.kind, dueAt: stepDue } : null;
  const covered = hold.coveredUntil !== null && ms(hold.coveredUntil) > ms(hold.reasonFrom);
  const handOver = covered && hold.coveredUntil ? hold.coveredUntil : hold.reasonFrom;
  if (!covered && ms(facts.now) >= ms(hold.limitAt) - nearLimit)
    return { what: 'HAND_OVER', dueAt: hold.limitAt };
  if (missing && ms(stepDue) <= ms(handOver)) return { what: missing.kind, dueAt: stepDue };
  return { what: 'HAND_OVER', dueAt: handOver };
}
