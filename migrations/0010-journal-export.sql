-- The journal leaves for the general ledger in batches: each entry in exactly one of them, for ever.

create table journal_export (
  tenant_id uuid not null references tenant,
  id uuid not null,
  number integer not null check (number > 0),
  -- Only entries effective in this range were taken; null: without a bound.
  effective_from date,
  effective_until date,
  -- Every entry of the range that was recorded before this instant is in this batch or in an earlier one.
  known_at timestamptz not null,
  entry_count integer not null check (entry_count > 0),
  line_count integer not null,
  first_effective_date date not null,
  last_effective_date date not null,
  functional_currency char(3) not null,
  functional_debits numeric not null,
  functional_credits numeric not null,
  created_by text not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  unique (tenant_id, number),
  check (functional_debits = functional_credits)
);
call protect_tenant_table('journal_export', 'select, insert');
call make_append_only('journal_export');

-- The primary key is the rule: an entry that went out does not go out again.
create table journal_export_entry (
  tenant_id uuid not null,
  entry_id uuid not null,
  export_id uuid not null,
  ordinal integer not null check (ordinal > 0),
  lines_before integer not null check (lines_before >= 0),
  primary key (tenant_id, entry_id),
  unique (tenant_id, export_id, ordinal),
  foreign key (tenant_id, entry_id) references journal_entry (tenant_id, id),
  -- The entries are there before their totals, and so before their batch.
  foreign key (tenant_id, export_id) references journal_export (tenant_id, id) deferrable initially deferred
);
call protect_tenant_table('journal_export_entry', 'select, insert');
call make_append_only('journal_export_entry');

-- Control totals in each currency of the documents.
create table journal_export_total (
  tenant_id uuid not null,
  export_id uuid not null,
  currency char(3) not null,
  debits numeric not null,
  credits numeric not null,
  functional_debits numeric not null,
  functional_credits numeric not null,
  primary key (tenant_id, export_id, currency),
  foreign key (tenant_id, export_id) references journal_export (tenant_id, id) deferrable initially deferred,
  check (debits = credits)
);
call protect_tenant_table('journal_export_total', 'select, insert');
call make_append_only('journal_export_total');

-- Customers as they were called then, so that a batch is the same bytes whenever it is written again.
create table journal_export_customer (
  tenant_id uuid not null,
  export_id uuid not null,
  customer_id uuid not null,
  number text not null,
  name text not null,
  primary key (tenant_id, export_id, customer_id),
  foreign key (tenant_id, export_id) references journal_export (tenant_id, id) deferrable initially deferred,
  foreign key (tenant_id, customer_id) references customer (tenant_id, id)
);
call protect_tenant_table('journal_export_customer', 'select, insert');
call make_append_only('journal_export_customer');

-- Each way in which a batch was written, with all that it takes to write it so again.
create table journal_export_file (
  tenant_id uuid not null,
  export_id uuid not null,
  file_no integer not null check (file_no > 0),
  format text not null,
  layout jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  byte_count bigint not null check (byte_count >= 0),
  written_by text not null,
  written_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, export_id, file_no),
  foreign key (tenant_id, export_id) references journal_export (tenant_id, id) deferrable initially deferred
);
call protect_tenant_table('journal_export_file', 'select, insert');
call make_append_only('journal_export_file');

call show_own_customers('journal_export', 'false');
call show_own_customers('journal_export_entry', 'false');
call show_own_customers('journal_export_total', 'false');
call show_own_customers('journal_export_customer', 'false');
call show_own_customers('journal_export_file', 'false');

-- The ceiling of all sums of a batch: far above what one batch can hold, and no more than an amount may be.
alter table journal_export add constraint journal_export_amount_limit
  check (abs(functional_debits) < 1e18 and abs(functional_credits) < 1e18);
alter table journal_export_total add constraint journal_export_total_amount_limit
  check (abs(debits) < 1e18 and abs(credits) < 1e18 and abs(functional_debits) < 1e18 and abs(functional_credits) < 1e18);
