-- What is posted stays posted, for every role that the server uses: privileges by column for what it really changes,
-- and triggers that hold against the owner too. Receipt numbers by tenant. A ceiling on amounts.

-- The owner lists tenants (jobs, verification, the command line) and makes them, without being any one of them. That was
-- silent, because row-level security does not bind a table's owner; forced, it has to be said.
create policy administration on tenant
  using ((select pg_has_role(current_user, c.relowner, 'USAGE') from pg_class c where c.oid = 'tenant'::regclass))
  with check ((select pg_has_role(current_user, c.relowner, 'USAGE') from pg_class c where c.oid = 'tenant'::regclass));
-- Receipt numbers, one sequence a tenant: nobody waits for another's transaction and no number is given twice. Numbers of
-- receipts that were not recorded after all are left out. A sequence goes on where the tenant's receipts are.

create function receipt_sequence(of_tenant uuid) returns text
  language sql immutable parallel safe
  return 'receipt_number_' || replace(of_tenant::text, '-', '');

create function make_receipt_sequence() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  execute format('create sequence public.%I', receipt_sequence(new.tenant_id));
  return null;
end $$;
create trigger numbers_its_receipts after insert on tenant for each row execute function make_receipt_sequence();

do $$
declare
  own record;
begin
  for own in select tenant_id from tenant loop
    perform set_config('app.tenant_id', own.tenant_id::text, true);
    execute format('create sequence public.%I start %s', receipt_sequence(own.tenant_id),
      (select coalesce(max(substring(number from '^RCT-(\d{1,18})$')::bigint), 0) + 1
         from receipt where tenant_id = own.tenant_id));
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;
drop sequence receipt_number;

-- The next numbers of the session's tenant.
create function next_receipt_numbers(count integer) returns setof bigint
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  return query execute format('select nextval(%L::regclass) from generate_series(1, $1)', 'public.' || receipt_sequence(current_tenant()))
    using count;
end $$;
revoke all on function next_receipt_numbers(integer) from public;
grant execute on function next_receipt_numbers(integer) to receivables_app;

alter table tenant force row level security;

-- The ceiling: an amount has at most 15 digits before the point. Rows from before are not looked at.
do $$
declare
  limited record;
begin
  for limited in
    select * from (values
      ('customer', '{credit_limit}'), ('invoice', '{net_total,tax_total,total}'),
      ('invoice_line', '{quantity,unit_price,net,tax,gross}'), ('invoice_line_tax', '{amount}'), ('receipt', '{amount}'),
      ('remittance', '{amount}'), ('open_item', '{original_amount,functional_original}'),
      ('journal_line', '{amount,functional_amount}'), ('movement', '{amount,functional_amount}'),
      ('application', '{amount}')) as l(name, columns)
  loop
    execute format('alter table %I add constraint %I check (%s) not valid', limited.name, limited.name || '_amount_limit',
      (select string_agg(format('abs(%I) < 1e15', c), ' and ') from unnest(limited.columns::text[]) as c));
  end loop;
end $$;

-- Privileges: the columns that the server changes, and no others. What is not named here it only reads and adds.
revoke update, delete on idempotency_key, outbox_event, event_stream, api_key, number_sequence, period, open_item,
  payment_terms, customer, customer_contact, customer_bank_account, invoice, invoice_line, invoice_line_tax, receipt,
  remittance, import_run from receivables_app;
revoke insert on period from receivables_app;

-- Under a key, its command's result; for the feed, positions and what it has let go.
grant update (result) on idempotency_key to receivables_app;
grant update (position), delete on outbox_event to receivables_app;
grant update (last_position, first_position) on event_stream to receivables_app;
grant update (revoked_at) on api_key to receivables_app;
grant update (next_value) on number_sequence to receivables_app;
grant insert (tenant_id, starts_on), update (status, version) on period to receivables_app;
-- To lock an item; the trigger lets only movements change it.
grant update (last_moved_on) on open_item to receivables_app;
-- Master data, which people correct.
grant update (name, parent_id, currency, terms_id, region, sales_representative, collector, business_unit, risk_class,
  credit_limit, tax_ids, bill_to_line1, bill_to_line2, bill_to_city, bill_to_postal_code, bill_to_state, bill_to_country,
  import_hash, version, updated_at) on customer to receivables_app;
grant delete on customer_contact, customer_bank_account to receivables_app;
-- Issuing a draft and voiding what is issued; naming the payer of a receipt and reversing it.
grant update (number, sequence_no, status, due_date, booking_rate, issue_entry_id, void_entry_id, voided_on, version)
  on invoice to receivables_app;
grant update (customer_id, reversal_entry_id, reversed_on, reversal_reason, version) on receipt to receivables_app;
grant update (customer_id, status) on remittance to receivables_app;
-- How far a run has come.
grant update (status, rows_read, rows_imported, rows_duplicate, rows_rejected, failure, progress_at, finished_at)
  on import_run to receivables_app;

-- Triggers, for the rows that the privileges cannot tell from others.

create trigger result_stays before update on idempotency_key
  for each row when (old.result is not null) execute function refuse_change();
create trigger position_stays before update on outbox_event
  for each row when (old.position is not null) execute function refuse_change();
create trigger waits_for_its_position before delete on outbox_event
  for each row when (old.position is null) execute function refuse_change();
create trigger stays_revoked before update on api_key
  for each row when (old.revoked_at is distinct from new.revoked_at and old.revoked_at is not null)
  execute function refuse_change();
create trigger goes_forward before update on number_sequence
  for each row when (new.next_value < old.next_value) execute function refuse_change();
create trigger stays_finished before update on import_run
  for each row when (old.finished_at is not null) execute function refuse_change();
call make_append_only('import_rejection');
call make_append_only('payment_terms');

-- Of a remittance only the payer becomes known.
create function guard_remittance() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.status <> 'UNIDENTIFIED'
     or to_jsonb(new) - array['customer_id', 'status'] <> to_jsonb(old) - array['customer_id', 'status'] then
    raise exception using errcode = 'RV001', message = 'a remittance does not change once its payer is known';
  end if;
  return new;
end $$;
create trigger guarded before update or delete on remittance for each row execute function guard_remittance();
create trigger never_truncated before truncate on remittance execute function refuse_change();
create trigger never_truncated before truncate on receipt execute function refuse_change();
create trigger never_truncated before truncate on invoice execute function refuse_change();
create trigger never_truncated before truncate on invoice_line execute function refuse_change();
create trigger never_truncated before truncate on invoice_line_tax execute function refuse_change();

-- Applications, their reversals and receipts join an entry only in the transaction that makes it.
create trigger entry_is_new after insert on application
  referencing new table as added for each statement execute function check_entry_is_new();
create trigger entry_is_new after insert on application_reversal
  referencing new table as added for each statement execute function check_entry_is_new();
create trigger entry_is_new after insert on receipt
  referencing new table as added for each statement execute function check_entry_is_new();

-- Terms that instalments were added to later would not sum to a hundred per cent. Seen when the transaction ends.
create function check_terms() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  terms uuid := coalesce(to_jsonb(new) ->> 'terms_id', to_jsonb(new) ->> 'id')::uuid;
  percent numeric;
  earliest integer;
begin
  select sum(i.percent), min(i.net_days) into percent, earliest
    from payment_terms_instalment i where i.tenant_id = new.tenant_id and i.terms_id = terms;
  if percent is distinct from 100 then
    raise exception using errcode = 'RV008', message = format('the instalments of payment terms sum to %s per cent', coalesce(percent, 0));
  end if;
  if exists (select from payment_terms t where t.tenant_id = new.tenant_id and t.id = terms and t.discount_days > earliest) then
    raise exception using errcode = 'RV008', message = 'a discount ends after the first instalment is due';
  end if;
  return null;
end $$;
create constraint trigger terms_are_whole after insert on payment_terms
  deferrable initially deferred for each row execute function check_terms();
create constraint trigger terms_are_whole after insert on payment_terms_instalment
  deferrable initially deferred for each row execute function check_terms();

-- Whether an invoice still takes what it is made of: while it is a draft, or in the transaction that issues it.
create function takes_parts(of_tenant uuid, of_invoice uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  of_invoice_status text;
  issued_in xid8;
begin
  select i.status, (select e.transaction_id from journal_entry e where e.tenant_id = i.tenant_id and e.id = i.issue_entry_id)
    into of_invoice_status, issued_in
    from invoice i where i.tenant_id = of_tenant and i.id = of_invoice;
  return of_invoice_status = 'DRAFT' or issued_in = pg_current_xact_id_if_assigned();
end $$;

-- After the statement, when the foreign key's lock on the invoice is held: nobody issues it meanwhile.
create function check_line_added() returns trigger
  language plpgsql as $$
begin
  if exists (select from (select distinct tenant_id, invoice_id from added) n
              where takes_parts(n.tenant_id, n.invoice_id) is not true) then
    raise exception using errcode = 'RV001', message = 'an issued invoice takes no more lines';
  end if;
  return null;
end $$;
create trigger invoice_takes_it after insert on invoice_line
  referencing new table as added for each statement execute function check_line_added();

create function check_tax_added() returns trigger
  language plpgsql as $$
begin
  if exists (select from (
        select distinct n.tenant_id,
               (select l.invoice_id from invoice_line l where l.tenant_id = n.tenant_id and l.id = n.line_id) as invoice_id
          from added n) t
      where takes_parts(t.tenant_id, t.invoice_id) is not true) then
    raise exception using errcode = 'RV001', message = 'the lines of an issued invoice take no more taxes';
  end if;
  return null;
end $$;
create trigger invoice_takes_it after insert on invoice_line_tax
  referencing new table as added for each statement execute function check_tax_added();

create function guard_invoice_line_tax() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from invoice_line l join invoice i on i.tenant_id = l.tenant_id and i.id = l.invoice_id
              where l.tenant_id = old.tenant_id and l.id = old.line_id and i.status <> 'DRAFT') then
    raise exception using errcode = 'RV001', message = 'the taxes of an issued invoice do not change';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger guarded before update or delete on invoice_line_tax for each row execute function guard_invoice_line_tax();

-- The guard of 0003 gave back the row from before, so that an update of a draft's line silently did nothing.
create or replace function guard_invoice_line() returns trigger
  language plpgsql as $$
begin
  if exists (select from invoice i where i.tenant_id = old.tenant_id and i.id = old.invoice_id and i.status <> 'DRAFT') then
    raise exception using errcode = 'RV001', message = 'the lines of an issued invoice do not change';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

-- An issued invoice gets no more instalments. At the end, because a bulk load posts items before their invoices.
create function check_instalment_added() returns trigger
  language plpgsql as $$
begin
  if takes_parts(new.tenant_id, new.invoice_id) is not true then
    raise exception using errcode = 'RV001', message = 'an issued invoice takes no more instalments';
  end if;
  return null;
end $$;
create constraint trigger invoice_takes_it after insert on open_item
  deferrable initially deferred for each row when (new.invoice_id is not null) execute function check_instalment_added();

-- A quarantined entry can be released: what it says is kept for that, and its outcome changes once.
alter table bank_entry
  -- Why it waits: the code of a finding, or NO_EXCHANGE_RATE.
  add column obstacle text,
  -- The entry as it was read. Null when it did not wait, and for those that were taken in before this was kept.
  add column content jsonb,
  -- A person has said that it is not the entry of the same reference.
  add column is_confirmed boolean not null default false,
  add column released_at timestamptz,
  add column released_by text,
  add check ((released_at is null) = (released_by is null));
drop index bank_entry_posted_once;
create unique index bank_entry_posted_once on bank_entry (tenant_id, account, reference)
  where outcome in ('RECEIPT_RECORDED', 'RECEIPT_REVERSED', 'NOT_A_RECEIPT') and not is_confirmed;
drop trigger append_only on bank_entry;
create function guard_bank_entry() returns trigger
  language plpgsql as $$
declare
  free constant text[] := array['outcome', 'outcome_reason', 'is_confirmed', 'released_at', 'released_by'];
begin
  if tg_op = 'DELETE' or old.outcome <> 'QUARANTINED' or new.outcome = 'QUARANTINED' or new.released_at is null
     or to_jsonb(new) - free <> to_jsonb(old) - free then
    raise exception using errcode = 'RV001', message = 'an entry of a bank file changes only by being released from quarantine';
  end if;
  return new;
end $$;
create trigger guarded before update or delete on bank_entry for each row execute function guard_bank_entry();
grant update (outcome, outcome_reason, is_confirmed, released_at, released_by) on bank_entry to receivables_app;

-- A batch is taken in whole: it has no more entries than it had.
create function check_entries_of_batch() returns trigger
  language plpgsql as $$
begin
  if exists (select from (select distinct tenant_id, batch_id from added) n
              where (select count(*) from bank_entry e where e.tenant_id = n.tenant_id and e.batch_id = n.batch_id)
                    > (select b.entry_count from bank_batch b where b.tenant_id = n.tenant_id and b.id = n.batch_id)) then
    raise exception using errcode = 'RV001', message = 'a bank file that was taken in gets no more entries';
  end if;
  return null;
end $$;
create trigger batch_takes_it after insert on bank_entry
  referencing new table as added for each statement execute function check_entries_of_batch();
