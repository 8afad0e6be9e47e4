import { foldAll } from '#indicators/fold.ts';
import type { Job } from '#platform/jobs/worker.ts';

export const jobs: readonly Job[] = [
  {
    name: 'indicators-fold',
    everyMinute: true,
    run: async ({ jobs: pool, city }) => {
      await foldAll(pool, city);
    },
  },
];
