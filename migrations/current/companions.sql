-- Companions: who was met together, and how what one child is found by because of another is taken out again.
create or replace function sec.met_with(a_people uuid[]) returns table (person_id uuid, other_id uuid, apart interval)
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select e.person_id, o.person_id, min(o.apart)
    from app.encounters e
    cross join lateral (
      select x.person_id, x.age_class, greatest(x.occurred_at - e.occurred_at, e.occurred_at - x.occurred_at) as apart
        from app.encounters x
       where x.city = e.city and x.operation_id = e.operation_id and x.area_code = e.area_code
         and x.occurred_at between e.occurred_at - interval '10 minutes' and e.occurred_at + interval '10 minutes'
       union all
      -- One group is written down within hours: the time leads to it, group_id has no index to be kept while recording.
      select x.person_id, x.age_class, interval '0'
        from app.encounters x
       where x.city = e.city and x.group_id = e.group_id
         and x.occurred_at between e.occurred_at - interval '3 hours' and e.occurred_at + interval '3 hours') o
   where e.city = (select app.city()) and e.person_id = any (a_people) and e.age_class <> 'ADULT'
     and o.person_id <> e.person_id and o.age_class <> 'ADULT'
   group by e.person_id, o.person_id $$;
comment on function sec.met_with is 'Children met in one group, or in one operation and village within ten minutes; adults are nobody''s companion here.';

create or replace function app.companions_of(a_people uuid[]) returns table (person_id uuid, companion_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.person_id, r.companion_id
    from (
      select m.person_id, m.companion_id, row_number() over (partition by m.person_id order by m.apart, m.companion_id) as place
        from (
          select w.person_id, coalesce(g.stands_for, w.other_id) as companion_id, min(w.apart) as apart
            from sec.met_with(a_people) w
            left join app.person_merges g on g.city = (select app.city()) and g.person_id = w.other_id
           group by 1, 2) m
        join app.person_identities i on i.city = (select app.city()) and i.person_id = m.companion_id
        join app.person_signatures s on s.city = (select app.city()) and s.person_id = m.person_id
        left join app.person_merges own on own.city = (select app.city()) and own.person_id = m.person_id
       where coalesce(own.stands_for, m.person_id) <> m.companion_id) r
   where r.place <= 5 and (select app.viewer_role()) like 'service%' $$;
comment on function app.companions_of is 'For each of some persons on record by name the at most five it was met with closest, each as the record that stands for it.';
revoke execute on function app.companions_of from public;
grant execute on function app.companions_of to rangkul_jobs;

create or replace function app.companions_changed(a_since timestamptz) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with seeds as (
    select e.person_id from app.encounters e where e.city = (select app.city()) and e.recorded_at >= a_since and e.person_id is not null
    union select i.person_id from app.person_identities i where i.city = (select app.city()) and i.changed_at >= a_since
    union select n.person_id from app.companions_to_renew n where n.city = (select app.city())),
  members as (
    select s.person_id from seeds s
    union select g.person_id from app.person_merges g join seeds s on s.person_id = g.stands_for where g.city = (select app.city()))
  select p.person_id
    from (select m.person_id from members m
          union select w.other_id from sec.met_with(array(select m.person_id from members m)) w) p
    join app.person_signatures s on s.city = (select app.city()) and s.person_id = p.person_id
   where (select app.viewer_role()) like 'service%' $$;
comment on function app.companions_changed is 'Persons met or named since then, and those they were met with.';
revoke execute on function app.companions_changed from public;
grant execute on function app.companions_changed to rangkul_jobs;

create or replace function sec.forget_companions(a_city text, a_people uuid[], a_companions uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare gone record; tokens_left bigint[]; marks_left int[];
begin
  for gone in
    delete from app.companion_forms f
     where f.city = a_city and (f.person_id = any (a_people) or f.companion_id = any (a_companions))
    returning f.person_id, f.tokens, f.marks
  loop
    -- Two companions of one name gave the same forms: they stay until the last of them goes.
    select coalesce(array_agg(t.token), '{}') into tokens_left
      from app.companion_forms f cross join unnest(f.tokens) as t (token) where f.city = a_city and f.person_id = gone.person_id;
    select coalesce(array_agg(t.mark), '{}') into marks_left
      from app.companion_forms f cross join unnest(f.marks) as t (mark) where f.city = a_city and f.person_id = gone.person_id;
    delete from app.person_tokens t
     where t.city = a_city and t.person_id = gone.person_id and t.field = 2
       and t.token = any (gone.tokens) and not t.token = any (tokens_left);
    update app.person_signatures s
       set marks = s.marks operator(extensions.-) (gone.marks operator(extensions.-) marks_left)
     where s.city = a_city and s.person_id = gone.person_id;
  end loop;
end $$;
comment on function sec.forget_companions is 'Takes out of some persons what their companions gave, and out of everybody what some companions gave.';
revoke execute on function sec.forget_companions from public;

create or replace function app.renew_companions(a_people uuid[], a_rows jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c text := app.city();
begin
  if coalesce(app.viewer_role(), '') not like 'service%' then
    raise exception using errcode = '42501', message = 'written by the service only';
  end if;
  perform sec.forget_companions(c, a_people, '{}');
  insert into app.companion_forms (city, person_id, companion_id, tokens, marks)
  select c, r."personId", r."companionId", r.tokens, r.marks
    from jsonb_to_recordset(a_rows) as r ("personId" uuid, "companionId" uuid, tokens bigint[], marks int[]);
  insert into app.person_tokens (city, token, person_id, field, coarse)
  select distinct c, t.token, r."personId", 2, r.coarse
    from jsonb_to_recordset(a_rows) as r ("personId" uuid, tokens bigint[], coarse smallint)
    cross join unnest(r.tokens) as t (token)
      on conflict do nothing;
  update app.person_signatures s
     set marks = s.marks operator(extensions.|) n.marks
    from (select r."personId" as person_id, array_agg(t.mark) as marks
            from jsonb_to_recordset(a_rows) as r ("personId" uuid, marks int[])
            cross join unnest(r.marks) as t (mark)
           group by r."personId") n
   where s.city = c and s.person_id = n.person_id;
end $$;
comment on function app.renew_companions is 'Replaces what some persons are found by because of their companions.';
revoke execute on function app.renew_companions from public;
grant execute on function app.renew_companions to rangkul_jobs;

create or replace function sec.companions_of_joined() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare joined app.person_merges;
begin
  if tg_op = 'INSERT' then joined := new; else joined := old; end if;
  perform sec.forget_companions(joined.city, array[joined.person_id], array[joined.person_id]);
  insert into app.companions_to_renew (city, person_id)
  values (joined.city, joined.person_id), (joined.city, joined.stands_for)
      on conflict (city, person_id) do update set since = now();
  return null;
end $$;
comment on function sec.companions_of_joined is 'Records joined or taken apart: what companions have of them goes at once, and is worked out anew at night.';
create or replace trigger companions_follow_merge after insert or delete on app.person_merges
  for each row execute function sec.companions_of_joined();
