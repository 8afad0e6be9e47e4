-- A demonstration can never become a real city, nor the other way round.
create function sec.keep_kind_of_city() returns trigger language plpgsql as $$
begin
  if new.demonstration is distinct from old.demonstration or new.city is distinct from old.city then
    raise exception using errcode = '42501', message = 'a demonstration stays one, and a real city too';
  end if;
  return new;
end $$;
create trigger city_keeps_kind before update on app.cities for each row execute function sec.keep_kind_of_city();

-- ---------------------------------------------------------------- retention
alter table app.erasures drop column key_slot;
alter table app.erasures add column key_slots bigint[] not null default '{}';
alter table app.erasures add constraint erasure_rule
  check (rule in ('IDENTITY_WITHOUT_CASE', 'CASE_AFTER_18', 'ADULT_IN_OPERATION', 'ON_REQUEST'));
create index erasures_when on app.erasures (city, erased_at desc, person_id);

alter table app.legal_holds add column reference text not null default '' check (length(reference) <= 60);
alter table app.legal_holds add column lifted_by uuid;
alter table app.legal_holds add column lifted_reason text not null default '' check (length(lifted_reason) <= 500);
create index legal_holds_standing on app.legal_holds (city, person_id) where lifted_at is null;
comment on column app.legal_holds.reference is 'The case number or person id by which the officer of data protection named it; never a name.';

create table app.retention_runs (
  city text not null default app.city() references app.cities,
  run_id uuid not null,
  rule text not null check (rule in ('UNIDENTIFIED_DETAILS', 'IDENTITY_WITHOUT_CASE', 'CASE_SEALED', 'CASE_AFTER_18', 'ADULT_IN_OPERATION')),
  ran_at timestamptz not null,
  after_months int not null,
  done int not null,
  held int not null,
  due_soon int not null,
  primary key (city, run_id, rule)
);
create index retention_runs_when on app.retention_runs (city, ran_at desc);
comment on table app.retention_runs is 'What each nightly run of the retention rules did, was kept from by a legal hold, and will have to do within 30 days.';
select sec.lock_table('app.retention_runs');
grant select on app.retention_runs to rangkul_app;
create policy officers_read on app.retention_runs for select to rangkul_app
  using ((select app.viewer_role()) in ('data_protection_officer', 'auditor', 'administrator'));

create policy auditor_reads on app.legal_holds for select to rangkul_app using ((select app.viewer_role()) = 'auditor');

-- ---------------------------------------------------------------- backups and the way out
alter table app.backups add column file text not null default '';
create index backups_when on app.backups (taken_at desc);
comment on table app.backups is 'Each backup that was tried: when, how large, when it was verified by starting it, or why it failed. city null: of the whole installation.';
create function sec.forget_ended_sessions(before timestamptz) returns int language sql security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (delete from sec.sessions where coalesce(revoked_at, expires_at) < before and expires_at < before returning 1)
  select count(*)::int from gone $$;
create function sec.end_all_sessions() returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  update sec.sessions set revoked_at = now() where revoked_at is null $$;
revoke all on function sec.forget_ended_sessions, sec.end_all_sessions from public;
grant execute on function sec.forget_ended_sessions, sec.end_all_sessions to rangkul_jobs;
-- The backup role writes the export: it reads every table and sequence, those of later migrations too.
grant select on all tables in schema app, sec to rangkul_backup;
grant select on all sequences in schema app, sec to rangkul_backup;
alter default privileges in schema app grant select on tables to rangkul_backup;
alter default privileges in schema sec grant select on tables to rangkul_backup;
alter default privileges in schema app grant select on sequences to rangkul_backup;
alter default privileges in schema sec grant select on sequences to rangkul_backup;
grant usage on schema migrations to rangkul_jobs, rangkul_backup;
grant select on migrations.steps to rangkul_jobs, rangkul_backup;
