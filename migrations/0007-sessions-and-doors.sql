-- The doors. Only the role rangkul_jobs may open a session or read a password hash: a hole in a page, which runs as
-- rangkul_app, can neither make a session nor choose whose it is.
create function sec.sign_in_facts(a_city text, a_username text)
  returns table (staff_id uuid, agency_code text, area_code text, role text, state text, hash text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.staff_id, s.agency_code, s.area_code, s.role, s.state, p.hash
    from app.staff s left join sec.passwords p on p.city = s.city and p.staff_id = s.staff_id
   where s.city = a_city and s.username = a_username $$;

create function sec.open_session(a_city text, a_staff uuid, a_hash bytea, a_minutes int, a_idle_minutes int, a_device text) returns uuid
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into sec.sessions (token_hash, city, staff_id, agency_code, area_code, role, expires_at, idle_limit, device)
  select a_hash, s.city, s.staff_id, s.agency_code, s.area_code, s.role, now() + make_interval(mins => a_minutes), make_interval(mins => a_idle_minutes), a_device
    from app.staff s where s.city = a_city and s.staff_id = a_staff and s.state = 'active'
  returning session_id $$;

create function sec.open_service_session(a_city text, a_purpose text, a_hash bytea, a_hours int) returns uuid
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into sec.sessions (token_hash, city, role, purpose, expires_at, idle_limit)
  values (a_hash, a_city, 'service_' || a_purpose, a_purpose, now() + make_interval(hours => a_hours), make_interval(hours => a_hours))
  returning session_id $$;

create function sec.end_sessions_of(a_city text, a_staff uuid) returns int
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (update sec.sessions set revoked_at = now() where city = a_city and staff_id = a_staff and revoked_at is null returning 1)
  select count(*)::int from gone $$;

create function sec.set_password(a_city text, a_staff uuid, a_hash text) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into sec.passwords (city, staff_id, hash) values (a_city, a_staff, a_hash)
  on conflict (city, staff_id) do update set hash = excluded.hash, set_at = now() $$;

create function sec.count_attempt(a_scope text, a_window interval) returns int
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into sec.sign_in_attempts (scope, window_start, n) values (a_scope, date_bin(a_window, now(), '2000-01-01'), 1)
  on conflict (scope, window_start) do update set n = sec.sign_in_attempts.n + 1 returning n $$;
create function sec.attempts(a_scope text, a_window interval) returns int
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce((select n from sec.sign_in_attempts where scope = a_scope and window_start = date_bin(a_window, now(), '2000-01-01')), 0) $$;
create function sec.forget_attempts(before timestamptz) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$ delete from sec.sign_in_attempts where window_start < before $$;

revoke all on all functions in schema sec from public;
grant execute on function sec.sign_in_facts, sec.open_session, sec.open_service_session, sec.end_sessions_of, sec.set_password,
  sec.count_attempt, sec.attempts, sec.forget_attempts to rangkul_jobs;
grant select, insert, update on sec.one_time_codes to rangkul_jobs;
grant select, update on sec.sessions to rangkul_jobs;
grant select on all tables in schema sec to rangkul_backup;

-- The application's way in: shows its token, says which command it carries, and gets who it is and what that id already did.
create function app.enter(a_token text, a_command uuid default null)
  returns table (city text, staff_id uuid, agency_code text, area_code text, role text, session_id uuid, name text, locale text,
    time_zone text, city_name text, demonstration boolean, stored_command text, stored_hash bytea, stored_outcome jsonb, stored_staff uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare h bytea := sha256(convert_to(a_token, 'UTF8')); s sec.sessions;
begin
  perform set_config('app.token', a_token, true);
  select * into s from sec.sessions x where x.token_hash = h and x.revoked_at is null and x.expires_at > now() and x.last_seen_at + x.idle_limit > now();
  if not found then perform set_config('app.token', '', true); return; end if;
  if s.last_seen_at < now() - interval '1 minute' then update sec.sessions x set last_seen_at = now() where x.token_hash = h; end if;
  return query select s.city, s.staff_id, s.agency_code, s.area_code, s.role, s.session_id, coalesce(f.name, s.purpose), coalesce(f.locale, 'id'),
      c.time_zone, c.name, c.demonstration, l.command, l.input_hash, l.outcome, l.staff_id
    from app.cities c
    left join app.staff f on f.city = s.city and f.staff_id = s.staff_id
    left join app.command_log l on a_command is not null and l.city = s.city and l.command_id = a_command
   where c.city = s.city;
end $$;
create function app.leave(a_token text) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  update sec.sessions set revoked_at = now() where token_hash = sha256(convert_to(a_token, 'UTF8')) and revoked_at is null $$;
create function app.set_my_locale(a_locale text) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  update app.staff set locale = a_locale where city = app.city() and staff_id = app.viewer_staff() $$;

create function app.check_code(a_list text, a_code text, a_day date) returns boolean language plpgsql stable as $$
begin
  if exists (select 1 from app.codes c where c.city = (select app.city()) and c.list = a_list and c.code = a_code
      and c.valid_from <= a_day and (c.valid_to is null or c.valid_to >= a_day)) then return true; end if;
  raise exception using errcode = 'RK001', message = 'code-not-valid', detail = a_list;
end $$;
comment on function app.check_code is 'A code must be in its list on the day it is used; RK001 becomes the problem code-not-valid, tied to the field.';
