import type { WorkingCalendar } from '#platform/calendar.ts';
import { addWorkingDays, dueAfterWorkingDays, workingTimeBetween } from '#platform/working-time.ts';

/** Where a disclosed value comes from: the sealed identity, the person row, or what the case said on the day of sending. */
type Disclosable = {
  readonly from: 'identity' | 'person' | 'case';
  /** A field that would name the child by itself goes only together with the name. */
  readonly needsName: boolean;
};

/** Everything a referral can show of a child, and nothing else. The list is short on purpose. */
export const disclosable = {
  name: { from: 'identity', needsName: false },
  age: { from: 'person', needsName: false },
  sex: { from: 'person', needsName: false },
  originArea: { from: 'person', needsName: false },
  kin: { from: 'identity', needsName: true },
  address: { from: 'identity', needsName: true },
  need: { from: 'case', needsName: false },
  riskLevel: { from: 'case', needsName: false },
  assessmentSummary: { from: 'case', needsName: false },
  ownWords: { from: 'case', needsName: false },
} as const satisfies Record<string, Disclosable>;
export type DisclosableField = keyof typeof disclosable;

export const disclosableFields = [
  'name',
  'age',
  'sex',
  'originArea',
  'kin',
  'address',
  'need',
  'riskLevel',
  'assessmentSummary',
  'ownWords',
] as const satisfies readonly DisclosableField[];

/** The disclosable fields that a referral keeps as they stood when it was sent. */
export const keptFields = ['need', 'riskLevel', 'assessmentSummary', 'ownWords'] as const;
export type KeptField = (typeof keptFields)[number];

/** The fields that are asked to be shown without the name they depend on. */
export function fieldsWithoutName(discloses: readonly DisclosableField[]): DisclosableField[] {
  if (discloses.includes('name')) return [];
  return discloses.filter((field) => disclosable[field].needsName);
}

type State = 'sent' | 'accepted' | 'declined' | 'completed' | 'withdrawn';
export const referralActs = ['accept', 'decline', 'complete', 'withdraw', 'pause', 'resume'] as const;
export type ReferralAct = (typeof referralActs)[number];

/** Whether a referral still waits for its agency. */
export function isOpen(state: State): boolean {
  return state === 'sent' || state === 'accepted';
}

/** Why an act does not fit the state of a referral, as a problem code; null when it fits. */
export function whyNot(act: ReferralAct, referral: { state: State; paused: boolean }): string | null {
  const { state, paused } = referral;
  if (!isOpen(state)) return 'referral-already-answered';
  switch (act) {
    case 'accept':
    case 'decline':
      return state === 'sent' ? null : 'referral-already-answered';
    case 'complete':
      return state === 'accepted' ? null : 'referral-not-accepted';
    case 'withdraw':
      return null;
    case 'pause':
      return paused ? 'referral-paused' : null;
    case 'resume':
      return paused ? null : 'referral-not-paused';
  }
}

/** Working days that the city gives for a duty: the duty's own, else the general number. */
export function clockDaysFor(dutyCode: string, byDuty: unknown, general: number): number {
  const own = byDuty && typeof byDuty === 'object' ? Object.entries(byDuty) : [];
  const days = own.find(([duty]) => duty === dutyCode)?.[1];
  return typeof days === 'number' && days >= 1 && days <= 60 ? days : general;
}

type Clock = {
  readonly sentAt: Date;
  readonly clockDays: number;
  readonly pauses: readonly { readonly from: Date; readonly to: Date }[];
};

/** When a referral is due, the time of its pauses left out, and when its breach becomes others' business too. */
export function dueOf(
  { sentAt, clockDays, pauses }: Clock,
  calendar: WorkingCalendar,
  escalateAfterDays: number,
): { dueAt: Date; escalatesAt: Date } {
  const dueAt = dueAfterWorkingDays(sentAt, clockDays, { calendar, pauses });
  if (!dueAt) throw new Error('a clock with an open pause has no due time');
  return { dueAt, escalatesAt: addWorkingDays(dueAt, escalateAfterDays, calendar) };
}

/** Working minutes until the due time, negative after it. A working day has 24 hours on this clock. */
export function minutesLeft(dueAt: Date, now: Date, calendar: WorkingCalendar): number {
  const late = now.getTime() > dueAt.getTime();
  const time = late
    ? -workingTimeBetween(dueAt, now, { calendar })
    : workingTimeBetween(now, dueAt, { calendar });
  return Math.round(time / 60_000);
}

/** Closed referrals are counted up to here: an exact number of thousands would cost more than it says. */
export const countedClosed = 100;
