-- Whoever leaves a desk leaves every standing that came from it, in the same statement, whoever changed the row.
alter table app.staff add column desk_since timestamptz not null default '-infinity';
comment on column app.staff.desk_since is 'When the person came to this desk; what was recorded before gives no standing any more.';
alter table app.operation_team add column ended_at timestamptz;
comment on column app.operation_team.ended_at is 'Left the desk this membership came from: took part, and reaches nobody through it any more.';

create function app.viewer_desk_since() returns timestamptz language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select s.desk_since from app.staff s where s.city = app.city() and s.staff_id = app.viewer_staff());
end $$;
comment on function app.viewer_desk_since is 'Since when the viewer has been at this desk.';
revoke all on function app.viewer_desk_since from public;
grant execute on function app.viewer_desk_since to rangkul_app, rangkul_jobs;

create function sec.mark_desk() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.desk_since := now();
  return new;
end $$;

create function sec.end_standings() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from app.operation_team t using app.operations o
   where t.city = new.city and t.staff_id = new.staff_id and o.city = t.city and o.operation_id = t.operation_id and o.state = 'planned';
  update app.operation_team t set ended_at = now() where t.city = new.city and t.staff_id = new.staff_id and t.ended_at is null;
  update app.case_workers w set to_at = now() where w.city = new.city and w.staff_id = new.staff_id and w.to_at is null;
  update app.break_glass b set until = now() where b.city = new.city and b.staff_id = new.staff_id and b.until > now();
  delete from app.reach r where r.city = new.city and r.staff_id = new.staff_id;
  return null;
end $$;
comment on function sec.end_standings is 'Ends what a person had from a former desk: teams, cases, looks in an emergency, and what was recorded there. What comes from agency and role ends with the session.';
revoke all on function sec.mark_desk, sec.end_standings from public;

create trigger desk_changes before update of agency_code, role, area_code, state on app.staff for each row
  when ((new.agency_code, new.role, new.area_code) is distinct from (old.agency_code, old.role, old.area_code) or (new.state = 'ended' and old.state <> 'ended'))
  execute function sec.mark_desk();
create trigger desk_left after update of agency_code, role, area_code, state on app.staff for each row
  when ((new.agency_code, new.role, new.area_code) is distinct from (old.agency_code, old.role, old.area_code) or (new.state = 'ended' and old.state <> 'ended'))
  execute function sec.end_standings();

alter policy team_only on app.encounter_points using (operation_id is not null and exists (select 1 from app.operation_team t
  where t.city = encounter_points.city and t.operation_id = encounter_points.operation_id and t.staff_id = (select app.viewer_staff()) and t.ended_at is null));
