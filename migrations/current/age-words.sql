-- Every word about a person's age, in all records of the person. The class that protects somebody is worked out from all of
-- them, also by a viewer for whom the earlier encounters do not exist: of those no more comes out of here than an age and a day.
create or replace function app.age_words(a_person uuid) returns json
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
declare c text := app.city();
begin
  if not (app.viewer_reaches(a_person) or coalesce(app.viewer_role(), '') = 'coordinator') then return null; end if;
  return (
    select json_agg(w)
      from app.person_alias a
      cross join lateral (
        select g.kind, g.years_low as "yearsLow", g.years_high as "yearsHigh", g.birth_date as "birthDate", g.on_date as "onDate",
               extract(epoch from g.recorded_at) as at, g.by_supervisor as "bySupervisor", null as "metAs"
          from app.person_ages g where g.city = a.city and g.person_id = a.same_as
        union all
        select 'met', least(e.stated_age, e.assessed_low), greatest(e.stated_age, e.assessed_low, e.assessed_high), null,
               app.local_date(e.occurred_at), extract(epoch from e.recorded_at), false, e.age_class
          from app.encounters e where e.city = a.city and e.person_id = a.same_as) w
     where a.city = c and a.person_id = a_person);
end $$;
comment on function app.age_words is 'What was said and judged of a person''s age, for whoever reaches that person.';
revoke all on function app.age_words from public;
grant execute on function app.age_words to rangkul_app;
