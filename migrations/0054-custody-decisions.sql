-- What a decision between two custodians changed, so that it can be put back when it was made only because two records
-- were taken for one person.
create table app.custody_decisions (
  city text not null default app.city() references app.cities,
  decision_id bigint generated always as identity,
  step_id uuid not null,
  person_id uuid not null,
  custody_id uuid,
  handover_id uuid,
  change text not null check (change in ('set_aside', 'cut_short', 'put_back')),
  stands_person uuid not null,
  was_ended_at timestamptz,
  ended_at timestamptz,
  was_state text,
  decided_by uuid default app.viewer_staff(),
  decided_at timestamptz not null default now(),
  primary key (city, decision_id),
  foreign key (city, person_id) references app.persons,
  foreign key (city, custody_id) references app.custody_intervals,
  foreign key (city, handover_id) references app.handovers,
  constraint decision_on_one check ((custody_id is null) <> (handover_id is null))
);
create index custody_decisions_person on app.custody_decisions (city, person_id, decision_id);
create index custody_decisions_custody on app.custody_decisions (city, custody_id);
create index custody_decisions_handover on app.custody_decisions (city, handover_id);
comment on table app.custody_decisions is 'Each stretch and hand-over that a decision set aside or cut short, how it was before, and whose statement stands; rows are only added.';
comment on column app.custody_decisions.stands_person is 'The record whose statement stands. Another than person_id: decided only because the two were one person.';
select sec.lock_table('app.custody_decisions');
grant select, insert on app.custody_decisions to rangkul_app;
create policy reached on app.custody_decisions for select to rangkul_app using (exists (select 1 from app.reach r
  where r.city = custody_decisions.city and r.person_id = custody_decisions.person_id and r.person_id >= custody_decisions.person_id
    and r.level in ('full', 'held', 'team')));
create policy reached_adds on app.custody_decisions for insert to rangkul_app
  with check (app.viewer_reaches(person_id, array['full', 'held', 'team']));
