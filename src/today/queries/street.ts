import { sql } from 'kysely';
import { onTeam } from '#operations/queries.ts';
import { endOf, found, patience, type Source } from '#today/queries/source.ts';

const hours = (key: string) =>
  sql`(select make_interval(mins => (s.value #>> '{}')::int) from settings_today s where s.city = (select app.city()) and s.key = ${key})`;

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
       or (e.operation_id is null and e.recorded_by = (select app.viewer_staff()) and e.occurred_at > now() - interval '72 hours'
         and e.recorded_at > (select app.viewer_desk_since())))
     and not exists (
       select 1 from person_alias a
         join custody_intervals i on i.city = a.city and i.person_id = a.same_as and not i.set_aside
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
     and (${onTeam}
       or (o.lead_agency = (select app.viewer_agency()) and (select app.viewer_role()) = 'supervisor'))`;

/** Children about whom two custodians are stated for one time, until a person says which stands. */
export const dispute: Source = (viewer) => sql`
  select ${found(sql`d.person_id`, patience(sql`d.since`), { since: sql`d.since`, person_id: sql`d.person_id` })}
    from persons_in_dispute d
   where d.city = (select app.city()) and d.person_id in (select x.person_id from ${viewer.lock.personStanding} x
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
