create or replace view app.indicator_assessed_in_time with (security_invoker = true) as
  select c.city, c.month, c.code, c.age_class, c.n, c.of_all
    from app.care_now c where c.figure = 'assessed';
comment on view app.indicator_assessed_in_time is $$title.id: Asesmen tepat waktu
title.en: Assessed in time
id: Bagian kasus yang asesmennya selesai pada atau sebelum batasnya, dari semua kasus yang batas asesmennya jatuh dalam periode itu dan sudah lewat atau sudah dinilai. Batasnya ditetapkan kota.
en: Share of cases assessed on or before their due date, of all cases whose due date lies in the period and has passed or that have been assessed. The time is set by the city.
source: cases.assess_by, cases.assessed_at
unit: share$$;
grant select on app.indicator_assessed_in_time to rangkul_app, rangkul_jobs;
