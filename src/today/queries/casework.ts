import { sql } from 'kysely';
import { endOf, found, patience, type Source } from '#today/queries/source.ts';

// A social worker is asked for her own cases; a supervisor for those of the unit that are late.
const mine = (ask: { until: Date; now: Date }) => sql`
  c.state = any (array['open', 'closed'])
  and ((c.worker_id = (select app.viewer_staff()) and c.next_due_on < app.local_date(${ask.until}))
    or (c.agency_code = (select app.viewer_agency()) and (select app.viewer_role()) = 'supervisor' and c.next_due_on < app.local_date(${ask.now})))`;
const inTime = (day: ReturnType<typeof sql>, ask: { until: Date; now: Date }) => sql`
  ${day} < case when c.worker_id = (select app.viewer_staff()) then app.local_date(${ask.until}) else app.local_date(${ask.now}) end`;

const ofCase = {
  person_id: sql`c.person_id`,
  case_id: sql`c.case_id`,
  case_number: sql`c.case_number`,
  staff: sql`(select s.name from staff s where s.city = c.city and s.staff_id = c.worker_id)`,
};

/** A child whose case is closed was met again, and nobody answered yet. */
export const contact: Source = () => sql`
  select ${found(sql`a.alert_id`, sql`a.raised_at + ${answerWithin}`, {
    ...ofCase,
    since: sql`a.raised_at`,
    due_at: sql`a.raised_at + ${answerWithin}`,
    agency_code: sql`c.agency_code`,
    count: sql`app.local_date(a.raised_at) - app.local_date(c.closed_at)`,
    staff: sql`(select s.name from staff s where s.city = a.city and s.staff_id = a.staff_id)`,
  })}
    from contact_alerts a join cases c on c.city = a.city and c.case_id = a.case_id
   where a.city = (select app.city()) and a.answered_at is null
     and (a.staff_id = (select app.viewer_staff())
       or (c.agency_code = (select app.viewer_agency()) and (select app.viewer_role()) = 'supervisor'))`;
const answerWithin = sql`(select make_interval(hours => (s.value #>> '{}')::int) from settings_today s where s.city = (select app.city()) and s.key = 'intakeHours')`;

/** Cases that wait for their assessment, or for a new one after they were opened again. */
export const assessment: Source = (_viewer, ask) => sql`
  select ${found(sql`c.case_id`, endOf(sql`d.due_on`), {
    ...ofCase,
    since: sql`c.opened_at`,
    due_on: sql`d.due_on`,
    agency_code: sql`c.agency_code`,
    code: sql`c.stage`,
  })}
    from cases c
    cross join lateral (select least(case when c.assessed_at is null then c.assess_by end, c.reassess_by) as due_on) d
   where c.city = (select app.city()) and ${mine(ask)} and c.state = 'open' and ${inTime(sql`d.due_on`, ask)}`;

/** Lines of a plan that are due: of my cases, or given to my kecamatan or kelurahan. */
export const plan: Source = (viewer, ask) =>
  viewer.role === 'area_desk'
    ? sql`
  select ${found(sql`l.plan_line_id`, endOf(sql`l.due_on`), {
    since: sql`l.recorded_at`,
    due_on: sql`l.due_on`,
    person_id: sql`l.person_id`,
    case_id: sql`l.case_id`,
    case_number: sql`(select c.case_number from cases c where c.city = l.city and c.case_id = l.case_id)`,
    agency_code: sql`l.agency_code`,
    code: sql`l.service_code`,
    text: sql`l.goal`,
  })}
    from plan_lines l
   where l.city = (select app.city()) and l.agency_code = (select app.viewer_agency()) and l.state = 'open'`
    : sql`
  select ${found(sql`l.plan_line_id`, endOf(sql`l.due_on`), {
    ...ofCase,
    since: sql`l.recorded_at`,
    due_on: sql`l.due_on`,
    agency_code: sql`l.agency_code`,
    code: sql`l.service_code`,
    text: sql`l.goal`,
  })}
    from cases c join plan_lines l on l.city = c.city and l.case_id = c.case_id
   where c.city = (select app.city()) and ${mine(ask)} and c.state = 'open' and l.state = 'open' and ${inTime(sql`l.due_on`, ask)}`;

/** Visits after a return that are due: those my unit makes itself, or those given to my area. Others' late ones are a figure. */
export const aftercare: Source = (viewer, ask) =>
  viewer.role === 'area_desk'
    ? sql`
  select ${found(sql`v.visit_id`, endOf(sql`v.due_on`), {
    since: sql`v.recorded_at`,
    due_on: sql`v.due_on`,
    person_id: sql`v.person_id`,
    case_id: sql`v.case_id`,
    case_number: sql`(select c.case_number from cases c where c.city = v.city and c.case_id = v.case_id)`,
    agency_code: sql`v.agency_code`,
    count: sql`v.month_no`,
  })}
    from aftercare_visits v
   where v.city = (select app.city()) and v.agency_code = (select app.viewer_agency()) and v.done_at is null
     and v.due_on < app.local_date(${ask.until}) + 21`
    : sql`
  select ${found(sql`v.visit_id`, endOf(sql`v.due_on`), {
    ...ofCase,
    since: sql`v.recorded_at`,
    due_on: sql`v.due_on`,
    agency_code: sql`coalesce(v.agency_code, c.agency_code)`,
    count: sql`v.month_no`,
  })}
    from cases c join aftercare_visits v on v.city = c.city and v.case_id = c.case_id
   where c.city = (select app.city()) and ${mine(ask)} and c.state = 'closed' and v.done_at is null
     and coalesce(v.agency_code, c.agency_code) = c.agency_code and ${inTime(sql`v.due_on`, ask)}`;

/** Somebody without a standing opened a child of mine in an emergency; it stays until it was reviewed. */
export const glassTold: Source = () => sql`
  select ${found(sql`b.break_id`, patience(sql`b.opened_at`), {
    ...ofCase,
    since: sql`b.opened_at`,
    agency_code: sql`f.agency_code`,
    staff: sql`f.name`,
    text: sql`b.reason`,
  })}
    from cases c
    join break_glass b on b.city = c.city and b.person_id = c.person_id and b.reviewed_at is null
    join staff f on f.city = b.city and f.staff_id = b.staff_id
   where c.city = (select app.city()) and c.worker_id = (select app.viewer_staff()) and c.state in ('open', 'closed')
     and b.staff_id <> (select app.viewer_staff())`;
