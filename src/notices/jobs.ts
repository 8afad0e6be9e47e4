import { forget } from '#notices/jobs/forget.ts';
import { gather } from '#notices/jobs/gather.ts';
import { sendJob } from '#notices/jobs/queue.ts';
import { sendMessage } from '#notices/jobs/send.ts';
import type { Job } from '#platform/jobs/worker.ts';

/** Every background job of notices. */
export const jobs: readonly Job[] = [
  { name: 'gather-notices', everyMinute: true, run: gather },
  { name: sendJob, run: (context, { deliveryId }) => sendMessage(context, String(deliveryId)) },
  { name: 'forget-notices', nightly: '02:10', run: forget },
];
