import type { CareStretch, Lifeline } from '#today/schema/lifeline.ts';
import { custodianLook } from '#web/custody/custodian-of.tsx';
import { fromInput, wallClock } from '#web/platform/format.ts';
import type { CustodianKind } from '#web/ui/custodian-tag.tsx';

/** A stretch of the band: in somebody's care, at home, in nobody's custody, or a gap. */
export type Segment = {
  readonly key: string;
  readonly look: CustodianKind;
  readonly from: number;
  /** Until now, while it lasts. */
  readonly to: number;
  readonly lasts: boolean;
  readonly care: CareStretch | null;
  /** Of a gap: why, or null while nobody has said it. */
  readonly explained: string | null;
  /** What the stretch before it ended with. */
  readonly after: CareStretch | null;
};

const at = (instant: string) => new Date(instant).getTime();

/** The whole band, oldest first: what was recorded, the gaps, and the time at home or away in between. */
export function segmentsOf(life: Lifeline): Segment[] {
  const now = at(life.now);
  const care = life.care.filter((it) => !it.setAside);
  const held = care.map(
    (it): Segment => ({
      key: it.custodyId,
      look: custodianLook(it.kind),
      from: at(it.from),
      to: it.to ? at(it.to) : now,
      lasts: it.to === null,
      care: it,
      explained: null,
      after: null,
    }),
  );
  const gaps = life.gaps.map(
    (it): Segment => ({
      key: `gap ${it.from}`,
      look: 'gap',
      from: at(it.from),
      to: it.to ? at(it.to) : now,
      lasts: it.to === null,
      care: null,
      explained: it.explained,
      after: null,
    }),
  );
  const known = [...held, ...gaps].sort((a, b) => a.from - b.from);
  return [...known, ...betweenOf(life, known, now)].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The time that no record covers, from the first encounter on: at home after a return, else in nobody's custody. */
function betweenOf(life: Lifeline, known: readonly Segment[], now: number): Segment[] {
  const first = [...life.met.map((it) => at(it.at)), ...known.map((it) => it.from)];
  if (first.length === 0 || life.sees.custody === 'none') return [];
  const found: Segment[] = [];
  let covered = Math.min(...first);
  let before: CareStretch | null = null;
  const fill = (to: number, lasts: boolean) => {
    if (to - covered < 60_000) return;
    const home = before?.endKind === 'HOME_WITH_PARENT';
    found.push({
      key: `between ${covered}`,
      look: home ? 'family' : 'none',
      from: covered,
      to,
      lasts,
      care: null,
      explained: null,
      after: before,
    });
  };
  for (const it of known) {
    if (it.from > covered) fill(it.from, false);
    covered = Math.max(covered, it.to);
    before = it.care ?? before;
  }
  fill(now, true);
  return found;
}

/** With the family now: after a return home, unless the child was met again since. */
export function homeNow(life: Lifeline): Segment | undefined {
  const last = segmentsOf(life).findLast((it) => it.lasts);
  const metSince = life.met.some((it) => at(it.at) > (last?.from ?? 0));
  return last?.look === 'family' && !metSince ? last : undefined;
}

/** A stretch of hours in which the child changed hands, drawn enlarged. */
export type Lens = { readonly from: number; readonly to: number; readonly segments: readonly Segment[] };

const hour = 3_600_000;
const short = 48 * hour;

/** The stretches in which the child changed hands within hours: short ones that follow each other, oldest first. */
export function lensesOf(segments: readonly Segment[]): Lens[] {
  const lenses: Segment[][] = [];
  let open: Segment[] | null = null;
  for (const it of segments) {
    const hours = it.look !== 'family' && it.look !== 'none' && it.to - it.from < short;
    if (!hours || it.to <= it.from) {
      if (it.to > it.from) open = null;
      continue;
    }
    if (!open) {
      open = [];
      lenses.push(open);
    }
    open.push(it);
  }
  return lenses.map((own) => ({
    from: own[0]?.from ?? 0,
    to: Math.max(...own.map((it) => it.to)),
    segments: own,
  }));
}

/** The child was met, numbered from the first; square: enforcement. */
export type Pin = {
  readonly number: number;
  readonly at: number;
  readonly square: boolean;
  readonly met: Lifeline['met'][number];
};

/** The encounters in the order of time. */
export function pinsOf(life: Lifeline): Pin[] {
  return life.met.map((met, index) => ({
    number: index + 1,
    at: at(met.at),
    square: met.approach === 'ENFORCEMENT',
    met,
  }));
}

/** How long nobody answered without anybody having said why, in milliseconds. */
export function unexplainedTime(segments: readonly Segment[]): number {
  return segments
    .filter((it) => it.look === 'gap' && it.explained === null)
    .reduce((sum, it) => sum + (it.to - it.from), 0);
}

/** Something still to come: the latest moment of a hold, a referral or line of the plan that is awaited, a visit. */
export type Ahead = { readonly key: string; readonly at: number } & (
  | { readonly kind: 'limit'; readonly care: CareStretch }
  | { readonly kind: 'service'; readonly service: Lifeline['services'][number] }
  | { readonly kind: 'visit'; readonly visit: Lifeline['visits'][number] }
);

/** The middle of a day of the city, which is where something due on that day is drawn. */
export function noonOf(day: string): number {
  return at(fromInput(`${day}T12:00`) ?? day);
}

/** Whether a day is over. */
export function isPast(day: string, life: Lifeline): boolean {
  return day < wallClock(life.now).date;
}

/** What is still to come, the nearest first. What is past its day is late, and no plan any more. */
export function aheadOf(life: Lifeline): Ahead[] {
  const now = at(life.now);
  // Due today stays ahead until the day is over, wherever its noon lies.
  const day = (due: string) => Math.max(noonOf(due), now);
  const limits = life.care.flatMap((care): Ahead[] =>
    care.limitAt !== null && at(care.limitAt) > now && !care.setAside
      ? [{ key: `limit ${care.custodyId}`, at: at(care.limitAt), kind: 'limit', care }]
      : [],
  );
  const services = life.services.flatMap((service): Ahead[] =>
    service.to === null && service.dueOn !== null && !service.late && !isPast(service.dueOn, life)
      ? [{ key: service.id, at: day(service.dueOn), kind: 'service', service }]
      : [],
  );
  const visits = life.visits.flatMap((visit): Ahead[] =>
    visit.doneAt === null && !isPast(visit.dueOn, life)
      ? [{ key: visit.visitId, at: day(visit.dueOn), kind: 'visit', visit }]
      : [],
  );
  return [...limits, ...services, ...visits].sort((a, b) => a.at - b.at);
}

/**
 * First and last moment of everything that is drawn, with a little room after the last. What is to come takes no more
 * room than the past needs, so that a visit in a year does not press the whole life into a corner.
 */
export function extentOf(life: Lifeline, segments: readonly Segment[]): { from: number; to: number } {
  const now = at(life.now);
  const begins = [
    ...life.met.map((it) => at(it.at)),
    ...segments.map((it) => it.from),
    ...life.marks.map((it) => at(it.at)),
    ...life.services.map((it) => at(it.from)),
  ];
  const first = Math.min(now - 24 * hour, ...begins);
  const span = now - first;
  const last = Math.max(now, ...aheadOf(life).map((it) => it.at));
  const future = Math.min(last - now, Math.max(span * 0.6, 7 * 24 * hour));
  return {
    from: first - span * 0.02,
    to: now + Math.max(future * 1.04 + span * 0.03, span * 0.06, 6 * hour),
  };
}
