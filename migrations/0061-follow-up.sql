-- ---------------------------------------------------------------- agenda, decisions, follow-up
create table app.agenda_items (
  city text not null default app.city() references app.cities,
  meeting_id uuid not null,
  agenda_item_id uuid not null,
  position int not null check (position between 1 and 200),
  title text not null check (length(title) between 3 and 200),
  source text not null check (source in ('BREACHES', 'HOT_SPOT', 'OVERDUE_ACTIONS', 'OFF_TARGET', 'SPEAKER', 'FREE')),
  source_key text not null default '' check (length(source_key) <= 120),
  figures jsonb not null default '{}',
  frozen_at timestamptz,
  minutes int check (minutes between 1 and 480),
  presenter text not null default '' check (length(presenter) <= 200),
  notes text not null default '' check (length(notes) <= 4000),
  dropped_at timestamptz,
  set_by uuid default app.viewer_staff(),
  set_at timestamptz not null default now(),
  primary key (city, agenda_item_id),
  foreign key (city, meeting_id) references app.meetings
);
create index agenda_items_meeting on app.agenda_items (city, meeting_id, position);
comment on table app.agenda_items is 'What a meeting speaks of, in order. figures: the numbers as they stood when the item was put on the agenda, never changed; numbers only, no person.';

create table app.decisions (
  city text not null default app.city() references app.cities,
  meeting_id uuid not null,
  decision_id uuid not null,
  number int not null check (number > 0),
  agenda_item_id uuid,
  issue text not null check (length(issue) between 3 and 1000),
  decision text not null check (length(decision) between 3 and 2000),
  indicator text not null default '' check (length(indicator) <= 60),
  indicator_area text references app.areas,
  target numeric(12, 3),
  before_value jsonb,
  frozen_at timestamptz,
  state text not null default 'draft' check (state in ('draft', 'adopted', 'withdrawn')),
  adopted_at timestamptz,
  withdraw_reason text not null default '' check (length(withdraw_reason) <= 500),
  written_by uuid default app.viewer_staff(),
  written_at timestamptz not null default now(),
  version int not null default 1,
  primary key (city, decision_id),
  constraint decision_number unique (city, meeting_id, number),
  constraint decision_adopted check ((state = 'draft') = (adopted_at is null) or state = 'withdrawn'),
  foreign key (city, meeting_id) references app.meetings,
  foreign key (city, agenda_item_id) references app.agenda_items
);
create index decisions_meeting on app.decisions (city, meeting_id, number);
create index decisions_item on app.decisions (city, agenda_item_id);
create index decisions_area on app.decisions (indicator_area);
comment on table app.decisions is 'Issue and decision. before_value: the indicator as it stood at adoption, frozen. Adopted only with an action that has an owner and a day.';

create table app.actions (
  city text not null default app.city() references app.cities,
  action_id uuid not null,
  decision_id uuid not null,
  number int not null check (number > 0),
  what text not null check (length(what) between 3 and 1000),
  responsible_agency text not null,
  place text not null default '' check (length(place) <= 200),
  area_code text references app.areas,
  starts_on date,
  due_on date not null,
  funds text not null default '' check (length(funds) <= 200),
  output text not null default '' check (length(output) <= 300),
  target text not null default '' check (length(target) <= 200),
  evidence_asked text not null default '' check (length(evidence_asked) <= 300),
  state text not null default 'not_started' check (state in ('not_started', 'in_progress', 'done', 'stuck', 'cancelled')),
  progress int not null default 0 check (progress between 0 and 100),
  obstacle text not null default '' check (length(obstacle) <= 1000),
  updated_at timestamptz,
  adopted boolean not null default false,
  escalated int not null default 0 check (escalated between 0 and 3),
  closed_at timestamptz,
  version int not null default 1,
  primary key (city, action_id),
  constraint action_number unique (city, decision_id, number),
  constraint action_period check (starts_on is null or starts_on <= due_on),
  constraint action_done check ((state in ('done', 'cancelled')) = (closed_at is not null)),
  foreign key (city, decision_id) references app.decisions,
  foreign key (city, responsible_agency) references app.agencies (city, agency_code)
);
create index actions_decision on app.actions (city, decision_id);
create index actions_responsible on app.actions (city, responsible_agency, due_on, action_id);
create index actions_due on app.actions (city, due_on, action_id) where closed_at is null and adopted;
create index actions_all on app.actions (city, due_on, action_id) where adopted;
create index actions_area on app.actions (area_code);
comment on table app.actions is 'The follow-up of a decision (RTL): who does what, where, until when, paid by what, shown by what. It comes back to each next meeting until it is closed.';

create table app.action_supporters (
  city text not null default app.city() references app.cities,
  action_id uuid not null,
  agency_code text not null,
  primary key (city, action_id, agency_code),
  foreign key (city, action_id) references app.actions,
  foreign key (city, agency_code) references app.agencies
);
create index action_supporters_agency on app.action_supporters (city, agency_code, action_id);
comment on table app.action_supporters is 'The agencies that support an action.';

create table app.action_updates (
  city text not null default app.city() references app.cities,
  action_id uuid not null,
  update_id uuid not null,
  state text not null check (state in ('not_started', 'in_progress', 'done', 'stuck', 'cancelled')),
  progress int not null check (progress between 0 and 100),
  text text not null check (length(text) between 1 and 2000),
  obstacle text not null default '' check (length(obstacle) <= 1000),
  agency_code text not null default app.viewer_agency(),
  written_by uuid default app.viewer_staff(),
  written_at timestamptz not null default now(),
  primary key (city, update_id),
  foreign key (city, action_id) references app.actions,
  foreign key (city, agency_code) references app.agencies
);
create index action_updates_action on app.action_updates (city, action_id, written_at);
create index action_updates_agency on app.action_updates (city, agency_code);
comment on table app.action_updates is 'What the owner of an action reports; never changed. Evidence lies in files.';

create table app.action_escalations (
  city text not null default app.city() references app.cities,
  action_id uuid not null,
  level int not null check (level between 1 and 3),
  raised_at timestamptz not null default now(),
  days_late int not null,
  primary key (city, action_id, level),
  foreign key (city, action_id) references app.actions
);
comment on table app.action_escalations is 'Overdue and raised: 1 Kabag Kesra, 2 Asisten, 3 Sekda; each once.';

create table app.carried_actions (
  city text not null default app.city() references app.cities,
  meeting_id uuid not null,
  action_id uuid not null,
  state_then text not null,
  progress_then int not null,
  carried_at timestamptz not null default now(),
  primary key (city, meeting_id, action_id),
  foreign key (city, meeting_id) references app.meetings,
  foreign key (city, action_id) references app.actions
);
create index carried_actions_action on app.carried_actions (city, action_id);
comment on table app.carried_actions is 'Open actions that a later meeting had before it, as they stood then.';

-- ---------------------------------------------------------------- lock two
select sec.lock_table(t::regclass) from unnest(array['app.agenda_items', 'app.decisions', 'app.actions', 'app.action_supporters', 'app.action_updates',
  'app.action_escalations', 'app.carried_actions']) t;

create function app.viewer_actions() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare s sec.sessions;
begin
  select * into s from sec.sessions x
   where x.token_hash = sha256(convert_to(coalesce(current_setting('app.token', true), ''), 'UTF8')) and x.revoked_at is null and x.expires_at > now();
  return array(
    select a.action_id from app.actions a where a.city = s.city and s.staff_id is not null and a.adopted and a.responsible_agency = s.agency_code
    union
    select u.action_id from app.action_supporters u where u.city = s.city and s.staff_id is not null and u.agency_code = s.agency_code);
end $$;
comment on function app.viewer_actions is 'The actions the viewer’s agency owns or supports.';
revoke all on function app.viewer_actions from public;
grant execute on function app.viewer_actions to rangkul_app, rangkul_jobs;

create function app.viewer_decisions() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare own uuid[] := app.viewer_actions();
begin
  return array(select distinct a.decision_id from app.actions a where a.city = app.city() and a.action_id = any (own));
end $$;
comment on function app.viewer_decisions is 'The decisions from which those actions follow; a policy that asked the actions themselves would go round in a circle.';
revoke all on function app.viewer_decisions from public;
grant execute on function app.viewer_decisions to rangkul_app, rangkul_jobs;

grant select on app.agenda_items, app.decisions, app.actions, app.action_supporters, app.action_updates, app.action_escalations, app.carried_actions to rangkul_app;
grant insert on app.agenda_items, app.decisions, app.actions, app.action_supporters, app.action_updates, app.carried_actions to rangkul_app;
grant update on app.agenda_items, app.decisions, app.actions to rangkul_app;
grant delete on app.action_supporters to rangkul_app;

select sec.lock_meeting_table(t::regclass) from unnest(array['app.agenda_items', 'app.decisions', 'app.carried_actions']) t;

create policy of_decision on app.actions for select to rangkul_app using (action_id = any ((select app.viewer_actions())::uuid[])
  or exists (select 1 from app.decisions d where d.city = actions.city and d.decision_id = actions.decision_id));
create policy host_writes on app.actions for all to rangkul_app using ((select app.viewer_role()) in ('coordinator', 'supervisor', 'social_worker')
  and exists (select 1 from app.decisions d join app.meetings m on m.city = d.city and m.meeting_id = d.meeting_id
    where d.city = actions.city and d.decision_id = actions.decision_id and m.host_agency = (select app.viewer_agency())));
create policy owner_reports on app.actions for update to rangkul_app using (adopted and responsible_agency = (select app.viewer_agency()))
  with check (adopted and responsible_agency = (select app.viewer_agency()));
create policy owner_reads on app.decisions for select to rangkul_app using (state = 'adopted' and decision_id = any ((select app.viewer_decisions())::uuid[]));
create policy of_action on app.action_supporters for select to rangkul_app
  using (exists (select 1 from app.actions a where a.city = action_supporters.city and a.action_id = action_supporters.action_id));
create policy host_writes on app.action_supporters for all to rangkul_app using ((select app.viewer_role()) in ('coordinator', 'supervisor', 'social_worker')
  and exists (select 1 from app.actions a where a.city = action_supporters.city and a.action_id = action_supporters.action_id));
create policy of_action on app.action_updates for select to rangkul_app
  using (exists (select 1 from app.actions a where a.city = action_updates.city and a.action_id = action_updates.action_id));
create policy owner_reports on app.action_updates for insert to rangkul_app with check (written_by = (select app.viewer_staff())
  and agency_code = (select app.viewer_agency()) and exists (select 1 from app.actions a where a.city = action_updates.city and a.action_id = action_updates.action_id and a.adopted));
create policy of_action on app.action_escalations for select to rangkul_app
  using (exists (select 1 from app.actions a where a.city = action_escalations.city and a.action_id = action_escalations.action_id));

create policy of_its_record on app.files for select to rangkul_app using (
  (on_kind = 'meeting' and on_id = any ((select app.viewer_meetings())::uuid[]))
  or (on_kind = 'action' and exists (select 1 from app.actions a where a.city = files.city and a.action_id = files.on_id)));
create policy brings on app.files for insert to rangkul_app with check (kept_by = (select app.viewer_staff()) and agency_code = (select app.viewer_agency())
  and ((on_kind = 'meeting' and on_id = any ((select app.viewer_meetings())::uuid[]))
    or (on_kind = 'action' and on_id = any ((select app.viewer_actions())::uuid[]))));
create policy of_its_file on app.file_chunks for select to rangkul_app
  using (exists (select 1 from app.files f where f.city = file_chunks.city and f.file_id = file_chunks.file_id));
create policy brings on app.file_chunks for insert to rangkul_app
  with check (exists (select 1 from app.files f where f.city = file_chunks.city and f.file_id = file_chunks.file_id and f.kept_by = (select app.viewer_staff())));
