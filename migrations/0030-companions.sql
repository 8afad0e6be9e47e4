-- Children met together: what a child can be found by of those it was met with. Written at night, never while recording.
create table app.companion_forms (
  person_id uuid not null,
  companion_id uuid not null,
  city text not null default app.city(),
  tokens bigint[] not null,
  marks int[] not null,
  primary key (city, person_id, companion_id),
  foreign key (city, person_id) references app.persons,
  foreign key (city, companion_id) references app.persons,
  constraint companion_not_itself check (person_id <> companion_id)
);
create index companion_forms_companion on app.companion_forms (city, companion_id);
comment on table app.companion_forms is 'What person_tokens and person_signatures of a person hold because of one companion, so that it can be taken out again when the companion is erased or joined with another record. Keyed hashes; no name.';

create table app.companions_to_renew (
  person_id uuid not null,
  city text not null default app.city(),
  since timestamptz not null default now(),
  primary key (city, person_id),
  foreign key (city, person_id) references app.persons
);
comment on table app.companions_to_renew is 'Persons whose records were joined or taken apart since the last night: whom they were met with is worked out anew.';

create table app.companion_runs (
  city text primary key default app.city() references app.cities,
  until timestamptz not null
);
comment on table app.companion_runs is 'Up to when encounters and names have gone into companion_forms.';

select sec.lock_table('app.companion_forms');
select sec.lock_table('app.companions_to_renew');
select sec.lock_table('app.companion_runs');
