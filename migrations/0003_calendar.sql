-- The working-day calendar as the notices order it, and the clocks that count by it.

-- One row: the calendar as a whole. Whoever changes a day raises its version, so that a projection made
-- with an older calendar is found and made again.
create table calendar (
  id uuid primary key,
  version integer not null,
  -- fresh with every change, also between databases: what a process remembers is known by it
  stamp uuid not null,
  audit_event_id uuid,
  updated_at timestamptz not null
);

-- The days that are not what their weekday says. A day without a row is an ordinary day.
create table work_calendar (
  day date primary key,
  kind text not null check (kind in ('off', 'work')),
  name_zh text not null,
  name_en text not null,
  -- the year whose notice orders the day: 2022-12-31 is New Year 2023
  year integer not null,
  source text not null,
  -- false: entered before the notice of the year, it does not end 暂定
  published boolean not null,
  -- an administrator's own day survives every import of a notice
  own boolean not null default false,
  updated_at timestamptz not null
);

create table calendar_notice (
  year integer not null check (year between 2000 and 2100),
  version integer not null check (version > 0),
  title text not null,
  number text not null,
  issued_on date not null,
  url text not null,
  -- [{ name, nameEn, from, to, work: [day] }]
  holidays jsonb not null,
  -- null: brought along by the product
  published_by uuid references account (id),
  reason text,
  audit_event_id uuid,
  created_at timestamptz not null,
  primary key (year, version)
);
comment on table calendar_notice is 'append-only: a corrected notice is a further version';

create table calendar_day_change (
  id uuid primary key,
  day date not null,
  -- null: the own day was taken back and the notice holds again
  kind text check (kind in ('off', 'work')),
  name_zh text,
  name_en text,
  source text,
  reason text not null,
  changed_by uuid not null references account (id),
  audit_event_id uuid not null,
  created_at timestamptz not null
);
create index calendar_day_change_newest on calendar_day_change (created_at desc, id desc);
comment on table calendar_day_change is 'append-only: why a single day was changed';

-- A clock of any subject. Everything below the terms is a projection of its entries, kept so that
-- queues can sort by it.
create table clock (
  unit_id uuid not null references unit (id),
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  kind text not null,
  -- what people call the subject and where its page is, for notices about a moved date
  label text not null,
  path text not null,
  -- lengths in working days, by the law of the day it was opened
  days integer not null check (days > 0),
  usual_days integer check (usual_days > 0),
  intake_days integer check (intake_days > 0),
  extension_days integer check (extension_days > 0),
  entries integer not null default 0,
  state text not null
    check (state in ('waiting', 'intake', 'correcting', 'running', 'paused', 'ended')),
  start_day date,
  deemed boolean not null,
  total_days integer not null,
  due_day date,
  usual_due_day date,
  provisional boolean not null,
  as_of date not null,
  calendar_version integer not null,
  created_at timestamptz not null,
  primary key (unit_id, id),
  unique (unit_id, subject_kind, subject_id, kind)
);
create index clock_due on clock (subject_kind, due_day) where state <> 'ended';
create index clock_stale on clock (calendar_version) where state <> 'ended';

create table clock_entry (
  unit_id uuid not null,
  clock_id uuid not null,
  n integer not null check (n > 0),
  kind text not null check (kind in ('received', 'corrected', 'accepted', 'deemedAccepted', 'started',
    'stepOpened', 'stepClosed', 'extended', 'ended')),
  day date not null,
  step uuid,
  step_kind text check (step_kind in ('expert', 'onsite', 'laboratory')),
  reason text,
  notice text,
  expected_days integer,
  days integer,
  by_account uuid references account (id),
  audit_event_id uuid,
  recorded_at timestamptz not null,
  primary key (unit_id, clock_id, n),
  foreign key (unit_id, clock_id) references clock (unit_id, id),
  check (kind not in ('stepOpened', 'stepClosed') or step is not null),
  check (kind <> 'stepOpened'
    or (step_kind is not null and reason is not null and notice is not null and expected_days > 0)),
  check (kind <> 'extended' or (days > 0 and reason is not null and notice is not null))
);
comment on table clock_entry is 'append-only: a clock is its entries';

-- A due day moved by a changed calendar, once per clock and version of the calendar.
create table clock_move (
  unit_id uuid not null,
  clock_id uuid not null,
  calendar_version integer not null,
  old_due_day date,
  new_due_day date,
  at timestamptz not null,
  primary key (unit_id, clock_id, calendar_version),
  foreign key (unit_id, clock_id) references clock (unit_id, id)
);
comment on table clock_move is 'append-only: which due days a changed calendar moved';
