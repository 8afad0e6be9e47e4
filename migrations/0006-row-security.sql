-- Lock two, part two: row level security, on and forced for every table that holds a city's records.
-- "r.person_id = x.person_id and r.person_id >= x.person_id" says nothing new; the second half keeps PostgreSQL from
-- hashing the whole of reach for one page of a list: each row is looked up by the primary key instead.
create function sec.lock_table(t regclass) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('create policy owner_keeps on %s for all to rangkul_migrator using (current_user = ''rangkul_migrator'')', t);
  execute format('create policy city_only on %s as restrictive for all to rangkul_app, rangkul_jobs
    using (city = (select app.city())) with check (city = (select app.city()))', t);
  execute format('create policy service on %s for all to rangkul_jobs using ((select app.viewer_role()) like ''service%%'')', t);
  execute format('grant select, insert, update, delete on %s to rangkul_jobs', t);
  execute format('grant select on %s to rangkul_backup', t);
end $$;
comment on function sec.lock_table is 'What every table of a city gets; the permissive policies that let the application in are written out below, table by table.';

do $$
declare t text;
begin
  foreach t in array array['codes', 'settings', 'holidays', 'agencies', 'legal_bases', 'duties', 'staff', 'audit_rows', 'audit_seals', 'command_log',
    'history', 'erasures', 'legal_holds', 'persons', 'person_identities', 'person_ages', 'person_merges', 'person_tokens',
    'person_token_counts', 'person_counts', 'match_reviews',
    'match_looks', 'operations', 'operation_agencies', 'operation_team', 'operation_sites', 'operation_legal_bases', 'operation_reports',
    'encounters', 'encounter_texts', 'encounter_points', 'custody_intervals', 'handovers', 'belongings', 'custody_steps', 'custody_fears',
    'complaints', 'cases', 'case_workers', 'assessments', 'assessment_factors', 'plan_lines', 'case_notes', 'sealed_fields', 'sealed_openings', 'case_closures',
    'aftercare_visits', 'contact_alerts', 'break_glass', 'referrals', 'referral_contents', 'referral_answers', 'referral_pauses', 'reach'] loop
    perform sec.lock_table(('app.' || t)::regclass);
  end loop;
end $$;
revoke insert, update, delete on app.audit_rows, app.audit_seals, app.history from rangkul_jobs;
grant insert on app.audit_rows, app.audit_seals to rangkul_jobs;
revoke insert, update, delete on app.reach from rangkul_jobs;

grant select on app.areas to rangkul_app, rangkul_jobs, rangkul_backup, rangkul_portal;
grant insert, update on app.areas to rangkul_jobs;
grant select on app.cities to rangkul_app, rangkul_jobs, rangkul_backup;
grant insert, update on app.cities to rangkul_jobs;
grant select, insert, update on app.backups to rangkul_jobs;
grant select on app.backups to rangkul_app, rangkul_backup;
grant usage on all sequences in schema app to rangkul_app, rangkul_jobs;

alter table app.cities enable row level security;
alter table app.cities force row level security;
create policy owner_keeps on app.cities for all to rangkul_migrator using (current_user = 'rangkul_migrator');
create policy own_city on app.cities for select to rangkul_app using (city = (select app.city()));
create policy service on app.cities for all to rangkul_jobs using (session_user = 'rangkul_jobs');
alter table app.backups enable row level security;
alter table app.backups force row level security;
create policy owner_keeps on app.backups for all to rangkul_migrator using (current_user = 'rangkul_migrator');
create policy administrator_reads on app.backups for select to rangkul_app using ((select app.viewer_role()) = 'administrator');
create policy service on app.backups for all to rangkul_jobs using (session_user = 'rangkul_jobs');

-- open to all who are at work here
grant select on app.codes, app.settings, app.holidays, app.agencies, app.legal_bases, app.duties, app.staff to rangkul_app;
create policy staff_reads on app.codes for select to rangkul_app using ((select app.viewer_staff()) is not null);
create policy staff_reads on app.settings for select to rangkul_app using ((select app.viewer_staff()) is not null);
create policy staff_reads on app.holidays for select to rangkul_app using ((select app.viewer_staff()) is not null);
create policy staff_reads on app.agencies for select to rangkul_app using ((select app.viewer_staff()) is not null);
create policy staff_reads on app.legal_bases for select to rangkul_app using ((select app.viewer_staff()) is not null);
create policy staff_reads on app.duties for select to rangkul_app using ((select app.viewer_staff()) is not null);
create policy staff_reads on app.staff for select to rangkul_app using ((select app.viewer_staff()) is not null);
grant insert, update on app.codes, app.settings, app.legal_bases, app.duties, app.staff to rangkul_app;
create policy administrator_writes on app.codes for all to rangkul_app using ((select app.viewer_role()) = 'administrator');
create policy administrator_writes on app.settings for all to rangkul_app using ((select app.viewer_role()) = 'administrator');
create policy administrator_writes on app.staff for all to rangkul_app using ((select app.viewer_role()) = 'administrator');
create policy city_office_writes on app.legal_bases for all to rangkul_app using ((select app.viewer_role()) in ('administrator', 'coordinator'));
create policy city_office_writes on app.duties for all to rangkul_app using ((select app.viewer_role()) in ('administrator', 'coordinator'));

-- audit: everyone adds under his own name; the officer of data protection and the auditor read; a case team reads who looked at its child
grant select, insert on app.audit_rows to rangkul_app;
create policy adds_own on app.audit_rows for insert to rangkul_app with check (staff_id = (select app.viewer_staff()) and txid = pg_current_xact_id());
create policy officers_read on app.audit_rows for select to rangkul_app using ((select app.viewer_role()) in ('data_protection_officer', 'auditor'));
create policy team_reads_who_looked on app.audit_rows for select to rangkul_app
  using (exists (select 1 from app.reach r where r.city = audit_rows.city and r.person_id = any (audit_rows.persons) and r.level = 'full'));
grant select on app.audit_seals to rangkul_app;
create policy officers_read on app.audit_seals for select to rangkul_app using ((select app.viewer_role()) in ('data_protection_officer', 'auditor'));
grant select, insert on app.command_log to rangkul_app;
create policy own on app.command_log for all to rangkul_app using (staff_id = (select app.viewer_staff()));
grant select on app.history to rangkul_app;
create policy officers_read on app.history for select to rangkul_app
  using ((select app.viewer_role()) in ('data_protection_officer', 'auditor') and table_name <> 'person_identities');
create policy team_reads_case on app.history for select to rangkul_app
  using (table_name in ('cases', 'plan_lines') and exists (select 1 from app.reach r where r.city = history.city and r.person_id = (history.was ->> 'person_id')::uuid and r.level = 'full'));
grant select, insert, update on app.legal_holds to rangkul_app;
create policy officer_holds on app.legal_holds for all to rangkul_app using ((select app.viewer_role()) = 'data_protection_officer');
grant select on app.erasures to rangkul_app;
create policy officers_read on app.erasures for select to rangkul_app using ((select app.viewer_role()) in ('data_protection_officer', 'auditor'));

-- reach: each viewer sees the rows that are for him
grant select on app.reach to rangkul_app;
create policy for_viewer on app.reach for select to rangkul_app using (
  (until is null or until > now()) and (
    staff_id = (select app.viewer_staff())
    or operation_id = any ((select app.viewer_operations())::uuid[])
    or (staff_id is null and operation_id is null
      and (agency_code = (select app.viewer_agency()) or (agency_code is null and role is not null))
      and (role is null or role = (select app.viewer_role()))
      and (select app.viewer_role()) not in ('coordinator', 'community_body', 'data_protection_officer', 'auditor', 'administrator'))));

-- What a new row is checked by: the same reach in one look-up, because a policy on an insert is planned and started anew for every row.
create function app.viewer_reaches(a_person uuid, a_levels text[] default null, a_identity boolean default false) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
declare s sec.sessions;
begin
  select * into s from sec.sessions x
   where x.token_hash = sha256(convert_to(coalesce(current_setting('app.token', true), ''), 'UTF8')) and x.revoked_at is null and x.expires_at > now();
  -- Always by the person, whose rows are few: an operation's are many.
  return exists (
    with r as materialized (
      select r.staff_id, r.operation_id, r.agency_code, r.role
        from app.reach r
       where r.city = s.city and r.person_id = a_person and (r.until is null or r.until > now())
         and (a_levels is null or r.level = any (a_levels)) and (r.identity or not a_identity))
    select 1 from r
     where r.staff_id = s.staff_id
       or exists (select 1 from app.operation_team t join app.operations o on o.city = t.city and o.operation_id = t.operation_id and o.state = 'under_way'
            where t.city = s.city and t.operation_id = r.operation_id and t.staff_id = s.staff_id)
       or (r.staff_id is null and r.operation_id is null and (r.agency_code = s.agency_code or (r.agency_code is null and r.role is not null))
         and (r.role is null or r.role = s.role)
         and s.role not in ('coordinator', 'community_body', 'data_protection_officer', 'auditor', 'administrator')));
end $$;
comment on function app.viewer_reaches is 'Whether the policy for_viewer of reach shows the viewer a row of this person, of these levels; for checks of new rows.';
create function app.viewer_recorded(a_encounter uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select 1 from app.encounters e
    where e.city = (select app.city()) and e.encounter_id = a_encounter and e.recorded_by = (select app.viewer_staff()));
end $$;
comment on function app.viewer_recorded is 'Whether the viewer recorded this encounter: only then may texts or a point be added to it.';

-- persons and what hangs on them
grant select, insert, update on app.persons to rangkul_app;
create policy reached on app.persons for select to rangkul_app
  using (exists (select 1 from app.reach r where r.city = persons.city and r.person_id = persons.person_id and r.person_id >= persons.person_id));
create policy coordinator_initials on app.persons for select to rangkul_app using ((select app.viewer_role()) = 'coordinator');
create policy recorder_adds on app.persons for insert to rangkul_app with check (recorded_by = (select app.viewer_staff())
  and (select app.viewer_role()) in ('field_officer', 'custody_desk', 'social_worker', 'supervisor'));
create policy reached_changes on app.persons for update to rangkul_app
  using (exists (select 1 from app.reach r where r.city = persons.city and r.person_id = persons.person_id and r.person_id >= persons.person_id));

grant select, insert, update on app.person_identities to rangkul_app;
create policy reached on app.person_identities for select to rangkul_app
  using (exists (select 1 from app.reach r where r.city = person_identities.city and r.person_id = person_identities.person_id and r.person_id >= person_identities.person_id and r.identity));
create policy reached_adds on app.person_identities for insert to rangkul_app
  with check (changed_by = (select app.viewer_staff()) and app.viewer_reaches(person_id, null, true));
create policy reached_changes on app.person_identities for update to rangkul_app
  using (app.viewer_reaches(person_id, null, true)) with check (changed_by = (select app.viewer_staff()) and app.viewer_reaches(person_id, null, true));
grant select, insert, delete on app.person_tokens to rangkul_app;
create policy reached on app.person_tokens for select to rangkul_app
  using (exists (select 1 from app.reach r where r.city = person_tokens.city and r.person_id = person_tokens.person_id and r.person_id >= person_tokens.person_id and r.identity));
create policy reached_adds on app.person_tokens for insert to rangkul_app with check (app.viewer_reaches(person_id, null, true));
create policy reached_removes on app.person_tokens for delete to rangkul_app using (app.viewer_reaches(person_id, null, true));

do $$
declare t text; levels text;
begin
  for t, levels in values
    ('person_ages', null), ('custody_intervals', null), ('handovers', '''full'', ''held'', ''team'''),
    ('belongings', '''full'', ''held'', ''team'''), ('custody_steps', '''full'', ''held'', ''team'''), ('custody_fears', '''full'', ''held'', ''team'''),
    ('assessments', '''full'''), ('assessment_factors', '''full'''), ('case_notes', '''full'''), ('sealed_fields', '''full'''),
    ('case_closures', '''full'''), ('sealed_openings', '''full'''), ('case_workers', '''full''') loop
    execute format('grant select, insert, update on app.%I to rangkul_app', t);
    execute format('create policy reached on app.%I for select to rangkul_app using (exists (
      select 1 from app.reach r where r.city = %I.city and r.person_id = %I.person_id and r.person_id >= %3$I.person_id%s))', t, t, t,
      case when levels is null then '' else ' and r.level in (' || levels || ')' end);
    execute format('create policy reached_adds on app.%I for insert to rangkul_app with check (app.viewer_reaches(person_id%s))', t,
      case when levels is null then '' else ', array[' || levels || ']' end);
    execute format('create policy reached_changes on app.%I for update to rangkul_app using (app.viewer_reaches(person_id%s))', t,
      case when levels is null then '' else ', array[' || levels || ']' end);
  end loop;
end $$;
grant select, insert, update on app.cases to rangkul_app;
create policy reached on app.cases for select to rangkul_app using (exists (select 1 from app.reach r
  where r.city = cases.city and r.person_id = cases.person_id and r.person_id >= cases.person_id and r.level in ('full', 'held', 'referral', 'task')));
create policy team_changes on app.cases for update to rangkul_app using (exists (select 1 from app.reach r
  where r.city = cases.city and r.person_id = cases.person_id and r.person_id >= cases.person_id and r.level = 'full'));
create policy officers_read on app.sealed_openings for select to rangkul_app
  using ((select app.viewer_role()) in ('data_protection_officer', 'auditor'));
create policy held_open_case on app.cases for insert to rangkul_app with check ((select app.viewer_role()) in ('social_worker', 'supervisor')
  and exists (select 1 from app.reach r where r.city = cases.city and r.person_id = cases.person_id and r.person_id >= cases.person_id and r.level in ('team', 'held', 'full', 'review')));

grant select, insert, delete on app.person_merges to rangkul_app;
create policy reached on app.person_merges for select to rangkul_app
  using (exists (select 1 from app.reach r where r.city = person_merges.city and r.person_id in (person_merges.person_id, person_merges.stands_for)));
create policy coordinator_counts on app.person_merges for select to rangkul_app using ((select app.viewer_role()) = 'coordinator');
create policy supervisor_merges on app.person_merges for all to rangkul_app using ((select app.viewer_role()) = 'supervisor'
  and exists (select 1 from app.reach r where r.city = person_merges.city and r.person_id = person_merges.person_id and r.person_id >= person_merges.person_id)
  and exists (select 1 from app.reach r where r.city = person_merges.city and r.person_id = person_merges.stands_for and r.person_id >= person_merges.stands_for));
grant select, insert, update on app.match_reviews to rangkul_app;
create policy asks on app.match_reviews for insert to rangkul_app with check (asked_by = (select app.viewer_staff()));
create policy supervisor_answers on app.match_reviews for all to rangkul_app using ((select app.viewer_role()) = 'supervisor');
grant select, insert on app.match_looks to rangkul_app;
create policy own on app.match_looks for all to rangkul_app using (staff_id = (select app.viewer_staff()));

-- operations hold no child; community bodies have no part in them. Their leading agency, their team and the coordinator write.
create function app.viewer_runs(a_operation uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return app.viewer_role() = 'coordinator'
    or exists (select 1 from app.operations o where o.city = app.city() and o.operation_id = a_operation and o.lead_agency = app.viewer_agency())
    or exists (select 1 from app.operation_team t where t.city = app.city() and t.operation_id = a_operation and t.staff_id = app.viewer_staff());
end $$;
comment on function app.viewer_runs is 'Whether the viewer may change an operation: of its leading agency, on its team, or the coordinator.';
do $$
declare t text; act text;
begin
  foreach t in array array['operations', 'operation_agencies', 'operation_team', 'operation_sites', 'operation_legal_bases', 'operation_reports'] loop
    execute format('grant select, insert, update on app.%I to rangkul_app', t);
    execute format('create policy city_desks_read on app.%I for select to rangkul_app using ((select app.viewer_role()) not in (''community_body'', ''administrator''))', t);
    continue when t = 'operations';
    foreach act in array array['insert with check', 'update using', 'delete using'] loop
      execute format('create policy runners_%s on app.%I for %s to rangkul_app %s (app.viewer_runs(operation_id)
        and (select app.viewer_role()) in (''field_officer'', ''custody_desk'', ''supervisor'', ''social_worker'', ''coordinator''))', split_part(act, ' ', 1), t,
        split_part(act, ' ', 1), substr(act, strpos(act, ' ') + 1));
    end loop;
  end loop;
end $$;
create policy planners_add on app.operations for insert to rangkul_app with check (
  (lead_agency = (select app.viewer_agency()) and (select app.viewer_role()) in ('field_officer', 'custody_desk', 'supervisor', 'social_worker'))
  or (select app.viewer_role()) = 'coordinator');
create policy runners_change on app.operations for update to rangkul_app using (app.viewer_runs(operation_id)
  and (select app.viewer_role()) in ('field_officer', 'custody_desk', 'supervisor', 'social_worker', 'coordinator'));
grant delete on app.operation_agencies, app.operation_team, app.operation_sites, app.operation_legal_bases to rangkul_app;

grant select, insert, update on app.encounters to rangkul_app;
create policy reached on app.encounters for select to rangkul_app
  using (exists (select 1 from app.reach r where r.city = encounters.city and r.person_id = encounters.person_id and r.person_id >= encounters.person_id));
create policy coordinator_events on app.encounters for select to rangkul_app using ((select app.viewer_role()) = 'coordinator');
create policy reported_events on app.encounters for select to rangkul_app
  using (from_report and (select app.viewer_role()) not in ('community_body', 'administrator'));
create policy recorder_adds on app.encounters for insert to rangkul_app with check (recorded_by = (select app.viewer_staff())
  and (select app.viewer_role()) in ('field_officer', 'custody_desk', 'social_worker', 'supervisor') and app.viewer_reaches(person_id));
create policy reached_changes on app.encounters for update to rangkul_app
  using (exists (select 1 from app.reach r where r.city = encounters.city and r.person_id = encounters.person_id and r.person_id >= encounters.person_id));
grant select, insert on app.encounter_texts to rangkul_app;
create policy reached on app.encounter_texts for select to rangkul_app
  using (exists (select 1 from app.reach r where r.city = encounter_texts.city and r.person_id = encounter_texts.person_id and r.person_id >= encounter_texts.person_id and r.level in ('full', 'team')));
create policy recorder_adds on app.encounter_texts for insert to rangkul_app with check (app.viewer_recorded(encounter_id));
grant select, insert on app.encounter_points to rangkul_app;
create policy team_only on app.encounter_points for select to rangkul_app
  using (operation_id is not null and exists (select 1 from app.operation_team t where t.city = encounter_points.city and t.operation_id = encounter_points.operation_id and t.staff_id = (select app.viewer_staff())));
create policy while_running on app.encounter_points for select to rangkul_app
  using (exists (select 1 from app.encounters e
    join app.reach r on r.city = e.city and r.person_id = e.person_id and r.level in ('team', 'held', 'full')
    left join app.operations o on o.city = e.city and o.operation_id = e.operation_id
    where e.city = encounter_points.city and e.encounter_id = encounter_points.encounter_id
      and (o.state = 'under_way' or (e.operation_id is null and e.recorded_by = (select app.viewer_staff())))));
create policy recorder_adds on app.encounter_points for insert to rangkul_app
  with check (app.viewer_recorded(encounter_id));
create policy keeper on app.belongings for select to rangkul_app using (kept_by = (select app.viewer_agency())
  and (select app.viewer_role()) in ('custody_desk', 'social_worker', 'supervisor'));
create policy keeper_returns on app.belongings for update to rangkul_app using (kept_by = (select app.viewer_agency())
  and (select app.viewer_role()) in ('custody_desk', 'social_worker', 'supervisor'));
create policy coordinator_custody on app.custody_intervals for select to rangkul_app using ((select app.viewer_role()) = 'coordinator');
create policy coordinator_handovers on app.handovers for select to rangkul_app using ((select app.viewer_role()) = 'coordinator');
create policy coordinator_cases on app.cases for select to rangkul_app using ((select app.viewer_role()) = 'coordinator');

grant select, insert, update on app.complaints to rangkul_app;
create policy outside_reads on app.complaints for all to rangkul_app
  using (to_agency = (select app.viewer_agency()) and (select app.viewer_role()) in ('supervisor', 'partner_desk', 'social_worker', 'coordinator'));
create policy anyone_adds on app.complaints for insert to rangkul_app with check (recorded_by = (select app.viewer_staff()));

grant select, insert, update on app.plan_lines, app.aftercare_visits, app.contact_alerts, app.break_glass to rangkul_app;
create policy team on app.plan_lines for all to rangkul_app
  using (exists (select 1 from app.reach r where r.city = plan_lines.city and r.person_id = plan_lines.person_id and r.person_id >= plan_lines.person_id and r.level = 'full'));
create policy own_agency on app.plan_lines for all to rangkul_app using (agency_code = (select app.viewer_agency())
  and exists (select 1 from app.reach r where r.city = plan_lines.city and r.person_id = plan_lines.person_id and r.person_id >= plan_lines.person_id and r.source in ('plan_line', 'via plan_line') and r.source_id = plan_lines.plan_line_id));
create policy team on app.aftercare_visits for all to rangkul_app
  using (exists (select 1 from app.reach r where r.city = aftercare_visits.city and r.person_id = aftercare_visits.person_id and r.person_id >= aftercare_visits.person_id and r.level = 'full'));
create policy own_agency on app.aftercare_visits for all to rangkul_app using (agency_code = (select app.viewer_agency())
  and exists (select 1 from app.reach r where r.city = aftercare_visits.city and r.person_id = aftercare_visits.person_id and r.person_id >= aftercare_visits.person_id and r.source in ('aftercare', 'via aftercare') and r.source_id = aftercare_visits.visit_id));
create policy own on app.contact_alerts for all to rangkul_app using (staff_id = (select app.viewer_staff()));
create policy supervisor_reads on app.contact_alerts for all to rangkul_app using ((select app.viewer_role()) = 'supervisor'
  and exists (select 1 from app.reach r where r.city = contact_alerts.city and r.source = 'case' and r.source_id = contact_alerts.case_id and r.source_id >= contact_alerts.case_id));
create policy own on app.break_glass for all to rangkul_app using (staff_id = (select app.viewer_staff())
  and (select app.viewer_role()) in ('social_worker', 'supervisor'));
create policy reviewer on app.break_glass for all to rangkul_app using (staff_id <> (select app.viewer_staff())
  and ((select app.viewer_role()) = 'data_protection_officer'
    or ((select app.viewer_role()) = 'supervisor' and exists (select 1 from app.staff f
      where f.city = break_glass.city and f.staff_id = break_glass.staff_id and f.agency_code = (select app.viewer_agency())))));
create policy team_is_told on app.break_glass for select to rangkul_app using (exists (select 1 from app.reach r
  where r.city = break_glass.city and r.person_id = break_glass.person_id and r.person_id >= break_glass.person_id and r.level = 'full'));
create policy auditor_reads on app.break_glass for select to rangkul_app using ((select app.viewer_role()) = 'auditor');
grant delete on app.aftercare_visits to rangkul_app;

-- referrals: the team that asks; the desks of the agency asked, which may answer but neither send to themselves nor widen what is shown;
-- the coordinator counts and reads no text
grant select, insert on app.referrals, app.referral_contents, app.referral_answers, app.referral_pauses to rangkul_app;
grant update (state, due_at, escalates_at, paused_since, first_answered_at, closed_at, version) on app.referrals to rangkul_app;
grant update (to_at) on app.referral_pauses to rangkul_app;
create policy team on app.referrals for all to rangkul_app
  using (exists (select 1 from app.reach r where r.city = referrals.city and r.person_id = referrals.person_id and r.person_id >= referrals.person_id and r.level = 'full'));
create policy receiver on app.referrals for select to rangkul_app using (to_agency = (select app.viewer_agency())
  and (select app.viewer_role()) in ('partner_desk', 'custody_desk', 'social_worker', 'supervisor', 'area_desk'));
create policy receiver_answers on app.referrals for update to rangkul_app using (to_agency = (select app.viewer_agency())
  and (select app.viewer_role()) in ('partner_desk', 'custody_desk', 'social_worker', 'supervisor', 'area_desk'));
create policy coordinator_reads on app.referrals for select to rangkul_app using ((select app.viewer_role()) = 'coordinator');
create policy team on app.referral_contents for all to rangkul_app using (exists (select 1 from app.referrals f
  join app.reach r on r.city = f.city and r.person_id = f.person_id and r.level = 'full'
  where f.city = referral_contents.city and f.referral_id = referral_contents.referral_id));
create policy receiver_while_open on app.referral_contents for select to rangkul_app using (exists (select 1 from app.referrals f
  where f.city = referral_contents.city and f.referral_id = referral_contents.referral_id and f.state in ('sent', 'accepted')
    and f.to_agency = (select app.viewer_agency()) and (select app.viewer_role()) <> 'coordinator'));
do $$
declare t text;
begin
  foreach t in array array['referral_answers', 'referral_pauses'] loop
    execute format('create policy with_referral on app.%I for all to rangkul_app using ((select app.viewer_role()) <> ''coordinator''
      and exists (select 1 from app.referrals f where f.city = %I.city and f.referral_id = %I.referral_id and f.referral_id >= %3$I.referral_id))', t, t, t);
  end loop;
end $$;
