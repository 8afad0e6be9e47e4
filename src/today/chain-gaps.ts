/** A stretch in one custodian's care. `endsChain`: it ended in safety or in leaving, so what follows is no gap. */
export type Stretch = {
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly endsChain: boolean;
};

/** Time from first contact on in which nobody answered for the child; `to` is null while it lasts. */
export type Gap = { readonly from: string; readonly to: string | null };

const ms = (instant: string) => Date.parse(instant);

function byStart<S extends Stretch>(stretches: readonly S[]): S[] {
  return [...stretches].sort((a, b) => ms(a.startedAt) - ms(b.startedAt));
}

/** The gaps of a chain from first contact on, in order. Overlapping stretches cover together. */
export function gapsOf(stretches: readonly Stretch[], firstContact: string): Gap[] {
  const gaps: Gap[] = [];
  let covered: string | null = firstContact;
  let safe = false;
  for (const it of byStart(stretches)) {
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
