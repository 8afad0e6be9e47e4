-- ---------------------------------------------------------------- letters: numbered, frozen, to be verified by anybody
create table app.letter_counters (
  city text not null default app.city() references app.cities,
  agency_code text not null default app.viewer_agency(),
  year int not null check (year between 2012 and 2200),
  last int not null check (last > 0),
  primary key (city, agency_code, year),
  foreign key (city, agency_code) references app.agencies
);
comment on table app.letter_counters is 'The last letter number that an agency gave out in a year; a number is given out once, none is left out.';

create table app.letters (
  city text not null default app.city() references app.cities,
  letter_id uuid not null,
  kind text not null check (kind in ('INVITATION', 'ATTENDANCE', 'MINUTES', 'RESOLUTIONS', 'FOLLOW_UP', 'MEMO')),
  on_kind text not null check (on_kind in ('meeting')),
  on_id uuid not null,
  agency_code text not null default app.viewer_agency(),
  year int not null,
  serial int not null check (serial > 0),
  number text not null check (length(number) between 1 and 80),
  code text not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
  contents jsonb not null,
  issued_by uuid not null default app.viewer_staff(),
  issued_at timestamptz not null default now(),
  primary key (city, letter_id),
  constraint letter_number_once unique (city, agency_code, year, serial),
  foreign key (city, agency_code) references app.agencies
);
create unique index letters_code on app.letters (code);
create index letters_on on app.letters (city, on_kind, on_id, issued_at);
comment on table app.letters is 'Issued letters. contents: what stands in it, frozen, so that it is printed again as it was. code: on the paper, for app.verify_letter.';

-- ---------------------------------------------------------------- exports that name people: asked, allowed by a second person, made by a job
create table app.exports (
  city text not null default app.city() references app.cities,
  export_id uuid not null,
  meeting_id uuid not null,
  kind text not null check (kind in ('INVITATIONS', 'INVITATION_LIST', 'ATTENDANCE')),
  names int not null check (names >= 0),
  purpose text not null check (length(purpose) between 3 and 300),
  state text not null check (state in ('asked', 'refused', 'queued', 'running', 'done', 'failed')),
  agency_code text not null default app.viewer_agency(),
  asked_by uuid not null default app.viewer_staff(),
  asked_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  decide_reason text not null default '' check (length(decide_reason) <= 500),
  done int not null default 0,
  total int not null default 0,
  ended_at timestamptz,
  file_id uuid,
  locale text not null default 'id' check (locale in ('id', 'en')),
  primary key (city, export_id),
  constraint export_by_another check (decided_by is null or decided_by <> asked_by),
  constraint export_second_person check (names <= 50 or state in ('asked', 'refused') or decided_by is not null),
  foreign key (city, meeting_id) references app.meetings,
  foreign key (city, agency_code) references app.agencies
);
create index exports_meeting on app.exports (city, meeting_id, asked_at);
create index exports_agency on app.exports (city, agency_code, asked_at);
comment on table app.exports is 'Files that name people. One that names more than 50 is made only after another person allowed it.';

-- ---------------------------------------------------------------- files: also what a job made; parts on their way in
alter table app.files drop constraint files_on_kind_check, drop constraint files_media_type_check, drop constraint files_byte_count_check;
alter table app.files
  add constraint files_on_kind_check check (on_kind in ('meeting', 'action', 'export')),
  add constraint files_media_type_check check (media_type in ('application/pdf', 'image/png', 'image/jpeg', 'application/zip',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation') and (media_type <> 'application/zip' or on_kind = 'export')),
  add constraint files_byte_count_check check (byte_count between 1 and 20971520 or (on_kind = 'export' and byte_count between 1 and 209715200));
create table app.upload_parts (
  city text not null default app.city() references app.cities,
  file_id uuid not null,
  part_no int not null check (part_no between 0 and 159),
  sealed bytea not null,
  sent_by uuid not null default app.viewer_staff(),
  sent_at timestamptz not null default now(),
  primary key (city, file_id, part_no)
);
create index upload_parts_sent on app.upload_parts (city, sent_at);
comment on table app.upload_parts is 'A file on its way in, part by part, sealed; becomes file_chunks when it is whole and is what it says, else goes after a day.';

-- ---------------------------------------------------------------- lock two
select sec.lock_table(t::regclass) from unnest(array['app.letter_counters', 'app.letters', 'app.exports', 'app.upload_parts']) t;
grant select, insert on app.letters, app.exports, app.upload_parts, app.letter_counters to rangkul_app;
grant update on app.letter_counters to rangkul_app;
grant update (state, decided_by, decided_at, decide_reason) on app.exports to rangkul_app;
grant delete on app.upload_parts to rangkul_app;

create policy own_agency on app.letter_counters for all to rangkul_app using (agency_code = (select app.viewer_agency()));
create policy of_its_meeting on app.letters for select to rangkul_app
  using (on_kind = 'meeting' and on_id = any ((select app.viewer_meetings())::uuid[]));
create policy host_issues on app.letters for insert to rangkul_app with check (agency_code = (select app.viewer_agency())
  and issued_by = (select app.viewer_staff()) and (select app.viewer_role()) in ('coordinator', 'supervisor', 'social_worker')
  and on_kind = 'meeting' and exists (select 1 from app.meetings m where m.city = letters.city and m.meeting_id = letters.on_id
    and m.host_agency = (select app.viewer_agency())));
create policy agency_or_administrator on app.exports for select to rangkul_app
  using (agency_code = (select app.viewer_agency()) or (select app.viewer_role()) = 'administrator');
create policy host_asks on app.exports for insert to rangkul_app with check (asked_by = (select app.viewer_staff()) and decided_by is null
  and agency_code = (select app.viewer_agency()) and exists (select 1 from app.meetings m where m.city = exports.city
    and m.meeting_id = exports.meeting_id and m.host_agency = (select app.viewer_agency())));
create policy another_decides on app.exports for update to rangkul_app
  using (state = 'asked' and asked_by <> (select app.viewer_staff())
    and (agency_code = (select app.viewer_agency()) or (select app.viewer_role()) = 'administrator'))
  with check (decided_by = (select app.viewer_staff()) and state in ('queued', 'refused'));
create policy own_parts on app.upload_parts for all to rangkul_app using (sent_by = (select app.viewer_staff()));
create policy of_export on app.files for select to rangkul_app using (on_kind = 'export' and exists (select 1 from app.exports e
  where e.city = files.city and e.export_id = files.on_id and (e.asked_by = (select app.viewer_staff()) or e.decided_by = (select app.viewer_staff()))));
