-- What the migrations make, written from the catalogue by `rangkul schema`; for reading, not for running.

relation app.action_escalations (
  city text not null default city(),
  action_id uuid not null,
  level integer not null,
  raised_at timestamp with time zone not null default now(),
  days_late integer not null,
  constraint action_escalations_pkey PRIMARY KEY (city, action_id, level),
  constraint action_escalations_city_action_id_fkey FOREIGN KEY (city, action_id) REFERENCES actions(city, action_id),
  constraint action_escalations_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint action_escalations_level_check CHECK (((level >= 1) AND (level <= 3)))
);

relation app.action_supporters (
  city text not null default city(),
  action_id uuid not null,
  agency_code text not null,
  constraint action_supporters_pkey PRIMARY KEY (city, action_id, agency_code),
  constraint action_supporters_city_action_id_fkey FOREIGN KEY (city, action_id) REFERENCES actions(city, action_id),
  constraint action_supporters_city_agency_code_fkey FOREIGN KEY (city, agency_code) REFERENCES agencies(city, agency_code),
  constraint action_supporters_city_fkey FOREIGN KEY (city) REFERENCES cities(city)
);

relation app.action_updates (
  city text not null default city(),
  action_id uuid not null,
  update_id uuid not null,
  state text not null,
  progress integer not null,
  text text not null,
  obstacle text not null default ''::text,
  agency_code text not null default viewer_agency(),
  written_by uuid default viewer_staff(),
  written_at timestamp with time zone not null default now(),
  constraint action_updates_pkey PRIMARY KEY (city, update_id),
  constraint action_updates_city_action_id_fkey FOREIGN KEY (city, action_id) REFERENCES actions(city, action_id),
  constraint action_updates_city_agency_code_fkey FOREIGN KEY (city, agency_code) REFERENCES agencies(city, agency_code),
  constraint action_updates_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint action_updates_obstacle_check CHECK ((length(obstacle) <= 1000)),
  constraint action_updates_progress_check CHECK (((progress >= 0) AND (progress <= 100))),
  constraint action_updates_state_check CHECK ((state = ANY (ARRAY['not_started'::text, 'in_progress'::text, 'done'::text, 'stuck'::text, 'cancelled'::text]))),
  constraint action_updates_text_check CHECK (((length(text) >= 1) AND (length(text) <= 2000)))
);

relation app.actions (
  city text not null default city(),
  action_id uuid not null,
  decision_id uuid not null,
  number integer not null,
  what text not null,
  responsible_agency text,
  place text not null default ''::text,
  area_code text,
  starts_on date,
  due_on date,
  funds text not null default ''::text,
  output text not null default ''::text,
  target text not null default ''::text,
  evidence_asked text not null default ''::text,
  state text not null default 'not_started'::text,
  progress integer not null default 0,
  obstacle text not null default ''::text,
  updated_at timestamp with time zone,
  adopted boolean not null default false,
  escalated integer not null default 0,
  closed_at timestamp with time zone,
  version integer not null default 1,
  constraint action_number UNIQUE (city, decision_id, number),
  constraint actions_pkey PRIMARY KEY (city, action_id),
  constraint actions_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(area_code),
  constraint actions_city_decision_id_fkey FOREIGN KEY (city, decision_id) REFERENCES decisions(city, decision_id),
  constraint actions_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint actions_city_responsible_agency_fkey FOREIGN KEY (city, responsible_agency) REFERENCES agencies(city, agency_code),
  constraint action_adopted CHECK (((NOT adopted) OR ((responsible_agency IS NOT NULL) AND (due_on IS NOT NULL)))),
  constraint action_done CHECK (((state = ANY (ARRAY['done'::text, 'cancelled'::text])) = (closed_at IS NOT NULL))),
  constraint action_period CHECK (((starts_on IS NULL) OR (starts_on <= due_on))),
  constraint actions_escalated_check CHECK (((escalated >= 0) AND (escalated <= 3))),
  constraint actions_evidence_asked_check CHECK ((length(evidence_asked) <= 300)),
  constraint actions_funds_check CHECK ((length(funds) <= 200)),
  constraint actions_number_check CHECK ((number > 0)),
  constraint actions_obstacle_check CHECK ((length(obstacle) <= 1000)),
  constraint actions_output_check CHECK ((length(output) <= 300)),
  constraint actions_place_check CHECK ((length(place) <= 200)),
  constraint actions_progress_check CHECK (((progress >= 0) AND (progress <= 100))),
  constraint actions_state_check CHECK ((state = ANY (ARRAY['not_started'::text, 'in_progress'::text, 'done'::text, 'stuck'::text, 'cancelled'::text]))),
  constraint actions_target_check CHECK ((length(target) <= 200)),
  constraint actions_what_check CHECK (((length(what) >= 3) AND (length(what) <= 1000)))
);

relation app.aftercare_visits (
  city text not null default city(),
  visit_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  month_no integer not null,
  due_on date not null,
  agency_code text,
  done_at timestamp with time zone,
  done_by uuid,
  result text,
  still_there boolean,
  finding text not null default ''::text,
  recorded_at timestamp with time zone not null default now(),
  constraint aftercare_once UNIQUE (city, case_id, due_on),
  constraint aftercare_visits_pkey PRIMARY KEY (city, visit_id),
  constraint aftercare_visits_city_agency_code_fkey FOREIGN KEY (city, agency_code) REFERENCES agencies(city, agency_code),
  constraint aftercare_visits_city_case_id_fkey FOREIGN KEY (city, case_id) REFERENCES cases(city, case_id),
  constraint aftercare_visits_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint aftercare_visits_finding_check CHECK ((length(finding) <= 1000)),
  constraint aftercare_visits_month_no_check CHECK (((month_no >= 1) AND (month_no <= 36)))
);

relation app.agencies (
  city text not null default city(),
  agency_code text not null,
  name_id text not null,
  name_en text not null,
  kind text not null,
  parent_code text,
  area_code text,
  valid_from date not null default '2012-01-01'::date,
  valid_to date,
  constraint agencies_pkey PRIMARY KEY (city, agency_code),
  constraint agencies_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(area_code),
  constraint agencies_city_fkey FOREIGN KEY (city) REFERENCES cities(city)
);

relation app.agenda_items (
  city text not null default city(),
  meeting_id uuid not null,
  agenda_item_id uuid not null,
  position integer not null,
  title text not null,
  source text not null,
  source_key text not null default ''::text,
  figures jsonb not null default '{}'::jsonb,
  frozen_at timestamp with time zone,
  minutes integer,
  presenter text not null default ''::text,
  notes text not null default ''::text,
  dropped_at timestamp with time zone,
  set_by uuid default viewer_staff(),
  set_at timestamp with time zone not null default now(),
  constraint agenda_items_pkey PRIMARY KEY (city, agenda_item_id),
  constraint agenda_items_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint agenda_items_city_meeting_id_fkey FOREIGN KEY (city, meeting_id) REFERENCES meetings(city, meeting_id),
  constraint agenda_items_minutes_check CHECK (((minutes >= 1) AND (minutes <= 480))),
  constraint agenda_items_notes_check CHECK ((length(notes) <= 4000)),
  constraint agenda_items_position_check CHECK ((("position" >= 1) AND ("position" <= 200))),
  constraint agenda_items_presenter_check CHECK ((length(presenter) <= 200)),
  constraint agenda_items_source_check CHECK ((source = ANY (ARRAY['BREACHES'::text, 'HOT_SPOT'::text, 'OVERDUE_ACTIONS'::text, 'OFF_TARGET'::text, 'SPEAKER'::text, 'FREE'::text]))),
  constraint agenda_items_source_key_check CHECK ((length(source_key) <= 120)),
  constraint agenda_items_title_check CHECK (((length(title) >= 3) AND (length(title) <= 200)))
);

relation app.area_shapes (
  city text not null default city(),
  area_code text not null,
  shape jsonb not null,
  source text not null default ''::text,
  loaded_at timestamp with time zone not null default now(),
  constraint area_shapes_pkey PRIMARY KEY (city, area_code),
  constraint area_shapes_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(area_code),
  constraint area_shapes_city_fkey FOREIGN KEY (city) REFERENCES cities(city)
);

relation app.areas (
  area_code text not null,
  kind text not null,
  name text not null,
  parent_code text,
  latitude numeric(8,5),
  longitude numeric(8,5),
  valid_from date,
  valid_to date,
  constraint areas_pkey PRIMARY KEY (area_code),
  constraint areas_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES areas(area_code),
  constraint areas_kind_check CHECK ((kind = ANY (ARRAY['country'::text, 'province'::text, 'regency'::text, 'city'::text, 'district'::text, 'village'::text])))
);

relation app.assessment_factors (
  city text not null default city(),
  assessment_id uuid not null,
  factor_code text not null,
  person_id uuid not null,
  side text not null,
  level text not null,
  said_by text not null,
  evidence text not null default ''::text,
  made_on date not null,
  constraint assessment_factors_pkey PRIMARY KEY (city, assessment_id, factor_code),
  constraint assessment_factors_city_assessment_id_fkey FOREIGN KEY (city, assessment_id) REFERENCES assessments(city, assessment_id),
  constraint assessment_factors_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint assessment_factors_evidence_check CHECK ((length(evidence) <= 500)),
  constraint assessment_factors_level_check CHECK ((level = ANY (ARRAY['micro'::text, 'meso'::text, 'macro'::text]))),
  constraint assessment_factors_side_check CHECK ((side = ANY (ARRAY['internal'::text, 'external'::text])))
);

relation app.assessments (
  city text not null default city(),
  assessment_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  made_at timestamp with time zone not null,
  made_by uuid default viewer_staff(),
  problems text not null default ''::text,
  strengths text not null default ''::text,
  child_wishes text not null default ''::text,
  conclusion text not null default ''::text,
  recorded_at timestamp with time zone not null default now(),
  constraint assessments_pkey PRIMARY KEY (city, assessment_id),
  constraint assessments_city_case_id_fkey FOREIGN KEY (city, case_id) REFERENCES cases(city, case_id),
  constraint assessments_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint assessments_child_wishes_check CHECK ((length(child_wishes) <= 4000)),
  constraint assessments_conclusion_check CHECK ((length(conclusion) <= 4000)),
  constraint assessments_problems_check CHECK ((length(problems) <= 4000)),
  constraint assessments_strengths_check CHECK ((length(strengths) <= 4000))
);

relation app.attendance_for (
  city text not null default city(),
  invitation_id uuid not null,
  attendance_id uuid not null,
  constraint attendance_for_pkey PRIMARY KEY (city, invitation_id),
  constraint attendance_for_city_attendance_id_fkey FOREIGN KEY (city, attendance_id) REFERENCES attendances(city, attendance_id),
  constraint attendance_for_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint attendance_for_city_invitation_id_fkey FOREIGN KEY (city, invitation_id) REFERENCES invitations(city, invitation_id)
);

relation app.attendances (
  city text not null default city(),
  meeting_id uuid not null,
  attendance_id uuid not null,
  name text not null,
  office text not null default ''::text,
  body text not null default ''::text,
  contact text not null default ''::text,
  way text not null,
  arrived_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid default viewer_staff(),
  signature bytea,
  constraint attendances_pkey PRIMARY KEY (city, attendance_id),
  constraint attendances_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint attendances_city_meeting_id_fkey FOREIGN KEY (city, meeting_id) REFERENCES meetings(city, meeting_id),
  constraint attendances_body_check CHECK ((length(body) <= 200)),
  constraint attendances_contact_check CHECK ((length(contact) <= 120)),
  constraint attendances_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint attendances_office_check CHECK ((length(office) <= 200)),
  constraint attendances_signature_check CHECK ((length(signature) <= 65536)),
  constraint attendances_way_check CHECK ((way = ANY (ARRAY['QR'::text, 'DESK'::text])))
);

relation app.audit_rows (
  city text not null default city(),
  audit_id bigint not null,
  recorded_at timestamp with time zone not null default clock_timestamp(),
  txid xid8 not null default pg_current_xact_id(),
  staff_id uuid default viewer_staff(),
  agency_code text default viewer_agency(),
  role text not null default viewer_role(),
  act text not null,
  on_kind text not null default ''::text,
  on_id text not null default ''::text,
  persons uuid[] not null default '{}'::uuid[],
  detail jsonb not null default '{}'::jsonb,
  constraint audit_rows_pkey PRIMARY KEY (city, audit_id)
);

relation app.audit_seals (
  city text not null,
  seal_no bigint not null,
  sealed_at timestamp with time zone not null default clock_timestamp(),
  from_txid xid8 not null,
  before_txid xid8 not null,
  row_count integer not null,
  root bytea not null,
  previous_root bytea not null,
  constraint audit_seals_pkey PRIMARY KEY (city, seal_no),
  constraint audit_seals_city_fkey FOREIGN KEY (city) REFERENCES cities(city)
);

relation app.backups (
  city text,
  backup_id uuid not null default gen_random_uuid(),
  taken_at timestamp with time zone not null,
  kind text not null,
  bytes bigint,
  verified_at timestamp with time zone,
  failed text,
  file text not null default ''::text,
  audit text,
  constraint backups_pkey PRIMARY KEY (backup_id),
  constraint backups_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint backups_audit_check CHECK ((audit <> ''::text)),
  constraint backups_kind_check CHECK ((kind = ANY (ARRAY['embedded'::text, 'confirmed'::text, 'export'::text])))
);

relation app.belongings (
  city text not null default city(),
  belonging_id uuid not null,
  person_id uuid not null,
  custody_id uuid,
  what text not null,
  kept_by text not null default ''::text,
  return_due date,
  returned_at timestamp with time zone,
  recorded_at timestamp with time zone not null default now(),
  constraint belongings_pkey PRIMARY KEY (city, belonging_id),
  constraint belongings_city_custody_id_fkey FOREIGN KEY (city, custody_id) REFERENCES custody_intervals(city, custody_id),
  constraint belongings_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint belongings_city_person_id_fkey FOREIGN KEY (city, person_id) REFERENCES persons(city, person_id),
  constraint belongings_what_check CHECK (((length(what) >= 1) AND (length(what) <= 200)))
);

relation app.break_glass (
  city text not null default city(),
  break_id uuid not null,
  person_id uuid not null,
  case_number text not null default ''::text,
  staff_id uuid not null default viewer_staff(),
  reason text not null,
  opened_at timestamp with time zone not null default now(),
  until timestamp with time zone not null,
  reviewed_by uuid,
  reviewed_at timestamp with time zone,
  review text,
  constraint break_glass_pkey PRIMARY KEY (city, break_id),
  constraint break_glass_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint break_glass_city_person_id_fkey FOREIGN KEY (city, person_id) REFERENCES persons(city, person_id),
  constraint break_glass_reason_check CHECK (((length(reason) >= 10) AND (length(reason) <= 500))),
  constraint break_glass_time_box CHECK ((until <= (opened_at + '04:00:00'::interval)))
);

relation app.care_cells (
  city text not null,
  figure text not null,
  month date not null,
  code text not null,
  age_class text not null,
  n integer not null default 0,
  of_all integer not null default 0,
  constraint care_cells_pkey PRIMARY KEY (city, figure, month, code, age_class),
  constraint care_cells_city_fkey FOREIGN KEY (city) REFERENCES cities(city)
);

relation app.care_facts (
  city text not null,
  head_id uuid not null,
  figure text not null,
  month date not null,
  code text not null,
  age_class text not null,
  n integer not null,
  of_all integer not null,
  record_id uuid not null,
  at timestamp with time zone,
  counts_from timestamp with time zone not null,
  constraint care_facts_pkey PRIMARY KEY (city, head_id, figure, month, code, record_id),
  constraint care_facts_city_fkey FOREIGN KEY (city) REFERENCES cities(city)
);

relation app.care_now (
  city text,
  figure text,
  month date,
  code text,
  age_class text,
  n integer,
  of_all integer
);

relation app.carried_actions (
  city text not null default city(),
  meeting_id uuid not null,
  action_id uuid not null,
  state_then text not null,
  progress_then integer not null,
  carried_at timestamp with time zone not null default now(),
  constraint carried_actions_pkey PRIMARY KEY (city, meeting_id, action_id),
  constraint carried_actions_city_action_id_fkey FOREIGN KEY (city, action_id) REFERENCES actions(city, action_id),
  constraint carried_actions_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint carried_actions_city_meeting_id_fkey FOREIGN KEY (city, meeting_id) REFERENCES meetings(city, meeting_id)
);

relation app.case_closures (
  city text not null default city(),
  closure_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  closed_at timestamp with time zone not null,
  closed_by uuid default viewer_staff(),
  reason text not null,
  best_interest text not null default ''::text,
  readiness jsonb not null default '{}'::jsonb,
  reopened_at timestamp with time zone,
  reopened_by uuid,
  reopen_reason text not null default ''::text,
  recorded_at timestamp with time zone not null default now(),
  constraint case_closures_pkey PRIMARY KEY (city, closure_id),
  constraint case_closures_city_case_id_fkey FOREIGN KEY (city, case_id) REFERENCES cases(city, case_id),
  constraint case_closures_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint case_closures_best_interest_check CHECK ((length(best_interest) <= 4000))
);

relation app.case_loose_ends (
  city text,
  case_id uuid,
  kind text,
  id uuid,
  agency_code text,
  at timestamp with time zone
);

relation app.case_notes (
  city text not null default city(),
  note_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  kind text not null,
  occurred_at timestamp with time zone not null,
  body text not null,
  recorded_by uuid default viewer_staff(),
  recorded_at timestamp with time zone not null default now(),
  constraint case_notes_pkey PRIMARY KEY (city, note_id),
  constraint case_notes_city_case_id_fkey FOREIGN KEY (city, case_id) REFERENCES cases(city, case_id),
  constraint case_notes_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint case_notes_body_check CHECK (((length(body) >= 1) AND (length(body) <= 4000))),
  constraint case_notes_kind_check CHECK ((kind = ANY (ARRAY['note'::text, 'visit'::text, 'contact'::text, 'conference'::text, 'review'::text])))
);

relation app.case_stages (
  city text not null default city(),
  case_id uuid not null,
  person_id uuid not null,
  stage text not null,
  reached_at timestamp with time zone not null default clock_timestamp(),
  constraint case_stages_pkey PRIMARY KEY (city, case_id, reached_at),
  constraint case_stages_city_case_id_fkey FOREIGN KEY (city, case_id) REFERENCES cases(city, case_id),
  constraint case_stages_city_fkey FOREIGN KEY (city) REFERENCES cities(city)
);

relation app.case_workers (
  city text not null default city(),
  case_id uuid not null,
  staff_id uuid not null,
  person_id uuid not null,
  from_at timestamp with time zone not null default now(),
  to_at timestamp with time zone,
  reason text not null default ''::text,
  constraint case_workers_pkey PRIMARY KEY (city, case_id, staff_id, from_at),
  constraint case_workers_city_case_id_fkey FOREIGN KEY (city, case_id) REFERENCES cases(city, case_id),
  constraint case_workers_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint case_workers_city_staff_id_fkey FOREIGN KEY (city, staff_id) REFERENCES staff(city, staff_id)
);

relation app.cases (
  city text not null default city(),
  case_id uuid not null,
  case_number text not null,
  person_id uuid not null,
  agency_code text not null default viewer_agency(),
  worker_id uuid not null,
  opened_at timestamp with time zone not null,
  opened_from text not null,
  opened_from_id uuid,
  risk_level text not null,
  risk_reason text not null default ''::text,
  stage text not null default 'INTAKE'::text,
  assess_by date,
  assessed_at timestamp with time zone,
  state text not null default 'open'::text,
  closed_at timestamp with time zone,
  reassess_by date,
  next_due_on date not null default 'infinity'::date,
  recorded_at timestamp with time zone not null default now(),
  changed_at timestamp with time zone not null default now(),
  version integer not null default 1,
  constraint case_number_taken UNIQUE (city, case_number),
  constraint cases_pkey PRIMARY KEY (city, case_id),
  constraint cases_city_agency_code_fkey FOREIGN KEY (city, agency_code) REFERENCES agencies(city, agency_code),
  constraint cases_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint cases_city_person_id_fkey FOREIGN KEY (city, person_id) REFERENCES persons(city, person_id),
  constraint cases_city_worker_id_fkey FOREIGN KEY (city, worker_id) REFERENCES staff(city, staff_id),
  constraint case_number_form CHECK ((case_number ~ '^K-[0-9]{4}-[0-9]{4,9}$'::text)),
  constraint cases_opened_from_check CHECK ((opened_from = ANY (ARRAY['CUSTODY'::text, 'ENCOUNTER'::text, 'REPORT'::text]))),
  constraint cases_risk_level_check CHECK ((risk_level = ANY (ARRAY['LOW'::text, 'MEDIUM'::text, 'HIGH'::text]))),
  constraint cases_risk_reason_check CHECK ((length(risk_reason) <= 500)),
  constraint cases_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text, 'sealed'::text])))
);

relation app.cities (
  city text not null,
  name text not null,
  time_zone text not null,
  demonstration boolean not null default false,
  epoch uuid not null default gen_random_uuid(),
  opened_at timestamp with time zone not null default now(),
  constraint cities_pkey PRIMARY KEY (city),
  constraint cities_city_check CHECK ((city ~ '^[0-9]{2}\.[0-9]{2}$'::text))
);

relation app.codes (
  city text not null default city(),
  list text not null,
  code text not null,
  label_id text not null,
  label_en text not null,
  source text not null default ''::text,
  valid_from date not null,
  valid_to date,
  position integer not null default 0,
  extra jsonb not null default '{}'::jsonb,
  constraint codes_pkey PRIMARY KEY (city, list, code),
  constraint codes_city_fkey FOREIGN KEY (city) REFERENCES cities(city)
);

relation app.command_log (
  city text not null default city(),
  command_id uuid not null,
  staff_id uuid default viewer_staff(),
  command text not null,
  input_hash bytea not null,
  outcome jsonb not null,
  occurred_at timestamp with time zone,
  recorded_at timestamp with time zone not null default now(),
  constraint command_log_pkey PRIMARY KEY (city, command_id)
);

relation app.companion_forms (
  person_id uuid not null,
  companion_id uuid not null,
  city text not null default city(),
  tokens bigint[] not null,
  marks integer[] not null,
  constraint companion_forms_pkey PRIMARY KEY (city, person_id, companion_id),
  constraint companion_forms_city_companion_id_fkey FOREIGN KEY (city, companion_id) REFERENCES persons(city, person_id),
  constraint companion_forms_city_person_id_fkey FOREIGN KEY (city, person_id) REFERENCES persons(city, person_id),
  constraint companion_not_itself CHECK ((person_id <> companion_id))
);

relation app.companion_runs (
  city text not null default city(),
  until timestamp with time zone not null,
  constraint companion_runs_pkey PRIMARY KEY (city),
  constraint companion_runs_city_fkey FOREIGN KEY (city) REFERENCES cities(city)
);

relation app.companions_to_renew (
  person_id uuid not null,
  city text not null default city(),
  since timestamp with time zone not null default now(),
  constraint companions_to_renew_pkey PRIMARY KEY (city, person_id),
  constraint companions_to_renew_city_person_id_fkey FOREIGN KEY (city, person_id) REFERENCES persons(city, person_id)
);

relation app.complaints (
  city text not null default city(),
  complaint_id uuid not null,
  person_id uuid,
  about_agency text not null,
  to_agency text not null,
  subject text not null default 'OTHER'::text,
  said text not null,
  said_by text not null,
  occurred_at timestamp with time zone not null,
  recorded_by uuid default viewer_staff(),
  recorded_at timestamp with time zone not null default now(),
  answer text,
  answered_by uuid,
  answered_at timestamp with time zone,
  constraint complaints_pkey PRIMARY KEY (city, complaint_id),
  constraint complaints_city_about_agency_fkey FOREIGN KEY (city, about_agency) REFERENCES agencies(city, agency_code),
  constraint complaints_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint complaints_city_person_id_fkey FOREIGN KEY (city, person_id) REFERENCES persons(city, person_id),
  constraint complaints_city_to_agency_fkey FOREIGN KEY (city, to_agency) REFERENCES agencies(city, agency_code),
  constraint complaint_goes_outside CHECK ((about_agency <> to_agency)),
  constraint complaints_said_check CHECK (((length(said) >= 3) AND (length(said) <= 2000)))
);

relation app.contact_alerts (
  city text not null default city(),
  alert_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  case_id uuid not null,
  staff_id uuid not null,
  encounter_id uuid not null,
  raised_at timestamp with time zone not null default now(),
  answered_at timestamp with time zone,
  answer text,
  reason text not null default ''::text,
  constraint contact_alerts_pkey PRIMARY KEY (city, alert_id),
  constraint contact_alerts_city_case_id_fkey FOREIGN KEY (city, case_id) REFERENCES cases(city, case_id),
  constraint contact_alerts_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint contact_alerts_answer_check CHECK ((answer = ANY (ARRAY['reopened'::text, 'not_needed'::text]))),
  constraint contact_alerts_reason_check CHECK ((length(reason) <= 500))
);

relation app.custody_by_team (
  city text,
  custody_id uuid
);

relation app.custody_decisions (
  city text not null default city(),
  decision_id bigint not null,
  step_id uuid not null,
  person_id uuid not null,
  custody_id uuid,
  handover_id uuid,
  change text not null,
  stands_person uuid not null,
  was_ended_at timestamp with time zone,
  ended_at timestamp with time zone,
  was_state text,
  decided_by uuid default viewer_staff(),
  decided_at timestamp with time zone not null default now(),
  constraint custody_decisions_pkey PRIMARY KEY (city, decision_id),
  constraint custody_decisions_city_custody_id_fkey FOREIGN KEY (city, custody_id) REFERENCES custody_intervals(city, custody_id),
  constraint custody_decisions_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint custody_decisions_city_handover_id_fkey FOREIGN KEY (city, handover_id) REFERENCES handovers(city, handover_id),
  constraint custody_decisions_city_person_id_fkey FOREIGN KEY (city, person_id) REFERENCES persons(city, person_id),
  constraint custody_decisions_change_check CHECK ((change = ANY (ARRAY['set_aside'::text, 'cut_short'::text, 'put_back'::text]))),
  constraint decision_on_one CHECK (((custody_id IS NULL) <> (handover_id IS NULL)))
);

relation app.custody_fears (
  city text not null default city(),
  person_id uuid not null,
  asked_at timestamp with time zone not null,
  asked_by uuid not null default viewer_staff(),
  asked_alone boolean not null,
  fears_someone boolean not null,
  box bytea,
  answer_id uuid not null default gen_random_uuid(),
  recorded_at timestamp with time zone not null default now(),
  constraint custody_fears_pkey PRIMARY KEY (city, answer_id),
  constraint custody_fears_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint custody_fears_city_person_id_fkey FOREIGN KEY (city, person_id) REFERENCES persons(city, person_id)
);

relation app.custody_intervals (
  city text not null default city(),
  custody_id uuid not null,
  person_id uuid not null,
  custodian_kind text not null,
  agency_code text,
  facility text not null default ''::text,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  end_kind text,
  basis text not null default ''::text,
  lpks_reason text not null default ''::text,
  police_reference text not null default ''::text,
  encounter_id uuid,
  first_contact_at timestamp with time zone,
  disputed boolean not null default false,
  set_aside boolean not null default false,
  settled_at timestamp with time zone,
  settled_by uuid,
  settled_reason text not null default ''::text,
  recorded_by uuid default viewer_staff(),
  recorded_at timestamp with time zone not null default now(),
  version integer not null default 1,
  during tstzrange,
  constraint custody_one_custodian EXCLUDE USING gist (city WITH =, person_id WITH =, during WITH &&) WHERE ((NOT disputed)),
  constraint custody_intervals_pkey PRIMARY KEY (city, custody_id),
  constraint custody_intervals_city_agency_code_fkey FOREIGN KEY (city, agency_code) REFERENCES agencies(city, agency_code),
  constraint custody_intervals_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint custody_intervals_city_person_id_fkey FOREIGN KEY (city, person_id) REFERENCES persons(city, person_id),
  constraint custody_intervals_facility_check CHECK ((length(facility) <= 120)),
  constraint custody_intervals_lpks_reason_check CHECK ((length(lpks_reason) <= 500)),
  constraint custody_intervals_police_reference_check CHECK ((length(police_reference) <= 60)),
  constraint custody_intervals_settled_reason_check CHECK ((length(settled_reason) <= 500)),
  constraint custody_not_negative CHECK (((ended_at IS NULL) OR (ended_at >= started_at))),
  constraint custody_set_aside_was_disputed CHECK ((disputed OR (NOT set_aside)))
);

relation app.custody_steps (
  city text not null default city(),
  step_id uuid not null,
  person_id uuid not null,
  custody_id uuid,
  kind text not null,
  occurred_at timestamp with time zone not null,
  until timestamp with time zone,
  result text not null,
  note text not null default ''::text,
  recorded_by uuid default viewer_staff(),
  recorded_at timestamp with time zone not null default now(),
  constraint custody_steps_pkey PRIMARY KEY (city, step_id),
  constraint custody_steps_city_custody_id_fkey FOREIGN KEY (city, custody_id) REFERENCES custody_intervals(city, custody_id),
  constraint custody_steps_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint custody_steps_city_person_id_fkey FOREIGN KEY (city, person_id) REFERENCES persons(city, person_id),
  constraint custody_steps_note_check CHECK ((length(note) <= 500))
);

relation app.decisions (
  city text not null default city(),
  meeting_id uuid not null,
  decision_id uuid not null,
  number integer not null,
  agenda_item_id uuid,
  issue text not null,
  decision text not null,
  indicator text not null default ''::text,
  indicator_area text,
  target numeric(12,3),
  before_value jsonb,
  frozen_at timestamp with time zone,
  state text not null default 'draft'::text,
  adopted_at timestamp with time zone,
  withdraw_reason text not null default ''::text,
  written_by uuid default viewer_staff(),
  written_at timestamp with time zone not null default now(),
  version integer not null default 1,
  constraint decision_number UNIQUE (city, meeting_id, number),
  constraint decisions_pkey PRIMARY KEY (city, decision_id),
  constraint decisions_city_agenda_item_id_fkey FOREIGN KEY (city, agenda_item_id) REFERENCES agenda_items(city, agenda_item_id),
  constraint decisions_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint decisions_city_meeting_id_fkey FOREIGN KEY (city, meeting_id) REFERENCES meetings(city, meeting_id),
  constraint decisions_indicator_area_fkey FOREIGN KEY (indicator_area) REFERENCES areas(area_code),
  constraint decision_adopted CHECK ((((state = 'draft'::text) = (adopted_at IS NULL)) OR (state = 'withdrawn'::text))),
  constraint decisions_decision_check CHECK (((length(decision) >= 3) AND (length(decision) <= 2000))),
  constraint decisions_indicator_check CHECK ((length(indicator) <= 60)),
  constraint decisions_issue_check CHECK (((length(issue) >= 3) AND (length(issue) <= 1000))),
  constraint decisions_number_check CHECK ((number > 0)),
  constraint decisions_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'adopted'::text, 'withdrawn'::text]))),
  constraint decisions_withdraw_reason_check CHECK ((length(withdraw_reason) <= 500))
);

relation app.delivered_notices (
  city text not null default city(),
  notice_id uuid not null,
  channel text not null,
  target text not null default ''::text,
  delivery_id uuid not null,
  constraint delivered_notices_pkey PRIMARY KEY (city, notice_id, channel, target),
  constraint delivered_notices_city_delivery_id_fkey FOREIGN KEY (city, delivery_id) REFERENCES deliveries(city, delivery_id) ON DELETE CASCADE,
  constraint delivered_notices_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint delivered_notices_city_notice_id_fkey FOREIGN KEY (city, notice_id) REFERENCES notices(city, notice_id) ON DELETE CASCADE
);

relation app.deliveries (
  city text not null default city(),
  delivery_id uuid not null,
  staff_id uuid not null,
  channel text not null,
  target text not null default ''::text,
  notices integer not null,
  state text not null default 'waiting'::text,
  tries integer not null default 0,
  problem text not null default ''::text,
  made_at timestamp with time zone not null default now(),
  tried_at timestamp with time zone,
  next_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint deliveries_pkey PRIMARY KEY (city, delivery_id),
  constraint deliveries_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint deliveries_city_staff_id_fkey FOREIGN KEY (city, staff_id) REFERENCES staff(city, staff_id),
  constraint deliveries_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'push'::text, 'whatsapp'::text, 'sms'::text]))),
  constraint deliveries_notices_check CHECK ((notices > 0)),
  constraint deliveries_problem_check CHECK ((length(problem) <= 60)),
  constraint deliveries_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'unclear'::text, 'dropped'::text]))),
  constraint deliveries_target_check CHECK ((length(target) <= 40)),
  constraint delivery_ended CHECK (((state = ANY (ARRAY['waiting'::text, 'sending'::text])) = (ended_at IS NULL)))
);

relation app.duties (
  city text not null default city(),
  duty_id uuid not null default gen_random_uuid(),
  agency_code text not null,
  duty_code text not null,
  legal_basis_id text,
  is_default boolean not null default true,
  valid_from date not null default '2012-01-01'::date,
  valid_to date,
  constraint duty_once EXCLUDE USING gist (city WITH =, agency_code WITH =, duty_code WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&),
  constraint duties_pkey PRIMARY KEY (city, duty_id),
  constraint duties_city_agency_code_fkey FOREIGN KEY (city, agency_code) REFERENCES agencies(city, agency_code),
  constraint duties_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint duties_city_legal_basis_id_fkey FOREIGN KEY (city, legal_basis_id) REFERENCES legal_bases(city, legal_basis_id),
  constraint duty_valid_range CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

relation app.duty_phones (
  city text not null default city(),
  agency_code text not null,
  set_at timestamp with time zone not null default clock_timestamp(),
  phone text not null,
  set_by uuid default viewer_staff(),
  constraint duty_phones_pkey PRIMARY KEY (city, agency_code, set_at),
  constraint duty_phones_city_agency_code_fkey FOREIGN KEY (city, agency_code) REFERENCES agencies(city, agency_code),
  constraint duty_phones_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint duty_phones_phone_check CHECK (((phone = ''::text) OR (phone ~ '^\+?[0-9][0-9 ().-]{2,29}$'::text)))
);

relation app.encounter_custody (
  city text,
  encounter_id uuid,
  custody_id uuid,
  custodian_kind text,
  agency_code text,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  end_kind text
);

relation app.encounter_points (
  city text not null default city(),
  encounter_id uuid not null,
  operation_id uuid,
  latitude numeric(7,3) not null,
  longitude numeric(8,3) not null,
  constraint encounter_points_pkey PRIMARY KEY (city, encounter_id),
  constraint encounter_points_city_encounter_id_fkey FOREIGN KEY (city, encounter_id) REFERENCES encounters(city, encounter_id),
  constraint encounter_points_latitude_check CHECK ((((latitude >= '-11.5'::numeric) AND (latitude <= 6.5)) AND (mod(latitude, 0.005) = (0)::numeric))),
  constraint encounter_points_longitude_check CHECK ((((longitude >= 94.5) AND (longitude <= 141.5)) AND (mod(longitude, 0.005) = (0)::numeric)))
);

relation app.encounter_texts (
  city text not null default city(),
  encounter_id uuid not null,
  person_id uuid not null,
  own_words text not null default ''::text,
  description text not null default ''::text,
  belongings text not null default ''::text,
  warned text[] not null default '{}'::text[],
  constraint encounter_texts_pkey PRIMARY KEY (city, encounter_id),
  constraint encounter_texts_city_encounter_id_fkey FOREIGN KEY (city, encounter_id) REFERENCES encounters(city, encounter_id),
  constraint encounter_texts_belongings_check CHECK ((length(belongings) <= 500)),
  constraint encounter_texts_description_check CHECK ((length(description) <= 500)),
  constraint encounter_texts_own_words_check CHECK ((length(own_words) <= 500))
);

relation app.encounters (
  city text not null default city(),
  encounter_id uuid not null,
  person_id uuid,
  operation_id uuid,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null default now(),
  clock_flag text,
  recorded_by uuid default viewer_staff(),
  agency_code text default viewer_agency(),
  approach text not null,
  activity text not null,
  location_type text not null,
  area_code text,
  age_class text not null,
  sex text not null default 'unknown'::text,
  stated_age integer,
  assessed_low integer,
  assessed_high integer,
  condition text,
  injury text,
  intoxication text,
  needs text[] not null default '{}'::text[],
  companions text[] not null default '{}'::text[],
  group_id uuid,
  spot_outcome text,
  spot_outcome_at timestamp with time zone,
  spot_outcome_by uuid,
  from_report boolean not null default false,
  constraint encounters_pkey PRIMARY KEY (city, encounter_id),
  constraint encounters_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(area_code),
  constraint encounters_city_operation_id_fkey FOREIGN KEY (city, operation_id) REFERENCES operations(city, operation_id),
  constraint encounters_city_person_id_fkey FOREIGN KEY (city, person_id) REFERENCES persons(city, person_id),
  constraint encounter_assessed_range CHECK ((assessed_high >= assessed_low)),
  constraint encounter_has_person CHECK ((from_report OR (person_id IS NOT NULL))),
  constraint encounters_age_class_check CHECK ((age_class = ANY (ARRAY['UNDER_18'::text, 'ADULT'::text, 'UNKNOWN'::text]))),
  constraint encounters_assessed_high_check CHECK (((assessed_high >= 0) AND (assessed_high <= 120))),
  constraint encounters_assessed_low_check CHECK (((assessed_low >= 0) AND (assessed_low <= 120))),
  constraint encounters_clock_flag_check CHECK ((clock_flag = ANY (ARRAY['ahead'::text, 'behind'::text]))),
  constraint encounters_intoxication_check CHECK ((intoxication = ANY (ARRAY['YES'::text, 'NO'::text, 'UNSURE'::text]))),
  constraint encounters_sex_check CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text, 'unknown'::text]))),
  constraint encounters_spot_outcome_check CHECK ((spot_outcome = ANY (ARRAY['STAYED'::text, 'DECLINED'::text, 'REFERRED'::text]))),
  constraint encounters_stated_age_check CHECK (((stated_age >= 0) AND (stated_age <= 120)))
);

relation app.encounters_in_groups (
  city text,
  encounter_id uuid,
  person_id uuid,
  operation_id uuid,
  occurred_at timestamp with time zone,
  day date,
  area_code text,
  approach text,
  activity text,
  age_class text,
  activity_group text
);

relation app.enrolments (
  city text not null default city(),
  enrolment_id uuid not null,
  programme_id uuid not null,
  person_id uuid not null,
  number integer,
  state text not null,
  child_says text not null,
  guardian_says text not null,
  asked_on date not null,
  ended_on date,
  ended_by text,
  recorded_by uuid default viewer_staff(),
  recorded_at timestamp with time zone not null default now(),
  version integer not null default 1,
  constraint enrolments_pkey PRIMARY KEY (city, enrolment_id),
  constraint enrolments_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint enrolments_city_person_id_fkey FOREIGN KEY (city, person_id) REFERENCES persons(city, person_id),
  constraint enrolments_city_programme_id_fkey FOREIGN KEY (city, programme_id) REFERENCES programmes(city, programme_id),
  constraint enrolment_ended CHECK ((((state = ANY (ARRAY['left'::text, 'finished'::text])) = (ended_on IS NOT NULL)) AND ((state = 'left'::text) = (ended_by IS NOT NULL)))),
  constraint enrolment_number CHECK (((state = 'refused'::text) = (number IS NULL))),
  constraint enrolment_wanted CHECK (((state = 'refused'::text) OR ((child_says = 'agrees'::text) AND (guardian_says <> 'refuses'::text)))),
  constraint enrolments_child_says_check CHECK ((child_says = ANY (ARRAY['agrees'::text, 'refuses'::text, 'not_asked'::text]))),
  constraint enrolments_ended_by_check CHECK ((ended_by = ANY (ARRAY['child'::text, 'guardian'::text, 'team'::text]))),
  constraint enrolments_guardian_says_check CHECK ((guardian_says = ANY (ARRAY['agrees'::text, 'refuses'::text, 'not_reached'::text, 'none'::text]))),
  constraint enrolments_number_check CHECK ((number > 0)),
  constraint enrolments_state_check CHECK ((state = ANY (ARRAY['refused'::text, 'enrolled'::text, 'left'::text, 'finished'::text]))),
  constraint refusal_said CHECK (((state <> 'refused'::text) OR (child_says = 'refuses'::text) OR (guardian_says = 'refuses'::text)))
);

relation app.erasure_requests (
  city text not null default city(),
  request_id uuid not null,
  person_id uuid not null,
  reference text not null,
  asked_for text not null,
  reason text not null,
  deciding_agency text not null,
  asked_by uuid not null default viewer_staff(),
  asked_at timestamp with time zone not null default now(),
  state text not null default 'waiting'::text,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision_reason text not null default ''::text,
  done_at timestamp with time zone,
  constraint erasure_requests_pkey PRIMARY KEY (city, request_id),
  constraint erasure_requests_city_deciding_agency_fkey FOREIGN KEY (city, deciding_agency) REFERENCES agencies(city, agency_code),
  constraint erasure_requests_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint erasure_requests_city_person_id_fkey FOREIGN KEY (city, person_id) REFERENCES persons(city, person_id),
  constraint erasure_decided CHECK (((state = 'waiting'::text) = (decided_by IS NULL))),
  constraint erasure_requests_asked_for_check CHECK ((asked_for = ANY (ARRAY['SUBJECT'::text, 'GUARDIAN'::text]))),
  constraint erasure_requests_decision_reason_check CHECK ((length(decision_reason) <= 500)),
  constraint erasure_requests_reason_check CHECK (((length(reason) >= 3) AND (length(reason) <= 500))),
  constraint erasure_requests_reference_check CHECK (((length(reference) >= 3) AND (length(reference) <= 60))),
  constraint erasure_requests_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'refused'::text, 'done'::text]))),
  constraint erasure_two_persons CHECK (((decided_by IS NULL) OR (decided_by <> asked_by)))
);

relation app.erasures (
  city text not null default city(),
  person_id uuid not null,
  erased_at timestamp with time zone not null default now(),
  rule text not null,
  key_slots bigint[] not null default '{}'::bigint[],
  constraint erasures_pkey PRIMARY KEY (city, person_id),
  constraint erasures_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint erasure_rule CHECK ((rule = ANY (ARRAY['IDENTITY_WITHOUT_CASE'::text, 'CASE_AFTER_18'::text, 'ADULT_IN_OPERATION'::text, 'ON_REQUEST'::text])))
);

relation app.exports (
  city text not null default city(),
  export_id uuid not null,
  meeting_id uuid not null,
  kind text not null,
  names integer not null,
  purpose text not null,
  state text not null,
  agency_code text not null default viewer_agency(),
  asked_by uuid not null default viewer_staff(),
  asked_at timestamp with time zone not null default now(),
  decided_by uuid,
  decided_at timestamp with time zone,
  decide_reason text not null default ''::text,
  done integer not null default 0,
  total integer not null default 0,
  ended_at timestamp with time zone,
  file_id uuid,
  locale text not null default 'id'::text,
  constraint exports_pkey PRIMARY KEY (city, export_id),
  constraint exports_city_agency_code_fkey FOREIGN KEY (city, agency_code) REFERENCES agencies(city, agency_code),
  constraint exports_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint exports_city_meeting_id_fkey FOREIGN KEY (city, meeting_id) REFERENCES meetings(city, meeting_id),
  constraint export_by_another CHECK (((decided_by IS NULL) OR (decided_by <> asked_by))),
  constraint export_second_person CHECK (((names <= 50) OR (state = ANY (ARRAY['asked'::text, 'refused'::text])) OR (decided_by IS NOT NULL))),
  constraint exports_decide_reason_check CHECK ((length(decide_reason) <= 500)),
  constraint exports_kind_check CHECK ((kind = ANY (ARRAY['INVITATIONS'::text, 'INVITATION_LIST'::text, 'ATTENDANCE'::text]))),
  constraint exports_locale_check CHECK ((locale = ANY (ARRAY['id'::text, 'en'::text]))),
  constraint exports_names_check CHECK ((names >= 0)),
  constraint exports_purpose_check CHECK (((length(purpose) >= 3) AND (length(purpose) <= 300))),
  constraint exports_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'refused'::text, 'queued'::text, 'running'::text, 'done'::text, 'failed'::text])))
);

relation app.figure_deltas (
  city text not null default city(),
  delta_id bigint not null,
  person_id uuid not null,
  constraint figure_deltas_pkey PRIMARY KEY (city, delta_id),
  constraint figure_deltas_city_fkey FOREIGN KEY (city) REFERENCES cities(city)
);

relation app.file_chunks (
  city text not null default city(),
  file_id uuid not null,
  chunk_no integer not null,
  sealed bytea not null,
  constraint file_chunks_pkey PRIMARY KEY (city, file_id, chunk_no),
  constraint file_chunks_city_file_id_fkey FOREIGN KEY (city, file_id) REFERENCES files(city, file_id) ON DELETE CASCADE,
  constraint file_chunks_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint file_chunks_chunk_no_check CHECK ((chunk_no >= 0))
);

relation app.files (
  city text not null default city(),
  file_id uuid not null,
  on_kind text not null,
  on_id uuid not null,
  title text not null,
  media_type text not null,
  byte_count integer not null,
  sha256 bytea not null,
  agency_code text not null default viewer_agency(),
  kept_by uuid default viewer_staff(),
  kept_at timestamp with time zone not null default now(),
  constraint files_pkey PRIMARY KEY (city, file_id),
  constraint files_city_agency_code_fkey FOREIGN KEY (city, agency_code) REFERENCES agencies(city, agency_code),
  constraint files_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint files_byte_count_check CHECK ((((byte_count >= 1) AND (byte_count <= 20971520)) OR ((on_kind = 'export'::text) AND ((byte_count >= 1) AND (byte_count <= 209715200))))),
  constraint files_media_type_check CHECK (((media_type = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text, 'application/zip'::text, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'::text, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'::text, 'application/vnd.openxmlformats-officedocument.presentationml.presentation'::text])) AND ((media_type <> 'application/zip'::text) OR (on_kind = 'export'::text)))),
  constraint files_on_kind_check CHECK ((on_kind = ANY (ARRAY['meeting'::text, 'action'::text, 'export'::text]))),
  constraint files_sha256_check CHECK ((length(sha256) = 32)),
  constraint files_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);

relation app.handovers (
  city text not null default city(),
  handover_id uuid not null,
  person_id uuid not null,
  from_custody_id uuid,
  to_custody_id uuid,
  occurred_at timestamp with time zone not null,
  end_kind text,
  giver_staff_id uuid,
  giver_name text not null default ''::text,
  receiver_staff_id uuid,
  receiver_name text not null default ''::text,
  receiver_relation text not null default ''::text,
  condition text not null,
  basis text not null default ''::text,
  statement_letter boolean not null default false,
  giver_signature bytea,
  receiver_signature bytea,
  supervisor_reason text not null default ''::text,
  state text not null default 'stands'::text,
  recorded_by uuid default viewer_staff(),
  recorded_at timestamp with time zone not null default now(),
  constraint handovers_pkey PRIMARY KEY (city, handover_id),
  constraint handovers_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint handovers_city_from_custody_id_fkey FOREIGN KEY (city, from_custody_id) REFERENCES custody_intervals(city, custody_id),
  constraint handovers_city_person_id_fkey FOREIGN KEY (city, person_id) REFERENCES persons(city, person_id),
  constraint handovers_city_to_custody_id_fkey FOREIGN KEY (city, to_custody_id) REFERENCES custody_intervals(city, custody_id),
  constraint handovers_basis_check CHECK ((length(basis) <= 200)),
  constraint handovers_giver_name_check CHECK ((length(giver_name) <= 120)),
  constraint handovers_receiver_name_check CHECK ((length(receiver_name) <= 120)),
  constraint handovers_receiver_relation_check CHECK ((length(receiver_relation) <= 60)),
  constraint handovers_state_check CHECK ((state = ANY (ARRAY['stands'::text, 'disputed'::text, 'set_aside'::text]))),
  constraint handovers_supervisor_reason_check CHECK ((length(supervisor_reason) <= 500))
);

relation app.history (
  city text not null,
  history_id bigint not null,
  table_name text not null,
  row_key text not null,
  changed_at timestamp with time zone not null default clock_timestamp(),
  staff_id uuid,
  was jsonb not null,
  constraint history_pkey PRIMARY KEY (city, history_id)
);

relation app.holidays (
  city text not null default city(),
  day date not null,
  name text not null,
  constraint holidays_pkey PRIMARY KEY (city, day),
  constraint holidays_city_fkey FOREIGN KEY (city) REFERENCES cities(city)
);

relation app.indicator_assessed_in_time (
  city text,
  month date,
  code text,
  age_class text,
  n integer,
  of_all integer
);

relation app.indicator_by_activity (
  city text,
  month date,
  place text,
  approach text,
  age_class text,
  activity text,
  children integer,
  year_children integer,
  encounters integer
);

relation app.indicator_by_approach (
  city text,
  month date,
  place text,
  approach text,
  age_class text,
  children integer,
  year_children integer,
  encounters integer
);

relation app.indicator_by_group (
  city text,
  month date,
  place text,
  approach text,
  age_class text,
  activity_group text,
  children integer,
  year_children integer,
  encounters integer
);

relation app.indicator_children_met (
  city text,
  month date,
  place text,
  approach text,
  age_class text,
  children integer,
  year_children integer
);

relation app.indicator_continuing_children (
  city text,
  month date,
  place text,
  approach text,
  age_class text,
  continuing integer,
  year_continuing integer
);

relation app.indicator_encounters (
  city text,
  month date,
  place text,
  approach text,
  age_class text,
  encounters integer
);

relation app.indicator_factors (
  city text,
  month date,
  code text,
  age_class text,
  n integer,
  of_all integer
);

relation app.indicator_handover_hours (
  city text,
  month date,
  age_class text,
  tenths_of_hours integer,
  n integer
);

relation app.indicator_new_children (
  city text,
  month date,
  place text,
  approach text,
  age_class text,
  new_children integer,
  year_new integer
);

relation app.indicator_referrals_in_time (
  city text,
  month date,
  code text,
  age_class text,
  n integer,
  of_all integer
);

relation app.indicator_reported (
  city text,
  month date,
  operation_id uuid,
  kind text,
  external_id text,
  source text,
  reported jsonb,
  flags text[],
  area_code text
);

relation app.indicator_returned_children (
  city text,
  month date,
  place text,
  approach text,
  age_class text,
  returned integer,
  year_returned integer
);

relation app.indicator_still_home (
  city text,
  month date,
  code text,
  age_class text,
  n integer,
  of_all integer
);

relation app.invitations (
  city text not null default city(),
  meeting_id uuid not null,
  invitation_id uuid not null,
  number integer not null,
  rule text not null,
  agency_code text,
  area_code text,
  office text not null,
  name text not null default ''::text,
  email text not null default ''::text,
  reply_hash bytea not null,
  state text not null default 'invited'::text,
  delegate_name text not null default ''::text,
  delegate_office text not null default ''::text,
  reply_note text not null default ''::text,
  replied_at timestamp with time zone,
  reminded_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  constraint invitation_number UNIQUE (city, meeting_id, number),
  constraint invitations_pkey PRIMARY KEY (city, invitation_id),
  constraint invitations_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(area_code),
  constraint invitations_city_agency_code_fkey FOREIGN KEY (city, agency_code) REFERENCES agencies(city, agency_code),
  constraint invitations_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint invitations_city_meeting_id_fkey FOREIGN KEY (city, meeting_id) REFERENCES meetings(city, meeting_id),
  constraint invitation_delegate CHECK (((state = 'delegated'::text) = (delegate_name <> ''::text))),
  constraint invitation_of_body_or_name CHECK (((agency_code IS NOT NULL) OR (name <> ''::text))),
  constraint invitation_replied CHECK (((state = 'invited'::text) = (replied_at IS NULL))),
  constraint invitations_delegate_name_check CHECK ((length(delegate_name) <= 120)),
  constraint invitations_delegate_office_check CHECK ((length(delegate_office) <= 200)),
  constraint invitations_email_check CHECK ((length(email) <= 200)),
  constraint invitations_name_check CHECK ((length(name) <= 120)),
  constraint invitations_number_check CHECK ((number > 0)),
  constraint invitations_office_check CHECK (((length(office) >= 2) AND (length(office) <= 200))),
  constraint invitations_reply_hash_check CHECK ((length(reply_hash) = 32)),
  constraint invitations_reply_note_check CHECK ((length(reply_note) <= 500)),
  constraint invitations_rule_check CHECK ((length(rule) <= 120)),
  constraint invitations_state_check CHECK ((state = ANY (ARRAY['invited'::text, 'coming'::text, 'delegated'::text, 'declined'::text])))
);

relation app.legal_bases (
  city text not null default city(),
  legal_basis_id text not null,
  kind text not null,
  number text not null,
  year integer not null,
  title text not null,
  dated date,
  valid_from date not null,
  valid_to date,
  text_checked boolean not null default false,
  note text not null default ''::text,
  constraint legal_bases_pkey PRIMARY KEY (city, legal_basis_id),
  constraint legal_bases_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint legal_bases_year_check CHECK (((year >= 1945) AND (year <= 2100))),
  constraint legal_basis_valid_range CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

relation app.legal_holds (
  city text not null default city(),
  person_id uuid not null,
  reason text not null,
  set_by uuid not null default viewer_staff(),
  set_at timestamp with time zone not null default now(),
  lifted_at timestamp with time zone,
  reference text not null default ''::text,
  lifted_by uuid,
  lifted_reason text not null default ''::text,
  constraint legal_holds_pkey PRIMARY KEY (city, person_id, set_at),
  constraint legal_holds_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint legal_holds_lifted_reason_check CHECK ((length(lifted_reason) <= 500)),
  constraint legal_holds_reason_check CHECK (((length(reason) >= 3) AND (length(reason) <= 500))),
  constraint legal_holds_reference_check CHECK ((length(reference) <= 60))
);

relation app.letter_counters (
  city text not null default city(),
  agency_code text not null default viewer_agency(),
  year integer not null,
  last integer not null,
  constraint letter_counters_pkey PRIMARY KEY (city, agency_code, year),
  constraint letter_counters_city_agency_code_fkey FOREIGN KEY (city, agency_code) REFERENCES agencies(city, agency_code),
  constraint letter_counters_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint letter_counters_last_check CHECK ((last > 0)),
  constraint letter_counters_year_check CHECK (((year >= 2012) AND (year <= 2200)))
);

relation app.letters (
  city text not null default city(),
  letter_id uuid not null,
  kind text not null,
  on_kind text not null,
  on_id uuid not null,
  agency_code text not null default viewer_agency(),
  year integer not null,
  serial integer not null,
  number text not null,
  code text not null,
  contents jsonb not null,
  issued_by uuid not null default viewer_staff(),
  issued_at timestamp with time zone not null default now(),
  constraint letter_number_once UNIQUE (city, agency_code, year, serial),
  constraint letters_pkey PRIMARY KEY (city, letter_id),
  constraint letters_city_agency_code_fkey FOREIGN KEY (city, agency_code) REFERENCES agencies(city, agency_code),
  constraint letters_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint letters_code_check CHECK ((code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'::text)),
  constraint letters_kind_check CHECK ((kind = ANY (ARRAY['INVITATION'::text, 'ATTENDANCE'::text, 'MINUTES'::text, 'RESOLUTIONS'::text, 'FOLLOW_UP'::text, 'MEMO'::text]))),
  constraint letters_number_check CHECK (((length(number) >= 1) AND (length(number) <= 80))),
  constraint letters_on_kind_check CHECK ((on_kind = 'meeting'::text)),
  constraint letters_serial_check CHECK ((serial > 0))
);

relation app.match_looks (
  city text not null default city(),
  look_id bigint not null,
  staff_id uuid not null default viewer_staff(),
  day date not null,
  looked_at timestamp with time zone not null default now(),
  operation_id uuid,
  hints integer not null default 0,
  candidates uuid[] not null default '{}'::uuid[],
  strengths text[] not null default '{}'::text[],
  answer jsonb,
  constraint match_looks_pkey PRIMARY KEY (city, look_id),
  constraint match_looks_city_fkey FOREIGN KEY (city) REFERENCES cities(city)
);

relation app.match_reviews (
  city text not null default city(),
  review_id uuid not null,
  person_id uuid not null,
  candidate_person_id uuid not null,
  encounter_id uuid,
  strength text not null,
  asked_by uuid not null default viewer_staff(),
  asked_at timestamp with time zone not null default now(),
  answer text,
  answered_by uuid,
  answered_at timestamp with time zone,
  reason text not null default ''::text,
  look_id bigint,
  constraint match_reviews_pkey PRIMARY KEY (city, review_id),
  constraint match_reviews_city_candidate_person_id_fkey FOREIGN KEY (city, candidate_person_id) REFERENCES persons(city, person_id),
  constraint match_reviews_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint match_reviews_city_person_id_fkey FOREIGN KEY (city, person_id) REFERENCES persons(city, person_id),
  constraint match_reviews_answer_check CHECK ((answer = ANY (ARRAY['same'::text, 'different'::text, 'cannot_tell'::text]))),
  constraint match_reviews_strength_check CHECK ((strength = ANY (ARRAY['weak'::text, 'likely'::text, 'very_likely'::text])))
);

relation app.match_shares (
  city text not null default city(),
  mark integer not null,
  share real not null,
  constraint match_shares_pkey PRIMARY KEY (city, mark),
  constraint match_shares_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint match_shares_share_check CHECK (((share > (0)::double precision) AND (share <= (1)::double precision)))
);

relation app.meeting_cases (
  city text not null default city(),
  meeting_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  constraint meeting_cases_pkey PRIMARY KEY (city, meeting_id, case_id),
  constraint meeting_cases_city_case_id_fkey FOREIGN KEY (city, case_id) REFERENCES cases(city, case_id),
  constraint meeting_cases_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint meeting_cases_city_meeting_id_fkey FOREIGN KEY (city, meeting_id) REFERENCES meetings(city, meeting_id),
  constraint meeting_cases_city_person_id_fkey FOREIGN KEY (city, person_id) REFERENCES persons(city, person_id)
);

relation app.meeting_legal_bases (
  city text not null default city(),
  meeting_id uuid not null,
  legal_basis_id text not null,
  constraint meeting_legal_bases_pkey PRIMARY KEY (city, meeting_id, legal_basis_id),
  constraint meeting_legal_bases_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint meeting_legal_bases_city_legal_basis_id_fkey FOREIGN KEY (city, legal_basis_id) REFERENCES legal_bases(city, legal_basis_id),
  constraint meeting_legal_bases_city_meeting_id_fkey FOREIGN KEY (city, meeting_id) REFERENCES meetings(city, meeting_id)
);

relation app.meeting_minutes (
  city text not null default city(),
  meeting_id uuid not null,
  leader text not null,
  note_taker text not null,
  problems text not null default ''::text,
  solutions text not null default ''::text,
  proceedings text not null default ''::text,
  signed_at timestamp with time zone,
  written_by uuid default viewer_staff(),
  written_at timestamp with time zone not null default now(),
  version integer not null default 1,
  constraint meeting_minutes_pkey PRIMARY KEY (city, meeting_id),
  constraint meeting_minutes_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint meeting_minutes_city_meeting_id_fkey FOREIGN KEY (city, meeting_id) REFERENCES meetings(city, meeting_id),
  constraint meeting_minutes_leader_check CHECK (((length(leader) >= 1) AND (length(leader) <= 160))),
  constraint meeting_minutes_note_taker_check CHECK (((length(note_taker) >= 1) AND (length(note_taker) <= 160))),
  constraint meeting_minutes_problems_check CHECK ((length(problems) <= 8000)),
  constraint meeting_minutes_proceedings_check CHECK ((length(proceedings) <= 20000)),
  constraint meeting_minutes_solutions_check CHECK ((length(solutions) <= 8000))
);

relation app.meeting_speakers (
  city text not null default city(),
  meeting_id uuid not null,
  speaker_id uuid not null,
  position integer not null,
  name text not null default ''::text,
  office text not null,
  topic text not null default ''::text,
  paper_file_id uuid,
  constraint speaker_once UNIQUE (city, meeting_id, "position"),
  constraint meeting_speakers_pkey PRIMARY KEY (city, speaker_id),
  constraint meeting_speakers_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint meeting_speakers_city_meeting_id_fkey FOREIGN KEY (city, meeting_id) REFERENCES meetings(city, meeting_id),
  constraint meeting_speakers_city_paper_file_id_fkey FOREIGN KEY (city, paper_file_id) REFERENCES files(city, file_id),
  constraint meeting_speakers_name_check CHECK ((length(name) <= 120)),
  constraint meeting_speakers_office_check CHECK (((length(office) >= 2) AND (length(office) <= 200))),
  constraint meeting_speakers_position_check CHECK ((("position" >= 1) AND ("position" <= 60))),
  constraint meeting_speakers_topic_check CHECK ((length(topic) <= 300))
);

relation app.meetings (
  city text not null default city(),
  meeting_id uuid not null,
  kind text not null,
  title text not null,
  theme text not null default ''::text,
  aims text[] not null default '{}'::text[],
  place text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  reply_by timestamp with time zone,
  host_agency text not null,
  opened_by text not null default ''::text,
  letter_number text not null default ''::text,
  state text not null default 'planned'::text,
  follows_id uuid,
  cancel_reason text not null default ''::text,
  invented boolean not null default false,
  called_by uuid default viewer_staff(),
  called_at timestamp with time zone not null default now(),
  version integer not null default 1,
  constraint meetings_pkey PRIMARY KEY (city, meeting_id),
  constraint meetings_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint meetings_city_follows_id_fkey FOREIGN KEY (city, follows_id) REFERENCES meetings(city, meeting_id),
  constraint meetings_city_host_agency_fkey FOREIGN KEY (city, host_agency) REFERENCES agencies(city, agency_code),
  constraint meeting_cancelled CHECK (((state = 'cancelled'::text) = (cancel_reason <> ''::text))),
  constraint meeting_ends_after CHECK (((ends_at > starts_at) AND (ends_at <= (starts_at + '14 days'::interval)))),
  constraint meeting_reply_before CHECK (((reply_by IS NULL) OR (reply_by <= starts_at))),
  constraint meetings_aims_check CHECK ((cardinality(aims) <= 12)),
  constraint meetings_cancel_reason_check CHECK ((length(cancel_reason) <= 500)),
  constraint meetings_kind_check CHECK ((kind = ANY (ARRAY['RAKOR'::text, 'EVALUATION'::text, 'TECHNICAL'::text, 'CASE_CONFERENCE'::text]))),
  constraint meetings_letter_number_check CHECK ((length(letter_number) <= 80)),
  constraint meetings_opened_by_check CHECK ((length(opened_by) <= 200)),
  constraint meetings_place_check CHECK (((length(place) >= 2) AND (length(place) <= 200))),
  constraint meetings_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'invited'::text, 'held'::text, 'closed'::text, 'cancelled'::text]))),
  constraint meetings_theme_check CHECK ((length(theme) <= 300)),
  constraint meetings_title_check CHECK (((length(title) >= 3) AND (length(title) <= 200)))
);

relation app.met_cells (
  city text not null,
  dim text not null,
  approach text not null,
  age_class text not null,
  month date not null,
  place text not null,
  code text not null,
  encounters integer not null default 0,
  children integer not null default 0,
  new_children integer not null default 0,
  returned integer not null default 0,
  year_children integer not null default 0,
  year_new integer not null default 0,
  year_returned integer not null default 0,
  constraint met_cells_pkey PRIMARY KEY (city, dim, approach, age_class, month, place, code),
  constraint met_cells_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint met_cells_dim_check CHECK ((dim = ANY (ARRAY['all'::text, 'activity'::text, 'group'::text])))
);

relation app.met_facts (
  city text not null,
  head_id uuid not null,
  month date not null,
  area_code text not null,
  approach text not null,
  activity text not null,
  activity_group text not null,
  age_class text not null,
  encounters integer not null,
  first_at timestamp with time zone not null,
  returns integer not null,
  constraint met_facts_pkey PRIMARY KEY (city, head_id, month, area_code, approach, activity, activity_group, age_class),
  constraint met_facts_city_fkey FOREIGN KEY (city) REFERENCES cities(city)
);

relation app.met_now (
  city text,
  dim text,
  approach text,
  age_class text,
  month date,
  place text,
  code text,
  encounters integer,
  children integer,
  new_children integer,
  returned integer,
  year_children integer,
  year_new integer,
  year_returned integer
);

relation app.notice_settings (
  city text not null default city(),
  staff_id uuid not null default viewer_staff(),
  channels text[] not null default '{}'::text[],
  email text not null default ''::text,
  phone text not null default ''::text,
  muted text[] not null default '{}'::text[],
  pace text not null default 'at_once'::text,
  digest_at time without time zone not null default '07:00:00'::time without time zone,
  quiet_from time without time zone not null default '20:00:00'::time without time zone,
  quiet_until time without time zone not null default '06:00:00'::time without time zone,
  since timestamp with time zone not null default now(),
  version integer not null default 1,
  constraint notice_settings_pkey PRIMARY KEY (city, staff_id),
  constraint notice_settings_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint notice_settings_city_staff_id_fkey FOREIGN KEY (city, staff_id) REFERENCES staff(city, staff_id),
  constraint notice_settings_channels_check CHECK ((channels <@ ARRAY['email'::text, 'push'::text, 'whatsapp'::text, 'sms'::text])),
  constraint notice_settings_email_check CHECK ((length(email) <= 200)),
  constraint notice_settings_muted_check CHECK ((cardinality(muted) <= 40)),
  constraint notice_settings_pace_check CHECK ((pace = ANY (ARRAY['at_once'::text, 'daily'::text]))),
  constraint notice_settings_phone_check CHECK (((phone = ''::text) OR (phone ~ '^\+[1-9][0-9]{7,14}$'::text)))
);

relation app.notices (
  city text not null default city(),
  notice_id uuid not null default gen_random_uuid(),
  staff_id uuid not null,
  kind text not null,
  on_kind text not null,
  on_id uuid not null,
  key text not null default ''::text,
  day date,
  number integer,
  created_at timestamp with time zone not null default date_trunc('milliseconds'::text, now()),
  read_at timestamp with time zone,
  constraint notice_once UNIQUE (city, staff_id, kind, on_id, key),
  constraint notices_pkey PRIMARY KEY (city, notice_id),
  constraint notices_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint notices_city_staff_id_fkey FOREIGN KEY (city, staff_id) REFERENCES staff(city, staff_id),
  constraint notices_key_check CHECK ((length(key) <= 40)),
  constraint notices_kind_check CHECK ((kind ~ '^[a-z_]{3,40}$'::text)),
  constraint notices_on_kind_check CHECK ((on_kind = ANY (ARRAY['meeting'::text, 'action'::text])))
);

relation app.operation_agencies (
  city text not null default city(),
  operation_id uuid not null,
  agency_code text not null,
  constraint operation_agencies_pkey PRIMARY KEY (city, operation_id, agency_code),
  constraint operation_agencies_city_agency_code_fkey FOREIGN KEY (city, agency_code) REFERENCES agencies(city, agency_code),
  constraint operation_agencies_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint operation_agencies_city_operation_id_fkey FOREIGN KEY (city, operation_id) REFERENCES operations(city, operation_id)
);

relation app.operation_legal_bases (
  city text not null default city(),
  operation_id uuid not null,
  legal_basis_id text not null,
  constraint operation_legal_bases_pkey PRIMARY KEY (city, operation_id, legal_basis_id),
  constraint operation_legal_bases_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint operation_legal_bases_city_legal_basis_id_fkey FOREIGN KEY (city, legal_basis_id) REFERENCES legal_bases(city, legal_basis_id),
  constraint operation_legal_bases_city_operation_id_fkey FOREIGN KEY (city, operation_id) REFERENCES operations(city, operation_id)
);

relation app.operation_reports (
  city text not null default city(),
  operation_id uuid not null,
  external_id text not null,
  source text not null,
  path text[] not null default '{}'::text[],
  reported jsonb not null,
  original jsonb not null,
  flags text[] not null default '{}'::text[],
  imported_at timestamp with time zone not null default now(),
  constraint operation_report_once UNIQUE (city, external_id),
  constraint operation_reports_pkey PRIMARY KEY (city, operation_id),
  constraint operation_reports_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint operation_reports_city_operation_id_fkey FOREIGN KEY (city, operation_id) REFERENCES operations(city, operation_id)
);

relation app.operation_sites (
  city text not null default city(),
  operation_id uuid not null,
  site_no integer not null,
  area_code text,
  location_type text not null,
  place text not null default ''::text,
  constraint operation_sites_pkey PRIMARY KEY (city, operation_id, site_no),
  constraint operation_sites_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(area_code),
  constraint operation_sites_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint operation_sites_city_operation_id_fkey FOREIGN KEY (city, operation_id) REFERENCES operations(city, operation_id),
  constraint operation_sites_place_check CHECK ((length(place) <= 200))
);

relation app.operation_team (
  city text not null default city(),
  operation_id uuid not null,
  staff_id uuid not null,
  ended_at timestamp with time zone,
  constraint operation_team_pkey PRIMARY KEY (city, operation_id, staff_id),
  constraint operation_team_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint operation_team_city_operation_id_fkey FOREIGN KEY (city, operation_id) REFERENCES operations(city, operation_id),
  constraint operation_team_city_staff_id_fkey FOREIGN KEY (city, staff_id) REFERENCES staff(city, staff_id)
);

relation app.operation_unaccounted (
  city text,
  operation_id uuid,
  encounter_id uuid,
  person_id uuid,
  occurred_at timestamp with time zone,
  age_class text,
  sex text,
  area_code text,
  activity text,
  age_low integer,
  age_high integer
);

relation app.operations (
  city text not null default city(),
  operation_id uuid not null,
  kind text not null,
  state text not null default 'planned'::text,
  title text not null default ''::text,
  lead_agency text not null,
  planned_from timestamp with time zone not null,
  planned_to timestamp with time zone not null,
  started_at timestamp with time zone,
  started_by uuid,
  closed_at timestamp with time zone,
  closed_by uuid,
  instruction text not null default ''::text,
  planned_by uuid default viewer_staff(),
  recorded_at timestamp with time zone not null default now(),
  version integer not null default 1,
  constraint operation_closes_accounted TRIGGER,
  constraint operations_pkey PRIMARY KEY (city, operation_id),
  constraint operations_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint operations_city_lead_agency_fkey FOREIGN KEY (city, lead_agency) REFERENCES agencies(city, agency_code),
  constraint operation_times CHECK (((planned_to > planned_from) AND (planned_to < (planned_from + '7 days'::interval)))),
  constraint operations_instruction_check CHECK ((length(instruction) <= 2000)),
  constraint operations_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'under_way'::text, 'closed'::text, 'cancelled'::text, 'reported'::text]))),
  constraint operations_title_check CHECK ((length(title) <= 120))
);

relation app.own_contact (
  city text,
  person_id uuid,
  standing text,
  encounter_id uuid,
  at timestamp with time zone
);

relation app.person_ages (
  city text not null default city(),
  age_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  kind text not null,
  years_low integer,
  years_high integer,
  birth_date date,
  on_date date not null,
  recorded_by uuid default viewer_staff(),
  recorded_at timestamp with time zone not null default now(),
  by_supervisor boolean not null default COALESCE((viewer_role() = 'supervisor'::text), false),
  constraint person_ages_pkey PRIMARY KEY (city, age_id),
  constraint person_ages_city_person_id_fkey FOREIGN KEY (city, person_id) REFERENCES persons(city, person_id),
  constraint age_has_value CHECK (((birth_date IS NOT NULL) OR (years_low IS NOT NULL))),
  constraint age_range CHECK ((years_high >= years_low)),
  constraint person_ages_kind_check CHECK ((kind = ANY (ARRAY['stated'::text, 'documented'::text, 'assessed'::text]))),
  constraint person_ages_years_high_check CHECK (((years_high >= 0) AND (years_high <= 120))),
  constraint person_ages_years_low_check CHECK (((years_low >= 0) AND (years_low <= 120)))
);

relation app.person_alias (
  city text,
  person_id uuid,
  same_as uuid
);

relation app.person_at_risk (
  city text,
  person_id uuid
);

relation app.person_counts (
  city text not null default city(),
  persons integer not null,
  counted_at timestamp with time zone not null default now(),
  constraint person_counts_pkey PRIMARY KEY (city),
  constraint person_counts_city_fkey FOREIGN KEY (city) REFERENCES cities(city)
);

relation app.person_fact (
  city text,
  person_id uuid,
  standing text,
  because uuid
);

relation app.person_identities (
  city text not null default city(),
  person_id uuid not null,
  key_slot bigint not null,
  box bytea not null,
  changed_by uuid default viewer_staff(),
  changed_at timestamp with time zone not null default now(),
  constraint person_identities_pkey PRIMARY KEY (city, person_id),
  constraint person_identities_city_person_id_fkey FOREIGN KEY (city, person_id) REFERENCES persons(city, person_id)
);

relation app.person_merges (
  city text not null default city(),
  person_id uuid not null,
  stands_for uuid not null,
  reason text not null default ''::text,
  merged_by uuid not null default viewer_staff(),
  merged_at timestamp with time zone not null default now(),
  said_person uuid,
  said_of uuid,
  constraint person_merges_pkey PRIMARY KEY (city, person_id),
  constraint person_merges_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint person_merges_city_person_id_fkey FOREIGN KEY (city, person_id) REFERENCES persons(city, person_id),
  constraint person_merges_city_said_of_fkey FOREIGN KEY (city, said_of) REFERENCES persons(city, person_id),
  constraint person_merges_city_said_person_fkey FOREIGN KEY (city, said_person) REFERENCES persons(city, person_id),
  constraint person_merges_city_stands_for_fkey FOREIGN KEY (city, stands_for) REFERENCES persons(city, person_id),
  constraint merge_not_itself CHECK ((person_id <> stands_for))
);

relation app.person_signatures (
  person_id uuid not null,
  city text not null default city(),
  marks integer[] not null,
  sex text not null default 'unknown'::text,
  birth_from date,
  birth_to date,
  constraint person_signatures_pkey PRIMARY KEY (city, person_id),
  constraint person_signatures_city_person_id_fkey FOREIGN KEY (city, person_id) REFERENCES persons(city, person_id)
);

relation app.person_standing (
  city text,
  person_id uuid,
  standing text,
  because uuid
);

relation app.person_token_counts (
  city text not null default city(),
  token bigint not null,
  n integer not null,
  constraint person_token_counts_pkey PRIMARY KEY (city, token),
  constraint person_token_counts_city_fkey FOREIGN KEY (city) REFERENCES cities(city)
);

relation app.person_tokens (
  token bigint not null,
  person_id uuid not null,
  field smallint not null,
  coarse smallint not null default 0,
  city text not null default city(),
  constraint person_tokens_pkey PRIMARY KEY (city, token, person_id) INCLUDE (coarse),
  constraint person_tokens_city_person_id_fkey FOREIGN KEY (city, person_id) REFERENCES persons(city, person_id),
  constraint person_tokens_field_check CHECK ((field = ANY (ARRAY[1, 2])))
);

relation app.persons (
  city text not null default city(),
  person_id uuid not null,
  initials text not null default ''::text,
  named boolean not null default false,
  sex text not null default 'unknown'::text,
  birth_from date,
  birth_to date,
  origin_area text,
  residence_area text,
  first_met_at timestamp with time zone,
  last_met_at timestamp with time zone,
  recorded_by uuid default viewer_staff(),
  recorded_at timestamp with time zone not null default now(),
  version integer not null default 1,
  constraint persons_pkey PRIMARY KEY (city, person_id),
  constraint persons_origin_area_fkey FOREIGN KEY (origin_area) REFERENCES areas(area_code),
  constraint persons_residence_area_fkey FOREIGN KEY (residence_area) REFERENCES areas(area_code),
  constraint person_birth_range CHECK (((birth_from IS NULL) OR (birth_to >= birth_from))),
  constraint persons_sex_check CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text, 'unknown'::text])))
);

relation app.persons_in_dispute (
  city text,
  person_id uuid,
  since timestamp with time zone
);

relation app.plan_lines (
  city text not null default city(),
  plan_line_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  goal text not null,
  service_code text not null,
  agency_code text not null,
  area_code text,
  due_on date not null,
  state text not null default 'open'::text,
  result text not null default ''::text,
  done_at timestamp with time zone,
  done_by uuid,
  recorded_by uuid default viewer_staff(),
  recorded_at timestamp with time zone not null default now(),
  version integer not null default 1,
  constraint plan_lines_pkey PRIMARY KEY (city, plan_line_id),
  constraint plan_lines_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(area_code),
  constraint plan_lines_city_agency_code_fkey FOREIGN KEY (city, agency_code) REFERENCES agencies(city, agency_code),
  constraint plan_lines_city_case_id_fkey FOREIGN KEY (city, case_id) REFERENCES cases(city, case_id),
  constraint plan_lines_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint plan_lines_goal_check CHECK (((length(goal) >= 3) AND (length(goal) <= 300))),
  constraint plan_lines_result_check CHECK ((length(result) <= 1000)),
  constraint plan_lines_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text])))
);

relation app.programme_areas (
  city text not null default city(),
  programme_id uuid not null,
  area_code text not null,
  constraint programme_areas_pkey PRIMARY KEY (city, programme_id, area_code),
  constraint programme_areas_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(area_code),
  constraint programme_areas_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint programme_areas_city_programme_id_fkey FOREIGN KEY (city, programme_id) REFERENCES programmes(city, programme_id)
);

relation app.programme_outcomes (
  city text not null default city(),
  outcome_id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  after_months integer not null,
  outcome text not null,
  seen_on date not null,
  recorded_by uuid default viewer_staff(),
  recorded_at timestamp with time zone not null default now(),
  constraint programme_outcomes_pkey PRIMARY KEY (city, outcome_id),
  constraint programme_outcomes_city_enrolment_id_fkey FOREIGN KEY (city, enrolment_id) REFERENCES enrolments(city, enrolment_id),
  constraint programme_outcomes_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint programme_outcomes_city_person_id_fkey FOREIGN KEY (city, person_id) REFERENCES persons(city, person_id),
  constraint programme_outcomes_after_months_check CHECK ((after_months = ANY (ARRAY[0, 3, 6, 12])))
);

relation app.programme_partners (
  city text not null default city(),
  programme_id uuid not null,
  agency_code text not null,
  part text not null default ''::text,
  constraint programme_partners_pkey PRIMARY KEY (city, programme_id, agency_code),
  constraint programme_partners_city_agency_code_fkey FOREIGN KEY (city, agency_code) REFERENCES agencies(city, agency_code),
  constraint programme_partners_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint programme_partners_city_programme_id_fkey FOREIGN KEY (city, programme_id) REFERENCES programmes(city, programme_id),
  constraint programme_partners_part_check CHECK ((length(part) <= 200))
);

relation app.programme_sessions (
  city text not null default city(),
  programme_id uuid not null,
  session_id uuid not null,
  day date not null,
  title text not null,
  constraint programme_sessions_pkey PRIMARY KEY (city, session_id),
  constraint programme_sessions_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint programme_sessions_city_programme_id_fkey FOREIGN KEY (city, programme_id) REFERENCES programmes(city, programme_id),
  constraint programme_sessions_title_check CHECK (((length(title) >= 2) AND (length(title) <= 200)))
);

relation app.programmes (
  city text not null default city(),
  programme_id uuid not null,
  name text not null,
  kind text not null,
  leg text not null,
  purpose text not null,
  duty_code text not null,
  owner_agency text not null,
  target_group text not null default ''::text,
  capacity integer,
  starts_on date not null,
  ends_on date,
  host_agency text,
  place text not null default ''::text,
  budget_line text not null default ''::text,
  budget_amount bigint,
  spent_amount bigint,
  reported_participants integer,
  reported_result text not null default ''::text,
  source text not null default ''::text,
  invented boolean not null default false,
  cancelled_at timestamp with time zone,
  cancel_reason text not null default ''::text,
  written_by uuid default viewer_staff(),
  written_at timestamp with time zone not null default now(),
  version integer not null default 1,
  constraint programmes_pkey PRIMARY KEY (city, programme_id),
  constraint programmes_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint programmes_city_host_agency_fkey FOREIGN KEY (city, host_agency) REFERENCES agencies(city, agency_code),
  constraint programmes_city_owner_agency_fkey FOREIGN KEY (city, owner_agency) REFERENCES agencies(city, agency_code),
  constraint cohort_ends CHECK (((kind <> 'COHORT'::text) OR ((ends_on IS NOT NULL) AND (capacity IS NOT NULL)))),
  constraint programme_cancelled CHECK (((cancelled_at IS NULL) = (cancel_reason = ''::text))),
  constraint programme_period CHECK (((ends_on IS NULL) OR (ends_on >= starts_on))),
  constraint programmes_budget_amount_check CHECK ((budget_amount >= 0)),
  constraint programmes_budget_line_check CHECK ((length(budget_line) <= 200)),
  constraint programmes_cancel_reason_check CHECK ((length(cancel_reason) <= 500)),
  constraint programmes_capacity_check CHECK (((capacity >= 1) AND (capacity <= 100000))),
  constraint programmes_kind_check CHECK ((kind = ANY (ARRAY['ONGOING'::text, 'COHORT'::text]))),
  constraint programmes_name_check CHECK (((length(name) >= 3) AND (length(name) <= 160))),
  constraint programmes_place_check CHECK ((length(place) <= 200)),
  constraint programmes_reported_participants_check CHECK ((reported_participants >= 0)),
  constraint programmes_reported_result_check CHECK ((length(reported_result) <= 500)),
  constraint programmes_source_check CHECK ((length(source) <= 300)),
  constraint programmes_spent_amount_check CHECK ((spent_amount >= 0)),
  constraint programmes_target_group_check CHECK ((length(target_group) <= 300))
);

relation app.push_subscriptions (
  city text not null default city(),
  subscription_id uuid not null,
  staff_id uuid not null default viewer_staff(),
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  made_at timestamp with time zone not null default now(),
  constraint push_endpoint UNIQUE (city, endpoint),
  constraint push_subscriptions_pkey PRIMARY KEY (city, subscription_id),
  constraint push_subscriptions_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint push_subscriptions_city_staff_id_fkey FOREIGN KEY (city, staff_id) REFERENCES staff(city, staff_id),
  constraint push_subscriptions_auth_check CHECK (((length(auth) >= 16) AND (length(auth) <= 40))),
  constraint push_subscriptions_endpoint_check CHECK (((length(endpoint) >= 10) AND (length(endpoint) <= 600))),
  constraint push_subscriptions_p256dh_check CHECK (((length(p256dh) >= 80) AND (length(p256dh) <= 100)))
);

relation app.reach (
  city text not null,
  person_id uuid not null,
  source text not null,
  source_id uuid not null,
  level text not null,
  identity boolean not null default true,
  staff_id uuid,
  operation_id uuid,
  agency_code text,
  role text,
  until timestamp with time zone,
  grantee text not null,
  encounter_id uuid,
  constraint reach_pkey PRIMARY KEY (city, person_id, source, source_id, grantee),
  constraint reach_level_check CHECK ((level = ANY (ARRAY['team'::text, 'held'::text, 'full'::text, 'referral'::text, 'task'::text, 'review'::text])))
);

relation app.referral_answers (
  city text not null default city(),
  answer_id uuid not null,
  referral_id uuid not null,
  kind text not null,
  reason_code text not null default ''::text,
  text text not null default ''::text,
  answered_by uuid default viewer_staff(),
  answered_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null default now(),
  constraint referral_answered_once UNIQUE (city, referral_id, kind),
  constraint referral_answers_pkey PRIMARY KEY (city, answer_id),
  constraint referral_answers_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint referral_answers_city_referral_id_fkey FOREIGN KEY (city, referral_id) REFERENCES referrals(city, referral_id),
  constraint referral_answers_kind_check CHECK ((kind = ANY (ARRAY['accepted'::text, 'declined'::text, 'completed'::text, 'withdrawn'::text]))),
  constraint referral_answers_text_check CHECK ((length(text) <= 4000))
);

relation app.referral_breach (
  city text,
  referral_id uuid,
  to_agency text,
  from_agency text,
  duty_code text,
  person_id uuid,
  case_id uuid,
  due_at timestamp with time zone,
  escalated boolean,
  state text,
  sent_at timestamp with time zone
);

relation app.referral_contents (
  city text not null default city(),
  referral_id uuid not null,
  field text not null,
  body text not null,
  constraint referral_contents_pkey PRIMARY KEY (city, referral_id, field),
  constraint referral_contents_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint referral_contents_city_referral_id_fkey FOREIGN KEY (city, referral_id) REFERENCES referrals(city, referral_id),
  constraint referral_contents_body_check CHECK (((length(body) >= 1) AND (length(body) <= 4000))),
  constraint referral_contents_field_check CHECK ((field = ANY (ARRAY['question'::text, 'need'::text, 'riskLevel'::text, 'assessmentSummary'::text, 'ownWords'::text])))
);

relation app.referral_pauses (
  city text not null default city(),
  pause_id uuid not null,
  referral_id uuid not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone,
  reason_code text not null default 'OTHER'::text,
  reason text not null default ''::text,
  paused_by uuid default viewer_staff(),
  constraint referral_pause_one EXCLUDE USING gist (city WITH =, referral_id WITH =, tstzrange(from_at, to_at, '[)'::text) WITH &&),
  constraint referral_pauses_pkey PRIMARY KEY (city, pause_id),
  constraint referral_pauses_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint referral_pauses_city_referral_id_fkey FOREIGN KEY (city, referral_id) REFERENCES referrals(city, referral_id),
  constraint referral_pauses_reason_check CHECK ((length(reason) <= 500))
);

relation app.referrals (
  city text not null default city(),
  referral_id uuid not null,
  referral_number text not null default ''::text,
  case_id uuid not null,
  person_id uuid not null,
  from_agency text not null default viewer_agency(),
  to_agency text not null,
  duty_code text not null,
  discloses text[] not null default '{}'::text[],
  plan_line_id uuid,
  sent_by uuid default viewer_staff(),
  sent_at timestamp with time zone not null,
  clock_days integer not null,
  due_at timestamp with time zone not null,
  escalates_at timestamp with time zone,
  state text not null default 'sent'::text,
  paused_since timestamp with time zone,
  first_answered_at timestamp with time zone,
  closed_at timestamp with time zone,
  recorded_at timestamp with time zone not null default now(),
  version integer not null default 1,
  constraint referral_number_taken UNIQUE (city, referral_number),
  constraint referrals_pkey PRIMARY KEY (city, referral_id),
  constraint referrals_city_case_id_fkey FOREIGN KEY (city, case_id) REFERENCES cases(city, case_id),
  constraint referrals_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint referrals_city_from_agency_fkey FOREIGN KEY (city, from_agency) REFERENCES agencies(city, agency_code),
  constraint referrals_city_person_id_fkey FOREIGN KEY (city, person_id) REFERENCES persons(city, person_id),
  constraint referrals_city_plan_line_id_fkey FOREIGN KEY (city, plan_line_id) REFERENCES plan_lines(city, plan_line_id),
  constraint referrals_city_to_agency_fkey FOREIGN KEY (city, to_agency) REFERENCES agencies(city, agency_code),
  constraint referral_closed_has_time CHECK (((closed_at IS NOT NULL) = (state = ANY (ARRAY['declined'::text, 'completed'::text, 'withdrawn'::text])))),
  constraint referral_discloses_known CHECK ((discloses <@ ARRAY['name'::text, 'age'::text, 'sex'::text, 'originArea'::text, 'kin'::text, 'address'::text, 'need'::text, 'riskLevel'::text, 'assessmentSummary'::text, 'ownWords'::text])),
  constraint referral_disclosure_needs_name CHECK ((('name'::text = ANY (discloses)) OR (NOT (discloses && ARRAY['kin'::text, 'address'::text])))),
  constraint referral_to_another CHECK ((from_agency <> to_agency)),
  constraint referrals_clock_days_check CHECK (((clock_days >= 1) AND (clock_days <= 60))),
  constraint referrals_state_check CHECK ((state = ANY (ARRAY['sent'::text, 'accepted'::text, 'declined'::text, 'completed'::text, 'withdrawn'::text])))
);

relation app.retention_runs (
  city text not null default city(),
  run_id uuid not null,
  rule text not null,
  ran_at timestamp with time zone not null,
  after_months integer not null,
  done integer not null,
  held integer not null,
  due_soon integer not null,
  constraint retention_runs_pkey PRIMARY KEY (city, run_id, rule),
  constraint retention_runs_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint retention_runs_rule CHECK ((rule = ANY (ARRAY['UNIDENTIFIED_DETAILS'::text, 'IDENTITY_WITHOUT_CASE'::text, 'CASE_SEALED'::text, 'CASE_AFTER_18'::text, 'ADULT_IN_OPERATION'::text, 'STORED_OUTCOMES'::text])))
);

relation app.sealed_fields (
  city text not null default city(),
  sealed_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  kind text not null,
  key_slot bigint not null,
  box bytea not null,
  written_by uuid default viewer_staff(),
  written_at timestamp with time zone not null default now(),
  constraint sealed_fields_pkey PRIMARY KEY (city, sealed_id),
  constraint sealed_fields_city_case_id_fkey FOREIGN KEY (city, case_id) REFERENCES cases(city, case_id),
  constraint sealed_fields_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint sealed_fields_kind_check CHECK ((kind = ANY (ARRAY['SEXUAL_VIOLENCE'::text, 'HIV'::text, 'PREGNANCY'::text, 'SUBSTANCE'::text, 'OFFENCE'::text, 'SHELTER_ADDRESS'::text])))
);

relation app.sealed_openings (
  city text not null default city(),
  opening_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  kind text not null,
  reason text not null,
  opened_by uuid not null default viewer_staff(),
  opened_at timestamp with time zone not null default now(),
  constraint sealed_openings_pkey PRIMARY KEY (city, opening_id),
  constraint sealed_openings_city_case_id_fkey FOREIGN KEY (city, case_id) REFERENCES cases(city, case_id),
  constraint sealed_openings_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint sealed_openings_reason_check CHECK (((length(reason) >= 10) AND (length(reason) <= 500)))
);

relation app.session_attendance (
  city text not null default city(),
  session_id uuid not null,
  enrolment_id uuid not null,
  presence text not null,
  noted_by uuid default viewer_staff(),
  noted_at timestamp with time zone not null default now(),
  constraint session_attendance_pkey PRIMARY KEY (city, session_id, enrolment_id),
  constraint session_attendance_city_enrolment_id_fkey FOREIGN KEY (city, enrolment_id) REFERENCES enrolments(city, enrolment_id),
  constraint session_attendance_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint session_attendance_city_session_id_fkey FOREIGN KEY (city, session_id) REFERENCES programme_sessions(city, session_id),
  constraint session_attendance_presence_check CHECK ((presence = ANY (ARRAY['present'::text, 'absent'::text, 'excused'::text, 'left_early'::text])))
);

relation app.setting_terms (
  city text not null default city(),
  setting text not null,
  valid_from date not null,
  value numeric not null,
  basis text not null,
  set_by uuid not null default viewer_staff(),
  set_at timestamp with time zone not null default clock_timestamp(),
  part text not null default ''::text,
  constraint setting_terms_pkey PRIMARY KEY (city, setting, part, valid_from, set_at),
  constraint setting_terms_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint setting_term_bounds CHECK (
CASE setting
    WHEN 'retentionUnidentifiedDetailMonths'::text THEN ((value >= (1)::numeric) AND (value <= (24)::numeric))
    WHEN 'retentionIdentityWithoutCaseMonths'::text THEN ((value >= (3)::numeric) AND (value <= (60)::numeric))
    WHEN 'retentionAdultIdentityMonths'::text THEN ((value >= (1)::numeric) AND (value <= (24)::numeric))
    WHEN 'retentionClosedCaseSealedAfterMonths'::text THEN ((value >= (6)::numeric) AND (value <= (60)::numeric))
    WHEN 'retentionErasedAfterBirthday18Months'::text THEN ((value >= (0)::numeric) AND (value <= (120)::numeric))
    WHEN 'retentionStoredOutcomeMonths'::text THEN ((value >= (1)::numeric) AND (value <= (12)::numeric))
    WHEN 'holdLimitHours'::text THEN ((value >= (1)::numeric) AND (value <= (72)::numeric))
    WHEN 'holdWarnFromMinutes'::text THEN ((value >= (5)::numeric) AND (value <= (1440)::numeric))
    WHEN 'matchLooksPerOfficerPerDay'::text THEN ((value >= (1)::numeric) AND (value <= (1000)::numeric))
    WHEN 'breakGlassHours'::text THEN ((value >= (1)::numeric) AND (value <= (4)::numeric))
    WHEN 'intakeHours'::text THEN ((value >= (1)::numeric) AND (value <= (168)::numeric))
    WHEN 'assessmentWorkingDays'::text THEN ((value >= (1)::numeric) AND (value <= (30)::numeric))
    WHEN 'referralWorkingDays'::text THEN ((value >= (1)::numeric) AND (value <= (60)::numeric))
    WHEN 'referralWorkingDaysByDuty'::text THEN ((value >= (1)::numeric) AND (value <= (60)::numeric))
    WHEN 'referralEscalateAfterWorkingDays'::text THEN ((value >= (1)::numeric) AND (value <= (30)::numeric))
    WHEN 'escalateKabagAfterDays'::text THEN ((value >= (1)::numeric) AND (value <= (30)::numeric))
    WHEN 'escalateAsistenAfterDays'::text THEN ((value >= (2)::numeric) AND (value <= (90)::numeric))
    WHEN 'escalateSekdaAfterDays'::text THEN ((value >= (3)::numeric) AND (value <= (180)::numeric))
    WHEN 'oneTimeCodeHours'::text THEN ((value >= (1)::numeric) AND (value <= (24)::numeric))
    WHEN 'sessionIdleMinutes'::text THEN ((value >= (5)::numeric) AND (value <= (240)::numeric))
    WHEN 'sessionAbsoluteHours'::text THEN ((value >= (1)::numeric) AND (value <= (24)::numeric))
    WHEN 'targetHandoverHours'::text THEN ((value >= (1)::numeric) AND (value <= (72)::numeric))
    WHEN 'targetAssessedShare'::text THEN ((value >= (0)::numeric) AND (value <= (1)::numeric))
    WHEN 'targetReferralShare'::text THEN ((value >= (0)::numeric) AND (value <= (1)::numeric))
    ELSE false
END),
  constraint setting_term_part CHECK (((part <> ''::text) = (setting = 'referralWorkingDaysByDuty'::text))),
  constraint setting_terms_basis_check CHECK (((length(basis) >= 3) AND (length(basis) <= 300)))
);

relation app.settings (
  city text not null default city(),
  key text not null,
  value jsonb not null,
  unit text not null default ''::text,
  set_by uuid,
  set_at timestamp with time zone not null default now(),
  constraint settings_pkey PRIMARY KEY (city, key),
  constraint settings_city_fkey FOREIGN KEY (city) REFERENCES cities(city)
);

relation app.settings_today (
  city text,
  key text,
  value jsonb,
  by_city boolean
);

relation app.staff (
  city text not null default city(),
  staff_id uuid not null,
  username text not null,
  name text not null,
  agency_code text not null,
  role text not null,
  area_code text,
  state text not null default 'invited'::text,
  locale text not null default 'id'::text,
  does jsonb not null default '{}'::jsonb,
  invited_at timestamp with time zone not null default now(),
  state_since timestamp with time zone not null default now(),
  version integer not null default 1,
  desk_since timestamp with time zone not null default '-infinity'::timestamp with time zone,
  constraint staff_username_taken UNIQUE (city, username),
  constraint staff_pkey PRIMARY KEY (city, staff_id),
  constraint staff_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(area_code),
  constraint staff_city_agency_code_fkey FOREIGN KEY (city, agency_code) REFERENCES agencies(city, agency_code),
  constraint staff_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint staff_locale_check CHECK ((locale = ANY (ARRAY['id'::text, 'en'::text]))),
  constraint staff_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint staff_role CHECK ((role = ANY (ARRAY['field_officer'::text, 'custody_desk'::text, 'social_worker'::text, 'supervisor'::text, 'partner_desk'::text, 'area_desk'::text, 'coordinator'::text, 'community_body'::text, 'data_protection_officer'::text, 'auditor'::text, 'administrator'::text]))),
  constraint staff_state_check CHECK ((state = ANY (ARRAY['invited'::text, 'active'::text, 'suspended'::text, 'ended'::text]))),
  constraint staff_username_check CHECK ((username ~ '^[a-z0-9][a-z0-9._-]{2,39}$'::text))
);

relation app.upload_parts (
  city text not null default city(),
  file_id uuid not null,
  part_no integer not null,
  sealed bytea not null,
  sent_by uuid not null default viewer_staff(),
  sent_at timestamp with time zone not null default now(),
  constraint upload_parts_pkey PRIMARY KEY (city, file_id, part_no),
  constraint upload_parts_city_fkey FOREIGN KEY (city) REFERENCES cities(city),
  constraint upload_parts_part_no_check CHECK (((part_no >= 0) AND (part_no <= 159)))
);

relation sec.number_series (
  city text not null,
  series text not null,
  year integer not null,
  last integer not null,
  constraint number_series_pkey PRIMARY KEY (city, series, year),
  constraint number_series_city_fkey FOREIGN KEY (city) REFERENCES cities(city)
);

relation sec.one_time_codes (
  city text not null,
  staff_id uuid not null,
  code_hash bytea not null,
  made_by uuid,
  purpose text not null,
  made_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint one_time_codes_pkey PRIMARY KEY (city, staff_id, code_hash),
  constraint one_time_codes_city_staff_id_fkey FOREIGN KEY (city, staff_id) REFERENCES staff(city, staff_id),
  constraint one_time_codes_purpose_check CHECK ((purpose = ANY (ARRAY['open-account'::text, 'reset-password'::text])))
);

relation sec.passwords (
  city text not null,
  staff_id uuid not null,
  hash text not null,
  set_at timestamp with time zone not null default now(),
  constraint passwords_pkey PRIMARY KEY (city, staff_id),
  constraint passwords_city_staff_id_fkey FOREIGN KEY (city, staff_id) REFERENCES staff(city, staff_id)
);

relation sec.sessions (
  token_hash bytea not null,
  session_id uuid not null default gen_random_uuid(),
  city text not null,
  staff_id uuid,
  agency_code text,
  area_code text,
  role text not null,
  purpose text not null default 'sign-in'::text,
  opened_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  idle_limit interval not null default '00:30:00'::interval,
  revoked_at timestamp with time zone,
  device text,
  constraint sessions_session_id_key UNIQUE (session_id),
  constraint sessions_pkey PRIMARY KEY (token_hash),
  constraint sessions_city_fkey FOREIGN KEY (city) REFERENCES cities(city)
);

relation sec.sign_in_attempts (
  scope text not null,
  window_start timestamp with time zone not null,
  n integer not null default 0,
  constraint sign_in_attempts_pkey PRIMARY KEY (scope, window_start)
);

CREATE INDEX action_supporters_agency ON app.action_supporters USING btree (city, agency_code, action_id);
CREATE INDEX action_updates_action ON app.action_updates USING btree (city, action_id, written_at);
CREATE INDEX action_updates_agency ON app.action_updates USING btree (city, agency_code);
CREATE INDEX actions_all ON app.actions USING btree (city, due_on, action_id) WHERE adopted;
CREATE INDEX actions_area ON app.actions USING btree (area_code);
CREATE INDEX actions_decision ON app.actions USING btree (city, decision_id);
CREATE INDEX actions_due ON app.actions USING btree (city, due_on, action_id) WHERE ((closed_at IS NULL) AND adopted);
CREATE INDEX actions_responsible ON app.actions USING btree (city, responsible_agency, due_on, action_id);
CREATE INDEX aftercare_agency ON app.aftercare_visits USING btree (city, agency_code);
CREATE INDEX aftercare_due ON app.aftercare_visits USING btree (city, due_on) WHERE (done_at IS NULL);
CREATE INDEX aftercare_person ON app.aftercare_visits USING btree (city, person_id) WHERE (done_at IS NULL);
CREATE INDEX agencies_area ON app.agencies USING btree (area_code);
CREATE INDEX agenda_items_meeting ON app.agenda_items USING btree (city, meeting_id, "position");
CREATE INDEX area_shapes_area ON app.area_shapes USING btree (area_code);
CREATE INDEX areas_parent ON app.areas USING btree (parent_code);
CREATE INDEX assessment_factors_code ON app.assessment_factors USING btree (city, made_on, factor_code);
CREATE INDEX assessments_case ON app.assessments USING btree (city, case_id, made_at DESC);
CREATE INDEX attendance_for_attendance ON app.attendance_for USING btree (city, attendance_id);
CREATE INDEX attendances_meeting ON app.attendances USING btree (city, meeting_id, arrived_at);
CREATE INDEX audit_rows_duties ON app.audit_rows USING btree (city, audit_id) WHERE (on_kind = 'duty'::text);
CREATE INDEX audit_rows_persons ON app.audit_rows USING gin (persons);
CREATE INDEX audit_rows_staff ON app.audit_rows USING btree (city, staff_id, recorded_at);
CREATE INDEX audit_rows_unsealed ON app.audit_rows USING btree (city, txid, audit_id);
CREATE INDEX backups_city ON app.backups USING btree (city);
CREATE INDEX backups_when ON app.backups USING btree (taken_at DESC);
CREATE INDEX belongings_custody ON app.belongings USING btree (city, custody_id);
CREATE INDEX belongings_kept ON app.belongings USING btree (city, kept_by, return_due) WHERE (returned_at IS NULL);
CREATE INDEX belongings_person ON app.belongings USING btree (city, person_id);
CREATE INDEX break_glass_person ON app.break_glass USING btree (city, person_id);
CREATE INDEX break_glass_unreviewed ON app.break_glass USING btree (city, opened_at) WHERE (reviewed_at IS NULL);
CREATE INDEX care_facts_figure ON app.care_facts USING btree (city, figure, month, record_id);
CREATE INDEX carried_actions_action ON app.carried_actions USING btree (city, action_id);
CREATE INDEX case_closures_case ON app.case_closures USING btree (city, case_id, closed_at DESC);
CREATE INDEX case_notes_case ON app.case_notes USING btree (city, case_id, occurred_at DESC);
CREATE INDEX case_workers_person ON app.case_workers USING btree (city, person_id);
CREATE INDEX case_workers_staff ON app.case_workers USING btree (city, staff_id, to_at);
CREATE INDEX cases_agency ON app.cases USING btree (city, agency_code, state, changed_at, case_id);
CREATE INDEX cases_agency_due ON app.cases USING btree (city, agency_code, state, next_due_on, case_id);
CREATE INDEX cases_changed ON app.cases USING btree (city, state, changed_at, case_id);
CREATE INDEX cases_due ON app.cases USING btree (city, state, next_due_on, case_id);
CREATE INDEX cases_not_assessed ON app.cases USING btree (city, assess_by) WHERE (assessed_at IS NULL);
CREATE INDEX cases_numbers ON app.cases USING btree (city, split_part(case_number, '-'::text, 2), ((split_part(case_number, '-'::text, 3))::bigint) DESC);
CREATE INDEX cases_person ON app.cases USING btree (city, person_id);
CREATE INDEX cases_worker ON app.cases USING btree (city, worker_id, state, changed_at, case_id);
CREATE INDEX cases_worker_due ON app.cases USING btree (city, worker_id, state, next_due_on, case_id);
CREATE INDEX command_log_conflicts ON app.command_log USING btree (city, recorded_at) WHERE ((outcome ->> 'outcome'::text) = 'conflict'::text);
CREATE INDEX companion_forms_companion ON app.companion_forms USING btree (city, companion_id);
CREATE INDEX complaints_about ON app.complaints USING btree (city, about_agency);
CREATE INDEX complaints_person ON app.complaints USING btree (city, person_id);
CREATE INDEX complaints_to ON app.complaints USING btree (city, to_agency, recorded_at);
CREATE INDEX contact_alerts_case ON app.contact_alerts USING btree (city, case_id);
CREATE INDEX contact_alerts_open ON app.contact_alerts USING btree (city, staff_id) WHERE (answered_at IS NULL);
CREATE INDEX custody_agency ON app.custody_intervals USING btree (city, agency_code, started_at);
CREATE INDEX custody_decisions_custody ON app.custody_decisions USING btree (city, custody_id);
CREATE INDEX custody_decisions_handover ON app.custody_decisions USING btree (city, handover_id);
CREATE INDEX custody_decisions_person ON app.custody_decisions USING btree (city, person_id, decision_id);
CREATE INDEX custody_disputed ON app.custody_intervals USING btree (city, recorded_at) WHERE disputed;
CREATE INDEX custody_fears_person ON app.custody_fears USING btree (city, person_id, asked_at);
CREATE INDEX custody_one_custodian ON app.custody_intervals USING gist (city, person_id, during) WHERE (NOT disputed);
CREATE INDEX custody_open ON app.custody_intervals USING btree (city, agency_code, started_at) WHERE (ended_at IS NULL);
CREATE INDEX custody_person ON app.custody_intervals USING btree (city, person_id, started_at);
CREATE INDEX custody_steps_custody ON app.custody_steps USING btree (city, custody_id);
CREATE INDEX custody_steps_person ON app.custody_steps USING btree (city, person_id, occurred_at);
CREATE INDEX decisions_area ON app.decisions USING btree (indicator_area);
CREATE INDEX decisions_item ON app.decisions USING btree (city, agenda_item_id);
CREATE INDEX decisions_meeting ON app.decisions USING btree (city, meeting_id, number);
CREATE INDEX delivered_notices_delivery ON app.delivered_notices USING btree (city, delivery_id);
CREATE INDEX deliveries_open ON app.deliveries USING btree (city, next_at) WHERE (ended_at IS NULL);
CREATE INDEX deliveries_staff ON app.deliveries USING btree (city, staff_id, made_at DESC);
CREATE INDEX duties_agency ON app.duties USING btree (city, agency_code);
CREATE INDEX duties_basis ON app.duties USING btree (city, legal_basis_id);
CREATE INDEX duties_by_code ON app.duties USING btree (city, duty_code, agency_code);
CREATE INDEX duty_once ON app.duties USING gist (city, agency_code, duty_code, daterange(valid_from, valid_to, '[]'::text));
CREATE INDEX encounter_points_operation ON app.encounter_points USING btree (city, operation_id);
CREATE INDEX encounter_texts_person ON app.encounter_texts USING btree (city, person_id);
CREATE INDEX encounters_area ON app.encounters USING btree (area_code);
CREATE INDEX encounters_operation ON app.encounters USING btree (city, operation_id);
CREATE INDEX encounters_person ON app.encounters USING btree (city, person_id, occurred_at DESC);
CREATE INDEX encounters_when ON app.encounters USING btree (city, occurred_at DESC, encounter_id);
CREATE INDEX enrolments_person ON app.enrolments USING btree (city, person_id);
CREATE INDEX enrolments_programme ON app.enrolments USING btree (city, programme_id, number);
CREATE INDEX erasure_requests_agency ON app.erasure_requests USING btree (city, deciding_agency, asked_at DESC);
CREATE INDEX erasure_requests_person ON app.erasure_requests USING btree (city, person_id);
CREATE INDEX erasure_requests_when ON app.erasure_requests USING btree (city, asked_at DESC, request_id);
CREATE INDEX erasures_when ON app.erasures USING btree (city, erased_at DESC, person_id);
CREATE INDEX exports_agency ON app.exports USING btree (city, agency_code, asked_at);
CREATE INDEX exports_meeting ON app.exports USING btree (city, meeting_id, asked_at);
CREATE INDEX files_agency ON app.files USING btree (city, agency_code);
CREATE INDEX files_on ON app.files USING btree (city, on_kind, on_id, kept_at);
CREATE INDEX handovers_disputed ON app.handovers USING btree (city, recorded_at) WHERE (state = 'disputed'::text);
CREATE INDEX handovers_from ON app.handovers USING btree (city, from_custody_id);
CREATE INDEX handovers_person ON app.handovers USING btree (city, person_id, occurred_at);
CREATE INDEX handovers_recorded ON app.handovers USING btree (city, recorded_by, recorded_at DESC);
CREATE INDEX handovers_to ON app.handovers USING btree (city, to_custody_id);
CREATE INDEX history_row ON app.history USING btree (city, table_name, row_key);
CREATE INDEX invitations_agency ON app.invitations USING btree (city, agency_code, meeting_id);
CREATE INDEX invitations_area ON app.invitations USING btree (area_code);
CREATE INDEX legal_holds_standing ON app.legal_holds USING btree (city, person_id) WHERE (lifted_at IS NULL);
CREATE INDEX letters_on ON app.letters USING btree (city, on_kind, on_id, issued_at);
CREATE INDEX match_looks_budget ON app.match_looks USING btree (city, staff_id, day);
CREATE INDEX match_reviews_candidate ON app.match_reviews USING btree (city, candidate_person_id);
CREATE INDEX match_reviews_open ON app.match_reviews USING btree (city, asked_at) WHERE (answer IS NULL);
CREATE INDEX match_reviews_person ON app.match_reviews USING btree (city, person_id);
CREATE INDEX meeting_cases_case ON app.meeting_cases USING btree (city, case_id);
CREATE INDEX meeting_cases_person ON app.meeting_cases USING btree (city, person_id);
CREATE INDEX meeting_legal_bases_basis ON app.meeting_legal_bases USING btree (city, legal_basis_id);
CREATE INDEX meeting_speakers_paper ON app.meeting_speakers USING btree (city, paper_file_id);
CREATE INDEX meetings_follows ON app.meetings USING btree (city, follows_id);
CREATE INDEX meetings_host ON app.meetings USING btree (city, host_agency);
CREATE INDEX meetings_when ON app.meetings USING btree (city, starts_at DESC, meeting_id);
CREATE INDEX met_facts_area ON app.met_facts USING btree (city, area_code, month);
CREATE INDEX met_facts_month ON app.met_facts USING btree (city, month, head_id);
CREATE INDEX notices_inbox ON app.notices USING btree (city, staff_id, created_at DESC, notice_id DESC);
CREATE INDEX notices_unread ON app.notices USING btree (city, staff_id, created_at) WHERE (read_at IS NULL);
CREATE INDEX operation_agencies_agency ON app.operation_agencies USING btree (city, agency_code);
CREATE INDEX operation_legal_bases_basis ON app.operation_legal_bases USING btree (city, legal_basis_id);
CREATE INDEX operation_sites_area ON app.operation_sites USING btree (area_code);
CREATE INDEX operation_team_staff ON app.operation_team USING btree (city, staff_id);
CREATE INDEX operations_by_day ON app.operations USING btree (city, planned_from DESC, operation_id);
CREATE INDEX operations_lead ON app.operations USING btree (city, lead_agency);
CREATE INDEX operations_state ON app.operations USING btree (city, state, planned_from);
CREATE INDEX person_ages_person ON app.person_ages USING btree (city, person_id, on_date);
CREATE INDEX person_merges_said_of ON app.person_merges USING btree (city, said_of);
CREATE INDEX person_merges_said_person ON app.person_merges USING btree (city, said_person);
CREATE INDEX person_merges_stands_for ON app.person_merges USING btree (city, stands_for);
CREATE INDEX person_tokens_person ON app.person_tokens USING btree (city, person_id);
CREATE INDEX persons_last_met ON app.persons USING btree (city, last_met_at DESC, person_id);
CREATE INDEX persons_origin ON app.persons USING btree (origin_area) WHERE (origin_area IS NOT NULL);
CREATE INDEX persons_residence ON app.persons USING btree (city, residence_area) WHERE (residence_area IS NOT NULL);
CREATE INDEX plan_lines_agency ON app.plan_lines USING btree (city, agency_code);
CREATE INDEX plan_lines_area ON app.plan_lines USING btree (area_code);
CREATE INDEX plan_lines_case ON app.plan_lines USING btree (city, case_id);
CREATE INDEX plan_lines_due ON app.plan_lines USING btree (city, agency_code, due_on) WHERE (state = 'open'::text);
CREATE INDEX plan_lines_person ON app.plan_lines USING btree (city, person_id) WHERE (state = 'open'::text);
CREATE INDEX programme_areas_area ON app.programme_areas USING btree (area_code);
CREATE INDEX programme_outcomes_enrolment ON app.programme_outcomes USING btree (city, enrolment_id, after_months);
CREATE INDEX programme_outcomes_person ON app.programme_outcomes USING btree (city, person_id);
CREATE INDEX programme_partners_agency ON app.programme_partners USING btree (city, agency_code);
CREATE INDEX programme_sessions_programme ON app.programme_sessions USING btree (city, programme_id, day);
CREATE INDEX programmes_host ON app.programmes USING btree (city, host_agency);
CREATE INDEX programmes_owner ON app.programmes USING btree (city, owner_agency);
CREATE INDEX programmes_when ON app.programmes USING btree (city, starts_on DESC, programme_id DESC);
CREATE INDEX push_subscriptions_staff ON app.push_subscriptions USING btree (city, staff_id);
CREATE INDEX reach_agency ON app.reach USING btree (city, agency_code, role) WHERE (agency_code IS NOT NULL);
CREATE INDEX reach_operation ON app.reach USING btree (city, operation_id) WHERE (operation_id IS NOT NULL);
CREATE INDEX reach_role ON app.reach USING btree (city, role) WHERE ((agency_code IS NULL) AND (role IS NOT NULL));
CREATE INDEX reach_source ON app.reach USING btree (city, source, source_id);
CREATE INDEX reach_staff ON app.reach USING btree (city, staff_id) WHERE (staff_id IS NOT NULL);
CREATE INDEX referral_answers_referral ON app.referral_answers USING btree (city, referral_id, answered_at);
CREATE INDEX referral_pause_one ON app.referral_pauses USING gist (city, referral_id, tstzrange(from_at, to_at, '[)'::text));
CREATE INDEX referral_pauses_referral ON app.referral_pauses USING btree (city, referral_id);
CREATE INDEX referrals_case ON app.referrals USING btree (city, case_id);
CREATE INDEX referrals_from ON app.referrals USING btree (city, from_agency, closed_at DESC, referral_id DESC);
CREATE INDEX referrals_open ON app.referrals USING btree (city, due_at, referral_id) WHERE (state = ANY (ARRAY['sent'::text, 'accepted'::text]));
CREATE INDEX referrals_person ON app.referrals USING btree (city, person_id);
CREATE INDEX referrals_plan_line ON app.referrals USING btree (city, plan_line_id);
CREATE INDEX referrals_queue ON app.referrals USING btree (city, to_agency, due_at, referral_id) WHERE (state = ANY (ARRAY['sent'::text, 'accepted'::text]));
CREATE INDEX referrals_sent ON app.referrals USING btree (city, from_agency, due_at, referral_id) WHERE (state = ANY (ARRAY['sent'::text, 'accepted'::text]));
CREATE INDEX referrals_to ON app.referrals USING btree (city, to_agency, closed_at DESC, referral_id DESC);
CREATE INDEX referrals_unanswered ON app.referrals USING btree (city, due_at) WHERE (first_answered_at IS NULL);
CREATE INDEX retention_runs_when ON app.retention_runs USING btree (city, ran_at DESC);
CREATE INDEX sealed_fields_case ON app.sealed_fields USING btree (city, case_id, kind);
CREATE INDEX sealed_openings_case ON app.sealed_openings USING btree (city, case_id, opened_at DESC);
CREATE INDEX session_attendance_enrolment ON app.session_attendance USING btree (city, enrolment_id);
CREATE INDEX sessions_device ON sec.sessions USING btree (city, staff_id, device) WHERE (device IS NOT NULL);
CREATE INDEX sessions_staff ON sec.sessions USING btree (city, staff_id);
CREATE INDEX staff_agency ON app.staff USING btree (city, agency_code, role);
CREATE INDEX staff_area ON app.staff USING btree (area_code);
CREATE INDEX upload_parts_sent ON app.upload_parts USING btree (city, sent_at);
CREATE UNIQUE INDEX action_escalations_pkey ON app.action_escalations USING btree (city, action_id, level);
CREATE UNIQUE INDEX action_number ON app.actions USING btree (city, decision_id, number);
CREATE UNIQUE INDEX action_supporters_pkey ON app.action_supporters USING btree (city, action_id, agency_code);
CREATE UNIQUE INDEX action_updates_pkey ON app.action_updates USING btree (city, update_id);
CREATE UNIQUE INDEX actions_pkey ON app.actions USING btree (city, action_id);
CREATE UNIQUE INDEX aftercare_once ON app.aftercare_visits USING btree (city, case_id, due_on);
CREATE UNIQUE INDEX aftercare_visits_pkey ON app.aftercare_visits USING btree (city, visit_id);
CREATE UNIQUE INDEX agencies_pkey ON app.agencies USING btree (city, agency_code);
CREATE UNIQUE INDEX agenda_items_pkey ON app.agenda_items USING btree (city, agenda_item_id);
CREATE UNIQUE INDEX area_shapes_pkey ON app.area_shapes USING btree (city, area_code);
CREATE UNIQUE INDEX areas_pkey ON app.areas USING btree (area_code);
CREATE UNIQUE INDEX assessment_factors_pkey ON app.assessment_factors USING btree (city, assessment_id, factor_code);
CREATE UNIQUE INDEX assessments_pkey ON app.assessments USING btree (city, assessment_id);
CREATE UNIQUE INDEX attendance_for_pkey ON app.attendance_for USING btree (city, invitation_id);
CREATE UNIQUE INDEX attendances_pkey ON app.attendances USING btree (city, attendance_id);
CREATE UNIQUE INDEX audit_rows_pkey ON app.audit_rows USING btree (city, audit_id);
CREATE UNIQUE INDEX audit_seals_pkey ON app.audit_seals USING btree (city, seal_no);
CREATE UNIQUE INDEX backups_pkey ON app.backups USING btree (backup_id);
CREATE UNIQUE INDEX belongings_pkey ON app.belongings USING btree (city, belonging_id);
CREATE UNIQUE INDEX break_glass_pkey ON app.break_glass USING btree (city, break_id);
CREATE UNIQUE INDEX care_cells_pkey ON app.care_cells USING btree (city, figure, month, code, age_class);
CREATE UNIQUE INDEX care_facts_pkey ON app.care_facts USING btree (city, head_id, figure, month, code, record_id);
CREATE UNIQUE INDEX carried_actions_pkey ON app.carried_actions USING btree (city, meeting_id, action_id);
CREATE UNIQUE INDEX case_closures_pkey ON app.case_closures USING btree (city, closure_id);
CREATE UNIQUE INDEX case_notes_pkey ON app.case_notes USING btree (city, note_id);
CREATE UNIQUE INDEX case_number_taken ON app.cases USING btree (city, case_number);
CREATE UNIQUE INDEX case_one_open ON app.cases USING btree (city, person_id) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX case_stages_pkey ON app.case_stages USING btree (city, case_id, reached_at);
CREATE UNIQUE INDEX case_workers_pkey ON app.case_workers USING btree (city, case_id, staff_id, from_at);
CREATE UNIQUE INDEX cases_pkey ON app.cases USING btree (city, case_id);
CREATE UNIQUE INDEX cities_pkey ON app.cities USING btree (city);
CREATE UNIQUE INDEX codes_pkey ON app.codes USING btree (city, list, code);
CREATE UNIQUE INDEX command_log_pkey ON app.command_log USING btree (city, command_id);
CREATE UNIQUE INDEX companion_forms_pkey ON app.companion_forms USING btree (city, person_id, companion_id);
CREATE UNIQUE INDEX companion_runs_pkey ON app.companion_runs USING btree (city);
CREATE UNIQUE INDEX companions_to_renew_pkey ON app.companions_to_renew USING btree (city, person_id);
CREATE UNIQUE INDEX complaints_pkey ON app.complaints USING btree (city, complaint_id);
CREATE UNIQUE INDEX contact_alerts_pkey ON app.contact_alerts USING btree (city, alert_id);
CREATE UNIQUE INDEX custody_decisions_pkey ON app.custody_decisions USING btree (city, decision_id);
CREATE UNIQUE INDEX custody_fears_pkey ON app.custody_fears USING btree (city, answer_id);
CREATE UNIQUE INDEX custody_intervals_pkey ON app.custody_intervals USING btree (city, custody_id);
CREATE UNIQUE INDEX custody_steps_pkey ON app.custody_steps USING btree (city, step_id);
CREATE UNIQUE INDEX decision_number ON app.decisions USING btree (city, meeting_id, number);
CREATE UNIQUE INDEX decisions_pkey ON app.decisions USING btree (city, decision_id);
CREATE UNIQUE INDEX delivered_notices_pkey ON app.delivered_notices USING btree (city, notice_id, channel, target);
CREATE UNIQUE INDEX deliveries_pkey ON app.deliveries USING btree (city, delivery_id);
CREATE UNIQUE INDEX duties_pkey ON app.duties USING btree (city, duty_id);
CREATE UNIQUE INDEX duty_phones_pkey ON app.duty_phones USING btree (city, agency_code, set_at);
CREATE UNIQUE INDEX encounter_points_pkey ON app.encounter_points USING btree (city, encounter_id);
CREATE UNIQUE INDEX encounter_texts_pkey ON app.encounter_texts USING btree (city, encounter_id);
CREATE UNIQUE INDEX encounters_pkey ON app.encounters USING btree (city, encounter_id);
CREATE UNIQUE INDEX enrolment_open_once ON app.enrolments USING btree (city, programme_id, person_id) WHERE (state = 'enrolled'::text);
CREATE UNIQUE INDEX enrolments_pkey ON app.enrolments USING btree (city, enrolment_id);
CREATE UNIQUE INDEX erasure_request_open ON app.erasure_requests USING btree (city, person_id) WHERE (state = ANY (ARRAY['waiting'::text, 'approved'::text]));
CREATE UNIQUE INDEX erasure_requests_pkey ON app.erasure_requests USING btree (city, request_id);
CREATE UNIQUE INDEX erasures_pkey ON app.erasures USING btree (city, person_id);
CREATE UNIQUE INDEX exports_pkey ON app.exports USING btree (city, export_id);
CREATE UNIQUE INDEX figure_deltas_pkey ON app.figure_deltas USING btree (city, delta_id);
CREATE UNIQUE INDEX file_chunks_pkey ON app.file_chunks USING btree (city, file_id, chunk_no);
CREATE UNIQUE INDEX files_pkey ON app.files USING btree (city, file_id);
CREATE UNIQUE INDEX handovers_pkey ON app.handovers USING btree (city, handover_id);
CREATE UNIQUE INDEX history_pkey ON app.history USING btree (city, history_id);
CREATE UNIQUE INDEX holidays_pkey ON app.holidays USING btree (city, day);
CREATE UNIQUE INDEX invitation_number ON app.invitations USING btree (city, meeting_id, number);
CREATE UNIQUE INDEX invitation_once ON app.invitations USING btree (city, meeting_id, agency_code, lower(office), lower(name)) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX invitations_pkey ON app.invitations USING btree (city, invitation_id);
CREATE UNIQUE INDEX invitations_reply ON app.invitations USING btree (reply_hash);
CREATE UNIQUE INDEX legal_bases_pkey ON app.legal_bases USING btree (city, legal_basis_id);
CREATE UNIQUE INDEX legal_holds_pkey ON app.legal_holds USING btree (city, person_id, set_at);
CREATE UNIQUE INDEX letter_counters_pkey ON app.letter_counters USING btree (city, agency_code, year);
CREATE UNIQUE INDEX letter_number_once ON app.letters USING btree (city, agency_code, year, serial);
CREATE UNIQUE INDEX letters_code ON app.letters USING btree (code);
CREATE UNIQUE INDEX letters_pkey ON app.letters USING btree (city, letter_id);
CREATE UNIQUE INDEX match_looks_pkey ON app.match_looks USING btree (city, look_id);
CREATE UNIQUE INDEX match_reviews_pkey ON app.match_reviews USING btree (city, review_id);
CREATE UNIQUE INDEX match_shares_pkey ON app.match_shares USING btree (city, mark);
CREATE UNIQUE INDEX meeting_cases_pkey ON app.meeting_cases USING btree (city, meeting_id, case_id);
CREATE UNIQUE INDEX meeting_legal_bases_pkey ON app.meeting_legal_bases USING btree (city, meeting_id, legal_basis_id);
CREATE UNIQUE INDEX meeting_minutes_pkey ON app.meeting_minutes USING btree (city, meeting_id);
CREATE UNIQUE INDEX meeting_speakers_pkey ON app.meeting_speakers USING btree (city, speaker_id);
CREATE UNIQUE INDEX meetings_pkey ON app.meetings USING btree (city, meeting_id);
CREATE UNIQUE INDEX met_cells_pkey ON app.met_cells USING btree (city, dim, approach, age_class, month, place, code);
CREATE UNIQUE INDEX met_facts_pkey ON app.met_facts USING btree (city, head_id, month, area_code, approach, activity, activity_group, age_class);
CREATE UNIQUE INDEX notice_once ON app.notices USING btree (city, staff_id, kind, on_id, key);
CREATE UNIQUE INDEX notice_settings_pkey ON app.notice_settings USING btree (city, staff_id);
CREATE UNIQUE INDEX notices_pkey ON app.notices USING btree (city, notice_id);
CREATE UNIQUE INDEX number_series_pkey ON sec.number_series USING btree (city, series, year);
CREATE UNIQUE INDEX one_time_codes_pkey ON sec.one_time_codes USING btree (city, staff_id, code_hash);
CREATE UNIQUE INDEX operation_agencies_pkey ON app.operation_agencies USING btree (city, operation_id, agency_code);
CREATE UNIQUE INDEX operation_legal_bases_pkey ON app.operation_legal_bases USING btree (city, operation_id, legal_basis_id);
CREATE UNIQUE INDEX operation_report_once ON app.operation_reports USING btree (city, external_id);
CREATE UNIQUE INDEX operation_reports_pkey ON app.operation_reports USING btree (city, operation_id);
CREATE UNIQUE INDEX operation_sites_pkey ON app.operation_sites USING btree (city, operation_id, site_no);
CREATE UNIQUE INDEX operation_team_pkey ON app.operation_team USING btree (city, operation_id, staff_id);
CREATE UNIQUE INDEX operations_pkey ON app.operations USING btree (city, operation_id);
CREATE UNIQUE INDEX passwords_pkey ON sec.passwords USING btree (city, staff_id);
CREATE UNIQUE INDEX person_ages_pkey ON app.person_ages USING btree (city, age_id);
CREATE UNIQUE INDEX person_counts_pkey ON app.person_counts USING btree (city);
CREATE UNIQUE INDEX person_identities_pkey ON app.person_identities USING btree (city, person_id);
CREATE UNIQUE INDEX person_merges_pkey ON app.person_merges USING btree (city, person_id);
CREATE UNIQUE INDEX person_signatures_pkey ON app.person_signatures USING btree (city, person_id);
CREATE UNIQUE INDEX person_token_counts_pkey ON app.person_token_counts USING btree (city, token);
CREATE UNIQUE INDEX person_tokens_pkey ON app.person_tokens USING btree (city, token, person_id) INCLUDE (coarse);
CREATE UNIQUE INDEX persons_pkey ON app.persons USING btree (city, person_id);
CREATE UNIQUE INDEX plan_lines_pkey ON app.plan_lines USING btree (city, plan_line_id);
CREATE UNIQUE INDEX programme_areas_pkey ON app.programme_areas USING btree (city, programme_id, area_code);
CREATE UNIQUE INDEX programme_outcomes_pkey ON app.programme_outcomes USING btree (city, outcome_id);
CREATE UNIQUE INDEX programme_partners_pkey ON app.programme_partners USING btree (city, programme_id, agency_code);
CREATE UNIQUE INDEX programme_sessions_pkey ON app.programme_sessions USING btree (city, session_id);
CREATE UNIQUE INDEX programmes_pkey ON app.programmes USING btree (city, programme_id);
CREATE UNIQUE INDEX push_endpoint ON app.push_subscriptions USING btree (city, endpoint);
CREATE UNIQUE INDEX push_subscriptions_pkey ON app.push_subscriptions USING btree (city, subscription_id);
CREATE UNIQUE INDEX reach_pkey ON app.reach USING btree (city, person_id, source, source_id, grantee);
CREATE UNIQUE INDEX referral_answered_once ON app.referral_answers USING btree (city, referral_id, kind);
CREATE UNIQUE INDEX referral_answers_pkey ON app.referral_answers USING btree (city, answer_id);
CREATE UNIQUE INDEX referral_closed_once ON app.referral_answers USING btree (city, referral_id) WHERE (kind = ANY (ARRAY['declined'::text, 'completed'::text, 'withdrawn'::text]));
CREATE UNIQUE INDEX referral_contents_pkey ON app.referral_contents USING btree (city, referral_id, field);
CREATE UNIQUE INDEX referral_first_answer_once ON app.referral_answers USING btree (city, referral_id) WHERE (kind = ANY (ARRAY['accepted'::text, 'declined'::text]));
CREATE UNIQUE INDEX referral_number_taken ON app.referrals USING btree (city, referral_number);
CREATE UNIQUE INDEX referral_pauses_pkey ON app.referral_pauses USING btree (city, pause_id);
CREATE UNIQUE INDEX referrals_pkey ON app.referrals USING btree (city, referral_id);
CREATE UNIQUE INDEX retention_runs_pkey ON app.retention_runs USING btree (city, run_id, rule);
CREATE UNIQUE INDEX sealed_fields_pkey ON app.sealed_fields USING btree (city, sealed_id);
CREATE UNIQUE INDEX sealed_openings_pkey ON app.sealed_openings USING btree (city, opening_id);
CREATE UNIQUE INDEX session_attendance_pkey ON app.session_attendance USING btree (city, session_id, enrolment_id);
CREATE UNIQUE INDEX sessions_pkey ON sec.sessions USING btree (token_hash);
CREATE UNIQUE INDEX sessions_session_id_key ON sec.sessions USING btree (session_id);
CREATE UNIQUE INDEX setting_terms_pkey ON app.setting_terms USING btree (city, setting, part, valid_from, set_at);
CREATE UNIQUE INDEX settings_pkey ON app.settings USING btree (city, key);
CREATE UNIQUE INDEX sign_in_attempts_pkey ON sec.sign_in_attempts USING btree (scope, window_start);
CREATE UNIQUE INDEX speaker_once ON app.meeting_speakers USING btree (city, meeting_id, "position");
CREATE UNIQUE INDEX staff_pkey ON app.staff USING btree (city, staff_id);
CREATE UNIQUE INDEX staff_username_taken ON app.staff USING btree (city, username);
CREATE UNIQUE INDEX upload_parts_pkey ON app.upload_parts USING btree (city, file_id, part_no);

policy adds_own on app.audit_rows permissive for insert to rangkul_app with check (((staff_id = ( SELECT viewer_staff() AS viewer_staff)) AND (txid = pg_current_xact_id())));
policy administrator_reads on app.backups permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = 'administrator'::text));
policy administrator_sets on app.duty_phones permissive for insert to rangkul_app with check (((( SELECT viewer_role() AS viewer_role) = 'administrator'::text) AND (set_by = ( SELECT viewer_staff() AS viewer_staff))));
policy administrator_writes on app.codes permissive for all to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = 'administrator'::text));
policy administrator_writes on app.staff permissive for all to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = 'administrator'::text));
policy agency_or_administrator on app.exports permissive for select to rangkul_app using (((agency_code = ( SELECT viewer_agency() AS viewer_agency)) OR (( SELECT viewer_role() AS viewer_role) = 'administrator'::text)));
policy another_decides on app.exports permissive for update to rangkul_app using (((state = 'asked'::text) AND (asked_by <> ( SELECT viewer_staff() AS viewer_staff)) AND ((agency_code = ( SELECT viewer_agency() AS viewer_agency)) OR (( SELECT viewer_role() AS viewer_role) = 'administrator'::text)))) with check (((decided_by = ( SELECT viewer_staff() AS viewer_staff)) AND (state = ANY (ARRAY['queued'::text, 'refused'::text]))));
policy anyone_adds on app.complaints permissive for insert to rangkul_app with check ((recorded_by = ( SELECT viewer_staff() AS viewer_staff)));
policy asks on app.match_reviews permissive for insert to rangkul_app with check ((asked_by = ( SELECT viewer_staff() AS viewer_staff)));
policy auditor_reads on app.break_glass permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = 'auditor'::text));
policy auditor_reads on app.legal_holds permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = 'auditor'::text));
policy brings on app.file_chunks permissive for insert to rangkul_app with check ((EXISTS ( SELECT 1 FROM files f WHERE ((f.city = file_chunks.city) AND (f.file_id = file_chunks.file_id) AND (f.kept_by = ( SELECT viewer_staff() AS viewer_staff))))));
policy brings on app.files permissive for insert to rangkul_app with check (((kept_by = ( SELECT viewer_staff() AS viewer_staff)) AND (agency_code = ( SELECT viewer_agency() AS viewer_agency)) AND (((on_kind = 'meeting'::text) AND (on_id = ANY (( SELECT viewer_meetings() AS viewer_meetings)::uuid[]))) OR ((on_kind = 'action'::text) AND (on_id = ANY (( SELECT viewer_actions() AS viewer_actions)::uuid[]))))));
policy city_desks_read on app.operation_agencies permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) <> ALL (ARRAY['community_body'::text, 'administrator'::text])));
policy city_desks_read on app.operation_legal_bases permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) <> ALL (ARRAY['community_body'::text, 'administrator'::text])));
policy city_desks_read on app.operation_reports permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) <> ALL (ARRAY['community_body'::text, 'administrator'::text])));
policy city_desks_read on app.operation_sites permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) <> ALL (ARRAY['community_body'::text, 'administrator'::text])));
policy city_desks_read on app.operation_team permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) <> ALL (ARRAY['community_body'::text, 'administrator'::text])));
policy city_desks_read on app.operations permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) <> ALL (ARRAY['community_body'::text, 'administrator'::text])));
policy city_office_writes on app.duties permissive for all to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['administrator'::text, 'coordinator'::text])));
policy city_office_writes on app.legal_bases permissive for all to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['administrator'::text, 'coordinator'::text])));
policy city_offices on app.care_cells permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['coordinator'::text, 'supervisor'::text, 'auditor'::text])));
policy city_offices on app.met_cells permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['coordinator'::text, 'supervisor'::text, 'auditor'::text])));
policy city_only on app.action_escalations restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.action_supporters restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.action_updates restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.actions restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.aftercare_visits restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.agencies restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.agenda_items restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.area_shapes restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.assessment_factors restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.assessments restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.attendance_for restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.attendances restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.audit_rows restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.audit_seals restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.belongings restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.break_glass restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.care_cells restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.care_facts restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.carried_actions restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.case_closures restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.case_notes restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.case_stages restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.case_workers restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.cases restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.codes restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.command_log restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.companion_forms restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.companion_runs restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.companions_to_renew restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.complaints restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.contact_alerts restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.custody_decisions restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.custody_fears restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.custody_intervals restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.custody_steps restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.decisions restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.delivered_notices restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.deliveries restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.duties restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.duty_phones restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.encounter_points restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.encounter_texts restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.encounters restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.enrolments restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.erasure_requests restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.erasures restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.exports restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.figure_deltas restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.file_chunks restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.files restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.handovers restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.history restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.holidays restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.invitations restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.legal_bases restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.legal_holds restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.letter_counters restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.letters restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.match_looks restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.match_reviews restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.match_shares restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.meeting_cases restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.meeting_legal_bases restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.meeting_minutes restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.meeting_speakers restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.meetings restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.met_cells restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.met_facts restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.notice_settings restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.notices restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.operation_agencies restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.operation_legal_bases restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.operation_reports restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.operation_sites restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.operation_team restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.operations restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.person_ages restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.person_counts restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.person_identities restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.person_merges restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.person_signatures restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.person_token_counts restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.person_tokens restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.persons restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.plan_lines restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.programme_areas restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.programme_outcomes restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.programme_partners restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.programme_sessions restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.programmes restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.push_subscriptions restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.reach restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.referral_answers restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.referral_contents restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.referral_pauses restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.referrals restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.retention_runs restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.sealed_fields restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.sealed_openings restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.session_attendance restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.setting_terms restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.settings restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.staff restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_only on app.upload_parts restrictive for all to rangkul_app, rangkul_jobs using ((city = ( SELECT city() AS city))) with check ((city = ( SELECT city() AS city)));
policy city_sets on app.setting_terms permissive for insert to rangkul_app with check (((set_by = ( SELECT viewer_staff() AS viewer_staff)) AND (valid_from >= ( SELECT city_day() AS city_day)) AND ((( SELECT viewer_role() AS viewer_role) = 'administrator'::text) OR ((( SELECT viewer_role() AS viewer_role) = 'data_protection_officer'::text) AND (setting ~~ 'retention%'::text)))));
policy coordinator_cases on app.cases permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = 'coordinator'::text));
policy coordinator_counts on app.care_facts permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = 'coordinator'::text));
policy coordinator_counts on app.met_facts permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = 'coordinator'::text));
policy coordinator_counts on app.person_merges permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = 'coordinator'::text));
policy coordinator_custody on app.custody_intervals permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = 'coordinator'::text));
policy coordinator_events on app.encounters permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = 'coordinator'::text));
policy coordinator_handovers on app.handovers permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = 'coordinator'::text));
policy coordinator_initials on app.persons permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = 'coordinator'::text));
policy coordinator_reads on app.referrals permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = 'coordinator'::text));
policy coordinator_stages on app.case_stages permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = 'coordinator'::text));
policy for_viewer on app.reach permissive for select to rangkul_app using ((((until IS NULL) OR (until > now())) AND ((staff_id = ( SELECT viewer_staff() AS viewer_staff)) OR (operation_id = ANY (( SELECT viewer_operations() AS viewer_operations)::uuid[])) OR ((staff_id IS NULL) AND (operation_id IS NULL) AND ((agency_code = ( SELECT viewer_agency() AS viewer_agency)) OR ((agency_code IS NULL) AND (role IS NOT NULL))) AND ((role IS NULL) OR (role = ( SELECT viewer_role() AS viewer_role))) AND (( SELECT viewer_role() AS viewer_role) <> ALL (ARRAY['coordinator'::text, 'community_body'::text, 'data_protection_officer'::text, 'auditor'::text, 'administrator'::text]))))));
policy held_open_case on app.cases permissive for insert to rangkul_app with check (((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['social_worker'::text, 'supervisor'::text])) AND (EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = cases.city) AND (r.person_id = cases.person_id) AND (r.person_id >= cases.person_id) AND (r.level = ANY (ARRAY['team'::text, 'held'::text, 'full'::text, 'review'::text])))))));
policy host_adds on app.action_supporters permissive for insert to rangkul_app with check ((EXISTS ( SELECT 1 FROM actions a WHERE ((a.city = action_supporters.city) AND (a.action_id = action_supporters.action_id) AND (a.decision_id = ANY (( SELECT viewer_hosted_decisions() AS viewer_hosted_decisions)::uuid[]))))));
policy host_adds on app.actions permissive for insert to rangkul_app with check ((decision_id = ANY (( SELECT viewer_hosted_decisions() AS viewer_hosted_decisions)::uuid[])));
policy host_asks on app.exports permissive for insert to rangkul_app with check (((asked_by = ( SELECT viewer_staff() AS viewer_staff)) AND (decided_by IS NULL) AND (agency_code = ( SELECT viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1 FROM meetings m WHERE ((m.city = exports.city) AND (m.meeting_id = exports.meeting_id) AND (m.host_agency = ( SELECT viewer_agency() AS viewer_agency)))))));
policy host_attaches on app.meeting_cases permissive for all to rangkul_app using (((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['supervisor'::text, 'social_worker'::text])) AND (EXISTS ( SELECT 1 FROM meetings m WHERE ((m.city = meeting_cases.city) AND (m.meeting_id = meeting_cases.meeting_id) AND (m.host_agency = ( SELECT viewer_agency() AS viewer_agency)) AND (m.kind = 'CASE_CONFERENCE'::text)))) AND (EXISTS ( SELECT 1 FROM cases c WHERE ((c.city = meeting_cases.city) AND (c.case_id = meeting_cases.case_id))))));
policy host_calls on app.meetings permissive for insert to rangkul_app with check (((host_agency = ( SELECT viewer_agency() AS viewer_agency)) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['coordinator'::text, 'supervisor'::text, 'social_worker'::text])) AND (called_by = ( SELECT viewer_staff() AS viewer_staff))));
policy host_changes on app.actions permissive for update to rangkul_app using ((decision_id = ANY (( SELECT viewer_hosted_decisions() AS viewer_hosted_decisions)::uuid[])));
policy host_changes on app.meetings permissive for update to rangkul_app using (((host_agency = ( SELECT viewer_agency() AS viewer_agency)) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['coordinator'::text, 'supervisor'::text, 'social_worker'::text])))) with check ((host_agency = ( SELECT viewer_agency() AS viewer_agency)));
policy host_drops on app.action_supporters permissive for delete to rangkul_app using ((EXISTS ( SELECT 1 FROM actions a WHERE ((a.city = action_supporters.city) AND (a.action_id = action_supporters.action_id) AND (a.decision_id = ANY (( SELECT viewer_hosted_decisions() AS viewer_hosted_decisions)::uuid[]))))));
policy host_issues on app.letters permissive for insert to rangkul_app with check (((agency_code = ( SELECT viewer_agency() AS viewer_agency)) AND (issued_by = ( SELECT viewer_staff() AS viewer_staff)) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['coordinator'::text, 'supervisor'::text, 'social_worker'::text])) AND (on_kind = 'meeting'::text) AND (EXISTS ( SELECT 1 FROM meetings m WHERE ((m.city = letters.city) AND (m.meeting_id = letters.on_id) AND (m.host_agency = ( SELECT viewer_agency() AS viewer_agency)))))));
policy host_writes on app.agenda_items permissive for all to rangkul_app using (((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['coordinator'::text, 'supervisor'::text, 'social_worker'::text])) AND (EXISTS ( SELECT 1 FROM meetings m WHERE ((m.city = agenda_items.city) AND (m.meeting_id = agenda_items.meeting_id) AND (m.host_agency = ( SELECT viewer_agency() AS viewer_agency)))))));
policy host_writes on app.attendance_for permissive for insert to rangkul_app with check (((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['coordinator'::text, 'supervisor'::text, 'social_worker'::text])) AND (EXISTS ( SELECT 1 FROM (attendances a JOIN meetings m ON (((m.city = a.city) AND (m.meeting_id = a.meeting_id)))) WHERE ((a.city = attendance_for.city) AND (a.attendance_id = attendance_for.attendance_id) AND (m.host_agency = ( SELECT viewer_agency() AS viewer_agency)))))));
policy host_writes on app.attendances permissive for all to rangkul_app using (((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['coordinator'::text, 'supervisor'::text, 'social_worker'::text])) AND (EXISTS ( SELECT 1 FROM meetings m WHERE ((m.city = attendances.city) AND (m.meeting_id = attendances.meeting_id) AND (m.host_agency = ( SELECT viewer_agency() AS viewer_agency)))))));
policy host_writes on app.carried_actions permissive for all to rangkul_app using (((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['coordinator'::text, 'supervisor'::text, 'social_worker'::text])) AND (EXISTS ( SELECT 1 FROM meetings m WHERE ((m.city = carried_actions.city) AND (m.meeting_id = carried_actions.meeting_id) AND (m.host_agency = ( SELECT viewer_agency() AS viewer_agency)))))));
policy host_writes on app.decisions permissive for all to rangkul_app using (((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['coordinator'::text, 'supervisor'::text, 'social_worker'::text])) AND (EXISTS ( SELECT 1 FROM meetings m WHERE ((m.city = decisions.city) AND (m.meeting_id = decisions.meeting_id) AND (m.host_agency = ( SELECT viewer_agency() AS viewer_agency)))))));
policy host_writes on app.invitations permissive for all to rangkul_app using (((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['coordinator'::text, 'supervisor'::text, 'social_worker'::text])) AND (EXISTS ( SELECT 1 FROM meetings m WHERE ((m.city = invitations.city) AND (m.meeting_id = invitations.meeting_id) AND (m.host_agency = ( SELECT viewer_agency() AS viewer_agency)))))));
policy host_writes on app.meeting_legal_bases permissive for all to rangkul_app using (((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['coordinator'::text, 'supervisor'::text, 'social_worker'::text])) AND (EXISTS ( SELECT 1 FROM meetings m WHERE ((m.city = meeting_legal_bases.city) AND (m.meeting_id = meeting_legal_bases.meeting_id) AND (m.host_agency = ( SELECT viewer_agency() AS viewer_agency)))))));
policy host_writes on app.meeting_minutes permissive for all to rangkul_app using (((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['coordinator'::text, 'supervisor'::text, 'social_worker'::text])) AND (EXISTS ( SELECT 1 FROM meetings m WHERE ((m.city = meeting_minutes.city) AND (m.meeting_id = meeting_minutes.meeting_id) AND (m.host_agency = ( SELECT viewer_agency() AS viewer_agency)))))));
policy host_writes on app.meeting_speakers permissive for all to rangkul_app using (((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['coordinator'::text, 'supervisor'::text, 'social_worker'::text])) AND (EXISTS ( SELECT 1 FROM meetings m WHERE ((m.city = meeting_speakers.city) AND (m.meeting_id = meeting_speakers.meeting_id) AND (m.host_agency = ( SELECT viewer_agency() AS viewer_agency)))))));
policy keeper on app.belongings permissive for select to rangkul_app using (((kept_by = ( SELECT viewer_agency() AS viewer_agency)) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['custody_desk'::text, 'social_worker'::text, 'supervisor'::text]))));
policy keeper_returns on app.belongings permissive for update to rangkul_app using (((kept_by = ( SELECT viewer_agency() AS viewer_agency)) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['custody_desk'::text, 'social_worker'::text, 'supervisor'::text]))));
policy of_action on app.action_escalations permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM actions a WHERE ((a.city = action_escalations.city) AND (a.action_id = action_escalations.action_id)))));
policy of_action on app.action_supporters permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM actions a WHERE ((a.city = action_supporters.city) AND (a.action_id = action_supporters.action_id)))));
policy of_action on app.action_updates permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM actions a WHERE ((a.city = action_updates.city) AND (a.action_id = action_updates.action_id)))));
policy of_decision on app.actions permissive for select to rangkul_app using ((decision_id IN ( SELECT unnest(viewer_open_decisions()) AS unnest)));
policy of_export on app.files permissive for select to rangkul_app using (((on_kind = 'export'::text) AND (EXISTS ( SELECT 1 FROM exports e WHERE ((e.city = files.city) AND (e.export_id = files.on_id) AND ((e.asked_by = ( SELECT viewer_staff() AS viewer_staff)) OR (e.decided_by = ( SELECT viewer_staff() AS viewer_staff))))))));
policy of_its_file on app.file_chunks permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM files f WHERE ((f.city = file_chunks.city) AND (f.file_id = file_chunks.file_id)))));
policy of_its_meeting on app.letters permissive for select to rangkul_app using (((on_kind = 'meeting'::text) AND (on_id = ANY (( SELECT viewer_meetings() AS viewer_meetings)::uuid[]))));
policy of_its_record on app.files permissive for select to rangkul_app using ((((on_kind = 'meeting'::text) AND (on_id = ANY (( SELECT viewer_meetings() AS viewer_meetings)::uuid[]))) OR ((on_kind = 'action'::text) AND (EXISTS ( SELECT 1 FROM actions a WHERE ((a.city = files.city) AND (a.action_id = files.on_id)))))));
policy of_meeting on app.attendance_for permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM invitations i WHERE ((i.city = attendance_for.city) AND (i.invitation_id = attendance_for.invitation_id)))));
policy officer_asks on app.erasure_requests permissive for insert to rangkul_app with check (((( SELECT viewer_role() AS viewer_role) = 'data_protection_officer'::text) AND (asked_by = ( SELECT viewer_staff() AS viewer_staff)) AND (state = 'waiting'::text)));
policy officer_holds on app.legal_holds permissive for all to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = 'data_protection_officer'::text));
policy officers_read on app.audit_rows permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['data_protection_officer'::text, 'auditor'::text])));
policy officers_read on app.audit_seals permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['data_protection_officer'::text, 'auditor'::text])));
policy officers_read on app.erasure_requests permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['data_protection_officer'::text, 'auditor'::text])));
policy officers_read on app.erasures permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['data_protection_officer'::text, 'auditor'::text])));
policy officers_read on app.history permissive for select to rangkul_app using (((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['data_protection_officer'::text, 'auditor'::text])) AND (table_name <> 'person_identities'::text)));
policy officers_read on app.retention_runs permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['data_protection_officer'::text, 'auditor'::text, 'administrator'::text])));
policy officers_read on app.sealed_openings permissive for select to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['data_protection_officer'::text, 'auditor'::text])));
policy open_to_viewer on app.agenda_items permissive for select to rangkul_app using ((meeting_id = ANY (( SELECT viewer_meetings() AS viewer_meetings)::uuid[])));
policy open_to_viewer on app.attendances permissive for select to rangkul_app using ((meeting_id = ANY (( SELECT viewer_meetings() AS viewer_meetings)::uuid[])));
policy open_to_viewer on app.carried_actions permissive for select to rangkul_app using ((meeting_id = ANY (( SELECT viewer_meetings() AS viewer_meetings)::uuid[])));
policy open_to_viewer on app.decisions permissive for select to rangkul_app using ((meeting_id = ANY (( SELECT viewer_meetings() AS viewer_meetings)::uuid[])));
policy open_to_viewer on app.invitations permissive for select to rangkul_app using ((meeting_id = ANY (( SELECT viewer_meetings() AS viewer_meetings)::uuid[])));
policy open_to_viewer on app.meeting_legal_bases permissive for select to rangkul_app using ((meeting_id = ANY (( SELECT viewer_meetings() AS viewer_meetings)::uuid[])));
policy open_to_viewer on app.meeting_minutes permissive for select to rangkul_app using ((meeting_id = ANY (( SELECT viewer_meetings() AS viewer_meetings)::uuid[])));
policy open_to_viewer on app.meeting_speakers permissive for select to rangkul_app using ((meeting_id = ANY (( SELECT viewer_meetings() AS viewer_meetings)::uuid[])));
policy open_to_viewer on app.meetings permissive for select to rangkul_app using ((meeting_id = ANY (( SELECT viewer_meetings() AS viewer_meetings)::uuid[])));
policy outside_reads on app.complaints permissive for all to rangkul_app using (((to_agency = ( SELECT viewer_agency() AS viewer_agency)) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['supervisor'::text, 'partner_desk'::text, 'social_worker'::text, 'coordinator'::text]))));
policy own on app.break_glass permissive for all to rangkul_app using (((staff_id = ( SELECT viewer_staff() AS viewer_staff)) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['social_worker'::text, 'supervisor'::text]))));
policy own on app.command_log permissive for all to rangkul_app using ((staff_id = ( SELECT viewer_staff() AS viewer_staff)));
policy own on app.contact_alerts permissive for all to rangkul_app using ((staff_id = ( SELECT viewer_staff() AS viewer_staff)));
policy own on app.deliveries permissive for select to rangkul_app using ((staff_id = ( SELECT viewer_staff() AS viewer_staff)));
policy own on app.match_looks permissive for all to rangkul_app using ((staff_id = ( SELECT viewer_staff() AS viewer_staff)));
policy own on app.notice_settings permissive for all to rangkul_app using ((staff_id = ( SELECT viewer_staff() AS viewer_staff)));
policy own on app.notices permissive for all to rangkul_app using ((staff_id = ( SELECT viewer_staff() AS viewer_staff)));
policy own on app.push_subscriptions permissive for all to rangkul_app using ((staff_id = ( SELECT viewer_staff() AS viewer_staff)));
policy own_agency on app.aftercare_visits permissive for all to rangkul_app using (((agency_code = ( SELECT viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = aftercare_visits.city) AND (r.person_id = aftercare_visits.person_id) AND (r.person_id >= aftercare_visits.person_id) AND (r.source = ANY (ARRAY['aftercare'::text, 'via aftercare'::text])) AND (r.source_id = aftercare_visits.visit_id))))));
policy own_agency on app.letter_counters permissive for all to rangkul_app using ((agency_code = ( SELECT viewer_agency() AS viewer_agency)));
policy own_agency on app.plan_lines permissive for all to rangkul_app using (((agency_code = ( SELECT viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = plan_lines.city) AND (r.person_id = plan_lines.person_id) AND (r.person_id >= plan_lines.person_id) AND (r.source = ANY (ARRAY['plan_line'::text, 'via plan_line'::text])) AND (r.source_id = plan_lines.plan_line_id))))));
policy own_area on app.met_cells permissive for select to rangkul_app using (((( SELECT viewer_role() AS viewer_role) = 'area_desk'::text) AND (place ~~ (( SELECT viewer_area() AS viewer_area) || '%'::text))));
policy own_city on app.cities permissive for select to rangkul_app using ((city = ( SELECT city() AS city)));
policy own_parts on app.upload_parts permissive for all to rangkul_app using ((sent_by = ( SELECT viewer_staff() AS viewer_staff)));
policy owner_keeps on app.action_escalations permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.action_supporters permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.action_updates permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.actions permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.aftercare_visits permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.agencies permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.agenda_items permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.area_shapes permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.assessment_factors permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.assessments permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.attendance_for permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.attendances permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.audit_rows permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.audit_seals permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.backups permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.belongings permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.break_glass permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.care_cells permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.care_facts permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.carried_actions permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.case_closures permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.case_notes permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.case_stages permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.case_workers permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.cases permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.cities permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.codes permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.command_log permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.companion_forms permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.companion_runs permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.companions_to_renew permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.complaints permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.contact_alerts permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.custody_decisions permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.custody_fears permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.custody_intervals permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.custody_steps permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.decisions permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.delivered_notices permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.deliveries permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.duties permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.duty_phones permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.encounter_points permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.encounter_texts permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.encounters permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.enrolments permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.erasure_requests permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.erasures permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.exports permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.figure_deltas permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.file_chunks permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.files permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.handovers permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.history permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.holidays permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.invitations permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.legal_bases permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.legal_holds permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.letter_counters permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.letters permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.match_looks permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.match_reviews permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.match_shares permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.meeting_cases permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.meeting_legal_bases permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.meeting_minutes permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.meeting_speakers permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.meetings permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.met_cells permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.met_facts permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.notice_settings permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.notices permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.operation_agencies permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.operation_legal_bases permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.operation_reports permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.operation_sites permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.operation_team permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.operations permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.person_ages permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.person_counts permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.person_identities permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.person_merges permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.person_signatures permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.person_token_counts permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.person_tokens permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.persons permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.plan_lines permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.programme_areas permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.programme_outcomes permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.programme_partners permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.programme_sessions permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.programmes permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.push_subscriptions permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.reach permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.referral_answers permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.referral_contents permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.referral_pauses permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.referrals permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.retention_runs permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.sealed_fields permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.sealed_openings permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.session_attendance permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.setting_terms permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.settings permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.staff permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_keeps on app.upload_parts permissive for all to rangkul_migrator using ((CURRENT_USER = 'rangkul_migrator'::name));
policy owner_reads on app.decisions permissive for select to rangkul_app using (((state = 'adopted'::text) AND (decision_id = ANY (( SELECT viewer_decisions() AS viewer_decisions)::uuid[]))));
policy owner_reads on app.enrolments permissive for select to rangkul_app using (((state <> 'refused'::text) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['supervisor'::text, 'social_worker'::text, 'partner_desk'::text, 'area_desk'::text, 'custody_desk'::text])) AND (EXISTS ( SELECT 1 FROM programmes p WHERE ((p.city = enrolments.city) AND (p.programme_id = enrolments.programme_id) AND (p.owner_agency = ( SELECT viewer_agency() AS viewer_agency)))))));
policy owner_reports on app.action_updates permissive for insert to rangkul_app with check (((written_by = ( SELECT viewer_staff() AS viewer_staff)) AND (agency_code = ( SELECT viewer_agency() AS viewer_agency)) AND (EXISTS ( SELECT 1 FROM actions a WHERE ((a.city = action_updates.city) AND (a.action_id = action_updates.action_id) AND a.adopted)))));
policy owner_reports on app.actions permissive for update to rangkul_app using ((adopted AND (responsible_agency = ( SELECT viewer_agency() AS viewer_agency)))) with check ((adopted AND (responsible_agency = ( SELECT viewer_agency() AS viewer_agency))));
policy owner_writes on app.programme_areas permissive for all to rangkul_app using (((( SELECT viewer_role() AS viewer_role) = 'coordinator'::text) OR ((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['supervisor'::text, 'social_worker'::text, 'partner_desk'::text, 'area_desk'::text])) AND (EXISTS ( SELECT 1 FROM programmes p WHERE ((p.city = programme_areas.city) AND (p.programme_id = programme_areas.programme_id) AND (p.owner_agency = ( SELECT viewer_agency() AS viewer_agency))))))));
policy owner_writes on app.programme_partners permissive for all to rangkul_app using (((( SELECT viewer_role() AS viewer_role) = 'coordinator'::text) OR ((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['supervisor'::text, 'social_worker'::text, 'partner_desk'::text, 'area_desk'::text])) AND (EXISTS ( SELECT 1 FROM programmes p WHERE ((p.city = programme_partners.city) AND (p.programme_id = programme_partners.programme_id) AND (p.owner_agency = ( SELECT viewer_agency() AS viewer_agency))))))));
policy owner_writes on app.programme_sessions permissive for all to rangkul_app using (((( SELECT viewer_role() AS viewer_role) = 'coordinator'::text) OR ((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['supervisor'::text, 'social_worker'::text, 'partner_desk'::text, 'area_desk'::text])) AND (EXISTS ( SELECT 1 FROM programmes p WHERE ((p.city = programme_sessions.city) AND (p.programme_id = programme_sessions.programme_id) AND (p.owner_agency = ( SELECT viewer_agency() AS viewer_agency))))))));
policy owner_writes on app.programmes permissive for all to rangkul_app using (((( SELECT viewer_role() AS viewer_role) = 'coordinator'::text) OR ((owner_agency = ( SELECT viewer_agency() AS viewer_agency)) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['supervisor'::text, 'social_worker'::text, 'partner_desk'::text, 'area_desk'::text])))));
policy planners_add on app.operations permissive for insert to rangkul_app with check ((((lead_agency = ( SELECT viewer_agency() AS viewer_agency)) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['field_officer'::text, 'custody_desk'::text, 'supervisor'::text, 'social_worker'::text]))) OR (( SELECT viewer_role() AS viewer_role) = 'coordinator'::text)));
policy reached on app.assessment_factors permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = assessment_factors.city) AND (r.person_id = assessment_factors.person_id) AND (r.person_id >= assessment_factors.person_id) AND (r.level = 'full'::text)))));
policy reached on app.assessments permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = assessments.city) AND (r.person_id = assessments.person_id) AND (r.person_id >= assessments.person_id) AND (r.level = 'full'::text)))));
policy reached on app.belongings permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = belongings.city) AND (r.person_id = belongings.person_id) AND (r.person_id >= belongings.person_id) AND (r.level = ANY (ARRAY['full'::text, 'held'::text, 'team'::text]))))));
policy reached on app.care_facts permissive for select to rangkul_app using (((( SELECT viewer_role() AS viewer_role) = 'supervisor'::text) AND (EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = care_facts.city) AND (r.person_id = care_facts.head_id))))));
policy reached on app.case_closures permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = case_closures.city) AND (r.person_id = case_closures.person_id) AND (r.person_id >= case_closures.person_id) AND (r.level = 'full'::text)))));
policy reached on app.case_notes permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = case_notes.city) AND (r.person_id = case_notes.person_id) AND (r.person_id >= case_notes.person_id) AND (r.level = 'full'::text)))));
policy reached on app.case_stages permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = case_stages.city) AND (r.person_id = case_stages.person_id) AND (r.person_id >= case_stages.person_id) AND (r.level = 'full'::text)))));
policy reached on app.case_workers permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = case_workers.city) AND (r.person_id = case_workers.person_id) AND (r.person_id >= case_workers.person_id) AND (r.level = 'full'::text)))));
policy reached on app.cases permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = cases.city) AND (r.person_id = cases.person_id) AND (r.person_id >= cases.person_id) AND (r.level = ANY (ARRAY['full'::text, 'held'::text, 'referral'::text, 'task'::text]))))));
policy reached on app.custody_decisions permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = custody_decisions.city) AND (r.person_id = custody_decisions.person_id) AND (r.person_id >= custody_decisions.person_id) AND (r.level = ANY (ARRAY['full'::text, 'held'::text, 'team'::text]))))));
policy reached on app.custody_fears permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = custody_fears.city) AND (r.person_id = custody_fears.person_id) AND (r.person_id >= custody_fears.person_id) AND (r.level = ANY (ARRAY['full'::text, 'held'::text, 'team'::text]))))));
policy reached on app.custody_intervals permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = custody_intervals.city) AND (r.person_id = custody_intervals.person_id) AND (r.person_id >= custody_intervals.person_id) AND ((r.level = ANY (ARRAY['full'::text, 'held'::text, 'team'::text, 'review'::text])) OR ((custody_intervals.ended_at IS NULL) AND (NOT custody_intervals.disputed) AND (NOT custody_intervals.set_aside)))))));
policy reached on app.custody_steps permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = custody_steps.city) AND (r.person_id = custody_steps.person_id) AND (r.person_id >= custody_steps.person_id) AND (r.level = ANY (ARRAY['full'::text, 'held'::text, 'team'::text]))))));
policy reached on app.encounter_texts permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = encounter_texts.city) AND (r.person_id = encounter_texts.person_id) AND (r.person_id >= encounter_texts.person_id) AND ((r.level = 'full'::text) OR ((r.level = 'team'::text) AND (r.encounter_id = encounter_texts.encounter_id)))))));
policy reached on app.encounters permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = encounters.city) AND (r.person_id = encounters.person_id) AND (r.person_id >= encounters.person_id) AND ((r.level = ANY (ARRAY['full'::text, 'review'::text])) OR (r.encounter_id = encounters.encounter_id))))));
policy reached on app.enrolments permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = enrolments.city) AND (r.person_id = enrolments.person_id) AND (r.person_id >= enrolments.person_id) AND (r.level = ANY (ARRAY['full'::text, 'held'::text]))))));
policy reached on app.handovers permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = handovers.city) AND (r.person_id = handovers.person_id) AND (r.person_id >= handovers.person_id) AND (r.level = ANY (ARRAY['full'::text, 'held'::text, 'team'::text]))))));
policy reached on app.met_facts permissive for select to rangkul_app using (((( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['supervisor'::text, 'area_desk'::text])) AND (EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = met_facts.city) AND (r.person_id = met_facts.head_id))))));
policy reached on app.person_ages permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = person_ages.city) AND (r.person_id = person_ages.person_id) AND (r.person_id >= person_ages.person_id)))));
policy reached on app.person_identities permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = person_identities.city) AND (r.person_id = person_identities.person_id) AND (r.person_id >= person_identities.person_id) AND r.identity))));
policy reached on app.person_merges permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = person_merges.city) AND (r.person_id = ANY (ARRAY[person_merges.person_id, person_merges.stands_for]))))));
policy reached on app.person_signatures permissive for all to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = person_signatures.city) AND (r.person_id = person_signatures.person_id) AND r.identity))));
policy reached on app.person_tokens permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = person_tokens.city) AND (r.person_id = person_tokens.person_id) AND (r.person_id >= person_tokens.person_id) AND r.identity))));
policy reached on app.persons permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = persons.city) AND (r.person_id = persons.person_id) AND (r.person_id >= persons.person_id)))));
policy reached on app.programme_outcomes permissive for all to rangkul_app using (viewer_reaches(person_id, ARRAY['full'::text, 'held'::text]));
policy reached on app.sealed_fields permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = sealed_fields.city) AND (r.person_id = sealed_fields.person_id) AND (r.person_id >= sealed_fields.person_id) AND (r.level = 'full'::text)))));
policy reached on app.sealed_openings permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = sealed_openings.city) AND (r.person_id = sealed_openings.person_id) AND (r.person_id >= sealed_openings.person_id) AND (r.level = 'full'::text)))));
policy reached_adds on app.assessment_factors permissive for insert to rangkul_app with check (viewer_reaches(person_id, ARRAY['full'::text]));
policy reached_adds on app.assessments permissive for insert to rangkul_app with check (viewer_reaches(person_id, ARRAY['full'::text]));
policy reached_adds on app.belongings permissive for insert to rangkul_app with check (viewer_reaches(person_id, ARRAY['full'::text, 'held'::text, 'team'::text]));
policy reached_adds on app.case_closures permissive for insert to rangkul_app with check (viewer_reaches(person_id, ARRAY['full'::text]));
policy reached_adds on app.case_notes permissive for insert to rangkul_app with check (viewer_reaches(person_id, ARRAY['full'::text]));
policy reached_adds on app.case_workers permissive for insert to rangkul_app with check (viewer_reaches(person_id, ARRAY['full'::text]));
policy reached_adds on app.custody_decisions permissive for insert to rangkul_app with check (viewer_reaches(person_id, ARRAY['full'::text, 'held'::text, 'team'::text]));
policy reached_adds on app.custody_fears permissive for insert to rangkul_app with check (viewer_reaches(person_id, ARRAY['full'::text, 'held'::text, 'team'::text]));
policy reached_adds on app.custody_intervals permissive for insert to rangkul_app with check (viewer_reaches(person_id));
policy reached_adds on app.custody_steps permissive for insert to rangkul_app with check (viewer_reaches(person_id, ARRAY['full'::text, 'held'::text, 'team'::text]));
policy reached_adds on app.enrolments permissive for insert to rangkul_app with check (((recorded_by = ( SELECT viewer_staff() AS viewer_staff)) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['supervisor'::text, 'social_worker'::text, 'custody_desk'::text])) AND viewer_reaches(person_id, ARRAY['full'::text, 'held'::text])));
policy reached_adds on app.handovers permissive for insert to rangkul_app with check (viewer_reaches(person_id, ARRAY['full'::text, 'held'::text, 'team'::text]));
policy reached_adds on app.person_ages permissive for insert to rangkul_app with check (viewer_reaches(person_id));
policy reached_adds on app.person_identities permissive for insert to rangkul_app with check (((changed_by = ( SELECT viewer_staff() AS viewer_staff)) AND viewer_reaches(person_id, NULL::text[], true)));
policy reached_adds on app.person_tokens permissive for insert to rangkul_app with check (viewer_reaches(person_id, NULL::text[], true));
policy reached_adds on app.sealed_fields permissive for insert to rangkul_app with check (viewer_reaches(person_id, ARRAY['full'::text]));
policy reached_adds on app.sealed_openings permissive for insert to rangkul_app with check (viewer_reaches(person_id, ARRAY['full'::text]));
policy reached_changes on app.assessment_factors permissive for update to rangkul_app using (viewer_reaches(person_id, ARRAY['full'::text]));
policy reached_changes on app.assessments permissive for update to rangkul_app using (viewer_reaches(person_id, ARRAY['full'::text]));
policy reached_changes on app.belongings permissive for update to rangkul_app using (viewer_reaches(person_id, ARRAY['full'::text, 'held'::text, 'team'::text]));
policy reached_changes on app.case_closures permissive for update to rangkul_app using (viewer_reaches(person_id, ARRAY['full'::text]));
policy reached_changes on app.case_notes permissive for update to rangkul_app using (viewer_reaches(person_id, ARRAY['full'::text]));
policy reached_changes on app.case_workers permissive for update to rangkul_app using (viewer_reaches(person_id, ARRAY['full'::text]));
policy reached_changes on app.custody_intervals permissive for update to rangkul_app using (viewer_reaches(person_id));
policy reached_changes on app.custody_steps permissive for update to rangkul_app using (viewer_reaches(person_id, ARRAY['full'::text, 'held'::text, 'team'::text]));
policy reached_changes on app.encounters permissive for update to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = encounters.city) AND (r.person_id = encounters.person_id) AND (r.person_id >= encounters.person_id) AND ((r.level = 'full'::text) OR (r.encounter_id = encounters.encounter_id))))));
policy reached_changes on app.enrolments permissive for update to rangkul_app using (viewer_reaches(person_id, ARRAY['full'::text, 'held'::text]));
policy reached_changes on app.handovers permissive for update to rangkul_app using (viewer_reaches(person_id, ARRAY['full'::text, 'held'::text, 'team'::text]));
policy reached_changes on app.person_identities permissive for update to rangkul_app using (viewer_reaches(person_id, NULL::text[], true)) with check (((changed_by = ( SELECT viewer_staff() AS viewer_staff)) AND viewer_reaches(person_id, NULL::text[], true)));
policy reached_changes on app.persons permissive for update to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = persons.city) AND (r.person_id = persons.person_id) AND (r.person_id >= persons.person_id)))));
policy reached_changes on app.sealed_fields permissive for update to rangkul_app using (viewer_reaches(person_id, ARRAY['full'::text]));
policy reached_changes on app.sealed_openings permissive for update to rangkul_app using (viewer_reaches(person_id, ARRAY['full'::text]));
policy reached_removes on app.person_tokens permissive for delete to rangkul_app using (viewer_reaches(person_id, NULL::text[], true));
policy receiver on app.referrals permissive for select to rangkul_app using (((to_agency = ( SELECT viewer_agency() AS viewer_agency)) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['partner_desk'::text, 'custody_desk'::text, 'social_worker'::text, 'supervisor'::text, 'area_desk'::text]))));
policy receiver_answers on app.referrals permissive for update to rangkul_app using (((to_agency = ( SELECT viewer_agency() AS viewer_agency)) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['partner_desk'::text, 'custody_desk'::text, 'social_worker'::text, 'supervisor'::text, 'area_desk'::text]))));
policy receiver_while_open on app.referral_contents permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM referrals f WHERE ((f.city = referral_contents.city) AND (f.referral_id = referral_contents.referral_id) AND (f.state = ANY (ARRAY['sent'::text, 'accepted'::text])) AND (f.to_agency = ( SELECT viewer_agency() AS viewer_agency)) AND (( SELECT viewer_role() AS viewer_role) <> 'coordinator'::text)))));
policy recorder_adds on app.encounter_points permissive for insert to rangkul_app with check (viewer_recorded(encounter_id));
policy recorder_adds on app.encounter_texts permissive for insert to rangkul_app with check (viewer_recorded(encounter_id));
policy recorder_adds on app.encounters permissive for insert to rangkul_app with check (((recorded_by = ( SELECT viewer_staff() AS viewer_staff)) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['field_officer'::text, 'custody_desk'::text, 'social_worker'::text, 'supervisor'::text])) AND viewer_reaches(person_id)));
policy recorder_adds on app.persons permissive for insert to rangkul_app with check (((recorded_by = ( SELECT viewer_staff() AS viewer_staff)) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['field_officer'::text, 'custody_desk'::text, 'social_worker'::text, 'supervisor'::text]))));
policy reported_events on app.encounters permissive for select to rangkul_app using ((from_report AND (( SELECT viewer_role() AS viewer_role) <> ALL (ARRAY['community_body'::text, 'administrator'::text]))));
policy reviewer on app.break_glass permissive for all to rangkul_app using (((staff_id <> ( SELECT viewer_staff() AS viewer_staff)) AND ((( SELECT viewer_role() AS viewer_role) = 'data_protection_officer'::text) OR ((( SELECT viewer_role() AS viewer_role) = 'supervisor'::text) AND (EXISTS ( SELECT 1 FROM staff f WHERE ((f.city = break_glass.city) AND (f.staff_id = break_glass.staff_id) AND (f.agency_code = ( SELECT viewer_agency() AS viewer_agency)))))))));
policy runners_change on app.operations permissive for update to rangkul_app using ((viewer_runs(operation_id) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['field_officer'::text, 'custody_desk'::text, 'supervisor'::text, 'social_worker'::text, 'coordinator'::text]))));
policy runners_delete on app.operation_agencies permissive for delete to rangkul_app using ((viewer_runs(operation_id) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['field_officer'::text, 'custody_desk'::text, 'supervisor'::text, 'social_worker'::text, 'coordinator'::text]))));
policy runners_delete on app.operation_legal_bases permissive for delete to rangkul_app using ((viewer_runs(operation_id) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['field_officer'::text, 'custody_desk'::text, 'supervisor'::text, 'social_worker'::text, 'coordinator'::text]))));
policy runners_delete on app.operation_reports permissive for delete to rangkul_app using ((viewer_runs(operation_id) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['field_officer'::text, 'custody_desk'::text, 'supervisor'::text, 'social_worker'::text, 'coordinator'::text]))));
policy runners_delete on app.operation_sites permissive for delete to rangkul_app using ((viewer_runs(operation_id) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['field_officer'::text, 'custody_desk'::text, 'supervisor'::text, 'social_worker'::text, 'coordinator'::text]))));
policy runners_delete on app.operation_team permissive for delete to rangkul_app using ((viewer_runs(operation_id) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['field_officer'::text, 'custody_desk'::text, 'supervisor'::text, 'social_worker'::text, 'coordinator'::text]))));
policy runners_insert on app.operation_agencies permissive for insert to rangkul_app with check ((viewer_runs(operation_id) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['field_officer'::text, 'custody_desk'::text, 'supervisor'::text, 'social_worker'::text, 'coordinator'::text]))));
policy runners_insert on app.operation_legal_bases permissive for insert to rangkul_app with check ((viewer_runs(operation_id) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['field_officer'::text, 'custody_desk'::text, 'supervisor'::text, 'social_worker'::text, 'coordinator'::text]))));
policy runners_insert on app.operation_reports permissive for insert to rangkul_app with check ((viewer_runs(operation_id) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['field_officer'::text, 'custody_desk'::text, 'supervisor'::text, 'social_worker'::text, 'coordinator'::text]))));
policy runners_insert on app.operation_sites permissive for insert to rangkul_app with check ((viewer_runs(operation_id) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['field_officer'::text, 'custody_desk'::text, 'supervisor'::text, 'social_worker'::text, 'coordinator'::text]))));
policy runners_insert on app.operation_team permissive for insert to rangkul_app with check ((viewer_runs(operation_id) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['field_officer'::text, 'custody_desk'::text, 'supervisor'::text, 'social_worker'::text, 'coordinator'::text]))));
policy runners_update on app.operation_agencies permissive for update to rangkul_app using ((viewer_runs(operation_id) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['field_officer'::text, 'custody_desk'::text, 'supervisor'::text, 'social_worker'::text, 'coordinator'::text]))));
policy runners_update on app.operation_legal_bases permissive for update to rangkul_app using ((viewer_runs(operation_id) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['field_officer'::text, 'custody_desk'::text, 'supervisor'::text, 'social_worker'::text, 'coordinator'::text]))));
policy runners_update on app.operation_reports permissive for update to rangkul_app using ((viewer_runs(operation_id) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['field_officer'::text, 'custody_desk'::text, 'supervisor'::text, 'social_worker'::text, 'coordinator'::text]))));
policy runners_update on app.operation_sites permissive for update to rangkul_app using ((viewer_runs(operation_id) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['field_officer'::text, 'custody_desk'::text, 'supervisor'::text, 'social_worker'::text, 'coordinator'::text]))));
policy runners_update on app.operation_team permissive for update to rangkul_app using ((viewer_runs(operation_id) AND (( SELECT viewer_role() AS viewer_role) = ANY (ARRAY['field_officer'::text, 'custody_desk'::text, 'supervisor'::text, 'social_worker'::text, 'coordinator'::text]))));
policy service on app.action_escalations permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.action_supporters permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.action_updates permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.actions permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.aftercare_visits permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.agencies permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.agenda_items permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.area_shapes permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.assessment_factors permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.assessments permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.attendance_for permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.attendances permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.audit_rows permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.audit_seals permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.backups permissive for all to rangkul_jobs using ((SESSION_USER = 'rangkul_jobs'::name));
policy service on app.belongings permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.break_glass permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.care_cells permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.care_facts permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.carried_actions permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.case_closures permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.case_notes permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.case_stages permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.case_workers permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.cases permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.cities permissive for all to rangkul_jobs using ((SESSION_USER = 'rangkul_jobs'::name));
policy service on app.codes permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.command_log permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.companion_forms permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.companion_runs permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.companions_to_renew permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.complaints permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.contact_alerts permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.custody_decisions permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.custody_fears permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.custody_intervals permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.custody_steps permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.decisions permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.delivered_notices permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.deliveries permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.duties permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.duty_phones permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.encounter_points permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.encounter_texts permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.encounters permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.enrolments permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.erasure_requests permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.erasures permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.exports permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.figure_deltas permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.file_chunks permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.files permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.handovers permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.history permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.holidays permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.invitations permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.legal_bases permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.legal_holds permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.letter_counters permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.letters permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.match_looks permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.match_reviews permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.match_shares permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.meeting_cases permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.meeting_legal_bases permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.meeting_minutes permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.meeting_speakers permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.meetings permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.met_cells permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.met_facts permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.notice_settings permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.notices permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.operation_agencies permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.operation_legal_bases permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.operation_reports permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.operation_sites permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.operation_team permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.operations permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.person_ages permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.person_counts permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.person_identities permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.person_merges permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.person_signatures permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.person_token_counts permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.person_tokens permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.persons permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.plan_lines permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.programme_areas permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.programme_outcomes permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.programme_partners permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.programme_sessions permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.programmes permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.push_subscriptions permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.reach permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.referral_answers permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.referral_contents permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.referral_pauses permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.referrals permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.retention_runs permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.sealed_fields permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.sealed_openings permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.session_attendance permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.setting_terms permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.settings permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.staff permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy service on app.upload_parts permissive for all to rangkul_jobs using ((( SELECT viewer_role() AS viewer_role) ~~ 'service%'::text));
policy staff_reads on app.agencies permissive for select to rangkul_app using ((( SELECT viewer_staff() AS viewer_staff) IS NOT NULL));
policy staff_reads on app.area_shapes permissive for select to rangkul_app using ((( SELECT viewer_staff() AS viewer_staff) IS NOT NULL));
policy staff_reads on app.codes permissive for select to rangkul_app using ((( SELECT viewer_staff() AS viewer_staff) IS NOT NULL));
policy staff_reads on app.duties permissive for select to rangkul_app using ((( SELECT viewer_staff() AS viewer_staff) IS NOT NULL));
policy staff_reads on app.duty_phones permissive for select to rangkul_app using ((( SELECT viewer_staff() AS viewer_staff) IS NOT NULL));
policy staff_reads on app.holidays permissive for select to rangkul_app using ((( SELECT viewer_staff() AS viewer_staff) IS NOT NULL));
policy staff_reads on app.legal_bases permissive for select to rangkul_app using ((( SELECT viewer_staff() AS viewer_staff) IS NOT NULL));
policy staff_reads on app.match_shares permissive for select to rangkul_app using ((( SELECT viewer_staff() AS viewer_staff) IS NOT NULL));
policy staff_reads on app.person_token_counts permissive for select to rangkul_app using ((( SELECT viewer_staff() AS viewer_staff) IS NOT NULL));
policy staff_reads on app.programme_areas permissive for select to rangkul_app using ((( SELECT viewer_staff() AS viewer_staff) IS NOT NULL));
policy staff_reads on app.programme_partners permissive for select to rangkul_app using ((( SELECT viewer_staff() AS viewer_staff) IS NOT NULL));
policy staff_reads on app.programme_sessions permissive for select to rangkul_app using ((( SELECT viewer_staff() AS viewer_staff) IS NOT NULL));
policy staff_reads on app.programmes permissive for select to rangkul_app using ((( SELECT viewer_staff() AS viewer_staff) IS NOT NULL));
policy staff_reads on app.setting_terms permissive for select to rangkul_app using ((( SELECT viewer_staff() AS viewer_staff) IS NOT NULL));
policy staff_reads on app.settings permissive for select to rangkul_app using ((( SELECT viewer_staff() AS viewer_staff) IS NOT NULL));
policy staff_reads on app.staff permissive for select to rangkul_app using ((( SELECT viewer_staff() AS viewer_staff) IS NOT NULL));
policy supervisor_answers on app.match_reviews permissive for all to rangkul_app using ((( SELECT viewer_role() AS viewer_role) = 'supervisor'::text));
policy supervisor_decides on app.erasure_requests permissive for update to rangkul_app using (((( SELECT viewer_role() AS viewer_role) = 'supervisor'::text) AND (deciding_agency = ( SELECT viewer_agency() AS viewer_agency)) AND (state = 'waiting'::text))) with check (((decided_by = ( SELECT viewer_staff() AS viewer_staff)) AND (state = ANY (ARRAY['approved'::text, 'refused'::text]))));
policy supervisor_reads on app.contact_alerts permissive for all to rangkul_app using (((( SELECT viewer_role() AS viewer_role) = 'supervisor'::text) AND (EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = contact_alerts.city) AND (r.source = 'case'::text) AND (r.source_id = contact_alerts.case_id) AND (r.source_id >= contact_alerts.case_id))))));
policy supervisor_reads on app.erasure_requests permissive for select to rangkul_app using (((( SELECT viewer_role() AS viewer_role) = 'supervisor'::text) AND (deciding_agency = ( SELECT viewer_agency() AS viewer_agency))));
policy team on app.aftercare_visits permissive for all to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = aftercare_visits.city) AND (r.person_id = aftercare_visits.person_id) AND (r.person_id >= aftercare_visits.person_id) AND (r.level = 'full'::text)))));
policy team on app.plan_lines permissive for all to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = plan_lines.city) AND (r.person_id = plan_lines.person_id) AND (r.person_id >= plan_lines.person_id) AND (r.level = 'full'::text)))));
policy team on app.referral_contents permissive for all to rangkul_app using ((EXISTS ( SELECT 1 FROM (referrals f JOIN reach r ON (((r.city = f.city) AND (r.person_id = f.person_id) AND (r.level = 'full'::text)))) WHERE ((f.city = referral_contents.city) AND (f.referral_id = referral_contents.referral_id)))));
policy team on app.referrals permissive for all to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = referrals.city) AND (r.person_id = referrals.person_id) AND (r.person_id >= referrals.person_id) AND (r.level = 'full'::text)))));
policy team_changes on app.cases permissive for update to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = cases.city) AND (r.person_id = cases.person_id) AND (r.person_id >= cases.person_id) AND (r.level = 'full'::text)))));
policy team_is_told on app.break_glass permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = break_glass.city) AND (r.person_id = break_glass.person_id) AND (r.person_id >= break_glass.person_id) AND (r.level = 'full'::text)))));
policy team_only on app.encounter_points permissive for select to rangkul_app using (((operation_id IS NOT NULL) AND (EXISTS ( SELECT 1 FROM operation_team t WHERE ((t.city = encounter_points.city) AND (t.operation_id = encounter_points.operation_id) AND (t.staff_id = ( SELECT viewer_staff() AS viewer_staff)) AND (t.ended_at IS NULL))))));
policy team_reads_case on app.history permissive for select to rangkul_app using (((table_name = ANY (ARRAY['cases'::text, 'plan_lines'::text])) AND (EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = history.city) AND (r.person_id = ((history.was ->> 'person_id'::text))::uuid) AND (r.level = 'full'::text))))));
policy team_reads_who_looked on app.audit_rows permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM reach r WHERE ((r.city = audit_rows.city) AND (r.person_id = ANY (audit_rows.persons)) AND (r.level = 'full'::text)))));
policy while_running on app.encounter_points permissive for select to rangkul_app using ((EXISTS ( SELECT 1 FROM ((encounters e JOIN reach r ON (((r.city = e.city) AND (r.person_id = e.person_id) AND (r.level = ANY (ARRAY['team'::text, 'held'::text, 'full'::text]))))) LEFT JOIN operations o ON (((o.city = e.city) AND (o.operation_id = e.operation_id)))) WHERE ((e.city = encounter_points.city) AND (e.encounter_id = encounter_points.encounter_id) AND ((o.state = 'under_way'::text) OR ((e.operation_id IS NULL) AND (e.recorded_by = ( SELECT viewer_staff() AS viewer_staff))))))));
policy with_enrolment on app.session_attendance permissive for all to rangkul_app using ((EXISTS ( SELECT 1 FROM enrolments e WHERE ((e.city = session_attendance.city) AND (e.enrolment_id = session_attendance.enrolment_id)))));
policy with_referral on app.referral_answers permissive for all to rangkul_app using (((( SELECT viewer_role() AS viewer_role) <> 'coordinator'::text) AND (EXISTS ( SELECT 1 FROM referrals f WHERE ((f.city = referral_answers.city) AND (f.referral_id = referral_answers.referral_id) AND (f.referral_id >= referral_answers.referral_id))))));
policy with_referral on app.referral_pauses permissive for all to rangkul_app using (((( SELECT viewer_role() AS viewer_role) <> 'coordinator'::text) AND (EXISTS ( SELECT 1 FROM referrals f WHERE ((f.city = referral_pauses.city) AND (f.referral_id = referral_pauses.referral_id) AND (f.referral_id >= referral_pauses.referral_id))))));
policy with_standing on app.meeting_cases permissive for select to rangkul_app using (((meeting_id = ANY (( SELECT viewer_meetings() AS viewer_meetings)::uuid[])) AND (EXISTS ( SELECT 1 FROM cases c WHERE ((c.city = meeting_cases.city) AND (c.case_id = meeting_cases.case_id))))));

CREATE CONSTRAINT TRIGGER operation_closes_accounted AFTER UPDATE ON app.operations NOT DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (((new.state = 'closed'::text) AND (old.state IS DISTINCT FROM new.state))) EXECUTE FUNCTION sec.refuse_unaccounted();
CREATE TRIGGER aftercare_due_moves AFTER INSERT OR DELETE OR UPDATE OF done_at, due_on ON app.aftercare_visits FOR EACH ROW EXECUTE FUNCTION sec.due_of_step();
CREATE TRIGGER aftercare_figures AFTER DELETE OR UPDATE OF done_at, still_there ON app.aftercare_visits FOR EACH ROW EXECUTE FUNCTION sec.touch_figures();
CREATE TRIGGER aftercare_figures_added AFTER INSERT ON app.aftercare_visits FOR EACH ROW WHEN ((new.done_at IS NOT NULL)) EXECUTE FUNCTION sec.touch_figures();
CREATE TRIGGER aftercare_reach AFTER INSERT OR UPDATE ON app.aftercare_visits FOR EACH ROW EXECUTE FUNCTION sec.reach_of_task('aftercare', 'visit_id');
CREATE TRIGGER aftercare_reach_ends AFTER DELETE ON app.aftercare_visits FOR EACH ROW EXECUTE FUNCTION sec.reach_of_dropped_visit();
CREATE TRIGGER answer_kept BEFORE DELETE OR UPDATE ON app.custody_fears FOR EACH ROW EXECUTE FUNCTION sec.keep_answer();
CREATE TRIGGER assessment_figures AFTER INSERT OR DELETE ON app.assessments FOR EACH ROW EXECUTE FUNCTION sec.touch_figures();
CREATE TRIGGER break_glass_reach AFTER INSERT ON app.break_glass FOR EACH ROW EXECUTE FUNCTION sec.reach_of_break_glass();
CREATE TRIGGER case_due BEFORE INSERT OR UPDATE OF state, assess_by, assessed_at, reassess_by ON app.cases FOR EACH ROW EXECUTE FUNCTION sec.due_of_case();
CREATE TRIGGER case_figures AFTER INSERT OR DELETE OR UPDATE OF opened_at, closed_at, state, assess_by, assessed_at ON app.cases FOR EACH ROW EXECUTE FUNCTION sec.touch_figures();
CREATE TRIGGER case_reach AFTER INSERT OR UPDATE OF person_id, worker_id, agency_code, state ON app.cases FOR EACH ROW EXECUTE FUNCTION sec.reach_of_case();
CREATE TRIGGER case_worker_reach AFTER INSERT OR UPDATE ON app.case_workers FOR EACH ROW EXECUTE FUNCTION sec.reach_of_case_worker();
CREATE TRIGGER cases_history AFTER UPDATE ON app.cases FOR EACH ROW WHEN ((old.version <> new.version)) EXECUTE FUNCTION sec.keep_history('case_id');
CREATE TRIGGER cases_history_end AFTER DELETE ON app.cases FOR EACH ROW EXECUTE FUNCTION sec.keep_history('case_id');
CREATE TRIGGER cases_stage AFTER UPDATE OF stage ON app.cases FOR EACH ROW WHEN (((old.stage IS DISTINCT FROM new.stage) AND (new.state = 'open'::text))) EXECUTE FUNCTION sec.keep_stage();
CREATE TRIGGER city_keeps_kind BEFORE UPDATE ON app.cities FOR EACH ROW EXECUTE FUNCTION sec.keep_kind_of_city();
CREATE TRIGGER closure_figures AFTER INSERT OR DELETE OR UPDATE ON app.case_closures FOR EACH ROW EXECUTE FUNCTION sec.touch_figures();
CREATE TRIGGER codes_history AFTER DELETE OR UPDATE ON app.codes FOR EACH ROW EXECUTE FUNCTION sec.keep_history('code');
CREATE TRIGGER companions_follow_merge AFTER INSERT OR DELETE ON app.person_merges FOR EACH ROW EXECUTE FUNCTION sec.companions_of_joined();
CREATE TRIGGER custody_figures AFTER INSERT OR DELETE OR UPDATE OF started_at, ended_at, custodian_kind, end_kind, disputed ON app.custody_intervals FOR EACH ROW EXECUTE FUNCTION sec.touch_figures();
CREATE TRIGGER custody_history AFTER DELETE OR UPDATE ON app.custody_intervals FOR EACH ROW EXECUTE FUNCTION sec.keep_history('custody_id');
CREATE TRIGGER custody_reach AFTER INSERT OR UPDATE ON app.custody_intervals FOR EACH ROW EXECUTE FUNCTION sec.reach_of_custody();
CREATE TRIGGER desk_changes BEFORE UPDATE OF agency_code, role, area_code, state ON app.staff FOR EACH ROW WHEN (((((new.agency_code IS DISTINCT FROM old.agency_code) OR (new.role IS DISTINCT FROM old.role)) OR (new.area_code IS DISTINCT FROM old.area_code)) OR ((new.state = 'ended'::text) AND (old.state <> 'ended'::text)))) EXECUTE FUNCTION sec.mark_desk();
CREATE TRIGGER desk_left AFTER UPDATE OF agency_code, role, area_code, state ON app.staff FOR EACH ROW WHEN (((((new.agency_code IS DISTINCT FROM old.agency_code) OR (new.role IS DISTINCT FROM old.role)) OR (new.area_code IS DISTINCT FROM old.area_code)) OR ((new.state = 'ended'::text) AND (old.state <> 'ended'::text)))) EXECUTE FUNCTION sec.end_standings();
CREATE TRIGGER duties_history AFTER DELETE OR UPDATE ON app.duties FOR EACH ROW EXECUTE FUNCTION sec.keep_history('duty_id');
CREATE TRIGGER encounter_added AFTER INSERT OR DELETE ON app.encounters FOR EACH ROW EXECUTE FUNCTION sec.touch_figures();
CREATE TRIGGER encounter_alerts_last_worker AFTER INSERT ON app.encounters FOR EACH ROW EXECUTE FUNCTION sec.alert_last_worker();
CREATE TRIGGER encounter_changed AFTER UPDATE OF person_id, occurred_at, approach, activity, area_code, age_class ON app.encounters FOR EACH ROW EXECUTE FUNCTION sec.touch_figures();
CREATE TRIGGER encounter_reach AFTER INSERT ON app.encounters FOR EACH ROW EXECUTE FUNCTION sec.reach_of_encounter();
CREATE TRIGGER encounters_history AFTER DELETE OR UPDATE ON app.encounters FOR EACH ROW EXECUTE FUNCTION sec.keep_history('encounter_id');
CREATE TRIGGER factor_figures AFTER INSERT OR DELETE ON app.assessment_factors FOR EACH ROW EXECUTE FUNCTION sec.touch_figures();
CREATE TRIGGER group_figures AFTER UPDATE ON app.codes FOR EACH ROW WHEN ((new.list = 'activity_group_of'::text)) EXECUTE FUNCTION sec.touch_rule();
CREATE TRIGGER legal_bases_history AFTER DELETE OR UPDATE ON app.legal_bases FOR EACH ROW EXECUTE FUNCTION sec.keep_history('legal_basis_id');
CREATE TRIGGER merge_alerts_last_worker AFTER INSERT ON app.person_merges FOR EACH ROW EXECUTE FUNCTION sec.alert_after_merge();
CREATE TRIGGER merge_figures AFTER INSERT OR DELETE ON app.person_merges FOR EACH ROW EXECUTE FUNCTION sec.touch_merged();
CREATE TRIGGER merge_reach AFTER INSERT OR DELETE ON app.person_merges FOR EACH ROW EXECUTE FUNCTION sec.reach_of_merge();
CREATE TRIGGER operation_reach AFTER UPDATE ON app.operations FOR EACH ROW EXECUTE FUNCTION sec.reach_of_operation();
CREATE TRIGGER operations_history AFTER DELETE OR UPDATE ON app.operations FOR EACH ROW EXECUTE FUNCTION sec.keep_history('operation_id');
CREATE TRIGGER person_facts_signed AFTER UPDATE OF sex, birth_from, birth_to ON app.persons FOR EACH ROW WHEN ((((old.sex IS DISTINCT FROM new.sex) OR (old.birth_from IS DISTINCT FROM new.birth_from)) OR (old.birth_to IS DISTINCT FROM new.birth_to))) EXECUTE FUNCTION sec.give_person_facts();
CREATE TRIGGER person_identities_history AFTER UPDATE ON app.person_identities FOR EACH ROW EXECUTE FUNCTION sec.keep_history('person_id');
CREATE TRIGGER person_merges_history AFTER DELETE ON app.person_merges FOR EACH ROW EXECUTE FUNCTION sec.keep_history('person_id');
CREATE TRIGGER person_reach AFTER INSERT ON app.persons FOR EACH ROW EXECUTE FUNCTION sec.reach_of_person();
CREATE TRIGGER person_signature_facts BEFORE INSERT ON app.person_signatures FOR EACH ROW EXECUTE FUNCTION sec.take_person_facts();
CREATE TRIGGER persons_history AFTER DELETE OR UPDATE OF initials, named, sex, birth_from, birth_to, origin_area, residence_area ON app.persons FOR EACH ROW EXECUTE FUNCTION sec.keep_history('person_id');
CREATE TRIGGER plan_line_due AFTER INSERT OR UPDATE OF state, due_on ON app.plan_lines FOR EACH ROW EXECUTE FUNCTION sec.due_of_step();
CREATE TRIGGER plan_line_reach AFTER INSERT OR UPDATE ON app.plan_lines FOR EACH ROW EXECUTE FUNCTION sec.reach_of_task('plan_line', 'plan_line_id');
CREATE TRIGGER plan_lines_history AFTER DELETE OR UPDATE ON app.plan_lines FOR EACH ROW EXECUTE FUNCTION sec.keep_history('plan_line_id');
CREATE TRIGGER programmes_history AFTER DELETE OR UPDATE ON app.programmes FOR EACH ROW EXECUTE FUNCTION sec.keep_history('programme_id');
CREATE TRIGGER reach_spreads AFTER INSERT ON app.reach FOR EACH ROW WHEN (((new.source !~~ 'via %'::text) AND (new.source <> 'recorded'::text))) EXECUTE FUNCTION sec.reach_follows_merge();
CREATE TRIGGER reach_withdraws AFTER DELETE ON app.reach FOR EACH ROW WHEN ((old.source !~~ 'via %'::text)) EXECUTE FUNCTION sec.reach_follows_merge();
CREATE TRIGGER referral_closed_stays BEFORE UPDATE ON app.referrals FOR EACH ROW EXECUTE FUNCTION sec.referral_stays_closed();
CREATE TRIGGER referral_figures AFTER INSERT OR DELETE OR UPDATE OF to_agency, due_at, state, first_answered_at ON app.referrals FOR EACH ROW EXECUTE FUNCTION sec.touch_figures();
CREATE TRIGGER referral_number BEFORE INSERT ON app.referrals FOR EACH ROW EXECUTE FUNCTION sec.number_referral();
CREATE TRIGGER referral_reach AFTER INSERT OR UPDATE ON app.referrals FOR EACH ROW EXECUTE FUNCTION sec.reach_of_referral();
CREATE TRIGGER referrals_history AFTER DELETE OR UPDATE ON app.referrals FOR EACH ROW EXECUTE FUNCTION sec.keep_history('referral_id');
CREATE TRIGGER repeat_figures AFTER UPDATE ON app.settings FOR EACH ROW WHEN (((new.key = 'recentRepeatMonths'::text) AND (new.value IS DISTINCT FROM old.value))) EXECUTE FUNCTION sec.touch_rule();
CREATE TRIGGER review_reach AFTER INSERT OR UPDATE ON app.match_reviews FOR EACH ROW EXECUTE FUNCTION sec.reach_of_review();
CREATE TRIGGER settings_history AFTER DELETE OR UPDATE ON app.settings FOR EACH ROW EXECUTE FUNCTION sec.keep_history('key');
CREATE TRIGGER staff_history AFTER DELETE OR UPDATE ON app.staff FOR EACH ROW EXECUTE FUNCTION sec.keep_history('staff_id');

function add_tokens(uuid,bigint[],bigint[],smallint,integer[]) security definer c52316a8c217c358a38dd5992e66ba3a;
function advance_key_slots(bigint) security definer c459c3d7f57f34fd3a4c797d8c6af832;
function age_words(uuid) security definer a92b8c3e7dff9e5543a3bc33e610d4c7;
function answer_alerts_of(uuid,timestamp with time zone,text) security definer 2e50b5fc3e2a83059e7265e7a3f739e7;
function answer_by_link(bytea,jsonb,timestamp with time zone) security definer c2c105d6e2cc7573d767a6ba5d10cf14;
function answer_own_invitation(uuid,jsonb,timestamp with time zone) security definer e208f168cfb03e73188507d8ebbcb47d;
function audit_horizon() security definer 5c9f827147e730a30d27d63a0f858986;
function audit_root(xid8,xid8,bytea) 3dadb74f42cba697e6cf9f86e2bd50e8;
function audit_row_hash(audit_rows) 5fd44969ba867429938afc50a50174ce;
function behind_case_number(text) security definer 92f7fe593e193fb301d0b7b4d302d8a3;
function care_pending() security definer cf7c8ba29cb4931ef4c7ae109765be71;
function case_number_of(uuid) security definer a1bdddbc2530acb7c1aaa77a448204c4;
function cases_to_seal(timestamp with time zone) security definer 0bc427c122c7fa6d56f08e308dcd488f;
function check_code(text,text,date) cf06951d56dd688623c6bc246e6f854d;
function check_in_by_link(bytea,uuid,jsonb,timestamp with time zone) security definer 15e47d666244fb9b3a00997c66b3cd2b;
function children_met_by_district(date,date) security definer 2d2a70231f64c9a0703450f6b60fd609;
function city() security definer c01ccb09c9c6473802e330c65e121199;
function city_day() 075a214f43f8c113f8668aa895247a5f;
function closed_case_of(uuid) security definer 66fa90485499a14d8cf0ad9c9d007316;
function code_states() security definer cbc9197de76fa08bcadae500ab651580;
function companions_changed(timestamp with time zone) security definer cd3c3840918120ade074b09a05f78fef;
function companions_of(uuid[]) security definer d84e8c24f3b3755ded0f21822d22afe8;
function count_match_shares() security definer 9a6353553b9d49e46966c64f634e171b;
function custody_urgency(uuid) security definer 3d689d9228de4ab795a8d6dac10ba92f;
function duty_changes(bigint) security definer 76909c70c3cd91e03ac03ab39b24fb1d;
function end_sessions(uuid) security definer db1170aae90f209b931b5af44dce77ae;
function enter(text,uuid) security definer fc2c140c380fe846883bec3dde2ecbb6;
function erase_identity(uuid,text,timestamp with time zone) security definer 32c95d8987fc10032855883d6f2d4d2e;
function erasure_agency(uuid) security definer 4b6ff11b7efc8c3e3662c2390d9af147;
function erasure_obstacle(uuid) security definer c0149a88af74b3e3eb828a1c2fd6bdda;
function erasures_approved() security definer e1fc2fc76e9cf666bcbf327258356d36;
function figures_begin() security definer bb6da85d9f96d6bbd5450e59399ef3e4;
function figures_pending() security definer 02c4b3a526bc45159c8e5a057c0cea5d;
function fold_before_read() 88c049a48d0efb6b9218acec3239c3bc;
function fold_figures(integer) security definer 7ed2bb8d3d6312e0990989574d3e7cce;
function forget_outcomes(timestamp with time zone,uuid[]) security definer 9e36dbbcf1b54a7bf3b9611c625f8da1;
function hand_on_work(uuid,uuid) security definer be4091b9c447293fd3bbd4e79233cc2b;
function held_without_case() security definer 6400db6db7ffec807ba200a771f7da1c;
function identities_reached(text,uuid,uuid[],text,text) ac70e81616fa97bc341f7bf791bf9898;
function identity_slots() security definer 623729f324d33205bef3f35015dd73f9;
function invitation_by_link(bytea) security definer 97491797c01cfe2c0cdc226f8827b403;
function is_enforcement(uuid) 73d46aef02228d8b307e250778a06a2f;
function is_held(uuid) security definer 0814d989c3bbc4223aa31c5292567139;
function issue_code(uuid,bytea,text,integer) security definer df613fb01e1ed5e42433e65cc05fb9c9;
function join_records(uuid,uuid,text) security definer f0e7b82f5b0a147c47db1651be2fdc4e;
function keep_audit(jsonb) security definer 909a939d05aa3353f4443928dfdb2cba;
function keep_command(jsonb,uuid,text,bytea,jsonb,timestamp with time zone) security definer 3afb703128aadc0bf1aa64d084c062f4;
function kept_papers() security definer 3ded6e40b2a2574d71e349a802e83605;
function leave(text) security definer 83d3a8171c9e9be444950f35d0013d08;
function local_date(timestamp with time zone) d751d7345e3f0403344fba14e1358ad1;
function match_candidates(bigint[],integer[],integer[],text,date,date) security definer 1b664fe38ba2a7f4803f0fe78ff2413b;
function match_pairs(uuid[]) security definer d4fd4b8b5d23036b7e9bfa30f6e4cf71;
function match_register(integer[]) security definer 3cd0218fdd35dd83152e24b3bf31085f;
function median_hold(timestamp with time zone) security definer 2b101a77c2bdbb49cde96e17d42c95fc;
function met_in_enforcement(uuid) security definer de5991016af798f558c7d78b1f9a0218;
function met_pending() security definer c732a14938924159e29410f697e41f6c;
function my_codes() security definer 7cd4d02591db0e6591ab861b9cfe4012;
function new_epoch() security definer 899019041798ce691bd093ef94987b38;
function next_case_number(timestamp with time zone) security definer 269db387213a6dba86dbfdb35c761f9a;
function not_yet_due(date,date) security definer d1f206dea762924cabe3b2796b53201f;
function notify(text,text,uuid,text,date,integer,text[],timestamp with time zone) security definer ab5660379a7f2de52ce061cdc30889af;
function oldest_unsealed() security definer 69015c0631808144551361efe5101e1c;
function open_case_of(uuid) security definer a9602cb2a1c1a8db11aec64561abd181;
function open_work(uuid) security definer a5b4a4e6bfe076227e6d0e95598c804e;
function operation_counts(uuid[]) security definer 94083fffb3f28c2ca46f4beea52e2e6c;
function outcomes_due(timestamp with time zone) security definer 14a7b860a06323999105049721da23dc;
function outcomes_of(uuid) security definer 4d264ca02e2ac368c86b264a43907a1c;
function own_ended_custody(uuid) security definer 7e52007b2fb644dc246d4ce5faa2c600;
function own_handover_facts(uuid) security definer b52a88abe7d288b0787a123917a6d595;
function own_handover_paper(uuid) security definer 39badb63650119f7371d4bb730efadf4;
function own_recent_handover(uuid) security definer b908cc8571e7bc17300d7d3d05a1e86c;
function own_recent_handovers() security definer 26ed1d3a4027fcf50b7c73e9de039215;
function part_custody(uuid,uuid) security definer b83ad6d66f32934a85af1d18d06d0186;
function part_records(uuid,uuid) security definer 6fc7a14740a306b667ac5cf12fdb98c0;
function person_to_hold(text) security definer f644210e1c39ed59e5b90cf4f1a95065;
function programme_counts(uuid[]) security definer cd1e685ee4343666b3e0cef0c0d96ef7;
function record_encounter(jsonb) security definer 49b35a507524ca79e32d376e7b8693a8;
function renew_companions(uuid[],jsonb) security definer d5c2d2fcb0617e0cc5c9a1737af63e25;
function retention_due(timestamp with time zone) security definer 5c960260b41e1c4355870bbffd8eeb43;
function retention_months(text,timestamp with time zone) security definer da83fe15dec72b523a2548256c511cc6;
function risk_reason_of(uuid) security definer 1de13f3535f2053906ba37580e98eee3;
function seal_audit() 8690afaab02343b695a12d571d830648;
function search_persons(bigint[],integer[],integer) f1b811ce4d614b28d36442fdb1a3b5a8;
function sec.alert_after_merge() security definer 829eac72a132e5ae792fe2471c987dd3;
function sec.alert_last_worker() security definer 1bfdb75f409ca64c81256f1ea42eb51c;
function sec.answer_invitation(invitations,jsonb,timestamp with time zone) e1b38043b833ea283412b6ce9416e728;
function sec.care_change(text,uuid[]) security definer 9b62bf85d362172e9a19e21b928dcba4;
function sec.care_fresh(text,uuid[]) security definer 0f91cb87857c9c2713787643c740948b;
function sec.cells_of(text,text,text,text,text) e187676bf10d85940de651bc2fde12c3;
function sec.change_tries(jsonb,timestamp with time zone,integer) security definer 1bf0f787bc20db5c5bdbd396d8150ecb;
function sec.code_fits(text,text,bytea) security definer 8deba6f2ec1d485d01182063e7269166;
function sec.companions_of_joined() security definer 13ef649aa61275f8c03d31fb7be23286;
function sec.due_of_case() security definer 6b25f00410d80762e6a7d10f95dfa947;
function sec.due_of_step() security definer 8966c8f544b5d331106da63297ce88fa;
function sec.encounter_of_custody(text,uuid,uuid,timestamp with time zone) security definer 6442dbc021352ada2f7ce3400ad0b1d0;
function sec.end_all_sessions() security definer 16c0fd97e27f325ac1c4a70333f09005;
function sec.end_sessions_of(text,uuid) security definer c8dd2a0430730d66037478bfbb942954;
function sec.end_standings() security definer a5cb024fe461828f915436064d624fb9;
function sec.first_due(cases) security definer 58019f8b42ad1ebb235ff65beff6809c;
function sec.forget_attempts(timestamp with time zone) security definer c2345fade8e8ec3fc3795d069b2ccac9;
function sec.forget_companions(text,uuid[],uuid[]) security definer df32815c43aac157319707bf06754e9a;
function sec.forget_ended_sessions(timestamp with time zone) security definer ec5c747680b2ebcae1780a6fd6a4bf79;
function sec.give_back_try(jsonb,timestamp with time zone) security definer b973e853f1bf797c4a14979f558cafb0;
function sec.give_person_facts() security definer 6a16140c2639c7883b674ca2cf347163;
function sec.give_reach(text,uuid,text,uuid,text,boolean,uuid,uuid,text,text,timestamp with time zone,uuid) security definer d9ba7ba41485ed33c89c4812e70add50;
function sec.head_of(text,uuid) security definer 20349c71ce6ac87f82781fec7adefa1f;
function sec.heads_of(text,uuid[]) security definer 268f747c4d02635341471205053d7f8f;
function sec.is_known_device(text,text,text) security definer be667227bf9c66cf0fefa18f6201116f;
function sec.keep_answer() 1d73c0d5e2fe82c23ffe35e7d4e4ee22;
function sec.keep_history() security definer be135efae8d92994b361c0c2bfd147b4;
function sec.keep_kind_of_city() ba5cbad495f1ba34e7740d15c9c0b805;
function sec.keep_stage() security definer a21088b24cbb931af724c2a28c6338b1;
function sec.lock_meeting_table(regclass) cfbee2a9b6d72238f1fe468205817b7f;
function sec.lock_table(regclass) 0b0c35446c69644e747e03ee1403a13b;
function sec.mark_desk() security definer 2a05384c9a608df3ea19601e6496bdfb;
function sec.members_of(text,uuid[]) security definer 924b23d8ed8730195d4b9b2fd207cc0d;
function sec.met_change(text,uuid[]) security definer aa78dc7e593744584350e8c20d08f48f;
function sec.met_fresh(text,uuid[]) security definer 497bc767d886a815d820eacd93296988;
function sec.met_with(uuid[]) 68fe82c73570025d3bfcdf6a11bdeb1c;
function sec.next_number(text,text,timestamp with time zone) security definer ccc2011eeb15e4a9022c16c4144130c3;
function sec.number_referral() security definer b6ca11867de6f0cb0189f68ec49441bb;
function sec.open_service_session(text,text,bytea,integer) security definer 019262ba34b783f41525be793c5c8318;
function sec.open_session(text,uuid,bytea,integer,integer,text) security definer bd869a314dfee4c1544ed9e0d910d9e6;
function sec.outcomes_past(timestamp with time zone) d2aff75c6191d7ea6a9bb01a8c8a452e;
function sec.reach_follows_merge() security definer b6c0ab05606c4ba01ebd5042da03eb4b;
function sec.reach_of_break_glass() security definer 95d4ec591e59d13b7a23e39997915ed1;
function sec.reach_of_case() security definer b07991cab9ff184991bb07fa4fef8542;
function sec.reach_of_case_worker() security definer a59b0190ee1be6796843488e19b3fb9d;
function sec.reach_of_custody() security definer 9f243c872915490e6eaa6e2d00f045ad;
function sec.reach_of_dropped_visit() security definer e9161e0498a33d38e15af0eaf9ce7764;
function sec.reach_of_encounter() security definer 1a633ae2cc3664a821bbdadb28cc9c72;
function sec.reach_of_merge() security definer 747414e70020897141a5520d260a1d90;
function sec.reach_of_operation() security definer 494f058d649beacd2e82d763e19555c4;
function sec.reach_of_person() security definer 35bd9c2a8cd931da187300cd42bd06d6;
function sec.reach_of_referral() security definer b0e3a2e8a9d85593a45d78e7ca976ad1;
function sec.reach_of_review() security definer 57f18b1a9fe17d738950b388dd98f751;
function sec.reach_of_task() security definer 5765c5404cfc85a3112fbe497fa42529;
function sec.records_of(text,uuid) security definer 0a9c5f1c439d20300dca5c516e8e0066;
function sec.referral_stays_closed() 0e145026b508355cd68bc0ae01908921;
function sec.refuse_unaccounted() security definer 9dda6c79f651ad316c9b56f540346cce;
function sec.repeat_after(text) security definer 5a3afeaa85edabb2ae1f71bebd856725;
function sec.require_administrator(uuid) security definer 01048f2be51c7095a06151619df04571;
function sec.retention_facts() dc4b51febbcb91db6cee39f8fb416b30;
function sec.said_among(text,uuid[]) security definer 060951fff9123890badc93f146a5f24b;
function sec.set_password(text,uuid,text) security definer 9e53118ba3fb487b307426e112b39625;
function sec.sign_in_facts(text,text) security definer 4321da49e98c3933dbcc1952ee97401d;
function sec.spread_reach(text,uuid) security definer 3aa4d096cce8c78574f9db6cf9ef2405;
function sec.stand_by(text,uuid[],person_merges[]) security definer 341b6051d75a5a739d2614d061526eea;
function sec.take_person_facts() security definer 3e9bb310f31c67607abf568316f1af57;
function sec.take_try(jsonb,timestamp with time zone) security definer 55616a2cf9eadbfe8831fdae913f503a;
function sec.touch_figures() security definer 812e8eabc42c4afc9983e79eb9c33dd9;
function sec.touch_merged() security definer 806be2b2f20778acbd15d369d9359962;
function sec.touch_rule() security definer ddb71f34b5e373da00711698b692a454;
function sec.use_code(text,text,bytea,text) security definer 5cb5b6ab5a80df2be0451d27e7a95c3d;
function sec.viewer_reaches(uuid,text) security definer fda769a8e641da82cd687afd93d990d6;
function sec.write_audit(jsonb) security definer 40f4854b8b3461bf37ba54df71e1bfcf;
function sec.write_tokens(text,uuid,bigint[],bigint[],smallint,integer[]) security definer 91b6b2b46fcc3b9f07bc02cbb784f164;
function session_hash() 5745d97d3c3bc00c8832cbe213bbaf69;
function set_my_locale(text) security definer efe9426765a7a2af467f14c1eb30db9f;
function standings_of(uuid[]) baeb9c0b29fa065cb44be0f92acc3f0c;
function subscribe_push(uuid,text,text,text) security definer 9f8c995dad38a375276b8916c97449c8;
function take_place(uuid) security definer 5d766ea400949de6bdc17f3a56998b41;
function time_zone() security definer c04c6be570f0a8ee3efc95dc98fe4105;
function touch_all_figures() security definer 759643c52f6776b6e373bae1d24118ac;
function unaccounted_of(uuid) security definer 380a9a65eeb8efe9d8adb450469ed3f4;
function unidentified_due(timestamp with time zone) security definer c0daba80ea8064aeb972afd7b7400e1f;
function verify_letter(text) security definer f705101e897dc3f3cfadbbfca7a2de27;
function viewer_actions() security definer 251b79c26de103e989c3ea25c513f9b8;
function viewer_agency() security definer ae49eac8c3deb10a87c1210e089d0683;
function viewer_area() security definer 98b0c749c459c8e621b4ef171705b38e;
function viewer_decisions() security definer 6d13909c83fac69150994c8f7f1bc72d;
function viewer_desk_since() security definer 4ed96745d3b6cca374a516c50fac9b8d;
function viewer_hosted_decisions() security definer a0c0ebf4edb30a69b91955f597428911;
function viewer_meetings() security definer 8741133e0bc8418e4a6282e0f63dac9c;
function viewer_open_decisions() security definer b57cd78e8a1bd35980e4764141c1d16e;
function viewer_operations() security definer b081265d220a7d223e0bd446dc5c356a;
function viewer_reaches(uuid,text[],boolean) security definer 15b151eebff5eee5d102845112eeea6d;
function viewer_recorded(uuid) security definer 9f8d48698a0ff1166b78b177761d3f3f;
function viewer_role() security definer ed791edcb260302beb1d7fb7a07ae1e9;
function viewer_runs(uuid) security definer 321f070d9f2e6bb0d0a74beca95cdf17;
function viewer_staff() security definer bd8e84a95520f51d79857c3775abb91c;
function who_looked(uuid,bigint,integer) security definer 7433ce41473773817c5312aa36eaefdf;
function write_look(date,integer,uuid,uuid[],text[]) 606d3d9b0e898c8cbd0429bb6753d961;

grant delete, insert, select on app.action_supporters to rangkul_app;
grant delete, insert, select on app.meeting_cases to rangkul_app;
grant delete, insert, select on app.meeting_legal_bases to rangkul_app;
grant delete, insert, select on app.person_tokens to rangkul_app;
grant delete, insert, select on app.programme_areas to rangkul_app;
grant delete, insert, select on app.programme_partners to rangkul_app;
grant delete, insert, select on app.upload_parts to rangkul_app;
grant delete, insert, select, update on app.action_escalations to rangkul_jobs;
grant delete, insert, select, update on app.action_supporters to rangkul_jobs;
grant delete, insert, select, update on app.action_updates to rangkul_jobs;
grant delete, insert, select, update on app.actions to rangkul_jobs;
grant delete, insert, select, update on app.aftercare_visits to rangkul_app;
grant delete, insert, select, update on app.aftercare_visits to rangkul_jobs;
grant delete, insert, select, update on app.agencies to rangkul_jobs;
grant delete, insert, select, update on app.agenda_items to rangkul_jobs;
grant delete, insert, select, update on app.area_shapes to rangkul_jobs;
grant delete, insert, select, update on app.assessment_factors to rangkul_jobs;
grant delete, insert, select, update on app.assessments to rangkul_jobs;
grant delete, insert, select, update on app.attendance_for to rangkul_jobs;
grant delete, insert, select, update on app.attendances to rangkul_jobs;
grant delete, insert, select, update on app.belongings to rangkul_jobs;
grant delete, insert, select, update on app.break_glass to rangkul_jobs;
grant delete, insert, select, update on app.carried_actions to rangkul_jobs;
grant delete, insert, select, update on app.case_closures to rangkul_jobs;
grant delete, insert, select, update on app.case_notes to rangkul_jobs;
grant delete, insert, select, update on app.case_stages to rangkul_jobs;
grant delete, insert, select, update on app.case_workers to rangkul_jobs;
grant delete, insert, select, update on app.cases to rangkul_jobs;
grant delete, insert, select, update on app.codes to rangkul_jobs;
grant delete, insert, select, update on app.command_log to rangkul_jobs;
grant delete, insert, select, update on app.companion_forms to rangkul_jobs;
grant delete, insert, select, update on app.companion_runs to rangkul_jobs;
grant delete, insert, select, update on app.companions_to_renew to rangkul_jobs;
grant delete, insert, select, update on app.complaints to rangkul_jobs;
grant delete, insert, select, update on app.contact_alerts to rangkul_jobs;
grant delete, insert, select, update on app.custody_decisions to rangkul_jobs;
grant delete, insert, select, update on app.custody_fears to rangkul_jobs;
grant delete, insert, select, update on app.custody_intervals to rangkul_jobs;
grant delete, insert, select, update on app.custody_steps to rangkul_jobs;
grant delete, insert, select, update on app.decisions to rangkul_jobs;
grant delete, insert, select, update on app.delivered_notices to rangkul_jobs;
grant delete, insert, select, update on app.deliveries to rangkul_jobs;
grant delete, insert, select, update on app.duties to rangkul_jobs;
grant delete, insert, select, update on app.duty_phones to rangkul_jobs;
grant delete, insert, select, update on app.encounter_points to rangkul_jobs;
grant delete, insert, select, update on app.encounter_texts to rangkul_jobs;
grant delete, insert, select, update on app.encounters to rangkul_jobs;
grant delete, insert, select, update on app.enrolments to rangkul_jobs;
grant delete, insert, select, update on app.erasure_requests to rangkul_jobs;
grant delete, insert, select, update on app.erasures to rangkul_jobs;
grant delete, insert, select, update on app.exports to rangkul_jobs;
grant delete, insert, select, update on app.file_chunks to rangkul_jobs;
grant delete, insert, select, update on app.files to rangkul_jobs;
grant delete, insert, select, update on app.handovers to rangkul_jobs;
grant delete, insert, select, update on app.holidays to rangkul_jobs;
grant delete, insert, select, update on app.invitations to rangkul_jobs;
grant delete, insert, select, update on app.legal_bases to rangkul_jobs;
grant delete, insert, select, update on app.legal_holds to rangkul_jobs;
grant delete, insert, select, update on app.letter_counters to rangkul_jobs;
grant delete, insert, select, update on app.letters to rangkul_jobs;
grant delete, insert, select, update on app.match_looks to rangkul_jobs;
grant delete, insert, select, update on app.match_reviews to rangkul_jobs;
grant delete, insert, select, update on app.match_shares to rangkul_jobs;
grant delete, insert, select, update on app.meeting_cases to rangkul_jobs;
grant delete, insert, select, update on app.meeting_legal_bases to rangkul_jobs;
grant delete, insert, select, update on app.meeting_minutes to rangkul_jobs;
grant delete, insert, select, update on app.meeting_speakers to rangkul_app;
grant delete, insert, select, update on app.meeting_speakers to rangkul_jobs;
grant delete, insert, select, update on app.meetings to rangkul_jobs;
grant delete, insert, select, update on app.notice_settings to rangkul_jobs;
grant delete, insert, select, update on app.notices to rangkul_jobs;
grant delete, insert, select, update on app.operation_agencies to rangkul_app;
grant delete, insert, select, update on app.operation_agencies to rangkul_jobs;
grant delete, insert, select, update on app.operation_legal_bases to rangkul_app;
grant delete, insert, select, update on app.operation_legal_bases to rangkul_jobs;
grant delete, insert, select, update on app.operation_reports to rangkul_jobs;
grant delete, insert, select, update on app.operation_sites to rangkul_app;
grant delete, insert, select, update on app.operation_sites to rangkul_jobs;
grant delete, insert, select, update on app.operation_team to rangkul_app;
grant delete, insert, select, update on app.operation_team to rangkul_jobs;
grant delete, insert, select, update on app.operations to rangkul_jobs;
grant delete, insert, select, update on app.person_ages to rangkul_jobs;
grant delete, insert, select, update on app.person_counts to rangkul_jobs;
grant delete, insert, select, update on app.person_identities to rangkul_jobs;
grant delete, insert, select, update on app.person_merges to rangkul_jobs;
grant delete, insert, select, update on app.person_signatures to rangkul_jobs;
grant delete, insert, select, update on app.person_token_counts to rangkul_jobs;
grant delete, insert, select, update on app.person_tokens to rangkul_jobs;
grant delete, insert, select, update on app.persons to rangkul_jobs;
grant delete, insert, select, update on app.plan_lines to rangkul_jobs;
grant delete, insert, select, update on app.programme_areas to rangkul_jobs;
grant delete, insert, select, update on app.programme_outcomes to rangkul_jobs;
grant delete, insert, select, update on app.programme_partners to rangkul_jobs;
grant delete, insert, select, update on app.programme_sessions to rangkul_jobs;
grant delete, insert, select, update on app.programmes to rangkul_jobs;
grant delete, insert, select, update on app.push_subscriptions to rangkul_jobs;
grant delete, insert, select, update on app.referral_answers to rangkul_jobs;
grant delete, insert, select, update on app.referral_contents to rangkul_jobs;
grant delete, insert, select, update on app.referral_pauses to rangkul_jobs;
grant delete, insert, select, update on app.referrals to rangkul_jobs;
grant delete, insert, select, update on app.retention_runs to rangkul_jobs;
grant delete, insert, select, update on app.sealed_fields to rangkul_jobs;
grant delete, insert, select, update on app.sealed_openings to rangkul_jobs;
grant delete, insert, select, update on app.session_attendance to rangkul_jobs;
grant delete, insert, select, update on app.setting_terms to rangkul_jobs;
grant delete, insert, select, update on app.settings to rangkul_jobs;
grant delete, insert, select, update on app.staff to rangkul_jobs;
grant delete, insert, select, update on app.upload_parts to rangkul_jobs;
grant delete, select on app.push_subscriptions to rangkul_app;
grant insert, select on app.action_updates to rangkul_app;
grant insert, select on app.attendance_for to rangkul_app;
grant insert, select on app.attendances to rangkul_app;
grant insert, select on app.audit_rows to rangkul_app;
grant insert, select on app.audit_rows to rangkul_jobs;
grant insert, select on app.audit_seals to rangkul_jobs;
grant insert, select on app.carried_actions to rangkul_app;
grant insert, select on app.command_log to rangkul_app;
grant insert, select on app.custody_decisions to rangkul_app;
grant insert, select on app.custody_fears to rangkul_app;
grant insert, select on app.duty_phones to rangkul_app;
grant insert, select on app.encounter_points to rangkul_app;
grant insert, select on app.encounter_texts to rangkul_app;
grant insert, select on app.enrolments to rangkul_app;
grant insert, select on app.erasure_requests to rangkul_app;
grant insert, select on app.exports to rangkul_app;
grant insert, select on app.file_chunks to rangkul_app;
grant insert, select on app.files to rangkul_app;
grant insert, select on app.letters to rangkul_app;
grant insert, select on app.match_looks to rangkul_app;
grant insert, select on app.programme_outcomes to rangkul_app;
grant insert, select on app.programme_sessions to rangkul_app;
grant insert, select on app.referral_answers to rangkul_app;
grant insert, select on app.referral_contents to rangkul_app;
grant insert, select on app.referral_pauses to rangkul_app;
grant insert, select on app.referrals to rangkul_app;
grant insert, select on app.session_attendance to rangkul_app;
grant insert, select on app.setting_terms to rangkul_app;
grant insert, select, update on app.actions to rangkul_app;
grant insert, select, update on app.agenda_items to rangkul_app;
grant insert, select, update on app.areas to rangkul_jobs;
grant insert, select, update on app.assessment_factors to rangkul_app;
grant insert, select, update on app.assessments to rangkul_app;
grant insert, select, update on app.backups to rangkul_jobs;
grant insert, select, update on app.belongings to rangkul_app;
grant insert, select, update on app.break_glass to rangkul_app;
grant insert, select, update on app.case_closures to rangkul_app;
grant insert, select, update on app.case_notes to rangkul_app;
grant insert, select, update on app.case_workers to rangkul_app;
grant insert, select, update on app.cities to rangkul_jobs;
grant insert, select, update on app.codes to rangkul_app;
grant insert, select, update on app.complaints to rangkul_app;
grant insert, select, update on app.contact_alerts to rangkul_app;
grant insert, select, update on app.custody_intervals to rangkul_app;
grant insert, select, update on app.custody_steps to rangkul_app;
grant insert, select, update on app.decisions to rangkul_app;
grant insert, select, update on app.duties to rangkul_app;
grant insert, select, update on app.encounters to rangkul_app;
grant insert, select, update on app.handovers to rangkul_app;
grant insert, select, update on app.invitations to rangkul_app;
grant insert, select, update on app.legal_bases to rangkul_app;
grant insert, select, update on app.legal_holds to rangkul_app;
grant insert, select, update on app.letter_counters to rangkul_app;
grant insert, select, update on app.match_reviews to rangkul_app;
grant insert, select, update on app.meeting_minutes to rangkul_app;
grant insert, select, update on app.meetings to rangkul_app;
grant insert, select, update on app.notice_settings to rangkul_app;
grant insert, select, update on app.operation_reports to rangkul_app;
grant insert, select, update on app.operations to rangkul_app;
grant insert, select, update on app.person_identities to rangkul_app;
grant insert, select, update on app.person_signatures to rangkul_app;
grant insert, select, update on app.persons to rangkul_app;
grant insert, select, update on app.plan_lines to rangkul_app;
grant insert, select, update on app.programmes to rangkul_app;
grant insert, select, update on app.sealed_fields to rangkul_app;
grant insert, select, update on app.sealed_openings to rangkul_app;
grant insert, select, update on app.staff to rangkul_app;
grant insert, select, update on sec.one_time_codes to rangkul_jobs;
grant insert, update on app.cases to rangkul_app;
grant select on app.action_escalations to rangkul_app;
grant select on app.action_escalations to rangkul_backup;
grant select on app.action_supporters to rangkul_backup;
grant select on app.action_updates to rangkul_backup;
grant select on app.actions to rangkul_backup;
grant select on app.aftercare_visits to rangkul_backup;
grant select on app.agencies to rangkul_app;
grant select on app.agencies to rangkul_backup;
grant select on app.agenda_items to rangkul_backup;
grant select on app.area_shapes to rangkul_app;
grant select on app.area_shapes to rangkul_backup;
grant select on app.areas to rangkul_app;
grant select on app.areas to rangkul_backup;
grant select on app.areas to rangkul_portal;
grant select on app.assessment_factors to rangkul_backup;
grant select on app.assessments to rangkul_backup;
grant select on app.attendance_for to rangkul_backup;
grant select on app.attendances to rangkul_backup;
grant select on app.audit_rows to rangkul_backup;
grant select on app.audit_seals to rangkul_app;
grant select on app.audit_seals to rangkul_backup;
grant select on app.backups to rangkul_app;
grant select on app.backups to rangkul_backup;
grant select on app.belongings to rangkul_backup;
grant select on app.break_glass to rangkul_backup;
grant select on app.care_cells to rangkul_app;
grant select on app.care_cells to rangkul_backup;
grant select on app.care_cells to rangkul_jobs;
grant select on app.care_facts to rangkul_app;
grant select on app.care_facts to rangkul_backup;
grant select on app.care_facts to rangkul_jobs;
grant select on app.care_now to rangkul_app;
grant select on app.care_now to rangkul_backup;
grant select on app.care_now to rangkul_jobs;
grant select on app.carried_actions to rangkul_backup;
grant select on app.case_closures to rangkul_backup;
grant select on app.case_loose_ends to rangkul_app;
grant select on app.case_loose_ends to rangkul_backup;
grant select on app.case_loose_ends to rangkul_jobs;
grant select on app.case_notes to rangkul_backup;
grant select on app.case_stages to rangkul_app;
grant select on app.case_stages to rangkul_backup;
grant select on app.case_workers to rangkul_backup;
grant select on app.cases to rangkul_backup;
grant select on app.cities to rangkul_app;
grant select on app.cities to rangkul_backup;
grant select on app.codes to rangkul_backup;
grant select on app.command_log to rangkul_backup;
grant select on app.companion_forms to rangkul_backup;
grant select on app.companion_runs to rangkul_backup;
grant select on app.companions_to_renew to rangkul_backup;
grant select on app.complaints to rangkul_backup;
grant select on app.contact_alerts to rangkul_backup;
grant select on app.custody_by_team to rangkul_app;
grant select on app.custody_by_team to rangkul_backup;
grant select on app.custody_by_team to rangkul_jobs;
grant select on app.custody_decisions to rangkul_backup;
grant select on app.custody_fears to rangkul_backup;
grant select on app.custody_intervals to rangkul_backup;
grant select on app.custody_steps to rangkul_backup;
grant select on app.decisions to rangkul_backup;
grant select on app.delivered_notices to rangkul_backup;
grant select on app.deliveries to rangkul_app;
grant select on app.deliveries to rangkul_backup;
grant select on app.duties to rangkul_backup;
grant select on app.duty_phones to rangkul_backup;
grant select on app.encounter_custody to rangkul_app;
grant select on app.encounter_custody to rangkul_backup;
grant select on app.encounter_custody to rangkul_jobs;
grant select on app.encounter_points to rangkul_backup;
grant select on app.encounter_texts to rangkul_backup;
grant select on app.encounters to rangkul_backup;
grant select on app.encounters_in_groups to rangkul_app;
grant select on app.encounters_in_groups to rangkul_backup;
grant select on app.encounters_in_groups to rangkul_jobs;
grant select on app.enrolments to rangkul_backup;
grant select on app.erasure_requests to rangkul_backup;
grant select on app.erasures to rangkul_app;
grant select on app.erasures to rangkul_backup;
grant select on app.exports to rangkul_backup;
grant select on app.figure_deltas to rangkul_backup;
grant select on app.figure_deltas to rangkul_jobs;
grant select on app.file_chunks to rangkul_backup;
grant select on app.files to rangkul_backup;
grant select on app.handovers to rangkul_backup;
grant select on app.history to rangkul_app;
grant select on app.history to rangkul_backup;
grant select on app.history to rangkul_jobs;
grant select on app.holidays to rangkul_app;
grant select on app.holidays to rangkul_backup;
grant select on app.indicator_assessed_in_time to rangkul_app;
grant select on app.indicator_assessed_in_time to rangkul_backup;
grant select on app.indicator_assessed_in_time to rangkul_jobs;
grant select on app.indicator_by_activity to rangkul_app;
grant select on app.indicator_by_activity to rangkul_backup;
grant select on app.indicator_by_activity to rangkul_jobs;
grant select on app.indicator_by_approach to rangkul_app;
grant select on app.indicator_by_approach to rangkul_backup;
grant select on app.indicator_by_approach to rangkul_jobs;
grant select on app.indicator_by_group to rangkul_app;
grant select on app.indicator_by_group to rangkul_backup;
grant select on app.indicator_by_group to rangkul_jobs;
grant select on app.indicator_children_met to rangkul_app;
grant select on app.indicator_children_met to rangkul_backup;
grant select on app.indicator_children_met to rangkul_jobs;
grant select on app.indicator_continuing_children to rangkul_app;
grant select on app.indicator_continuing_children to rangkul_backup;
grant select on app.indicator_continuing_children to rangkul_jobs;
grant select on app.indicator_encounters to rangkul_app;
grant select on app.indicator_encounters to rangkul_backup;
grant select on app.indicator_encounters to rangkul_jobs;
grant select on app.indicator_factors to rangkul_app;
grant select on app.indicator_factors to rangkul_backup;
grant select on app.indicator_factors to rangkul_jobs;
grant select on app.indicator_handover_hours to rangkul_app;
grant select on app.indicator_handover_hours to rangkul_backup;
grant select on app.indicator_handover_hours to rangkul_jobs;
grant select on app.indicator_new_children to rangkul_app;
grant select on app.indicator_new_children to rangkul_backup;
grant select on app.indicator_new_children to rangkul_jobs;
grant select on app.indicator_referrals_in_time to rangkul_app;
grant select on app.indicator_referrals_in_time to rangkul_backup;
grant select on app.indicator_referrals_in_time to rangkul_jobs;
grant select on app.indicator_reported to rangkul_app;
grant select on app.indicator_reported to rangkul_backup;
grant select on app.indicator_reported to rangkul_jobs;
grant select on app.indicator_returned_children to rangkul_app;
grant select on app.indicator_returned_children to rangkul_backup;
grant select on app.indicator_returned_children to rangkul_jobs;
grant select on app.indicator_still_home to rangkul_app;
grant select on app.indicator_still_home to rangkul_backup;
grant select on app.indicator_still_home to rangkul_jobs;
grant select on app.invitations to rangkul_backup;
grant select on app.legal_bases to rangkul_backup;
grant select on app.legal_holds to rangkul_backup;
grant select on app.letter_counters to rangkul_backup;
grant select on app.letters to rangkul_backup;
grant select on app.match_looks to rangkul_backup;
grant select on app.match_reviews to rangkul_backup;
grant select on app.match_shares to rangkul_app;
grant select on app.match_shares to rangkul_backup;
grant select on app.meeting_cases to rangkul_backup;
grant select on app.meeting_legal_bases to rangkul_backup;
grant select on app.meeting_minutes to rangkul_backup;
grant select on app.meeting_speakers to rangkul_backup;
grant select on app.meetings to rangkul_backup;
grant select on app.met_cells to rangkul_app;
grant select on app.met_cells to rangkul_backup;
grant select on app.met_cells to rangkul_jobs;
grant select on app.met_facts to rangkul_app;
grant select on app.met_facts to rangkul_backup;
grant select on app.met_facts to rangkul_jobs;
grant select on app.met_now to rangkul_app;
grant select on app.met_now to rangkul_backup;
grant select on app.met_now to rangkul_jobs;
grant select on app.notice_settings to rangkul_backup;
grant select on app.notices to rangkul_app;
grant select on app.notices to rangkul_backup;
grant select on app.operation_agencies to rangkul_backup;
grant select on app.operation_legal_bases to rangkul_backup;
grant select on app.operation_reports to rangkul_backup;
grant select on app.operation_sites to rangkul_backup;
grant select on app.operation_team to rangkul_backup;
grant select on app.operation_unaccounted to rangkul_app;
grant select on app.operation_unaccounted to rangkul_backup;
grant select on app.operation_unaccounted to rangkul_jobs;
grant select on app.operations to rangkul_backup;
grant select on app.own_contact to rangkul_app;
grant select on app.own_contact to rangkul_backup;
grant select on app.own_contact to rangkul_jobs;
grant select on app.person_ages to rangkul_app;
grant select on app.person_ages to rangkul_backup;
grant select on app.person_alias to rangkul_app;
grant select on app.person_alias to rangkul_backup;
grant select on app.person_alias to rangkul_jobs;
grant select on app.person_at_risk to rangkul_app;
grant select on app.person_at_risk to rangkul_backup;
grant select on app.person_at_risk to rangkul_jobs;
grant select on app.person_counts to rangkul_backup;
grant select on app.person_fact to rangkul_app;
grant select on app.person_fact to rangkul_backup;
grant select on app.person_fact to rangkul_jobs;
grant select on app.person_identities to rangkul_backup;
grant select on app.person_merges to rangkul_app;
grant select on app.person_merges to rangkul_backup;
grant select on app.person_signatures to rangkul_backup;
grant select on app.person_standing to rangkul_app;
grant select on app.person_standing to rangkul_backup;
grant select on app.person_standing to rangkul_jobs;
grant select on app.person_token_counts to rangkul_app;
grant select on app.person_token_counts to rangkul_backup;
grant select on app.person_tokens to rangkul_backup;
grant select on app.persons to rangkul_backup;
grant select on app.persons_in_dispute to rangkul_app;
grant select on app.persons_in_dispute to rangkul_backup;
grant select on app.persons_in_dispute to rangkul_jobs;
grant select on app.plan_lines to rangkul_backup;
grant select on app.programme_areas to rangkul_backup;
grant select on app.programme_outcomes to rangkul_backup;
grant select on app.programme_partners to rangkul_backup;
grant select on app.programme_sessions to rangkul_backup;
grant select on app.programmes to rangkul_backup;
grant select on app.push_subscriptions to rangkul_backup;
grant select on app.reach to rangkul_app;
grant select on app.reach to rangkul_backup;
grant select on app.reach to rangkul_jobs;
grant select on app.referral_answers to rangkul_backup;
grant select on app.referral_breach to rangkul_app;
grant select on app.referral_breach to rangkul_backup;
grant select on app.referral_breach to rangkul_jobs;
grant select on app.referral_contents to rangkul_backup;
grant select on app.referral_pauses to rangkul_backup;
grant select on app.referrals to rangkul_backup;
grant select on app.retention_runs to rangkul_app;
grant select on app.retention_runs to rangkul_backup;
grant select on app.sealed_fields to rangkul_backup;
grant select on app.sealed_openings to rangkul_backup;
grant select on app.session_attendance to rangkul_backup;
grant select on app.setting_terms to rangkul_backup;
grant select on app.settings to rangkul_app;
grant select on app.settings to rangkul_backup;
grant select on app.settings_today to rangkul_app;
grant select on app.settings_today to rangkul_backup;
grant select on app.settings_today to rangkul_jobs;
grant select on app.staff to rangkul_backup;
grant select on app.upload_parts to rangkul_backup;
grant select on sec.number_series to rangkul_backup;
grant select on sec.one_time_codes to rangkul_backup;
grant select on sec.passwords to rangkul_backup;
grant select on sec.sessions to rangkul_backup;
grant select on sec.sign_in_attempts to rangkul_backup;
grant select, update on sec.sessions to rangkul_jobs;
