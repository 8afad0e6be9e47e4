import { sql } from 'kysely';
import type { Agency, StaffMember } from '#agencies/schema.ts';
import type { Tx } from '#platform/database/transaction.ts';

/** Agencies and bodies valid on a day. */
export async function listAgencies(tx: Tx, day: string): Promise<Agency[]> {
  const found = await sql<Agency>`
    select agency_code as "agencyCode", name_id as "nameId", name_en as "nameEn", kind, area_code as "areaCode"
      from agencies
     where city = (select app.city()) and valid_from <= ${day} and (valid_to is null or valid_to >= ${day})
     order by agency_code`.execute(tx);
  return found.rows;
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

/** The agencies that hold a duty on a day: where a referral for it may go. */
export async function listDutyHolders(tx: Tx, dutyCode: string, day: string): Promise<string[]> {
  const found = await sql<{ agencyCode: string }>`
    select distinct agency_code as "agencyCode"
      from duties
     where city = (select app.city()) and duty_code = ${dutyCode} and valid_from <= ${day} and (valid_to is null or valid_to >= ${day})
     order by 1`.execute(tx);
  return found.rows.map((row) => row.agencyCode);
}
