-- Keyed hashes of name parts and other informative fields: what "met before?" and search compare, by equality only.
create table app.person_tokens (
  city text not null default app.city() references app.cities,
  token bigint not null,
  person_id uuid not null,
  field smallint not null,
  primary key (city, token, person_id, field),
  foreign key (city, person_id) references app.persons
);
create index person_tokens_person on app.person_tokens (city, person_id);
comment on table app.person_tokens is 'token = first 8 bytes of HMAC-SHA-256 under the city''s search key: no name can be read from it.';
