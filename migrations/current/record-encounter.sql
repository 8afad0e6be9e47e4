create or replace function sec.write_tokens(a_city text, a_person uuid, a_words bigint[], a_blocks bigint[], a_coarse smallint, a_signature int[])
  returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  insert into app.person_tokens (city, token, person_id, field, coarse)
  select a_city, t.token, a_person, t.field, a_coarse
    from (select unnest(a_words) as token, 1 as field union all select unnest(a_blocks), 2) t;
  insert into app.person_signatures (city, person_id, marks) values (a_city, a_person, a_signature);
end $$;
comment on function sec.write_tokens is 'The keyed hashes a person can be found by, for the two functions below that have asked for the right to add them.';
revoke execute on function sec.write_tokens from public;

-- A person has some fifty tokens: the right to add them is asked once, as the policy reached_adds of person_tokens asks it.
create or replace function app.add_tokens(a_person uuid, a_words bigint[], a_blocks bigint[], a_coarse smallint, a_signature int[]) returns void
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  if not app.viewer_reaches(a_person, null, true) then
    raise exception using errcode = '42501', message = 'new row violates row-level security policy for table "person_tokens"';
  end if;
  perform sec.write_tokens(app.city(), a_person, a_words, a_blocks, a_coarse, a_signature);
end $$;
comment on function app.add_tokens is 'Adds the keyed hashes a person can be found by, for one who reaches that identity.';
revoke execute on function app.add_tokens from public;
grant execute on function app.add_tokens to rangkul_app;

-- The hot path: everything that one encounter writes, in one statement with cached plans. The application has validated
-- the shape; what only the database knows is checked here. The rights are those of the policies recorder_adds, asked once
-- instead of for each of a dozen rows: who records comes from the session, never from the caller, and a person already on
-- record is one whom the recorder reaches.
create or replace function app.record_encounter(a jsonb) returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  s sec.sessions;
  v_person uuid := a ->> 'personId';
  v_encounter uuid := a ->> 'encounterId';
  v_operation uuid := a ->> 'operationId';
  v_known boolean := a ->> 'known';
  v_at timestamptz := a ->> 'occurredAt';
  v_day date := a ->> 'day';
  v_area text := a ->> 'areaCode';
  v_identity jsonb := a -> 'identity';
  v_list text;
  v_valid int;
  v_pointless boolean;
  v_approaches jsonb;
begin
  select * into s from sec.sessions x
   where x.token_hash = sha256(convert_to(coalesce(current_setting('app.token', true), ''), 'UTF8')) and x.revoked_at is null and x.expires_at > now();
  if not found or s.staff_id is null or s.role not in ('field_officer', 'custody_desk', 'social_worker', 'supervisor')
    or (v_known and not app.viewer_reaches(v_person)) then
    raise exception using errcode = '42501', message = 'new row violates row-level security policy for table "encounters"';
  end if;
  if v_operation is not null then
    -- Shared with others who record, against the one who closes: no encounter slips into an operation while its gate is read.
    perform pg_advisory_xact_lock_shared(hashtextextended(v_operation::text, 0));
    select coalesce(k.extra -> 'approaches', jsonb_build_array(k.extra -> 'approach')) into v_approaches
      from app.operations o join app.operation_team t on t.city = o.city and t.operation_id = o.operation_id and t.staff_id = s.staff_id and t.ended_at is null
      left join app.codes k on k.city = o.city and k.list = 'operation_kind' and k.code = o.kind
      where o.city = s.city and o.operation_id = v_operation and o.state = 'under_way';
    if not found then
      raise exception using errcode = '23514', constraint = 'encounter_operation_runs', message = 'not under way, or not on its team';
    end if;
    -- Outreach is not enforcement, and a raid is not outreach because a record of it says so.
    if not v_approaches ? (a ->> 'approach') then
      raise exception using errcode = '23514', constraint = 'encounter_approach_of_operation', message = 'not an approach of this kind of operation';
    end if;
  end if;
  if v_area is not null and v_area not like s.city || '.%' then
    raise exception using errcode = '23514', constraint = 'encounter_area_of_city', message = 'area of another city';
  end if;
  -- A phone may be wrong by a street, not by a province: the edge of the city's map, and some five kilometres around it.
  if a ? 'point' and exists (
    select 1 from app.settings m
      cross join lateral jsonb_to_record(m.value -> 'clip') as c (south numeric, north numeric, west numeric, east numeric)
     where m.city = s.city and m.key = 'map'
       and ((a #>> '{point,latitude}')::numeric not between c.south - 0.05 and c.north + 0.05
         or (a #>> '{point,longitude}')::numeric not between c.west - 0.05 and c.east + 0.05)) then
    raise exception using errcode = '23514', constraint = 'encounter_point_near_city', message = 'point far from the city';
  end if;
  select count(k.extra), bool_or(k.extra ->> 'point' = 'false') into v_valid, v_pointless
    from jsonb_array_elements(a -> 'codes') as w (it)
    cross join lateral (
      select (select c.extra from app.codes c where c.city = s.city and c.list = w.it ->> 'list' and c.code = w.it ->> 'code'
          and c.valid_from <= v_day and (c.valid_to is null or c.valid_to >= v_day)) as extra) k;
  if v_valid < jsonb_array_length(a -> 'codes') then
    select w.list into v_list
      from jsonb_to_recordset(a -> 'codes') as w (list text, code text)
     where not exists (select 1 from app.codes c where c.city = s.city and c.list = w.list and c.code = w.code
         and c.valid_from <= v_day and (c.valid_to is null or c.valid_to >= v_day))
     limit 1;
    raise exception using errcode = 'RK001', message = 'code-not-valid', detail = v_list;
  end if;

  if not v_known then
    insert into app.persons (city, person_id, initials, named, sex, birth_from, birth_to, origin_area, first_met_at, last_met_at, recorded_by)
    values (s.city, v_person, coalesce(v_identity ->> 'initials', ''), v_identity is not null, a ->> 'sex', (a ->> 'birthFrom')::date,
      (a ->> 'birthTo')::date, a ->> 'originArea', v_at, v_at, s.staff_id);
  end if;
  insert into app.encounters (city, encounter_id, person_id, operation_id, occurred_at, clock_flag, recorded_by, agency_code, approach, activity,
    location_type, area_code, age_class, sex, stated_age, assessed_low, assessed_high, condition, injury, intoxication, needs, companions,
    group_id, spot_outcome, spot_outcome_at, spot_outcome_by)
  select s.city, v_encounter, v_person, v_operation, v_at, r."clockFlag", s.staff_id, s.agency_code, r.approach, r.activity,
    r."locationType", v_area, r."ageClass", r.sex, r."statedAge", r."assessedLow", r."assessedHigh", r.condition, r.injury, r.intoxication,
    r.needs, r.companions, r."groupId", r."spotOutcome", case when r."spotOutcome" is not null then v_at end,
    case when r."spotOutcome" is not null then s.staff_id end
    from jsonb_to_record(a) as r ("clockFlag" text, approach text, activity text, "locationType" text, "ageClass" text, sex text,
      "statedAge" int, "assessedLow" int, "assessedHigh" int, condition text, injury text, intoxication text, needs text[], companions text[],
      "groupId" uuid, "spotOutcome" text);
  if v_known then
    update app.persons set last_met_at = greatest(last_met_at, v_at), first_met_at = least(first_met_at, v_at)
     where city = s.city and person_id = v_person;
    if a ->> 'sex' <> 'unknown' then
      update app.persons set sex = a ->> 'sex' where city = s.city and person_id = v_person and sex = 'unknown';
    end if;
  end if;

  if a ? 'texts' then
    insert into app.encounter_texts (city, encounter_id, person_id, own_words, description, belongings, warned)
    values (s.city, v_encounter, v_person, a #>> '{texts,ownWords}', a #>> '{texts,description}', a #>> '{texts,belongings}',
      array(select jsonb_array_elements_text(a #> '{texts,warned}')));
  end if;
  -- Where somebody sleeps is never kept as a point; the lists say of which places and activities that holds.
  if a ? 'point' and v_pointless is not true then
    insert into app.encounter_points (city, encounter_id, operation_id, latitude, longitude)
    values (s.city, v_encounter, v_operation, (a #>> '{point,latitude}')::numeric, (a #>> '{point,longitude}')::numeric);
  end if;
  if a ? 'ages' then
    insert into app.person_ages (city, person_id, kind, years_low, years_high, on_date, recorded_by, by_supervisor)
    select s.city, v_person, g.kind, g.low, g.high, v_day, s.staff_id, s.role = 'supervisor'
      from jsonb_to_recordset(a -> 'ages') as g (kind text, low int, high int);
  end if;
  if v_identity is not null and not v_known then
    insert into app.person_identities (city, person_id, key_slot, box, changed_by)
    values (s.city, v_person, (v_identity ->> 'slot')::bigint, decode(v_identity ->> 'box', 'base64'), s.staff_id);
    perform sec.write_tokens(s.city, v_person, array(select jsonb_array_elements_text(v_identity -> 'words'))::bigint[],
      array(select jsonb_array_elements_text(v_identity -> 'blocks'))::bigint[], (v_identity ->> 'coarse')::smallint,
      array(select jsonb_array_elements_text(v_identity -> 'signature'))::int[]);
  end if;
end $$;
comment on function app.record_encounter is 'Writes an encounter with its person, texts, point, ages and sealed name in one statement, for whoever the session says records it.';
revoke execute on function app.record_encounter from public;
grant execute on function app.record_encounter to rangkul_app;

-- Two indexed looks tell for nearly every encounter that there is nobody to alert.
create or replace function sec.alert_last_worker() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
declare members uuid[]; last_case record;
begin
  if new.person_id is null or new.from_report then return null; end if;
  if not exists (select 1 from app.cases c where c.city = new.city and c.person_id = new.person_id)
    and not exists (select 1 from app.person_merges g where g.city = new.city and g.person_id = new.person_id)
    and not exists (select 1 from app.person_merges g where g.city = new.city and g.stands_for = new.person_id) then return null; end if;
  select array_agg(x.id) into members from (select new.person_id as id
    union select g.stands_for from app.person_merges g where g.city = new.city and g.person_id = new.person_id
    union select s.person_id from app.person_merges s join app.person_merges g on g.city = s.city and g.stands_for = s.stands_for
          where g.city = new.city and g.person_id = new.person_id
    union select s.person_id from app.person_merges s where s.city = new.city and s.stands_for = new.person_id) x;
  select c.case_id, c.worker_id, c.state into last_case from app.cases c
   where c.city = new.city and c.person_id = any (members) order by (c.state = 'open') desc, c.opened_at desc limit 1;
  if found and last_case.state = 'closed' then
    insert into app.contact_alerts (city, person_id, case_id, staff_id, encounter_id)
    values (new.city, new.person_id, last_case.case_id, last_case.worker_id, new.encounter_id);
  end if;
  return null;
end $$;

create or replace view app.encounter_custody with (security_invoker = true) as
  select e.city, e.encounter_id, i.custody_id, i.custodian_kind, i.agency_code, i.started_at, i.ended_at, i.end_kind
    from app.encounters e
    join lateral (
      select c.custody_id, c.custodian_kind, c.agency_code, c.started_at, c.ended_at, c.end_kind
        from app.person_alias a
        join app.custody_intervals c on c.city = a.city and c.person_id = a.same_as and not c.disputed
       where a.city = e.city and a.person_id = e.person_id
         and (c.encounter_id = e.encounter_id or coalesce(c.first_contact_at, c.started_at) in (
           select e.occurred_at
           union all
           select coalesce(b.first_contact_at, b.started_at)
             from app.custody_intervals b
            where b.city = a.city and b.person_id = a.same_as and b.encounter_id = e.encounter_id))
       order by c.started_at desc
       limit 1) i on true;
comment on view app.encounter_custody is 'Who has been responsible for a person since an encounter, in the chain that it began or joined: the latest; nothing when nobody was.';
grant select on app.encounter_custody to rangkul_app, rangkul_jobs;
