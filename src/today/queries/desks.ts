import { sql } from 'kysely';
import { found, patience, type Source, standsStill } from '#today/queries/source.ts';

const clock = {
  since: sql`f.sent_at`,
  due_at: sql`case when f.paused_since is null then f.due_at end`,
  paused: sql`f.paused_since is not null`,
  code: sql`f.duty_code`,
};
const runsOut = sql`case when f.paused_since is null then f.due_at else ${standsStill} end`;

/** Referrals in the queue of my agency: to answer, then to complete. */
export const referralIn: Source = () => sql`
  select ${found(sql`f.referral_id`, runsOut, {
    ...clock,
    person_id: sql`f.person_id`,
    agency_code: sql`f.from_agency`,
    text: sql`f.state`,
  })}
    from referrals f
   where f.city = (select app.city()) and f.to_agency = (select app.viewer_agency()) and f.state in ('sent', 'accepted')`;

/** What my cases wait for at other agencies. */
export const referralOut: Source = () => sql`
  select ${found(sql`f.referral_id`, runsOut, {
    ...clock,
    person_id: sql`f.person_id`,
    case_id: sql`f.case_id`,
    case_number: sql`c.case_number`,
    agency_code: sql`f.to_agency`,
    text: sql`f.state`,
  })}
    from cases c join referrals f on f.city = c.city and f.case_id = c.case_id
   where c.city = (select app.city()) and c.worker_id = (select app.viewer_staff()) and c.state = 'open'
     and f.state in ('sent', 'accepted')`;

/** Referrals so long past their time that supervisor and coordinator are told. */
export const breach: Source = () => sql`
  select ${found(sql`b.referral_id`, sql`b.due_at`, {
    since: sql`b.sent_at`,
    due_at: sql`b.due_at`,
    person_id: sql`b.person_id`,
    agency_code: sql`b.to_agency`,
    code: sql`b.duty_code`,
    text: sql`b.state`,
  })}
    from referral_breach b
   where b.city = (select app.city()) and b.escalated
     and ((select app.viewer_role()) = 'coordinator' or b.from_agency = (select app.viewer_agency()))`;

/** Pairs of records of which an officer was not sure whether they are one child. */
export const review: Source = () => sql`
  select ${found(sql`r.review_id`, patience(sql`r.asked_at`), {
    since: sql`r.asked_at`,
    person_id: sql`r.person_id`,
    staff: sql`(select s.name from staff s where s.city = r.city and s.staff_id = r.asked_by)`,
    code: sql`r.strength`,
  })}
    from match_reviews r
   where r.city = (select app.city()) and r.answer is null`;

/** Emergency openings that somebody else has to review. No child is named: the reason and the case number are what is judged. */
export const glass: Source = () => sql`
  select ${found(sql`b.break_id`, patience(sql`b.opened_at`), {
    since: sql`b.opened_at`,
    case_number: sql`b.case_number`,
    agency_code: sql`f.agency_code`,
    staff: sql`f.name`,
    text: sql`b.reason`,
  })}
    from break_glass b join staff f on f.city = b.city and f.staff_id = b.staff_id
   where b.city = (select app.city()) and b.reviewed_at is null and b.staff_id <> (select app.viewer_staff())`;

/** Complaints by or for a child that my agency, which is outside the unit, has to answer. */
export const complaint: Source = () => sql`
  select ${found(sql`k.complaint_id`, patience(sql`k.recorded_at`), {
    since: sql`k.recorded_at`,
    agency_code: sql`k.about_agency`,
    code: sql`k.subject`,
  })}
    from complaints k
   where k.city = (select app.city()) and k.to_agency = (select app.viewer_agency()) and k.answer is null`;

/** Requests to be erased that my unit has to decide. Nobody is named: the number of the case or record is what was given. */
export const erasure: Source = () => sql`
  select ${found(sql`q.request_id`, patience(sql`q.asked_at`), {
    since: sql`q.asked_at`,
    staff: sql`(select s.name from staff s where s.city = q.city and s.staff_id = q.asked_by)`,
    code: sql`q.asked_for`,
    text: sql`q.reference`,
  })}
    from erasure_requests q
   where q.city = (select app.city()) and q.deciding_agency = (select app.viewer_agency()) and q.state = 'waiting'`;

/** One-time codes that were made and not used yet. */
export const code: Source = () => sql`
  select ${found(sql`f.staff_id`, sql`k.expires_at`, {
    since: sql`k.made_at`,
    due_at: sql`k.expires_at`,
    agency_code: sql`f.agency_code`,
    staff: sql`f.name`,
    code: sql`k.purpose`,
  })}
    from app.code_states() k join staff f on f.staff_id = k.staff_id
   where f.city = (select app.city()) and k.used_at is null and k.expires_at > now()`;
