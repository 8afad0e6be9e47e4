create or replace view app.indicator_handover_hours with (security_invoker = true) as
  select c.city, c.month, c.age_class, c.code::int as tenths_of_hours, c.n
    from app.care_now c where c.figure = 'handover';
comment on view app.indicator_handover_hours is $$title.id: Jam sampai serah terima
title.en: Hours to hand-over
id: Nilai tengah jam dari awal penjagaan pertama (kontak pertama) oleh tim lapangan, Satpol PP, atau kepolisian sampai diserahterimakan ke Dinas Sosial, rumah singgah, layanan kesehatan, panti, atau keluarga. Penjagaan yang belum berakhir dan yang masih dipersoalkan tidak ikut. Dihitung pada bulan kontak pertama, dibulatkan ke 0,1 jam.
en: Median hours from the beginning of the first custody (first contact) by a field team, Satpol PP or the police until hand-over to the social service, a shelter, health care, a home or the family. Custody that has not ended and that is disputed is left out. Counted in the month of first contact, rounded to 0.1 hour.
source: custody_intervals; list custodian_kind (clock)
unit: hours$$;
grant select on app.indicator_handover_hours to rangkul_app, rangkul_jobs;
