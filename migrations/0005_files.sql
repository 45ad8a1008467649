-- Uploaded files: the content once per unit, where each version stands, and uploads under way.

-- unit_id is the nil uuid for files of a body that is no unit.
create table stored_file (
  unit_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  kind text not null check (kind in ('pdf', 'jpeg', 'png', 'docx', 'xlsx', 'doc')),
  -- what the structure check learned: { pages } or { width, height }
  facts jsonb not null default '{}',
  inspected_at timestamptz not null,
  -- unscanned: no scanner is set up; waiting: it is, but cannot be relied on now
  scan text not null check (scan in ('unscanned', 'waiting', 'clean', 'infected')),
  -- name of the signature found
  scan_note text,
  scanned_at timestamptz,
  primary key (unit_id, sha256)
);
create index stored_file_open on stored_file (scan) where scan in ('unscanned', 'waiting');
create index stored_file_sha256 on stored_file (sha256);

-- One version of a document in its slot. Versions count from 1 within the slot and are kept.
create table file_version (
  unit_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  slot text not null,
  version integer not null check (version > 0),
  id uuid not null,
  sha256 text not null,
  name text not null check (length(name) between 1 and 200),
  status text not null check (status in ('current', 'replaced', 'removed')),
  -- null: the system itself
  by_account uuid references account (id),
  by_name text not null,
  at timestamptz not null,
  ended_at timestamptz,
  audit_event_id uuid not null,
  primary key (unit_id, subject_kind, subject_id, slot, version),
  unique (unit_id, id),
  foreign key (unit_id, sha256) references stored_file (unit_id, sha256)
);
create index file_version_id on file_version (id);
create index file_version_content on file_version (sha256);

-- A large file on its way in numbered parts; the parts lie on disk.
create table upload (
  unit_id uuid not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  slot text not null,
  name text not null,
  size bigint not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  part_bytes integer not null check (part_bytes > 0),
  by_account uuid not null references account (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- the version it became; asked to finish again, it answers the same
  version_id uuid,
  primary key (unit_id, id),
  -- the same file begun again is the same upload
  unique (unit_id, subject_kind, subject_id, slot, by_account, sha256, name)
);
create index upload_id on upload (id);
create index upload_expires on upload (expires_at);

create table upload_part (
  unit_id uuid not null,
  upload_id uuid not null,
  n integer not null check (n > 0),
  size bigint not null,
  sha256 text not null,
  at timestamptz not null,
  primary key (unit_id, upload_id, n),
  foreign key (unit_id, upload_id) references upload (unit_id, id) on delete cascade
);
