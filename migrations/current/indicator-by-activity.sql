create or replace view app.indicator_by_activity with (security_invoker = true) as
  select c.city, c.month, c.place, c.approach, c.age_class, c.code as activity, c.children, c.year_children, c.encounters
    from app.met_now c where c.dim = 'activity';
comment on view app.indicator_by_activity is $$title.id: Menurut kegiatan
title.en: By activity
id: Anak dan perjumpaan menurut kegiatan saat ditemui. Anak dengan dua kegiatan dihitung di keduanya.
en: Children and encounters by what they were doing when met. A child with two activities counts in both.
source: perjumpaan (encounters), app.met_now; list street_activity
unit: children$$;
grant select on app.indicator_by_activity to rangkul_app, rangkul_jobs;
