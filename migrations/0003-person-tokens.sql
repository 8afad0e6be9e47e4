-- Keyed hashes of name parts and other informative fields: what "met before?" and search compare, by equality only.
-- These are the rows to be found by, few and rare; what found persons are compared by is app.person_signatures.
create extension if not exists intarray with schema extensions;

create table app.person_tokens (
  token bigint not null,
  person_id uuid not null,
  field smallint not null check (field in (1, 2)),
  coarse smallint not null default 0,
  city text not null default app.city(),
  primary key (city, token, person_id) include (coarse),
  foreign key (city, person_id) references app.persons
);
create index person_tokens_person on app.person_tokens (city, person_id);
comment on table app.person_tokens is 'token = first 8 bytes of HMAC-SHA-256 under the city''s search key: no name can be read from it. What a person is found by.';
comment on column app.person_tokens.field is '1: a word of a name, as staff search it; 2: a combination of two fields, for "met before?".';
comment on column app.person_tokens.coarse is 'Sex (0 unknown, 1 male, 2 female) + 4 * (year of the middle of the range of birth - 1900), 0 for no year.';

create table app.person_token_counts (
  city text not null default app.city() references app.cities,
  token bigint not null,
  n int not null,
  primary key (city, token)
);
comment on table app.person_token_counts is 'How many persons have a common token, counted at night; a token that is not here is rare. Advice for the order of walking, never a bound.';

create table app.person_counts (
  city text primary key default app.city() references app.cities,
  persons int not null,
  counted_at timestamptz not null default now()
);
comment on table app.person_counts is 'How many persons had a signature at the last nightly count.';
