import { writeCompanions } from '#persons/met-before/companions.ts';
import { asService } from '#platform/database/service.ts';
import type { Job } from '#platform/jobs/worker.ts';

/** Counts each night how common names and other marks are, so that an agreement on a rare one tells more. */
const countMatchShares: Job = {
  name: 'count-match-shares',
  nightly: '01:20',
  run: async ({ jobs, city }) => {
    await asService(jobs, { city, purpose: 'jobs' }, (client) =>
      client.query('select app.count_match_shares()'),
    );
  },
};

/** Before the shares are counted, so that they count companions too. */
const findCompanions: Job = {
  name: 'find-companions',
  nightly: '01:00',
  run: async (context) => {
    await writeCompanions(context);
  },
};

export const jobs: readonly Job[] = [findCompanions, countMatchShares];
