import { sql } from 'kysely';
import { planners } from '#operations/access.ts';
import { listBasesOf, listUnaccounted } from '#operations/queries.ts';
import { isValidOn } from '#operations/rules.ts';
import { AddTeamMember, OperationAct, OperationResult } from '#operations/schema.ts';
import { cityDate } from '#platform/calendar.ts';
import { command } from '#platform/commands.ts';
import { constraintsOf } from '#platform/database/constraints.ts';
import { problem, problemsOf } from '#platform/problems.ts';
import { requireWritten, takeOperation } from './take.ts';

problemsOf({
  'legal-basis-ended': {
    status: 409,
    id: 'Tidak berlaku pada hari operasi dimulai: {numbers}. Lewat Ubah rencana, pilih tanggal dan dasar hukum yang berlaku, lalu mulai.',
    en: 'Not valid on the day the operation starts: {numbers}. Through Change the plan, choose a date and a legal basis that is valid, then start.',
  },
  'operation-unaccounted': {
    status: 409,
    id: 'Belum dapat ditutup: masih ada anak tanpa penjaga dan tanpa catatan di tempat.',
    en: 'It cannot be closed yet: a child has neither a custodian nor an outcome on the spot.',
  },
});
constraintsOf({ operation_unaccounted: { code: 'operation-unaccounted' } });

const runners = ['field_officer', 'custody_desk', 'social_worker', 'supervisor'] as const;
const told = (act: string) => (input: { operationId: string }) => ({
  act,
  on: { kind: 'operation', id: input.operationId },
});

/** Begins a planned operation: from now on its team reaches those it meets. */
export const startOperation = command({
  name: 'operations/start',
  summary: 'Start an operation',
  may: runners,
  input: OperationAct,
  result: OperationResult,
  audit: told('operation.started'),
  run: async (tx, viewer, { operationId }, sent) => {
    const { version } = await takeOperation(tx, viewer, operationId, { ability: 'start' });
    // Planned for the last day of a law, or its law retired since: nobody is met under a law that has ended.
    const day = cityDate(sent.occurredAt, viewer.city.timeZone);
    const ended = (await listBasesOf(tx, operationId)).filter((basis) => !isValidOn(basis, day));
    if (ended.length > 0)
      throw problem('legal-basis-ended', {
        field: 'legalBases',
        bases: ended.map((basis) => basis.legalBasisId),
        numbers: ended.map((basis) => basis.number).join(', '),
        day,
      });
    const done = await sql`
      update operations
         set state = 'under_way', started_at = ${sent.occurredAt}, started_by = app.viewer_staff(), version = version + 1
       where city = (select app.city()) and operation_id = ${operationId} and version = ${version}`.execute(
      tx,
    );
    requireWritten(done);
    return { operationId, state: 'under_way' as const, version: version + 1 };
  },
});

/** Takes one more colleague into the team; from now on they reach whom it meets. */
export const addTeamMember = command({
  name: 'operations/add-team-member',
  summary: 'Add a colleague to the team',
  may: runners,
  input: AddTeamMember,
  result: OperationResult,
  audit: (input) => ({
    act: 'operation.member-added',
    on: { kind: 'operation', id: input.operationId },
    detail: { staff: input.staffId },
  }),
  run: async (tx, viewer, { operationId, staffId }) => {
    const { state, version } = await takeOperation(tx, viewer, operationId, { ability: 'addMember' });
    await sql`
      insert into operation_team (operation_id, staff_id) values (${operationId}, ${staffId})
      on conflict (city, operation_id, staff_id) do update set ended_at = null`.execute(tx);
    return { operationId, state, version };
  },
});

/**
 * Closes an operation. Refused, with the list of them, while a child or a person of unknown age met in it has neither
 * a custodian nor stayed, declined or been referred on the spot; the database refuses it too.
 */
export const closeOperation = command({
  name: 'operations/close',
  summary: 'Close an operation',
  may: runners,
  input: OperationAct,
  result: OperationResult,
  audit: told('operation.closed'),
  run: async (tx, viewer, { operationId }, sent) => {
    const { version } = await takeOperation(tx, viewer, operationId, { ability: 'close' });
    const unaccounted = await listUnaccounted(tx, operationId);
    if (unaccounted.length > 0) throw problem('operation-unaccounted', { unaccounted });
    const done = await sql`
      update operations
         set state = 'closed', closed_at = greatest(${sent.occurredAt}::timestamptz, started_at), closed_by = app.viewer_staff(), version = version + 1
       where city = (select app.city()) and operation_id = ${operationId} and version = ${version}`.execute(
      tx,
    );
    requireWritten(done);
    return { operationId, state: 'closed' as const, version: version + 1 };
  },
});

problemsOf({
  'operation-has-encounters': {
    status: 409,
    id: 'Sudah ada yang ditemui; tutup operasi ini, jangan batalkan.',
    en: 'People were met already; close this operation instead of cancelling it.',
  },
});

/** Calls an operation off; one in which somebody was met is closed instead. */
export const cancelOperation = command({
  name: 'operations/cancel',
  summary: 'Cancel an operation',
  may: planners,
  input: OperationAct,
  result: OperationResult,
  audit: told('operation.cancelled'),
  run: async (tx, viewer, { operationId }) => {
    const { version } = await takeOperation(tx, viewer, operationId, { ability: 'cancel' });
    const met = await sql`select 1 from app.operation_counts(array[${operationId}::uuid])`.execute(tx);
    if (met.rows.length > 0) throw problem('operation-has-encounters');
    const done = await sql`
      update operations set state = 'cancelled', version = version + 1
       where city = (select app.city()) and operation_id = ${operationId} and version = ${version}`.execute(
      tx,
    );
    requireWritten(done);
    return { operationId, state: 'cancelled' as const, version: version + 1 };
  },
});
