-- Tries to sign in are counted only when they are let through, several counts in one step, and taken back when the
-- password was right. What the counts may reach is written beside the sign-in (src/agencies/session/tries.ts).
drop function sec.count_attempt(text, interval);
drop function sec.attempts(text, interval);
comment on table sec.sign_in_attempts is 'Wrong tries to sign in, per what is counted and window, kept in the database so that a restart forgives nobody.';

create function sec.take_try(a_counts jsonb, a_at timestamptz) returns timestamptz
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c record; v_from timestamptz; v_n int; v_account int := 0;
begin
  for c in select * from jsonb_to_recordset(a_counts) as r (scope text, "window" interval, most int, "narrowFrom" int) loop
    v_from := date_bin(c."window", a_at, '2000-01-01 00:00:00+00');
    -- Taken for writing even when nothing is added yet: of two tries at once one waits, so that the counts are exact.
    insert into sec.sign_in_attempts as t (scope, window_start, n) values (c.scope, v_from, 0)
      on conflict (scope, window_start) do update set n = t.n returning t.n into v_n;
    if c.most is null then v_account := v_n;
    elsif v_n >= c.most and v_account >= coalesce(c."narrowFrom", 0) then return v_from + c."window";
    end if;
  end loop;
  perform sec.change_tries(a_counts, a_at, 1);
  return null;
end $$;
comment on function sec.take_try is 'Counts one try, or says until when there is none. The count without a limit is the account''s: limits with narrowFrom hold from that many on. A refused try counts nowhere.';

create function sec.change_tries(a_counts jsonb, a_at timestamptz, a_by int) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  update sec.sign_in_attempts t set n = greatest(t.n + a_by, 0)
    from jsonb_to_recordset(a_counts) as r (scope text, "window" interval)
   where t.scope = r.scope and t.window_start = date_bin(r."window", a_at, '2000-01-01 00:00:00+00') $$;
create function sec.give_back_try(a_counts jsonb, a_at timestamptz) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$ select sec.change_tries(a_counts, a_at, -1) $$;

create function sec.code_fits(a_city text, a_username text, a_hash bytea) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from sec.one_time_codes o join app.staff s on s.city = o.city and s.staff_id = o.staff_id
    where s.city = a_city and s.username = a_username and s.state in ('invited', 'active')
      and o.code_hash = a_hash and o.used_at is null and o.expires_at > now()) $$;
comment on function sec.code_fits is 'Whether a one-time code would open the account, asked before a password is hashed for it.';

revoke all on function sec.take_try, sec.change_tries, sec.give_back_try, sec.code_fits from public;
grant execute on function sec.take_try, sec.give_back_try, sec.code_fits to rangkul_jobs;
