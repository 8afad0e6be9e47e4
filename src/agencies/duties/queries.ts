import { sql } from 'kysely';
import type { Duty, DutySummary } from '#agencies/schema.ts';
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
