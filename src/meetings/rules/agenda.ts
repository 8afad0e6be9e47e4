/** Fewer encounters than this are no hot spot, however few there were before. */
export const fewestForHotSpot = 6;

/**
 * Whether a place has become a hot spot: clearly more encounters than in the same months a year before. Clearly is
 * more than chance makes of counts, twice the standard error of their difference, as on the board (src/indicators/rules.ts).
 */
export function isHotSpot(now: number, before: number): boolean {
  return now >= fewestForHotSpot && now - before > 2 * Math.sqrt(now + before);
}

/** Of a share or of hours whether it misses the city's target; of fewer than twenty nothing is said. */
export function missesTarget(
  figure: { readonly value: number | null; readonly of: number },
  target: { readonly value: number; readonly wants: 'more' | 'less' },
): boolean {
  if (figure.value === null || figure.of < 20) return false;
  return target.wants === 'more' ? figure.value < target.value : figure.value > target.value;
}
