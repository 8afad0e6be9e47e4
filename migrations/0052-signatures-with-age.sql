-- "Met before?" compares some four hundred persons a look: what it asks of each lies in one row, not in two.
alter table app.person_signatures
  add column sex text not null default 'unknown',
  add column birth_from date,
  add column birth_to date;
comment on column app.person_signatures.sex is 'As in app.persons, like birth_from and birth_to: written by the triggers person_signature_facts and person_facts_signed.';
update app.person_signatures s set sex = p.sex, birth_from = p.birth_from, birth_to = p.birth_to
  from app.persons p where p.city = s.city and p.person_id = s.person_id;

create function sec.take_person_facts() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  select p.sex, p.birth_from, p.birth_to into new.sex, new.birth_from, new.birth_to
    from app.persons p where p.city = new.city and p.person_id = new.person_id;
  return new;
end $$;
create trigger person_signature_facts before insert on app.person_signatures for each row execute function sec.take_person_facts();

create function sec.give_person_facts() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  update app.person_signatures s set sex = new.sex, birth_from = new.birth_from, birth_to = new.birth_to
   where s.city = new.city and s.person_id = new.person_id;
  return null;
end $$;
create trigger person_facts_signed after update of sex, birth_from, birth_to on app.persons for each row
  when ((old.sex, old.birth_from, old.birth_to) is distinct from (new.sex, new.birth_from, new.birth_to))
  execute function sec.give_person_facts();
revoke all on function sec.take_person_facts, sec.give_person_facts from public;
