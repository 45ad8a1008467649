-- The tamper-evident ledger. These tables are one for the whole house and stay on one node: the tree has
-- one order. A comment that begins with "append-only" makes the serving role able to add and read only.

create table audit_event (
  id uuid primary key,
  unit_id uuid,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'system', 'public')),
  actor_id uuid,
  act text not null,
  subject_kind text,
  subject_id text,
  -- the exact bytes (RFC 8785) that are hashed; never written anew
  body bytea not null,
  -- the same for searching only: jsonb forgets the order and spelling of what it was given
  body_json jsonb not null,
  check ((subject_kind is null) = (subject_id is null))
);
comment on table audit_event is 'append-only: what happened, in the very bytes that are hashed';
create index audit_event_at on audit_event (at, id);
create index audit_event_actor on audit_event (actor_id, at) where actor_id is not null;
create index audit_event_subject on audit_event (subject_kind, subject_id) where subject_kind is not null;
create index audit_event_act on audit_event (act, at);

-- Written in the business transaction, taken away by the sequencer. A queue, not "newer than the last
-- one": a transaction that commits late with an early number would never be seen.
create table audit_queue (
  seq bigint generated always as identity primary key,
  event_id uuid not null unique references audit_event (id),
  queued_at timestamptz not null default clock_timestamp()
);

create table audit_leaf (
  leaf_index bigint primary key check (leaf_index >= 0),
  event_id uuid not null unique references audit_event (id),
  -- SHA-256(0x00 ‖ SHA-256(body))
  leaf_hash bytea not null check (length(leaf_hash) = 32)
);
comment on table audit_leaf is 'append-only: the place of every event in the tree';

create table checkpoint (
  size bigint primary key check (size >= 0),
  -- the head before this one, so that a head taken out of the middle is missed; null for the first
  previous bigint unique references checkpoint (size) check (previous < size),
  root bytea not null check (length(root) = 32),
  -- roots of the complete subtrees, largest first: all that is needed to append
  edge bytea not null,
  -- the signed note, verbatim
  note text not null,
  check ((previous is null) = (size = 0))
);
comment on table checkpoint is 'append-only: the signed heads of the tree';

-- Personal data of events. The event holds SHA-256(salt ‖ value); erasing a row leaves the ledger whole.
create table audit_personal (
  event_id uuid not null references audit_event (id),
  -- where it stood: a JSON pointer into the event
  pointer text not null,
  salt bytea not null check (length(salt) = 16),
  value text not null,
  primary key (event_id, pointer)
);
