-- Custody that began with an encounter and was written down by those who met the person: whoever recorded the encounter,
-- or anybody else of the team of its operation.
create or replace view app.custody_by_team with (security_invoker = true) as
  select i.city, i.custody_id
    from app.custody_intervals i
    join app.encounters e on e.city = i.city and e.encounter_id = i.encounter_id
   where i.recorded_by = e.recorded_by
      or exists (select 1 from app.operation_team t where t.city = e.city and t.operation_id = e.operation_id and t.staff_id = i.recorded_by);
comment on view app.custody_by_team is 'Custody taken in by the team that met the person: minutes between the two are no gap.';
grant select on app.custody_by_team to rangkul_app, rangkul_jobs;
