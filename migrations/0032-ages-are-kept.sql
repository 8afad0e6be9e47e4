-- An age that was stated is never changed, and who settles two that contradict each other is known of each row.
alter table app.person_ages add column by_supervisor boolean not null default false;
update app.person_ages g set by_supervisor = true
  from app.staff s where s.city = g.city and s.staff_id = g.recorded_by and s.role = 'supervisor';
alter table app.person_ages alter column by_supervisor set default coalesce(app.viewer_role() = 'supervisor', false);
comment on column app.person_ages.by_supervisor is 'Said by a supervisor: settles what was said before. The session decides it, never the caller.';

revoke insert, update on app.person_ages from rangkul_app;
grant insert (person_id, kind, years_low, years_high, birth_date, on_date) on app.person_ages to rangkul_app;
drop policy reached_changes on app.person_ages;
