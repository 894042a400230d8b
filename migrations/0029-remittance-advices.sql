-- Remittance advices: what payers say that they pay, without the money itself; and which receipt each explains.

-- One file is one batch, taken in whole or not at all; the same file never twice.
create table remittance_advice_batch (
  tenant_id uuid not null references tenant,
  id uuid not null,
  file_hash text not null,
  file_name text not null,
  format text not null,
  message_id text,
  advice_count integer not null,
  findings jsonb not null default '[]',
  taken_by text not null,
  taken_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  unique (tenant_id, file_hash)
);
call protect_tenant_table('remittance_advice_batch', 'select, insert');
call make_append_only('remittance_advice_batch');

create table remittance_advice (
  tenant_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  -- Its place in the file, from 1.
  advice_no integer not null check (advice_no > 0),
  line integer not null,
  number text,
  payment_references text[] not null default '{}',
  payer_name text,
  payer_account text,
  payer_routing text,
  payer_identifiers jsonb not null default '[]',
  method text not null check (method in ('ACH', 'CHECK', 'WIRE', 'CARD', 'DIRECT_DEBIT', 'NONE', 'OTHER')),
  paid_on date,
  -- As written; null when the advice does not say it.
  currency text,
  total numeric,
  text text,
  outcome text not null check (outcome in ('TAKEN', 'DUPLICATE', 'QUARANTINED')),
  -- Payer, payment, number and amount: by which the same advice is known again, in whatever file.
  identity text not null,
  primary key (tenant_id, id),
  unique (tenant_id, batch_id, advice_no),
  foreign key (tenant_id, batch_id) references remittance_advice_batch (tenant_id, id),
  constraint remittance_advice_amount_limit check (abs(total) < 1e15)
);
create unique index remittance_advice_taken_once on remittance_advice (tenant_id, identity) where outcome = 'TAKEN';
create index remittance_advice_total on remittance_advice (tenant_id, total) where outcome = 'TAKEN';
call protect_tenant_table('remittance_advice', 'select, insert');
call make_append_only('remittance_advice');

create table remittance_advice_line (
  tenant_id uuid not null,
  advice_id uuid not null,
  -- From 1.
  line_no integer not null check (line_no > 0),
  line integer not null,
  reference text,
  reference_type text not null check (reference_type in
    ('INVOICE', 'CREDIT_MEMO', 'DEBIT_MEMO', 'PURCHASE_ORDER', 'ACCOUNT', 'ADJUSTMENT', 'OTHER')),
  other_references jsonb not null default '[]',
  -- Negative for a credit that was netted.
  paid numeric,
  gross numeric,
  discount numeric,
  adjustments jsonb not null default '[]',
  document_date date,
  text text,
  primary key (tenant_id, advice_id, line_no),
  foreign key (tenant_id, advice_id) references remittance_advice (tenant_id, id),
  constraint remittance_advice_line_amount_limit check (abs(paid) < 1e15 and abs(gross) < 1e15 and abs(discount) < 1e15)
);
call protect_tenant_table('remittance_advice_line', 'select, insert');
call make_append_only('remittance_advice_line');

-- Which receipt an advice explains: one each, whichever came first.
create table remittance_advice_pairing (
  tenant_id uuid not null,
  advice_id uuid not null,
  receipt_id uuid not null,
  paired_by text not null check (paired_by in ('PAYMENT_REFERENCE', 'PAYER_AND_AMOUNT')),
  evidence text not null,
  paired_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, advice_id),
  unique (tenant_id, receipt_id),
  foreign key (tenant_id, advice_id) references remittance_advice (tenant_id, id),
  foreign key (tenant_id, receipt_id) references receipt (tenant_id, id)
);
call protect_tenant_table('remittance_advice_pairing', 'select, insert');
call make_append_only('remittance_advice_pairing');

create index receipt_amount on receipt (tenant_id, amount, received_on) where reversal_entry_id is null;

-- They name every payer of a file.
call show_own_customers('remittance_advice_batch', 'false');
call show_own_customers('remittance_advice', 'false');
call show_own_customers('remittance_advice_line', 'false');
call show_own_customers('remittance_advice_pairing', 'false');
