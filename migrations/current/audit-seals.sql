-- Seals: a hash over every audit row of a stretch of transactions and over the seal before it. A stretch is closed when
-- every transaction in it has ended (below the snapshot's xmin), so no row can come late.
create or replace function app.audit_row_hash(r app.audit_rows) returns bytea language sql stable as $$
  select sha256(convert_to(jsonb_build_array(r.city, r.audit_id, extract(epoch from r.recorded_at), r.txid::text, r.staff_id, r.agency_code, r.role,
    r.act, r.on_kind, r.on_id, to_jsonb(r.persons), r.detail)::text, 'UTF8')) $$;

create or replace function app.audit_root(a_from xid8, a_before xid8, a_previous bytea) returns table (row_count int, root bytea) language sql stable as $$
  select count(*)::int, sha256(a_previous || coalesce(string_agg(app.audit_row_hash(r), ''::bytea order by r.txid, r.audit_id), ''::bytea))
    from app.audit_rows r
   where r.city = (select app.city()) and r.txid >= a_from and r.txid < a_before $$;

create or replace function app.seal_audit() returns int language plpgsql as $$
declare last app.audit_seals; upto xid8 := pg_snapshot_xmin(pg_current_snapshot()); begun xid8; made record;
begin
  if not pg_try_advisory_xact_lock(hashtext('audit seal ' || (select app.city()))) then return 0; end if;
  select * into last from app.audit_seals s where s.city = (select app.city()) order by s.seal_no desc limit 1;
  begun := coalesce(last.before_txid, '0'::xid8);
  if upto <= begun or not exists (select 1 from app.audit_rows r where r.city = (select app.city()) and r.txid >= begun and r.txid < upto) then
    return 0;
  end if;
  select * into made from app.audit_root(begun, upto, coalesce(last.root, ''::bytea));
  insert into app.audit_seals (city, seal_no, from_txid, before_txid, row_count, root, previous_root)
  values ((select app.city()), coalesce(last.seal_no, 0) + 1, begun, upto, made.row_count, made.root, coalesce(last.root, ''::bytea));
  return made.row_count;
end $$;
comment on function app.seal_audit is 'Seals what has been committed since the last seal; several workers may call it at once.';
grant execute on function app.audit_row_hash, app.audit_root, app.seal_audit to rangkul_jobs;
