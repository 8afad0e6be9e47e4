-- Answers to invitations. Whoever is asked has no right on the meeting's tables: these functions are the only way, by the
-- agency at work or by the secret of the link.
create or replace function sec.answer_invitation(i app.invitations, a_answer jsonb, a_now timestamptz) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare m app.meetings;
begin
  select * into m from app.meetings x where x.city = i.city and x.meeting_id = i.meeting_id;
  if i.withdrawn_at is not null or m.state <> 'invited' or a_now >= m.starts_at then
    raise exception using errcode = '23514', constraint = 'invitation_reply_open', message = 'the invitation can no longer be answered';
  end if;
  update app.invitations x
     set state = a_answer ->> 'answer', replied_at = a_now, reply_note = coalesce(a_answer ->> 'note', ''),
         delegate_name = case when a_answer ->> 'answer' = 'delegated' then a_answer ->> 'delegateName' else '' end,
         delegate_office = case when a_answer ->> 'answer' = 'delegated' then coalesce(a_answer ->> 'delegateOffice', '') else '' end
   where x.city = i.city and x.invitation_id = i.invitation_id;
end $$;
comment on function sec.answer_invitation is 'Writes the answer to an invitation while it can be answered; the last one counts.';
revoke all on function sec.answer_invitation from public;

create or replace function app.answer_own_invitation(a_invitation uuid, a_answer jsonb, a_now timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare i app.invitations;
begin
  select * into i from app.invitations x
   where x.city = app.city() and x.invitation_id = a_invitation and x.agency_code = app.viewer_agency() and app.viewer_staff() is not null for update;
  if i.invitation_id is null then return false; end if;
  perform sec.answer_invitation(i, a_answer, a_now);
  return true;
end $$;
comment on function app.answer_own_invitation is 'The agency of who is at work answers its invitation; false when it has none of this id.';
revoke all on function app.answer_own_invitation from public;
grant execute on function app.answer_own_invitation to rangkul_app;

create or replace function app.answer_by_link(a_hash bytea, a_answer jsonb, a_now timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare i app.invitations;
begin
  select * into i from app.invitations x where x.reply_hash = a_hash for update;
  if i.invitation_id is null then return false; end if;
  perform sec.answer_invitation(i, a_answer, a_now);
  insert into app.audit_rows (city, agency_code, role, act, on_kind, on_id, persons, detail)
  values (i.city, i.agency_code, 'link', 'invitation.answered-by-link', 'invitation', i.invitation_id::text, '{}', jsonb_build_object('answer', a_answer ->> 'answer'));
  return true;
end $$;
comment on function app.answer_by_link is 'Whoever holds the link of an invitation answers it; false when there is no such link.';
revoke all on function app.answer_by_link from public;
grant execute on function app.answer_by_link to rangkul_app;

create or replace function app.invitation_by_link(a_hash bytea)
  returns table (title text, kind text, theme text, place text, starts_at timestamptz, ends_at timestamptz, reply_by timestamptz, meeting_state text,
    cancel_reason text, meeting_id uuid, version int, host_id text, host_en text, office text, name text, body_id text, body_en text, state text,
    delegate_name text, delegate_office text, note text, withdrawn boolean, arrived_at timestamptz, arrived_name text, city_name text, time_zone text,
    demonstration boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.title, m.kind, m.theme, m.place, m.starts_at, m.ends_at, m.reply_by, m.state, m.cancel_reason, m.meeting_id, m.version, h.name_id, h.name_en,
         i.office, i.name, coalesce(b.name_id, ''), coalesce(b.name_en, ''), i.state, i.delegate_name, i.delegate_office, i.reply_note,
         i.withdrawn_at is not null, a.arrived_at, a.name, c.name, c.time_zone, c.demonstration
    from app.invitations i
    join app.meetings m on m.city = i.city and m.meeting_id = i.meeting_id
    join app.agencies h on h.city = m.city and h.agency_code = m.host_agency
    join app.cities c on c.city = i.city
    left join app.agencies b on b.city = i.city and b.agency_code = i.agency_code
    left join app.attendance_for f on f.city = i.city and f.invitation_id = i.invitation_id
    left join app.attendances a on a.city = f.city and a.attendance_id = f.attendance_id
   where i.reply_hash = a_hash
$$;
comment on function app.invitation_by_link is 'One invitation with its meeting, for whoever holds its link; nothing of anybody else who is invited.';
revoke all on function app.invitation_by_link from public;
grant execute on function app.invitation_by_link to rangkul_app;
