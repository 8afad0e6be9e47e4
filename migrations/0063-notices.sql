-- ---------------------------------------------------------------- notices: that something waits, never what about whom
create table app.notices (
  city text not null default app.city() references app.cities,
  notice_id uuid not null default gen_random_uuid(),
  staff_id uuid not null,
  kind text not null check (kind ~ '^[a-z_]{3,40}$'),
  on_kind text not null check (on_kind in ('meeting', 'action')),
  on_id uuid not null,
  key text not null default '' check (length(key) <= 40),
  day date,
  number int,
  created_at timestamptz not null default date_trunc('milliseconds', now()),
  read_at timestamptz,
  primary key (city, notice_id),
  constraint notice_once unique (city, staff_id, kind, on_id, key),
  foreign key (city, staff_id) references app.staff
);
create index notices_inbox on app.notices (city, staff_id, created_at desc, notice_id desc);
create index notices_unread on app.notices (city, staff_id, created_at) where read_at is null;
comment on table app.notices is 'What somebody at work is told. A kind, a record, a day and a number: the screen makes the words, so no name and no free text can stand here. key: what makes two notices of one kind on one record different, such as the day.';

create table app.notice_settings (
  city text not null default app.city() references app.cities,
  staff_id uuid not null default app.viewer_staff(),
  channels text[] not null default '{}' check (channels <@ array['email', 'push', 'whatsapp', 'sms']),
  email text not null default '' check (length(email) <= 200),
  phone text not null default '' check (phone = '' or phone ~ '^\+[1-9][0-9]{7,14}$'),
  muted text[] not null default '{}' check (cardinality(muted) <= 40),
  pace text not null default 'at_once' check (pace in ('at_once', 'daily')),
  digest_at time not null default '07:00',
  quiet_from time not null default '20:00',
  quiet_until time not null default '06:00',
  since timestamptz not null default now(),
  version int not null default 1,
  primary key (city, staff_id),
  foreign key (city, staff_id) references app.staff
);
comment on table app.notice_settings is 'How somebody wants to hear outside the inbox; without a row nothing leaves the system. since: from when on, so that switching a channel on sends nothing old.';

create table app.push_subscriptions (
  city text not null default app.city() references app.cities,
  subscription_id uuid not null,
  staff_id uuid not null default app.viewer_staff(),
  endpoint text not null check (length(endpoint) between 10 and 600),
  p256dh text not null check (length(p256dh) between 80 and 100),
  auth text not null check (length(auth) between 16 and 40),
  made_at timestamptz not null default now(),
  primary key (city, subscription_id),
  constraint push_endpoint unique (city, endpoint),
  foreign key (city, staff_id) references app.staff
);
create index push_subscriptions_staff on app.push_subscriptions (city, staff_id);
comment on table app.push_subscriptions is 'Browsers that asked to be called; one that the push service no longer knows is removed.';

create table app.deliveries (
  city text not null default app.city() references app.cities,
  delivery_id uuid not null,
  staff_id uuid not null,
  channel text not null check (channel in ('email', 'push', 'whatsapp', 'sms')),
  target text not null default '' check (length(target) <= 40),
  notices int not null check (notices > 0),
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'unclear', 'dropped')),
  tries int not null default 0,
  problem text not null default '' check (length(problem) <= 60),
  made_at timestamptz not null default now(),
  tried_at timestamptz,
  next_at timestamptz,
  ended_at timestamptz,
  primary key (city, delivery_id),
  constraint delivery_ended check ((state in ('waiting', 'sending')) = (ended_at is null)),
  foreign key (city, staff_id) references app.staff
);
create index deliveries_staff on app.deliveries (city, staff_id, made_at desc);
create index deliveries_open on app.deliveries (city, next_at) where ended_at is null;
comment on table app.deliveries is 'The delivery log: one message to one person by one channel, how often it was tried and what came of it. unclear: it broke off while being sent; it is not sent again. No address and no words lie here.';

create table app.delivered_notices (
  city text not null default app.city() references app.cities,
  notice_id uuid not null,
  channel text not null,
  target text not null default '',
  delivery_id uuid not null,
  primary key (city, notice_id, channel, target),
  foreign key (city, notice_id) references app.notices on delete cascade,
  foreign key (city, delivery_id) references app.deliveries on delete cascade
);
create index delivered_notices_delivery on app.delivered_notices (city, delivery_id);
comment on table app.delivered_notices is 'Which notices a message stands for; its key is why nothing goes twice by one channel.';

-- ---------------------------------------------------------------- lock two: everybody their own
select sec.lock_table(t::regclass) from unnest(array['app.notices', 'app.notice_settings', 'app.push_subscriptions', 'app.deliveries',
  'app.delivered_notices']) t;
grant select on app.notices, app.notice_settings, app.push_subscriptions, app.deliveries to rangkul_app;
grant update (read_at) on app.notices to rangkul_app;
grant insert, update on app.notice_settings to rangkul_app;
grant delete on app.push_subscriptions to rangkul_app;
create policy own on app.notices for all to rangkul_app using (staff_id = (select app.viewer_staff()));
create policy own on app.notice_settings for all to rangkul_app using (staff_id = (select app.viewer_staff()));
create policy own on app.push_subscriptions for all to rangkul_app using (staff_id = (select app.viewer_staff()));
create policy own on app.deliveries for select to rangkul_app using (staff_id = (select app.viewer_staff()));

create function app.notify(a_kind text, a_on_kind text, a_on_id uuid, a_key text, a_day date, a_number int, a_agencies text[], a_now timestamptz)
  returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare told int;
begin
  insert into app.notices (city, staff_id, kind, on_kind, on_id, key, day, number, created_at)
  select s.city, s.staff_id, a_kind, a_on_kind, a_on_id, a_key, a_day, a_number, a_now
    from app.staff s
   where s.city = app.city() and s.agency_code = any (a_agencies) and s.state = 'active' and s.staff_id is distinct from app.viewer_staff()
  on conflict do nothing;
  get diagnostics told = row_count;
  return told;
end $$;
comment on function app.notify is 'Tells everybody at work in some agencies, except who does it; whoever was told of the same is not told again.';
revoke all on function app.notify from public;
grant execute on function app.notify to rangkul_app, rangkul_jobs;

create function app.subscribe_push(a_id uuid, a_endpoint text, a_p256dh text, a_auth text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if app.viewer_staff() is null then raise exception using errcode = '42501', message = 'nobody is at work'; end if;
  delete from app.push_subscriptions x where x.city = app.city() and x.endpoint = a_endpoint;
  insert into app.push_subscriptions (city, subscription_id, staff_id, endpoint, p256dh, auth)
  values (app.city(), a_id, app.viewer_staff(), a_endpoint, a_p256dh, a_auth);
end $$;
comment on function app.subscribe_push is 'A browser is called for whoever asked last: on a shared one the person before is called there no more.';
revoke all on function app.subscribe_push from public;
grant execute on function app.subscribe_push to rangkul_app;
