-- ---------------------------------------------------------------- files: papers and evidence, as rows, sealed, in chunks
create table app.files (
  city text not null default app.city() references app.cities,
  file_id uuid not null,
  on_kind text not null check (on_kind in ('meeting', 'action')),
  on_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation')),
  byte_count int not null check (byte_count between 1 and 20971520),
  sha256 bytea not null check (length(sha256) = 32),
  agency_code text not null default app.viewer_agency(),
  kept_by uuid default app.viewer_staff(),
  kept_at timestamptz not null default now(),
  primary key (city, file_id),
  foreign key (city, agency_code) references app.agencies
);
create index files_on on app.files (city, on_kind, on_id, kept_at);
create index files_agency on app.files (city, agency_code);
comment on table app.files is 'Papers of a meeting and evidence of an action: what it is and who brought it. What it holds lies in file_chunks, sealed. Never about one child.';
create table app.file_chunks (
  city text not null default app.city() references app.cities,
  file_id uuid not null,
  chunk_no int not null check (chunk_no >= 0),
  sealed bytea not null,
  primary key (city, file_id, chunk_no),
  foreign key (city, file_id) references app.files on delete cascade
);
comment on table app.file_chunks is 'The contents of a file, each chunk sealed under the key of the installation.';

-- ---------------------------------------------------------------- meetings: called, invited to, held, closed
create table app.meetings (
  city text not null default app.city() references app.cities,
  meeting_id uuid not null,
  kind text not null check (kind in ('RAKOR', 'EVALUATION', 'TECHNICAL', 'CASE_CONFERENCE')),
  title text not null check (length(title) between 3 and 200),
  theme text not null default '' check (length(theme) <= 300),
  aims text[] not null default '{}' check (cardinality(aims) <= 12),
  place text not null check (length(place) between 2 and 200),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reply_by timestamptz,
  host_agency text not null,
  opened_by text not null default '' check (length(opened_by) <= 200),
  letter_number text not null default '' check (length(letter_number) <= 80),
  state text not null default 'planned' check (state in ('planned', 'invited', 'held', 'closed', 'cancelled')),
  follows_id uuid,
  cancel_reason text not null default '' check (length(cancel_reason) <= 500),
  invented boolean not null default false,
  called_by uuid default app.viewer_staff(),
  called_at timestamptz not null default now(),
  version int not null default 1,
  primary key (city, meeting_id),
  constraint meeting_ends_after check (ends_at > starts_at and ends_at <= starts_at + interval '14 days'),
  constraint meeting_reply_before check (reply_by is null or reply_by <= starts_at),
  constraint meeting_cancelled check ((state = 'cancelled') = (cancel_reason <> '')),
  foreign key (city, host_agency) references app.agencies (city, agency_code),
  foreign key (city, follows_id) references app.meetings (city, meeting_id)
);
create index meetings_when on app.meetings (city, starts_at desc, meeting_id);
create index meetings_host on app.meetings (city, host_agency);
create index meetings_follows on app.meetings (city, follows_id);
comment on table app.meetings is 'Coordination meetings and case conferences. follows_id: the meeting whose decisions this one evaluates. invented: of a demonstration, where the source names no decisions.';

create table app.meeting_legal_bases (
  city text not null default app.city() references app.cities,
  meeting_id uuid not null,
  legal_basis_id text not null,
  primary key (city, meeting_id, legal_basis_id),
  foreign key (city, meeting_id) references app.meetings,
  foreign key (city, legal_basis_id) references app.legal_bases
);
create index meeting_legal_bases_basis on app.meeting_legal_bases (city, legal_basis_id);
comment on table app.meeting_legal_bases is 'The legal bases a meeting is called on.';

create table app.meeting_speakers (
  city text not null default app.city() references app.cities,
  meeting_id uuid not null,
  speaker_id uuid not null,
  position int not null check (position between 1 and 60),
  name text not null default '' check (length(name) <= 120),
  office text not null check (length(office) between 2 and 200),
  topic text not null default '' check (length(topic) <= 300),
  paper_file_id uuid,
  primary key (city, speaker_id),
  constraint speaker_once unique (city, meeting_id, position),
  foreign key (city, meeting_id) references app.meetings,
  foreign key (city, paper_file_id) references app.files (city, file_id)
);
create index meeting_speakers_paper on app.meeting_speakers (city, paper_file_id);
comment on table app.meeting_speakers is 'Who speaks, in which office, on what. The name may be absent: an invitation goes to an office.';

create table app.meeting_cases (
  city text not null default app.city() references app.cities,
  meeting_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  primary key (city, meeting_id, case_id),
  foreign key (city, meeting_id) references app.meetings,
  foreign key (city, case_id) references app.cases,
  foreign key (city, person_id) references app.persons
);
create index meeting_cases_case on app.meeting_cases (city, case_id);
create index meeting_cases_person on app.meeting_cases (city, person_id);
comment on table app.meeting_cases is 'Cases that a case conference speaks of: to be seen only by who has standing towards the child, whoever is invited.';

-- ---------------------------------------------------------------- invitations and attendance
create table app.invitations (
  city text not null default app.city() references app.cities,
  meeting_id uuid not null,
  invitation_id uuid not null,
  number int not null check (number > 0),
  rule text not null check (length(rule) <= 120),
  agency_code text,
  area_code text references app.areas,
  office text not null check (length(office) between 2 and 200),
  name text not null default '' check (length(name) <= 120),
  email text not null default '' check (length(email) <= 200),
  reply_hash bytea not null check (length(reply_hash) = 32),
  state text not null default 'invited' check (state in ('invited', 'coming', 'delegated', 'declined')),
  delegate_name text not null default '' check (length(delegate_name) <= 120),
  delegate_office text not null default '' check (length(delegate_office) <= 200),
  reply_note text not null default '' check (length(reply_note) <= 500),
  replied_at timestamptz,
  reminded_at timestamptz,
  withdrawn_at timestamptz,
  primary key (city, invitation_id),
  constraint invitation_number unique (city, meeting_id, number),
  constraint invitation_of_body_or_name check (agency_code is not null or name <> ''),
  constraint invitation_replied check ((state = 'invited') = (replied_at is null)),
  constraint invitation_delegate check ((state = 'delegated') = (delegate_name <> '')),
  foreign key (city, meeting_id) references app.meetings,
  foreign key (city, agency_code) references app.agencies
);
create unique index invitation_once on app.invitations (city, meeting_id, agency_code, lower(office), lower(name)) where withdrawn_at is null;
create unique index invitations_reply on app.invitations (reply_hash);
create index invitations_agency on app.invitations (city, agency_code, meeting_id);
create index invitations_area on app.invitations (area_code);
comment on table app.invitations is 'One for each office or person asked. The link in the letter carries a secret of which only the hash lies here; it answers and checks in without an account.';

create table app.attendances (
  city text not null default app.city() references app.cities,
  meeting_id uuid not null,
  attendance_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  office text not null default '' check (length(office) <= 200),
  body text not null default '' check (length(body) <= 200),
  contact text not null default '' check (length(contact) <= 120),
  way text not null check (way in ('QR', 'DESK')),
  arrived_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default app.viewer_staff(),
  signature bytea check (length(signature) <= 65536),
  primary key (city, attendance_id),
  foreign key (city, meeting_id) references app.meetings
);
create index attendances_meeting on app.attendances (city, meeting_id, arrived_at);
comment on table app.attendances is 'Who was there. One person may stand for several invitations, as a delegate of two kelurahan does.';

create table app.attendance_for (
  city text not null default app.city() references app.cities,
  invitation_id uuid not null,
  attendance_id uuid not null,
  primary key (city, invitation_id),
  foreign key (city, invitation_id) references app.invitations,
  foreign key (city, attendance_id) references app.attendances
);
create index attendance_for_attendance on app.attendance_for (city, attendance_id);
comment on table app.attendance_for is 'Which invitation an attendance fulfils; an invitation is fulfilled once, however often its code is scanned.';

create table app.meeting_minutes (
  city text not null default app.city() references app.cities,
  meeting_id uuid not null,
  leader text not null check (length(leader) between 1 and 160),
  note_taker text not null check (length(note_taker) between 1 and 160),
  problems text not null default '' check (length(problems) <= 8000),
  solutions text not null default '' check (length(solutions) <= 8000),
  proceedings text not null default '' check (length(proceedings) <= 20000),
  signed_at timestamptz,
  written_by uuid default app.viewer_staff(),
  written_at timestamptz not null default now(),
  version int not null default 1,
  primary key (city, meeting_id),
  foreign key (city, meeting_id) references app.meetings
);
comment on table app.meeting_minutes is 'The notulen: leader, note-taker, what was raised and answered. No child is named; a case conference speaks by case numbers.';

-- ---------------------------------------------------------------- lock two
select sec.lock_table(t::regclass) from unnest(array['app.files', 'app.file_chunks', 'app.meetings', 'app.meeting_legal_bases', 'app.meeting_speakers',
  'app.meeting_cases', 'app.invitations', 'app.attendances', 'app.attendance_for', 'app.meeting_minutes']) t;
create function app.viewer_meetings() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare s sec.sessions;
begin
  select * into s from sec.sessions x
   where x.token_hash = sha256(convert_to(coalesce(current_setting('app.token', true), ''), 'UTF8')) and x.revoked_at is null and x.expires_at > now();
  return array(
    select m.meeting_id from app.meetings m
     where m.city = s.city and s.staff_id is not null
       and (m.host_agency = s.agency_code
         or (m.kind <> 'CASE_CONFERENCE' and s.role in ('coordinator', 'auditor', 'data_protection_officer'))
         or exists (select 1 from app.invitations i where i.city = m.city and i.agency_code = s.agency_code and i.meeting_id = m.meeting_id
              and i.withdrawn_at is null and m.state <> 'planned')));
end $$;
comment on function app.viewer_meetings is 'The meetings that are open to who asks: of the own agency, those it is invited to, and for who coordinates or reviews all but case conferences.';
revoke all on function app.viewer_meetings from public;
grant execute on function app.viewer_meetings to rangkul_app, rangkul_jobs;

grant select, insert on app.files, app.file_chunks, app.meetings, app.meeting_legal_bases, app.meeting_speakers, app.meeting_cases, app.invitations,
  app.attendances, app.attendance_for, app.meeting_minutes to rangkul_app;
grant update on app.meetings, app.meeting_speakers, app.invitations, app.meeting_minutes to rangkul_app;
grant delete on app.meeting_legal_bases, app.meeting_speakers, app.meeting_cases to rangkul_app;

create policy open_to_viewer on app.meetings for select to rangkul_app using (meeting_id = any ((select app.viewer_meetings())::uuid[]));
create policy host_calls on app.meetings for insert to rangkul_app with check (host_agency = (select app.viewer_agency())
  and (select app.viewer_role()) in ('coordinator', 'supervisor', 'social_worker') and called_by = (select app.viewer_staff()));
create policy host_changes on app.meetings for update to rangkul_app using (host_agency = (select app.viewer_agency())
  and (select app.viewer_role()) in ('coordinator', 'supervisor', 'social_worker')) with check (host_agency = (select app.viewer_agency()));

create function sec.lock_meeting_table(t regclass) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('create policy open_to_viewer on %s for select to rangkul_app using (meeting_id = any ((select app.viewer_meetings())::uuid[]))', t);
  execute format('create policy host_writes on %s for all to rangkul_app
    using ((select app.viewer_role()) in (''coordinator'', ''supervisor'', ''social_worker'') and exists (select 1 from app.meetings m where m.city = %2$s.city and m.meeting_id = %2$s.meeting_id and m.host_agency = (select app.viewer_agency())))', t, t::text);
end $$;
comment on function sec.lock_meeting_table is 'Rows of a meeting: read by those it is open to, written by the host.';
select sec.lock_meeting_table(t::regclass) from unnest(array['app.meeting_legal_bases', 'app.meeting_speakers', 'app.invitations', 'app.attendances',
  'app.meeting_minutes']) t;

create policy with_standing on app.meeting_cases for select to rangkul_app
  using (meeting_id = any ((select app.viewer_meetings())::uuid[]) and exists (select 1 from app.cases c where c.city = meeting_cases.city and c.case_id = meeting_cases.case_id));
create policy host_attaches on app.meeting_cases for all to rangkul_app
  using ((select app.viewer_role()) in ('supervisor', 'social_worker') and exists (select 1 from app.meetings m where m.city = meeting_cases.city
    and m.meeting_id = meeting_cases.meeting_id and m.host_agency = (select app.viewer_agency()) and m.kind = 'CASE_CONFERENCE')
    and exists (select 1 from app.cases c where c.city = meeting_cases.city and c.case_id = meeting_cases.case_id));

create policy of_meeting on app.attendance_for for select to rangkul_app
  using (exists (select 1 from app.invitations i where i.city = attendance_for.city and i.invitation_id = attendance_for.invitation_id));
create policy host_writes on app.attendance_for for insert to rangkul_app
  with check ((select app.viewer_role()) in ('coordinator', 'supervisor', 'social_worker') and exists (select 1 from app.attendances a
    join app.meetings m on m.city = a.city and m.meeting_id = a.meeting_id
   where a.city = attendance_for.city and a.attendance_id = attendance_for.attendance_id and m.host_agency = (select app.viewer_agency())));
