-- "Met before?": a second record of one person is no rival of the first. It answers pairs among the ids it is given, nothing else.
create or replace function app.match_pairs(asked uuid[]) returns table (one uuid, other uuid)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  with pairs as (
    select r.person_id as one, r.candidate_person_id as other
      from app.match_reviews r
     where r.city = app.city() and r.answer is null and r.person_id = any (asked) and r.candidate_person_id = any (asked)
    union all
    select a.person_id, a.same_as
      from app.person_alias a
     where a.city = app.city() and a.person_id = any (asked) and a.same_as = any (asked)
  )
  select p.one, p.other from pairs p
   where p.one <> p.other and app.viewer_role() in ('field_officer', 'custody_desk', 'social_worker', 'supervisor')
   union
  select p.other, p.one from pairs p
   where p.one <> p.other and app.viewer_role() in ('field_officer', 'custody_desk', 'social_worker', 'supervisor')
$$;
comment on function app.match_pairs is 'Which of some candidates are records of one person, or are asked about as such: each pair both ways round.';
revoke execute on function app.match_pairs from public;
grant execute on function app.match_pairs to rangkul_app;
