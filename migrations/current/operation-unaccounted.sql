-- The gate of closing: who was met in an operation and still has neither a custodian nor an outcome on the spot.
-- Adults are free to go. A child still with the field team has not been handed over: that does not count.
create or replace view app.operation_unaccounted with (security_invoker = true) as
  select e.city, e.operation_id, e.encounter_id, e.person_id, e.occurred_at, e.age_class, e.sex, e.area_code,
         e.activity, least(e.stated_age, e.assessed_low) as age_low, greatest(e.stated_age, e.assessed_low, e.assessed_high) as age_high
    from app.encounters e
   where e.operation_id is not null and e.person_id is not null
     and e.age_class <> 'ADULT' and e.spot_outcome is null
     and not exists (
       select 1 from app.custody_intervals i
        where i.city = e.city and not i.set_aside
          and i.person_id in (
            select e.person_id
            union all
            select g.stands_for from app.person_merges g where g.city = e.city and g.person_id = e.person_id
            union all
            select g.person_id from app.person_merges g where g.city = e.city and g.stands_for = e.person_id)
          and ((i.ended_at is null and i.custodian_kind <> 'FIELD_TEAM') or (i.ended_at >= e.occurred_at and i.end_kind is not null)));
comment on view app.operation_unaccounted is 'Children and persons of unknown age met in an operation who have neither a custodian nor stayed, declined or been referred on the spot.';
grant select on app.operation_unaccounted to rangkul_app, rangkul_jobs;

drop function if exists app.unaccounted_of(uuid);
create function app.unaccounted_of(a_operation uuid)
  returns table (encounter_id uuid, occurred_at timestamptz, age_class text, sex text, area_code text, activity text, age_low int, age_high int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.encounter_id, u.occurred_at, u.age_class, u.sex, u.area_code, u.activity, u.age_low::int, u.age_high::int
    from app.operation_unaccounted u
   where u.city = app.city() and u.operation_id = a_operation and app.viewer_runs(a_operation)
   order by u.occurred_at, u.encounter_id
   limit 200 $$;
comment on function app.unaccounted_of is 'The gate for those who run the operation, whoever of them reaches the persons: times, ages and what they did, nobody''s name.';

create or replace function app.operation_counts(a_operations uuid[])
  returns table (operation_id uuid, encounters int, under_18 int, adults int, unknown int, unaccounted int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.operation_id, count(*)::int, (count(*) filter (where e.age_class = 'UNDER_18'))::int,
         (count(*) filter (where e.age_class = 'ADULT'))::int, (count(*) filter (where e.age_class = 'UNKNOWN'))::int,
         (select count(*)::int from app.operation_unaccounted u where u.city = app.city() and u.operation_id = e.operation_id)
    from app.encounters e
   where e.city = app.city() and e.operation_id = any (a_operations)
     and app.viewer_role() not in ('community_body', 'administrator')
   group by e.operation_id $$;
comment on function app.operation_counts is 'How many were met in each operation, by age class: figures, without a person.';

create or replace function sec.refuse_unaccounted() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- Waits for encounters of this operation that are being recorded; app.record_encounter holds the shared side.
  perform pg_advisory_xact_lock(hashtextextended(new.operation_id::text, 0));
  if exists (select 1 from app.operation_unaccounted u where u.city = new.city and u.operation_id = new.operation_id) then
    raise exception using errcode = '23514', constraint = 'operation_unaccounted', message = 'a child of this operation is unaccounted for';
  end if;
  return null;
end $$;
drop trigger if exists operation_closes_accounted on app.operations;
create constraint trigger operation_closes_accounted after update on app.operations
  for each row when (new.state = 'closed' and old.state is distinct from new.state) execute function sec.refuse_unaccounted();
comment on function sec.refuse_unaccounted is 'The database itself refuses to close an operation over a child nobody answers for.';
