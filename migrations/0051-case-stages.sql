-- When a case reached which stage. The lifeline draws it; the history of a case says it too, but only to the case's own team.
create table app.case_stages (
  city text not null default app.city() references app.cities,
  case_id uuid not null,
  person_id uuid not null,
  stage text not null,
  reached_at timestamptz not null default clock_timestamp(),
  primary key (city, case_id, reached_at),
  foreign key (city, case_id) references app.cases
);
comment on table app.case_stages is 'Each stage a case reached while it was open, and when; opening, closing and reopening are said elsewhere.';
select sec.lock_table('app.case_stages');
grant select on app.case_stages to rangkul_app;
create policy reached on app.case_stages for select to rangkul_app using (exists (select 1 from app.reach r
  where r.city = case_stages.city and r.person_id = case_stages.person_id and r.person_id >= case_stages.person_id and r.level = 'full'));
create policy coordinator_stages on app.case_stages for select to rangkul_app using ((select app.viewer_role()) = 'coordinator');

create function sec.keep_stage() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into app.case_stages (city, case_id, person_id, stage) values (new.city, new.case_id, new.person_id, new.stage);
  return null;
end $$;
comment on function sec.keep_stage is 'Writes down when a case reached a stage. The last stages come with closing, which is a step of its own.';
create trigger cases_stage after update of stage on app.cases for each row
  when (old.stage is distinct from new.stage and new.state = 'open') execute function sec.keep_stage();

-- What the history knows of the cases there are.
insert into app.case_stages (city, case_id, person_id, stage, reached_at)
select s.city, s.case_id, s.person_id, s.stage, s.changed_at
  from (select h.city, c.case_id, c.person_id, h.changed_at, h.was ->> 'stage' as before,
               coalesce(lead(h.was ->> 'stage') over versions, c.stage) as stage,
               coalesce(lead(h.was ->> 'state') over versions, c.state) as state
          from app.history h
          join app.cases c on c.city = h.city and c.case_id::text = h.row_key
         where h.table_name = 'cases'
        window versions as (partition by h.city, h.row_key order by h.history_id)) s
 where s.before is distinct from s.stage and s.state = 'open'
on conflict do nothing;
