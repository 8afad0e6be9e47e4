-- A breach: the clock of an open referral ran out while nobody had paused it.
create or replace view app.referral_breach with (security_invoker = true) as
  select f.city, f.referral_id, f.to_agency, f.from_agency, f.duty_code, f.person_id, f.case_id, f.due_at,
         coalesce(f.escalates_at <= now(), false) as escalated, f.state, f.sent_at
    from app.referrals f
   where f.state in ('sent', 'accepted') and f.paused_since is null and f.due_at < now();
comment on view app.referral_breach is 'Referrals past their due time now; escalated: so long past that supervisor and coordinator are told.';
grant select on app.referral_breach to rangkul_app, rangkul_jobs;
