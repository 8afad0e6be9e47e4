-- The fold: what one child counts for, worked out from the records; and the difference to what is in the cells.
create or replace function sec.members_of(a_city text, a_heads uuid[]) returns table (head uuid, person_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select h.id, h.id from unnest(a_heads) h(id)
   where not exists (select 1 from app.person_merges g where g.city = a_city and g.person_id = h.id)
  union all
  select g.stands_for, g.person_id from app.person_merges g where g.city = a_city and g.stands_for = any (a_heads) $$;
comment on function sec.members_of is 'Every record of these heads; one that was merged into another is no head and has none.';

create or replace function sec.repeat_after(a_city text) returns interval
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select make_interval(months => coalesce((select (s.value #>> '{}')::int from app.settings s where s.city = a_city and s.key = 'recentRepeatMonths'), 12)) $$;

create or replace view app.encounters_in_groups with (security_invoker = true) as
  select e.city, e.encounter_id, e.person_id, e.operation_id, e.occurred_at, (e.occurred_at at time zone c.time_zone)::date as day, e.area_code, e.approach,
         e.activity, e.age_class, coalesce(case when e.age_class = 'ADULT' then g.extra ->> 'adultGroup' end, g.extra ->> 'group', 'NONE') as activity_group
    from app.encounters e
    join app.cities c on c.city = e.city
    left join app.codes g on g.city = e.city and g.list = 'activity_group_of' and g.code = e.activity
      and g.valid_from <= (e.occurred_at at time zone c.time_zone)::date and (g.valid_to is null or g.valid_to >= (e.occurred_at at time zone c.time_zone)::date)
   where not e.from_report;
comment on view app.encounters_in_groups is 'Encounters that figures count, with their day in the city and the group of the regulation their activity belonged to on it.';
grant select on app.encounters_in_groups to rangkul_app, rangkul_jobs;

create or replace function sec.met_fresh(a_city text, a_heads uuid[]) returns setof app.met_facts
  language sql stable security definer set search_path = pg_catalog, pg_temp set work_mem = '64MB' as $$
  with met as (
    select m.head, e.encounter_id, e.occurred_at, e.day, coalesce(e.area_code, '') as area, e.approach, e.activity, e.activity_group, e.age_class,
           lag(e.occurred_at) over (partition by m.head order by e.occurred_at, e.encounter_id) as before
      from sec.members_of(a_city, a_heads) m
      join app.encounters_in_groups e on e.city = a_city and e.person_id = m.person_id),
  closed as (
    -- at that moment: was a case of the child closed, and none open?
    select x.encounter_id
      from (
        select t.encounter_id, k.case_id,
               bool_or(coalesce(u.closed_at, k.closed_at) <= t.occurred_at and coalesce(u.reopened_at, 'infinity') > t.occurred_at) as was_closed
          from met t
          join sec.members_of(a_city, a_heads) m on m.head = t.head
          join app.cases k on k.city = a_city and k.person_id = m.person_id and k.opened_at <= t.occurred_at
          left join app.case_closures u on u.city = k.city and u.case_id = k.case_id
         where t.before is not null
         group by t.encounter_id, k.case_id) x
     group by x.encounter_id
    having bool_and(coalesce(x.was_closed, false)))
  select a_city, t.head, date_trunc('month', t.day)::date, t.area, t.approach, t.activity, t.activity_group, t.age_class,
         count(*)::int, min(t.occurred_at),
         count(*) filter (where t.before < t.occurred_at - r.after or d.encounter_id is not null)::int
    from met t
    cross join (select sec.repeat_after(a_city) as after) r
    left join closed d on d.encounter_id = t.encounter_id
   group by 2, 3, 4, 5, 6, 7, 8 $$;
comment on function sec.met_fresh is 'A returned encounter: the child was known before, and either a case of it stood closed (none open) at that moment, or the months set by the city (12) had passed since it was last met.';

create or replace function sec.cells_of(a_city text, a_area text, a_approach text, a_activity text, a_group text) returns setof text
  language sql immutable as $$
  select d.dim || '|' || w.approach || '|' || p.place || '|' || d.code
    from (values (a_city, true), (left(a_area, 8), length(a_area) >= 8), (a_area, length(a_area) = 13)) p(place, counts)
    cross join (values ('*'), (a_approach)) w(approach)
    cross join (values ('all', '*'), ('activity', a_activity), ('group', a_group)) d(dim, code)
   where p.counts $$;
comment on function sec.cells_of is 'Every cell that an encounter falls into, named by one text (dim, approach, place, code): the city, its kecamatan and kelurahan; in all, by activity and by group, each over all approaches and by the one of the encounter.';

create or replace function sec.met_change(a_city text, a_heads uuid[]) returns setof app.met_cells
  language sql stable security definer set search_path = pg_catalog, pg_temp set work_mem = '64MB' as $$
  with facts as (
    select -1 as sign, k.* from app.met_facts k where k.city = a_city and k.head_id = any (a_heads)
    union all
    select 1, n.* from sec.met_fresh(a_city, a_heads) n),
  known as materialized (
    select f.*, date_part('year', f.month)::int as year, min(f.month) over (partition by f.sign, f.head_id) as first_month,
           count(*) over (partition by f.sign, f.head_id, date_part('year', f.month)) = 1 as alone
      from facts f),
  -- all that a child did in a year was one thing: it counts alike in every cell
  alone as (
    select k.sign, k.month, k.area_code, k.approach, k.activity, k.activity_group, k.age_class, sum(k.encounters)::int as encounters, count(*)::int as children,
           (count(*) filter (where k.month = k.first_month))::int as new_children,
           (count(*) filter (where k.month > k.first_month and k.returns > 0))::int as returned,
           (count(*) filter (where date_part('year', k.first_month)::int = k.year))::int as year_new,
           (count(*) filter (where date_part('year', k.first_month)::int < k.year and k.returns > 0))::int as year_returned
      from known k where k.alone group by 1, 2, 3, 4, 5, 6, 7),
  -- the age class is part of the cell: whoever counts in it was met in it, so that no cell has more children than encounters
  in_cells as materialized (
    select k.sign, k.head_id, k.month, c.cell, k.age_class, min(k.year) as year, min(k.first_month) as first_month, sum(k.encounters) as encounters,
           max(k.returns) as returns
      from known k
      cross join lateral sec.cells_of(a_city, k.area_code, k.approach, k.activity, k.activity_group) c(cell)
     where not k.alone
     group by 1, 2, 3, 4, 5),
  measured as (
    select c.cell, a.age_class, a.month, a.sign * a.encounters as encounters, a.sign * a.children as children, a.sign * a.new_children as new_children,
           a.sign * a.returned as returned, a.sign * a.children as year_children, a.sign * a.year_new as year_new, a.sign * a.year_returned as year_returned
      from alone a
      cross join lateral sec.cells_of(a_city, a.area_code, a.approach, a.activity, a.activity_group) c(cell)
    union all
    select i.cell, i.age_class, i.month, i.sign * i.encounters, i.sign, i.sign * (i.month = i.first_month)::int,
           i.sign * (i.month > i.first_month and i.returns > 0)::int, 0, 0, 0
      from in_cells i
    union all
    select y.cell, y.age_class, y.met, 0, 0, 0, 0, y.sign, y.sign * (date_part('year', y.first_month)::int = y.year)::int, 0
      from (select i.sign, i.head_id, i.cell, i.age_class, i.year, min(i.first_month) as first_month, min(i.month) as met
              from in_cells i group by 1, 2, 3, 4, 5) y
    union all
    select r.cell, r.age_class, r.again, 0, 0, 0, 0, 0, 0, r.sign
      from (select i.sign, i.head_id, i.cell, i.age_class, i.year, min(i.month) as again
              from in_cells i where i.returns > 0 and date_part('year', i.first_month)::int < i.year group by 1, 2, 3, 4, 5) r)
  select a_city, split_part(m.cell, '|', 1), split_part(m.cell, '|', 2), m.age_class, m.month, split_part(m.cell, '|', 3), split_part(m.cell, '|', 4),
         sum(m.encounters)::int, sum(m.children)::int, sum(m.new_children)::int, sum(m.returned)::int,
         sum(m.year_children)::int, sum(m.year_new)::int, sum(m.year_returned)::int
    from measured m
   group by m.cell, m.age_class, m.month
  having sum(m.encounters) <> 0 or sum(m.children) <> 0 or sum(m.new_children) <> 0 or sum(m.returned) <> 0
      or sum(m.year_children) <> 0 or sum(m.year_new) <> 0 or sum(m.year_returned) <> 0 $$;
comment on function sec.met_change is 'What folding these heads would add to each cell: what they count for now, less what they were folded with.';

create or replace function sec.care_fresh(a_city text, a_heads uuid[]) returns setof app.care_facts
  language sql stable security definer set search_path = pg_catalog, pg_temp set work_mem = '64MB' as $$
  with m as materialized (select * from sec.members_of(a_city, a_heads)),
  z as (select c.time_zone as tz from app.cities c where c.city = a_city),
  held as (
    select m.head, i.started_at, i.ended_at, i.end_kind, i.custody_id, coalesce((k.extra ->> 'clock')::boolean, false) as on_clock,
           max(coalesce(i.ended_at, 'infinity')) over (partition by m.head order by i.started_at, i.custody_id rows between unbounded preceding and 1 preceding) as until
      from m join app.custody_intervals i on i.city = a_city and i.person_id = m.person_id and not i.disputed
      left join app.codes k on k.city = a_city and k.list = 'custodian_kind' and k.code = i.custodian_kind),
  chained as (
    select h.*, sum((h.until is null or h.until < h.started_at - interval '15 minutes')::int) over (partition by h.head order by h.started_at, h.custody_id) as chain
      from held h),
  chains as (
    select c.head, min(c.started_at) as begun,
           min(case when not c.on_clock then c.started_at when c.end_kind in ('HOME_WITH_PARENT', 'ORIGIN_CITY') then c.ended_at end) as safe,
           (array_agg(c.on_clock order by c.started_at, c.custody_id))[1] as begins_on_clock,
           (array_agg(c.custody_id order by c.started_at, c.custody_id))[1] as custody_id
      from chained c group by c.head, c.chain),
  last_met as (
    select distinct on (c.head, c.begun) c.head, c.begun, e.age_class
      from chains c join m on m.head = c.head
      join app.encounters e on e.city = a_city and e.person_id = m.person_id and not e.from_report and e.occurred_at <= c.begun + interval '1 hour'
     order by c.head, c.begun, e.occurred_at desc),
  -- what is neither done nor due counts neither way: until it is due
  found as (
    select c.head, 'handover' as figure, (c.begun at time zone z.tz)::date as day, round(extract(epoch from c.safe - c.begun) / 360)::int::text as code,
           coalesce(l.age_class, 'UNKNOWN') as age_class, 1 as n, c.custody_id as record_id, c.begun as at, '-infinity'::timestamptz as counts_from
      from chains c cross join z
      left join last_met l on l.head = c.head and l.begun = c.begun
     where c.begins_on_clock and c.safe is not null
    union all
    select m.head, 'assessed', k.assess_by, '*', '*', coalesce((k.assessed_at at time zone z.tz)::date <= k.assess_by, false)::int, k.case_id, k.assessed_at,
           case when k.assessed_at is null then (k.assess_by + 1)::timestamp at time zone z.tz else '-infinity' end
      from m join app.cases k on k.city = a_city and k.person_id = m.person_id cross join z where k.assess_by is not null
    union all
    select m.head, 'referral', (f.due_at at time zone z.tz)::date, f.to_agency, '*', coalesce(f.first_answered_at <= f.due_at, false)::int, f.referral_id, f.due_at,
           case when f.first_answered_at is null then f.due_at else '-infinity' end
      from m join app.referrals f on f.city = a_city and f.person_id = m.person_id cross join z
     where f.state <> 'withdrawn' or f.first_answered_at is not null
    union all
    select m.head, 'home', (v.done_at at time zone z.tz)::date, v.month_no::text, '*', v.still_there::int, v.visit_id, v.done_at, '-infinity'
      from m join app.aftercare_visits v on v.city = a_city and v.person_id = m.person_id cross join z
     where v.done_at is not null and v.still_there is not null
       and exists (select 1 from app.case_closures u where u.city = a_city and u.case_id = v.case_id and u.reason in ('REUNIFIED', 'RETURNED_TO_ORIGIN'))),
  factors as (
    select m.head, a.factor_code as code, date_trunc('month', a.made_on)::date as month from m join app.assessment_factors a on a.city = a_city and a.person_id = m.person_id
    union
    select m.head, '*', date_trunc('month', a.made_at at time zone z.tz)::date from m join app.assessments a on a.city = a_city and a.person_id = m.person_id cross join z)
  select a_city, f.head, f.figure, date_trunc('month', f.day)::date, f.code, f.age_class, f.n, 1, f.record_id, f.at, f.counts_from
    from found f
  union all
  select a_city, x.head, 'factor', x.month, x.code, '*', 1, (row_number() over (partition by x.head, x.code, date_part('year', x.month) order by x.month) = 1)::int,
         x.head, null, '-infinity'
    from factors x $$;
comment on function sec.care_fresh is 'One row a record behind a figure: a hand-over, a case, a referral, a visit; of factors one a child, factor and month.';

create or replace function sec.care_change(a_city text, a_heads uuid[]) returns setof app.care_cells
  language sql stable security definer set search_path = pg_catalog, pg_temp set work_mem = '64MB' as $$
  select a_city, f.figure, f.month, f.code, f.age_class, sum(f.sign * f.n)::int, sum(f.sign * f.of_all)::int
    from (select -1 as sign, k.* from app.care_facts k where k.city = a_city and k.head_id = any (a_heads)
          union all
          select 1, n.* from sec.care_fresh(a_city, a_heads) n) f
   group by 2, 3, 4, 5
  having sum(f.sign * f.n) <> 0 or sum(f.sign * f.of_all) <> 0 $$;

create or replace function sec.heads_of(a_city text, a_persons uuid[]) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(x.id), '{}') from (
    select p.id from unnest(a_persons) p(id)
    union
    select g.stands_for from app.person_merges g where g.city = a_city and g.person_id = any (a_persons)) x $$;
comment on function sec.heads_of is 'The persons and whom they stand for: both, since after a merge the record that is no head any more has to leave the cells.';

create or replace function app.fold_figures(a_most int default 2000) returns int
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c text := app.city(); ids bigint[]; heads uuid[];
begin
  if c is null or not exists (select 1 from app.figure_deltas where city = c) then return 0; end if;
  if not pg_try_advisory_xact_lock(hashtextextended('figures ' || c, 0)) then return 0; end if;
  select array_agg(d.delta_id), array_agg(distinct d.person_id) into ids, heads
    from (select * from app.figure_deltas where city = c order by delta_id limit a_most) d;
  if ids is null then return 0; end if;
  heads := sec.heads_of(c, heads);
  -- in the order of the key: cells that are read together lie together
  insert into app.met_cells as m select x.* from sec.met_change(c, heads) x order by x.dim, x.approach, x.age_class, x.month, x.place, x.code
  on conflict (city, dim, approach, age_class, month, place, code) do update
    set encounters = m.encounters + excluded.encounters, children = m.children + excluded.children,
        new_children = m.new_children + excluded.new_children, returned = m.returned + excluded.returned,
        year_children = m.year_children + excluded.year_children, year_new = m.year_new + excluded.year_new,
        year_returned = m.year_returned + excluded.year_returned;
  delete from app.met_facts f where f.city = c and f.head_id = any (heads);
  insert into app.met_facts select * from sec.met_fresh(c, heads);
  insert into app.care_cells as k select x.* from sec.care_change(c, heads) x order by x.figure, x.month, x.code, x.age_class
  on conflict (city, figure, month, code, age_class) do update set n = k.n + excluded.n, of_all = k.of_all + excluded.of_all;
  delete from app.care_facts f where f.city = c and f.head_id = any (heads);
  insert into app.care_facts select * from sec.care_fresh(c, heads);
  delete from app.figure_deltas d where d.city = c and d.delta_id = any (ids);
  return cardinality(ids);
end $$;
comment on function app.fold_figures is 'Works off up to so many deltas; answers how many. One at a time for a city; whoever finds it at work goes on without waiting.';
revoke all on function app.fold_figures from public;
grant execute on function app.fold_figures to rangkul_app, rangkul_jobs;

create or replace function app.touch_all_figures() returns bigint
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  with put as (insert into app.figure_deltas (city, person_id) select p.city, p.person_id from app.persons p where p.city = app.city() returning 1)
  select count(*) from put $$;
comment on function app.touch_all_figures is 'Has every person worked out anew: after a bulk load without triggers, and to prove the cells.';
revoke all on function app.touch_all_figures from public;
grant execute on function app.touch_all_figures to rangkul_jobs;

create or replace function app.figures_pending() returns int
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::int from (select 1 from app.figure_deltas d where d.city = app.city() limit 2001) x $$;
comment on function app.figures_pending is 'How many deltas wait, 2001 for more. After a burst of more than 2000 figures are shown as last folded, and the board says so.';

create or replace function app.figures_begin() returns date
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (min(f.first_at) at time zone app.time_zone())::date from app.met_facts f
   where f.city = app.city() and f.month = (select x.month from app.met_facts x where x.city = app.city() order by x.month limit 1) $$;
comment on function app.figures_begin is 'The day of the city''s first encounter: what lies before it was not recorded, which is not the same as nobody met.';

-- One statement instead of two before every read; volatile, so that what it folded no longer waits when it looks again.
create or replace function app.fold_before_read() returns boolean
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform app.fold_figures(300);
  return app.figures_pending() > 2000;
end $$;
comment on function app.fold_before_read is 'Folds a little of what waits; answers whether more than 2000 deltas are left.';
revoke all on function app.fold_before_read from public;
grant execute on function app.fold_before_read to rangkul_app;

-- What is not folded yet, for reading: empty nearly always, and then it costs one look.
create or replace function app.met_pending() returns setof app.met_cells
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare c text := app.city(); role text := app.viewer_role(); area text := app.viewer_area(); heads uuid[];
begin
  if app.figures_pending() not between 1 and 2000 then return; end if;
  if role not in ('coordinator', 'supervisor', 'auditor', 'area_desk') then return; end if;
  select sec.heads_of(c, array_agg(distinct d.person_id)) into heads from app.figure_deltas d where d.city = c;
  return query select x.* from sec.met_change(c, heads) x where role <> 'area_desk' or x.place like area || '%';
end $$;
create or replace function app.care_pending() returns setof app.care_cells
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare c text := app.city(); heads uuid[];
begin
  if app.figures_pending() not between 1 and 2000 then return; end if;
  if app.viewer_role() not in ('coordinator', 'supervisor', 'auditor') then return; end if;
  select sec.heads_of(c, array_agg(distinct d.person_id)) into heads from app.figure_deltas d where d.city = c;
  return query select x.* from sec.care_change(c, heads) x;
end $$;
-- Not due yet and not done yet: neither in time nor late.
create or replace function app.not_yet_due(a_from date, a_to date) returns table (figure text, code text, n int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare c text := app.city(); tz text := app.time_zone(); today date := (now() at time zone app.time_zone())::date;
begin
  if app.viewer_role() not in ('coordinator', 'supervisor', 'auditor') or a_to <= today then return; end if;
  return query
    select 'assessed'::text, '*'::text, count(*)::int from app.cases k
     where k.city = c and k.assessed_at is null and k.assess_by >= greatest(today, a_from) and k.assess_by < a_to
    union all
    select 'referral', f.to_agency, count(*)::int from app.referrals f
     where f.city = c and f.first_answered_at is null and f.state <> 'withdrawn'
       and f.due_at > now() and f.due_at >= (a_from::timestamp at time zone tz) and f.due_at < (a_to::timestamp at time zone tz)
     group by f.to_agency;
end $$;

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'sec'::regnamespace
      and p.proname in ('members_of', 'cells_of', 'repeat_after', 'met_fresh', 'met_change', 'care_fresh', 'care_change', 'heads_of') loop
    execute format('revoke all on function %s from public', f);
  end loop;
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'app'::regnamespace
      and p.proname in ('met_pending', 'care_pending', 'figures_pending', 'figures_begin', 'not_yet_due') loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to rangkul_app, rangkul_jobs', f);
  end loop;
end $$;

create or replace view app.met_now with (security_invoker = true) as
  select * from app.met_cells
  union all
  select * from app.met_pending();
comment on view app.met_now is 'Summaries and what is not folded yet: never stale.';
create or replace view app.care_now with (security_invoker = true) as
  select * from app.care_cells
  union all
  select * from app.care_pending();
comment on view app.care_now is 'Summaries and what is not folded yet: never stale.';
grant select on app.met_now, app.care_now to rangkul_app, rangkul_jobs;
