-- S2-009, S2-040, S2-041 the permit in use: its lines, their balance, and write-offs.

create table permit (
  unit_id uuid not null references unit (id),
  id uuid not null,
  case_id uuid not null,
  number text not null,
  branch_id uuid not null references branch (id),
  direction text not null check (direction in ('entry', 'exit')),
  grade text not null,
  status text not null,
  version integer not null default 1,
  issued_day date not null,
  -- the last day on which it holds, that day included
  valid_through date not null,
  -- whether it may be written off in batches (grade A: once)
  in_batches boolean not null,
  audit_event_id uuid,
  created_at timestamptz not null,
  primary key (unit_id, id)
);
create unique index permit_case on permit (unit_id, case_id);
create index permit_number on permit (number);
create index permit_id on permit (id);

-- Integers with a unit; reserved + used can never pass what was approved, whoever writes at once.
create table permit_line (
  unit_id uuid not null,
  permit_id uuid not null,
  n integer not null check (n > 0),
  name_zh text not null,
  name_en text not null,
  specification text not null,
  pack_unit text not null,
  approved bigint not null check (approved > 0),
  reserved bigint not null default 0 check (reserved >= 0),
  used bigint not null default 0 check (used >= 0),
  primary key (unit_id, permit_id, n),
  foreign key (unit_id, permit_id) references permit (unit_id, id),
  check (reserved + used <= approved)
);

create table write_off (
  unit_id uuid not null,
  id uuid not null,
  permit_id uuid not null,
  number text not null,
  branch_id uuid not null references branch (id),
  status text not null,
  version integer not null default 1,
  port text not null,
  planned_day date not null,
  transport text not null,
  requested_by uuid not null references account (id),
  confirmed_by uuid references account (id),
  confirmed_day date,
  note text,
  audit_event_id uuid,
  created_at timestamptz not null,
  primary key (unit_id, id),
  foreign key (unit_id, permit_id) references permit (unit_id, id)
);
create index write_off_permit on write_off (unit_id, permit_id);
create index write_off_status on write_off (status);
create index write_off_id on write_off (id);

create table write_off_line (
  unit_id uuid not null,
  write_off_id uuid not null,
  n integer not null,
  requested bigint not null check (requested > 0),
  batch_no text not null default '',
  -- as found at the port; null until confirmed
  actual bigint check (actual >= 0),
  primary key (unit_id, write_off_id, n),
  foreign key (unit_id, write_off_id) references write_off (unit_id, id)
);

-- Every change of a balance; the balance is their sum.
create table permit_movement (
  unit_id uuid not null,
  id uuid not null,
  permit_id uuid not null,
  n integer not null,
  write_off_id uuid not null,
  kind text not null check (kind in ('reserve', 'consume', 'release')),
  reserved_delta bigint not null,
  used_delta bigint not null,
  at timestamptz not null,
  audit_event_id uuid not null,
  primary key (unit_id, id),
  foreign key (unit_id, permit_id, n) references permit_line (unit_id, permit_id, n)
);
create index permit_movement_line on permit_movement (unit_id, permit_id, n);
comment on table permit_movement is 'append-only: a correction is another movement';
