-- The words behind a level of risk are the case team's alone, while desks, partners and the coordinator reach the row of a
-- case: so the column is not granted, and app.risk_reason_of opens it to who reaches the whole case.
revoke select on app.cases from rangkul_app;
do $$
begin
  execute (
    select format('grant select (%s) on app.cases to rangkul_app', string_agg(quote_ident(a.attname), ', ' order by a.attnum))
      from pg_attribute a
     where a.attrelid = 'app.cases'::regclass and a.attnum > 0 and not a.attisdropped and a.attname <> 'risk_reason');
end $$;
