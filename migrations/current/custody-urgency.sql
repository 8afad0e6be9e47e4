-- Whether a child in custody goes at once must not depend on who looks: a custodian reaches only the encounter the custody
-- goes back to, and an injury that a colleague recorded later would be lost. Of what was said since first contact the last
-- word counts; it comes out as urgent or not, and of earlier contacts nothing does.
create or replace function app.custody_urgency(a_person uuid) returns table (hurt boolean, unwell boolean, at_risk boolean)
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  c text := app.city();
  since timestamptz;
begin
  if not app.viewer_reaches(a_person, array['full', 'held', 'team']) then return; end if;
  select min(coalesce(i.first_contact_at, i.started_at)) into since
    from app.person_alias a
    join app.custody_intervals i on i.city = a.city and i.person_id = a.same_as
   where a.city = c and a.person_id = a_person and i.ended_at is null and not i.set_aside;
  if since is null then return; end if;
  return query
  with met as materialized (
    select e.occurred_at, e.encounter_id, e.injury, e.condition, e.intoxication, e.needs
      from app.person_alias a
      join app.encounters e on e.city = a.city and e.person_id = a.same_as
     where a.city = c and a.person_id = a_person and e.occurred_at >= since),
  urgent as materialized (
    select k.list, k.code
      from app.codes k
     where k.city = c and k.list in ('injury', 'condition', 'need') and coalesce((k.extra ->> 'urgent')::boolean, false)
       and k.valid_from <= app.local_date(now()) and (k.valid_to is null or k.valid_to >= app.local_date(now())))
  select (select exists (select 1 from urgent u where u.list = 'injury' and u.code = m.injury)
            from met m where m.injury is not null order by m.occurred_at desc, m.encounter_id desc limit 1),
         (select coalesce(m.intoxication = 'YES', false) or exists (select 1 from urgent u where u.list = 'condition' and u.code = m.condition)
            from met m where m.condition is not null or m.intoxication is not null order by m.occurred_at desc, m.encounter_id desc limit 1),
         (select exists (select 1 from urgent u where u.list = 'need' and u.code = any (m.needs))
            from met m where cardinality(m.needs) > 0 order by m.occurred_at desc, m.encounter_id desc limit 1);
end $$;
comment on function app.custody_urgency is 'Whether a person in custody is hurt, unwell or at risk by what was said since first contact, for whoever may see that custody; null where nothing was said.';
revoke all on function app.custody_urgency from public;
grant execute on function app.custody_urgency to rangkul_app;
