-- People, units and the bodies they belong to, as far as the kernel needs them; receipts of acts.

create table agency (
  id uuid primary key,
  code text not null unique,
  name_zh text not null,
  name_en text not null
);

create table branch (
  id uuid primary key,
  code text not null unique,
  name_zh text not null,
  name_en text not null
);

-- S2-023 one account per unit: the unit is identified by its 18-character code and owns its files.
create table unit (
  id uuid primary key,
  uscc text not null unique check (length(uscc) = 18),
  name_zh text not null,
  name_en text,
  status text not null check (status in ('registered', 'suspended', 'closed')),
  -- S2-067 the branch that supervises the unit's area
  branch_id uuid not null references branch (id),
  -- a unit may produce, sell and use at once (C-41)
  classes text[] not null,
  address text not null,
  contact_name text not null,
  contact_phone text not null,
  -- laboratories: [{ name, level: 'BSL-2', filingNo, address }]
  laboratories jsonb not null default '[]',
  version integer not null default 1,
  audit_event_id uuid,
  created_at timestamptz not null
);

create table account (
  id uuid primary key,
  login text not null unique,
  name text not null,
  mailbox text not null,
  phone text,
  language text not null default 'zh' check (language in ('zh', 'en')),
  status text not null check (status in ('invited', 'active', 'suspended', 'ended')),
  version integer not null default 1,
  audit_event_id uuid,
  created_at timestamptz not null
);

create table role_grant (
  id uuid primary key,
  account_id uuid not null references account (id),
  role text not null,
  unit_id uuid references unit (id),
  branch_id uuid references branch (id),
  agency_id uuid references agency (id),
  valid_from date not null,
  valid_to date,
  granted_by uuid references account (id),
  reason text,
  audit_event_id uuid,
  created_at timestamptz not null
);
create index role_grant_account on role_grant (account_id);
create index role_grant_unit on role_grant (unit_id) where unit_id is not null;

-- A repeated request with the same key is one effect and gets the first answer again.
create table act_receipt (
  account_id uuid not null,
  idem_key text not null check (length(idem_key) between 8 and 100),
  act text not null,
  body_hash text not null,
  reply jsonb,
  at timestamptz not null,
  primary key (account_id, idem_key)
);
create index act_receipt_at on act_receipt (at);

-- Running legal numbers: one row per series and year, raised in the issuing transaction.
create table running_number (
  series text not null,
  year integer not null,
  last bigint not null,
  primary key (series, year)
);
