create or replace view app.indicator_encounters with (security_invoker = true) as
  select c.city, c.month, c.place, c.approach, c.age_class, c.encounters
    from app.met_now c where c.dim = 'all';
comment on view app.indicator_encounters is $$title.id: Perjumpaan
title.en: Encounters
id: Banyaknya perjumpaan yang dicatat: anak yang ditemui tiga kali dihitung tiga kali. Bulan menurut waktu kota: perjumpaan pukul 00.30 tanggal 1 Juli masuk Juli. Kelompok umurnya menurut umur saat ditemui. Jumlah perjumpaan dan jumlah anak tidak pernah dijumlahkan.
en: How many encounters were recorded: a child met three times counts three times. Months are the city's: an encounter at 00:30 on 1 July counts in July. The age class is that at the encounter. Encounters and children are never added together.
source: perjumpaan (encounters), app.met_now
unit: encounters$$;
grant select on app.indicator_encounters to rangkul_app, rangkul_jobs;
