create or replace view app.indicator_continuing_children with (security_invoker = true) as
  select c.city, c.month, c.place, c.approach, c.age_class, c.children - c.new_children - c.returned as continuing, c.year_children - c.year_new - c.year_returned as year_continuing
    from app.met_now c where c.dim = 'all';
comment on view app.indicator_continuing_children is $$title.id: Berlanjut
title.en: Continuing
id: Anak yang sudah dikenal sebelum periode itu dan ditemui di dalamnya selagi didampingi, atau belum lama sejak terakhir ditemui: bukan anak baru, bukan pula kembali ditemui.
en: Children known before the period and met in it while being helped, or not long after they were last met: neither new nor met again.
source: perjumpaan (encounters), app.met_now
unit: children$$;
grant select on app.indicator_continuing_children to rangkul_app, rangkul_jobs;
