create or replace view app.indicator_still_home with (security_invoker = true) as
  select c.city, c.month, c.code, c.age_class, c.n, c.of_all
    from app.care_now c where c.figure = 'home';
comment on view app.indicator_still_home is $$title.id: Tetap di rumah
title.en: Still at home
id: Dari anak yang kasusnya ditutup karena kembali ke keluarga atau daerah asal dan yang sudah dikunjungi pada bulan ke-3 (tabel: juga ke-1, 6, 12): bagian yang saat dikunjungi masih di rumah. Dihitung pada bulan kunjungan.
en: Of children whose case was closed because they returned to family or place of origin, and who were visited in month 3 (table: also 1, 6, 12): the share still at home at the visit. Counted in the month of the visit.
source: aftercare_visits; case_closures.reason
unit: share$$;
grant select on app.indicator_still_home to rangkul_app, rangkul_jobs;
