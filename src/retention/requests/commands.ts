import { sql } from 'kysely';
import { command } from '#platform/commands.ts';
import { constraintsOf } from '#platform/database/constraints.ts';
import { problem, problemsOf } from '#platform/problems.ts';
import { AskErasure, DecideErasure, ErasureDecided } from '#retention/schema.ts';

problemsOf({
  'erasure-waits': {
    status: 409,
    id: 'Permintaan penghapusan untuk orang ini sudah ada.',
    en: 'An erasure of this person has been asked for already.',
  },
  'erasure-decided': {
    status: 409,
    id: 'Permintaan ini sudah diputuskan.',
    en: 'This request has been decided already.',
  },
  'erasure-held': {
    status: 409,
    id: 'Data ini ditahan demi hukum. Selama ditahan, tidak ada yang dihapus.',
    en: 'There is a legal hold on this record. While it stands, nothing is erased.',
  },
  'erasure-in-custody': {
    status: 409,
    id: 'Ada yang sedang bertanggung jawab atas anak ini. Selesaikan serah terima lebih dulu.',
    en: 'Somebody is responsible for this child at the moment. Finish the hand-over first.',
  },
  'erasure-case-open': {
    status: 409,
    id: 'Kasus anak ini masih terbuka. Tutup kasusnya lebih dulu.',
    en: 'The case of this child is still open. Close it first.',
  },
  'erasure-nobody-decides': {
    status: 409,
    id: 'Belum ada penyelia aktif yang dapat memutuskan. Minta administrator menunjuk satu.',
    en: 'There is no active supervisor who could decide. Ask the administrator to appoint one.',
  },
});
constraintsOf({
  erasure_request_open: { code: 'erasure-waits', field: 'reference' },
  erasure_requests_pkey: { code: 'command-id-reused', field: 'requestId' },
});

/** Takes in that a person, or its guardian, asks to be forgotten; a supervisor decides. */
export const askErasure = command({
  name: 'retention/ask-erasure',
  summary: 'Take in a request of a person or guardian to be erased',
  may: ['data_protection_officer'],
  input: AskErasure,
  result: ErasureDecided,
  audit: (input, result) => ({
    act: 'erasure.asked',
    on: { kind: 'erasure_request', id: input.requestId },
    persons: [result.personId],
    detail: { askedFor: input.askedFor },
  }),
  run: async (tx, _viewer, input) => {
    const reference = input.reference;
    const found = await sql<{ person: string | null; agency: string | null }>`
      select f.person, app.erasure_agency(f.person) as agency from (select app.person_to_hold(${reference}) as person) f`.execute(
      tx,
    );
    const { person: personId, agency } = found.rows[0] ?? {};
    if (!personId) throw problem('hold-case-unknown', { field: 'reference' });
    if (!agency) throw problem('erasure-nobody-decides');
    await sql`
      insert into erasure_requests (request_id, person_id, reference, asked_for, reason, deciding_agency)
      values (${input.requestId}, ${personId}, ${reference}, ${input.askedFor}, ${input.reason}, ${agency})`.execute(
      tx,
    );
    return { requestId: input.requestId, personId, state: 'waiting' as const };
  },
});

/** Decides on a request to be erased. Carried out it goes for good; a hold, an open case or a custodian stand against it. */
export const decideErasure = command({
  name: 'retention/decide-erasure',
  summary: 'Decide on a request to be erased',
  may: ['supervisor'],
  input: DecideErasure,
  result: ErasureDecided,
  audit: (input, result) => ({
    act: input.carryOut ? 'erasure.approved' : 'erasure.refused',
    on: { kind: 'erasure_request', id: input.requestId },
    persons: [result.personId],
  }),
  run: async (tx, _viewer, input, sent) => {
    const found = await sql<{ person_id: string; state: string; obstacle: string | null }>`
      select q.person_id, q.state, app.erasure_obstacle(q.request_id) as obstacle
        from erasure_requests q
       where q.city = (select app.city()) and q.request_id = ${input.requestId}
         and q.deciding_agency = (select app.viewer_agency())`.execute(tx);
    const row = found.rows[0];
    if (!row) throw problem('not-found');
    if (row.state !== 'waiting') throw problem('erasure-decided');
    if (input.carryOut && row.obstacle) throw problem(`erasure-${row.obstacle}`);
    const state = input.carryOut ? ('approved' as const) : ('refused' as const);
    const changed = await sql`
      update erasure_requests
         set state = ${state}, decided_by = (select app.viewer_staff()), decided_at = ${sent.world.now()}, decision_reason = ${input.reason}
       where city = (select app.city()) and request_id = ${input.requestId} and state = 'waiting'`.execute(
      tx,
    );
    if (!changed.numAffectedRows) throw problem('erasure-decided');
    return { requestId: input.requestId, personId: row.person_id, state };
  },
});
