-- One look at "met before?" against the day's budget of its officer. Whoever asks at the same moment waits from here to
-- the commit, so that the count is exact; the search before it keeps nobody waiting. With the rights of who asks.
create or replace function app.write_look(a_day date, a_limit int, a_operation uuid, a_candidates uuid[], a_strengths text[])
  returns table (look_id bigint, looks_left int)
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  me constant uuid := app.viewer_staff();
  used int;
begin
  perform pg_advisory_xact_lock(hashtextextended('look ' || me, 0));
  -- A statement of its own: it must see what those wrote who had the lock before.
  used := (select count(*) from app.match_looks l where l.city = app.city() and l.staff_id = me and l.day = a_day);
  if used >= a_limit then return; end if;
  return query
    insert into app.match_looks as l (day, operation_id, hints, candidates, strengths)
    values (a_day, a_operation, cardinality(a_candidates), a_candidates, a_strengths)
    returning l.look_id, a_limit - used - 1;
end $$;
comment on function app.write_look is 'Writes a look and says how many the day still has; no row when there is none left.';
revoke execute on function app.write_look from public;
grant execute on function app.write_look to rangkul_app;
