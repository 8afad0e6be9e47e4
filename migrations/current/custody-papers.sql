-- The narrow doors of custody: what somebody may still see of an act of their own after the child has left their hands.

-- A custody desk loses the child with the hand-over. The paper of that act is signed on the spot, so for two hours the one
-- who recorded it may print it; nobody else, and nothing but this act. Everything else of the child stays shut.
create or replace function app.own_recent_handover(a_handover uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select h.person_id from app.handovers h
   where h.city = app.city() and h.handover_id = a_handover
     and h.recorded_by = app.viewer_staff() and h.recorded_at > greatest(now() - interval '2 hours', app.viewer_desk_since()) $$;
comment on function app.own_recent_handover is 'The person of a hand-over that the viewer recorded in the last two hours: the door of the two functions below.';

create or replace function app.own_handover_paper(a_handover uuid) returns setof app.handovers
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select h.* from app.handovers h
   where h.city = app.city() and h.handover_id = a_handover and app.own_recent_handover(a_handover) is not null $$;

create or replace function app.own_handover_facts(a_handover uuid)
  returns table (person_id uuid, sex text, birth_from date, birth_to date, named boolean, key_slot bigint, box bytea,
    from_kind text, from_agency text, from_started_at timestamptz, first_contact_at timestamptz,
    to_kind text, to_agency text, to_facility text, lpks_reason text, belongings jsonb)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.person_id, p.sex, p.birth_from, p.birth_to, p.named, i.key_slot, i.box,
         f.custodian_kind, f.agency_code, f.started_at, coalesce(f.first_contact_at, f.started_at),
         t.custodian_kind, t.agency_code, t.facility, coalesce(t.lpks_reason, ''),
         (select coalesce(jsonb_agg(jsonb_build_object('what', b.what, 'returnDue', b.return_due, 'returnedAt', b.returned_at, 'keptBy', b.kept_by) order by b.what), '[]')
            from app.belongings b where b.city = h.city and b.person_id = h.person_id and b.custody_id in (h.from_custody_id, h.to_custody_id))
    from app.handovers h
    join app.persons p on p.city = h.city and p.person_id = h.person_id
    left join app.person_identities i on i.city = h.city and i.person_id = h.person_id
    left join app.custody_intervals f on f.city = h.city and f.custody_id = h.from_custody_id
    left join app.custody_intervals t on t.city = h.city and t.custody_id = h.to_custody_id
   where h.city = app.city() and h.handover_id = a_handover and app.own_recent_handover(a_handover) is not null $$;
comment on function app.own_handover_facts is 'What the paper of one''s own recent hand-over shows of the child and the two sides.';

create or replace function app.own_recent_handovers()
  returns table (handover_id uuid, occurred_at timestamptz, recorded_at timestamptz, end_kind text, statement_letter boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select h.handover_id, h.occurred_at, h.recorded_at, h.end_kind, h.statement_letter from app.handovers h
   where h.city = app.city() and h.recorded_by = app.viewer_staff() and h.recorded_at > greatest(now() - interval '2 hours', app.viewer_desk_since())
   order by h.recorded_at desc limit 50 $$;
comment on function app.own_recent_handovers is 'The acts whose papers the viewer may still print; nothing of the persons.';

create or replace function app.own_ended_custody(a_custody uuid)
  returns table (end_kind text, ended_at timestamptz, agency_code text, facility text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.end_kind, i.ended_at, t.agency_code, t.facility
    from app.custody_intervals i
    left join app.handovers h on h.city = i.city and h.from_custody_id = i.custody_id and h.state = 'stands'
    left join app.custody_intervals t on t.city = h.city and t.custody_id = h.to_custody_id
   where i.city = app.city() and i.custody_id = a_custody and i.agency_code = app.viewer_agency()
     and i.ended_at > now() - interval '2 days' and app.viewer_role() in ('custody_desk', 'social_worker', 'supervisor')
   order by h.recorded_at desc limit 1 $$;
comment on function app.own_ended_custody is 'To whom the viewer''s own desk gave a child in the last two days: what that desk stated itself, and nothing of where the child is since.';

create or replace function app.kept_papers() returns table (belonging_id uuid, handover_id uuid, occurred_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct on (b.belonging_id) b.belonging_id, h.handover_id, h.occurred_at
    from app.belongings b
    join app.handovers h on h.city = b.city and b.custody_id in (h.from_custody_id, h.to_custody_id) and h.state <> 'set_aside'
   where b.city = app.city() and b.kept_by = app.viewer_agency() and b.returned_at is null
     and app.viewer_role() in ('custody_desk', 'social_worker', 'supervisor')
   order by b.belonging_id, h.occurred_at desc $$;
comment on function app.kept_papers is 'On which hand-over''s paper it stands whose a thing is that the viewer''s agency keeps; nothing of the persons.';

create or replace function app.median_hold(a_since timestamptz) returns table (ended int, median_hours numeric)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::int, round((percentile_cont(0.5) within group (order by extract(epoch from i.ended_at - coalesce(i.first_contact_at, i.started_at)) / 3600))::numeric, 1)
    from app.custody_intervals i
    join app.codes k on k.city = i.city and k.list = 'custodian_kind' and k.code = i.custodian_kind and k.extra @> '{"clock": true}'
   where i.city = app.city() and i.agency_code = app.viewer_agency() and i.ended_at >= a_since and not i.set_aside
     and app.viewer_role() in ('custody_desk', 'social_worker', 'supervisor') $$;
comment on function app.median_hold is 'How long those whom the viewer''s own agency handed on had waited since first contact, under custodians with a clock: a figure, no person.';

revoke all on function app.own_recent_handover, app.own_handover_paper, app.own_handover_facts, app.own_recent_handovers, app.own_ended_custody, app.kept_papers, app.median_hold from public;
grant execute on function app.own_handover_paper, app.own_handover_facts, app.own_recent_handovers, app.own_ended_custody, app.kept_papers, app.median_hold to rangkul_app;

create or replace view app.person_at_risk with (security_invoker = true) as
  select c.city, c.person_id from app.cases c where c.city = (select app.city()) and c.state = 'open' and c.risk_level = 'HIGH';
comment on view app.person_at_risk is 'Children whose open case says that protection is needed at once: they do not wait in custody.';
grant select on app.person_at_risk to rangkul_app, rangkul_jobs;
