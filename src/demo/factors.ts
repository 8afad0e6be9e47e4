// Which factors an assessment of the demonstration finds, in the shares that studies of the coast report: poverty first.

import type { Factor } from './events.ts';
import type { Child } from './people.ts';
import type { Scene } from './scene.ts';
import { evidence } from './texts.ts';

type Known = Readonly<{ code: string; side: Factor['side']; level: Factor['level']; weight: number }>;

const common: readonly Known[] = [
  { code: 'E01', side: 'external', level: 'micro', weight: 22 },
  { code: 'E06', side: 'external', level: 'meso', weight: 16 },
  { code: 'E04', side: 'external', level: 'micro', weight: 12 },
  { code: 'E02', side: 'external', level: 'micro', weight: 9 },
  { code: 'E07', side: 'external', level: 'meso', weight: 9 },
  { code: 'E05', side: 'external', level: 'micro', weight: 8 },
  { code: 'E09', side: 'external', level: 'meso', weight: 6 },
  { code: 'E11', side: 'external', level: 'macro', weight: 4 },
  { code: 'E08', side: 'external', level: 'micro', weight: 4 },
  { code: 'E03', side: 'external', level: 'micro', weight: 3 },
  { code: 'E10', side: 'external', level: 'meso', weight: 2 },
  { code: 'E14', side: 'external', level: 'meso', weight: 2 },
  { code: 'ME04', side: 'external', level: 'meso', weight: 3 },
  { code: 'ME09', side: 'external', level: 'meso', weight: 2 },
  { code: 'MA03', side: 'external', level: 'macro', weight: 3 },
  { code: 'MA05', side: 'external', level: 'macro', weight: 4 },
  { code: 'MI04', side: 'external', level: 'micro', weight: 3 },
  { code: 'I08', side: 'internal', level: 'micro', weight: 13 },
  { code: 'I07', side: 'internal', level: 'micro', weight: 8 },
  { code: 'I06', side: 'internal', level: 'micro', weight: 7 },
  { code: 'I02', side: 'internal', level: 'micro', weight: 6 },
  { code: 'I09', side: 'internal', level: 'micro', weight: 5 },
  { code: 'I12', side: 'internal', level: 'micro', weight: 3 },
  { code: 'I01', side: 'internal', level: 'micro', weight: 3 },
];

/** Two to five factors, each with who said it and a short piece of evidence. */
export function factorsOf(scene: Scene, child: Child): Factor[] {
  const { random } = scene;
  const choices = common.map(
    (one) => [one, one.code === 'E11' && child.origin ? one.weight * 4 : one.weight] as const,
  );
  const chosen = new Map<string, Known>();
  const wanted = random.int(2, 5);
  while (chosen.size < wanted) {
    const one = random.weighted(choices);
    chosen.set(one.code, one);
  }
  return [...chosen.values()].map(({ code, side, level }) => ({
    code,
    side,
    level,
    saidBy: random.weighted([
      ['child', side === 'internal' ? 6 : 3] as const,
      ['worker', 4] as const,
      ['family', 3] as const,
    ]),
    evidence: evidence[code] ?? '',
  }));
}
