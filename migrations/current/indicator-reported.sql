create or replace view app.indicator_reported with (security_invoker = true) as
  select o.city, date_trunc('month', app.local_date(o.planned_from))::date as month, o.operation_id, o.kind, r.external_id, r.source, r.reported, r.flags,
         (select case when count(distinct s.area_code) = 1 then min(s.area_code) end from app.operation_sites s where s.city = o.city and s.operation_id = o.operation_id) as area_code
    from app.operations o join app.operation_reports r using (city, operation_id)
   where o.state = 'reported';
comment on view app.indicator_reported is $$title.id: Dilaporkan
title.en: As reported
id: Operasi yang hanya dilaporkan sumber lain: angkanya persis seperti dilaporkan, tidak dari catatan per orang. Jumlahnya masuk ke perjumpaan dan disebut tersendiri, tetapi tidak ke jumlah anak.
en: Operations that another source reported: figures exactly as reported, not from records of persons. They count among encounters, stated apart, but not among children.
source: operation_reports.reported
unit: encounters$$;
grant select on app.indicator_reported to rangkul_app, rangkul_jobs;
