-- What every encounter writes has no foreign key to app.cities: each would lock that one row for all who write. The city is
-- the session's own, by the policy city_only, and sessions have the key.
-- ---------------------------------------------------------------- persons
create sequence app.identity_key_slots as bigint minvalue 0 start 0;
comment on sequence app.identity_key_slots is 'Next free slot of the key store that lies outside the database: one key for each identity.';

create table app.persons (
  city text not null default app.city(),
  person_id uuid not null,
  initials text not null default '',
  named boolean not null default false,
  sex text not null default 'unknown' check (sex in ('male', 'female', 'unknown')),
  birth_from date,
  birth_to date,
  origin_area text references app.areas,
  residence_area text references app.areas,
  first_met_at timestamptz,
  last_met_at timestamptz,
  recorded_by uuid default app.viewer_staff(),
  recorded_at timestamptz not null default now(),
  version int not null default 1,
  primary key (city, person_id),
  constraint person_birth_range check (birth_from is null or birth_to >= birth_from)
);
create index persons_last_met on app.persons (city, last_met_at desc, person_id);
create index persons_residence on app.persons (city, residence_area) where residence_area is not null;
create index persons_origin on app.persons (origin_area) where origin_area is not null;
comment on table app.persons is 'One human being as recorded: initials, sex, range of birth dates; nothing that names anyone. Children not yet named are full persons.';

create table app.person_identities (
  city text not null default app.city(),
  person_id uuid not null,
  key_slot bigint not null,
  box bytea not null,
  changed_by uuid default app.viewer_staff(),
  changed_at timestamptz not null default now(),
  primary key (city, person_id),
  foreign key (city, person_id) references app.persons
);
comment on table app.person_identities is 'Names, aliases, numbers, kin, addresses, marks: one sealed box for each person under a key of its own. Who may open it: src/persons/access.ts.';

create table app.person_ages (
  city text not null default app.city(),
  age_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  kind text not null check (kind in ('stated', 'documented', 'assessed')),
  years_low int check (years_low between 0 and 120),
  years_high int check (years_high between 0 and 120),
  birth_date date,
  on_date date not null,
  recorded_by uuid default app.viewer_staff(),
  recorded_at timestamptz not null default now(),
  primary key (city, age_id),
  foreign key (city, person_id) references app.persons,
  constraint age_range check (years_high >= years_low),
  constraint age_has_value check (birth_date is not null or years_low is not null)
);
create index person_ages_person on app.person_ages (city, person_id, on_date);

create table app.person_merges (
  city text not null default app.city() references app.cities,
  person_id uuid not null,
  stands_for uuid not null,
  reason text not null default '',
  merged_by uuid not null default app.viewer_staff(),
  merged_at timestamptz not null default now(),
  primary key (city, person_id),
  foreign key (city, person_id) references app.persons,
  foreign key (city, stands_for) references app.persons,
  constraint merge_not_itself check (person_id <> stands_for)
);
create index person_merges_stands_for on app.person_merges (city, stands_for);
comment on table app.person_merges is 'person_id is represented by stands_for, which is never itself represented. Records stay with the person they were written to; unmerge deletes the row.';

create table app.match_reviews (
  city text not null default app.city() references app.cities,
  review_id uuid not null,
  person_id uuid not null,
  candidate_person_id uuid not null,
  encounter_id uuid,
  strength text not null check (strength in ('weak', 'likely', 'very_likely')),
  asked_by uuid not null default app.viewer_staff(),
  asked_at timestamptz not null default now(),
  answer text check (answer in ('same', 'different', 'cannot_tell')),
  answered_by uuid,
  answered_at timestamptz,
  reason text not null default '',
  primary key (city, review_id),
  foreign key (city, person_id) references app.persons,
  foreign key (city, candidate_person_id) references app.persons
);
create index match_reviews_open on app.match_reviews (city, asked_at) where answer is null;
create index match_reviews_person on app.match_reviews (city, person_id);
create index match_reviews_candidate on app.match_reviews (city, candidate_person_id);

create table app.match_looks (
  city text not null default app.city() references app.cities,
  look_id bigint generated always as identity,
  staff_id uuid not null default app.viewer_staff(),
  day date not null,
  looked_at timestamptz not null default now(),
  operation_id uuid,
  hints int not null default 0,
  primary key (city, look_id)
);
create index match_looks_budget on app.match_looks (city, staff_id, day);

create trigger persons_history after update of initials, named, sex, birth_from, birth_to, origin_area, residence_area or delete on app.persons for each row execute function sec.keep_history('person_id');
create trigger person_identities_history after update on app.person_identities for each row execute function sec.keep_history('person_id');
create trigger person_merges_history after delete on app.person_merges for each row execute function sec.keep_history('person_id');

-- ---------------------------------------------------------------- operations
create table app.operations (
  city text not null default app.city() references app.cities,
  operation_id uuid not null,
  kind text not null,
  state text not null default 'planned' check (state in ('planned', 'under_way', 'closed', 'cancelled', 'reported')),
  title text not null default '' check (length(title) <= 120),
  lead_agency text not null,
  planned_from timestamptz not null,
  planned_to timestamptz not null,
  started_at timestamptz,
  started_by uuid,
  closed_at timestamptz,
  closed_by uuid,
  instruction text not null default '' check (length(instruction) <= 2000),
  planned_by uuid default app.viewer_staff(),
  recorded_at timestamptz not null default now(),
  version int not null default 1,
  primary key (city, operation_id),
  foreign key (city, lead_agency) references app.agencies,
  constraint operation_times check (planned_to > planned_from and planned_to < planned_from + interval '7 days')
);
create index operations_by_day on app.operations (city, planned_from desc, operation_id);
create index operations_state on app.operations (city, state, planned_from);
create index operations_lead on app.operations (city, lead_agency);

create table app.operation_agencies (
  city text not null default app.city() references app.cities,
  operation_id uuid not null,
  agency_code text not null,
  primary key (city, operation_id, agency_code),
  foreign key (city, operation_id) references app.operations,
  foreign key (city, agency_code) references app.agencies
);
create index operation_agencies_agency on app.operation_agencies (city, agency_code);

create table app.operation_team (
  city text not null default app.city() references app.cities,
  operation_id uuid not null,
  staff_id uuid not null,
  primary key (city, operation_id, staff_id),
  foreign key (city, operation_id) references app.operations,
  foreign key (city, staff_id) references app.staff
);
create index operation_team_staff on app.operation_team (city, staff_id);

create table app.operation_sites (
  city text not null default app.city() references app.cities,
  operation_id uuid not null,
  site_no int not null,
  area_code text references app.areas,
  location_type text not null,
  place text not null default '' check (length(place) <= 200),
  primary key (city, operation_id, site_no),
  foreign key (city, operation_id) references app.operations
);
create index operation_sites_area on app.operation_sites (area_code);

create table app.operation_legal_bases (
  city text not null default app.city() references app.cities,
  operation_id uuid not null,
  legal_basis_id text not null,
  primary key (city, operation_id, legal_basis_id),
  foreign key (city, operation_id) references app.operations,
  foreign key (city, legal_basis_id) references app.legal_bases
);
create index operation_legal_bases_basis on app.operation_legal_bases (city, legal_basis_id);

create table app.operation_reports (
  city text not null default app.city() references app.cities,
  operation_id uuid not null,
  external_id text not null,
  source text not null,
  path text[] not null default '{}',
  reported jsonb not null,
  original jsonb not null,
  flags text[] not null default '{}',
  imported_at timestamptz not null default now(),
  primary key (city, operation_id),
  constraint operation_report_once unique (city, external_id),
  foreign key (city, operation_id) references app.operations
);
comment on table app.operation_reports is 'What a source reported of an operation, exactly as given; flags name contradictions. No custody is invented from it.';
create trigger operations_history after update or delete on app.operations for each row execute function sec.keep_history('operation_id');

-- ---------------------------------------------------------------- encounters
create table app.encounters (
  city text not null default app.city(),
  encounter_id uuid not null,
  person_id uuid,
  operation_id uuid,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  clock_flag text check (clock_flag in ('ahead', 'behind')),
  recorded_by uuid default app.viewer_staff(),
  agency_code text default app.viewer_agency(),
  approach text not null,
  activity text not null,
  location_type text not null,
  area_code text references app.areas,
  age_class text not null check (age_class in ('UNDER_18', 'ADULT', 'UNKNOWN')),
  sex text not null default 'unknown' check (sex in ('male', 'female', 'unknown')),
  stated_age int check (stated_age between 0 and 120),
  assessed_low int check (assessed_low between 0 and 120),
  assessed_high int check (assessed_high between 0 and 120),
  condition text,
  injury text,
  intoxication text check (intoxication in ('YES', 'NO', 'UNSURE')),
  needs text[] not null default '{}',
  companions text[] not null default '{}',
  group_id uuid,
  spot_outcome text check (spot_outcome in ('STAYED', 'DECLINED', 'REFERRED')),
  spot_outcome_at timestamptz,
  spot_outcome_by uuid,
  from_report boolean not null default false,
  primary key (city, encounter_id),
  foreign key (city, person_id) references app.persons,
  foreign key (city, operation_id) references app.operations,
  constraint encounter_has_person check (from_report or person_id is not null),
  constraint encounter_assessed_range check (assessed_high >= assessed_low)
);
create index encounters_person on app.encounters (city, person_id, occurred_at desc);
create index encounters_operation on app.encounters (city, operation_id);
create index encounters_when on app.encounters (city, occurred_at desc, encounter_id);
create index encounters_area on app.encounters (area_code);
comment on column app.encounters.clock_flag is 'The device''s clock was off by more than ten minutes ahead or a day behind; occurred_at then holds the server''s correction.';

create table app.encounter_texts (
  city text not null default app.city(),
  encounter_id uuid not null,
  person_id uuid not null,
  own_words text not null default '' check (length(own_words) <= 500),
  description text not null default '' check (length(description) <= 500),
  belongings text not null default '' check (length(belongings) <= 500),
  warned text[] not null default '{}',
  primary key (city, encounter_id),
  foreign key (city, encounter_id) references app.encounters
);
create index encounter_texts_person on app.encounter_texts (city, person_id);
comment on table app.encounter_texts is 'Short free text, apart from the encounter: shown in full to the case team only.';

create table app.encounter_points (
  city text not null default app.city(),
  encounter_id uuid not null,
  operation_id uuid,
  latitude numeric(7, 3) not null check (latitude between -11.5 and 6.5 and mod(latitude, 0.005) = 0),
  longitude numeric(8, 3) not null check (longitude between 94.5 and 141.5 and mod(longitude, 0.005) = 0),
  primary key (city, encounter_id),
  foreign key (city, encounter_id) references app.encounters
);
create index encounter_points_operation on app.encounter_points (city, operation_id);
comment on table app.encounter_points is 'A point rounded to 0.005 degrees (about 500 m); never for a sleeping place; after the operation closes only for its team.';
create trigger encounters_history after update or delete on app.encounters for each row execute function sec.keep_history('encounter_id');
