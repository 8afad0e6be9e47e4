import { sql } from 'kysely';
import '#meetings/commands/follow-up-problems.ts';
import {
  type ActionAbility,
  actionAbilities,
  followUpReaders,
  minuteTakers,
  requireStanding,
} from '#meetings/access/follow-up.ts';
import { standingsTo } from '#meetings/queries/action.ts';
import { type FoundAction, findAction } from '#meetings/queries/follow-up.ts';
import { isClosed, whatReportLacks } from '#meetings/rules/follow-up.ts';
import {
  ActionChanged,
  type ActionState,
  CancelAction,
  EvidenceKept,
  KeepEvidence,
  ReopenAction,
  ReportAction,
} from '#meetings/schema/follow-up.ts';
import { command } from '#platform/commands.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { keepFile } from '#platform/files/files.ts';
import { problem } from '#platform/problems.ts';

const told = (act: string) => (input: { actionId: string }, result: ActionChanged) => ({
  act,
  on: { kind: 'action', id: input.actionId },
  detail: { state: result.state },
});

/** The agency that answers for an action says how far it is, and what stands in the way. */
export const reportAction = command({
  name: 'follow-up/report',
  summary: 'Report on an action of the own agency',
  may: followUpReaders,
  input: ReportAction,
  result: ActionChanged,
  audit: told('action.reported'),
  run: async (tx, viewer, input, sent) => {
    const row = await takeAction(tx, viewer, input.actionId, 'report');
    if (isClosed(row.state)) throw problem('action-closed');
    const lacks = whatReportLacks(input);
    if (lacks === 'obstacle') throw problem('report-without-obstacle', { field: 'obstacle' });
    if (lacks === 'progress') throw problem('report-progress', { field: 'progress' });
    return writeUpdate(tx, row, { ...input, at: sent.world.now() });
  },
});

/** Whoever called the meeting ends an action that is no longer wanted. */
export const cancelAction = command({
  name: 'follow-up/cancel',
  summary: 'Cancel an action, with a reason',
  may: minuteTakers,
  input: CancelAction,
  result: ActionChanged,
  audit: told('action.cancelled'),
  run: async (tx, viewer, { actionId, updateId, reason }, sent) => {
    const row = await takeAction(tx, viewer, actionId, 'cancel');
    if (isClosed(row.state)) throw problem('action-closed');
    const { progress } = row;
    return writeUpdate(tx, row, {
      updateId,
      state: 'cancelled',
      progress,
      text: reason,
      at: sent.world.now(),
    });
  },
});

/** Opens an action again: what was called done is not, as the meeting that looked at it found. */
export const reopenAction = command({
  name: 'follow-up/reopen',
  summary: 'Open again an action that was done or cancelled',
  may: minuteTakers,
  input: ReopenAction,
  result: ActionChanged,
  audit: told('action.reopened'),
  run: async (tx, viewer, { actionId, updateId, reason }, sent) => {
    const row = await takeAction(tx, viewer, actionId, 'reopen');
    if (!isClosed(row.state)) throw problem('action-open');
    const progress = Math.min(row.progress, 99);
    return writeUpdate(tx, row, {
      updateId,
      state: 'in_progress',
      progress,
      text: reason,
      at: sent.world.now(),
    });
  },
});

/** Keeps a file that shows what was done; the agencies that do it and help bring it. */
export const keepEvidence = command({
  name: 'follow-up/keep-evidence',
  summary: 'Add evidence to an action',
  may: followUpReaders,
  input: KeepEvidence,
  result: EvidenceKept,
  audit: (input) => ({
    act: 'action.evidence-kept',
    on: { kind: 'action', id: input.actionId },
    detail: { file: input.fileId },
  }),
  run: async (tx, viewer, { actionId, ...file }, { world }) => {
    const row = await takeAction(tx, viewer, actionId, 'addEvidence');
    if (row.state === 'cancelled') throw problem('action-closed');
    return keepFile(tx, world, { ...file, onKind: 'action', onId: actionId });
  },
});

type Update = {
  readonly updateId: string;
  readonly state: ActionState;
  readonly progress: number;
  readonly text: string;
  readonly obstacle?: string;
  readonly at: Date;
};

async function writeUpdate(tx: Tx, row: FoundAction, it: Update): Promise<ActionChanged> {
  const obstacle = it.obstacle ?? '';
  await sql`
    insert into action_updates (action_id, update_id, state, progress, text, obstacle, written_at)
    values (${row.action_id}, ${it.updateId}, ${it.state}, ${it.progress}, ${it.text}, ${obstacle}, ${it.at})`.execute(
    tx,
  );
  await sql`
    update actions
       set state = ${it.state}, progress = ${it.progress}, obstacle = ${obstacle}, updated_at = ${it.at},
           closed_at = ${isClosed(it.state) ? it.at : null}, version = version + 1
     where city = (select app.city()) and action_id = ${row.action_id}`.execute(tx);
  return { actionId: row.action_id, state: it.state, version: row.version + 1 };
}

/** Takes an adopted action for writing, held fast, as one who may do this with it. */
async function takeAction(
  tx: Tx,
  viewer: Viewer,
  actionId: string,
  ability: ActionAbility,
): Promise<FoundAction> {
  const seen = await findAction(tx, actionId);
  if (!seen) throw problem('not-found');
  requireStanding(viewer, standingsTo(viewer, seen), actionAbilities[ability]);
  // Who only helps may not change the action, and locks nothing.
  if (ability !== 'addEvidence')
    await sql`select 1 from actions where city = (select app.city()) and action_id = ${actionId} for update`.execute(
      tx,
    );
  const row = (await findAction(tx, actionId)) ?? seen;
  if (!row.adopted) throw problem('action-not-adopted');
  return row;
}
