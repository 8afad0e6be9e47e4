import { sql } from 'kysely';
import type { Duty, DutyChange, DutyMatrix, DutySummary } from '#agencies/schema.ts';
import type { Tx } from '#platform/database/transaction.ts';

/** Every duty of the city's list that is valid on a day, with how many agencies have it and the first three. */
export async function listDutySummaries(tx: Tx, day: string): Promise<DutySummary[]> {
  const found = await sql<DutySummary>`
    select c.code as "dutyCode", count(d.agency_code) as holders,
           coalesce((array_agg(d.agency_code order by a.kind in ('DISTRICT_OFFICE', 'VILLAGE_OFFICE'), a.name_id)
             filter (where d.agency_code is not null))[1:3], '{}') as first
      from codes c
      left join duties d on d.city = c.city and d.duty_code = c.code
       and d.valid_from <= ${day} and (d.valid_to is null or d.valid_to >= ${day})
      left join agencies a on a.city = d.city and a.agency_code = d.agency_code
     where c.city = (select app.city()) and c.list = 'duty'
       and c.valid_from <= ${day} and (c.valid_to is null or c.valid_to >= ${day})
     group by c.code, c.position
     order by c.position, c.code`.execute(tx);
  return found.rows;
}

type Wanted = {
  readonly dutyCode?: string;
  readonly agencyCode?: string;
  readonly after: { readonly agencyCode: string; readonly dutyId: string } | null;
};

/** The duties of an agency, or the agencies of a duty, past ones too; 50 a page. */
export async function listDuties(tx: Tx, { dutyCode, agencyCode, after }: Wanted): Promise<Duty[]> {
  const found = await sql<Duty>`
    select d.duty_id as "dutyId", d.agency_code as "agencyCode", d.duty_code as "dutyCode",
           case when b.legal_basis_id is not null then jsonb_build_object('legalBasisId', b.legal_basis_id,
             'number', b.number, 'title', b.title, 'textChecked', b.text_checked) end as basis,
           d.is_default as "isDefault", d.valid_from as "validFrom", d.valid_to as "validTo"
      from duties d
      left join legal_bases b on b.city = d.city and b.legal_basis_id = d.legal_basis_id
     where d.city = (select app.city())
       and (${dutyCode ?? null}::text is null or d.duty_code = ${dutyCode ?? null})
       and (${agencyCode ?? null}::text is null or d.agency_code = ${agencyCode ?? null})
       and (d.agency_code, d.duty_id) > (${after?.agencyCode ?? ''}, ${after?.dutyId ?? '00000000-0000-0000-0000-000000000000'}::uuid)
     order by d.agency_code, d.duty_id
     limit 51`.execute(tx);
  return found.rows;
}

type Line = DutyMatrix['lines'][number];

/**
 * The matrix on a day. Kecamatan and kelurahan have the same duties: their offices share a line, unless one of them is
 * asked for by its code.
 */
export async function readDutyMatrix(tx: Tx, day: string, apart?: string): Promise<DutyMatrix> {
  const needed = await sql<{ dutyCode: string; nature: string | null }>`
    select code as "dutyCode", extra ->> 'nature' as nature
      from codes
     where city = (select app.city()) and list = 'duty' and valid_from <= ${day} and (valid_to is null or valid_to >= ${day})
     order by position, code`.execute(tx);
  const lines = await sql<Line>`
    with bodies as (
      select a.agency_code, a.kind, a.name_id,
             case when a.kind in ('DISTRICT_OFFICE', 'VILLAGE_OFFICE') and a.agency_code is distinct from ${apart ?? null}::text
               then null else a.agency_code end as line
        from agencies a
       where a.city = (select app.city()) and a.valid_from <= ${day} and (a.valid_to is null or a.valid_to >= ${day})),
    held as (
      select b.line, b.kind, d.duty_code, count(distinct d.agency_code)::int as holders, min(d.valid_from) as since,
             array_remove(array_agg(distinct l.number order by l.number), null) as bases, bool_and(d.is_default) as is_default
        from duties d
        join bodies b on b.agency_code = d.agency_code
        left join legal_bases l on l.city = d.city and l.legal_basis_id = d.legal_basis_id
       where d.city = (select app.city()) and d.valid_from <= ${day} and (d.valid_to is null or d.valid_to >= ${day})
       group by b.line, b.kind, d.duty_code)
    select b.line as "agencyCode", b.kind, count(*)::int as offices,
           coalesce((select jsonb_agg(jsonb_build_object('dutyCode', h.duty_code, 'holders', h.holders, 'since', h.since,
             'bases', h.bases, 'isDefault', h.is_default) order by h.duty_code)
               from held h where h.line is not distinct from b.line and h.kind = b.kind), '[]') as held
      from bodies b
     group by b.line, b.kind
     order by b.line is null, min(b.name_id)`.execute(tx);
  const duties = needed.rows.map((duty) => {
    const held = lines.rows.flatMap((line) => line.held.filter((it) => it.dutyCode === duty.dutyCode));
    return { ...duty, lines: held.length, holders: held.reduce((sum, it) => sum + it.holders, 0) };
  });
  return { day, duties, lines: lines.rows };
}

/** The changes of the matrix, newest first; what the city's folder brought is no change. */
export async function listDutyChanges(tx: Tx, before: string | null): Promise<DutyChange[]> {
  const found = await sql<Omit<DutyChange, 'changedAt'> & { changedAt: Date }>`
    select change_id::text as "changeId", changed_at as "changedAt", changed_by as "changedBy", act,
           agency_code as "agencyCode", duty_code as "dutyCode", day
      from duty_changes(${before}::bigint)`.execute(tx);
  return found.rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() }));
}
