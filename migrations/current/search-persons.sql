-- Staff with standing search by name: equality on keyed words, all of which must agree. With the rights of who asks, so
-- row security holds. The smaller set leads: those with the rarest word, or those the viewer reaches.

-- Each way of reaching an identity by its own index; row security still stands behind each row. Plain SQL without settings,
-- so that it is planned as a part of the statement that asks.
create or replace function app.identities_reached(here text, me uuid, operations uuid[], agency text, my_role text) returns setof uuid
language sql stable
as $$
  select r.person_id from app.reach r where r.city = here and r.identity and r.staff_id = me
  union all
  select r.person_id from app.reach r where r.city = here and r.identity and r.operation_id = any (operations)
  union all
  select r.person_id from app.reach r where r.city = here and r.identity and r.agency_code = agency
  union all
  select r.person_id from app.reach r where r.city = here and r.identity and r.agency_code is null and r.role is not null and r.role = my_role
$$;
comment on function app.identities_reached is 'The persons whose identity the viewer reaches, some of them more than once.';
revoke execute on function app.identities_reached from public;
grant execute on function app.identities_reached to rangkul_app;

create or replace function app.search_persons(asked_tokens bigint[], asked_words int[], most int) returns setof uuid
language plpgsql stable
set search_path = pg_catalog, pg_temp
set jit = off
as $$
#variable_conflict use_column
declare
  here constant text := app.city();
  me constant uuid := app.viewer_staff();
  my_role constant text := app.viewer_role();
  agency constant text := app.viewer_agency();
  operations constant uuid[] := app.viewer_operations();
  counted constant int := 20000;
  lead_word int;
  lead_rows bigint;
  reached_rows bigint;
  by_name boolean;
  lead_tokens bigint[];
  other_words int[];
begin
  select w.word, w.n, w.tokens into lead_word, lead_rows, lead_tokens
    from (
      select a.word, coalesce(sum(c.n), 0) as n, array_agg(a.token) as tokens
        from unnest(asked_tokens, asked_words) as a (token, word)
        left join app.person_token_counts c on c.city = here and c.token = a.token
       group by a.word) w
   order by w.n, w.word
   limit 1;
  other_words := array(select distinct a.word from unnest(asked_words) as a (word) where a.word <> lead_word);
  select count(*) into reached_rows
    from (select 1 from app.identities_reached(here, me, operations, agency, my_role) limit least(lead_rows, counted)) few;
  by_name := lead_rows <= reached_rows or reached_rows = counted;
  -- Never distinct before the limit: it would have every row of a common name looked at first.
  return query
  with led as (
    select t.person_id from app.person_tokens t where by_name and t.city = here and t.token = any (lead_tokens)
    union all
    select r.person_id
      from app.identities_reached(here, me, operations, agency, my_role) r (person_id)
     where not by_name
       and exists (select 1 from app.person_tokens t where t.city = here and t.token = any (lead_tokens) and t.person_id = r.person_id)
  ), named as (
    select l.person_id
      from led l
     where not exists (
             select 1
               from unnest(other_words) as o (word)
              where not exists (
                select 1
                  from unnest(asked_tokens, asked_words) as a (token, word)
                  join app.person_tokens u on u.city = here and u.token = a.token and u.person_id = l.person_id
                 where a.word = o.word))
     limit 3 * most
  )
  select distinct n.person_id from named n limit most;
end $$;
comment on function app.search_persons is 'Persons the viewer reaches whose name has every asked word, in no order and no more than asked for.';
revoke execute on function app.search_persons from public;
grant execute on function app.search_persons to rangkul_app;
