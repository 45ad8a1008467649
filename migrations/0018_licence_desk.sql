-- What officers work with all day: search, queue, remarks among themselves, ticks of the check-list; and
-- the views of a register that a person keeps.

-- The search for a part of a word. Where the server has no pg_trgm it reads every line and finds the same.
do $$
begin
  if exists (select 1 from pg_available_extensions where name = 'pg_trgm') then
    create extension if not exists pg_trgm;
    create index licence_line_words on licence_line using gin (
      (name_zh || E'\n' || name_en || E'\n' || catalogue_no || E'\n' || batch_no || E'\n' || other_name) gin_trgm_ops);
    create index licence_case_number_part on licence_case using gin (number gin_trgm_ops);
  end if;
exception
  -- an owner that may not make it does without
  when insufficient_privilege then null;
end
$$;
create index licence_case_pathogens on licence_case using gin ((form -> 'pathogens') jsonb_path_ops);
-- orders of the register
create index licence_case_updated on licence_case (updated_at, id);
create index licence_case_number_order on licence_case (number, id);
create index licence_case_of_unit on licence_case (unit_id, status);
create index clock_open_licence on clock (due_day, subject_id)
  where subject_kind = 'licence' and state <> 'ended';
-- the same article granted before; a draft's cell may be longer than an ordered index takes
create index licence_line_catalogue on licence_line using hash (catalogue_no) where catalogue_no <> '';
create index licence_line_name on licence_line using hash (name_zh);

-- What officers say among themselves about a field or a document of a case; no applicant reads it.
create table licence_remark (
  unit_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  -- a field's name, `lines`, or `slot.` and its code
  at text not null,
  text text not null,
  by_account uuid not null references account (id),
  created_at timestamptz not null,
  settled_by uuid references account (id),
  settled_at timestamptz,
  primary key (unit_id, case_id, id),
  foreign key (unit_id, case_id) references licence_case (unit_id, id)
);

create index licence_remark_one on licence_remark (id);

-- A point of the check-list of the first review that somebody looked at.
create table licence_check (
  unit_id uuid not null,
  case_id uuid not null,
  code text not null,
  by_account uuid not null references account (id),
  at timestamptz not null,
  primary key (unit_id, case_id, code),
  foreign key (unit_id, case_id) references licence_case (unit_id, id)
);

-- A register as a person wants to find it again: its address under a name.
create table saved_view (
  account_id uuid not null references account (id),
  id uuid not null,
  register text not null,
  name text not null,
  -- what stands behind the ? of the address
  query text not null,
  created_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, register, name)
);
