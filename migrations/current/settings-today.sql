-- The settings as they hold today, the one place that says which number counts: the newest the city has set for a day
-- that has come, or what came with its folder. A setting with parts (days by duty) is set part by part.
create or replace view app.settings_today with (security_invoker = true) as
  select s.city, s.key,
         coalesce(
           case when jsonb_typeof(s.value) = 'object'
             then s.value || (select jsonb_object_agg(t.part, t.value)
                                from (select distinct on (t.part) t.part, t.value
                                        from app.setting_terms t
                                       where t.city = s.city and t.setting = s.key and t.valid_from <= (select app.city_day())
                                       order by t.part, t.valid_from desc, t.set_at desc) t)
             else (select to_jsonb(t.value)
                     from app.setting_terms t
                    where t.city = s.city and t.setting = s.key and t.part = '' and t.valid_from <= (select app.city_day())
                    order by t.valid_from desc, t.set_at desc limit 1) end,
           s.value) as value,
         s.set_by is not null or exists (
           select 1 from app.setting_terms t
            where t.city = s.city and t.setting = s.key and t.valid_from <= (select app.city_day())) as by_city
    from app.settings s;
comment on view app.settings_today is 'Each setting of the city with the value that holds today, and whether the city set it itself.';
grant select on app.settings_today to rangkul_app, rangkul_jobs;
