import { sql } from 'kysely';
import { mayDo, recorders } from '#encounters/access.ts';
import { findEncounter } from '#encounters/queries.ts';
import { SaidOutcome, SayOutcome } from '#encounters/schema.ts';
import { command } from '#platform/commands.ts';
import { problem } from '#platform/problems.ts';

/** Says that the person met stayed where they were, declined help, or was referred on the spot; null takes it back. */
export const sayOutcome = command({
  name: 'encounters/spot-outcome',
  summary: 'Say that a person stayed, declined or was referred on the spot',
  may: recorders,
  input: SayOutcome,
  result: SaidOutcome,
  audit: (input, result) => ({
    act: 'encounter.outcome-said',
    on: { kind: 'encounter', id: input.encounterId },
    persons: [result.personId],
    detail: { outcome: input.outcome ?? 'taken back' },
  }),
  run: async (tx, viewer, input, sent) => {
    const found = await findEncounter(tx, viewer, input.encounterId);
    if (!found) throw problem('not-found');
    if (!mayDo(viewer, found.standings, 'sayOutcome')) throw problem('not-allowed');
    const changed = await sql`
      update encounters
         set spot_outcome = ${input.outcome}, spot_outcome_at = ${input.outcome === null ? null : sent.occurredAt},
             spot_outcome_by = ${input.outcome === null ? null : viewer.staffId}
       where city = (select app.city()) and encounter_id = ${input.encounterId}`.execute(tx);
    if (changed.numAffectedRows === 0n) throw problem('not-allowed');
    return { encounterId: input.encounterId, personId: found.row.person_id, outcome: input.outcome };
  },
});
