import { Type } from 'typebox';
import { cityReaders } from '#indicators/access.ts';
import { followUpReaders } from '#meetings/access/follow-up.ts';
import { addAction, changeAction, dropAction } from '#meetings/commands/actions.ts';
import {
  adoptDecision,
  changeDecision,
  draftDecision,
  withdrawDecision,
} from '#meetings/commands/decisions.ts';
import { cancelAction, keepEvidence, reopenAction, reportAction } from '#meetings/commands/updates.ts';
import { openAction } from '#meetings/queries/action.ts';
import { listCarriedTo } from '#meetings/queries/carried.ts';
import { listDecisions } from '#meetings/queries/decisions.ts';
import { actionOf, countActions, listActions } from '#meetings/queries/follow-up.ts';
import { listOutcomes } from '#meetings/queries/outcomes.ts';
import { DecisionList } from '#meetings/schema/decisions.ts';
import { ActionList, ActionListQuery, ActionRecord, CarriedAction } from '#meetings/schema/follow-up.ts';
import { Outcomes } from '#meetings/schema/outcome.ts';
import { cityDate } from '#platform/calendar.ts';
import { readFile } from '#platform/files/files.ts';
import { accepts, printPage, query, type Route } from '#platform/http/routes.ts';
import { pageOf, readCursor } from '#platform/paging.ts';
import { Uuid } from '#platform/schemas.ts';

export const followUpRoutes: readonly Route[] = [
  query({
    path: '/follow-up',
    summary:
      'What meetings agreed is to be done, by its day; of the meetings and agencies open to the viewer',
    may: followUpReaders,
    input: ActionListQuery,
    result: ActionList,
    run: async (tx, viewer, input, world) => {
      const today = cityDate(world.now(), viewer.city.timeZone);
      const { show = 'open', whose = 'all', agency = null } = input;
      const asked = { show, whose, agency, today };
      const found = await listActions(tx, asked, readCursor(input.after, ['dueOn', 'actionId']));
      const page = pageOf(found, (row) => ({ dueOn: row.due_on ?? '', actionId: row.action_id }));
      const items = page.items.map((row) => actionOf(row, today));
      return { show: { items, next: page.next, counts: await countActions(tx, asked) }, audit: [] };
    },
  }),
  query({
    path: '/follow-up/:actionId',
    summary: 'One action with what was reported on it',
    may: followUpReaders,
    input: Type.Object({ actionId: Uuid }),
    result: ActionRecord,
    run: async (tx, viewer, { actionId }, world) => {
      const today = cityDate(world.now(), viewer.city.timeZone);
      return { show: await openAction(tx, viewer, { actionId, today }), audit: [] };
    },
  }),
  printPage({
    path: '/follow-up/:actionId/evidence/:fileId',
    summary: 'Evidence of an action, as the file it is',
    may: followUpReaders,
    input: Type.Object({ actionId: Uuid, fileId: Uuid }),
    run: async (tx, viewer, { actionId, fileId }, world) => {
      await openAction(tx, viewer, { actionId, today: cityDate(world.now(), viewer.city.timeZone) });
      return {
        show: await readFile(tx, world, { fileId, onKind: 'action', onId: actionId }),
        audit: [
          { act: 'action.evidence-read', on: { kind: 'action', id: actionId }, detail: { file: fileId } },
        ],
      };
    },
  }),
  query({
    path: '/meetings/:meetingId/carried',
    summary: 'What a meeting takes over from the one it follows, as it stood then and now',
    may: followUpReaders,
    input: Type.Object({ meetingId: Uuid }),
    result: Type.Object({ items: Type.Array(CarriedAction) }),
    run: async (tx, viewer, { meetingId }, world) => {
      const today = cityDate(world.now(), viewer.city.timeZone);
      return { show: { items: await listCarriedTo(tx, { meetingId, today }) }, audit: [] };
    },
  }),
  query({
    path: '/meetings/:meetingId/decisions',
    summary: 'What a meeting decided, and what follows from it; drafts only for its host',
    may: followUpReaders,
    input: Type.Object({ meetingId: Uuid }),
    result: DecisionList,
    run: async (tx, viewer, { meetingId }, world) => {
      const today = cityDate(world.now(), viewer.city.timeZone);
      return { show: await listDecisions(tx, viewer, { meetingId, today }), audit: [] };
    },
  }),
  query({
    path: '/meetings/:meetingId/outcomes',
    summary:
      'Did it work? Each decision’s figure before and now, what it is compared with, and what may be said',
    may: cityReaders,
    input: Type.Object({ meetingId: Uuid }),
    result: Outcomes,
    run: async (tx, viewer, { meetingId }, world) => {
      const today = cityDate(world.now(), viewer.city.timeZone);
      return { show: { items: await listOutcomes(tx, viewer, { meetingId, today }) }, audit: [] };
    },
  }),
  accepts(draftDecision),
  accepts(changeDecision),
  accepts(addAction),
  accepts(changeAction),
  accepts(dropAction),
  accepts(adoptDecision),
  accepts(withdrawDecision),
  accepts(reportAction),
  accepts(keepEvidence),
  accepts(cancelAction),
  accepts(reopenAction),
];
