create or replace view app.indicator_factors with (security_invoker = true) as
  select c.city, c.month, c.code, c.age_class, c.n, c.of_all
    from app.care_now c where c.figure = 'factor';
comment on view app.indicator_factors is $$title.id: Faktor internal dan eksternal
title.en: Internal and external factors
id: Banyaknya anak yang dinilai dalam periode itu dengan faktor tersebut; satu anak dapat punya beberapa faktor, dari dalam diri (internal) dan dari luar (eksternal). Baris * ialah anak yang dinilai.
en: How many children assessed in the period had that factor; a child may have several, internal and external. Row * is the children assessed.
source: assessment_factors, assessments; list factor
unit: children$$;
grant select on app.indicator_factors to rangkul_app, rangkul_jobs;
