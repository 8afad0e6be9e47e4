-- What an administrator may do with staff and sessions beyond the table itself. Each function looks itself whether an
-- administrator of the same city is asking.
create function sec.require_administrator(a_staff uuid) returns text
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare c text := app.city();
begin
  if app.viewer_role() is distinct from 'administrator' or not exists (select 1 from app.staff s where s.city = c and s.staff_id = a_staff) then
    raise exception using errcode = '42501', message = 'row-level security: not an administrator of this city';
  end if;
  return c;
end $$;

create function app.end_sessions(a_staff uuid) returns int
  language sql security definer set search_path = pg_catalog, pg_temp as $$ select sec.end_sessions_of(sec.require_administrator(a_staff), a_staff) $$;

create function app.issue_code(a_staff uuid, a_hash bytea, a_purpose text, a_hours int) returns timestamptz
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c text := sec.require_administrator(a_staff); until timestamptz := now() + make_interval(hours => a_hours);
begin
  update sec.one_time_codes o set expires_at = now() where o.city = c and o.staff_id = a_staff and o.used_at is null and o.expires_at > now();
  insert into sec.one_time_codes (city, staff_id, code_hash, made_by, purpose, expires_at) values (c, a_staff, a_hash, app.viewer_staff(), a_purpose, until);
  if a_purpose = 'reset-password' then perform sec.end_sessions_of(c, a_staff); end if;
  return until;
end $$;
comment on function app.issue_code is 'A new code ends the earlier ones; only its hash is kept. A reset ends the sessions at once.';

create function app.code_states() returns table (staff_id uuid, purpose text, made_at timestamptz, expires_at timestamptz, used_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct on (o.staff_id) o.staff_id, o.purpose, o.made_at, o.expires_at, o.used_at
    from sec.one_time_codes o where o.city = app.city() and app.viewer_role() = 'administrator' order by o.staff_id, o.made_at desc $$;

create function app.my_codes() returns table (purpose text, made_at timestamptz, used_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.purpose, o.made_at, o.used_at from sec.one_time_codes o
   where o.city = app.city() and o.staff_id = app.viewer_staff() and o.made_at > now() - interval '30 days' order by o.made_at desc $$;
comment on function app.my_codes is 'Tells a person that a code was made for the account, so that one made behind the back is seen.';

create function app.open_work(a_staff uuid) returns table (cases int, alerts int, plan_lines int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (select count(*)::int from app.cases c where c.city = app.city() and c.worker_id = a_staff and c.state = 'open'),
         (select count(*)::int from app.contact_alerts a where a.city = app.city() and a.staff_id = a_staff and a.answered_at is null), 0
   where app.viewer_role() = 'administrator' $$;

create function app.hand_on_work(a_from uuid, a_to uuid) returns int
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c text := sec.require_administrator(a_from); n int;
begin
  if not exists (select 1 from app.staff s join app.staff f on f.city = s.city and f.staff_id = a_from
      where s.city = c and s.staff_id = a_to and s.state = 'active' and s.role in ('social_worker', 'supervisor') and s.agency_code = f.agency_code) then
    raise exception using errcode = '42501', message = 'row-level security: not a colleague who can take over';
  end if;
  update app.case_workers w set to_at = now() where w.city = c and w.staff_id = a_from and w.to_at is null;
  insert into app.case_workers (city, case_id, staff_id, person_id, reason)
    select k.city, k.case_id, a_to, k.person_id, 'handed on' from app.cases k where k.city = c and k.worker_id = a_from and k.state in ('open', 'closed')
    on conflict do nothing;
  update app.cases k set worker_id = a_to, changed_at = now(), version = k.version + 1 where k.city = c and k.worker_id = a_from and k.state in ('open', 'closed');
  get diagnostics n = row_count;
  update app.contact_alerts a set staff_id = a_to where a.city = c and a.staff_id = a_from and a.answered_at is null;
  return n;
end $$;
comment on function app.hand_on_work is 'Gives the cases and alerts of somebody who leaves to a colleague of the same agency; the administrator learns how many, not whose.';

create function sec.use_code(a_city text, a_username text, a_hash bytea, a_password text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare who uuid;
begin
  update sec.one_time_codes o set used_at = now() from app.staff s
   where s.city = a_city and s.username = a_username and s.state in ('invited', 'active') and o.city = s.city and o.staff_id = s.staff_id
     and o.code_hash = a_hash and o.used_at is null and o.expires_at > now()
  returning o.staff_id into who;
  if who is null then return null; end if;
  perform sec.set_password(a_city, who, a_password);
  perform sec.end_sessions_of(a_city, who);
  update app.staff s set state = 'active', state_since = now(), version = s.version + 1 where s.city = a_city and s.staff_id = who and s.state = 'invited';
  return who;
end $$;
revoke all on function sec.require_administrator, sec.use_code from public;
grant execute on function sec.use_code to rangkul_jobs;

create function sec.is_known_device(a_city text, a_username text, a_device text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a_device <> '' and exists (select 1 from sec.sessions x join app.staff s on s.city = x.city and s.staff_id = x.staff_id
     where x.city = a_city and s.username = a_username and x.device = encode(sha256(convert_to(a_device, 'UTF8')), 'hex')) $$;
comment on function sec.is_known_device is 'A device that this account signed in from before. Its tries are counted apart, so that a stranger''s wrong tries lock nobody out; a made-up device is none.';
create index sessions_device on sec.sessions (city, staff_id, device) where device is not null;
revoke all on function sec.is_known_device from public;
grant execute on function sec.is_known_device to rangkul_jobs;
