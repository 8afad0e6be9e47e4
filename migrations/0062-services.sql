-- ---------------------------------------------------------------- joint programmes: who offers what, where, for how many
create table app.programmes (
  city text not null default app.city() references app.cities,
  programme_id uuid not null,
  name text not null check (length(name) between 3 and 160),
  kind text not null check (kind in ('ONGOING', 'COHORT')),
  leg text not null,
  purpose text not null,
  duty_code text not null,
  owner_agency text not null,
  target_group text not null default '' check (length(target_group) <= 300),
  capacity int check (capacity between 1 and 100000),
  starts_on date not null,
  ends_on date,
  host_agency text,
  place text not null default '' check (length(place) <= 200),
  budget_line text not null default '' check (length(budget_line) <= 200),
  budget_amount bigint check (budget_amount >= 0),
  spent_amount bigint check (spent_amount >= 0),
  reported_participants int check (reported_participants >= 0),
  reported_result text not null default '' check (length(reported_result) <= 500),
  source text not null default '' check (length(source) <= 300),
  invented boolean not null default false,
  cancelled_at timestamptz,
  cancel_reason text not null default '' check (length(cancel_reason) <= 500),
  written_by uuid default app.viewer_staff(),
  written_at timestamptz not null default now(),
  version int not null default 1,
  primary key (city, programme_id),
  constraint programme_period check (ends_on is null or ends_on >= starts_on),
  constraint programme_cancelled check ((cancelled_at is null) = (cancel_reason = '')),
  constraint cohort_ends check (kind <> 'COHORT' or (ends_on is not null and capacity is not null)),
  foreign key (city, owner_agency) references app.agencies (city, agency_code),
  foreign key (city, host_agency) references app.agencies (city, agency_code)
);
create index programmes_when on app.programmes (city, starts_on desc, programme_id desc);
create index programmes_owner on app.programmes (city, owner_agency);
create index programmes_host on app.programmes (city, host_agency);
create trigger programmes_history after update or delete on app.programmes for each row execute function sec.keep_history('programme_id');
comment on table app.programmes is 'What an agency offers children and families, by leg and purpose. reported_…: what was published of one that took place before the city recorded here. No child is named in any of its texts.';

create table app.programme_areas (
  city text not null default app.city() references app.cities,
  programme_id uuid not null,
  area_code text not null references app.areas,
  primary key (city, programme_id, area_code),
  foreign key (city, programme_id) references app.programmes
);
create index programme_areas_area on app.programme_areas (area_code);
comment on table app.programme_areas is 'The kecamatan and kelurahan a programme covers; without any it covers the whole city.';

create table app.programme_partners (
  city text not null default app.city() references app.cities,
  programme_id uuid not null,
  agency_code text not null,
  part text not null default '' check (length(part) <= 200),
  primary key (city, programme_id, agency_code),
  foreign key (city, programme_id) references app.programmes,
  foreign key (city, agency_code) references app.agencies
);
create index programme_partners_agency on app.programme_partners (city, agency_code);
comment on table app.programme_partners is 'Who else takes part in a programme, with which part.';

create table app.enrolments (
  city text not null default app.city() references app.cities,
  enrolment_id uuid not null,
  programme_id uuid not null,
  person_id uuid not null,
  number int check (number > 0),
  state text not null check (state in ('refused', 'enrolled', 'left', 'finished')),
  child_says text not null check (child_says in ('agrees', 'refuses', 'not_asked')),
  guardian_says text not null check (guardian_says in ('agrees', 'refuses', 'not_reached', 'none')),
  asked_on date not null,
  ended_on date,
  ended_by text check (ended_by in ('child', 'guardian', 'team')),
  recorded_by uuid default app.viewer_staff(),
  recorded_at timestamptz not null default now(),
  version int not null default 1,
  primary key (city, enrolment_id),
  constraint enrolment_wanted check (state = 'refused' or (child_says = 'agrees' and guardian_says <> 'refuses')),
  constraint refusal_said check (state <> 'refused' or child_says = 'refuses' or guardian_says = 'refuses'),
  constraint enrolment_number check ((state = 'refused') = (number is null)),
  constraint enrolment_ended check ((state in ('left', 'finished')) = (ended_on is not null) and (state = 'left') = (ended_by is not null)),
  foreign key (city, programme_id) references app.programmes,
  foreign key (city, person_id) references app.persons
);
create index enrolments_programme on app.enrolments (city, programme_id, number);
create index enrolments_person on app.enrolments (city, person_id);
create unique index enrolment_open_once on app.enrolments (city, programme_id, person_id) where state = 'enrolled';
comment on table app.enrolments is 'That a child was asked, what it and who cares for it said, and its place. A refusal is a row and nothing else: no reason is asked, no other record changes. number: by which the child is called in lists that name nobody.';

create table app.programme_sessions (
  city text not null default app.city() references app.cities,
  programme_id uuid not null,
  session_id uuid not null,
  day date not null,
  title text not null check (length(title) between 2 and 200),
  primary key (city, session_id),
  foreign key (city, programme_id) references app.programmes
);
create index programme_sessions_programme on app.programme_sessions (city, programme_id, day);
comment on table app.programme_sessions is 'The days of a cohort, or the meetings of a programme.';

create table app.session_attendance (
  city text not null default app.city() references app.cities,
  session_id uuid not null,
  enrolment_id uuid not null,
  presence text not null check (presence in ('present', 'absent', 'excused', 'left_early')),
  noted_by uuid default app.viewer_staff(),
  noted_at timestamptz not null default now(),
  primary key (city, session_id, enrolment_id),
  foreign key (city, session_id) references app.programme_sessions,
  foreign key (city, enrolment_id) references app.enrolments
);
create index session_attendance_enrolment on app.session_attendance (city, enrolment_id);
comment on table app.session_attendance is 'Who was there on a day, by place in the programme. Staying away has no consequence.';

create table app.programme_outcomes (
  city text not null default app.city() references app.cities,
  outcome_id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  after_months int not null check (after_months in (0, 3, 6, 12)),
  outcome text not null,
  seen_on date not null,
  recorded_by uuid default app.viewer_staff(),
  recorded_at timestamptz not null default now(),
  primary key (city, outcome_id),
  foreign key (city, enrolment_id) references app.enrolments,
  foreign key (city, person_id) references app.persons
);
create index programme_outcomes_enrolment on app.programme_outcomes (city, enrolment_id, after_months);
create index programme_outcomes_person on app.programme_outcomes (city, person_id);
comment on table app.programme_outcomes is 'How a child fares at the end of a programme and 3, 6 and 12 months later, in one code.';

create index audit_rows_duties on app.audit_rows (city, audit_id) where on_kind = 'duty';

-- ---------------------------------------------------------------- lock two
select sec.lock_table(t::regclass) from unnest(array['app.programmes', 'app.programme_areas', 'app.programme_partners', 'app.enrolments',
  'app.programme_sessions', 'app.session_attendance', 'app.programme_outcomes']) t;
grant select on app.programmes, app.programme_areas, app.programme_partners, app.enrolments, app.programme_sessions, app.session_attendance,
  app.programme_outcomes to rangkul_app;
grant insert on app.programmes, app.programme_areas, app.programme_partners, app.enrolments, app.programme_sessions, app.session_attendance,
  app.programme_outcomes to rangkul_app;
grant update on app.programmes to rangkul_app;
grant update (state, ended_on, ended_by, version) on app.enrolments to rangkul_app;
grant update (presence, noted_by, noted_at) on app.session_attendance to rangkul_app;
grant delete on app.programme_areas, app.programme_partners to rangkul_app;

create policy staff_reads on app.programmes for select to rangkul_app using ((select app.viewer_staff()) is not null);
create policy owner_writes on app.programmes for all to rangkul_app using ((select app.viewer_role()) = 'coordinator'
  or (owner_agency = (select app.viewer_agency()) and (select app.viewer_role()) in ('supervisor', 'social_worker', 'partner_desk', 'area_desk')));
do $$
declare t text;
begin
  foreach t in array array['programme_areas', 'programme_partners', 'programme_sessions'] loop
    execute format('create policy staff_reads on app.%I for select to rangkul_app using ((select app.viewer_staff()) is not null)', t);
    execute format('create policy owner_writes on app.%1$I for all to rangkul_app using ((select app.viewer_role()) = ''coordinator''
      or ((select app.viewer_role()) in (''supervisor'', ''social_worker'', ''partner_desk'', ''area_desk'') and exists (select 1 from app.programmes p
        where p.city = %1$I.city and p.programme_id = %1$I.programme_id and p.owner_agency = (select app.viewer_agency()))))', t);
  end loop;
end $$;

-- Who has the child's case or the child; and the desks that run the programme, who learn places and days and no child.
create policy reached on app.enrolments for select to rangkul_app using (exists (select 1 from app.reach r
  where r.city = enrolments.city and r.person_id = enrolments.person_id and r.person_id >= enrolments.person_id and r.level in ('full', 'held')));
create policy owner_reads on app.enrolments for select to rangkul_app using (state <> 'refused'
  and (select app.viewer_role()) in ('supervisor', 'social_worker', 'partner_desk', 'area_desk', 'custody_desk')
  and exists (select 1 from app.programmes p where p.city = enrolments.city and p.programme_id = enrolments.programme_id
    and p.owner_agency = (select app.viewer_agency())));
create policy reached_adds on app.enrolments for insert to rangkul_app with check (recorded_by = (select app.viewer_staff())
  and (select app.viewer_role()) in ('supervisor', 'social_worker', 'custody_desk') and app.viewer_reaches(person_id, array['full', 'held']));
create policy reached_changes on app.enrolments for update to rangkul_app using (app.viewer_reaches(person_id, array['full', 'held']));
create policy with_enrolment on app.session_attendance for all to rangkul_app using (exists (select 1 from app.enrolments e
  where e.city = session_attendance.city and e.enrolment_id = session_attendance.enrolment_id));
create policy reached on app.programme_outcomes for all to rangkul_app using (app.viewer_reaches(person_id, array['full', 'held']));

-- ---------------------------------------------------------------- doors that show figures and no child
create function app.programme_counts(a_programmes uuid[]) returns table (programme_id uuid, enrolled int, finished int, ended int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.programme_id, (count(*) filter (where e.state = 'enrolled'))::int, (count(*) filter (where e.state = 'finished'))::int,
         (count(*) filter (where e.state = 'left'))::int
    from app.enrolments e
   where app.viewer_staff() is not null and e.city = app.city() and e.programme_id = any (a_programmes) and e.state <> 'refused'
   group by e.programme_id $$;
comment on function app.programme_counts is 'How many places of a programme are taken, were finished and were left. Refusals are counted for nobody.';

create function app.take_place(a_programme uuid) returns table (number int, taken int)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if app.viewer_role() is null or app.viewer_role() not in ('supervisor', 'social_worker', 'custody_desk') then return; end if;
  -- Two who enrol at the same moment must not both get the last place, nor one number.
  perform pg_advisory_xact_lock(hashtextextended('place ' || a_programme, 0));
  return query
    select coalesce(max(e.number), 0) + 1, (count(*) filter (where e.state in ('enrolled', 'finished')))::int
      from app.enrolments e where e.city = app.city() and e.programme_id = a_programme;
end $$;
comment on function app.take_place is 'The next number of a programme and how many places are taken, for whoever enrols; others wait from here to the commit.';

create function app.outcomes_of(a_programme uuid) returns table (after_months int, outcome text, n int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.after_months, o.outcome, count(*)::int
    from app.programme_outcomes o join app.enrolments e on e.city = o.city and e.enrolment_id = o.enrolment_id
   where e.city = app.city() and e.programme_id = a_programme
     and (app.viewer_role() in ('coordinator', 'auditor') or exists (select 1 from app.programmes p
       where p.city = e.city and p.programme_id = e.programme_id and p.owner_agency = app.viewer_agency()))
   group by o.after_months, o.outcome
   order by o.after_months, o.outcome $$;
comment on function app.outcomes_of is 'How the children of a programme fare, counted, for who owns or oversees it.';

create function app.children_met_by_district(a_from date, a_to date) returns table (area_code text, children int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select left(f.area_code, 8), count(distinct f.head_id)::int
    from app.met_facts f
   where f.city = app.city() and f.month >= a_from and f.month < a_to and f.age_class <> 'ADULT' and length(f.area_code) >= 8
     and (app.viewer_role() in ('coordinator', 'supervisor', 'auditor', 'social_worker')
       or (app.viewer_role() = 'area_desk' and f.area_code like left(app.viewer_area(), 8) || '%'))
   group by 1 $$;
comment on function app.children_met_by_district is 'How many children were met in each kecamatan in some months, each counted once; for who reads the board.';
revoke all on function app.programme_counts, app.take_place, app.outcomes_of, app.children_met_by_district from public;
grant execute on function app.programme_counts, app.take_place, app.outcomes_of, app.children_met_by_district to rangkul_app, rangkul_jobs;
