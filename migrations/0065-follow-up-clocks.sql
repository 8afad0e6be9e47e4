-- ---------------------------------------------------------------- a draft may still lack its owner and its day; what is adopted may not
alter table app.actions alter column responsible_agency drop not null;
alter table app.actions alter column due_on drop not null;
alter table app.actions add constraint action_adopted check (not adopted or (responsible_agency is not null and due_on is not null));

-- ---------------------------------------------------------------- after how many days an action that is late goes further up
alter table app.setting_terms drop constraint setting_term_bounds;
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
  when 'escalateKabagAfterDays' then value between 1 and 30
  when 'escalateAsistenAfterDays' then value between 2 and 90
  when 'escalateSekdaAfterDays' then value between 3 and 180
  when 'oneTimeCodeHours' then value between 1 and 24
  when 'sessionIdleMinutes' then value between 5 and 240
  when 'sessionAbsoluteHours' then value between 1 and 24
  when 'targetHandoverHours' then value between 1 and 72
  when 'targetAssessedShare' then value between 0 and 1
  when 'targetReferralShare' then value between 0 and 1
  else false end);
insert into app.settings (city, key, value, unit)
select c.city, s.key, to_jsonb(s.days), 'days'
  from app.cities c, (values ('escalateKabagAfterDays', 1), ('escalateAsistenAfterDays', 14), ('escalateSekdaAfterDays', 30)) s (key, days)
on conflict do nothing;
