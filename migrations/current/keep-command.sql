-- What ends every command and every look that has to be told of, under the names the session gives: as the policies
-- adds_own and own would have it, asked once.
create or replace function sec.write_audit(a_audit jsonb) returns sec.sessions language plpgsql security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
declare s sec.sessions;
begin
  select * into s from sec.sessions x
   where x.token_hash = sha256(convert_to(coalesce(current_setting('app.token', true), ''), 'UTF8')) and x.revoked_at is null and x.expires_at > now();
  if not found then
    raise exception using errcode = '42501', message = 'new row violates row-level security policy for table "audit_rows"';
  end if;
  insert into app.audit_rows (city, staff_id, agency_code, role, act, on_kind, on_id, persons, detail)
  select s.city, s.staff_id, s.agency_code, s.role, e.act, e.on_kind, e.on_id, e.persons, e.detail
    from jsonb_to_recordset(a_audit) as e (act text, on_kind text, on_id text, persons uuid[], detail jsonb);
  return s;
end $$;
comment on function sec.write_audit is 'Writes audit rows as whoever the session says is at work, and answers that session.';
revoke execute on function sec.write_audit from public;

create or replace function app.keep_command(a_audit jsonb, a_command_id uuid, a_command text, a_hash bytea, a_outcome jsonb, a_occurred_at timestamptz)
  returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
declare s constant sec.sessions := sec.write_audit(a_audit);
begin
  insert into app.command_log (city, command_id, staff_id, command, input_hash, outcome, occurred_at)
  values (s.city, a_command_id, s.staff_id, a_command, a_hash, a_outcome, a_occurred_at);
end $$;
comment on function app.keep_command is 'Writes the audit rows of a command and what its id did, as whoever the session says is at work.';
revoke execute on function app.keep_command from public;
grant execute on function app.keep_command to rangkul_app, rangkul_jobs;

create or replace function app.keep_audit(a_audit jsonb) returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  perform sec.write_audit(a_audit);
end $$;
comment on function app.keep_audit is 'Writes audit rows as whoever the session says is at work.';
revoke execute on function app.keep_audit from public;
grant execute on function app.keep_audit to rangkul_app, rangkul_jobs;
