-- The hot path: everything that one encounter writes, in one statement with cached plans, under the rights of whoever
-- records it. The application has validated the shape; what only the database knows is checked here.
create or replace function app.record_encounter(a jsonb) returns void language plpgsql set search_path = app, pg_temp as $$
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
  v_point boolean;
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
  select w.list into v_list
    from jsonb_to_recordset(a -> 'codes') as w (list text, code text)
   where not exists (select 1 from codes c where c.city = v_city and c.list = w.list and c.code = w.code
       and c.valid_from <= v_day and (c.valid_to is null or c.valid_to >= v_day))
   limit 1;
  if found then
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
  if a ? 'point' then
    -- Where somebody sleeps is never kept as a point; the lists say of which places and activities that holds.
    select not exists (select 1 from codes c where c.city = v_city and c.extra ->> 'point' = 'false'
        and ((c.list = 'location_type' and c.code = a ->> 'locationType') or (c.list = 'street_activity' and c.code = a ->> 'activity')))
      into v_point;
    if v_point then
      insert into encounter_points (city, encounter_id, operation_id, latitude, longitude)
      values (v_city, v_encounter, v_operation, (a #>> '{point,latitude}')::numeric, (a #>> '{point,longitude}')::numeric);
    end if;
  end if;
  if a ? 'ages' then
    insert into person_ages (city, person_id, kind, years_low, years_high, on_date, recorded_by)
    select v_city, v_person, s.kind, s.low, s.high, v_day, v_staff
      from jsonb_to_recordset(a -> 'ages') as s (kind text, low int, high int);
  end if;
  if a ? 'identity' then
    insert into person_identities (city, person_id, key_slot, box, changed_by)
    values (v_city, v_person, (a #>> '{identity,slot}')::bigint, decode(a #>> '{identity,box}', 'base64'), v_staff);
    insert into person_tokens (city, token, person_id, field, coarse)
    select v_city, t.token::bigint, v_person, 1, (a #>> '{identity,coarse}')::smallint from jsonb_array_elements_text(a #> '{identity,words}') as t (token)
    union all
    select v_city, t.token::bigint, v_person, 2, (a #>> '{identity,coarse}')::smallint from jsonb_array_elements_text(a #> '{identity,blocks}') as t (token);
    insert into person_signatures (city, person_id, marks)
    values (v_city, v_person, array(select jsonb_array_elements_text(a #> '{identity,signature}')::int));
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
