-- Whom the viewer's office of the Social Service holds, without a clock, and without an open case: nobody's list would say
-- what the first hour left undone. It answers custodies of the own agency only, and no case.
create or replace function app.held_without_case() returns table (custody_id uuid, person_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.custody_id, i.person_id
    from app.custody_intervals i
   where i.city = app.city() and i.agency_code = app.viewer_agency() and i.custodian_kind = 'SOCIAL_SERVICE' and i.ended_at is null and not i.set_aside
     and app.viewer_role() in ('custody_desk', 'social_worker', 'supervisor')
     and not exists (
       select 1 from app.person_alias a join app.cases k on k.city = a.city and k.person_id = a.same_as and k.state = 'open'
        where a.city = i.city and a.person_id = i.person_id)
   order by i.started_at desc
   limit 200 $$;
comment on function app.held_without_case is 'Whom the viewer''s own office of the Social Service holds and who have no open case.';
revoke execute on function app.held_without_case from public;
grant execute on function app.held_without_case to rangkul_app;
