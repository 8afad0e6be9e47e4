-- What a child said of whom it fears is a statement: each answer is a row of its own, and none replaces another.
alter table app.custody_fears
  drop constraint custody_fears_pkey,
  add column answer_id uuid not null default gen_random_uuid(),
  add column recorded_at timestamptz;
update app.custody_fears set recorded_at = asked_at;
alter table app.custody_fears
  alter column recorded_at set default now(),
  alter column recorded_at set not null,
  add primary key (city, answer_id);
create index custody_fears_person on app.custody_fears (city, person_id, asked_at);
comment on table app.custody_fears is 'Whom the child fears: every answer it gave, sealed under the child''s key. Added to, never changed; an erasure empties the box.';

revoke update on app.custody_fears from rangkul_app;
drop policy reached_changes on app.custody_fears;
create function sec.keep_answer() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.box is null and to_jsonb(new) - 'box' = to_jsonb(old) - 'box' then return new; end if;
  raise exception using errcode = '42501', message = 'the answer of a child stays as it was given';
end $$;
comment on function sec.keep_answer is 'Lets an erasure empty the sealed box of an answer; nothing else changes or removes one.';
create trigger answer_kept before update or delete on app.custody_fears for each row execute function sec.keep_answer();
