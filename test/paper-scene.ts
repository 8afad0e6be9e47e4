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
