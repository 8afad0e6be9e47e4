-- Records joined and parted. Each row of person_merges carries the decision by which its record is represented; who stands
-- for whom is worked out from all decisions of one child in the order they were made, so that taking one back leaves what
-- would be if it had never been made.
create or replace function sec.head_of(c text, a_person uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce((select g.stands_for from app.person_merges g where g.city = c and g.person_id = a_person), a_person) $$;
comment on function sec.head_of is 'The record that stands for a person: itself, unless it was joined to another.';

create or replace function sec.records_of(c text, a_person uuid) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select array_agg(m.id) from (select h.id from (select sec.head_of(c, a_person) as id) h
    union select g.person_id from app.person_merges g where g.city = c and g.stands_for = sec.head_of(c, a_person)) m $$;
comment on function sec.records_of is 'All records of the child that a person is a record of.';

create or replace function sec.said_among(c text, members uuid[]) returns setof app.person_merges
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select g.city, g.person_id, g.stands_for, g.reason, g.merged_by, g.merged_at,
         coalesce(g.said_person, g.person_id), coalesce(g.said_of, g.stands_for)
    from app.person_merges g where g.city = c and g.person_id = any (members)
   order by g.merged_at, g.person_id $$;
comment on function sec.said_among is 'The decisions that join these records, in the order they were made.';

-- "Same" joins the two heads: the one of the record named first is from then on represented by the other's.
create or replace function sec.stand_by(c text, members uuid[], said app.person_merges[]) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  heads jsonb := '{}';
  d app.person_merges;
  demoted app.person_merges[] := '{}';
  f text;
  t text;
begin
  foreach d in array said loop
    f := coalesce(heads ->> d.said_person::text, d.said_person::text);
    t := coalesce(heads ->> d.said_of::text, d.said_of::text);
    continue when f = t;
    select coalesce(jsonb_object_agg(h.key, case when h.value = f then t else h.value end), '{}') into heads from jsonb_each_text(heads) h;
    heads := heads || jsonb_build_object(f, t);
    d.person_id := f;
    demoted := demoted || d;
  end loop;
  delete from app.person_merges g where g.city = c and g.person_id = any (members) and not exists (
    select 1 from unnest(demoted) n where n.person_id = g.person_id and g.stands_for = (heads ->> n.person_id::text)::uuid
       and n.said_person = coalesce(g.said_person, g.person_id) and n.said_of = coalesce(g.said_of, g.stands_for));
  insert into app.person_merges (city, person_id, stands_for, reason, merged_by, merged_at, said_person, said_of)
  select c, n.person_id, (heads ->> n.person_id::text)::uuid, n.reason, n.merged_by, n.merged_at, n.said_person, n.said_of
    from unnest(demoted) n
  on conflict do nothing;
end $$;
comment on function sec.stand_by is 'Writes who stands for whom among some records as their decisions say, leaving rows that stay as they are.';
revoke all on function sec.head_of, sec.records_of, sec.said_among, sec.stand_by from public;

-- Through doors, since a row that follows may be of a record that the viewer reaches only while it is joined.
create or replace function app.join_records(a_person uuid, a_candidate uuid, a_reason text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  c constant text := app.city();
  members uuid[];
  said app.person_merges[];
begin
  if app.viewer_role() is distinct from 'supervisor' or not app.viewer_reaches(a_person) or not app.viewer_reaches(a_candidate) then
    raise insufficient_privilege using message = 'only a supervisor who reaches both records joins them';
  end if;
  perform pg_advisory_xact_lock(hashtext('person_merges ' || c));
  if sec.head_of(c, a_person) = sec.head_of(c, a_candidate) then return false; end if;
  members := sec.records_of(c, a_person) || sec.records_of(c, a_candidate);
  said := array(select s::app.person_merges from sec.said_among(c, members) s);
  perform sec.stand_by(c, members, said || row(c, a_person, a_candidate, a_reason, app.viewer_staff(), now(), a_person, a_candidate)::app.person_merges);
  return true;
end $$;
comment on function app.join_records is 'A supervisor says that two records are one child; false: they are that already.';

create or replace function app.part_records(a_person uuid, a_from uuid default null) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  c constant text := app.city();
  members uuid[];
  said app.person_merges[];
  other uuid;
begin
  if app.viewer_role() is distinct from 'supervisor' or not app.viewer_reaches(a_person) then return null; end if;
  perform pg_advisory_xact_lock(hashtext('person_merges ' || c));
  members := sec.records_of(c, a_person);
  said := array(select s::app.person_merges from sec.said_among(c, members) s);
  -- The decisions of one child make a tree: on the way to the other record there is one next to this one.
  with recursive way(id, before, seen) as (
    select coalesce(a_from, sec.head_of(c, a_person)), null::uuid, array[coalesce(a_from, sec.head_of(c, a_person))]
    union all
    select n.id, w.id, w.seen || n.id
      from way w
      join unnest(said) s on w.id in (s.said_person, s.said_of)
      cross join lateral (select case w.id when s.said_person then s.said_of else s.said_person end as id) n
     where n.id <> all (w.seen))
  select w.before into other from way w where w.id = a_person limit 1;
  if other is null then return null; end if;
  perform sec.stand_by(c, members, array(select s from unnest(said) s
    where (s.said_person, s.said_of) not in ((a_person, other), (other, a_person))));
  return other;
end $$;
comment on function app.part_records is 'Takes back the decision by which a record is one with another (its head unless said), and answers of which record it was; null: it is not.';
revoke execute on function app.join_records, app.part_records from public;
grant execute on function app.join_records, app.part_records to rangkul_app;
