-- Agencies and branches as dated data, sign-in, mail links, roles with confirmation, deputies, hand-over.

-- S1-023 the Working Group, S1-040 its office: who belongs to it, since when, and which duty names it.
alter table agency
  add column kind text not null default 'member' check (kind in ('member', 'office', 'district')),
  add column lead boolean not null default false,
  add column duty text,
  add column valid_from date not null default '2025-01-01',
  add column valid_to date,
  add column source text not null default '';

create table agency_duty (
  agency_id uuid not null references agency (id),
  duty text not null,
  text_zh text not null,
  text_en text not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  primary key (agency_id, duty, valid_from)
);

-- S1-077 a district and a zone answer for their own area only.
create table agency_area (
  agency_id uuid not null references agency (id),
  area text not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  primary key (agency_id, area, valid_from)
);

alter table branch
  add column valid_from date not null default '2018-04-20',
  add column valid_to date,
  add column source text not null default '';

-- role_grant holds what is in force now or later; what was proposed and what is over lie beside it, so that
-- whoever asks "who holds this role" needs to know nothing of either.
alter table role_grant
  -- Reach of an invited expert or third party: the one case it is invited to.
  add column subject_id uuid,
  add column confirmed_by uuid references account (id),
  -- Given while nobody else was there to confirm it: the first administrators of a house.
  add column founding boolean not null default false,
  add column version integer not null default 1,
  add constraint role_grant_days check (valid_to is null or valid_to >= valid_from),
  add constraint role_grant_four_eyes check (confirmed_by is null or confirmed_by <> granted_by),
  add constraint role_grant_not_self check (role <> 'self');
create index role_grant_role on role_grant (role);

-- One of the three administrator roles waits here until a second person confirms it.
create table role_proposal (
  id uuid primary key,
  account_id uuid not null references account (id),
  role text not null check (role in ('system-admin', 'security-admin', 'audit-admin')),
  valid_from date not null,
  valid_to date,
  reason text not null,
  proposed_by uuid not null references account (id),
  status text not null default 'proposed' check (status in ('proposed', 'confirmed', 'refused', 'withdrawn')),
  settled_by uuid references account (id),
  settled_at timestamptz,
  version integer not null default 1,
  audit_event_id uuid,
  created_at timestamptz not null,
  check (settled_by is null or status = 'withdrawn' or settled_by <> proposed_by),
  check (valid_to is null or valid_to >= valid_from)
);
create index role_proposal_open on role_proposal (status) where status = 'proposed';

create table role_grant_past (
  id uuid primary key,
  account_id uuid not null references account (id),
  role text not null,
  unit_id uuid,
  branch_id uuid,
  agency_id uuid,
  subject_id uuid,
  valid_from date not null,
  valid_to date,
  granted_by uuid,
  confirmed_by uuid,
  reason text,
  created_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz not null,
  end_reason text not null
);
create index role_grant_past_account on role_grant_past (account_id);

create unique index account_login on account (lower(login));

create table deputy (
  id uuid primary key,
  absent_id uuid not null references account (id),
  deputy_id uuid not null references account (id),
  valid_from date not null,
  valid_to date not null,
  reason text not null,
  status text not null default 'active' check (status in ('active', 'ended')),
  version integer not null default 1,
  audit_event_id uuid,
  created_at timestamptz not null,
  check (absent_id <> deputy_id),
  check (valid_to >= valid_from)
);
create index deputy_deputy on deputy (deputy_id);
create index deputy_absent on deputy (absent_id);

-- Who works on a case or task in which role; it is handed over, never copied.
create table task_holder (
  unit_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  role text not null,
  branch_id uuid,
  agency_id uuid,
  account_id uuid not null references account (id),
  since timestamptz not null,
  given_by uuid references account (id),
  reason text,
  version integer not null default 1,
  primary key (unit_id, subject_kind, subject_id, role)
);
create index task_holder_account on task_holder (account_id);

create table auth_password (
  account_id uuid primary key references account (id),
  -- argon2id in PHC text form
  hash text not null,
  set_at timestamptz not null,
  -- asked for at the next sign-in
  must_change boolean not null default false
);

create table auth_password_past (
  account_id uuid not null references account (id),
  at timestamptz not null,
  hash text not null,
  primary key (account_id, at)
);

-- Only the SHA-256 of a session's token is kept: who reads the table cannot ride a session.
create table auth_session (
  id uuid primary key,
  account_id uuid not null references account (id),
  token_hash text not null unique,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  second_factor_at timestamptz,
  address text,
  agent text
);
create index auth_session_account on auth_session (account_id);

create table auth_second_factor (
  account_id uuid primary key references account (id),
  -- AES-256-GCM under the key of the house
  secret bytea not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  -- Newest 30-second step accepted; a step is accepted once, and never an older one.
  last_step bigint not null default 0
);

create table auth_recovery_code (
  account_id uuid not null references account (id),
  code_hash text not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

-- Failures in a row per sign-in name or account; they survive a restart and hold for every server.
create table auth_attempt (
  key text primary key,
  failures integer not null,
  locked_until timestamptz,
  at timestamptz not null
);

-- Token buckets: what is left, and when it was counted.
create table auth_bucket (
  key text primary key,
  tokens double precision not null,
  at timestamptz not null
);

create table mail_link (
  id uuid primary key,
  kind text not null check (kind in ('invite', 'reset', 'mailbox', 'first')),
  -- null: the first administrator, who has no account yet
  account_id uuid references account (id),
  token_hash text not null unique,
  -- what a confirmed mailbox change brings
  mailbox text,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_by uuid references account (id),
  created_at timestamptz not null
);
create index mail_link_account on mail_link (account_id);

create table sign_in_log (
  id uuid primary key,
  at timestamptz not null,
  what text not null,
  account_id uuid,
  -- SHA-256 of an unknown sign-in name: people type passwords into the wrong field
  login_hash text,
  address text,
  agent text,
  request_id text
);
create index sign_in_log_at on sign_in_log (at, id);
create index sign_in_log_account on sign_in_log (account_id, at);
comment on table sign_in_log is 'append-only: who signed in, tried to, or was refused';

-- The demonstration's people, listed on its sign-in page; empty in every other house.
create table demo_person (
  account_id uuid primary key references account (id),
  place integer not null,
  hint_zh text not null,
  hint_en text not null
);
