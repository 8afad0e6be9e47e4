// What fits the custodian that was chosen. A field that is no longer asked must not be sent with what was typed there before.
import type { Agency } from '#agencies/schema.ts';
import type { Lists } from '#web/platform/lists.ts';

type Placed = Pick<Agency, 'agencyCode' | 'kind'>;

/** The kinds of agencies that such a custodian can be; none where the city's list names none: then it is the own agency. */
export function agencyKindsOf(words: Pick<Lists, 'code'>, custodianKind: string): string[] {
  const kinds = words.code('custodian_kind', custodianKind)?.extra.agencyKinds;
  return Array.isArray(kinds) ? kinds.map(String) : [];
}

/** The agencies that such a custodian can be. */
export function agenciesFitting<Its extends Placed>(
  agencies: readonly Its[] | undefined,
  words: Pick<Lists, 'code'>,
  custodianKind: string,
): Its[] {
  const kinds = agencyKindsOf(words, custodianKind);
  return (agencies ?? []).filter((it) => kinds.includes(it.kind));
}

/** The words by which a facility meant for others is reasoned. */
export type FacilityWords = { facilityReason: string; facilityNote: string; policeReference: string };

/** The same where they are asked, else none. */
export function facilityWordsIf(asks: boolean, words: FacilityWords): FacilityWords {
  const { facilityReason, facilityNote, policeReference } = words;
  return asks
    ? { facilityReason, facilityNote, policeReference }
    : { facilityReason: '', facilityNote: '', policeReference: '' };
}

/** Puts into a form what differs from what it holds. */
export function fill<Values extends object>(
  form: {
    values: Values;
    set: <Name extends keyof Values & string>(name: Name, value: Values[Name]) => void;
  },
  next: Values,
) {
  for (const name of Object.keys(next) as (keyof Values & string)[])
    if (next[name] !== form.values[name]) form.set(name, next[name]);
}
