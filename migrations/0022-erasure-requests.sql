-- ---------------------------------------------------------------- erasure on request: asked by one, decided by another
create table app.erasure_requests (
  city text not null default app.city() references app.cities,
  request_id uuid not null,
  person_id uuid not null,
  reference text not null check (length(reference) between 3 and 60),
  asked_for text not null check (asked_for in ('SUBJECT', 'GUARDIAN')),
  reason text not null check (length(reason) between 3 and 500),
  deciding_agency text not null,
  asked_by uuid not null default app.viewer_staff(),
  asked_at timestamptz not null default now(),
  state text not null default 'waiting' check (state in ('waiting', 'approved', 'refused', 'done')),
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text not null default '' check (length(decision_reason) <= 500),
  done_at timestamptz,
  primary key (city, request_id),
  foreign key (city, person_id) references app.persons (city, person_id),
  foreign key (city, deciding_agency) references app.agencies (city, agency_code),
  constraint erasure_two_persons check (decided_by is null or decided_by <> asked_by),
  constraint erasure_decided check ((state = 'waiting') = (decided_by is null))
);
create unique index erasure_request_open on app.erasure_requests (city, person_id) where state in ('waiting', 'approved');
create index erasure_requests_person on app.erasure_requests (city, person_id);
create index erasure_requests_agency on app.erasure_requests (city, deciding_agency, asked_at desc);
create index erasure_requests_when on app.erasure_requests (city, asked_at desc, request_id);
comment on table app.erasure_requests is 'A person or its guardian asks to be forgotten: received by the officer of data protection, decided by a supervisor. Kept as proof; no names.';
select sec.lock_table('app.erasure_requests');
grant select, insert on app.erasure_requests to rangkul_app;
grant update (state, decided_by, decided_at, decision_reason) on app.erasure_requests to rangkul_app;
create policy officers_read on app.erasure_requests for select to rangkul_app
  using ((select app.viewer_role()) in ('data_protection_officer', 'auditor'));
create policy officer_asks on app.erasure_requests for insert to rangkul_app
  with check ((select app.viewer_role()) = 'data_protection_officer' and asked_by = (select app.viewer_staff()) and state = 'waiting');
create policy supervisor_reads on app.erasure_requests for select to rangkul_app
  using ((select app.viewer_role()) = 'supervisor' and deciding_agency = (select app.viewer_agency()));
create policy supervisor_decides on app.erasure_requests for update to rangkul_app
  using ((select app.viewer_role()) = 'supervisor' and deciding_agency = (select app.viewer_agency()) and state = 'waiting')
  with check (decided_by = (select app.viewer_staff()) and state in ('approved', 'refused'));
