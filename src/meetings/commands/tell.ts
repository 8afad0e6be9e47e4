// Whom the acts of a meeting are told to: everybody at work in the agencies they name.
import { sql } from 'kysely';
import { actionsOf } from '#meetings/queries/decisions.ts';
import { cityDate } from '#platform/calendar.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { type NoticeKind, notify } from '#platform/notices/notify.ts';

type Meeting = { readonly meetingId: string; readonly startsAt: Date };

/** Tells the agencies whose invitation stands of their meeting; who knows it by this kind already is not told again. */
export async function tellInvited(
  tx: Tx,
  viewer: Viewer,
  it: Meeting & { readonly kind: Extract<NoticeKind, `meeting_${string}`>; readonly at: Date },
): Promise<void> {
  const found = await sql<{ agency_code: string }>`
    select distinct agency_code from invitations
     where city = (select app.city()) and meeting_id = ${it.meetingId} and agency_code is not null and withdrawn_at is null`.execute(
    tx,
  );
  await notify(tx, {
    kind: it.kind,
    onId: it.meetingId,
    day: cityDate(it.startsAt, viewer.city.timeZone),
    agencies: found.rows.map((row) => row.agency_code),
    at: it.at,
  });
}

/** Tells the agencies that an adopted decision names what it asks of them and what it has them support. */
export async function tellAdopted(tx: Tx, decisionId: string, at: Date): Promise<void> {
  const actions = (await actionsOf(tx, [decisionId])).filter((one) => one.adopted);
  for (const { action_id: onId, due_on: day, responsible_agency: owner, supporters } of actions) {
    await notify(tx, { kind: 'action_agreed', onId, day, agencies: owner ? [owner] : [], at });
    await notify(tx, { kind: 'action_supported', onId, day, agencies: supporters, at });
  }
}
