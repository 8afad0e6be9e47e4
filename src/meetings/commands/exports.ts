import '#meetings/commands/document-problems.ts';
import { sql } from 'kysely';
import { namesInAttendance, namesInvited } from '#meetings/queries/documents/attendance.ts';
import { requireHost } from '#meetings/queries/documents/meeting.ts';
import { listLetters } from '#meetings/queries/documents/paper.ts';
import { writers } from '#meetings/queries/documents/writers.ts';
import { exportRoles, openExport } from '#meetings/queries/exports.ts';
import { type ExportKind, needsSecondPerson } from '#meetings/rules/documents.ts';
import { AllowExport, AskExport, ExportResult, RefuseExport } from '#meetings/schema/exports.ts';
import { command, type Sent } from '#platform/commands.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';

const namesOf: Record<ExportKind, (tx: Tx, meetingId: string) => Promise<number>> = {
  INVITATIONS: namesInvited,
  INVITATION_LIST: namesInvited,
  ATTENDANCE: namesInAttendance,
};

/** Asks for a file that names people: made at once when they are few, else once another person allows it. */
export const askExport = command({
  name: 'exports/ask',
  summary: 'Ask for a file that names people',
  may: ['coordinator', 'supervisor', 'social_worker'],
  input: AskExport,
  result: ExportResult,
  audit: (input, result) => ({
    act: 'export.asked',
    on: { kind: 'meeting', id: input.meetingId },
    detail: { export: input.exportId, kind: input.kind, names: result.names },
  }),
  run: async (tx, viewer, input, { world }) => {
    const { exportId, meetingId, kind, purpose } = input;
    const meeting = await requireHost(tx, viewer, meetingId);
    const missing = await writers.INVITATION.missing(tx, meeting);
    if (missing) throw problem(missing, { field: 'kind' });
    if (kind === 'INVITATIONS' && (await listLetters(tx, meetingId, 'INVITATION')).length === 0)
      throw problem('letter-not-issued', { field: 'kind' });
    const names = await namesOf[kind](tx, meetingId);
    const state: ExportResult['state'] = needsSecondPerson(names) ? 'asked' : 'queued';
    await sql`
      insert into exports (export_id, meeting_id, kind, names, purpose, state, locale, asked_at)
      values (${exportId}, ${meetingId}, ${kind}, ${names}, ${purpose}, ${state}, ${viewer.locale}, ${world.now()})`.execute(
      tx,
    );
    if (state === 'queued') await enqueue(tx, exportId);
    return { exportId, state, names };
  },
});

/** A second person allows it: nobody allows what they asked for themselves. */
export const allowExport = command({
  name: 'exports/allow',
  summary: 'Allow a file with more than 50 names that somebody else asked for',
  may: exportRoles,
  input: AllowExport,
  result: ExportResult,
  audit: (input) => ({ act: 'export.allowed', on: { kind: 'export', id: input.exportId } }),
  run: async (tx, viewer, input, sent) => {
    const result = await decide(tx, viewer, sent, { ...input, state: 'queued', reason: '' });
    await enqueue(tx, input.exportId);
    return result;
  },
});

/** The second person says no, and why. */
export const refuseExport = command({
  name: 'exports/refuse',
  summary: 'Refuse a file with names that somebody else asked for',
  may: exportRoles,
  input: RefuseExport,
  result: ExportResult,
  audit: (input) => ({ act: 'export.refused', on: { kind: 'export', id: input.exportId } }),
  run: (tx, viewer, input, sent) => decide(tx, viewer, sent, { ...input, state: 'refused' }),
});

type Decision = { readonly exportId: string; readonly state: 'queued' | 'refused'; readonly reason: string };

async function decide(
  tx: Tx,
  viewer: Viewer,
  { world }: Sent,
  { exportId, state, reason }: Decision,
): Promise<ExportResult> {
  const found = await openExport(tx, viewer, exportId);
  if (found.state !== 'asked') throw problem('export-decided');
  if (!found.abilities.includes('allow')) throw problem('export-own');
  const done = await sql`
    update exports
       set state = ${state}, decided_by = ${viewer.staffId}, decided_at = ${world.now()}, decide_reason = ${reason}
     where city = (select app.city()) and export_id = ${exportId} and state = 'asked'`.execute(tx);
  if (done.numAffectedRows !== 1n) throw problem('export-decided');
  return { exportId, state, names: found.names };
}

async function enqueue(tx: Tx, exportId: string): Promise<void> {
  await sql`select jobs.enqueue('make-export', ${JSON.stringify({ exportId })}::json, now(), ${exportId})`.execute(
    tx,
  );
}
