-- S2-069 the link by which a unit confirms its account; S2-023 one open request for a code.

alter table mail_link drop constraint mail_link_kind_check;
alter table mail_link
  add constraint mail_link_kind_check check (kind in ('invite', 'confirm', 'reset', 'mailbox', 'first'));

-- Of two who file for one unit at once only one can. Two requests of one natural person lie side by side until
-- an administrator looks: a refusal at the public's door would tell strangers who has an account.
create unique index enrolment_open on enrolment (identity_key)
  where kind = 'organisation' and status in ('filed', 'returned', 'approved');
