import { sql } from 'kysely';
import { cityCalendar, numberSetting } from '#areas/queries.ts';
import type { WorkingCalendar } from '#platform/calendar.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { clockDaysFor } from '#referrals/rules.ts';

/** What a referral's clock needs of the city: its working days and when a breach goes further up. */
export async function referralClock(
  tx: Tx,
  viewer: Viewer,
): Promise<{ calendar: WorkingCalendar; escalateAfter: number }> {
  return {
    calendar: await cityCalendar(tx, viewer.city.timeZone),
    escalateAfter: await numberSetting(tx, 'referralEscalateAfterWorkingDays'),
  };
}

/** The working days of a duty, by the city's settings. */
export async function clockDays(tx: Tx): Promise<(dutyCode: string) => number> {
  const general = await numberSetting(tx, 'referralWorkingDays');
  const found = await sql<{ value: unknown }>`
    select value from settings_today where city = (select app.city()) and key = 'referralWorkingDaysByDuty'`.execute(
    tx,
  );
  return (dutyCode) => clockDaysFor(dutyCode, found.rows[0]?.value, general);
}

/** The pauses of a referral that are over, as its clock leaves them out. */
export async function endedPauses(tx: Tx, referralId: string): Promise<{ from: Date; to: Date }[]> {
  const found = await sql<{ from: Date; to: Date }>`
    select from_at as "from", to_at as "to"
      from referral_pauses
     where city = (select app.city()) and referral_id = ${referralId} and to_at is not null
     order by from_at`.execute(tx);
  return found.rows;
}
