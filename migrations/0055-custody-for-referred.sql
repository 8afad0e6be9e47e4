-- Lock two of custody: an agency that a child was referred to and an area desk learn who has the child now, as the lifeline
-- says it; no earlier stretch, and nothing of what is disputed or was set aside.
alter policy reached on app.custody_intervals
  using (exists (select 1 from app.reach r
    where r.city = custody_intervals.city and r.person_id = custody_intervals.person_id and r.person_id >= custody_intervals.person_id
      and (r.level in ('full', 'held', 'team', 'review')
        or (custody_intervals.ended_at is null and not custody_intervals.disputed and not custody_intervals.set_aside))));
