-- What a case needs to know beyond the rows its viewer reaches; each door looks at who asks.
create or replace function app.next_case_number(opened_at timestamptz) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c text := app.city(); y text := to_char(app.local_date(opened_at), 'YYYY'); n bigint; wanted text;
begin
  select split_part(x.case_number, '-', 3)::bigint into n from app.cases x
   where x.city = c and split_part(x.case_number, '-', 2) = y order by split_part(x.case_number, '-', 3)::bigint desc limit 1;
  n := coalesce(n, 0);
  loop
    n := n + 1;
    wanted := 'K-' || y || '-' || case when n < 10000 then lpad(n::text, 4, '0') else n::text end;
    continue when not pg_try_advisory_xact_lock(hashtextextended(c || ' ' || wanted, 0));
    exit when not exists (select 1 from app.cases x where x.city = c and x.case_number = wanted);
  end loop;
  return wanted;
end $$;
comment on function app.next_case_number is 'The next free number of the city''s year. A number in another transaction''s hands is passed over, so nobody waits; one given back is given out again.';

create or replace function sec.viewer_reaches(a_person uuid, a_level text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select app.viewer_role() not in ('coordinator', 'community_body', 'data_protection_officer', 'auditor', 'administrator') and exists (
    select 1 from app.reach r
     where r.city = app.city() and r.person_id = a_person and (a_level is null or r.level = a_level) and (r.until is null or r.until > now())
       and (r.staff_id = app.viewer_staff() or r.operation_id = any (app.viewer_operations())
         or (r.staff_id is null and r.operation_id is null and (r.agency_code = app.viewer_agency() or (r.agency_code is null and r.role is not null))
           and (r.role is null or r.role = app.viewer_role())))) $$;

create or replace function app.risk_reason_of(a_case uuid) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.risk_reason from app.cases c
   where c.city = app.city() and c.case_id = a_case and sec.viewer_reaches(c.person_id, 'full') $$;
comment on function app.risk_reason_of is 'The words behind a level of risk, for the team of the case: the column itself is not granted, since desks, partners and the coordinator reach the row.';

create or replace function app.open_case_of(a_person uuid) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.case_number from app.person_alias a
    join app.cases c on c.city = a.city and c.person_id = a.same_as and c.state = 'open'
   where a.city = app.city() and a.person_id = a_person
     and app.viewer_role() in ('social_worker', 'supervisor') and sec.viewer_reaches(a_person, null)
   limit 1 $$;
comment on function app.open_case_of is 'The number of the open case of a person the viewer reaches, whoever keeps it: so that a second one is not opened beside it.';

create or replace function app.closed_case_of(a_person uuid) returns table (case_number text, closed_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.case_number, c.closed_at from app.person_alias a
    join app.cases c on c.city = a.city and c.person_id = a.same_as and c.state = 'closed'
   where a.city = app.city() and a.person_id = a_person
     and app.viewer_role() in ('social_worker', 'supervisor') and sec.viewer_reaches(a_person, null)
   order by c.closed_at desc limit 1 $$;
comment on function app.closed_case_of is 'The last closed case of a person the viewer reaches, whoever kept it: so that it is reopened rather than a new one opened.';

create or replace function app.answer_alerts_of(a_person uuid, a_at timestamptz, a_reason text) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  update app.contact_alerts x set answered_at = a_at, answer = 'not_needed', reason = a_reason
    from app.person_alias a
   where a.city = app.city() and a.person_id = a_person and x.city = a.city and x.person_id = a.same_as and x.answered_at is null
     and app.open_case_of(a_person) is not null $$;
comment on function app.answer_alerts_of is 'Once a child has a new case nobody is asked to reopen the old one, also not a worker whose alerts the viewer does not reach.';

create or replace function app.behind_case_number(a_number text) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.person_id from app.cases c
   where c.city = app.city() and c.case_number = a_number and c.state in ('open', 'closed')
     and app.viewer_role() in ('social_worker', 'supervisor') $$;
create or replace function app.case_number_of(a_person uuid) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.case_number from app.cases c
   where c.city = app.city() and c.person_id = a_person and c.state in ('open', 'closed')
     and app.viewer_role() in ('social_worker', 'supervisor')
   order by (c.state = 'open') desc, c.opened_at desc limit 1 $$;
comment on function app.behind_case_number is 'The person behind a case number read out on the telephone: only to break the glass, which is recorded and reviewed.';

create or replace function app.who_looked(a_person uuid, before_id bigint, how_many int)
  returns table (audit_id bigint, recorded_at timestamptz, staff_id uuid, agency_code text, role text, act text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select x.audit_id, x.recorded_at, x.staff_id, x.agency_code, x.role, x.act
    from app.audit_rows x
   where x.city = app.city() and x.persons @> array[a_person] and x.audit_id < before_id and sec.viewer_reaches(a_person, 'full')
   order by x.audit_id desc limit least(how_many, 51) $$;
comment on function app.who_looked is 'Who saw or changed anything of a child, for the team of its case; through a door because row security would read the whole log.';

create or replace view app.case_loose_ends with (security_invoker = true) as
  select l.city, l.case_id, 'plan_line' as kind, l.plan_line_id as id, l.agency_code, l.due_on::timestamptz as at
    from app.plan_lines l where l.state = 'open'
  union all
  select f.city, f.case_id, 'referral', f.referral_id, f.to_agency, f.due_at
    from app.referrals f where f.state in ('sent', 'accepted')
  union all
  select c.city, c.case_id, 'custody', i.custody_id, i.agency_code, i.started_at
    from app.cases c
    join app.person_alias a on a.city = c.city and a.person_id = c.person_id
    join app.custody_intervals i on i.city = a.city and i.person_id = a.same_as
   where i.ended_at is null and not i.set_aside and i.agency_code is not null;
comment on view app.case_loose_ends is 'What still waits for somebody in a case: open plan lines, referrals under way, a custodian that is an agency.';
grant select on app.case_loose_ends to rangkul_app, rangkul_jobs;
