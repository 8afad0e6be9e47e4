-- Records that were taken for one person are parted: what a decision did to the one because of the other is put back.
create or replace function app.part_custody(a_person uuid, a_stood_for uuid) returns table (custody_id uuid, person_id uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  c constant text := app.city();
  members uuid[];
  d record;
  i record;
  alone boolean;
begin
  if app.viewer_role() is distinct from 'supervisor' then return; end if;
  members := sec.records_of(c, a_person) || sec.records_of(c, a_stood_for);
  for d in
    select x.*, (select g.stands_for from app.person_merges g where g.city = c and g.person_id = x.person_id) as own_head,
           (select g.stands_for from app.person_merges g where g.city = c and g.person_id = x.stands_person) as other_head
      from (select distinct on (t.custody_id, t.handover_id) t.* from app.custody_decisions t
             where t.city = c and t.person_id = any (members)
             order by t.custody_id, t.handover_id, t.decision_id desc) x
     where x.change <> 'put_back' and x.stands_person = any (members)
  loop
    continue when coalesce(d.own_head, d.person_id) = coalesce(d.other_head, d.stands_person);
    if d.handover_id is not null then
      update app.handovers h set state = d.was_state where h.city = c and h.handover_id = d.handover_id and h.state = 'set_aside';
    elsif d.change = 'set_aside' then
      update app.custody_intervals v
         set set_aside = false, settled_at = null, settled_by = null, settled_reason = '', version = v.version + 1
       where v.city = c and v.custody_id = d.custody_id and v.set_aside;
    else
      -- Disputed until it is seen, below, that nobody else of that record is stated for the time that comes back.
      update app.custody_intervals v set ended_at = d.was_ended_at, disputed = true, version = v.version + 1
       where v.city = c and v.custody_id = d.custody_id and v.ended_at = d.ended_at;
    end if;
    continue when not found;
    insert into app.custody_decisions (city, step_id, person_id, custody_id, handover_id, change, stands_person)
    values (c, d.step_id, d.person_id, d.custody_id, d.handover_id, 'put_back', d.stands_person);
    if d.custody_id is not null then
      part_custody.custody_id := d.custody_id;
      part_custody.person_id := d.person_id;
      return next;
    end if;
  end loop;
  -- A dispute that only the merge brought about is over; one within a record stays and waits on the desk.
  for i in select v.* from app.custody_intervals v
    where v.city = c and v.person_id = any (members) and v.disputed and not v.set_aside order by v.started_at, v.recorded_at
  loop
    select not exists (
        select 1 from app.person_alias a join app.custody_intervals o on o.city = c and o.person_id = a.same_as
         where a.city = c and a.person_id = i.person_id and o.custody_id <> i.custody_id and not o.set_aside and o.during && i.during)
      and not exists (select 1 from app.handovers h where h.city = c and h.to_custody_id = i.custody_id and h.state = 'disputed')
      into alone;
    if alone then
      update app.custody_intervals v set disputed = false, version = v.version + 1 where v.city = c and v.custody_id = i.custody_id;
    end if;
  end loop;
end $$;
comment on function app.part_custody is 'After unmerge: puts back what was decided of one record because of the other, as it was recorded; where that makes two custodians of one record, the desk decides.';
revoke execute on function app.part_custody from public;
grant execute on function app.part_custody to rangkul_app;
