-- Customers, invoices, receipts, bank files and imports.

create table payment_terms (
  tenant_id uuid not null references tenant,
  id uuid not null,
  code text not null check (code <> ''),
  name text not null,
  discount_percent numeric check (discount_percent > 0 and discount_percent < 100),
  discount_days integer check (discount_days >= 0),
  primary key (tenant_id, id),
  unique (tenant_id, code),
  check ((discount_percent is null) = (discount_days is null))
);
call protect_tenant_table('payment_terms', 'select, insert, update');

-- Each instalment's share of the invoice in per cent, and its due date in days from the document date.
create table payment_terms_instalment (
  tenant_id uuid not null,
  terms_id uuid not null,
  instalment_no integer not null check (instalment_no > 0),
  percent numeric not null check (percent > 0 and percent <= 100),
  net_days integer not null check (net_days >= 0),
  primary key (tenant_id, terms_id, instalment_no),
  foreign key (tenant_id, terms_id) references payment_terms (tenant_id, id)
);
call protect_tenant_table('payment_terms_instalment', 'select, insert');
call make_append_only('payment_terms_instalment');

create table customer (
  tenant_id uuid not null references tenant,
  id uuid not null,
  number text not null check (number <> ''),
  name text not null check (name <> ''),
  parent_id uuid,
  currency char(3) not null,
  terms_id uuid,
  region text,
  sales_representative text,
  collector text,
  business_unit text,
  risk_class text,
  credit_limit numeric check (credit_limit >= 0),
  tax_ids text[] not null default '{}',
  bill_to_line1 text,
  bill_to_line2 text,
  bill_to_city text,
  bill_to_postal_code text,
  bill_to_state text,
  bill_to_country char(2),
  -- Hash of the source row, by which a repeated import is known.
  import_hash text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, number),
  foreign key (tenant_id, parent_id) references customer (tenant_id, id),
  foreign key (tenant_id, terms_id) references payment_terms (tenant_id, id),
  check (parent_id <> id)
);
create index customer_name on customer (tenant_id, name, id);
create index customer_parent on customer (tenant_id, parent_id) where parent_id is not null;
call protect_tenant_table('customer', 'select, insert, update');

create table customer_contact (
  tenant_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  name text not null,
  email text,
  phone text,
  job text,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id)
);
create index customer_contact_customer on customer_contact (tenant_id, customer_id);
call protect_tenant_table('customer_contact', 'select, insert, update, delete');

-- Accounts that a customer pays from: how a bank file's payer is known.
create table customer_bank_account (
  tenant_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  account text not null check (account = upper(replace(account, ' ', ''))),
  primary key (tenant_id, id),
  unique (tenant_id, account),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id)
);
create index customer_bank_account_customer on customer_bank_account (tenant_id, customer_id);
call protect_tenant_table('customer_bank_account', 'select, insert, delete');

create table invoice (
  tenant_id uuid not null references tenant,
  id uuid not null,
  number text,
  -- Its place in the tenant's own gapless sequence; null for a draft and for a number that another system gave.
  sequence_no bigint,
  status text not null check (status in ('DRAFT', 'ISSUED', 'VOID')),
  customer_id uuid not null,
  document_date date not null,
  -- The last instalment's due date; null for a draft.
  due_date date,
  currency char(3) not null,
  terms_id uuid not null,
  purchase_order text,
  net_total numeric not null check (net_total = round(net_total, currency_scale(currency))),
  tax_total numeric not null check (tax_total = round(tax_total, currency_scale(currency))),
  total numeric not null check (total = net_total + tax_total and total >= 0),
  booking_rate numeric,
  issue_entry_id uuid,
  void_entry_id uuid,
  voided_on date,
  import_hash text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, number),
  unique (tenant_id, sequence_no),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  foreign key (tenant_id, terms_id) references payment_terms (tenant_id, id),
  foreign key (tenant_id, issue_entry_id) references journal_entry (tenant_id, id),
  foreign key (tenant_id, void_entry_id) references journal_entry (tenant_id, id),
  check ((status = 'DRAFT') = (number is null)),
  check (status = 'DRAFT' or (issue_entry_id is not null and due_date is not null and booking_rate is not null)),
  check ((status = 'VOID') = (void_entry_id is not null))
);
create index invoice_customer on invoice (tenant_id, customer_id, document_date, id);
create index invoice_document_date on invoice (tenant_id, document_date, id);
create index invoice_due_date on invoice (tenant_id, due_date, id);
call protect_tenant_table('invoice', 'select, insert, update, delete');

create table invoice_line (
  tenant_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  line_no integer not null check (line_no > 0),
  product text not null,
  product_line text,
  description text,
  quantity numeric not null check (quantity > 0),
  unit_price numeric not null check (unit_price >= 0),
  net numeric not null,
  tax numeric not null,
  gross numeric not null check (gross = net + tax),
  primary key (tenant_id, id),
  unique (tenant_id, invoice_id, line_no),
  foreign key (tenant_id, invoice_id) references invoice (tenant_id, id)
);
call protect_tenant_table('invoice_line', 'select, insert, delete');

create table invoice_line_tax (
  tenant_id uuid not null,
  line_id uuid not null,
  name text not null,
  rate_percent numeric not null check (rate_percent >= 0),
  amount numeric not null,
  primary key (tenant_id, line_id, name),
  foreign key (tenant_id, line_id) references invoice_line (tenant_id, id)
);
call protect_tenant_table('invoice_line_tax', 'select, insert, delete');

-- What is issued stays as it was issued: only DRAFT → ISSUED → VOID, and only drafts change or go.
create function guard_invoice() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.status <> 'DRAFT' then
      raise exception using errcode = 'RV001', message = format('invoice %s is issued: void it instead', old.number);
    end if;
    return old;
  end if;
  if old.status = 'VOID'
     or (old.status = 'ISSUED' and (new.status <> 'VOID'
         or to_jsonb(new) - array['status', 'void_entry_id', 'voided_on', 'version']
            <> to_jsonb(old) - array['status', 'void_entry_id', 'voided_on', 'version'])) then
    raise exception using errcode = 'RV001', message = format('invoice %s is issued: it can only be voided', old.number);
  end if;
  return new;
end $$;
create trigger guarded before update or delete on invoice for each row execute function guard_invoice();

create function guard_invoice_line() returns trigger
  language plpgsql as $$
begin
  if exists (select from invoice i where i.tenant_id = old.tenant_id and i.id = old.invoice_id and i.status <> 'DRAFT') then
    raise exception using errcode = 'RV001', message = 'the lines of an issued invoice do not change';
  end if;
  return old;
end $$;
create trigger guarded before update or delete on invoice_line for each row execute function guard_invoice_line();

create sequence receipt_number;
grant usage on sequence receipt_number to receivables_app;

create table receipt (
  tenant_id uuid not null references tenant,
  id uuid not null,
  number text not null,
  -- Null while the payer is unknown.
  customer_id uuid,
  amount numeric not null check (amount > 0 and amount = round(amount, currency_scale(currency))),
  currency char(3) not null,
  received_on date not null,
  method text not null check (method in ('BANK_TRANSFER', 'CARD', 'CHEQUE', 'CASH', 'DIRECT_DEBIT', 'OTHER')),
  reference text,
  rate numeric not null check (rate > 0),
  -- The journal entry that reversed it; null while it stands.
  reversal_entry_id uuid,
  reversed_on date,
  reversal_reason text,
  entry_id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, number),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  foreign key (tenant_id, entry_id) references journal_entry (tenant_id, id),
  foreign key (tenant_id, reversal_entry_id) references journal_entry (tenant_id, id),
  check ((reversal_entry_id is null) = (reversed_on is null))
);
create index receipt_customer on receipt (tenant_id, customer_id, received_on, id);
create index receipt_received_on on receipt (tenant_id, received_on, id);
call protect_tenant_table('receipt', 'select, insert, update');

-- A receipt's money never changes; only its payer becomes known, and it may be reversed.
create function guard_receipt() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE'
     or (old.customer_id is not null and new.customer_id is distinct from old.customer_id)
     or (old.reversal_entry_id is not null and new is distinct from old)
     or to_jsonb(new) - array['customer_id', 'reversal_entry_id', 'reversed_on', 'reversal_reason', 'version']
        <> to_jsonb(old) - array['customer_id', 'reversal_entry_id', 'reversed_on', 'reversal_reason', 'version'] then
    raise exception using errcode = 'RV001', message = format('receipt %s is posted: reverse it instead', old.number);
  end if;
  return new;
end $$;
create trigger guarded before update or delete on receipt for each row execute function guard_receipt();

-- What is open, by due date over all customers, and by invoice.
create index open_item_open_due on open_item (tenant_id, due_date, id) where open_amount <> 0;
create index open_item_open_invoice on open_item (tenant_id, invoice_id) include (open_amount) where open_amount <> 0;
alter table open_item
  add foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  add foreign key (tenant_id, invoice_id) references invoice (tenant_id, id) deferrable initially deferred,
  add foreign key (tenant_id, receipt_id) references receipt (tenant_id, id) deferrable initially deferred;
alter table journal_line add foreign key (tenant_id, customer_id) references customer (tenant_id, id);
alter table application add foreign key (tenant_id, customer_id) references customer (tenant_id, id);

-- One bank file is one batch, taken in whole or not at all; the same file never twice.
create table bank_batch (
  tenant_id uuid not null references tenant,
  id uuid not null,
  file_hash text not null,
  file_name text not null,
  format text not null,
  message_id text,
  entry_count integer not null,
  findings jsonb not null default '[]',
  imported_by text not null,
  imported_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  unique (tenant_id, file_hash)
);
call protect_tenant_table('bank_batch', 'select, insert');
call make_append_only('bank_batch');

create table bank_entry (
  tenant_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  entry_no integer not null,
  line integer,
  account text not null,
  -- What the bank calls the entry: the same entry of the same account is never posted twice.
  reference text not null,
  bank_reference text,
  currency char(3) not null,
  amount numeric not null,
  side text not null check (side in ('CREDIT', 'DEBIT')),
  is_reversal boolean not null,
  booking_status text not null check (booking_status in ('BOOKED', 'PENDING', 'INFORMATION')),
  booking_date date,
  value_date date,
  outcome text not null check (outcome in ('RECEIPT_RECORDED', 'RECEIPT_REVERSED', 'NOT_A_RECEIPT', 'PENDING', 'DUPLICATE', 'QUARANTINED')),
  outcome_reason text,
  primary key (tenant_id, id),
  unique (tenant_id, batch_id, entry_no),
  foreign key (tenant_id, batch_id) references bank_batch (tenant_id, id)
);
create unique index bank_entry_posted_once on bank_entry (tenant_id, account, reference)
  where outcome in ('RECEIPT_RECORDED', 'RECEIPT_REVERSED', 'NOT_A_RECEIPT');
call protect_tenant_table('bank_entry', 'select, insert');
call make_append_only('bank_entry');

-- A remittance: what a payer sent, and what it says it pays.
create table remittance (
  tenant_id uuid not null,
  id uuid not null,
  source text not null check (source in ('BANK_FILE', 'API')),
  bank_entry_id uuid,
  receipt_id uuid not null,
  customer_id uuid,
  currency char(3) not null,
  amount numeric not null check (amount > 0),
  received_on date not null,
  payer_name text,
  payer_account text,
  -- The payer's own reference (end-to-end id), by which a returned payment names what it returns.
  payer_reference text,
  advice text[] not null default '{}',
  references_found text[] not null default '{}',
  status text not null check (status in ('APPLIED', 'PARTLY_APPLIED', 'UNAPPLIED', 'UNIDENTIFIED')),
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  foreign key (tenant_id, bank_entry_id) references bank_entry (tenant_id, id),
  foreign key (tenant_id, receipt_id) references receipt (tenant_id, id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id)
);
create index remittance_received_on on remittance (tenant_id, received_on, id);
create index remittance_payer_reference on remittance (tenant_id, payer_reference) where payer_reference is not null;
create index remittance_bank_entry on remittance (tenant_id, bank_entry_id) where bank_entry_id is not null;
create index remittance_receipt on remittance (tenant_id, receipt_id);
create index remittance_customer on remittance (tenant_id, customer_id, received_on, id);
call protect_tenant_table('remittance', 'select, insert, update');

-- One run of a file import, with what it did and what it refused.
create table import_run (
  tenant_id uuid not null references tenant,
  id uuid not null,
  kind text not null check (kind in ('INVOICES', 'CUSTOMERS')),
  profile text not null,
  file_name text not null,
  file_hash text not null,
  status text not null check (status in ('RUNNING', 'COMPLETED', 'FAILED')),
  rows_read integer not null default 0,
  rows_imported integer not null default 0,
  rows_duplicate integer not null default 0,
  rows_rejected integer not null default 0,
  failure text,
  started_by text not null,
  started_at timestamptz not null default clock_timestamp(),
  -- When it last took in rows: one that has not for long was cut off with its process.
  progress_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  primary key (tenant_id, id)
);
create index import_run_started on import_run (tenant_id, started_at desc, id);
call protect_tenant_table('import_run', 'select, insert, update');

create table import_rejection (
  tenant_id uuid not null,
  run_id uuid not null,
  rejection_no integer not null,
  line integer not null,
  column_name text,
  value text,
  code text not null,
  reason text not null,
  source_row jsonb,
  primary key (tenant_id, run_id, rejection_no),
  foreign key (tenant_id, run_id) references import_run (tenant_id, id)
);
call protect_tenant_table('import_rejection', 'select, insert');
