-- Whether an operation is enforcement: its kind says so (the list operation_kind), not what a record of it claims. An
-- operation that the viewer can't see counts as one.
create or replace function app.is_enforcement(a_operation uuid) returns boolean language sql stable as $$
  select coalesce((select k.extra ->> 'approach' = 'ENFORCEMENT'
    from app.operations o join app.codes k on k.city = o.city and k.list = 'operation_kind' and k.code = o.kind
   where o.city = (select app.city()) and o.operation_id = a_operation), true) $$;

create or replace function app.met_in_enforcement(a_person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select app.viewer_reaches(a_person) and exists (select 1 from app.encounters e
     left join app.operations o on o.city = e.city and o.operation_id = e.operation_id
     left join app.codes k on k.city = o.city and k.list = 'operation_kind' and k.code = o.kind
    where e.city = app.city() and e.person_id = a_person and (e.approach = 'ENFORCEMENT' or k.extra ->> 'approach' = 'ENFORCEMENT')) $$;
comment on function app.met_in_enforcement is 'Whether somebody whom the viewer reaches was ever met in enforcement: then only those who care for the person note marks.';
revoke execute on function app.is_enforcement, app.met_in_enforcement from public;
grant execute on function app.is_enforcement, app.met_in_enforcement to rangkul_app;
