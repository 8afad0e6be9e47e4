-- Schemas: app = what the application role works with; sec = sessions, secrets and reach, without any grant;
-- jobs = the one door into the work queue; portal = what the public may read.
create schema extensions;
create extension if not exists btree_gist with schema extensions;
create schema app authorization current_user;
create schema sec authorization current_user;
create schema jobs authorization current_user;
create schema portal authorization current_user;
revoke all on schema public from public;
grant usage on schema app to rangkul_app, rangkul_jobs, rangkul_backup;
grant usage on schema sec to rangkul_jobs, rangkul_backup;
grant usage on schema jobs to rangkul_app;
grant usage, create on schema jobs to rangkul_jobs;
grant usage on schema portal to rangkul_portal;

-- ---------------------------------------------------------------- cities, areas, code lists
create table app.cities (
  city text primary key check (city ~ '^[0-9]{2}\.[0-9]{2}$'),
  name text not null,
  time_zone text not null,
  demonstration boolean not null default false,
  epoch uuid not null default gen_random_uuid(),
  opened_at timestamptz not null default now()
);
comment on table app.cities is 'A city that keeps its records here. demonstration can never be changed to real.';

create table sec.sessions (
  token_hash bytea primary key,
  session_id uuid not null default gen_random_uuid() unique,
  city text not null references app.cities,
  staff_id uuid,
  agency_code text,
  area_code text,
  role text not null,
  purpose text not null default 'sign-in',
  opened_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  idle_limit interval not null default '30 minutes',
  revoked_at timestamptz,
  device text
);
create index sessions_staff on sec.sessions (city, staff_id);
comment on table sec.sessions is 'Who is at work. The application role has no right here: it shows its token and a definer function looks.';

create function app.session_hash() returns bytea language sql stable parallel safe
  as $$ select sha256(convert_to(coalesce(current_setting('app.token', true), ''), 'UTF8')) $$;

create function app.city() returns text language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$ begin return (select s.city from sec.sessions s where s.token_hash = sha256(convert_to(coalesce(current_setting('app.token', true), ''), 'UTF8'))
        and s.revoked_at is null and s.expires_at > now()); end $$;
create function app.viewer_staff() returns uuid language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$ begin return (select s.staff_id from sec.sessions s where s.token_hash = sha256(convert_to(coalesce(current_setting('app.token', true), ''), 'UTF8'))
        and s.revoked_at is null and s.expires_at > now()); end $$;
create function app.viewer_agency() returns text language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$ begin return (select s.agency_code from sec.sessions s where s.token_hash = sha256(convert_to(coalesce(current_setting('app.token', true), ''), 'UTF8'))
        and s.revoked_at is null and s.expires_at > now()); end $$;
create function app.viewer_area() returns text language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$ begin return (select s.area_code from sec.sessions s where s.token_hash = sha256(convert_to(coalesce(current_setting('app.token', true), ''), 'UTF8'))
        and s.revoked_at is null and s.expires_at > now()); end $$;
create function app.viewer_role() returns text language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$ begin return (select s.role from sec.sessions s where s.token_hash = sha256(convert_to(coalesce(current_setting('app.token', true), ''), 'UTF8'))
        and s.revoked_at is null and s.expires_at > now()); end $$;
create function app.time_zone() returns text language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$ begin return (select c.time_zone from app.cities c where c.city = app.city()); end $$;
create function app.local_date(at timestamptz) returns date language sql stable
  as $$ select (at at time zone (select app.time_zone()))::date $$;
comment on function app.local_date is 'The day in the city: an encounter at 00.30 on 1 July counts in July.';

create table app.areas (
  area_code text primary key,
  kind text not null check (kind in ('country', 'province', 'regency', 'city', 'district', 'village')),
  name text not null,
  parent_code text references app.areas,
  latitude numeric(8, 5),
  longitude numeric(8, 5),
  valid_from date,
  valid_to date
);
create index areas_parent on app.areas (parent_code);
comment on table app.areas is 'Codes of the interior ministry, the same for the whole country: 13.71.07.1003.';

create table app.codes (
  city text not null default app.city() references app.cities,
  list text not null,
  code text not null,
  label_id text not null,
  label_en text not null,
  source text not null default '',
  valid_from date not null,
  valid_to date,
  position int not null default 0,
  extra jsonb not null default '{}',
  primary key (city, list, code)
);
comment on table app.codes is 'Dated code lists (activities, factors, categories …): a city can retire or add one without a release.';

create table app.settings (
  city text not null default app.city() references app.cities,
  key text not null,
  value jsonb not null,
  unit text not null default '',
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (city, key)
);
comment on table app.settings is 'Defaults set by the city (clocks, limits, retention). set_by null: still the default that came with the city folder. Never law.';

create table app.holidays (
  city text not null default app.city() references app.cities,
  day date not null,
  name text not null,
  primary key (city, day)
);

-- ---------------------------------------------------------------- agencies, staff
create table app.agencies (
  city text not null default app.city() references app.cities,
  agency_code text not null,
  name_id text not null,
  name_en text not null,
  kind text not null,
  parent_code text,
  area_code text references app.areas,
  valid_from date not null default '2012-01-01',
  valid_to date,
  primary key (city, agency_code)
);
create index agencies_area on app.agencies (area_code);

create table app.legal_bases (
  city text not null default app.city() references app.cities,
  legal_basis_id text not null,
  kind text not null,
  number text not null,
  year int not null check (year between 1945 and 2100),
  title text not null,
  dated date,
  valid_from date not null,
  valid_to date,
  text_checked boolean not null default false,
  note text not null default '',
  primary key (city, legal_basis_id),
  constraint legal_basis_valid_range check (valid_to is null or valid_to >= valid_from)
);

create table app.duties (
  city text not null default app.city() references app.cities,
  duty_id uuid not null default gen_random_uuid(),
  agency_code text not null,
  duty_code text not null,
  legal_basis_id text,
  is_default boolean not null default true,
  valid_from date not null default '2012-01-01',
  valid_to date,
  primary key (city, duty_id),
  constraint duty_valid_range check (valid_to is null or valid_to >= valid_from),
  constraint duty_once exclude using gist (city with =, agency_code with =, duty_code with =, daterange(valid_from, valid_to, '[]') with &&),
  foreign key (city, agency_code) references app.agencies,
  foreign key (city, legal_basis_id) references app.legal_bases
);
create index duties_by_code on app.duties (city, duty_code, agency_code);
create index duties_agency on app.duties (city, agency_code);
create index duties_basis on app.duties (city, legal_basis_id);

create table app.staff (
  city text not null default app.city() references app.cities,
  staff_id uuid not null,
  username text not null check (username ~ '^[a-z0-9][a-z0-9._-]{2,39}$'),
  name text not null check (length(name) between 1 and 120),
  agency_code text not null,
  role text not null,
  area_code text references app.areas,
  state text not null default 'invited' check (state in ('invited', 'active', 'suspended', 'ended')),
  locale text not null default 'id' check (locale in ('id', 'en')),
  does jsonb not null default '{}',
  invited_at timestamptz not null default now(),
  state_since timestamptz not null default now(),
  version int not null default 1,
  primary key (city, staff_id),
  constraint staff_username_taken unique (city, username),
  foreign key (city, agency_code) references app.agencies,
  constraint staff_role check (role in ('field_officer', 'custody_desk', 'social_worker', 'supervisor', 'partner_desk', 'area_desk',
    'coordinator', 'community_body', 'data_protection_officer', 'auditor', 'administrator'))
);
create index staff_agency on app.staff (city, agency_code, role);
create index staff_area on app.staff (area_code);

comment on column app.staff.does is 'What a member of the demonstration''s cast is and sees, {id, en}; empty elsewhere.';

create table sec.passwords (
  city text not null,
  staff_id uuid not null,
  hash text not null,
  set_at timestamptz not null default now(),
  primary key (city, staff_id),
  foreign key (city, staff_id) references app.staff
);
create table sec.one_time_codes (
  city text not null,
  staff_id uuid not null,
  code_hash bytea not null,
  made_by uuid,
  purpose text not null check (purpose in ('open-account', 'reset-password')),
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (city, staff_id, code_hash),
  foreign key (city, staff_id) references app.staff
);
create table sec.sign_in_attempts (
  scope text not null,
  window_start timestamptz not null,
  n int not null default 0,
  primary key (scope, window_start)
);
comment on table sec.sign_in_attempts is 'Counts per account+device, per address and in all, kept in the database so that a restart forgives nobody.';

-- ---------------------------------------------------------------- audit, commands, history, jobs
create table app.audit_rows (
  city text not null default app.city(),
  audit_id bigint generated always as identity,
  recorded_at timestamptz not null default clock_timestamp(),
  txid xid8 not null default pg_current_xact_id(),
  staff_id uuid default app.viewer_staff(),
  agency_code text default app.viewer_agency(),
  role text not null default app.viewer_role(),
  act text not null,
  on_kind text not null default '',
  on_id text not null default '',
  persons uuid[] not null default '{}',
  detail jsonb not null default '{}',
  primary key (city, audit_id)
);
create index audit_rows_unsealed on app.audit_rows (city, txid, audit_id);
create index audit_rows_persons on app.audit_rows using gin (persons);
create index audit_rows_staff on app.audit_rows (city, staff_id, recorded_at);
comment on table app.audit_rows is 'Who did or saw what, written in the same transaction as the act. Append-only by grant. Holds ids, never names.';

create table app.audit_seals (
  city text not null references app.cities,
  seal_no bigint not null,
  sealed_at timestamptz not null default clock_timestamp(),
  from_txid xid8 not null,
  before_txid xid8 not null,
  row_count int not null,
  root bytea not null,
  previous_root bytea not null,
  primary key (city, seal_no)
);
comment on table app.audit_seals is 'A seal covers every audit row of the transactions from_txid ≤ txid < before_txid: root = hash over them and the previous root.';

create table app.command_log (
  city text not null default app.city(),
  command_id uuid not null,
  staff_id uuid default app.viewer_staff(),
  command text not null,
  input_hash bytea not null,
  outcome jsonb not null,
  occurred_at timestamptz,
  recorded_at timestamptz not null default now(),
  primary key (city, command_id)
);
comment on table app.command_log is 'Every command that was carried out, by the id its sender gave it: a repeat gets the stored outcome.';

create table app.history (
  city text not null,
  history_id bigint generated always as identity,
  table_name text not null,
  row_key text not null,
  changed_at timestamptz not null default clock_timestamp(),
  staff_id uuid,
  was jsonb not null,
  primary key (city, history_id)
);
create index history_row on app.history (city, table_name, row_key);

create function sec.keep_history() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare k text := to_jsonb(old) ->> tg_argv[0];
begin
  insert into app.history (city, table_name, row_key, staff_id, was) values (old.city, tg_table_name, k, app.viewer_staff(), to_jsonb(old));
  return null;
end $$;
comment on function sec.keep_history is 'Keeps the old version of a changed row; the argument names the key column.';

create table app.erasures (
  city text not null references app.cities,
  person_id uuid not null,
  key_slot bigint,
  erased_at timestamptz not null default now(),
  rule text not null,
  primary key (city, person_id)
);
comment on table app.erasures is 'Identities erased, kept so that a restore erases them again before it opens.';

create table app.legal_holds (
  city text not null default app.city() references app.cities,
  person_id uuid not null,
  reason text not null check (length(reason) between 3 and 500),
  set_by uuid not null default app.viewer_staff(),
  set_at timestamptz not null default now(),
  lifted_at timestamptz,
  primary key (city, person_id, set_at)
);

create table app.backups (
  city text references app.cities,
  backup_id uuid primary key default gen_random_uuid(),
  taken_at timestamptz not null,
  kind text not null check (kind in ('embedded', 'confirmed', 'export')),
  bytes bigint,
  verified_at timestamptz,
  failed text
);
create index backups_city on app.backups (city);

create trigger staff_history after update or delete on app.staff for each row execute function sec.keep_history('staff_id');
create trigger settings_history after update or delete on app.settings for each row execute function sec.keep_history('key');
create trigger codes_history after update or delete on app.codes for each row execute function sec.keep_history('code');
create trigger duties_history after update or delete on app.duties for each row execute function sec.keep_history('duty_id');
create trigger legal_bases_history after update or delete on app.legal_bases for each row execute function sec.keep_history('legal_basis_id');
