-- S2-006 the later time a unit had booked, kept while its visit of another day is under way: {day, from, to}
alter table window_visit add column given_up jsonb;
