-- A bank tells some money twice: payment by payment in an ACH or lockbox file, and as one sum in the account's statement.
alter table bank_entry
  -- What kind of deposit the entry is part of or, in a statement, is the sum of.
  add column deposit_kind text check (deposit_kind in ('ACH', 'LOCKBOX')),
  -- Which deposit, as the ACH or lockbox file numbers it.
  add column deposit text,
  -- Of a statement's sum that is no receipt: the batch whose entries are.
  add column deposit_batch_id uuid,
  -- Of an entry that took the place of a statement's sum: that sum.
  add column replaces_entry_id uuid,
  add foreign key (tenant_id, deposit_batch_id) references bank_batch (tenant_id, id),
  add foreign key (tenant_id, replaces_entry_id) references bank_entry (tenant_id, id);
create index bank_entry_deposit on bank_entry (tenant_id, booking_date) where deposit_kind is not null;
create index bank_entry_deposit_batch on bank_entry (tenant_id, deposit_batch_id) where deposit_batch_id is not null;
create index bank_entry_replaces on bank_entry (tenant_id, replaces_entry_id) where replaces_entry_id is not null;

-- By the trace number that an ACH return names.
create index bank_entry_bank_reference on bank_entry (tenant_id, bank_reference) where bank_reference is not null;
create index receipt_reference on receipt (tenant_id, reference) where reference is not null;

-- A sum that was held back finds its payments when it is released.
create or replace function guard_bank_entry() returns trigger
  language plpgsql as $$
declare
  free constant text[] := array['outcome', 'outcome_reason', 'is_confirmed', 'released_at', 'released_by', 'deposit', 'deposit_batch_id'];
begin
  if tg_op = 'DELETE' or old.outcome <> 'QUARANTINED' or new.outcome = 'QUARANTINED' or new.released_at is null
     or to_jsonb(new) - free <> to_jsonb(old) - free then
    raise exception using errcode = 'RV001', message = 'an entry of a bank file changes only by being released from quarantine';
  end if;
  return new;
end $$;
grant update (deposit, deposit_batch_id) on bank_entry to receivables_app;
