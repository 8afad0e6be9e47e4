-- ---------------------------------------------------------------- custody
create table app.custody_intervals (
  city text not null default app.city() references app.cities,
  custody_id uuid not null,
  person_id uuid not null,
  custodian_kind text not null,
  agency_code text,
  facility text not null default '' check (length(facility) <= 120),
  started_at timestamptz not null,
  ended_at timestamptz,
  end_kind text,
  basis text not null default '',
  lpks_reason text not null default '' check (length(lpks_reason) <= 500),
  police_reference text not null default '' check (length(police_reference) <= 60),
  encounter_id uuid,
  first_contact_at timestamptz,
  disputed boolean not null default false,
  set_aside boolean not null default false,
  settled_at timestamptz,
  settled_by uuid,
  settled_reason text not null default '' check (length(settled_reason) <= 500),
  recorded_by uuid default app.viewer_staff(),
  recorded_at timestamptz not null default now(),
  version int not null default 1,
  during tstzrange generated always as (tstzrange(started_at, ended_at, '[)')) stored,
  primary key (city, custody_id),
  foreign key (city, person_id) references app.persons,
  foreign key (city, agency_code) references app.agencies,
  constraint custody_not_negative check (ended_at is null or ended_at >= started_at),
  constraint custody_set_aside_was_disputed check (disputed or not set_aside),
  constraint custody_one_custodian exclude using gist (city with =, person_id with =, during with &&) where (not disputed)
);
create index custody_person on app.custody_intervals (city, person_id, started_at);
create index custody_agency on app.custody_intervals (city, agency_code, started_at);
create index custody_open on app.custody_intervals (city, agency_code, started_at) where ended_at is null;
create index custody_disputed on app.custody_intervals (city, recorded_at) where disputed;
comment on column app.custody_intervals.first_contact_at is 'The encounter this chain of custodians began with: the clock runs from here, whoever is custodian now.';
comment on column app.custody_intervals.set_aside is 'A person decided that another statement stands; this one is kept, and says nothing any more.';
comment on column app.custody_intervals.disputed is 'Stated beside another custodian of the same time (two phones, a merge): waits on the desk until a person says which stands.';

create table app.handovers (
  city text not null default app.city() references app.cities,
  handover_id uuid not null,
  person_id uuid not null,
  from_custody_id uuid,
  to_custody_id uuid,
  occurred_at timestamptz not null,
  end_kind text,
  giver_staff_id uuid,
  giver_name text not null default '' check (length(giver_name) <= 120),
  receiver_staff_id uuid,
  receiver_name text not null default '' check (length(receiver_name) <= 120),
  receiver_relation text not null default '' check (length(receiver_relation) <= 60),
  condition text not null,
  basis text not null default '' check (length(basis) <= 200),
  statement_letter boolean not null default false,
  giver_signature bytea,
  receiver_signature bytea,
  supervisor_reason text not null default '' check (length(supervisor_reason) <= 500),
  state text not null default 'stands' check (state in ('stands', 'disputed', 'set_aside')),
  recorded_by uuid default app.viewer_staff(),
  recorded_at timestamptz not null default now(),
  primary key (city, handover_id),
  foreign key (city, person_id) references app.persons,
  foreign key (city, from_custody_id) references app.custody_intervals,
  foreign key (city, to_custody_id) references app.custody_intervals
);
create index handovers_person on app.handovers (city, person_id, occurred_at);
create index handovers_from on app.handovers (city, from_custody_id);
create index handovers_to on app.handovers (city, to_custody_id);
create index handovers_recorded on app.handovers (city, recorded_by, recorded_at desc);
create index handovers_disputed on app.handovers (city, recorded_at) where state = 'disputed';
comment on column app.handovers.giver_signature is 'A flat picture (PNG, at most 40 kB). Never compared with anything.';

create table app.belongings (
  city text not null default app.city() references app.cities,
  belonging_id uuid not null,
  person_id uuid not null,
  custody_id uuid,
  what text not null check (length(what) between 1 and 200),
  kept_by text not null default '',
  return_due date,
  returned_at timestamptz,
  recorded_at timestamptz not null default now(),
  primary key (city, belonging_id),
  foreign key (city, person_id) references app.persons,
  foreign key (city, custody_id) references app.custody_intervals
);
create index belongings_person on app.belongings (city, person_id);
create index belongings_custody on app.belongings (city, custody_id);
create index belongings_kept on app.belongings (city, kept_by, return_due) where returned_at is null;

create table app.custody_steps (
  city text not null default app.city() references app.cities,
  step_id uuid not null,
  person_id uuid not null,
  custody_id uuid,
  kind text not null,
  occurred_at timestamptz not null,
  until timestamptz,
  result text not null,
  note text not null default '' check (length(note) <= 500),
  recorded_by uuid default app.viewer_staff(),
  recorded_at timestamptz not null default now(),
  primary key (city, step_id),
  foreign key (city, person_id) references app.persons,
  foreign key (city, custody_id) references app.custody_intervals
);
create index custody_steps_person on app.custody_steps (city, person_id, occurred_at);
create index custody_steps_custody on app.custody_steps (city, custody_id);
comment on table app.custody_steps is 'Guardian told (attempts, times, results), Dinsos told, needs seen, feared persons asked of the child alone, held longer with reason, gap explained, which custodian stands.';

create table app.custody_fears (
  city text not null default app.city() references app.cities,
  person_id uuid not null,
  asked_at timestamptz not null,
  asked_by uuid not null default app.viewer_staff(),
  asked_alone boolean not null,
  fears_someone boolean not null,
  box bytea,
  primary key (city, person_id, asked_at),
  foreign key (city, person_id) references app.persons
);
comment on table app.custody_fears is 'Whom the child fears, as asked of the child alone; the answer is sealed under the child''s key.';

create table app.complaints (
  city text not null default app.city() references app.cities,
  complaint_id uuid not null,
  person_id uuid,
  about_agency text not null,
  to_agency text not null,
  subject text not null default 'OTHER',
  said text not null check (length(said) between 3 and 2000),
  said_by text not null,
  occurred_at timestamptz not null,
  recorded_by uuid default app.viewer_staff(),
  recorded_at timestamptz not null default now(),
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  primary key (city, complaint_id),
  foreign key (city, person_id) references app.persons,
  foreign key (city, about_agency) references app.agencies,
  foreign key (city, to_agency) references app.agencies,
  constraint complaint_goes_outside check (about_agency <> to_agency)
);
create index complaints_to on app.complaints (city, to_agency, recorded_at);
create index complaints_about on app.complaints (city, about_agency);
create index complaints_person on app.complaints (city, person_id);
create trigger custody_history after update or delete on app.custody_intervals for each row execute function sec.keep_history('custody_id');

-- ---------------------------------------------------------------- cases
create table app.cases (
  city text not null default app.city() references app.cities,
  case_id uuid not null,
  case_number text not null,
  person_id uuid not null,
  agency_code text not null default app.viewer_agency(),
  worker_id uuid not null,
  opened_at timestamptz not null,
  opened_from text not null check (opened_from in ('CUSTODY', 'ENCOUNTER', 'REPORT')),
  opened_from_id uuid,
  risk_level text not null check (risk_level in ('LOW', 'MEDIUM', 'HIGH')),
  risk_reason text not null default '' check (length(risk_reason) <= 500),
  stage text not null default 'INTAKE',
  assess_by date,
  assessed_at timestamptz,
  state text not null default 'open' check (state in ('open', 'closed', 'sealed')),
  closed_at timestamptz,
  reassess_by date,
  next_due_on date not null default 'infinity',
  recorded_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  version int not null default 1,
  primary key (city, case_id),
  constraint case_number_taken unique (city, case_number),
  constraint case_number_form check (case_number ~ '^K-[0-9]{4}-[0-9]{4,9}$'),
  foreign key (city, person_id) references app.persons,
  foreign key (city, agency_code) references app.agencies,
  foreign key (city, worker_id) references app.staff
);
create unique index case_one_open on app.cases (city, person_id) where state = 'open';
create index cases_person on app.cases (city, person_id);
create index cases_worker on app.cases (city, worker_id, state, changed_at, case_id);
create index cases_agency on app.cases (city, agency_code, state, changed_at, case_id);
create index cases_changed on app.cases (city, state, changed_at, case_id);
create index cases_worker_due on app.cases (city, worker_id, state, next_due_on, case_id);
create index cases_agency_due on app.cases (city, agency_code, state, next_due_on, case_id);
create index cases_due on app.cases (city, state, next_due_on, case_id);
create index cases_numbers on app.cases (city, split_part(case_number, '-', 2), (split_part(case_number, '-', 3)::bigint) desc);
comment on column app.cases.next_due_on is 'The first of what is due (assessment, plan, aftercare), kept by trigger so that a list by its clock is one index; infinity: nothing.';
comment on column app.cases.reassess_by is 'Until when a reopened case is assessed anew; assess_by and assessed_at keep what they said of the first time.';

create table app.case_workers (
  city text not null default app.city() references app.cities,
  case_id uuid not null,
  staff_id uuid not null,
  person_id uuid not null,
  from_at timestamptz not null default now(),
  to_at timestamptz,
  reason text not null default '',
  primary key (city, case_id, staff_id, from_at),
  foreign key (city, case_id) references app.cases,
  foreign key (city, staff_id) references app.staff
);
create index case_workers_person on app.case_workers (city, person_id);
create index case_workers_staff on app.case_workers (city, staff_id, to_at);

create table app.assessments (
  city text not null default app.city() references app.cities,
  assessment_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  made_at timestamptz not null,
  made_by uuid default app.viewer_staff(),
  problems text not null default '' check (length(problems) <= 4000),
  strengths text not null default '' check (length(strengths) <= 4000),
  child_wishes text not null default '' check (length(child_wishes) <= 4000),
  conclusion text not null default '' check (length(conclusion) <= 4000),
  recorded_at timestamptz not null default now(),
  primary key (city, assessment_id),
  foreign key (city, case_id) references app.cases
);
create index assessments_case on app.assessments (city, case_id, made_at desc);

create table app.assessment_factors (
  city text not null default app.city() references app.cities,
  assessment_id uuid not null,
  factor_code text not null,
  person_id uuid not null,
  side text not null check (side in ('internal', 'external')),
  level text not null check (level in ('micro', 'meso', 'macro')),
  said_by text not null,
  evidence text not null default '' check (length(evidence) <= 500),
  made_on date not null,
  primary key (city, assessment_id, factor_code),
  foreign key (city, assessment_id) references app.assessments
);
create index assessment_factors_code on app.assessment_factors (city, made_on, factor_code);

create table app.plan_lines (
  city text not null default app.city() references app.cities,
  plan_line_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  goal text not null check (length(goal) between 3 and 300),
  service_code text not null,
  agency_code text not null,
  area_code text references app.areas,
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  result text not null default '' check (length(result) <= 1000),
  done_at timestamptz,
  done_by uuid,
  recorded_by uuid default app.viewer_staff(),
  recorded_at timestamptz not null default now(),
  version int not null default 1,
  primary key (city, plan_line_id),
  foreign key (city, case_id) references app.cases,
  foreign key (city, agency_code) references app.agencies
);
create index plan_lines_case on app.plan_lines (city, case_id);
create index plan_lines_person on app.plan_lines (city, person_id) where state = 'open';
create index plan_lines_agency on app.plan_lines (city, agency_code);
create index plan_lines_due on app.plan_lines (city, agency_code, due_on) where state = 'open';
create index plan_lines_area on app.plan_lines (area_code);

create table app.case_notes (
  city text not null default app.city() references app.cities,
  note_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('note', 'visit', 'contact', 'conference', 'review')),
  occurred_at timestamptz not null,
  body text not null check (length(body) between 1 and 4000),
  recorded_by uuid default app.viewer_staff(),
  recorded_at timestamptz not null default now(),
  primary key (city, note_id),
  foreign key (city, case_id) references app.cases
);
create index case_notes_case on app.case_notes (city, case_id, occurred_at desc);

create table app.sealed_fields (
  city text not null default app.city() references app.cities,
  sealed_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('SEXUAL_VIOLENCE', 'HIV', 'PREGNANCY', 'SUBSTANCE', 'OFFENCE', 'SHELTER_ADDRESS')),
  key_slot bigint not null,
  box bytea not null,
  written_by uuid default app.viewer_staff(),
  written_at timestamptz not null default now(),
  primary key (city, sealed_id),
  foreign key (city, case_id) references app.cases
);
create index sealed_fields_case on app.sealed_fields (city, case_id, kind);
comment on table app.sealed_fields is 'Never in a list, search or phone; opened one by one with a reason.';

create table app.sealed_openings (
  city text not null default app.city() references app.cities,
  opening_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  kind text not null,
  reason text not null check (length(reason) between 10 and 500),
  opened_by uuid not null default app.viewer_staff(),
  opened_at timestamptz not null default now(),
  primary key (city, opening_id),
  foreign key (city, case_id) references app.cases
);
create index sealed_openings_case on app.sealed_openings (city, case_id, opened_at desc);
comment on table app.sealed_openings is 'Why a sealed part of a case was opened, each time, also when nothing was in it.';

create table app.case_closures (
  city text not null default app.city() references app.cities,
  closure_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  closed_at timestamptz not null,
  closed_by uuid default app.viewer_staff(),
  reason text not null,
  best_interest text not null default '' check (length(best_interest) <= 4000),
  readiness jsonb not null default '{}',
  reopened_at timestamptz,
  reopened_by uuid,
  reopen_reason text not null default '',
  recorded_at timestamptz not null default now(),
  primary key (city, closure_id),
  foreign key (city, case_id) references app.cases
);
create index case_closures_case on app.case_closures (city, case_id, closed_at desc);

create table app.aftercare_visits (
  city text not null default app.city() references app.cities,
  visit_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  month_no int not null check (month_no between 1 and 36),
  due_on date not null,
  agency_code text,
  done_at timestamptz,
  done_by uuid,
  result text,
  still_there boolean,
  finding text not null default '' check (length(finding) <= 1000),
  recorded_at timestamptz not null default now(),
  primary key (city, visit_id),
  constraint aftercare_once unique (city, case_id, due_on),
  foreign key (city, case_id) references app.cases,
  foreign key (city, agency_code) references app.agencies
);
create index aftercare_person on app.aftercare_visits (city, person_id) where done_at is null;
create index aftercare_due on app.aftercare_visits (city, due_on) where done_at is null;
create index aftercare_agency on app.aftercare_visits (city, agency_code);

create table app.contact_alerts (
  city text not null default app.city() references app.cities,
  alert_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  case_id uuid not null,
  staff_id uuid not null,
  encounter_id uuid not null,
  raised_at timestamptz not null default now(),
  answered_at timestamptz,
  answer text check (answer in ('reopened', 'not_needed')),
  reason text not null default '' check (length(reason) <= 500),
  primary key (city, alert_id),
  foreign key (city, case_id) references app.cases
);
create index contact_alerts_open on app.contact_alerts (city, staff_id) where answered_at is null;
create index contact_alerts_case on app.contact_alerts (city, case_id);
comment on table app.contact_alerts is 'A child whose case is closed was met again: tells the last worker, to help; never an enforcement officer.';

create table app.break_glass (
  city text not null default app.city() references app.cities,
  break_id uuid not null,
  person_id uuid not null,
  case_number text not null default '',
  staff_id uuid not null default app.viewer_staff(),
  reason text not null check (length(reason) between 10 and 500),
  opened_at timestamptz not null default now(),
  until timestamptz not null,
  reviewed_by uuid,
  reviewed_at timestamptz,
  review text,
  primary key (city, break_id),
  foreign key (city, person_id) references app.persons,
  constraint break_glass_time_box check (until <= opened_at + interval '4 hours')
);
create index break_glass_unreviewed on app.break_glass (city, opened_at) where reviewed_at is null;
create index break_glass_person on app.break_glass (city, person_id);

create trigger cases_history after update on app.cases for each row when (old.version <> new.version) execute function sec.keep_history('case_id');
create trigger cases_history_end after delete on app.cases for each row execute function sec.keep_history('case_id');

create function sec.first_due(c app.cases) returns date language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(case c.state
    when 'open' then least(case when c.assessed_at is null then c.assess_by end, c.reassess_by,
      (select min(l.due_on) from app.plan_lines l where l.city = c.city and l.case_id = c.case_id and l.state = 'open'))
    when 'closed' then (select min(v.due_on) from app.aftercare_visits v where v.city = c.city and v.case_id = c.case_id and v.done_at is null)
    end, 'infinity') $$;
create function sec.due_of_case() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.next_due_on := sec.first_due(new);
  return new;
end $$;
create trigger case_due before insert or update of state, assess_by, assessed_at, reassess_by on app.cases for each row execute function sec.due_of_case();
create function sec.due_of_step() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare it record := case when tg_op = 'DELETE' then old else new end;
begin
  update app.cases c set next_due_on = sec.first_due(c)
   where c.city = it.city and c.case_id = it.case_id and c.next_due_on is distinct from sec.first_due(c);
  return null;
end $$;
create trigger plan_line_due after insert or update of state, due_on on app.plan_lines for each row execute function sec.due_of_step();
create trigger aftercare_due_moves after insert or update of done_at, due_on or delete on app.aftercare_visits for each row execute function sec.due_of_step();
create trigger plan_lines_history after update or delete on app.plan_lines for each row execute function sec.keep_history('plan_line_id');

-- ---------------------------------------------------------------- referrals
create table app.referrals (
  city text not null default app.city() references app.cities,
  referral_id uuid not null,
  referral_number text not null default '',
  case_id uuid not null,
  person_id uuid not null,
  from_agency text not null default app.viewer_agency(),
  to_agency text not null,
  duty_code text not null,
  discloses text[] not null default '{}',
  plan_line_id uuid,
  sent_by uuid default app.viewer_staff(),
  sent_at timestamptz not null,
  clock_days int not null check (clock_days between 1 and 60),
  due_at timestamptz not null,
  escalates_at timestamptz,
  state text not null default 'sent' check (state in ('sent', 'accepted', 'declined', 'completed', 'withdrawn')),
  paused_since timestamptz,
  first_answered_at timestamptz,
  closed_at timestamptz,
  recorded_at timestamptz not null default now(),
  version int not null default 1,
  primary key (city, referral_id),
  constraint referral_number_taken unique (city, referral_number),
  foreign key (city, case_id) references app.cases,
  foreign key (city, person_id) references app.persons,
  foreign key (city, from_agency) references app.agencies,
  foreign key (city, to_agency) references app.agencies,
  foreign key (city, plan_line_id) references app.plan_lines,
  constraint referral_to_another check (from_agency <> to_agency),
  constraint referral_discloses_known check (discloses <@ array['name', 'age', 'sex', 'originArea', 'kin', 'address', 'need', 'riskLevel', 'assessmentSummary', 'ownWords']),
  constraint referral_disclosure_needs_name check ('name' = any (discloses) or not discloses && array['kin', 'address']),
  constraint referral_closed_has_time check ((closed_at is not null) = (state in ('declined', 'completed', 'withdrawn')))
);
create index referrals_queue on app.referrals (city, to_agency, due_at, referral_id) where state in ('sent', 'accepted');
create index referrals_to on app.referrals (city, to_agency, closed_at desc, referral_id desc);
create index referrals_sent on app.referrals (city, from_agency, due_at, referral_id) where state in ('sent', 'accepted');
create index referrals_from on app.referrals (city, from_agency, closed_at desc, referral_id desc);
create index referrals_open on app.referrals (city, due_at, referral_id) where state in ('sent', 'accepted');
create index referrals_case on app.referrals (city, case_id);
create index referrals_person on app.referrals (city, person_id);
create index referrals_plan_line on app.referrals (city, plan_line_id);
comment on table app.referrals is 'A case asked of the queue of another agency, by its duty. What it says and shows of the child is in referral_contents.';
comment on column app.referrals.escalates_at is 'From here on the breach is also the supervisor''s and the coordinator''s; moves with due_at.';

create table app.referral_contents (
  city text not null default app.city() references app.cities,
  referral_id uuid not null,
  field text not null check (field in ('question', 'need', 'riskLevel', 'assessmentSummary', 'ownWords')),
  body text not null check (length(body) between 1 and 4000),
  primary key (city, referral_id, field),
  foreign key (city, referral_id) references app.referrals
);
comment on table app.referral_contents is 'The question and what of the case it discloses, as it stood on the day it was sent; the agency asked reads it only while the referral is open.';

create table app.referral_answers (
  city text not null default app.city() references app.cities,
  answer_id uuid not null,
  referral_id uuid not null,
  kind text not null check (kind in ('accepted', 'declined', 'completed', 'withdrawn')),
  reason_code text not null default '',
  text text not null default '' check (length(text) <= 4000),
  answered_by uuid default app.viewer_staff(),
  answered_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (city, answer_id),
  constraint referral_answered_once unique (city, referral_id, kind),
  foreign key (city, referral_id) references app.referrals
);
create unique index referral_first_answer_once on app.referral_answers (city, referral_id) where kind in ('accepted', 'declined');
create unique index referral_closed_once on app.referral_answers (city, referral_id) where kind in ('declined', 'completed', 'withdrawn');
create index referral_answers_referral on app.referral_answers (city, referral_id, answered_at);
comment on table app.referral_answers is 'What the agency asked said (or that the asker took it back); each kind once.';

create table app.referral_pauses (
  city text not null default app.city() references app.cities,
  pause_id uuid not null,
  referral_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz,
  reason_code text not null default 'OTHER',
  reason text not null default '' check (length(reason) <= 500),
  paused_by uuid default app.viewer_staff(),
  primary key (city, pause_id),
  foreign key (city, referral_id) references app.referrals,
  constraint referral_pause_one exclude using gist (city with =, referral_id with =, tstzrange(from_at, to_at, '[)') with &&)
);
create index referral_pauses_referral on app.referral_pauses (city, referral_id);
comment on table app.referral_pauses is 'Stretches in which the clock stands still, with their reason.';
create trigger referrals_history after update or delete on app.referrals for each row execute function sec.keep_history('referral_id');

create table sec.number_series (
  city text not null references app.cities,
  series text not null,
  year int not null,
  last int not null,
  primary key (city, series, year)
);
comment on table sec.number_series is 'The last number given out in a year; nobody reaches it but the function below.';
create function sec.next_number(a_city text, a_series text, a_at timestamptz) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare y int; n int;
begin
  select extract(year from a_at at time zone c.time_zone) into y from app.cities c where c.city = a_city;
  insert into sec.number_series (city, series, year, last) values (a_city, a_series, y, 1)
  on conflict (city, series, year) do update set last = sec.number_series.last + 1 returning last into n;
  return a_series || '-' || y || '-' || lpad(n::text, greatest(4, length(n::text)), '0');
end $$;
create function sec.number_referral() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.referral_number = '' then new.referral_number := sec.next_number(new.city, 'R', new.sent_at); end if;
  return new;
end $$;
create trigger referral_number before insert on app.referrals for each row execute function sec.number_referral();

create function sec.referral_stays_closed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.state in ('declined', 'completed', 'withdrawn') then
    raise exception using errcode = '23514', constraint = 'referral_closed_stays', message = 'a closed referral stays as it is';
  end if;
  return new;
end $$;
create trigger referral_closed_stays before update on app.referrals for each row execute function sec.referral_stays_closed();
comment on function sec.referral_stays_closed is 'An answered referral can''t be answered again, nor be opened to show the child once more.';
