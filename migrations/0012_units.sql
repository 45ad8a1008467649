-- S2 附件1 accounts of units, their registration and its changes, the window, and what units keep of their articles.

alter table unit drop constraint unit_status_check;
alter table unit
  -- enrolled: its account is valid, its registration is not yet passed (S2-072)
  add constraint unit_status_check check (status in ('enrolled', 'registered', 'suspended', 'closed')),
  -- C-42 a natural person has a light account, kept as a unit of one
  add column kind text not null default 'organisation' check (kind in ('organisation', 'person')),
  alter column uscc drop not null,
  -- keyed hash of the kind and number of a person's document: bars are asked by it
  add column person_key text unique,
  -- { kind: id-card|passport, masked, sealed }
  add column person_document jsonb,
  -- 单位登记 in force, checked against rooms/registration/forms.ts
  add column profile jsonb not null default '{}',
  -- documents in force: { slot: { registrationId, fileId, version, validTo } }
  add column documents jsonb not null default '{}',
  add column contact_mailbox text not null default '',
  add column registered_at timestamptz,
  add constraint unit_identity check (
    (kind = 'organisation') = (uscc is not null) and (kind = 'person') = (person_key is not null)
  );
create index unit_branch on unit (branch_id, status);

-- S2-064 a request for an account; it comes before there is a unit.
create table enrolment (
  id uuid primary key,
  kind text not null check (kind in ('organisation', 'person')),
  -- given when it is filed
  number text unique,
  status text not null,
  version integer not null default 1,
  -- as typed; checked against rooms/enrolment/forms.ts. A person's document number is never in it.
  form jsonb not null default '{}',
  -- code of the unit, or the keyed hash of a person's document; null while it is not typed
  identity_key text,
  person_document jsonb,
  mailbox text,
  -- who holds the key may go on filling in; only its hash is kept
  key_hash text not null unique,
  -- S2-067, S2-068 fixed by the account administrator
  branch_id uuid references branch (id),
  login text,
  unit_id uuid,
  account_id uuid references account (id),
  -- why it was returned or refused: [{ at, what }]
  remarks jsonb not null default '[]',
  filed_at timestamptz,
  settled_by uuid references account (id),
  settled_at timestamptz,
  audit_event_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index enrolment_queue on enrolment (status, filed_at);
create index enrolment_identity on enrolment (identity_key) where identity_key is not null;

create table enrolment_step (
  id uuid primary key,
  enrolment_id uuid not null references enrolment (id),
  act text not null,
  to_status text not null,
  by_account uuid,
  by_role text not null,
  note text,
  at timestamptz not null,
  audit_event_id uuid not null
);
create index enrolment_step_of on enrolment_step (enrolment_id, at);
comment on table enrolment_step is 'append-only: the way of a request is history';

-- S2-072 单位登记, S2-131 its change, S2-139 another contact person: one row each.
create table registration (
  unit_id uuid not null references unit (id),
  id uuid not null,
  kind text not null check (kind in ('first', 'change', 'contact')),
  -- given at the first submission
  number text,
  status text not null,
  version integer not null default 1,
  branch_id uuid not null references branch (id),
  form jsonb not null default '{}',
  -- who typed each field last: { field: { by, name, at } }
  form_marks jsonb not null default '{}',
  -- S2-133, S2-134 why, and what: [{ field, before, after }]
  reason text,
  items jsonb not null default '[]',
  -- why it was returned: [{ at, what }]
  remarks jsonb not null default '[]',
  submitted_day date,
  -- S2-024 the last day to hand in the originals
  hand_in_by date,
  -- the visit at which the originals were found complete
  checked_visit uuid,
  created_by uuid references account (id),
  submitted_by uuid references account (id),
  audit_event_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (unit_id, id)
);
create index registration_queue on registration (branch_id, status);
create index registration_id on registration (id);

create table registration_step (
  unit_id uuid not null,
  registration_id uuid not null,
  id uuid not null,
  act text not null,
  from_status text,
  to_status text not null,
  by_account uuid,
  by_role text not null,
  note_public text,
  note_inner text,
  at timestamptz not null,
  audit_event_id uuid not null,
  primary key (unit_id, registration_id, id),
  foreign key (unit_id, registration_id) references registration (unit_id, id)
);
comment on table registration_step is 'append-only: the way of a registration is history';

-- What was in force of a unit, and since when: one row each time something passed or the contact changed.
create table unit_profile (
  unit_id uuid not null references unit (id),
  n integer not null check (n > 0),
  profile jsonb not null,
  documents jsonb not null,
  registration_id uuid,
  from_at timestamptz not null,
  audit_event_id uuid not null,
  primary key (unit_id, n)
);
comment on table unit_profile is 'append-only: what was in force on a day stays known';

-- Places taken in one slot of the window.
create table window_place (
  branch_id uuid not null references branch (id),
  day date not null,
  from_time text not null,
  taken integer not null default 0 check (taken >= 0),
  primary key (branch_id, day, from_time)
);

-- S2-129 one coming to the window with originals: booked beforehand, or simply there.
create table window_visit (
  unit_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  branch_id uuid not null references branch (id),
  status text not null,
  version integer not null default 1,
  day date not null,
  -- null for who came without a booking
  from_time text,
  to_time text,
  walk_in boolean not null default false,
  received_by uuid references account (id),
  finished_at timestamptz,
  remarks jsonb not null default '[]',
  audit_event_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (unit_id, id),
  foreign key (unit_id, registration_id) references registration (unit_id, id)
);
create index window_visit_day on window_visit (branch_id, day, status);
create index window_visit_id on window_visit (id);
create index window_visit_of on window_visit (unit_id, registration_id);

-- S2-025 per document whether the original was seen and agrees with the copy.
create table window_tick (
  unit_id uuid not null,
  visit_id uuid not null,
  slot text not null,
  outcome text not null check (outcome in ('seen', 'wanting')),
  remark text not null default '',
  by_account uuid not null references account (id),
  by_name text not null,
  at timestamptz not null,
  primary key (unit_id, visit_id, slot),
  foreign key (unit_id, visit_id) references window_visit (unit_id, id)
);

-- Sentences an officer need not type again.
create table window_phrase (
  id uuid primary key,
  -- slot or field it is for; null: any
  at text,
  text text not null,
  used integer not null default 0,
  retired boolean not null default false,
  created_by uuid references account (id),
  created_at timestamptz not null
);

-- A unit's own library of articles, so that nobody types ingredients twice.
create table unit_article (
  unit_id uuid not null references unit (id),
  id uuid not null,
  status text not null,
  version integer not null default 1,
  name_zh text not null,
  name_en text not null,
  article_class text not null,
  catalogue_no text not null default '',
  specification text not null default '',
  pack_unit text not null default '',
  ingredients text not null default '',
  use text not null default '',
  pathogen_state text not null,
  -- ids of the catalogue
  pathogens jsonb not null default '[]',
  product_page text not null default '',
  updated_by uuid references account (id),
  audit_event_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (unit_id, id)
);
create index unit_article_id on unit_article (id);
