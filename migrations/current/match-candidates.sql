-- "Met before?": candidates by keyed tokens alone. It answers persons and which of the asked marks agree, never a name,
-- a stored value, a place or a date. What of it is shown follows standing: src/persons/access.ts.
create or replace function app.match_candidates(
  asked_blocks bigint[],
  asked_facets int[],
  asked_marks int[],
  asked_sex text,
  born_from date,
  born_to date
) returns table (person_id uuid, agrees int[], sex_agrees boolean, age_gap smallint)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
set enable_hashagg = on
-- Nobody can tell how many rows some tokens have: guessing few, PostgreSQL would sort them all to group them.
set enable_sort = off
set jit = off
as $$
#variable_conflict use_column
declare
  here constant text := app.city();
  most_per_token constant int := 1500;
  most_walked constant int := 5000;
  most_compared constant int := 400;
  bits_per_facet constant int := 7;
  -- Tokens of one person that agree are not independent: each further one counts for little, and not without end.
  bits_per_token constant int := 2;
  most_tokens constant int := 6;
  counted_from constant int := 32;
  sorted_marks constant int[] := extensions.uniq(extensions.sort(asked_marks));
  sex_code constant int := case asked_sex when 'male' then 1 when 'female' then 2 else 0 end;
  first_year constant int := extract(year from born_from) - 1900;
  last_year constant int := extract(year from born_to) - 1900;
  population constant float8 := greatest(1000, coalesce((select c.persons from app.person_counts c where c.city = here), 0));
begin
  if coalesce(app.viewer_role(), '') not in ('field_officer', 'custody_desk', 'social_worker', 'supervisor') then
    return;
  end if;
  if cardinality(asked_blocks) > 1000 or cardinality(asked_marks) > 2000 then
    raise exception using errcode = '54000', message = 'too much was asked at once';
  end if;
  return query
  with asked as (
    select a.token, bit_or(a.facets) as facets
      from unnest(asked_blocks, asked_facets) as a (token, facets)
     group by a.token
  ), counted as (
    select a.token, a.facets, coalesce(c.n, 0) as n
      from asked a
      left join app.person_token_counts c on c.city = here and c.token = a.token
  ), ordered as (
    -- Rare tokens first: they say most and cost least.
    select c.token, c.facets, c.n, ln(population / greatest(c.n, counted_from) + 1) / ln(2) as rarity,
           sum(greatest(c.n, 1)) over (order by c.n, c.token rows unbounded preceding) as rows_so_far
      from counted c
     where c.n <= most_per_token
  ), met as (
    select t.person_id, bit_or(o.facets) as facets, max(o.rarity) as rarity,
           least(count(*) - 1, most_tokens) as further, min(t.coarse) as coarse
      from ordered o
      cross join lateral (
        select p.person_id, p.coarse
          from app.person_tokens p
         where p.city = here and p.token = o.token
         limit most_per_token) t
     where o.rows_so_far - o.n <= most_walked
     group by t.person_id
  ), nearest as materialized (
    select m.person_id
      from (
        select m.person_id,
               m.rarity + bits_per_facet * bit_count(m.facets::bit(16)) + bits_per_token * m.further
                 - case when sex_code > 0 and m.coarse & 3 > 0 and m.coarse & 3 <> sex_code then 7 else 0 end
                 - case when m.coarse >> 2 = 0 or first_year is null then 0
                        else ('{0, 1.5, 2.5, 3.5, 9}'::float8[])[1 + least(4, greatest(0, first_year - (m.coarse >> 2), (m.coarse >> 2) - last_year))]
                   end as rank
          from met m) m
     order by m.rank desc, m.person_id
     limit most_compared
  )
  select s.person_id,
         s.marks operator(extensions.&) sorted_marks,
         case when sex_code = 0 or s.sex = 'unknown' then null else s.sex = asked_sex end,
         case when born_from is null or s.birth_from is null then null
              else least(99, ceil(greatest(0, s.birth_from - born_to, born_from - s.birth_to) / 365.25))::smallint
         end
    from nearest n
    join app.person_signatures s on s.city = here and s.person_id = n.person_id;
end $$;
comment on function app.match_candidates is 'Persons that may be the one asked about, by keyed tokens: which asked marks agree, whether the sex does, how many years the ages are apart.';
revoke execute on function app.match_candidates from public;
grant execute on function app.match_candidates to rangkul_app;

create or replace function app.match_register(asked_marks int[]) returns table (population int, shares real[])
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select coalesce((select c.persons from app.person_counts c where c.city = app.city()), 0),
         array(
           select coalesce(s.share, 0)
             from unnest(asked_marks) with ordinality as a (mark, at)
             left join app.match_shares s on s.city = (select app.city()) and s.mark = a.mark
            order by a.at)
   where app.viewer_staff() is not null
$$;
comment on function app.match_register is 'How many persons are known and which share of them has each asked mark, as of the last count.';
revoke execute on function app.match_register from public;
grant execute on function app.match_register to rangkul_app;

create or replace function app.count_match_shares() returns int
language plpgsql security definer
set search_path = pg_catalog, pg_temp
set enable_hashagg = off
set enable_sort = off
as $$
declare
  here constant text := app.city();
  known constant int := (select count(*) from app.person_signatures s where s.city = here);
  sample constant float8 := least(100, 100.0 * 20000 / greatest(1, known));
  sampled int;
  shares int;
begin
  if app.viewer_role() not like 'service%' then
    raise insufficient_privilege using message = 'counted by the service only';
  end if;
  delete from app.person_token_counts c where c.city = here;
  insert into app.person_token_counts (city, token, n)
  select here, t.token, count(*)
    from app.person_tokens t
   where t.city = here
   group by t.token
  having count(*) >= 32;
  create temporary table sampled_marks on commit drop as
    select s.marks from app.person_signatures s tablesample bernoulli (sample) repeatable (1) where s.city = here;
  sampled := (select count(*) from sampled_marks);
  delete from app.match_shares m where m.city = here;
  insert into app.match_shares (city, mark, share)
  select here, m.mark, count(*)::real / sampled
    from (select unnest(marks) as mark from sampled_marks) m
   group by m.mark
  having count(*) >= 4;
  get diagnostics shares = row_count;
  drop table sampled_marks;
  insert into app.person_counts (city, persons)
  values (here, known)
      on conflict (city) do update set persons = excluded.persons, counted_at = now();
  return shares;
end $$;
comment on function app.count_match_shares is 'Counts at night how common tokens and marks are. Nobody waits for it, and what it says is advice.';
revoke execute on function app.count_match_shares from public;
grant execute on function app.count_match_shares to rangkul_jobs;
