-- What a supervisor said is kept with what follows from it: which record was said to be which, beside the one that stands
-- for all of them. So a decision can be taken back by itself, whatever was joined before and after it.
alter table app.person_merges
  add column said_person uuid,
  add column said_of uuid,
  add foreign key (city, said_person) references app.persons,
  add foreign key (city, said_of) references app.persons;
create index person_merges_said_person on app.person_merges (city, said_person);
create index person_merges_said_of on app.person_merges (city, said_of);
comment on table app.person_merges is 'person_id is represented by stands_for, which is never itself represented. Records stay with the person they were written to; unmerge deletes the row and writes the others of that child anew (sec.stand_by).';
comment on column app.person_merges.said_person is 'The record that the decision named, by which person_id is represented; null: person_id itself.';
comment on column app.person_merges.said_of is 'The record it was said to be; null: stands_for itself.';

-- A later merge wrote the rows of the followers anew, with its own reason: the question that was answered first still
-- tells what was said of each. Only where both records are of one child today, and none of them twice.
update app.person_merges g
   set said_of = r.candidate_person_id, reason = r.reason, merged_by = r.answered_by, merged_at = r.answered_at
  from (select distinct on (x.city, x.person_id) x.* from app.match_reviews x
         where x.answer = 'same' and x.answered_by is not null and x.answered_at is not null
         order by x.city, x.person_id, x.answered_at) r
  join app.person_merges other on other.city = r.city and other.person_id = r.candidate_person_id
 where g.city = r.city and g.person_id = r.person_id and g.stands_for = other.stands_for and r.answered_at < g.merged_at
   and not exists (select 1 from app.match_reviews b
     where b.city = r.city and b.person_id = r.candidate_person_id and b.answer = 'same' and b.candidate_person_id <> g.stands_for);

-- Joined and parted only through app.join_records and app.part_records.
drop policy supervisor_merges on app.person_merges;
revoke insert, delete on app.person_merges from rangkul_app;
