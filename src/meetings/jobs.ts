import { jobs as escalationJobs } from '#meetings/jobs/escalation.ts';
import { jobs as exportJobs } from '#meetings/jobs/exports.ts';
import { jobs as noticeJobs } from '#meetings/jobs/notices.ts';
import type { Job } from '#platform/jobs/worker.ts';

/** Every background job of meetings, noun by noun. */
export const jobs: readonly Job[] = [...exportJobs, ...escalationJobs, ...noticeJobs];
