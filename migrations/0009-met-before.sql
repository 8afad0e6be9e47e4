-- "Met before?": what found persons are compared with. Short keyed hashes again; no name, no value.
create table app.person_signatures (
  person_id uuid not null,
  city text not null default app.city(),
  marks int[] not null,
  primary key (city, person_id),
  foreign key (city, person_id) references app.persons
);
comment on table app.person_signatures is 'Keyed marks of everything informative about a person; compared inside app.match_candidates, never handed out.';

create table app.match_shares (
  city text not null default app.city() references app.cities,
  mark int not null,
  share real not null check (share > 0 and share <= 1),
  primary key (city, mark)
);
comment on table app.match_shares is 'How common a mark is, from a sample: an agreement on a rare name tells more. Counted by a nightly job.';

alter table app.match_looks add column candidates uuid[] not null default '{}';
alter table app.match_looks add column strengths text[] not null default '{}';
comment on column app.match_looks.candidates is 'Whom the hints of a look were about, in their order: the officer names a hint by its place and never learns who it is.';
alter table app.match_reviews add column look_id bigint;

select sec.lock_table('app.person_signatures');
select sec.lock_table('app.match_shares');
grant select, insert, update on app.person_signatures to rangkul_app;
create policy reached on app.person_signatures for all to rangkul_app
  using (exists (select 1 from app.reach r where r.city = person_signatures.city and r.person_id = person_signatures.person_id and r.identity));
grant select on app.match_shares to rangkul_app;
create policy staff_reads on app.match_shares for select to rangkul_app using ((select app.viewer_staff()) is not null);
grant select on app.person_token_counts to rangkul_app;
create policy staff_reads on app.person_token_counts for select to rangkul_app using ((select app.viewer_staff()) is not null);
