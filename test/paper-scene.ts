// A meeting with invitations, as rows: for tests of its papers.
import { invitationHash, invitationToken } from '#meetings/links.ts';
import { asService } from '#platform/database/service.ts';
import { uuidv7 } from '#platform/uuid.ts';
import type { TestApp } from '#test/app.ts';

export type PaperScene = { readonly meetingId: string; readonly invitationIds: readonly string[] };

/** A coordination meeting of KESRA in a week, with so many invited; the first of them is the health office. */
export async function paperScene(
  app: Pick<TestApp, 'jobs' | 'keys'>,
  { invited = 3, named = 0, kind = 'RAKOR' }: { invited?: number; named?: number; kind?: string } = {},
): Promise<PaperScene> {
  const meetingId = uuidv7();
  const invitationIds = Array.from({ length: invited }, () => uuidv7());
  await asService(app.jobs, { city: '13.71', purpose: 'setup' }, async (client) => {
    await client.query(
      `insert into meetings (meeting_id, kind, title, theme, aims, place, starts_at, ends_at, host_agency, opened_by, state)
       values ($1, $2, 'Rapat koordinasi anak jalanan', 'Keterpaduan penanganan', '{Koordinasi antarinstansi,Penyelarasan kebijakan}',
               'Ruang rapat Balai Kota', '2026-12-03T01:30Z', '2026-12-03T05:00Z', 'KESRA', 'Asisten I', 'invited')`,
      [meetingId, kind],
    );
    await client.query(
      `insert into meeting_speakers (meeting_id, speaker_id, position, office, topic)
       values ($1, $2, 1, 'Kepala Dinas Sosial', 'Situasi dan data')`,
      [meetingId, uuidv7()],
    );
    await client.query(
      `insert into invitations (meeting_id, invitation_id, number, rule, agency_code, office, name, reply_hash)
       select $1, i.id, i.n, 'NAMED', case when i.n = 1 then 'DINKES' else 'KESRA' end, 'Pejabat ' || i.n,
              case when i.n <= $4 then 'Nama Contoh ' || i.n else '' end, i.hash
         from unnest($2::uuid[], $3::bytea[]) with ordinality as i (id, hash, n)`,
      [
        meetingId,
        invitationIds,
        invitationIds.map((id) => invitationHash(invitationToken(app.keys, id))),
        named,
      ],
    );
  });
  return { meetingId, invitationIds };
}

export const signatory = { title: 'Kepala Bagian Kesra', name: 'Nama Contoh', rank: 'NIP 0000' };

export type Held = {
  readonly decisions: readonly { readonly issue: string; readonly decision: string; readonly what: string }[];
  readonly came: readonly { readonly name: string; readonly office: string; readonly body: string }[];
  readonly problems: string;
};

const plain: Held = {
  decisions: [
    { issue: 'Masalah 1', decision: '=HYPERLINK("x")', what: 'Tindakan 1' },
    { issue: 'Masalah 2', decision: '#set text(red) *tebal* $x$', what: 'Tindakan 2' },
  ],
  came: [{ name: 'Nama Hadir', office: 'Kepala Bidang', body: 'Dinas Kesehatan' }],
  problems: 'Rujukan tertunda.',
};

/** The same meeting held: who came, minutes, decisions adopted with what follows from each, and one carried over. */
export async function heldScene(
  app: Pick<TestApp, 'jobs' | 'keys'>,
  held: Held = plain,
): Promise<PaperScene> {
  const scene = await paperScene(app);
  const earlier = await paperScene(app);
  await asService(app.jobs, { city: '13.71', purpose: 'setup' }, async (client) => {
    const { meetingId } = scene;
    const adopt = async (on: string, number: number, it: Held['decisions'][number]) => {
      const decisionId = uuidv7();
      const actionId = uuidv7();
      await client.query(
        `insert into decisions (meeting_id, decision_id, number, issue, decision, state, adopted_at)
         values ($1, $2, $3, $4, $5, 'adopted', '2026-12-03T04:00Z')`,
        [on, decisionId, number, it.issue, it.decision],
      );
      await client.query(
        `insert into actions (action_id, decision_id, number, what, responsible_agency, place, starts_on, due_on, funds, output, target,
           state, progress, obstacle, adopted)
         values ($1, $2, 1, $3, 'DINSOS_KOTA', 'Kecamatan Kuranji', '2026-12-10', '2027-01-31', 'APBD', 'Jumlah kunjungan', '20 kunjungan',
           'stuck', 40, 'Petugas kurang', true)`,
        [actionId, decisionId, it.what],
      );
      await client.query(
        `insert into action_supporters (action_id, agency_code) values ($1, 'DINKES'), ($1, 'DISDIK')`,
        [actionId],
      );
      return actionId;
    };
    for (const [at, it] of held.decisions.entries()) await adopt(meetingId, at + 1, it);
    const before = {
      issue: 'Masalah terdahulu',
      decision: 'Keputusan terdahulu',
      what: 'Tindakan terdahulu',
    };
    await client.query(
      `insert into carried_actions (meeting_id, action_id, state_then, progress_then) values ($1, $2, 'stuck', 40)`,
      [meetingId, await adopt(earlier.meetingId, 1, before)],
    );
    for (const [at, { name, office, body }] of held.came.entries())
      await client.query(
        `insert into attendances (meeting_id, attendance_id, name, office, body, contact, way, arrived_at)
         values ($1, $2, $3, $4, $5, '', 'DESK', '2026-12-03T01:20Z'::timestamptz + $6 * interval '1 minute')`,
        [meetingId, uuidv7(), name, office, body, at],
      );
    await client.query(
      `insert into agenda_items (meeting_id, agenda_item_id, position, title, source)
       values ($1, $2, 1, 'Rujukan yang lewat waktu', 'BREACHES'), ($1, $3, 2, 'Paparan narasumber', 'SPEAKER')`,
      [meetingId, uuidv7(), uuidv7()],
    );
    await client.query(
      `insert into meeting_minutes (meeting_id, leader, note_taker, problems, solutions, proceedings)
       values ($1, 'Asisten I', 'Kasubag Kesra', $2, 'Tambah petugas.', 'Rapat dibuka pukul 08.30.')`,
      [meetingId, held.problems],
    );
  });
  return scene;
}
