import { expect, test } from 'vitest';
import {
  episodeAround,
  gapsOf,
  holdOf,
  nextDue,
  overlap,
  reasonDue,
  type Stretch,
  unexplained,
} from '#custody/rules.ts';

const day = Date.parse('2026-11-24T00:00:00Z');
const at = (minutes: number) => new Date(day + minutes * 60_000).toISOString();
const stretch = (from: number, to: number | null, endsChain = false): Stretch => ({
  startedAt: at(from),
  endedAt: to === null ? null : at(to),
  endsChain,
});

test('a chain from first contact on without a hole has no gap', () => {
  expect(gapsOf([stretch(0, 60), stretch(60, 120), stretch(120, null)], at(0))).toEqual([]);
});

test('time before the first custodian, between two, and after the last is a gap', () => {
  expect(gapsOf([stretch(10, 60), stretch(90, 120)], at(0))).toEqual([
    { from: at(0), to: at(10) },
    { from: at(60), to: at(90) },
    { from: at(120), to: null },
  ]);
  expect(gapsOf([], at(0))).toEqual([{ from: at(0), to: null }]);
});

test('nothing is missing once the child is safe, until it is met again', () => {
  expect(gapsOf([stretch(0, 60, true)], at(0))).toEqual([]);
  expect(gapsOf([stretch(0, 60, true), stretch(500, 600)], at(0))).toEqual([{ from: at(600), to: null }]);
});

// A small generator of our own: the same seed gives the same schedules on every machine.
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function randomStretches(random: () => number): Stretch[] {
  const count = Math.floor(random() * 7);
  return Array.from({ length: count }, () => {
    const from = Math.floor(random() * 200);
    const open = random() < 0.15;
    return stretch(from, open ? null : from + Math.floor(random() * 60), random() < 0.25);
  });
}

test('for any chain: gaps are in order, no minute of a gap is covered, and every minute that is in no gap is covered or follows a safe end', () => {
  for (let seed = 1; seed <= 2_000; seed++) {
    const random = randomFrom(seed);
    const stretches = randomStretches(random);
    const first = Math.floor(random() * 100);
    const gaps = gapsOf(stretches, at(first));
    const inGap = (minute: number) =>
      gaps.some((gap) => at(minute) >= gap.from && (gap.to === null || at(minute) < gap.to));
    const covered = (minute: number) =>
      stretches.some((it) => it.startedAt <= at(minute) && (it.endedAt === null || it.endedAt > at(minute)));
    // The minute after which nobody answers is safe when the last to answer before it ended the chain.
    const safeBefore = (minute: number) => {
      const ended = stretches.filter(
        (it) => it.endedAt !== null && it.endedAt <= at(minute) && it.endedAt >= at(first),
      );
      const last = ended
        .map((it) => it.endedAt ?? '')
        .sort()
        .at(-1);
      return ended.some((it) => it.endedAt === last && it.endsChain);
    };

    for (const [index, gap] of gaps.entries()) {
      if (gap.to !== null && gap.to <= gap.from) throw new Error(`seed ${seed}: empty gap`);
      const next = gaps[index + 1];
      if (next && (gap.to === null || next.from < gap.to)) throw new Error(`seed ${seed}: gaps out of order`);
    }
    for (let minute = first; minute < 320; minute++) {
      if (covered(minute) && inGap(minute))
        throw new Error(`seed ${seed}: minute ${minute} is covered and a gap`);
      if (!covered(minute) && !inGap(minute) && !safeBefore(minute))
        throw new Error(`seed ${seed}: minute ${minute} is lost`);
    }
  }
});

test('a team that takes in whom it met within a quarter of an hour leaves no gap; later, or anybody else, does', () => {
  const byTeam = (it: Stretch): Stretch => ({ ...it, byTeam: true });
  const ms = (milliseconds: number) => new Date(day + milliseconds).toISOString();
  const soon = { startedAt: ms(4), endedAt: null, endsChain: false };

  expect(gapsOf([byTeam(soon)], at(0))).toEqual([]);
  expect(gapsOf([byTeam(stretch(15, null))], at(0))).toEqual([]);
  expect(gapsOf([soon], at(0))).toEqual([{ from: at(0), to: ms(4) }]);
  expect(gapsOf([byTeam(stretch(16, null))], at(0))).toEqual([{ from: at(0), to: at(16) }]);
  expect(gapsOf([byTeam(stretch(0, 60)), byTeam(stretch(61, null))], at(0))).toEqual([
    { from: at(60), to: at(61) },
  ]);
});

test('the order in which the stretches are told changes nothing', () => {
  for (let seed = 1; seed <= 500; seed++) {
    const stretches = randomStretches(randomFrom(seed));
    expect(gapsOf([...stretches].reverse(), at(0))).toEqual(gapsOf(stretches, at(0)));
  }
});

test('a gap stays until all of it is explained', () => {
  const gaps = gapsOf([stretch(0, 60), stretch(90, null)], at(0));

  expect(unexplained(gaps, [{ from: at(60), to: at(80) }])).toEqual(gaps);
  expect(unexplained(gaps, [{ from: at(60), to: at(90) }])).toEqual([]);
  expect(unexplained([{ from: at(60), to: null }], [{ from: at(0), to: at(900) }])).toHaveLength(1);
});

test('an episode ends with a safe end, not with a hole', () => {
  const first = stretch(0, 60);
  const afterHole = stretch(90, 120, true);
  const later = stretch(500, null);
  const all = [first, afterHole, later];

  expect(episodeAround(all, at(90))).toEqual([first, afterHole]);
  expect(episodeAround(all, at(500))).toEqual([later]);
});

test('stretches that only touch do not overlap', () => {
  expect(overlap(stretch(0, 60), stretch(60, null))).toBe(false);
  expect(overlap(stretch(0, 61), stretch(60, null))).toBe(true);
  expect(overlap(stretch(30, 30), stretch(0, null))).toBe(false);
});

const facts = {
  runs: true,
  firstContactAt: at(0),
  urgencies: [],
  limitHours: 24,
  warnFromMinutes: 60,
  readyAt: null,
  heldUntil: [],
};

test('the clock runs from first contact: the limit is the latest, an urgent or ready child goes before', () => {
  expect(holdOf(facts)).toMatchObject({ limitAt: at(24 * 60), reasonFrom: at(24 * 60) });
  expect(holdOf({ ...facts, urgencies: ['young'] })?.reasonFrom).toBe(at(60));
  expect(holdOf({ ...facts, readyAt: at(100) })?.reasonFrom).toBe(at(160));
  expect(holdOf({ ...facts, runs: false })).toBeNull();
});

test('a reason covers until its time, then it is asked again', () => {
  const hold = holdOf({ ...facts, urgencies: ['hurt'], heldUntil: [at(120)] });
  if (!hold) throw new Error('a child has a clock');

  expect(reasonDue(hold, at(30))).toBe(false);
  expect(reasonDue(hold, at(90))).toBe(false);
  expect(reasonDue(hold, at(130))).toBe(true);
});

test('what is next: the first step that warns, then the hand-over', () => {
  const needs = [
    { kind: 'GUARDIAN_TOLD', warns: true },
    { kind: 'VIEWS_HEARD', warns: false },
  ];
  const hold = holdOf(facts);
  const asked = { firstContactAt: at(0), warnFromMinutes: 60, hold, asks: true, now: at(30) };

  expect(nextDue(needs, { ...asked, done: new Set() })).toEqual({ what: 'GUARDIAN_TOLD', dueAt: at(60) });
  expect(nextDue(needs, { ...asked, done: new Set(['GUARDIAN_TOLD']) })).toEqual({
    what: 'HAND_OVER',
    dueAt: at(24 * 60),
  });
  expect(nextDue(needs, { ...asked, asks: false, hold: null, done: new Set() })).toBeNull();
});

test('a limit that is near or past comes before a step that is missing, unless a reason covers it', () => {
  const needs = [{ kind: 'GUARDIAN_TOLD', warns: true }];
  const at26 = {
    firstContactAt: at(0),
    warnFromMinutes: 60,
    asks: true,
    now: at(26 * 60),
    done: new Set<string>(),
  };
  const covered = holdOf({ ...facts, heldUntil: [at(30 * 60)] });

  expect(nextDue(needs, { ...at26, hold: holdOf(facts) })).toEqual({ what: 'HAND_OVER', dueAt: at(24 * 60) });
  expect(nextDue(needs, { ...at26, now: at(17 * 60), hold: holdOf(facts) })?.what).toBe('GUARDIAN_TOLD');
  expect(nextDue(needs, { ...at26, now: at(19 * 60), hold: holdOf(facts) })?.what).toBe('HAND_OVER');
  expect(nextDue(needs, { ...at26, hold: covered })?.what).toBe('GUARDIAN_TOLD');
});

test('where no clock runs a step of the first hour stays due until it is done', () => {
  const needs = [{ kind: 'GUARDIAN_TOLD', warns: true }];
  const here = { firstContactAt: at(0), warnFromMinutes: 60, hold: null, asks: true, now: at(500) };

  expect(nextDue(needs, { ...here, done: new Set() })).toEqual({ what: 'GUARDIAN_TOLD', dueAt: at(60) });
  expect(nextDue(needs, { ...here, done: new Set(['GUARDIAN_TOLD']) })).toBeNull();
});
