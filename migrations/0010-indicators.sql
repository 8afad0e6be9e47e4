-- ---------------------------------------------------------------- figures of the city board
-- A write only adds a delta: whose figures are no longer as folded. The fold works a person out anew, takes what that
-- person counted for out of the cells and puts in what it counts for now. So any order of deltas gives the same
-- cells, a merged child counts once, and no write ever waits for another's counter.
create table app.figure_deltas (
  city text not null default app.city() references app.cities,
  delta_id bigint generated always as identity,
  person_id uuid not null,
  primary key (city, delta_id)
);
comment on table app.figure_deltas is 'Append-only: persons whose figures are not folded yet. The fold takes the rows it has worked off.';

create table app.met_facts (
  city text not null references app.cities,
  head_id uuid not null,
  month date not null,
  area_code text not null,
  approach text not null,
  activity text not null,
  activity_group text not null,
  age_class text not null,
  encounters int not null,
  first_at timestamptz not null,
  returns int not null,
  primary key (city, head_id, month, area_code, approach, activity, activity_group, age_class)
);
create index met_facts_month on app.met_facts (city, month, head_id);
create index met_facts_area on app.met_facts (city, area_code, month);
comment on table app.met_facts is 'One child (all records merged into one head) in one month of the city, where, how and doing what; area_code is empty where none was noted.';

create table app.met_cells (
  city text not null references app.cities,
  dim text not null check (dim in ('all', 'activity', 'group')),
  approach text not null,
  age_class text not null,
  month date not null,
  place text not null,
  code text not null,
  encounters int not null default 0,
  children int not null default 0,
  new_children int not null default 0,
  returned int not null default 0,
  year_children int not null default 0,
  year_new int not null default 0,
  year_returned int not null default 0,
  primary key (city, dim, approach, age_class, month, place, code)
) with (fillfactor = 60);
comment on table app.met_cells is 'Summaries by month and place (city, kecamatan, kelurahan). year_… counts a child in the month in which it first falls into that cell in the year, so that months add up to exact figures from January on.';

create table app.care_facts (
  city text not null references app.cities,
  head_id uuid not null,
  figure text not null,
  month date not null,
  code text not null,
  age_class text not null,
  n int not null,
  of_all int not null,
  primary key (city, head_id, figure, month, code, age_class)
);
create index care_facts_figure on app.care_facts (city, figure, month, code, head_id);
comment on table app.care_facts is 'What one child adds to the figures on care: hand-over, assessment, referral, return home, factors.';

create table app.care_cells (
  city text not null references app.cities,
  figure text not null,
  month date not null,
  code text not null,
  age_class text not null,
  n int not null default 0,
  of_all int not null default 0,
  primary key (city, figure, month, code, age_class)
) with (fillfactor = 60);
comment on table app.care_cells is 'n of of_all, by month. handover: code is tenths of hours and n how many hand-overs took that long; factor: n distinct children in the month, of_all those counted for the first time in the year.';

create table app.area_shapes (
  city text not null default app.city() references app.cities,
  area_code text not null references app.areas,
  shape jsonb not null,
  source text not null default '',
  loaded_at timestamptz not null default now(),
  primary key (city, area_code)
);
create index area_shapes_area on app.area_shapes (area_code);
comment on table app.area_shapes is 'Boundaries a city brought itself (GeoJSON geometry); without them the board draws approximate cells.';

create index cases_not_assessed on app.cases (city, assess_by) where assessed_at is null;
create index referrals_unanswered on app.referrals (city, due_at) where first_answered_at is null;

do $$
declare t text;
begin
  foreach t in array array['figure_deltas', 'met_facts', 'met_cells', 'care_facts', 'care_cells', 'area_shapes'] loop
    perform sec.lock_table(('app.' || t)::regclass);
  end loop;
end $$;
revoke insert, update, delete on app.figure_deltas, app.met_facts, app.met_cells, app.care_facts, app.care_cells from rangkul_jobs;
grant select on app.met_facts, app.met_cells, app.care_facts, app.care_cells, app.area_shapes to rangkul_app;
create policy city_offices on app.met_cells for select to rangkul_app using ((select app.viewer_role()) in ('coordinator', 'supervisor', 'auditor'));
create policy own_area on app.met_cells for select to rangkul_app
  using ((select app.viewer_role()) = 'area_desk' and place like (select app.viewer_area()) || '%');
create policy city_offices on app.care_cells for select to rangkul_app using ((select app.viewer_role()) in ('coordinator', 'supervisor', 'auditor'));
create policy coordinator_counts on app.met_facts for select to rangkul_app using ((select app.viewer_role()) = 'coordinator');
create policy reached on app.met_facts for select to rangkul_app using ((select app.viewer_role()) in ('supervisor', 'area_desk')
  and exists (select 1 from app.reach r where r.city = met_facts.city and r.person_id = met_facts.head_id));
create policy coordinator_counts on app.care_facts for select to rangkul_app using ((select app.viewer_role()) = 'coordinator');
create policy reached on app.care_facts for select to rangkul_app using ((select app.viewer_role()) = 'supervisor'
  and exists (select 1 from app.reach r where r.city = care_facts.city and r.person_id = care_facts.head_id));
create policy staff_reads on app.area_shapes for select to rangkul_app using ((select app.viewer_staff()) is not null);

create function sec.touch_figures() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op <> 'INSERT' and old.person_id is not null then
    insert into app.figure_deltas (city, person_id) values (old.city, old.person_id);
  end if;
  if tg_op <> 'DELETE' and new.person_id is not null and (tg_op = 'INSERT' or new.person_id is distinct from old.person_id) then
    insert into app.figure_deltas (city, person_id) values (new.city, new.person_id);
  end if;
  return null;
end $$;
comment on function sec.touch_figures is 'The whole cost of the board to a write: one row appended.';
create trigger encounter_added after insert or delete on app.encounters for each row execute function sec.touch_figures();
create trigger encounter_changed after update of person_id, occurred_at, approach, activity, area_code, age_class on app.encounters
  for each row execute function sec.touch_figures();
create trigger custody_figures after insert or delete or update of started_at, ended_at, custodian_kind, end_kind, disputed on app.custody_intervals
  for each row execute function sec.touch_figures();
create trigger case_figures after insert or delete or update of opened_at, closed_at, state, assess_by, assessed_at on app.cases
  for each row execute function sec.touch_figures();
create trigger closure_figures after insert or delete or update on app.case_closures for each row execute function sec.touch_figures();
create trigger assessment_figures after insert or delete on app.assessments for each row execute function sec.touch_figures();
create trigger factor_figures after insert or delete on app.assessment_factors for each row execute function sec.touch_figures();
create trigger referral_figures after insert or delete or update of to_agency, due_at, state, first_answered_at on app.referrals
  for each row execute function sec.touch_figures();
create trigger aftercare_figures after delete or update of done_at, still_there on app.aftercare_visits for each row execute function sec.touch_figures();
create trigger aftercare_figures_added after insert on app.aftercare_visits for each row when (new.done_at is not null) execute function sec.touch_figures();

create function sec.touch_merged() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into app.figure_deltas (city, person_id)
  select x.city, p.id from (select (coalesce(new, old)).*) x cross join lateral (values (x.person_id), (x.stands_for)) p(id);
  return null;
end $$;
create trigger merge_figures after insert or delete on app.person_merges for each row execute function sec.touch_merged();

create function sec.touch_rule() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_table_name = 'settings' then
    insert into app.figure_deltas (city, person_id) select new.city, f.head_id from app.met_facts f where f.city = new.city group by f.head_id having sum(f.encounters) > 1;
  else
    insert into app.figure_deltas (city, person_id) select distinct new.city, f.head_id from app.met_facts f where f.city = new.city and f.activity = new.code;
  end if;
  return null;
end $$;
comment on function sec.touch_rule is 'A rule of counting was changed by the city: everybody it may touch is worked out anew.';
create trigger repeat_figures after update on app.settings for each row when (new.key = 'recentRepeatMonths' and new.value is distinct from old.value) execute function sec.touch_rule();
create trigger group_figures after update on app.codes for each row when (new.list = 'activity_group_of') execute function sec.touch_rule();
