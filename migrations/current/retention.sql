-- Retention: how long what is kept (settings retention*), who is due, and how an identity is erased for good.
-- Persons that were merged count as one: the rule looks at all records of the same person together.
create or replace function app.retention_months(a_key text, a_on timestamptz default now()) returns int language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(
    (select t.value::int from app.setting_terms t
      where t.city = s.city and t.setting = s.key
        and t.valid_from <= (a_on at time zone (select c.time_zone from app.cities c where c.city = app.city()))::date
      order by t.valid_from desc, t.set_at desc limit 1),
    (s.value #>> '{}')::int)
  from app.settings s where s.city = app.city() and s.key = a_key $$;
comment on function app.retention_months is 'What holds on a day: the newest term the city has set by then, or the default.';

create or replace function app.is_held(a_person uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from app.legal_holds h
    left join app.person_merges g on g.city = h.city and g.person_id = h.person_id
    left join app.person_merges m on m.city = h.city and m.person_id = a_person
   where h.city = app.city() and h.lifted_at is null and coalesce(g.stands_for, h.person_id) = coalesce(m.stands_for, a_person)) $$;
comment on function app.is_held is 'A legal hold on one record of a person holds every record of the same person.';

create or replace function app.identity_slots() returns setof bigint language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.key_slot from app.person_identities i union select f.key_slot from app.sealed_fields f $$;
comment on function app.identity_slots is 'The slots of the key store that this database needs: what rangkul keys check looks up.';

create or replace function app.person_to_hold(a_reference text) returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(
    (select c.person_id from app.cases c where c.city = app.city() and c.case_number = a_reference),
    (select p.person_id from app.persons p where p.city = app.city() and p.person_id::text = a_reference))
   where app.viewer_role() = 'data_protection_officer' $$;
comment on function app.person_to_hold is 'The officer of data protection sees no child: a case number or person id given to him leads to the person, and nothing is shown.';

-- The sweeps over a whole city join by hash, whatever the statistics of a freshly restored database say.
create or replace function sec.retention_facts() returns table (head uuid, members uuid[], identified boolean, erased boolean, held boolean,
    last_contact timestamptz, only_adult_in_operation boolean, cases int, cases_unsealed int, adult_on date)
  language sql stable set search_path = pg_catalog, pg_temp as $$
  with met as (
    select e.person_id, max(e.occurred_at) as last_at, bool_and(e.age_class = 'ADULT') as adult, bool_or(e.operation_id is not null) as in_operation
      from app.encounters e where e.city = (select app.city()) and e.person_id is not null group by e.person_id),
  kept as (
    select c.person_id, max(coalesce(c.ended_at, 'infinity')) as last_at from app.custody_intervals c where c.city = (select app.city()) group by c.person_id),
  worked as (
    select c.person_id, count(*)::int as n, (count(*) filter (where c.state <> 'sealed'))::int as unsealed
      from app.cases c where c.city = (select app.city()) group by c.person_id)
  select coalesce(g.stands_for, p.person_id), array_agg(p.person_id), bool_or(p.named or i.person_id is not null),
         bool_or(x.person_id is not null),
         bool_or(p.person_id in (select h.person_id from app.legal_holds h where h.city = (select app.city()) and h.lifted_at is null)),
         max(greatest(p.last_met_at, met.last_at, kept.last_at, p.recorded_at)),
         bool_and(coalesce(met.adult, true)) and bool_or(coalesce(met.adult and met.in_operation, false)),
         sum(coalesce(worked.n, 0))::int, sum(coalesce(worked.unsealed, 0))::int,
         -- Of no stated age: counted as twelve years old at the first meeting.
         max(coalesce(p.birth_to, (coalesce(p.first_met_at, p.recorded_at) - interval '12 years')::date) + interval '18 years')::date
    from app.persons p
    left join app.person_merges g on g.city = p.city and g.person_id = p.person_id
    left join app.person_identities i on i.city = p.city and i.person_id = p.person_id
    left join app.erasures x on x.city = p.city and x.person_id = p.person_id
    left join met on met.person_id = p.person_id
    left join kept on kept.person_id = p.person_id
    left join worked on worked.person_id = p.person_id
   where p.city = (select app.city())
   group by coalesce(g.stands_for, p.person_id) $$;

create or replace function app.retention_due(a_on timestamptz) returns table (rule text, person_id uuid, held boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp set enable_nestloop = off as $$
  with limits as materialized (select
      a_on - make_interval(months => app.retention_months('retentionAdultIdentityMonths', a_on)) as adult_before,
      a_on - make_interval(months => app.retention_months('retentionIdentityWithoutCaseMonths', a_on)) as identity_before,
      a_on - make_interval(months => app.retention_months('retentionClosedCaseSealedAfterMonths', a_on)) as contact_before,
      a_on - make_interval(months => app.retention_months('retentionErasedAfterBirthday18Months', a_on)) as adult_on_before)
  select d.rule, unnest(f.members), f.held
    from sec.retention_facts() f cross join limits l
    cross join lateral (select case
      when f.cases = 0 and f.identified and f.only_adult_in_operation and f.last_contact < l.adult_before then 'ADULT_IN_OPERATION'
      when f.cases = 0 and f.identified and f.last_contact < l.identity_before then 'IDENTITY_WITHOUT_CASE'
      when f.cases > 0 and f.cases_unsealed = 0 and (f.identified or not f.erased)
        and f.last_contact < l.contact_before and f.adult_on < l.adult_on_before then 'CASE_AFTER_18'
      end as rule) d
   where d.rule is not null and (select app.viewer_role()) = 'service_retention' $$;
comment on function app.retention_due is 'The persons whose identity is due for erasure on a day, by rule; held ones are kept by a legal hold.';

create or replace function app.unidentified_due(a_on timestamptz) returns table (encounter_id uuid, held boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp set enable_nestloop = off as $$
  with nameless as (select unnest(f.members) as person_id, f.held from sec.retention_facts() f where not f.identified and f.cases = 0)
  select e.encounter_id, n.held
    from app.encounters e join nameless n on n.person_id = e.person_id
   where e.city = (select app.city()) and (select app.viewer_role()) = 'service_retention'
     and e.occurred_at < (select a_on - make_interval(months => app.retention_months('retentionUnidentifiedDetailMonths', a_on)))
     and (exists (select 1 from app.encounter_texts t where t.city = e.city and t.encounter_id = e.encounter_id)
       or exists (select 1 from app.encounter_points q where q.city = e.city and q.encounter_id = e.encounter_id)) $$;

create or replace function app.cases_to_seal(a_on timestamptz) returns table (case_id uuid, held boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.case_id, app.is_held(c.person_id) from app.cases c
   where c.city = (select app.city()) and c.state = 'closed' and (select app.viewer_role()) = 'service_retention'
     and c.closed_at < (select a_on - make_interval(months => app.retention_months('retentionClosedCaseSealedAfterMonths', a_on))) $$;

create or replace function app.erase_identity(a_person uuid, a_rule text, a_at timestamptz) returns bigint[]
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  c text := app.city();
  gone constant text := '(dihapus menurut aturan retensi)';
  slots bigint[];
begin
  if app.viewer_role() is distinct from 'service_retention' then
    raise exception using errcode = '42501', message = 'only the retention service erases';
  end if;
  select coalesce(array_agg(s.slot order by s.slot), '{}') into slots from (
    select i.key_slot as slot from app.person_identities i where i.city = c and i.person_id = a_person
    union select f.key_slot from app.sealed_fields f where f.city = c and f.person_id = a_person) s;

  delete from app.person_identities where city = c and person_id = a_person;
  -- After the identity, whose row the nightly writer of companions holds: what it just wrote of this person goes too.
  perform sec.forget_companions(c, array[a_person], array[a_person]);
  delete from app.person_tokens where city = c and person_id = a_person;
  delete from app.person_signatures where city = c and person_id = a_person;
  delete from app.sealed_fields where city = c and person_id = a_person;
  delete from app.encounter_texts where city = c and person_id = a_person;
  delete from app.encounter_points p using app.encounters e
   where p.city = c and e.city = c and e.encounter_id = p.encounter_id and e.person_id = a_person;
  delete from app.belongings where city = c and person_id = a_person;
  delete from app.case_notes where city = c and person_id = a_person;
  update app.persons set initials = '', named = false, residence_area = null, version = version + 1,
         birth_from = date_trunc('year', birth_from)::date, birth_to = (date_trunc('year', birth_to) + interval '1 year - 1 day')::date
   where city = c and person_id = a_person;
  update app.person_ages set years_low = coalesce(years_low, extract(year from age(on_date, birth_date))::int),
         years_high = coalesce(years_high, years_low, extract(year from age(on_date, birth_date))::int), birth_date = null
   where city = c and person_id = a_person and birth_date is not null;
  update app.person_merges set reason = '' where city = c and a_person in (person_id, stands_for, said_person, said_of);
  update app.match_reviews set reason = '' where city = c and a_person in (person_id, candidate_person_id);
  update app.custody_fears set box = null where city = c and person_id = a_person;
  update app.custody_steps set note = '' where city = c and person_id = a_person;
  update app.custody_intervals set facility = '', lpks_reason = '', police_reference = '', settled_reason = '' where city = c and person_id = a_person;
  update app.handovers set giver_name = '', receiver_name = '', receiver_relation = '', giver_signature = null, receiver_signature = null, supervisor_reason = ''
   where city = c and person_id = a_person;
  update app.complaints set said = gone, answer = case when answer is null then null else gone end where city = c and person_id = a_person;
  update app.cases set risk_reason = '' where city = c and person_id = a_person;
  update app.case_workers set reason = '' where city = c and person_id = a_person;
  update app.assessments set problems = '', strengths = '', child_wishes = '', conclusion = '' where city = c and person_id = a_person;
  update app.assessment_factors set evidence = '' where city = c and person_id = a_person;
  update app.plan_lines set goal = gone, result = '' where city = c and person_id = a_person;
  update app.case_closures set best_interest = gone, readiness = '{}', reopen_reason = '' where city = c and person_id = a_person;
  update app.aftercare_visits set finding = '' where city = c and person_id = a_person;
  update app.sealed_openings set reason = gone where city = c and person_id = a_person;
  update app.contact_alerts set reason = '' where city = c and person_id = a_person;
  update app.break_glass set reason = gone, review = null where city = c and person_id = a_person;
  update app.legal_holds set reason = gone, lifted_reason = case when lifted_reason = '' then '' else gone end where city = c and person_id = a_person;
  update app.erasure_requests set reason = gone, decision_reason = case when decision_reason = '' then '' else gone end where city = c and person_id = a_person;
  update app.referral_answers a set text = '' from app.referrals f
   where a.city = c and f.city = c and f.referral_id = a.referral_id and f.person_id = a_person;
  update app.referral_pauses a set reason = '' from app.referrals f
   where a.city = c and f.city = c and f.referral_id = a.referral_id and f.person_id = a_person;
  delete from app.referral_contents q using app.referrals f
   where q.city = c and f.city = c and f.referral_id = q.referral_id and f.person_id = a_person;

  -- Two versions of one text, kept as the answer to the command that came second.
  update app.command_log l set outcome = jsonb_build_object('outcome', 'conflict', 'result', null)
   where l.city = c and l.outcome ->> 'outcome' = 'conflict' and l.outcome::text like '%' || a_person || '%';

  -- Old versions last: the updates above have just written more of them.
  delete from app.history h where h.city = c
     and (h.row_key = a_person::text and h.table_name in ('persons', 'person_identities', 'person_merges') or h.was ->> 'person_id' = a_person::text
       or h.table_name = 'person_merges' and a_person::text in (h.was ->> 'stands_for', h.was ->> 'said_person', h.was ->> 'said_of'));
  insert into app.erasures (city, person_id, key_slots, erased_at, rule) values (c, a_person, slots, a_at, a_rule)
  on conflict (city, person_id) do update set key_slots = app.erasures.key_slots || excluded.key_slots, erased_at = excluded.erased_at, rule = excluded.rule;
  insert into app.audit_rows (city, act, on_kind, on_id, persons, detail)
  values (c, 'identity.erased', 'person', a_person::text, array[a_person], jsonb_build_object('rule', a_rule));
  return slots;
end $$;
comment on function app.erase_identity is 'Leaves counts and codes, takes whatever could name the person: box, tokens, free text, signatures, old versions. Answers the key slots to destroy.';

create or replace function sec.outcomes_past(a_on timestamptz) returns table (command_id uuid, held boolean)
  language sql stable set search_path = pg_catalog, pg_temp as $$
  with held as materialized (
    select array_agg(distinct '%' || a.same_as || '%') as patterns
      from app.legal_holds h
      join app.person_alias a on a.city = h.city and a.person_id = h.person_id
     where h.city = (select app.city()) and h.lifted_at is null)
  select l.command_id, coalesce(l.outcome::text like any ((select h.patterns from held h)::text[]), false)
    from app.command_log l
   where l.city = (select app.city()) and l.outcome ->> 'result' is not null
     and l.recorded_at < (select a_on - make_interval(months => app.retention_months('retentionStoredOutcomeMonths', a_on))) $$;

create or replace function app.outcomes_due(a_on timestamptz) returns table (due int, held int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (count(*) filter (where not o.held))::int, (count(*) filter (where o.held))::int
    from sec.outcomes_past(a_on) o where app.viewer_role() = 'service_retention' $$;
comment on function app.outcomes_due is 'How many stored outcomes have passed their time on a day, and how many of those a legal hold keeps.';

create or replace function app.forget_outcomes(a_on timestamptz, a_persons uuid[]) returns int
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare n int;
begin
  if app.viewer_role() is distinct from 'service_retention' then return 0; end if;
  update app.command_log l set outcome = jsonb_build_object('outcome', l.outcome -> 'outcome', 'result', null)
   where l.city = app.city() and l.command_id in (select o.command_id from sec.outcomes_past(a_on) o where not o.held);
  get diagnostics n = row_count;
  if cardinality(a_persons) > 0 then
    update app.command_log l set outcome = jsonb_build_object('outcome', l.outcome -> 'outcome', 'result', null)
     where l.city = app.city() and l.outcome ->> 'result' is not null
       and l.outcome::text like any (array(select '%' || p || '%' from unnest(a_persons) p));
  end if;
  return n;
end $$;
comment on function app.forget_outcomes is 'A stored outcome serves a repeat of its command; after some months none comes, and what it showed goes: at once where it tells of somebody erased. Answers how many were past their time.';

revoke all on function app.retention_months, app.is_held, app.identity_slots, app.person_to_hold, sec.retention_facts, app.retention_due,
  app.unidentified_due, app.cases_to_seal, app.erase_identity, sec.outcomes_past, app.outcomes_due, app.forget_outcomes from public;
grant execute on function app.identity_slots, app.retention_months, app.retention_due, app.unidentified_due, app.cases_to_seal,
  app.erase_identity, app.outcomes_due, app.forget_outcomes to rangkul_jobs;
grant execute on function app.person_to_hold, app.retention_months to rangkul_app;
