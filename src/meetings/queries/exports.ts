import { sql } from 'kysely';
import type { ExportKind } from '#meetings/rules/documents.ts';
import type { ExportState, NamedExport } from '#meetings/schema/documents.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';

/** Who may ask for a file with names, or allow it to somebody else; of the own agency, or as administrator of any. */
export const exportRoles = ['coordinator', 'supervisor', 'social_worker', 'administrator'] as const;

type Row = {
  exportId: string;
  meetingId: string;
  meetingTitle: string;
  kind: ExportKind;
  names: number;
  purpose: string;
  state: ExportState;
  agencyCode: string;
  askedBy: string | null;
  askedById: string;
  askedAt: Date;
  decidedBy: string | null;
  decidedById: string | null;
  decideReason: string;
  done: number;
  total: number;
};

/** The exports of a meeting, or with null all that the viewer may see; the newest first. */
export async function listExports(
  tx: Tx,
  viewer: Viewer,
  asked: { readonly meetingId?: string; readonly exportId?: string } = {},
): Promise<NamedExport[]> {
  const found = await sql<Row>`
    select e.export_id as "exportId", e.meeting_id as "meetingId", coalesce(m.title, '') as "meetingTitle", e.kind, e.names, e.purpose,
           e.state, e.agency_code as "agencyCode", a.name as "askedBy", e.asked_by as "askedById", e.asked_at as "askedAt",
           d.name as "decidedBy", e.decided_by as "decidedById", e.decide_reason as "decideReason", e.done, e.total
      from exports e
      left join meetings m on m.city = e.city and m.meeting_id = e.meeting_id
      left join staff a on a.city = e.city and a.staff_id = e.asked_by
      left join staff d on d.city = e.city and d.staff_id = e.decided_by
     where e.city = (select app.city())
       and (${asked.meetingId ?? null}::uuid is null or e.meeting_id = ${asked.meetingId ?? null})
       and (${asked.exportId ?? null}::uuid is null or e.export_id = ${asked.exportId ?? null})
       and (e.agency_code = ${viewer.agencyCode} or ${viewer.role} = 'administrator')
     order by e.asked_at desc, e.export_id
     limit 50`.execute(tx);
  return found.rows.map(({ askedById, decidedById, ...row }) => ({
    ...row,
    askedAt: row.askedAt.toISOString(),
    abilities: [
      ...(row.state === 'asked' && askedById !== viewer.staffId ? ['allow', 'refuse'] : []),
      ...(row.state === 'done' && [askedById, decidedById].includes(viewer.staffId) ? ['download'] : []),
    ],
  }));
}

/** One export, as the viewer may see it. */
export async function openExport(tx: Tx, viewer: Viewer, exportId: string): Promise<NamedExport> {
  const [found] = await listExports(tx, viewer, { exportId });
  if (!found) throw problem('not-found');
  return found;
}
