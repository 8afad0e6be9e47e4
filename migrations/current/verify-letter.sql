-- Whoever holds the paper may ask whether it is genuine. Says which body issued it and when, and nothing of what stands in it.
create or replace function app.verify_letter(a_code text)
  returns table (agency_id text, agency_en text, issued_at timestamptz, time_zone text, city_name text, demonstration boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select a.name_id, a.name_en, l.issued_at, c.time_zone, c.name, c.demonstration
    from app.letters l
    join app.agencies a on a.city = l.city and a.agency_code = l.agency_code
    join app.cities c on c.city = l.city
   where l.code = a_code
$$;
comment on function app.verify_letter is 'Genuine or not, by the code on the paper: issuing body and day, to anybody.';
revoke all on function app.verify_letter from public;
grant execute on function app.verify_letter to rangkul_app;
