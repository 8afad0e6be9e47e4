// Who takes a person over at the end of a custody. The browser asks the same, to show what the end will need.

/** An agency with its own custodian, a person who is no custodian of ours, or nobody. */
export type Receiving = 'agency' | 'person' | 'nobody';

/** What the city's list says of an end: `to` names a kind of custodian, `receiver` a person. */
export function receivingOf(extra: Readonly<Record<string, unknown>>): Receiving {
  if (typeof extra.to === 'string') return 'agency';
  return typeof extra.receiver === 'string' ? 'person' : 'nobody';
}

type KinLabel = { readonly code: string; readonly id: string; readonly en: string };

/** The kinship that a stated relation is, by its code or in words of either language; null for an office, or none. */
export function kinshipOf(relation: string | undefined, kin: readonly KinLabel[]): string | null {
  const plain = (text: string) => text.trim().toLocaleLowerCase('id');
  const said = plain(relation ?? '');
  return kin.find((it) => [it.code, it.id, it.en].some((word) => plain(word) === said))?.code ?? null;
}

/**
 * Whether a child goes with a private person, whatever the end is called: then whom it fears was asked of it alone, and
 * the one who came is compared with the answers. A relative who receives in the name of an agency is still that relative.
 */
export function goesWithSomeone(receiving: Receiving, kinship: string | null): boolean {
  return receiving === 'person' || kinship !== null;
}
