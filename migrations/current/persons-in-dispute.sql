-- "Two custodians stated": by two phones of one record, or by two records that turned out to be one person. The desk's
-- list, the custody board and Hari ini ask here and nowhere else.
create or replace view app.persons_in_dispute with (security_invoker = true) as
  select d.city, coalesce(g.stands_for, d.person_id) as person_id, min(d.since) as since
    from (
      select i.city, i.person_id, i.recorded_at as since from app.custody_intervals i where i.disputed and not i.set_aside
      union all
      select h.city, h.person_id, h.recorded_at from app.handovers h where h.state = 'disputed'
      union all
      select m.city, m.person_id, greatest(m.merged_at, a.recorded_at, b.recorded_at)
        from app.person_merges m
        join app.custody_intervals a on a.city = m.city and a.person_id = m.person_id and not a.set_aside
        join app.person_alias l on l.city = m.city and l.person_id = m.person_id and l.same_as <> l.person_id
        join app.custody_intervals b on b.city = m.city and b.person_id = l.same_as and not b.set_aside and b.during && a.during) d
    left join app.person_merges g on g.city = d.city and g.person_id = d.person_id
   group by d.city, coalesce(g.stands_for, d.person_id);
comment on view app.persons_in_dispute is 'About whom two custodians are stated at one time, since when; one row for each person, under the record that stands for it.';
grant select on app.persons_in_dispute to rangkul_app, rangkul_jobs;
