-- Which approaches an encounter of an operation may have, by the operation's kind. Cities opened from now on have it from their list.
update app.codes set extra = extra || jsonb_build_object('approaches', case code
    when 'OUTREACH' then '["OUTREACH", "REPORT", "WALK_IN"]'::jsonb
    when 'PATROL' then '["ENFORCEMENT", "REPORT"]'::jsonb
    when 'RAID' then '["ENFORCEMENT"]'::jsonb
    else '["ENFORCEMENT", "OUTREACH", "REPORT", "WALK_IN"]'::jsonb end)
 where list = 'operation_kind' and code in ('OUTREACH', 'PATROL', 'RAID', 'JOINT') and not extra ? 'approaches';

-- A look is answered once: a repeat gets the same result, another answer is refused.
alter table app.match_looks add column answer jsonb;
comment on column app.match_looks.answer is 'What the officer said of the hints, and of which record: choice, place, personId, and how many questions came of it.';
grant update (answer) on app.match_looks to rangkul_app;
