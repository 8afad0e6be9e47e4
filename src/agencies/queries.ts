import { sql } from 'kysely';
import type { Agency, StaffMember } from '#agencies/schema.ts';
import type { Tx } from '#platform/database/transaction.ts';

/** Agencies and bodies valid on a day. */
export async function listAgencies(tx: Tx, day: string): Promise<Agency[]> {
  const found = await sql<Omit<Agency, 'dutyPhoneSince'> & { dutyPhoneSince: Date | null }>`
    select a.agency_code as "agencyCode", name_id as "nameId", name_en as "nameEn", kind, area_code as "areaCode",
           nullif(p.phone, '') as "dutyPhone", case when p.phone <> '' then p.set_at end as "dutyPhoneSince"
      from agencies a
      left join lateral (
        select phone, set_at from duty_phones p
         where p.city = a.city and p.agency_code = a.agency_code
         order by set_at desc limit 1) p on true
     where a.city = (select app.city()) and valid_from <= ${day} and (valid_to is null or valid_to >= ${day})
     order by a.agency_code`.execute(tx);
  return found.rows.map((row) => ({ ...row, dutyPhoneSince: row.dutyPhoneSince?.toISOString() ?? null }));
}

/** Colleagues at work in the city, by agency and name. */
export async function listStaff(tx: Tx): Promise<StaffMember[]> {
  const found = await sql<StaffMember>`
    select staff_id as "staffId", name, agency_code as "agencyCode", role, area_code as "areaCode", state
      from staff
     where city = (select app.city()) and state = 'active'
     order by agency_code, name
     limit 500`.execute(tx);
  return found.rows;
}

/** Somebody who may be given a case of an agency: at work there, a social worker or supervisor. */
export async function isCaseWorker(tx: Tx, staffId: string, agencyCode: string): Promise<boolean> {
  const found = await sql<{ ok: boolean }>`
    select exists (select 1 from staff where city = (select app.city()) and staff_id = ${staffId}
      and agency_code = ${agencyCode} and role in ('social_worker', 'supervisor') and state = 'active') as ok`.execute(
    tx,
  );
  return found.rows[0]?.ok ?? false;
}

/** The agencies that hold a duty on a day: where a referral for it may go. */
export async function listDutyHolders(tx: Tx, dutyCode: string, day: string): Promise<string[]> {
  const found = await sql<{ agencyCode: string }>`
    select distinct agency_code as "agencyCode"
      from duties
     where city = (select app.city()) and duty_code = ${dutyCode} and valid_from <= ${day} and (valid_to is null or valid_to >= ${day})
     order by 1`.execute(tx);
  return found.rows.map((row) => row.agencyCode);
}

export type ReferralDuty = {
  readonly dutyCode: string;
  readonly agencyCode: string;
  readonly basis: string | null;
  readonly hasDesk: boolean;
};

/** The duties that a referral may ask for on a day, each with an agency that has it and whether someone there can open its queue. */
export async function listReferralDuties(tx: Tx, day: string): Promise<ReferralDuty[]> {
  const found = await sql<ReferralDuty>`
    select d.duty_code as "dutyCode", d.agency_code as "agencyCode", b.number as basis,
           exists (select 1 from staff s
             where s.city = d.city and s.agency_code = d.agency_code and s.state = 'active'
               and s.role in ('partner_desk', 'custody_desk', 'social_worker', 'supervisor', 'area_desk')) as "hasDesk"
      from duties d
      join codes c on c.city = d.city and c.list = 'duty' and c.code = d.duty_code
      join agencies a on a.city = d.city and a.agency_code = d.agency_code
      left join legal_bases b on b.city = d.city and b.legal_basis_id = d.legal_basis_id
     where d.city = (select app.city()) and (c.extra ->> 'referral')::boolean
       and c.valid_from <= ${day} and (c.valid_to is null or c.valid_to >= ${day})
       and d.valid_from <= ${day} and (d.valid_to is null or d.valid_to >= ${day})
       and a.valid_from <= ${day} and (a.valid_to is null or a.valid_to >= ${day})
     order by c.position, a.name_id`.execute(tx);
  return found.rows;
}

/** Whether somebody of an agency can open its queue here; to the others a referral goes as a letter. */
export async function hasReferralDesk(tx: Tx, agencyCode: string): Promise<boolean> {
  const found = await sql<{ ok: boolean }>`
    select exists (
      select 1 from staff s
       where s.city = (select app.city()) and s.agency_code = ${agencyCode} and s.state = 'active'
         and s.role in ('partner_desk', 'custody_desk', 'social_worker', 'supervisor', 'area_desk')) as ok`.execute(
    tx,
  );
  return found.rows[0]?.ok ?? false;
}
