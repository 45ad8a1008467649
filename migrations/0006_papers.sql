-- Issued papers. What stands on a paper is frozen in the act's own transaction and never changes; how far
-- its making has come, and whether it was revoked, lies beside it.

create table paper (
  unit_id uuid not null references unit (id),
  id uuid not null,
  kind text not null,
  -- version of the template that says it
  template integer not null,
  subject_kind text not null,
  subject_id uuid not null,
  branch_id uuid references branch (id),
  issuer text not null,
  -- C-01 the title used on this copy
  title text not null,
  number text not null,
  recipient text not null,
  day date not null,
  -- under which anybody may check it; unguessable
  code text not null,
  facts jsonb not null,
  -- SHA-256 of everything that stands on the paper, in the spelling of RFC 8785
  facts_sha256 text not null check (length(facts_sha256) = 64),
  issued_by uuid,
  issued_at timestamptz not null,
  audit_event_id uuid not null,
  primary key (unit_id, id)
);
comment on table paper is 'append-only: what was issued stays as it was issued';
create index paper_id on paper (id);
create index paper_code on paper (code);
create index paper_number on paper (number);
create index paper_issued on paper (issued_at, id);
create index paper_subject on paper (subject_kind, subject_id);

create table paper_state (
  unit_id uuid not null,
  id uuid not null,
  status text not null check (status in ('planned', 'issued', 'failed', 'revoked')),
  version integer not null default 1,
  -- counts officers' retries, so that each plans a job of its own
  round integer not null default 1,
  -- why the last attempt did not succeed, in Chinese
  trouble text,
  file_sha256 text check (length(file_sha256) = 64),
  file_bytes bigint,
  pages integer,
  signed_at timestamptz,
  -- SHA-256 of the signer's certificate
  signer text,
  -- signed with the demonstration certificate: 样章
  sample boolean,
  -- ledger event that says the hash of the signed file
  file_event_id uuid,
  revoked_at timestamptz,
  revoked_reason text,
  audit_event_id uuid not null,
  primary key (unit_id, id),
  foreign key (unit_id, id) references paper (unit_id, id),
  check (status <> 'issued' or file_sha256 is not null),
  check ((status = 'revoked') = (revoked_at is not null))
);
create index paper_state_open on paper_state (status) where status in ('planned', 'failed');
