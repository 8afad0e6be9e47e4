/** What an action says of who does it and until when, as far as a draft says it. */
export type Planned = {
  readonly number: string;
  readonly responsibleAgency: string | null;
  readonly dueOn: string | null;
};
export type Missing = { readonly what: 'action' | 'owner' | 'day' | 'dayGone'; readonly number: string };

/**
 * What keeps a decision from being adopted: it needs an action, and each of its actions an agency that answers for it
 * and a day that is still to come.
 */
export function missingFor(actions: readonly Planned[], today: string): Missing[] {
  if (actions.length === 0) return [{ what: 'action', number: '' }];
  return actions.flatMap(({ number, responsibleAgency, dueOn }): Missing[] => [
    ...(responsibleAgency === null ? [{ what: 'owner' as const, number }] : []),
    ...(dueOn === null ? [{ what: 'day' as const, number }] : []),
    ...(dueOn !== null && dueOn < today ? [{ what: 'dayGone' as const, number }] : []),
  ]);
}
