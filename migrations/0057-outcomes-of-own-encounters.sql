-- Whoever only decides whether two records are one reads every encounter of both, and changes none of them.
alter policy reached_changes on app.encounters
  using (exists (select 1 from app.reach r where r.city = encounters.city and r.person_id = encounters.person_id and r.person_id >= encounters.person_id
    and (r.level = 'full' or r.encounter_id = encounters.encounter_id)));
