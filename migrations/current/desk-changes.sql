-- What a viewer has from operations ends with the desk it came from; and what somebody may not leave behind.
create or replace function app.viewer_operations() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select coalesce(array_agg(t.operation_id), '{}') from app.operation_team t
    join app.operations o on o.city = t.city and o.operation_id = t.operation_id and o.state = 'under_way'
   where t.city = (select app.city()) and t.staff_id = (select app.viewer_staff()) and t.ended_at is null);
end $$;

create or replace function app.viewer_reaches(a_person uuid, a_levels text[] default null, a_identity boolean default false) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
declare s sec.sessions;
begin
  select * into s from sec.sessions x
   where x.token_hash = sha256(convert_to(coalesce(current_setting('app.token', true), ''), 'UTF8')) and x.revoked_at is null and x.expires_at > now();
  -- Always by the person, whose rows are few: an operation's are many.
  return exists (
    with r as materialized (
      select r.staff_id, r.operation_id, r.agency_code, r.role
        from app.reach r
       where r.city = s.city and r.person_id = a_person and (r.until is null or r.until > now())
         and (a_levels is null or r.level = any (a_levels)) and (r.identity or not a_identity))
    select 1 from r
     where r.staff_id = s.staff_id
       or exists (select 1 from app.operation_team t join app.operations o on o.city = t.city and o.operation_id = t.operation_id and o.state = 'under_way'
            where t.city = s.city and t.operation_id = r.operation_id and t.staff_id = s.staff_id and t.ended_at is null)
       or (r.staff_id is null and r.operation_id is null and (r.agency_code = s.agency_code or (r.agency_code is null and r.role is not null))
         and (r.role is null or r.role = s.role)
         and s.role not in ('coordinator', 'community_body', 'data_protection_officer', 'auditor', 'administrator')));
end $$;

create or replace function app.viewer_runs(a_operation uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return app.viewer_role() = 'coordinator'
    or exists (select 1 from app.operations o where o.city = app.city() and o.operation_id = a_operation and o.lead_agency = app.viewer_agency())
    or exists (select 1 from app.operation_team t where t.city = app.city() and t.operation_id = a_operation and t.staff_id = app.viewer_staff() and t.ended_at is null);
end $$;

create or replace function app.open_work(a_staff uuid) returns table (cases int, alerts int, plan_lines int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (select count(*)::int from app.cases c where c.city = app.city() and c.worker_id = a_staff and c.state in ('open', 'closed')),
         (select count(*)::int from app.contact_alerts a where a.city = app.city() and a.staff_id = a_staff and a.answered_at is null), 0
   where app.viewer_role() = 'administrator' $$;
comment on function app.open_work is 'What somebody must hand on before leaving: cases of their own, closed ones too, whose team they are and of whom they would be told.';
