-- Who reads and writes decisions and actions. The follow-up list of a city has thousands of lines: a policy that asked the
-- tables above each row for their own policies was planned for longer than it ran. One function answers instead, once a statement.
create or replace function app.viewer_open_decisions() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  meetings uuid[] := app.viewer_meetings();
  owned uuid[] := app.viewer_decisions();
begin
  return array(
    select d.decision_id from app.decisions d
     where d.city = app.city() and (d.meeting_id in (select unnest(meetings)) or (d.state = 'adopted' and d.decision_id in (select unnest(owned)))));
end $$;
comment on function app.viewer_open_decisions is 'The decisions that are open to who asks: of the meetings that are, and those from which an action of the own agency follows.';
revoke all on function app.viewer_open_decisions from public;
grant execute on function app.viewer_open_decisions to rangkul_app, rangkul_jobs;

create or replace function app.viewer_hosted_decisions() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if app.viewer_role() not in ('coordinator', 'supervisor', 'social_worker') then return '{}'; end if;
  return array(
    select d.decision_id from app.decisions d
      join app.meetings m on m.city = d.city and m.meeting_id = d.meeting_id
     where d.city = app.city() and m.host_agency = app.viewer_agency());
end $$;
comment on function app.viewer_hosted_decisions is 'The decisions of meetings of the own agency, for who writes them down.';
revoke all on function app.viewer_hosted_decisions from public;
grant execute on function app.viewer_hosted_decisions to rangkul_app, rangkul_jobs;

drop policy if exists of_decision on app.actions;
create policy of_decision on app.actions for select to rangkul_app
  using (decision_id in (select unnest(app.viewer_open_decisions())));
drop policy if exists host_writes on app.actions;
drop policy if exists host_adds on app.actions;
create policy host_adds on app.actions for insert to rangkul_app
  with check (decision_id = any ((select app.viewer_hosted_decisions())::uuid[]));
drop policy if exists host_changes on app.actions;
create policy host_changes on app.actions for update to rangkul_app
  using (decision_id = any ((select app.viewer_hosted_decisions())::uuid[]));

drop policy if exists host_writes on app.action_supporters;
drop policy if exists host_adds on app.action_supporters;
create policy host_adds on app.action_supporters for insert to rangkul_app
  with check (exists (select 1 from app.actions a where a.city = action_supporters.city and a.action_id = action_supporters.action_id
    and a.decision_id = any ((select app.viewer_hosted_decisions())::uuid[])));
drop policy if exists host_drops on app.action_supporters;
create policy host_drops on app.action_supporters for delete to rangkul_app
  using (exists (select 1 from app.actions a where a.city = action_supporters.city and a.action_id = action_supporters.action_id
    and a.decision_id = any ((select app.viewer_hosted_decisions())::uuid[])));
