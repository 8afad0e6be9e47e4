create or replace view app.indicator_by_approach with (security_invoker = true) as
  select c.city, c.month, c.place, c.approach, c.age_class, c.children, c.year_children, c.encounters
    from app.met_now c where c.dim = 'all' and c.approach <> '*';
comment on view app.indicator_by_approach is $$title.id: Menurut pendekatan
title.en: By approach
id: Anak dan perjumpaan menurut cara bertemu: penjangkauan, penertiban, laporan, datang sendiri. Anak yang ditemui dengan dua cara dihitung di keduanya, jadi jumlah barisnya dapat melebihi jumlah anak.
en: Children and encounters by how they were met: outreach, enforcement, report, walk-in. A child met in two ways counts in both, so that rows may add up to more than the children.
source: perjumpaan (encounters), app.met_now
unit: children$$;
grant select on app.indicator_by_approach to rangkul_app, rangkul_jobs;
