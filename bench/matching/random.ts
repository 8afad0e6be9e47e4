/** A stream of numbers that is the same for the same seed, on every machine. */
export type Random = {
  readonly next: () => number;
  readonly chance: (share: number) => boolean;
  readonly below: (limit: number) => number;
  readonly between: (least: number, most: number) => number;
  readonly oneOf: <T>(list: readonly [T, ...T[]]) => T;
};

/** Small fast counting generator (sfc32), warmed up. */
export function randomFrom(seed: number): Random {
  let a = 0x9e3779b9 ^ seed;
  let b = 0x243f6a88;
  let c = 0xb7e15162 + seed;
  let count = 1;
  const next = () => {
    const sum = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let warm = 0; warm < 15; warm += 1) next();
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    chance: (share) => next() < share,
    below,
    between: (least, most) => least + below(most - least + 1),
    oneOf: (list) => list[below(list.length)] ?? list[0],
  };
}

/** Draws by Zipf's law: the item at rank r is drawn in proportion to 1 / (r + shift) ** steepness. */
export function zipf<T>(
  list: readonly [T, ...T[]],
  shape: { readonly steepness: number; readonly shift: number },
) {
  const sums: number[] = [];
  let total = 0;
  for (let rank = 0; rank < list.length; rank += 1) {
    total += 1 / (rank + 1 + shape.shift) ** shape.steepness;
    sums.push(total);
  }
  return (random: Random): T => {
    const at = random.next() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return list[low] ?? list[0];
  };
}
