-- Dated settings, rule sets in force, areas and ports; further facts of agencies and branches.
-- What can be set, the rule sets' content, classes, pathogens and countries stand in law/ and are read
-- from there: nobody edits them here.

create table setting (
  key text primary key,
  version integer not null default 1
);

create table setting_value (
  key text not null references setting (key),
  valid_from date not null,
  -- a later entry for the same first day mends an earlier one before that day comes
  n integer not null check (n > 0),
  value jsonb not null,
  valid_to date,
  source text not null check (source <> ''),
  -- the project's own default: no law gives the number
  ours boolean not null,
  note text,
  -- both null: brought along by the product
  reason text,
  entered_by uuid references account (id),
  entered_at timestamptz not null,
  audit_event_id uuid,
  primary key (key, valid_from, n),
  check (valid_to is null or valid_to >= valid_from)
);
comment on table setting_value is 'append-only: a change is a new row with a later first day';

create table rule_set (
  code text primary key,
  version integer not null default 1
);

-- C-34 which rule set holds from which day; a case keeps the set of its acceptance day.
create table rule_set_start (
  valid_from date not null,
  n integer not null check (n > 0),
  rule_set text not null references rule_set (code),
  source text not null check (source <> ''),
  reason text,
  entered_by uuid references account (id),
  entered_at timestamptz not null,
  audit_event_id uuid,
  primary key (valid_from, n)
);
comment on table rule_set_start is 'append-only: a change is a new row with a later first day';

alter table agency
  add column short_zh text not null default '',
  add column note text not null default '',
  -- [{ name, until, note }]
  add column former_names jsonb not null default '[]';

alter table branch
  add column kind text not null default 'office' check (kind in ('headquarters', 'office'));

create table area (
  code text primary key,
  name_zh text not null,
  name_en text not null,
  kind text not null check (kind in ('district', 'zone')),
  -- S2-067 the branch that supervises units of the area
  branch_id uuid references branch (id),
  valid_from date not null,
  valid_to date,
  source text not null
);

-- S2-156 the port decides which branch inspects; null for ports of other customs.
create table port (
  code text primary key check (length(code) <= 20),
  name_zh text not null,
  name_en text not null,
  kind text not null check (kind in ('air', 'sea', 'land', 'post', 'other')),
  branch_id uuid references branch (id),
  customs_area text,
  place integer not null,
  valid_from date not null,
  valid_to date,
  source text not null
);
