import { sql } from 'kysely';
import { endOf, found, patience, type Source } from '#today/queries/source.ts';

/** What my agency promised to a meeting, due within the week or late. */
export const action: Source = (_viewer, ask) => sql`
  select ${found(sql`a.action_id`, endOf(sql`a.due_on`), {
    since: sql`coalesce(a.starts_on, app.local_date(d.adopted_at))::timestamp at time zone (select app.time_zone())`,
    due_on: sql`a.due_on`,
    agency_code: sql`a.responsible_agency`,
    code: sql`a.state`,
    text: sql`a.what`,
    count: sql`a.progress`,
  })}
    from actions a join decisions d on d.city = a.city and d.decision_id = a.decision_id
   where a.city = (select app.city()) and a.responsible_agency = (select app.viewer_agency()) and a.adopted and a.closed_at is null
     and a.due_on < app.local_date(${ask.until})`;

/** What others promised and did not do in time, once it was raised. */
export const raised: Source = () => sql`
  select ${found(sql`a.action_id`, endOf(sql`a.due_on`), {
    since: sql`endOfDay.at`,
    due_on: sql`a.due_on`,
    agency_code: sql`a.responsible_agency`,
    code: sql`a.state`,
    text: sql`a.what`,
    count: sql`a.escalated`,
  })}
    from actions a
    cross join lateral (select ${endOf(sql`a.due_on`)} as at) endOfDay
   where a.city = (select app.city()) and a.adopted and a.closed_at is null and a.escalated > 0
     and a.responsible_agency <> (select app.viewer_agency())`;

/** Decisions of my agency's meetings that were held and are not adopted yet; the way on is the meeting. */
export const decision: Source = () => sql`
  select ${found(sql`m.meeting_id`, patience(sql`m.ends_at`), {
    since: sql`m.ends_at`,
    agency_code: sql`m.host_agency`,
    text: sql`min(d.decision)`,
    count: sql`count(*)`,
  })}
    from meetings m join decisions d on d.city = m.city and d.meeting_id = m.meeting_id
   where m.city = (select app.city()) and m.host_agency = (select app.viewer_agency()) and m.state = any (array['held', 'closed'])
     and d.state = 'draft'
   group by m.city, m.meeting_id, m.ends_at, m.host_agency`;
