-- A child counts in the age class in which it was met, and each record on care stands for itself, so that a number and the
-- list behind it are one set. What everybody counts for is worked out anew: the fold would else take out what was never put in.
insert into app.figure_deltas (city, person_id)
select f.city, f.head_id from app.met_facts f union select c.city, c.head_id from app.care_facts c;
delete from app.met_facts;
delete from app.met_cells;
delete from app.care_facts;
delete from app.care_cells;

alter table app.care_facts
  add column record_id uuid not null,
  add column at timestamptz,
  add column counts_from timestamptz not null,
  drop constraint care_facts_pkey,
  add primary key (city, head_id, figure, month, code, record_id);
drop index app.care_facts_figure;
create index care_facts_figure on app.care_facts (city, figure, month, record_id);
comment on table app.care_facts is 'One record behind the figures on care: a hand-over, a case to assess, a referral, a visit; of factors one child in a month. What is neither done nor due yet counts from counts_from on.';
