-- The one door through which records of other agencies are compared. It takes keyed hashes of what was typed and gives
-- back which of them agree: no name, no value, no place, no date. Rare blocks are walked first and no list is walked
-- further than its bound, so that a name that everybody bears costs no more than a rare one.
create or replace function app.match_candidates(a_blocks bigint[], a_marks int[], a_sex text, a_from date, a_to date)
  returns table (person_id uuid, agrees int[], sex_agrees boolean, age_gap int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare c text := app.city();
begin
  if app.viewer_role() is null or app.viewer_role() not in ('field_officer', 'custody_desk', 'social_worker', 'supervisor') then return; end if;
  return query
  with walked as (
    select x.person_id, count(*) as hits
      from unnest(a_blocks) b (token)
      cross join lateral (select t.person_id from app.person_tokens t where t.city = c and t.token = b.token limit 1000) x
     group by x.person_id
     order by count(*) desc, x.person_id
     limit 400),
  asked as (select m.mark, m.place::int as place from unnest(a_marks) with ordinality m (mark, place))
  select w.person_id,
         coalesce((select array_agg(a.place order by a.place) from unnest(s.marks) k (mark) join asked a on a.mark = k.mark), '{}'),
         case when a_sex = 'unknown' or p.sex = 'unknown' then null else a_sex = p.sex end,
         case when a_from is null or p.birth_from is null then null
              else least(99, ceil(greatest(0, p.birth_from - a_to, a_from - p.birth_to) / 365.25))::int end
    from walked w
    join app.person_signatures s on s.city = c and s.person_id = w.person_id
    join app.persons p on p.city = c and p.person_id = w.person_id;
end $$;
revoke all on function app.match_candidates from public;
grant execute on function app.match_candidates to rangkul_app;

create or replace function app.match_register(a_marks int[]) returns table (population int, shares real[])
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select greatest(1, (select c.reltuples::int from pg_class c where c.oid = 'app.person_signatures'::regclass)),
         (select array_agg(coalesce(s.share, 0) order by m.place)
            from unnest(a_marks) with ordinality m (mark, place)
            left join app.match_shares s on s.city = app.city() and s.mark = m.mark) $$;
revoke all on function app.match_register from public;
grant execute on function app.match_register to rangkul_app;

create or replace function app.count_match_shares() returns int language plpgsql as $$
declare n int; total int;
begin
  select count(*) into total from app.person_signatures where city = (select app.city());
  delete from app.match_shares where city = (select app.city());
  insert into app.match_shares (mark, share)
  select k.mark, least(1, count(*)::real / greatest(1, least(total, 20000)))
    from (select s.marks from app.person_signatures s where s.city = (select app.city()) order by sha256(s.person_id::text::bytea) limit 20000) s
    cross join lateral unnest(s.marks) k (mark)
   group by k.mark having count(*) >= 4;
  get diagnostics n = row_count;
  return n;
end $$;
comment on function app.count_match_shares is 'Counts on a sample of 20,000 how common each mark is.';
grant execute on function app.count_match_shares to rangkul_jobs;
