// Two statements about one person's custodian: which compete, and what follows when a person says which one stands.
import { overlap, type Stretch } from '#custody/rules.ts';

export type StatedStretch = Stretch & { readonly custodyId: string; readonly disputed: boolean };
export type StatedHandover = {
  readonly handoverId: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly at: string;
  readonly endKind: string | null;
  readonly disputed: boolean;
};

/** A claim is a stretch of custody, or a hand-over after which nobody of ours was custodian. */
const claimOf = (it: StatedHandover) => it.to ?? it.handoverId;

/** The claims among which somebody has to choose: those in dispute and those they compete with. */
export function competing(
  stretches: readonly StatedStretch[],
  handovers: readonly StatedHandover[],
): Set<string> {
  const claims = new Set<string>();
  for (const a of stretches)
    for (const b of stretches)
      if (a !== b && overlap(a, b)) {
        claims.add(a.custodyId);
        claims.add(b.custodyId);
      }
  for (const it of stretches) if (it.disputed) claims.add(it.custodyId);
  for (const it of handovers.filter((one) => one.disputed)) {
    for (const rival of rivalsOf(it, handovers)) claims.add(claimOf(rival));
    claims.add(claimOf(it));
    // Both statements agree on whom the child came from: that is not what is in question.
    const from = stretches.find((one) => one.custodyId === it.from);
    if (from && !from.disputed && rivalsOf(it, handovers).length > 0) claims.delete(from.custodyId);
  }
  return claims;
}

function rivalsOf(it: StatedHandover, handovers: readonly StatedHandover[]): StatedHandover[] {
  if (!it.from) return [];
  return handovers.filter((one) => one.from === it.from && one.handoverId !== it.handoverId);
}

/** Every stretch that began by these hand-overs, or by what followed from them. */
function descendants(from: readonly StatedHandover[], handovers: readonly StatedHandover[]): Set<string> {
  const found = new Set<string>();
  const waiting = from.flatMap((it) => (it.to ? [it.to] : []));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    for (const it of handovers) if (it.from === next && it.to) waiting.push(it.to);
  }
  return found;
}

export type Decision = {
  /** Stretches that are kept and say nothing any more. */
  readonly setAside: string[];
  /** Stretches that now end at another time. */
  readonly ended: { readonly custodyId: string; readonly at: string; readonly endKind: string | null }[];
  readonly handoversSetAside: string[];
  readonly handoverStands: string | null;
};

/** What follows when one claim stands: what it overlaps is cut short at its start or set aside, its rivals with all that came of them too. */
export function decide(
  stretches: readonly StatedStretch[],
  handovers: readonly StatedHandover[],
  standsId: string,
): Decision {
  const chosen = stretches.find((it) => it.custodyId === standsId);
  const act = handovers.find((it) => claimOf(it) === standsId);
  const rivals = act ? rivalsOf(act, handovers) : [];
  const over = chosen ? stretches.filter((it) => it !== chosen && overlap(it, chosen)) : [];
  const startsEarlier = (it: StatedStretch) =>
    chosen !== undefined && Date.parse(it.startedAt) < Date.parse(chosen.startedAt);
  const aside = new Set([
    ...over.filter((it) => !startsEarlier(it)).map((it) => it.custodyId),
    ...descendants(rivals, handovers),
  ]);
  aside.delete(standsId);
  if (act?.from) aside.delete(act.from);
  const cut = over.filter(
    (it) => startsEarlier(it) && !aside.has(it.custodyId) && it.custodyId !== act?.from,
  );
  return {
    setAside: [...aside],
    ended: [
      ...(act?.from ? [{ custodyId: act.from, at: act.at, endKind: act.endKind }] : []),
      ...cut.map((it) => ({ custodyId: it.custodyId, at: chosen?.startedAt ?? it.startedAt, endKind: null })),
    ],
    handoversSetAside: handovers
      .filter((it) => it !== act && (rivals.includes(it) || (it.to !== null && aside.has(it.to))))
      .map((it) => it.handoverId),
    handoverStands: act?.handoverId ?? null,
  };
}
