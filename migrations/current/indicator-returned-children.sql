create or replace view app.indicator_returned_children with (security_invoker = true) as
  select c.city, c.month, c.place, c.approach, c.age_class, c.returned, c.year_returned
    from app.met_now c where c.dim = 'all';
comment on view app.indicator_returned_children is $$title.id: Kembali ditemui
title.en: Met again
id: Anak yang sudah dikenal sebelum periode itu dan ditemui lagi di dalamnya, padahal kasusnya sudah ditutup (tidak ada kasus lain yang terbuka), atau sudah 12 bulan (bawaan yang ditetapkan kota) tidak ditemui. Angka ini menilai pekerjaan kita, bukan anaknya.
en: Children known before the period and met again in it although their case had been closed (no other was open), or after 12 months (default, set by the city) without being met. This figure measures our work, not the child.
source: perjumpaan (encounters), app.met_now; cases, case_closures; setting recentRepeatMonths
unit: children$$;
grant select on app.indicator_returned_children to rangkul_app, rangkul_jobs;
