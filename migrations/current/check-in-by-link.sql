-- Check-in by the code of an invitation, without an account. The same code twice is answered with the first time; who
-- comes with a second code, for another village say, under the same name and number, is one person for both.
create or replace function app.check_in_by_link(a_hash bytea, a_attendance uuid, a_who jsonb, a_now timestamptz)
  returns table (arrived_at timestamptz, name text, already boolean)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  i app.invitations;
  m app.meetings;
  a app.attendances;
  zone text;
  body_name text;
begin
  select * into i from app.invitations x where x.reply_hash = a_hash for update;
  if i.invitation_id is null then return; end if;
  select * into m from app.meetings x where x.city = i.city and x.meeting_id = i.meeting_id;
  select c.time_zone into zone from app.cities c where c.city = i.city;
  select t.* into a from app.attendance_for f join app.attendances t on t.city = f.city and t.attendance_id = f.attendance_id
   where f.city = i.city and f.invitation_id = i.invitation_id;
  if a.attendance_id is not null then
    return query select a.arrived_at, a.name, true;
    return;
  end if;
  if i.withdrawn_at is not null or m.state not in ('invited', 'held')
    or (a_now at time zone zone)::date not between (m.starts_at at time zone zone)::date and (m.ends_at at time zone zone)::date then
    raise exception using errcode = '23514', constraint = 'check_in_open', message = 'check-in is open on the days of the meeting';
  end if;
  select * into a from app.attendances x
   where x.city = i.city and x.meeting_id = i.meeting_id and a_who ->> 'contact' <> '' and x.contact = a_who ->> 'contact'
     and lower(x.name) = lower(a_who ->> 'name') order by x.arrived_at limit 1;
  if a.attendance_id is null then
    select coalesce(g.name_id, '') into body_name from app.agencies g where g.city = i.city and g.agency_code = i.agency_code;
    insert into app.attendances (city, meeting_id, attendance_id, name, office, body, contact, way, arrived_at, recorded_at, recorded_by)
    values (i.city, i.meeting_id, a_attendance, a_who ->> 'name', coalesce(a_who ->> 'office', ''), coalesce(body_name, ''), coalesce(a_who ->> 'contact', ''),
            'QR', a_now, a_now, null) returning * into a;
  end if;
  insert into app.attendance_for (city, invitation_id, attendance_id) values (i.city, i.invitation_id, a.attendance_id);
  insert into app.audit_rows (city, agency_code, role, act, on_kind, on_id, persons, detail)
  values (i.city, i.agency_code, 'link', 'meeting.checked-in-by-link', 'meeting', i.meeting_id::text, '{}', jsonb_build_object('invitation', i.invitation_id));
  return query select a.arrived_at, a.name, false;
end $$;
comment on function app.check_in_by_link is 'Whoever holds the code of an invitation is present, on the days of the meeting; nothing when there is no such code.';
revoke all on function app.check_in_by_link from public;
grant execute on function app.check_in_by_link to rangkul_app;
