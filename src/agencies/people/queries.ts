import { sql } from 'kysely';
import type { AdministeredStaff } from '#agencies/schema.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';

type Row = Omit<AdministeredStaff, 'stateSince' | 'codeUntil' | 'codeUsedAt'> & {
  stateSince: Date;
  codeUntil: Date | null;
  codeUsedAt: Date | null;
};

/** Everybody with an account, by name; 50 a page. */
export async function listPeople(
  tx: Tx,
  viewer: Viewer,
  after: { name: string; staffId: string } | null,
): Promise<AdministeredStaff[]> {
  const found = await sql<Row>`
    select s.staff_id as "staffId", s.username, s.name, s.agency_code as "agencyCode",
           case when ${viewer.locale} = 'en' then a.name_en else a.name_id end as "agencyName",
           s.role, s.area_code as "areaCode", s.state, s.state_since as "stateSince", s.version,
           o.expires_at as "codeUntil", o.used_at as "codeUsedAt"
      from staff s
      join agencies a on a.city = s.city and a.agency_code = s.agency_code
      left join app.code_states() o on o.staff_id = s.staff_id
     where s.city = (select app.city()) and (s.name, s.staff_id) > (${after?.name ?? ''}, ${after?.staffId ?? '00000000-0000-0000-0000-000000000000'}::uuid)
     order by s.name, s.staff_id
     limit 51`.execute(tx);
  return found.rows.map((row) => ({
    ...row,
    stateSince: row.stateSince.toISOString(),
    codeUntil: row.codeUntil?.toISOString() ?? null,
    codeUsedAt: row.codeUsedAt?.toISOString() ?? null,
  }));
}

/** How many cases wait to be handed on before somebody may leave. */
export async function openWorkOf(tx: Tx, staffId: string): Promise<number> {
  const found = await sql<{ cases: number }>`select cases from app.open_work(${staffId})`.execute(tx);
  return found.rows[0]?.cases ?? 0;
}

export type MyCode = { readonly purpose: string; readonly madeAt: string; readonly usedAt: string | null };

/** One-time codes made for the viewer's own account in the last 30 days. */
export async function listMyCodes(tx: Tx): Promise<MyCode[]> {
  const found = await sql<{
    purpose: string;
    made_at: Date;
    used_at: Date | null;
  }>`select * from app.my_codes()`.execute(tx);
  return found.rows.map((row) => ({
    purpose: row.purpose,
    madeAt: row.made_at.toISOString(),
    usedAt: row.used_at?.toISOString() ?? null,
  }));
}
