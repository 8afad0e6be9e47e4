import { sql } from 'kysely';
import type { Tx } from '#platform/database/transaction.ts';
import type { ErasureRequest } from '#retention/schema.ts';

export type RequestRow = Omit<ErasureRequest, 'askedAt' | 'decidedAt' | 'doneAt'> & {
  readonly askedAt: Date;
  readonly decidedAt: Date | null;
  readonly doneAt: Date | null;
};

/** Requests to be erased, the newest first: a supervisor's own to decide, the officers' all. Never a name. */
export async function listRequests(tx: Tx, after: Record<string, string> | null): Promise<RequestRow[]> {
  const found = await sql<RequestRow>`
    select q.request_id as "requestId", q.reference, q.asked_for as "askedFor", q.reason, q.state, q.deciding_agency as "decidingAgency",
           q.asked_at as "askedAt", coalesce(a.name, '') as "askedBy", q.decided_at as "decidedAt", d.name as "decidedBy",
           q.decision_reason as "decisionReason", q.done_at as "doneAt",
           case when q.state = 'waiting' then app.erasure_obstacle(q.request_id) end as obstacle
      from erasure_requests q
      left join staff a on a.city = q.city and a.staff_id = q.asked_by
      left join staff d on d.city = q.city and d.staff_id = q.decided_by
     where q.city = (select app.city())
       and ((select app.viewer_role()) <> 'supervisor' or q.deciding_agency = (select app.viewer_agency()))
       and (${after?.at ?? null}::timestamptz is null or (q.asked_at, q.request_id) < (${after?.at ?? null}::timestamptz, ${after?.requestId ?? null}::uuid))
     order by q.asked_at desc, q.request_id desc
     limit 51`.execute(tx);
  return found.rows;
}
