-- ---------------------------------------------------------------- what a city sets, from which day: one table for every number
alter table app.retention_terms rename to setting_terms;
alter table app.setting_terms rename column months to value;
alter table app.setting_terms add column part text not null default '';
alter table app.setting_terms alter column value type numeric;
alter table app.setting_terms alter column set_at set default clock_timestamp();
-- A number set again for the same day stands beside the one before it: the newest counts, and nothing is lost.
alter table app.setting_terms drop constraint retention_terms_pkey;
alter table app.setting_terms add constraint setting_terms_pkey primary key (city, setting, part, valid_from, set_at);
alter table app.setting_terms rename constraint retention_terms_city_fkey to setting_terms_city_fkey;
alter table app.setting_terms rename constraint retention_terms_basis_check to setting_terms_basis_check;
alter table app.setting_terms drop constraint retention_term_bounds;
alter table app.setting_terms add constraint setting_term_part check ((part <> '') = (setting = 'referralWorkingDaysByDuty'));
alter table app.setting_terms add constraint setting_term_bounds check (case setting
  when 'retentionUnidentifiedDetailMonths' then value between 1 and 24
  when 'retentionIdentityWithoutCaseMonths' then value between 3 and 60
  when 'retentionAdultIdentityMonths' then value between 1 and 24
  when 'retentionClosedCaseSealedAfterMonths' then value between 6 and 60
  when 'retentionErasedAfterBirthday18Months' then value between 0 and 120
  when 'retentionStoredOutcomeMonths' then value between 1 and 12
  when 'holdLimitHours' then value between 1 and 72
  when 'holdWarnFromMinutes' then value between 5 and 1440
  when 'matchLooksPerOfficerPerDay' then value between 1 and 1000
  when 'breakGlassHours' then value between 1 and 4
  when 'intakeHours' then value between 1 and 168
  when 'assessmentWorkingDays' then value between 1 and 30
  when 'referralWorkingDays' then value between 1 and 60
  when 'referralWorkingDaysByDuty' then value between 1 and 60
  when 'referralEscalateAfterWorkingDays' then value between 1 and 30
  when 'oneTimeCodeHours' then value between 1 and 24
  when 'sessionIdleMinutes' then value between 5 and 240
  when 'sessionAbsoluteHours' then value between 1 and 24
  when 'targetHandoverHours' then value between 1 and 72
  when 'targetAssessedShare' then value between 0 and 1
  when 'targetReferralShare' then value between 0 and 1
  else false end);
comment on table app.setting_terms is 'A number of the city as it set it, from a day on. Before the first of them what came with the city folder holds (settings). Never law.';

drop policy officers_read on app.setting_terms;
drop policy officers_set on app.setting_terms;
drop policy officers_change on app.setting_terms;
revoke update on app.setting_terms from rangkul_app;
create policy staff_reads on app.setting_terms for select to rangkul_app using ((select app.viewer_staff()) is not null);
-- What was in force is a fact: a number begins today or later. How long data are kept begins tomorrow at the earliest (the command says so).
create policy city_sets on app.setting_terms for insert to rangkul_app
  with check (set_by = (select app.viewer_staff()) and valid_from >= (select app.city_day())
    and ((select app.viewer_role()) = 'administrator'
      or ((select app.viewer_role()) = 'data_protection_officer' and setting like 'retention%')));

-- What came with the city's folder stays as it came: whatever the city sets has a day, a reason and a name.
drop policy administrator_writes on app.settings;
revoke insert, update on app.settings from rangkul_app;

-- A backup of a database whose audit log is broken is kept: it is evidence, and says so.
alter table app.backups add column audit text check (audit <> '');
comment on column app.backups.audit is 'What was wrong with the audit log when the backup was made: it is the same in the database and in the backup. Null: it was whole.';
