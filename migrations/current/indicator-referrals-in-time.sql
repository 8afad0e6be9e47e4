create or replace view app.indicator_referrals_in_time with (security_invoker = true) as
  select c.city, c.month, c.code, c.age_class, c.n, c.of_all
    from app.care_now c where c.figure = 'referral';
comment on view app.indicator_referrals_in_time is $$title.id: Rujukan tepat waktu
title.en: Referrals answered in time
id: Bagian rujukan yang dijawab (diterima atau ditolak dengan alasan) sebelum batasnya, per instansi tujuan, dari rujukan yang batasnya jatuh dalam periode itu dan sudah lewat atau sudah dijawab. Jeda yang sah menggeser batas. Rujukan yang ditarik sebelum dijawab tidak ikut.
en: Share of referrals answered (accepted, or declined with a reason) before they were due, by receiving agency, of those due in the period that are past due or answered. A valid pause moves the due time. Referrals withdrawn unanswered are left out.
source: referrals.due_at, referrals.first_answered_at
unit: share$$;
grant select on app.indicator_referrals_in_time to rangkul_app, rangkul_jobs;
