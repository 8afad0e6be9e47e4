import { Type } from 'typebox';
import { followUpReaders } from '#meetings/access/follow-up.ts';
import { signMinutes, writeMinutes } from '#meetings/commands/minutes.ts';
import { readMinutes } from '#meetings/queries/minutes.ts';
import { MinutesAnswer } from '#meetings/schema/minutes.ts';
import { accepts, query, type Route } from '#platform/http/routes.ts';
import { Uuid } from '#platform/schemas.ts';

export const minutesRoutes: readonly Route[] = [
  query({
    path: '/meetings/:meetingId/minutes',
    summary: 'The minutes of a meeting; a draft only for its host',
    may: followUpReaders,
    input: Type.Object({ meetingId: Uuid }),
    result: MinutesAnswer,
    run: async (tx, viewer, { meetingId }) => ({ show: await readMinutes(tx, viewer, meetingId), audit: [] }),
  }),
  accepts(writeMinutes),
  accepts(signMinutes),
];
