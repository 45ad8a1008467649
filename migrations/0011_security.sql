-- Four eyes for the mailbox of an account, and browsers that have signed in before.

-- Another mailbox is proposed by one person and confirmed by a second, like an administrator role: whoever
-- reads an account's mailbox can set its password.
alter table role_proposal rename to account_proposal;
alter index role_proposal_open rename to account_proposal_open;
alter table account_proposal
  alter column role drop not null,
  alter column valid_from drop not null,
  add column mailbox text,
  -- One thing at a time: a role from a day on, or a mailbox.
  add constraint account_proposal_one_thing
    check ((role is null) <> (mailbox is null) and (role is null) = (valid_from is null));
create unique index account_proposal_mailbox on account_proposal (account_id)
  where status = 'proposed' and mailbox is not null;

-- A browser in which this account has signed in before: wrong passwords from elsewhere do not lock it out.
-- Only the SHA-256 of the browser's token is kept; one browser may be known to several accounts.
create table auth_device (
  account_id uuid not null references account (id),
  token_hash text not null,
  seen_at timestamptz not null,
  primary key (account_id, token_hash)
);
create index auth_device_token on auth_device (token_hash);
