-- Lock two, part one: reach. Who may reach which person, kept by triggers from the facts, apart from the view
-- person_standing that the application asks (lock one). Coarser than it, and independent of it.
create table app.reach (
  city text not null,
  person_id uuid not null,
  source text not null,
  source_id uuid not null,
  level text not null check (level in ('team', 'held', 'full', 'referral', 'task', 'review')),
  identity boolean not null default true,
  staff_id uuid,
  operation_id uuid,
  agency_code text,
  role text,
  until timestamptz,
  grantee text not null generated always as (coalesce(staff_id::text, operation_id::text, coalesce(agency_code, '*') || '/' || coalesce(role, '*'))) stored,
  primary key (city, person_id, source, source_id, grantee)
);
create index reach_staff on app.reach (city, staff_id) where staff_id is not null;
create index reach_operation on app.reach (city, operation_id) where operation_id is not null;
create index reach_agency on app.reach (city, agency_code, role) where agency_code is not null;
create index reach_role on app.reach (city, role) where agency_code is null and role is not null;
create index reach_source on app.reach (city, source, source_id);
comment on table app.reach is 'Lock two: a viewer with no row here reaches no row of that person, whatever the application asks.';

create function app.viewer_operations() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select coalesce(array_agg(t.operation_id), '{}') from app.operation_team t
    join app.operations o on o.city = t.city and o.operation_id = t.operation_id and o.state = 'under_way'
   where t.city = (select app.city()) and t.staff_id = (select app.viewer_staff()));
end $$;

create function sec.give_reach(a_city text, a_person uuid, a_source text, a_source_id uuid, a_level text, a_identity boolean,
    a_staff uuid, a_operation uuid, a_agency text, a_role text, a_until timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into app.reach (city, person_id, source, source_id, level, identity, staff_id, operation_id, agency_code, role, until)
  values (a_city, a_person, a_source, a_source_id, a_level, a_identity, a_staff, a_operation, a_agency, a_role, a_until)
  on conflict (city, person_id, source, source_id, grantee)
  do update set level = excluded.level, identity = excluded.identity, until = excluded.until;
end $$;

create function sec.spread_reach(a_city text, a_person uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare members uuid[];
begin
  select array_agg(distinct m.id) into members from (
    select coalesce((select g.stands_for from app.person_merges g where g.city = a_city and g.person_id = a_person), a_person) as head) h
    cross join lateral (select h.head as id union all
      select g.person_id from app.person_merges g where g.city = a_city and g.stands_for = h.head) m;
  delete from app.reach r where r.city = a_city and r.person_id = any (members) and r.source like 'via %';
  if cardinality(members) < 2 then return; end if;
  insert into app.reach (city, person_id, source, source_id, level, identity, staff_id, operation_id, agency_code, role, until)
  select a_city, m.id, 'via ' || r.source, r.source_id, r.level, r.identity, r.staff_id, r.operation_id, r.agency_code, r.role, r.until
    from unnest(members) m(id) join app.reach r on r.city = a_city and r.person_id = any (members) and r.person_id <> m.id
   where r.source not like 'via %'
  on conflict do nothing;
end $$;

create function sec.reach_of_merge() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    perform sec.spread_reach(old.city, old.person_id);
    perform sec.spread_reach(old.city, old.stands_for);
  else
    perform sec.spread_reach(new.city, new.stands_for);
  end if;
  return null;
end $$;
create trigger merge_reach after insert or delete on app.person_merges for each row execute function sec.reach_of_merge();

create function sec.reach_follows_merge() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c text := coalesce(new.city, old.city); p uuid := coalesce(new.person_id, old.person_id);
begin
  if exists (select 1 from app.person_merges g where g.city = c and (g.person_id = p or g.stands_for = p)) then
    perform sec.spread_reach(c, p);
  end if;
  return null;
end $$;
-- Somebody recorded this moment is not yet the same as anybody.
create trigger reach_spreads after insert on app.reach for each row
  when (new.source not like 'via %' and new.source <> 'recorded') execute function sec.reach_follows_merge();
create trigger reach_withdraws after delete on app.reach for each row when (old.source not like 'via %') execute function sec.reach_follows_merge();

create function sec.reach_of_person() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.recorded_by is not null and new.recorded_at > now() - interval '72 hours' then
    perform sec.give_reach(new.city, new.person_id, 'recorded', new.person_id, 'team', true, new.recorded_by, null, null, null, new.recorded_at + interval '72 hours');
  end if;
  return null;
end $$;
create trigger person_reach after insert on app.persons for each row execute function sec.reach_of_person();

create function sec.reach_of_encounter() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.person_id is null then return null; end if;
  if new.operation_id is not null then
    delete from app.reach where city = new.city and person_id = new.person_id and source = 'recorded' and staff_id = new.recorded_by;
    if exists (select 1 from app.operations o where o.city = new.city and o.operation_id = new.operation_id and o.state in ('planned', 'under_way')) then
      perform sec.give_reach(new.city, new.person_id, 'encounter', new.encounter_id, 'team', true, null, new.operation_id, null, null, null);
    end if;
  elsif new.recorded_by is not null and new.recorded_at > now() - interval '72 hours' then
    perform sec.give_reach(new.city, new.person_id, 'encounter', new.encounter_id, 'team', true, new.recorded_by, null, null, null, new.recorded_at + interval '72 hours');
  end if;
  return null;
end $$;
create trigger encounter_reach after insert on app.encounters for each row execute function sec.reach_of_encounter();

create function sec.reach_of_operation() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.state in ('closed', 'cancelled') and old.state is distinct from new.state then
    delete from app.reach where city = new.city and operation_id = new.operation_id;
  end if;
  return null;
end $$;
create trigger operation_reach after update on app.operations for each row execute function sec.reach_of_operation();

create function sec.reach_of_custody() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from app.reach where city = new.city and source = 'custody' and source_id = new.custody_id;
  if new.ended_at is null and not new.set_aside and new.agency_code is not null then
    perform sec.give_reach(new.city, new.person_id, 'custody', new.custody_id, 'held', true, null, null, new.agency_code, null, null);
  end if;
  return null;
end $$;
create trigger custody_reach after insert or update on app.custody_intervals for each row execute function sec.reach_of_custody();

create function sec.reach_of_case() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from app.reach where city = new.city and source = 'case' and source_id = new.case_id;
  if new.state in ('open', 'closed') then
    perform sec.give_reach(new.city, new.person_id, 'case', new.case_id, 'full', true, new.worker_id, null, null, null, null);
    perform sec.give_reach(new.city, new.person_id, 'case', new.case_id, 'full', true, null, null, new.agency_code, 'supervisor', null);
    perform sec.give_reach(new.city, new.person_id, 'case', new.case_id, 'full', true, w.staff_id, null, null, null, null)
      from app.case_workers w where w.city = new.city and w.case_id = new.case_id and w.to_at is null and w.staff_id <> new.worker_id;
  end if;
  return null;
end $$;
create trigger case_reach after insert or update of person_id, worker_id, agency_code, state on app.cases for each row execute function sec.reach_of_case();

create function sec.reach_of_case_worker() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.to_at is null then
    perform sec.give_reach(new.city, new.person_id, 'case', new.case_id, 'full', true, new.staff_id, null, null, null, null);
  else
    delete from app.reach r using app.cases c
     where r.city = new.city and r.source = 'case' and r.source_id = new.case_id and r.staff_id = new.staff_id
       and c.city = new.city and c.case_id = new.case_id and c.worker_id <> new.staff_id;
  end if;
  return null;
end $$;
create trigger case_worker_reach after insert or update on app.case_workers for each row execute function sec.reach_of_case_worker();

create function sec.reach_of_task() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare task_id uuid := (to_jsonb(new) ->> tg_argv[1])::uuid; is_open boolean;
begin
  is_open := case tg_argv[0] when 'plan_line' then to_jsonb(new) ->> 'state' = 'open' else to_jsonb(new) ->> 'done_at' is null end;
  delete from app.reach where city = new.city and source = tg_argv[0] and source_id = task_id;
  if is_open and exists (select 1 from app.agencies a where a.city = new.city and a.agency_code = new.agency_code and a.kind in ('DISTRICT_OFFICE', 'VILLAGE_OFFICE', 'FIELD_WORKER')) then
    perform sec.give_reach(new.city, new.person_id, tg_argv[0], task_id, 'task', true, null, null, new.agency_code, null, null);
  end if;
  return null;
end $$;
comment on function sec.reach_of_task is 'An open plan line or aftercare visit given to a kecamatan or kelurahan lets that area desk reach the person, no other agency.';
create trigger plan_line_reach after insert or update on app.plan_lines for each row execute function sec.reach_of_task('plan_line', 'plan_line_id');
create trigger aftercare_reach after insert or update on app.aftercare_visits for each row execute function sec.reach_of_task('aftercare', 'visit_id');
create function sec.reach_of_dropped_visit() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from app.reach where city = old.city and source = 'aftercare' and source_id = old.visit_id;
  return null;
end $$;
create trigger aftercare_reach_ends after delete on app.aftercare_visits for each row execute function sec.reach_of_dropped_visit();

create function sec.reach_of_referral() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from app.reach where city = new.city and source = 'referral' and source_id = new.referral_id;
  if new.state in ('sent', 'accepted') then
    perform sec.give_reach(new.city, new.person_id, 'referral', new.referral_id, 'referral', 'name' = any (new.discloses), null, null, new.to_agency, desk, null)
      from unnest(array['partner_desk', 'custody_desk', 'social_worker', 'supervisor', 'area_desk']) desk;
  end if;
  return null;
end $$;
create trigger referral_reach after insert or update on app.referrals for each row execute function sec.reach_of_referral();

create function sec.reach_of_review() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare until timestamptz;
begin
  delete from app.reach where city = new.city and source = 'review' and source_id = new.review_id;
  if new.answer is null or new.answer = 'same' then
    -- A merge may have to be taken back: whoever decided such questions reaches both for 90 days more.
    until := new.answered_at + interval '90 days';
    perform sec.give_reach(new.city, new.person_id, 'review', new.review_id, 'review', true, null, null, null, 'supervisor', until);
    perform sec.give_reach(new.city, new.candidate_person_id, 'review', new.review_id, 'review', true, null, null, null, 'supervisor', until);
  end if;
  return null;
end $$;
create trigger review_reach after insert or update on app.match_reviews for each row execute function sec.reach_of_review();

create function sec.reach_of_break_glass() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform sec.give_reach(new.city, new.person_id, 'break_glass', new.break_id, 'full', true, new.staff_id, null, null, null, new.until);
  return null;
end $$;
create trigger break_glass_reach after insert on app.break_glass for each row execute function sec.reach_of_break_glass();

create function sec.alert_last_worker() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare members uuid[]; last_case record;
begin
  if new.person_id is null or new.from_report then return null; end if;
  select array_agg(x.id) into members from (select new.person_id as id
    union select g.stands_for from app.person_merges g where g.city = new.city and g.person_id = new.person_id
    union select s.person_id from app.person_merges s join app.person_merges g on g.city = s.city and g.stands_for = s.stands_for
          where g.city = new.city and g.person_id = new.person_id
    union select s.person_id from app.person_merges s where s.city = new.city and s.stands_for = new.person_id) x;
  select c.case_id, c.worker_id, c.state into last_case from app.cases c
   where c.city = new.city and c.person_id = any (members) order by (c.state = 'open') desc, c.opened_at desc limit 1;
  if found and last_case.state = 'closed' then
    insert into app.contact_alerts (city, person_id, case_id, staff_id, encounter_id)
    values (new.city, new.person_id, last_case.case_id, last_case.worker_id, new.encounter_id);
  end if;
  return null;
end $$;
create trigger encounter_alerts_last_worker after insert on app.encounters for each row execute function sec.alert_last_worker();
comment on function sec.alert_last_worker is 'A new encounter with a child whose case is closed reaches the last worker in the same transaction; the officer who met the child learns nothing of it.';
