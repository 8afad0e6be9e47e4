-- Erasure on request: who decides, and what stands against it. Neither tells anything of the person.
create or replace function app.erasure_agency(a_person uuid) returns text language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with same as (
    select a.same_as as person_id from app.person_alias a where a.city = (select app.city()) and a.person_id = a_person),
  supervised as (
    select s.agency_code, count(*) as n from app.staff s
     where s.city = app.city() and s.role = 'supervisor' and s.state = 'active' group by s.agency_code),
  near as (
    select c.agency_code, 1 as rank, c.opened_at as at from app.cases c where c.city = app.city() and c.person_id in (select person_id from same)
    union all
    select e.agency_code, 2, e.occurred_at from app.encounters e where e.city = app.city() and e.person_id in (select person_id from same))
  select coalesce(
    (select n.agency_code from near n join supervised s using (agency_code) order by n.rank, n.at desc limit 1),
    (select s.agency_code from supervised s order by s.n desc, s.agency_code limit 1))
   where app.viewer_role() = 'data_protection_officer' $$;
comment on function app.erasure_agency is 'Whose supervisor decides: that of the newest case, else of the last encounter, else where most supervisors are.';

create or replace function app.erasure_obstacle(a_request uuid) returns text language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with asked as (
    select q.person_id from app.erasure_requests q
     where q.city = app.city() and q.request_id = a_request
       and (app.viewer_role() = 'service_retention' or app.viewer_role() = 'supervisor' and q.deciding_agency = app.viewer_agency())),
  same as (
    select a.same_as as person_id from app.person_alias a
     where a.city = (select app.city()) and a.person_id = (select q.person_id from asked q))
  select case
    when app.is_held((select a.person_id from asked a)) then 'held'
    when exists (select 1 from app.custody_intervals i where i.city = app.city() and i.person_id in (select s.person_id from same s) and i.ended_at is null and not i.set_aside) then 'in-custody'
    when exists (select 1 from app.cases c where c.city = app.city() and c.person_id in (select s.person_id from same s) and c.state = 'open') then 'case-open'
    end
   where exists (select 1 from asked) $$;
comment on function app.erasure_obstacle is 'What forbids an erasure for now: a legal hold, a custodian who answers for the child, an open case.';

create or replace function app.erasures_approved() returns table (request_id uuid, person_ids uuid[]) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select q.request_id, array(select a.same_as from app.person_alias a where a.city = q.city and a.person_id = q.person_id)
    from app.erasure_requests q
   where q.city = app.city() and q.state = 'approved' and app.viewer_role() = 'service_retention' and app.erasure_obstacle(q.request_id) is null $$;
comment on function app.erasures_approved is 'What is still to be erased on request, with every record of the same person; what meanwhile is held or in care waits.';

revoke all on function app.erasure_agency, app.erasure_obstacle, app.erasures_approved from public;
grant execute on function app.erasure_agency, app.erasure_obstacle to rangkul_app;
grant execute on function app.erasure_obstacle, app.erasures_approved to rangkul_jobs;
