/** A programme that goes on, or a cohort that begins and ends together. */
export const kinds = ['ONGOING', 'COHORT'] as const;
export const programmeStates = ['planned', 'running', 'ended', 'cancelled'] as const;
export type ProgrammeState = (typeof programmeStates)[number];
export const presences = ['present', 'absent', 'excused', 'left_early'] as const;
export type Presence = (typeof presences)[number];
export const says = {
  child: ['agrees', 'refuses', 'not_asked'],
  guardian: ['agrees', 'refuses', 'not_reached', 'none'],
} as const;
/** When it is looked how a child fares: at the end, and with the visits of aftercare. */
export const monthsAfter = [0, 3, 6, 12] as const;

/**
 * What the yearly coaching was like where it is on record (20 to 25 children, 6 to 10 days; press 2017 to 2024). No law
 * says so: outside of it the screen asks, and nothing is refused.
 */
export const usualCohort = { children: { least: 20, most: 25 }, days: { least: 6, most: 10 } } as const;

type Period = { readonly startsOn: string; readonly endsOn: string | null };

/** What a programme is on a day of the city. */
export function stateOn(it: Period & { readonly cancelled: boolean }, day: string): ProgrammeState {
  if (it.cancelled) return 'cancelled';
  if (it.startsOn > day) return 'planned';
  return it.endsOn !== null && it.endsOn < day ? 'ended' : 'running';
}

/** How many days a programme lasts, first and last included. */
export function daysOf({ startsOn, endsOn }: Period): number | null {
  if (endsOn === null) return null;
  return Math.round((Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000) + 1;
}

export type CohortWarning = 'children' | 'days';

/** In what a cohort is unlike those on record. */
export function unusualIn(
  it: Period & { readonly kind: string; readonly capacity: number | null },
): CohortWarning[] {
  if (it.kind !== 'COHORT') return [];
  const days = daysOf(it);
  const outside = (n: number | null, { least, most }: { least: number; most: number }) =>
    n !== null && (n < least || n > most);
  return [
    ...(outside(it.capacity, usualCohort.children) ? (['children'] as const) : []),
    ...(outside(days, usualCohort.days) ? (['days'] as const) : []),
  ];
}

/** Whether two said yes; without the child's word nobody takes part. */
export function takesPart(childSays: string, guardianSays: string): boolean {
  return childSays === 'agrees' && guardianSays !== 'refuses';
}

type Offer = {
  readonly leg: string;
  readonly purpose: string;
  readonly ownerAgency: string;
  readonly areas: readonly string[];
};

/** Whether a programme reaches a kecamatan: it covers the whole city, the kecamatan, or one of its kelurahan. */
export function covers(offer: Pick<Offer, 'areas'>, district: string): boolean {
  return offer.areas.length === 0 || offer.areas.some((code) => code.slice(0, 8) === district);
}

/** The legs that nothing covers in a kecamatan. */
export function missingLegs(offers: readonly Offer[], district: string, legs: readonly string[]): string[] {
  const here = new Set(offers.filter((it) => covers(it, district)).map((it) => it.leg));
  return legs.filter((leg) => !here.has(leg));
}

/** Same leg and purpose in one kecamatan by more than one owner; those of the whole city overlap everywhere and are left out. */
export function overlapsIn(offers: readonly Offer[], district: string) {
  const owners = new Map<string, Set<string>>();
  for (const it of offers) {
    if (it.areas.length === 0 || !covers(it, district)) continue;
    const key = `${it.leg} ${it.purpose}`;
    owners.set(key, (owners.get(key) ?? new Set()).add(it.ownerAgency));
  }
  return [...owners].flatMap(([key, found]) => {
    const [leg = '', purpose = ''] = key.split(' ');
    return found.size > 1 ? [{ leg, purpose, owners: [...found].sort() }] : [];
  });
}
