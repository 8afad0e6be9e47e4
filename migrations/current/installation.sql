-- What the command line and the start ask of a whole installation, across its cities.
create or replace function app.advance_key_slots(a_next bigint) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  select setval('app.identity_key_slots', a_next, false)
   where a_next > (select case when s.is_called then s.last_value + 1 else s.last_value end from app.identity_key_slots s) $$;
comment on function app.advance_key_slots is 'After a restore the sequence lags behind the key store: a slot given out since, perhaps destroyed, must not be given out again.';

create or replace function app.audit_horizon() returns xid8 language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select max(greatest(
      (select s.before_txid from app.audit_seals s where s.city = c.city order by s.seal_no desc limit 1),
      (select r.txid from app.audit_rows r where r.city = c.city order by r.txid desc limit 1)))
    from app.cities c $$;
comment on function app.audit_horizon is 'The highest transaction the audit log knows: a database that was filled from an export must count on from here.';

create or replace function app.new_epoch() returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  update app.cities set epoch = gen_random_uuid() $$;

revoke all on function app.advance_key_slots, app.audit_horizon, app.new_epoch from public;
grant execute on function app.advance_key_slots, app.audit_horizon, app.new_epoch to rangkul_jobs;

create or replace function app.oldest_unsealed() returns timestamptz language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select min(u.at) from app.cities c cross join lateral (
    select r.recorded_at as at from app.audit_rows r
     where r.city = c.city and r.txid >= coalesce((select s.before_txid from app.audit_seals s where s.city = c.city order by s.seal_no desc limit 1), '0'::xid8)
     order by r.txid, r.audit_id limit 1) u $$;
revoke all on function app.oldest_unsealed from public;
grant execute on function app.oldest_unsealed to rangkul_jobs;
