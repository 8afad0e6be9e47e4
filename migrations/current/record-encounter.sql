-- A person has some fifty tokens: the right to add them is asked once, as the policy reached_adds of person_tokens asks it.
create or replace function app.add_tokens(a_person uuid, a_words bigint[], a_blocks bigint[], a_coarse smallint, a_signature int[]) returns void
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  if not app.viewer_reaches(a_person, null, true) then
    raise exception using errcode = '42501', message = 'new row violates row-level security policy for table "person_tokens"';
  end if;
  insert into app.person_tokens (city, token, person_id, field, coarse)
  select app.city(), t.token, a_person, t.field, a_coarse
    from (select unnest(a_words) as token, 1 as field union all select unnest(a_blocks), 2) t;
  insert into app.person_signatures (city, person_id, marks) values (app.city(), a_person, a_signature);
end $$;
comment on function app.add_tokens is 'Adds the keyed hashes a person can be found by, for one who reaches that identity.';
revoke execute on function app.add_tokens from public;
grant execute on function app.add_tokens to rangkul_app;

-- The hot path: everything that one encounter writes, in one statement with cached plans, under the rights of whoever
-- records it. The application has validated the shape; what only the database knows is checked here.
create or replace function app.record_encounter(a jsonb) returns void language plpgsql
  set search_path = app, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  v_city text := app.city();
  v_staff uuid := app.viewer_staff();
  v_agency text := app.viewer_agency();
  v_person uuid := a ->> 'personId';
  v_encounter uuid := a ->> 'encounterId';
  v_operation uuid := a ->> 'operationId';
  v_at timestamptz := a ->> 'occurredAt';
  v_day date := a ->> 'day';
  v_area text := a ->> 'areaCode';
  v_list text;
  v_valid int;
  v_pointless boolean;
begin
  if v_operation is not null then
    -- Shared with others who record, against the one who closes: no encounter slips into an operation while its gate is read.
    perform pg_advisory_xact_lock_shared(hashtextextended(v_operation::text, 0));
    perform 1 from operations o join operation_team t on t.city = o.city and t.operation_id = o.operation_id and t.staff_id = v_staff
      where o.city = v_city and o.operation_id = v_operation and o.state = 'under_way';
    if not found then
      raise exception using errcode = '23514', constraint = 'encounter_operation_runs', message = 'not under way, or not on its team';
    end if;
  end if;
  if v_area is not null and v_area not like v_city || '.%' then
    raise exception using errcode = '23514', constraint = 'encounter_area_of_city', message = 'area of another city';
  end if;
  select count(k.extra), bool_or(k.extra ->> 'point' = 'false') into v_valid, v_pointless
    from jsonb_array_elements(a -> 'codes') as w (it)
    cross join lateral (
      select (select c.extra from codes c where c.city = v_city and c.list = w.it ->> 'list' and c.code = w.it ->> 'code'
          and c.valid_from <= v_day and (c.valid_to is null or c.valid_to >= v_day)) as extra) k;
  if v_valid < jsonb_array_length(a -> 'codes') then
    select w.list into v_list
      from jsonb_to_recordset(a -> 'codes') as w (list text, code text)
     where not exists (select 1 from codes c where c.city = v_city and c.list = w.list and c.code = w.code
         and c.valid_from <= v_day and (c.valid_to is null or c.valid_to >= v_day))
     limit 1;
    raise exception using errcode = 'RK001', message = 'code-not-valid', detail = v_list;
  end if;

  if not (a ->> 'known')::boolean then
    insert into persons (city, person_id, initials, named, sex, birth_from, birth_to, origin_area, first_met_at, last_met_at, recorded_by)
    values (v_city, v_person, coalesce(a #>> '{identity,initials}', ''), a ? 'identity', a ->> 'sex', (a ->> 'birthFrom')::date,
      (a ->> 'birthTo')::date, a ->> 'originArea', v_at, v_at, v_staff);
  end if;
  insert into encounters (city, encounter_id, person_id, operation_id, occurred_at, clock_flag, recorded_by, agency_code, approach, activity,
    location_type, area_code, age_class, sex, stated_age, assessed_low, assessed_high, condition, injury, intoxication, needs, companions,
    group_id, spot_outcome, spot_outcome_at, spot_outcome_by)
  values (v_city, v_encounter, v_person, v_operation, v_at, a ->> 'clockFlag', v_staff, v_agency, a ->> 'approach', a ->> 'activity',
    a ->> 'locationType', v_area, a ->> 'ageClass', a ->> 'sex', (a ->> 'statedAge')::int, (a ->> 'assessedLow')::int,
    (a ->> 'assessedHigh')::int, a ->> 'condition', a ->> 'injury', a ->> 'intoxication',
    array(select jsonb_array_elements_text(a -> 'needs')), array(select jsonb_array_elements_text(a -> 'companions')),
    (a ->> 'groupId')::uuid, a ->> 'spotOutcome', case when a ? 'spotOutcome' then v_at end, case when a ? 'spotOutcome' then v_staff end);
  if (a ->> 'known')::boolean then
    update persons set last_met_at = greatest(last_met_at, v_at), first_met_at = least(first_met_at, v_at)
     where city = v_city and person_id = v_person;
    if a ->> 'sex' <> 'unknown' then
      update persons set sex = a ->> 'sex' where city = v_city and person_id = v_person and sex = 'unknown';
    end if;
  end if;

  if a ? 'texts' then
    insert into encounter_texts (city, encounter_id, person_id, own_words, description, belongings, warned)
    values (v_city, v_encounter, v_person, a #>> '{texts,ownWords}', a #>> '{texts,description}', a #>> '{texts,belongings}',
      array(select jsonb_array_elements_text(a #> '{texts,warned}')));
  end if;
  -- Where somebody sleeps is never kept as a point; the lists say of which places and activities that holds.
  if a ? 'point' and v_pointless is not true then
    insert into encounter_points (city, encounter_id, operation_id, latitude, longitude)
    values (v_city, v_encounter, v_operation, (a #>> '{point,latitude}')::numeric, (a #>> '{point,longitude}')::numeric);
  end if;
  if a ? 'ages' then
    insert into person_ages (city, person_id, kind, years_low, years_high, on_date, recorded_by)
    select v_city, v_person, s.kind, s.low, s.high, v_day, v_staff
      from jsonb_to_recordset(a -> 'ages') as s (kind text, low int, high int);
  end if;
  if a ? 'identity' then
    insert into person_identities (city, person_id, key_slot, box, changed_by)
    values (v_city, v_person, (a #>> '{identity,slot}')::bigint, decode(a #>> '{identity,box}', 'base64'), v_staff);
    perform app.add_tokens(v_person, array(select jsonb_array_elements_text(a #> '{identity,words}'))::bigint[],
      array(select jsonb_array_elements_text(a #> '{identity,blocks}'))::bigint[], (a #>> '{identity,coarse}')::smallint,
      array(select jsonb_array_elements_text(a #> '{identity,signature}'))::int[]);
  end if;
end $$;
comment on function app.record_encounter is 'Writes an encounter with its person, texts, point, ages and sealed name in one statement, as the one who records it.';
revoke execute on function app.record_encounter from public;
grant execute on function app.record_encounter to rangkul_app;

create or replace view app.encounter_custody with (security_invoker = true) as
  select e.city, e.encounter_id, i.custody_id, i.custodian_kind, i.agency_code, i.started_at, i.ended_at, i.end_kind
    from app.encounters e
    join lateral (
      select c.custody_id, c.custodian_kind, c.agency_code, c.started_at, c.ended_at, c.end_kind
        from app.custody_intervals c
       where c.city = e.city and c.person_id = e.person_id and (c.ended_at is null or c.ended_at >= e.occurred_at) and not c.disputed
       order by c.started_at desc
       limit 1) i on true;
comment on view app.encounter_custody is 'Who has been responsible for a person since an encounter, latest first; nothing when nobody was.';
grant select on app.encounter_custody to rangkul_app, rangkul_jobs;
