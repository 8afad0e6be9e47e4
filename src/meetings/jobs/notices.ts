import { sql } from 'kysely';
import { addDays, cityDate } from '#platform/calendar.ts';
import { asServiceTx } from '#platform/database/service.ts';
import { databaseOn, type Tx } from '#platform/database/transaction.ts';
import type { Job, JobContext } from '#platform/jobs/worker.ts';
import { type NoticeKind, notify } from '#platform/notices/notify.ts';

// So many days before it an action or a meeting is called to mind, and once more on the day before or the day itself.
const ahead = 3;

/** Tells of what comes near and of what is late, each once for each day it is about: a night that is run twice tells nothing twice. */
export async function tellOfDays({ jobs, city, world }: JobContext): Promise<void> {
  await asServiceTx(databaseOn(jobs), { city, purpose: 'jobs' }, async (tx) => {
    const at = world.now();
    const zone = await sql<{ zone: string }>`select app.time_zone() as zone`.execute(tx);
    const today = cityDate(at, zone.rows[0]?.zone ?? 'UTC');
    await remindOfMeetings(tx, today, at);
    await remindOfActions(tx, today, at);
    await tellRaised(tx, at);
  });
}

async function remindOfMeetings(tx: Tx, today: string, at: Date): Promise<void> {
  const found = await sql<{ meeting_id: string; day: string; agencies: string[] }>`
    select m.meeting_id, app.local_date(m.starts_at)::text as day, array_agg(distinct i.agency_code) as agencies
      from meetings m join invitations i on i.city = m.city and i.meeting_id = m.meeting_id
     where m.city = (select app.city()) and m.state = 'invited' and i.withdrawn_at is null and i.agency_code is not null and i.state <> 'declined'
       and app.local_date(m.starts_at) = any (${[addDays(today, 1), addDays(today, ahead)]}::date[])
     group by m.meeting_id, m.starts_at`.execute(tx);
  for (const { meeting_id: onId, day, agencies } of found.rows) {
    await notify(tx, { kind: 'meeting_reminder', onId, key: `${day} ${today}`, day, agencies, at });
    await sql`
      update invitations set reminded_at = ${at}
       where city = (select app.city()) and meeting_id = ${onId} and withdrawn_at is null and state <> 'declined'`.execute(
      tx,
    );
  }
}

type Due = { readonly action_id: string; readonly day: string; readonly agency: string };

async function remindOfActions(tx: Tx, today: string, at: Date): Promise<void> {
  const found = await sql<Due>`
    select a.action_id, a.due_on::text as day, a.responsible_agency as agency
      from actions a
     where a.city = (select app.city()) and a.adopted and a.closed_at is null
       and (a.due_on < ${today}::date or a.due_on = any (${[today, addDays(today, ahead)]}::date[]))`.execute(
    tx,
  );
  for (const { action_id: onId, day, agency } of found.rows) {
    const late = day < today;
    const kind: NoticeKind = late ? 'action_late' : 'action_due';
    await notify(tx, { kind, onId, key: late ? day : `${day} ${today}`, day, agencies: [agency], at });
  }
}

async function tellRaised(tx: Tx, at: Date): Promise<void> {
  const found = await sql<Due & { level: number; host: string }>`
    select a.action_id, a.due_on::text as day, a.responsible_agency as agency, a.escalated as level, m.host_agency as host
      from actions a
      join decisions d on d.city = a.city and d.decision_id = a.decision_id
      join meetings m on m.city = d.city and m.meeting_id = d.meeting_id
     where a.city = (select app.city()) and a.adopted and a.closed_at is null and a.escalated > 0`.execute(
    tx,
  );
  for (const { action_id: onId, day, agency, level, host } of found.rows)
    await notify(tx, {
      kind: 'action_raised',
      onId,
      key: `${day} ${level}`,
      day,
      number: level,
      agencies: [agency, host],
      at,
    });
}

export const jobs: readonly Job[] = [
  // After the late ones were raised, before the offices open.
  { name: 'tell-of-days', nightly: '05:30', run: tellOfDays },
];
