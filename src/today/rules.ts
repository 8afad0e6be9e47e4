// How what needs somebody is put in order, and how a case climbs, without a database.
import { gapsOf } from '#custody/rules.ts';
import type { WorkingCalendar } from '#platform/calendar.ts';
import { workingTimeBetween } from '#platform/working-time.ts';

/** Something with a place in the order of clocks; the key settles what runs out at the same moment. */
export type Clocked = { readonly at: Date; readonly kind: string; readonly id: string };

/** The key that stands beside a moment in a cursor. */
export function keyOf(it: Clocked): string {
  return `${it.kind}:${it.id}`;
}

/** Several lists, each in the order of its clock, as one: what runs out first stands first, whatever it is. */
export function byClock<T extends Clocked>(lists: readonly (readonly T[])[]): T[] {
  const sign = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return lists.flat().sort((a, b) => a.at.getTime() - b.at.getTime() || sign(keyOf(a), keyOf(b)));
}

/** Whether something stands after the last row that was shown. */
export function comesAfter(
  it: Clocked,
  after: { readonly at: string; readonly key: string } | null,
): boolean {
  if (!after) return true;
  const at = it.at.toISOString();
  return at > after.at || (at === after.at && keyOf(it) > after.key);
}

const day = 24 * 60 * 60_000;

/** Whole working days of a running clock that are left, negative when it ran out; 0 when it is a matter of hours. */
export function workingDaysLeft(due: Date, now: Date, calendar: WorkingCalendar): number {
  const left = workingTimeBetween(now, due, { calendar });
  if (due >= now) return Math.floor(left / day);
  const past = Math.floor(workingTimeBetween(due, now, { calendar }) / day);
  return past === 0 ? 0 : -past;
}

/** Whether anything of this is late: its moment is past, and it has a limit whose clock runs. */
export function isLate(
  it: { due_at: Date | null; due_on: string | null; at: Date; paused: boolean },
  now: Date,
) {
  return !it.paused && (it.due_at !== null || it.due_on !== null) && it.at <= now;
}

/** Whether something stands still or waits for somebody else; what is late is always the viewer's, whoever it waits for. */
export function waitsForOthers(it: {
  readonly kind: string;
  readonly paused: boolean;
  readonly late: boolean;
}): boolean {
  return !it.late && (it.paused || it.kind === 'referralOut');
}

type Stretch = {
  readonly firstContact: string;
  readonly from: string;
  readonly to: string | null;
  readonly endsChain: boolean;
  readonly byTeam: boolean;
};
type Explained = { readonly from: string; readonly to: string | null; readonly explained: string };
type Gap = { readonly from: string; readonly to: string | null; readonly explained: string | null };

/**
 * The gaps of a whole life: chain by chain from its first contact, each closed at the latest by the first contact of the
 * next, with the reason somebody gave.
 */
export function gapsOfLife(care: readonly Stretch[], explained: readonly Explained[]): Gap[] {
  const chains = chainsOf(care);
  return chains.flatMap((chain, at) => {
    const next = firstOf(chains[at + 1] ?? []);
    const stretches = chain.map((it) => ({
      startedAt: it.from,
      endedAt: it.to,
      endsChain: it.endsChain,
      byTeam: it.byTeam,
    }));
    return gapsOf(stretches, firstOf(chain) ?? '').map((gap): Gap => {
      const to = gap.to ?? next;
      const why = explained.find((it) => it.from <= gap.from && it.to !== null && to !== null && it.to >= to);
      return { from: gap.from, to, explained: why?.explained ?? null };
    });
  });
}

/** The stretches that belong together: those that go back to one first contact. */
function chainsOf(care: readonly Stretch[]): Stretch[][] {
  const byContact = new Map<string, Stretch[]>();
  for (const it of [...care].sort((a, b) => (a.from < b.from ? -1 : 1)))
    byContact.set(it.firstContact, [...(byContact.get(it.firstContact) ?? []), it]);
  return [...byContact.values()].sort((a, b) => ((firstOf(a) ?? '') < (firstOf(b) ?? '') ? -1 : 1));
}

const firstOf = (chain: readonly Stretch[]) => chain[0]?.firstContact ?? null;
