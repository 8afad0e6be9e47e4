import { sql } from 'kysely';
import type { Complaint } from '#custody/schema/reads.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';

type PageKey = { readonly at: string; readonly complaintId: string };

/** The complaints that the viewer's agency reads, newest first; 51 from a place in the list on. */
export async function listComplaints(tx: Tx, viewer: Viewer, after: PageKey | null): Promise<Complaint[]> {
  type Row = Omit<Complaint, 'occurredAt' | 'recordedAt' | 'answeredAt'> & {
    occurredAt: Date;
    recordedAt: Date;
    answeredAt: Date | null;
  };
  const found = await sql<Row>`
    select complaint_id as "complaintId", about_agency as "aboutAgency", subject, said, said_by as "saidBy",
           occurred_at as "occurredAt", recorded_at as "recordedAt", answer, answered_at as "answeredAt"
      from complaints
     where city = (select app.city()) and to_agency = ${viewer.agencyCode}
       and (recorded_at, complaint_id) < (${after?.at ?? 'infinity'}::timestamptz, ${after?.complaintId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}::uuid)
     order by recorded_at desc, complaint_id desc
     limit 51`.execute(tx);
  return found.rows.map((row) => ({
    ...row,
    occurredAt: row.occurredAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
  }));
}
