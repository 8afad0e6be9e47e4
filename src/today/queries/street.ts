import { sql } from 'kysely';
import { endOf, found, patience, type Source } from '#today/queries/source.ts';

const hours = (key: string) =>
  sql`(select make_interval(mins => (s.value #>> '{}')::int) from settings s where s.city = (select app.city()) and s.key = ${key})`;

/** Children and persons of unknown age met by my team or by me, for whom nobody answers yet. */
export const met: Source = () => sql`
  select ${found(sql`e.encounter_id`, sql`e.occurred_at + ${hours('holdWarnFromMinutes')}`, {
    since: sql`e.occurred_at`,
    due_at: sql`e.occurred_at + ${hours('holdWarnFromMinutes')}`,
    person_id: sql`e.person_id`,
    agency_code: sql`e.agency_code`,
    code: sql`e.activity`,
  })}
    from encounters e
   where e.city = (select app.city()) and e.person_id is not null and e.age_class <> 'ADULT' and e.spot_outcome is null
     and (e.operation_id = any ((select app.viewer_operations())::uuid[])
       or (e.operation_id is null and e.recorded_by = (select app.viewer_staff()) and e.occurred_at > now() - interval '72 hours'))
     and not exists (
       select 1 from person_alias a
         join custody_intervals i on i.city = a.city and i.person_id = a.same_as
        where a.city = e.city and a.person_id = e.person_id
          and ((i.ended_at is null and i.custodian_kind <> 'FIELD_TEAM') or (i.ended_at >= e.occurred_at and i.end_kind is not null)))`;

/** Operations of my team that run or begin by tomorrow, and those my agency leads that were to be over. */
export const operation: Source = (_viewer, ask) => sql`
  select ${found(
    sql`o.operation_id`,
    sql`case o.state when 'under_way' then o.planned_to else o.planned_from end`,
    {
      since: sql`coalesce(o.started_at, o.recorded_at)`,
      due_at: sql`case o.state when 'under_way' then o.planned_to else o.planned_from end`,
      agency_code: sql`o.lead_agency`,
      code: sql`o.state`,
      text: sql`o.title`,
      count: sql`case o.state when 'under_way' then k.unaccounted end`,
    },
  )}
    from operations o
    left join lateral app.operation_counts(array[o.operation_id]) k on o.state = 'under_way'
   where o.city = (select app.city()) and o.state in ('planned', 'under_way')
     and o.planned_from < ${ask.now}::timestamptz + interval '36 hours'
     and (exists (select 1 from operation_team t where t.city = o.city and t.operation_id = o.operation_id and t.staff_id = (select app.viewer_staff()))
       or (o.lead_agency = (select app.viewer_agency()) and (select app.viewer_role()) = 'supervisor'))`;

/** Those in the care of my agency under a limit: the first step of the first hour that is missing, else the limit. */
export const custody: Source = () => sql`
  select ${found(
    sql`i.custody_id`,
    sql`case when m.code is null then f.first_contact + ${limit} else f.first_contact + ${hours('holdWarnFromMinutes')} end`,
    {
      since: sql`f.first_contact`,
      due_at: sql`case when m.code is null then f.first_contact + ${limit} else f.first_contact + ${hours('holdWarnFromMinutes')} end`,
      person_id: sql`i.person_id`,
      agency_code: sql`i.agency_code`,
      code: sql`coalesce(m.code, 'HAND_OVER')`,
    },
  )}
    from custody_intervals i
    join codes c on c.city = i.city and c.list = 'custodian_kind' and c.code = i.custodian_kind and c.extra ? 'clock'
    left join encounters e on e.city = i.city and e.encounter_id = i.encounter_id
    cross join lateral (select coalesce(i.first_contact_at, i.started_at) as first_contact) f
    left join lateral (
      select s.code from codes s
       where s.city = i.city and s.list = 'custody_step' and s.extra ? 'warnAfterMinutes'
         and not exists (select 1 from custody_steps t
           left join codes r on r.city = t.city and r.list = 'contact_result' and r.code = t.result
          where t.city = i.city and t.person_id = i.person_id and t.kind = s.code and t.occurred_at >= f.first_contact
            and (not s.extra ? 'attempts' or r.extra ? 'settles'))
       order by s.position, s.code
       limit 1) m on true
   where i.city = (select app.city()) and i.agency_code = (select app.viewer_agency()) and i.ended_at is null and not i.set_aside
     and coalesce(e.age_class, 'UNKNOWN') <> 'ADULT'`;
const limit = sql`(select make_interval(hours => (s.value #>> '{}')::int) from settings s where s.city = (select app.city()) and s.key = 'holdLimitHours')`;

/** Statements of two custodians for one time, until a person says which stands. */
export const dispute: Source = (viewer) => sql`
  select ${found(sql`i.custody_id`, patience(sql`i.recorded_at`), {
    since: sql`i.recorded_at`,
    person_id: sql`i.person_id`,
    agency_code: sql`i.agency_code`,
    code: sql`i.custodian_kind`,
  })}
    from custody_intervals i
   where i.city = (select app.city()) and i.disputed and i.settled_at is null and not i.set_aside
     and i.person_id in (select x.person_id from ${viewer.lock.personStanding} x
       where x.city = (select app.city()) and x.standing in ('caseTeam', 'custodian', 'reviewer'))`;

/** Belongings my agency keeps whose day of return is near or past. */
export const belonging: Source = (_viewer, ask) => sql`
  select ${found(sql`b.belonging_id`, endOf(sql`b.return_due`), {
    since: sql`b.recorded_at`,
    due_on: sql`b.return_due`,
    agency_code: sql`b.kept_by`,
    text: sql`b.what`,
  })}
    from belongings b
   where b.city = (select app.city()) and b.kept_by = (select app.viewer_agency()) and b.returned_at is null
     and b.return_due < app.local_date(${ask.until})`;
