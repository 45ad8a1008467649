-- S2 六 the application for a special-article approval, from draft to decision.

create table licence_case (
  unit_id uuid not null references unit (id),
  id uuid not null,
  -- given at the first submission, e.g. 0110-2026-000012
  number text,
  status text not null,
  version integer not null default 1,
  branch_id uuid not null references branch (id),
  -- the form as typed; checked against rooms/licence/forms.ts whenever it matters
  form jsonb not null default '{}',
  -- who typed each field last: { field: { by, at } }
  form_marks jsonb not null default '{}',
  rule_set text not null,
  created_by uuid not null references account (id),
  submitted_by uuid references account (id),
  -- four eyes: who proposed, who decided
  first_reviewer uuid references account (id),
  second_reviewer uuid references account (id),
  -- { conclusion: grant|refuse, grade, gradeReason, facts, reason, basis }
  proposal jsonb,
  -- { items: [{ at, what }], answerBy, day }; fields and slots it names are the only ones unlocked
  correction jsonb,
  returns integer not null default 0,
  received_day date,
  accepted_day date,
  decided_day date,
  audit_event_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (unit_id, id)
);
create index licence_case_queue on licence_case (branch_id, status);
create index licence_case_number on licence_case (number) where number is not null;
create index licence_case_id on licence_case (id);

-- 附表: the item lines (S2-190…203)
create table licence_line (
  unit_id uuid not null,
  case_id uuid not null,
  n integer not null check (n > 0),
  name_zh text not null default '',
  name_en text not null default '',
  catalogue_no text not null default '',
  quantity bigint check (quantity > 0),
  pack_unit text not null default '',
  specification text not null default '',
  ingredients text not null default '',
  use text not null default '',
  primary key (unit_id, case_id, n),
  foreign key (unit_id, case_id) references licence_case (unit_id, id)
);

-- What was filed, as filed: one row per submission, never changed.
create table licence_filing (
  unit_id uuid not null,
  case_id uuid not null,
  n integer not null,
  form jsonb not null,
  lines jsonb not null,
  documents jsonb not null,
  filed_by uuid not null,
  filed_at timestamptz not null,
  primary key (unit_id, case_id, n),
  foreign key (unit_id, case_id) references licence_case (unit_id, id)
);
comment on table licence_filing is 'append-only: what was filed stays as it was filed';

-- The way of the case: every act with what was said to the applicant.
create table licence_step (
  unit_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  act text not null,
  from_status text,
  to_status text not null,
  -- null: the system itself, where the law acts (行政许可法 32(4))
  by_account uuid,
  by_role text not null,
  -- what the applicant may read; officers read all
  note_public text,
  note_inner text,
  at timestamptz not null,
  audit_event_id uuid not null,
  primary key (unit_id, case_id, id),
  foreign key (unit_id, case_id) references licence_case (unit_id, id)
);
comment on table licence_step is 'append-only: the way of a case is history';
