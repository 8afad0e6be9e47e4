-- Activities and groups are counted by approach too. Which cells a fact falls into is now another matter, so every fact
-- is worked out anew: the fold would else take out of the new cells what was never put in.
insert into app.figure_deltas (city, person_id) select f.city, f.head_id from app.met_facts f group by f.city, f.head_id;
delete from app.met_facts;
delete from app.met_cells;
