-- Intraday reports and notifications tell what the account's statement tells again. Their entries are marked, and the
-- statement's entries are compared with them; one that could not be known again is left to the statement.
alter table bank_entry
  add column is_provisional boolean not null default false,
  drop constraint bank_entry_outcome_check,
  add constraint bank_entry_outcome_check check (outcome in
    ('RECEIPT_RECORDED', 'RECEIPT_REVERSED', 'NOT_A_RECEIPT', 'PENDING', 'DUPLICATE', 'QUARANTINED', 'LEFT_TO_STATEMENT'));

-- Those that were posted early, for the statement that comes later; money that went out posts nothing.
create index bank_entry_posted_early on bank_entry (tenant_id, booking_date)
  where is_provisional and outcome in ('RECEIPT_RECORDED', 'RECEIPT_REVERSED');
-- Up to which day an account's statements have come.
create index bank_entry_stated on bank_entry (tenant_id, account, (coalesce(booking_date, value_date)))
  where not is_provisional and booking_status = 'BOOKED';
-- What a statement says again of an entry that was posted early.
create index bank_entry_confirmation on bank_entry (tenant_id, account, reference)
  where not is_provisional and outcome = 'DUPLICATE';
