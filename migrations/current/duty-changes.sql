-- The change history of the duties, from the log itself, so that it cannot say other than what was recorded. The log is
-- otherwise open to who reviews; what it says of duties is nobody's secret.
create or replace function app.duty_changes(a_before bigint) returns table
  (change_id bigint, changed_at timestamptz, changed_by text, act text, agency_code text, duty_code text, day date)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.audit_id, r.recorded_at, s.name, split_part(r.act, '.', 2), d.agency_code, d.duty_code,
         coalesce(r.detail ->> 'from', r.detail ->> 'until')::date
    from app.audit_rows r
    join app.duties d on d.city = r.city and d.duty_id::text = r.on_id
    left join app.staff s on s.city = r.city and s.staff_id = r.staff_id
   where app.viewer_staff() is not null and r.city = app.city() and r.on_kind = 'duty' and r.act in ('duty.added', 'duty.ended')
     and (a_before is null or r.audit_id < a_before)
   order by r.audit_id desc
   limit 51 $$;
comment on function app.duty_changes is 'Who gave an agency a duty or ended it, and when; newest first, 51 at a time.';
revoke execute on function app.duty_changes from public;
grant execute on function app.duty_changes to rangkul_app;
