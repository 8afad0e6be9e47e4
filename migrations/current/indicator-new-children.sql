create or replace view app.indicator_new_children with (security_invoker = true) as
  select c.city, c.month, c.place, c.approach, c.age_class, c.new_children, c.year_new
    from app.met_now c where c.dim = 'all';
comment on view app.indicator_new_children is $$title.id: Anak baru
title.en: New children
id: Anak yang perjumpaan pertamanya (di mana pun di kota ini) jatuh dalam periode itu.
en: Children whose very first encounter (anywhere in this city) lies in the period.
source: perjumpaan (encounters), app.met_now
unit: children$$;
grant select on app.indicator_new_children to rangkul_app, rangkul_jobs;
