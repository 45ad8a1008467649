-- A registration has at most one visit that is not over; two members of a unit who book at once cannot both.
create unique index window_visit_open on window_visit (unit_id, registration_id)
  where status in ('booked', 'present');

-- S2-025 the receipt handed over at the end of a visit
alter table window_visit add column receipt_id uuid;

-- S2-025 the copy on file that the original was compared with; null when none is on file
alter table window_tick add column file_id uuid;

-- when the officer took the papers in hand
alter table window_visit add column received_at timestamptz;

-- S2-025 the rows as they were when the visit ended; what is on file may change afterwards
alter table window_visit add column sheet jsonb;
