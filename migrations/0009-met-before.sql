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

-- A child met again under a new record is known to be the same only when the records are joined: then its last worker is told.
create function sec.alert_after_merge() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare members uuid[]; last_case record; met record;
begin
  select array_agg(x.id) into members from (select new.stands_for as id
    union select g.person_id from app.person_merges g where g.city = new.city and g.stands_for = new.stands_for) x;
  select c.case_id, c.worker_id, c.state, c.closed_at into last_case from app.cases c
   where c.city = new.city and c.person_id = any (members) order by (c.state = 'open') desc, c.opened_at desc limit 1;
  if not found or last_case.state <> 'closed' then return null; end if;
  select e.encounter_id, e.person_id into met from app.encounters e
   where e.city = new.city and e.person_id = any (members) and e.occurred_at > last_case.closed_at and not e.from_report
   order by e.occurred_at desc limit 1;
  if found and not exists (select 1 from app.contact_alerts a where a.city = new.city and a.encounter_id = met.encounter_id) then
    insert into app.contact_alerts (city, person_id, case_id, staff_id, encounter_id)
    values (new.city, met.person_id, last_case.case_id, last_case.worker_id, met.encounter_id);
  end if;
  return null;
end $$;
create trigger merge_alerts_last_worker after insert on app.person_merges for each row execute function sec.alert_after_merge();
comment on function sec.alert_after_merge is 'The alert of a new encounter with a child whose case is closed, raised when a merge shows that it is the same child.';
