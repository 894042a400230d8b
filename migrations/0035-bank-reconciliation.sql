-- The bank's lines against the ledger's cash: what people have decided of them. What nobody has decided is proposed anew
-- whenever it is asked for.
alter table bank_entry
  -- What the bank tells of it in words, the payer first. Null of what was taken in before this was kept.
  add column description text check (description <> ''),
  -- Of an entry that took a payment back: the receipt that was reversed for it.
  add column returned_receipt_id uuid,
  add foreign key (tenant_id, returned_receipt_id) references receipt (tenant_id, id);
create index bank_entry_line on bank_entry (tenant_id, account, (coalesce(booking_date, value_date)))
  where booking_status = 'BOOKED' and outcome in ('RECEIPT_RECORDED', 'RECEIPT_REVERSED', 'NOT_A_RECEIPT');
create index bank_entry_returned_receipt on bank_entry (tenant_id, returned_receipt_id) where returned_receipt_id is not null;

-- A return that was held back reverses its receipt when it is released.
create or replace function guard_bank_entry() returns trigger
  language plpgsql as $$
declare
  free constant text[] := array['outcome', 'outcome_reason', 'is_confirmed', 'released_at', 'released_by', 'deposit',
    'deposit_batch_id', 'returned_receipt_id'];
begin
  if tg_op = 'DELETE' or old.outcome <> 'QUARANTINED' or new.outcome = 'QUARANTINED' or new.released_at is null
     or to_jsonb(new) - free <> to_jsonb(old) - free then
    raise exception using errcode = 'RV001', message = 'an entry of a bank file changes only by being released from quarantine';
  end if;
  return new;
end $$;
grant update (returned_receipt_id) on bank_entry to receivables_app;

-- A bank line and the movements of the cash account that are its money, or that are not, as a person said.
create table bank_match (
  tenant_id uuid not null references tenant,
  id uuid not null,
  -- Null of movements that undo each other: the bank has neither.
  bank_entry_id uuid,
  currency char(3) not null,
  -- Positive when money came in. Zero without a bank line.
  bank_amount numeric not null check (bank_amount = round(bank_amount, currency_scale(currency))),
  -- Of the movements, those taken back and their reversals among them.
  ledger_amount numeric not null check (ledger_amount = round(ledger_amount, currency_scale(currency))),
  -- What the difference between the two is. It is not posted.
  difference_reason text check (difference_reason in ('BANK_FEE', 'TYPING_ERROR', 'OTHER')),
  -- Which receipts stay where the line's money had become receipts twice.
  kept text not null check (kept in ('RECORDED', 'FROM_BANK')),
  status text not null check (status in ('CONFIRMED', 'REJECTED', 'UNDONE')),
  -- Why, in the words of whoever decided.
  note text,
  -- Of movements that a match took back, when it was undone: that match. It stays.
  follows_id uuid,
  decided_by text not null,
  decided_at timestamptz not null default clock_timestamp(),
  transaction_id xid8 not null default pg_current_xact_id(),
  undone_by text,
  undone_at timestamptz,
  undo_reason text,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, bank_entry_id) references bank_entry (tenant_id, id),
  foreign key (tenant_id, follows_id) references bank_match (tenant_id, id),
  check ((status = 'UNDONE') = (undone_at is not null)),
  check ((undone_at is null) = (undone_by is null)),
  check (bank_entry_id is not null or bank_amount = 0),
  constraint bank_match_difference_told
    check (status = 'REJECTED' or undone_at is not null or (bank_amount = ledger_amount) = (difference_reason is null)),
  constraint bank_match_amount_limit check (abs(bank_amount) < 1e15 and abs(ledger_amount) < 1e15)
);
-- A line is reconciled once.
create unique index bank_match_line_once on bank_match (tenant_id, bank_entry_id) where status = 'CONFIRMED';
create index bank_match_bank_entry on bank_match (tenant_id, bank_entry_id, id);
create index bank_match_status on bank_match (tenant_id, status, id);
create index bank_match_follows on bank_match (tenant_id, follows_id) where follows_id is not null;
call protect_tenant_table('bank_match', 'select');
grant insert (tenant_id, id, bank_entry_id, currency, bank_amount, ledger_amount, difference_reason, kept, status, note, follows_id,
    decided_by)
  on bank_match to receivables_app;
grant update (status, undone_by, undone_at, undo_reason, version) on bank_match to receivables_app;
-- The bank's lines name every payer.
call show_own_customers('bank_match', 'false');

create function guard_bank_match() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.status = 'UNDONE' or new.status <> 'UNDONE' or old.follows_id is not null then
    raise exception using errcode = 'RV001', message = 'what was decided of a bank line is undone, once, and never changed';
  end if;
  return new;
end $$;
create trigger guarded before update or delete on bank_match for each row execute function guard_bank_match();
create trigger never_truncated before truncate on bank_match execute function refuse_change();

-- The movements of a match, each the cash of one journal entry.
create table bank_match_movement (
  tenant_id uuid not null,
  match_id uuid not null,
  entry_id uuid not null,
  currency char(3) not null,
  -- Positive when money came in.
  amount numeric not null check (amount <> 0 and amount = round(amount, currency_scale(currency))),
  -- MATCHED: the line's money. TAKEN_BACK: it was the same money again, and REVERSAL is what took it back.
  role text not null check (role in ('MATCHED', 'TAKEN_BACK', 'REVERSAL')),
  -- Whether it still counts.
  stands boolean not null,
  primary key (tenant_id, match_id, entry_id),
  foreign key (tenant_id, match_id) references bank_match (tenant_id, id),
  foreign key (tenant_id, entry_id) references journal_entry (tenant_id, id),
  constraint bank_match_movement_amount_limit check (abs(amount) < 1e15)
);
-- So is a movement.
create unique index bank_match_movement_once on bank_match_movement (tenant_id, entry_id) where stands;
create index bank_match_movement_entry on bank_match_movement (tenant_id, entry_id);
call protect_tenant_table('bank_match_movement', 'select, insert');
grant update (stands) on bank_match_movement to receivables_app;
call show_own_customers('bank_match_movement', 'false');

create function guard_bank_match_movement() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' or not old.stands or new.stands then
    raise exception using errcode = 'RV001', message = 'a movement of a bank match is let go of, once, and never changed';
  end if;
  return new;
end $$;
create trigger guarded before update or delete on bank_match_movement
  for each row execute function guard_bank_match_movement();
create trigger never_truncated before truncate on bank_match_movement execute function refuse_change();

-- RV001: movements come with their match.
create function check_bank_match_takes_it() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  if exists (select from (select distinct tenant_id, match_id from added) n
              cross join lateral (select m.transaction_id from bank_match m
                                   where m.tenant_id = n.tenant_id and m.id = n.match_id offset 0) m
              where m.transaction_id <> pg_current_xact_id()) then
    raise exception using errcode = 'RV001', message = 'a bank match that was decided takes no more movements';
  end if;
  return null;
end $$;
create trigger match_takes_it after insert on bank_match_movement
  referencing new table as added for each statement execute function check_bank_match_takes_it();

analyze bank_entry;
