-- Lock one, the fact: what the viewer is to a person. No row means the person does not exist for the viewer.
-- Every read of the application joins it; what a standing reveals is the literal table in src/persons/access.ts.
create or replace view app.person_alias with (security_invoker = true) as
  select p.city, p.person_id, p.person_id as same_as from app.persons p
  union all
  select g.city, g.person_id, g.stands_for from app.person_merges g
  union all
  select g.city, g.stands_for, g.person_id from app.person_merges g
  union all
  select g.city, g.person_id, h.person_id from app.person_merges g
    join app.person_merges h on h.city = g.city and h.stands_for = g.stands_for and h.person_id <> g.person_id;
comment on view app.person_alias is 'Each person with every person it is the same as, itself first.';

create or replace view app.person_fact with (security_invoker = true) as
  select c.city, c.person_id, 'caseTeam' as standing, c.case_id as because
    from app.cases c
   where c.city = (select app.city()) and c.state in ('open', 'closed')
     and (c.worker_id = (select app.viewer_staff()) or (c.agency_code = (select app.viewer_agency()) and (select app.viewer_role()) = 'supervisor'))
  union all
  select w.city, w.person_id, 'caseTeam', w.case_id
    from app.case_workers w join app.cases c on c.city = w.city and c.case_id = w.case_id and c.state in ('open', 'closed')
   where w.city = (select app.city()) and w.staff_id = (select app.viewer_staff()) and w.to_at is null
  union all
  select b.city, b.person_id, 'breakGlass', b.break_id
    from app.break_glass b
   where b.city = (select app.city()) and b.staff_id = (select app.viewer_staff()) and b.until > now()
  union all
  select i.city, i.person_id, 'custodian', i.custody_id
    from app.custody_intervals i
   where i.city = (select app.city()) and i.agency_code = (select app.viewer_agency()) and i.ended_at is null and not i.set_aside
     and (select app.viewer_role()) in ('custody_desk', 'social_worker', 'supervisor')
  union all
  select e.city, e.person_id, 'operationTeam', e.encounter_id
    from app.operation_team t
    join app.operations o on o.city = t.city and o.operation_id = t.operation_id and o.state = 'under_way'
    join app.encounters e on e.city = t.city and e.operation_id = t.operation_id and e.person_id is not null
   where t.city = (select app.city()) and t.staff_id = (select app.viewer_staff()) and t.ended_at is null
  union all
  select e.city, e.person_id, 'recorder', e.encounter_id
    from app.encounters e
   where e.city = (select app.city()) and e.recorded_by = (select app.viewer_staff()) and e.operation_id is null
     and e.recorded_at > greatest(now() - interval '72 hours', (select app.viewer_desk_since())) and e.person_id is not null
  union all
  select r.city, r.person_id, 'reviewer', r.review_id
    from app.match_reviews r
   where r.city = (select app.city()) and (r.answer is null or (r.answer = 'same' and r.answered_at > now() - interval '90 days'))
     and (select app.viewer_role()) = 'supervisor'
  union all
  select r.city, r.candidate_person_id, 'reviewer', r.review_id
    from app.match_reviews r
   where r.city = (select app.city()) and (r.answer is null or (r.answer = 'same' and r.answered_at > now() - interval '90 days'))
     and (select app.viewer_role()) = 'supervisor'
  union all
  select f.city, f.person_id, 'referredAgency', f.referral_id
    from app.referrals f
   where f.city = (select app.city()) and f.to_agency = (select app.viewer_agency()) and f.state in ('sent', 'accepted')
     and (select app.viewer_role()) in ('partner_desk', 'custody_desk', 'social_worker', 'supervisor', 'area_desk')
  union all
  select l.city, l.person_id, 'areaDesk', l.plan_line_id
    from app.plan_lines l
   where l.city = (select app.city()) and l.agency_code = (select app.viewer_agency()) and l.state = 'open'
     and (select app.viewer_role()) = 'area_desk'
  union all
  select v.city, v.person_id, 'areaDesk', v.visit_id
    from app.aftercare_visits v
   where v.city = (select app.city()) and v.agency_code = (select app.viewer_agency()) and v.done_at is null
     and (select app.viewer_role()) = 'area_desk'
  union all
  select p.city, p.person_id, 'coordinator', p.person_id
    from app.persons p
   where p.city = (select app.city()) and (select app.viewer_role()) = 'coordinator';
comment on view app.person_fact is 'The facts that give a viewer a standing towards a person as recorded.';

create or replace view app.person_standing with (security_invoker = true) as
  select a.city, a.person_id, f.standing, f.because
    from app.person_alias a
    join app.person_fact f on f.city = a.city and f.person_id = a.same_as and (f.standing <> 'operationTeam' or a.same_as = a.person_id);
comment on view app.person_standing is 'Standing carried to every record of the same person, but for a team''s: it knows whom it met, not who that is elsewhere. Several rows for one person are ranked in src/persons/access.ts.';

-- The contacts that are a viewer's own: what the running operation, the own record or the present custody goes back to. A
-- custody that was handed on names no encounter; the one at its first contact is meant.
create or replace view app.own_contact with (security_invoker = true) as
  select f.city, f.person_id, f.standing, e.encounter_id, e.occurred_at as at
    from app.person_fact f
    join app.encounters e on e.city = f.city and e.encounter_id = f.because
   where f.standing in ('operationTeam', 'recorder')
  union all
  select f.city, f.person_id, f.standing, coalesce(i.encounter_id, m.encounter_id), coalesce(i.first_contact_at, i.started_at)
    from app.person_fact f
    join app.custody_intervals i on i.city = f.city and i.custody_id = f.because
    left join lateral (
      select e.encounter_id
        from app.person_alias a
        join app.encounters e on e.city = a.city and e.person_id = a.same_as and e.occurred_at = i.first_contact_at
       where a.city = i.city and a.person_id = i.person_id
       limit 1) m on i.encounter_id is null
   where f.standing = 'custodian';
comment on view app.own_contact is 'Of the standings that open only the viewer''s own contacts, which those are; used by src/encounters/queries/contacts.ts.';

grant select on app.person_alias, app.person_fact, app.person_standing, app.own_contact to rangkul_app, rangkul_jobs;

create or replace function app.standings_of(a_persons uuid[]) returns table (person_id uuid, standing text)
  language plpgsql stable as $$
begin
  return query
  select p.id, x.standing
    from unnest(a_persons) p(id)
    cross join lateral (select a.same_as from app.person_alias a
      where a.city = (select app.city()) and a.person_id = p.id offset 0) m
    cross join lateral (select distinct f.standing from app.person_fact f
      where f.city = (select app.city()) and f.person_id = m.same_as and (f.standing <> 'operationTeam' or m.same_as = p.id)) x;
end $$;
comment on function app.standings_of is 'The view for a page of persons at once: each looked up by itself, and planned once for a connection instead of at each page.';
revoke all on function app.standings_of from public;
grant execute on function app.standings_of to rangkul_app, rangkul_jobs;
