-- ---------------------------------------------------------------- whom to call: the duty telephone of an agency, dated
create table app.duty_phones (
  city text not null default app.city() references app.cities,
  agency_code text not null,
  set_at timestamptz not null default clock_timestamp(),
  phone text not null check (phone = '' or phone ~ '^\+?[0-9][0-9 ().-]{2,29}$'),
  set_by uuid default app.viewer_staff(),
  primary key (city, agency_code, set_at),
  foreign key (city, agency_code) references app.agencies (city, agency_code)
);
comment on table app.duty_phones is 'Which number reaches an agency’s duty desk, since when; the newest row counts, an empty one takes the number away. Never a person’s own number.';
select sec.lock_table('app.duty_phones');
grant select, insert on app.duty_phones to rangkul_app;
create policy staff_reads on app.duty_phones for select to rangkul_app using ((select app.viewer_staff()) is not null);
create policy administrator_sets on app.duty_phones for insert to rangkul_app
  with check ((select app.viewer_role()) = 'administrator' and set_by = (select app.viewer_staff()));
