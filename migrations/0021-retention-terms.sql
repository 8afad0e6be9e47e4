-- The day it is in the city, not where the server stands.
create function app.city_day() returns date language sql stable set search_path = pg_catalog, pg_temp as $$
  select (now() at time zone c.time_zone)::date from app.cities c where c.city = app.city() $$;
revoke all on function app.city_day from public;
grant execute on function app.city_day to rangkul_app, rangkul_jobs;

-- ---------------------------------------------------------------- what the city sets, from which day
create table app.retention_terms (
  city text not null default app.city() references app.cities,
  setting text not null,
  valid_from date not null,
  months int not null,
  basis text not null check (length(basis) between 3 and 300),
  set_by uuid not null default app.viewer_staff(),
  set_at timestamptz not null default now(),
  primary key (city, setting, valid_from),
  constraint retention_term_bounds check (case setting
    when 'retentionUnidentifiedDetailMonths' then months between 1 and 24
    when 'retentionIdentityWithoutCaseMonths' then months between 3 and 60
    when 'retentionAdultIdentityMonths' then months between 1 and 24
    when 'retentionClosedCaseSealedAfterMonths' then months between 6 and 60
    when 'retentionErasedAfterBirthday18Months' then months between 0 and 120
    when 'retentionStoredOutcomeMonths' then months between 1 and 12
    else false end)
);
comment on table app.retention_terms is 'How long what is kept, as the city set it, from a day on. Before the first of them the default in settings holds. Never law.';
select sec.lock_table('app.retention_terms');
grant select, insert, update on app.retention_terms to rangkul_app;
create policy officers_read on app.retention_terms for select to rangkul_app
  using ((select app.viewer_role()) in ('data_protection_officer', 'auditor', 'administrator'));
-- A term that is in force is a fact: only one that has not begun may still be changed.
create policy officers_set on app.retention_terms for insert to rangkul_app
  with check ((select app.viewer_role()) in ('data_protection_officer', 'administrator')
    and set_by = (select app.viewer_staff()) and valid_from >= (select app.city_day()));
create policy officers_change on app.retention_terms for update to rangkul_app
  using ((select app.viewer_role()) in ('data_protection_officer', 'administrator') and valid_from >= (select app.city_day()))
  with check (set_by = (select app.viewer_staff()) and valid_from >= (select app.city_day()));

-- ---------------------------------------------------------------- stored outcomes: two versions that contradict each other hold texts
alter table app.retention_runs drop constraint retention_runs_rule_check;
alter table app.retention_runs add constraint retention_runs_rule check (rule in
  ('UNIDENTIFIED_DETAILS', 'IDENTITY_WITHOUT_CASE', 'CASE_SEALED', 'CASE_AFTER_18', 'ADULT_IN_OPERATION', 'STORED_OUTCOMES'));
insert into app.settings (city, key, value, unit)
select c.city, 'retentionStoredOutcomeMonths', '6', 'months' from app.cities c
on conflict do nothing;
create index command_log_conflicts on app.command_log (city, recorded_at) where outcome ->> 'outcome' = 'conflict';
drop function if exists app.retention_months(text);
drop function if exists app.forget_outcomes(timestamptz, uuid[]);
