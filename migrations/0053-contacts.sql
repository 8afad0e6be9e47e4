-- Which encounters a viewer reaches: lock two learns what each reach goes back to. Whoever works on the case, opened it in an
-- emergency or decides whether two records are one reaches all of them; a team, a recorder and a custodian only that one;
-- a partner and an area desk none.
alter table app.reach add column encounter_id uuid;
comment on column app.reach.encounter_id is 'The encounter that this reach goes back to: the only one it opens, unless its level opens all.';

create function sec.encounter_of_custody(a_city text, a_person uuid, a_encounter uuid, a_first_contact timestamptz) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(a_encounter, (
    select e.encounter_id
      from app.encounters e
     where e.city = a_city and e.occurred_at = a_first_contact and e.person_id in (
       select a_person
       union select g.stands_for from app.person_merges g where g.city = a_city and g.person_id = a_person
       union select g.person_id from app.person_merges g where g.city = a_city and g.stands_for = a_person
       union select s.person_id from app.person_merges g join app.person_merges s on s.city = g.city and s.stands_for = g.stands_for
              where g.city = a_city and g.person_id = a_person)
     limit 1)) $$;
comment on function sec.encounter_of_custody is 'The encounter a custody goes back to: a custody that was handed on names only the time of its first contact.';
revoke all on function sec.encounter_of_custody from public;

drop function sec.give_reach(text, uuid, text, uuid, text, boolean, uuid, uuid, text, text, timestamptz);
create function sec.give_reach(a_city text, a_person uuid, a_source text, a_source_id uuid, a_level text, a_identity boolean,
    a_staff uuid, a_operation uuid, a_agency text, a_role text, a_until timestamptz, a_encounter uuid default null) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into app.reach (city, person_id, source, source_id, level, identity, staff_id, operation_id, agency_code, role, until, encounter_id)
  values (a_city, a_person, a_source, a_source_id, a_level, a_identity, a_staff, a_operation, a_agency, a_role, a_until, a_encounter)
  on conflict (city, person_id, source, source_id, grantee)
  do update set level = excluded.level, identity = excluded.identity, until = excluded.until, encounter_id = excluded.encounter_id;
end $$;

create or replace function sec.spread_reach(a_city text, a_person uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare members uuid[];
begin
  select array_agg(distinct m.id) into members from (
    select coalesce((select g.stands_for from app.person_merges g where g.city = a_city and g.person_id = a_person), a_person) as head) h
    cross join lateral (select h.head as id union all
      select g.person_id from app.person_merges g where g.city = a_city and g.stands_for = h.head) m;
  delete from app.reach r where r.city = a_city and r.person_id = any (members) and r.source like 'via %';
  if cardinality(members) < 2 then return; end if;
  insert into app.reach (city, person_id, source, source_id, level, identity, staff_id, operation_id, agency_code, role, until, encounter_id)
  select a_city, m.id, 'via ' || r.source, r.source_id, r.level, r.identity, r.staff_id, r.operation_id, r.agency_code, r.role, r.until, r.encounter_id
    from unnest(members) m(id) join app.reach r on r.city = a_city and r.person_id = any (members) and r.person_id <> m.id
   where r.source not like 'via %'
  on conflict do nothing;
end $$;

create or replace function sec.reach_of_encounter() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.person_id is null then return null; end if;
  if new.operation_id is not null then
    delete from app.reach where city = new.city and person_id = new.person_id and source = 'recorded' and staff_id = new.recorded_by;
    if exists (select 1 from app.operations o where o.city = new.city and o.operation_id = new.operation_id and o.state in ('planned', 'under_way')) then
      perform sec.give_reach(new.city, new.person_id, 'encounter', new.encounter_id, 'team', true, null, new.operation_id, null, null, null, new.encounter_id);
    end if;
  elsif new.recorded_by is not null and new.recorded_at > now() - interval '72 hours' then
    perform sec.give_reach(new.city, new.person_id, 'encounter', new.encounter_id, 'team', true, new.recorded_by, null, null, null, new.recorded_at + interval '72 hours', new.encounter_id);
  end if;
  return null;
end $$;

create or replace function sec.reach_of_custody() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from app.reach where city = new.city and source = 'custody' and source_id = new.custody_id;
  if new.ended_at is null and not new.set_aside and new.agency_code is not null then
    perform sec.give_reach(new.city, new.person_id, 'custody', new.custody_id, 'held', true, null, null, new.agency_code, null, null,
      sec.encounter_of_custody(new.city, new.person_id, new.encounter_id, new.first_contact_at));
  end if;
  return null;
end $$;

update app.reach r set encounter_id = r.source_id where r.source in ('encounter', 'via encounter');
update app.reach r set encounter_id = sec.encounter_of_custody(i.city, i.person_id, i.encounter_id, i.first_contact_at)
  from app.custody_intervals i
 where r.source in ('custody', 'via custody') and i.city = r.city and i.custody_id = r.source_id;

alter policy reached on app.encounters
  using (exists (select 1 from app.reach r where r.city = encounters.city and r.person_id = encounters.person_id and r.person_id >= encounters.person_id
    and (r.level in ('full', 'review') or r.encounter_id = encounters.encounter_id)));
alter policy reached_changes on app.encounters
  using (exists (select 1 from app.reach r where r.city = encounters.city and r.person_id = encounters.person_id and r.person_id >= encounters.person_id
    and (r.level in ('full', 'review') or r.encounter_id = encounters.encounter_id)));
alter policy reached on app.encounter_texts
  using (exists (select 1 from app.reach r where r.city = encounter_texts.city and r.person_id = encounter_texts.person_id and r.person_id >= encounter_texts.person_id
    and (r.level = 'full' or (r.level = 'team' and r.encounter_id = encounter_texts.encounter_id))));
