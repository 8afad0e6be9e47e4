create or replace view app.indicator_by_group with (security_invoker = true) as
  select c.city, c.month, c.place, c.approach, c.age_class, c.code as activity_group, c.children, c.year_children, c.encounters
    from app.met_now c where c.dim = 'group';
comment on view app.indicator_by_group is $$title.id: Menurut lima kelompok perda
title.en: By the five groups of the regulation
id: Anak dan perjumpaan menurut lima kelompok dalam judul Perda Kota Padang 1/2012 (naskah belum diperiksa). Kegiatan dipetakan ke kelompok dengan daftar bertanggal yang dapat diubah kota; orang dewasa dapat berada di luar kelima kelompok.
en: Children and encounters by the five groups in the title of Perda Kota Padang 1/2012 (text not checked). Activities are mapped to groups by a dated list that the city can change; adults may fall outside the five.
source: perjumpaan (encounters), app.met_now; list activity_group_of
unit: children$$;
grant select on app.indicator_by_group to rangkul_app, rangkul_jobs;
