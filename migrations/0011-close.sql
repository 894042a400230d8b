-- Closing a month: rates from files, revaluation, the checklist, and the allowance for doubtful accounts.

alter table import_run drop constraint import_run_kind_check;
alter table import_run add constraint import_run_kind_check check (kind in ('INVOICES', 'CUSTOMERS', 'RATES'));

-- A revalued report as known at an instant uses the rates known then, so rates are recorded as postings are.
alter table exchange_rate alter column recorded_at set default posting_instant();
revoke insert on exchange_rate from receivables_app;
grant insert (tenant_id, id, currency, rate_date, rate, source) on exchange_rate to receivables_app;

-- Unrealised exchange differences stand beside the control accounts, never on them: those equal their items.
do $$
declare
  one uuid;
begin
  for one in select tenant_id from tenant loop
    perform set_config('app.tenant_id', one::text, true);
    insert into account (tenant_id, code, name, kind, role, is_control)
      values (one, '1280', 'Receivables revaluation', 'ASSET', 'AR_REVALUATION', false) on conflict do nothing;
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;

-- Each change of a period's status: who, when, why, and what of the checklist was open when it was overridden.
create table period_change (
  tenant_id uuid not null,
  id uuid not null,
  period_id uuid not null,
  from_status text not null check (from_status in ('OPEN', 'SOFT_CLOSED', 'CLOSED')),
  to_status text not null check (to_status in ('OPEN', 'SOFT_CLOSED', 'CLOSED') and to_status <> from_status),
  reason text,
  overridden jsonb not null default '[]',
  actor text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  foreign key (tenant_id, period_id) references period (tenant_id, id),
  constraint period_reopened_with_reason check (from_status <> 'CLOSED' or coalesce(reason, '') <> ''),
  constraint period_overridden_with_reason check (overridden = '[]' or coalesce(reason, '') <> '')
);
create index period_change_of on period_change (tenant_id, period_id, recorded_at);
call protect_tenant_table('period_change', 'select');
grant insert (tenant_id, id, period_id, from_status, to_status, reason, overridden, actor) on period_change to receivables_app;
call make_append_only('period_change');

-- A person has looked at what a check of the close list counts. The fingerprint is of what was seen: when that
-- changes, the review no longer holds.
create table close_review (
  tenant_id uuid not null references tenant,
  id uuid not null,
  period_starts_on date not null check (period_starts_on = date_trunc('month', period_starts_on)::date),
  check_name text not null check (check_name in ('UNAPPLIED_CASH', 'BANK_BATCHES', 'CUT_OFF')),
  fingerprint text not null,
  item_count integer not null,
  note text,
  actor text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id)
);
create index close_review_of on close_review (tenant_id, period_starts_on, check_name, recorded_at desc);
call protect_tenant_table('close_review', 'select');
grant insert (tenant_id, id, period_starts_on, check_name, fingerprint, item_count, note, actor) on close_review to receivables_app;
call make_append_only('close_review');

-- A revaluation of a month's end. The first run of a period posts the whole unrealised difference, a later one what
-- has changed since; each with its reversal on the next day. No entries when there was nothing to post.
create table revaluation_run (
  tenant_id uuid not null references tenant,
  id uuid not null,
  period_starts_on date not null check (period_starts_on = date_trunc('month', period_starts_on)::date),
  run_no integer not null check (run_no > 0),
  as_of date not null,
  entry_id uuid,
  reversal_entry_id uuid,
  actor text not null,
  recorded_at timestamptz not null default posting_instant(),
  primary key (tenant_id, id),
  unique (tenant_id, period_starts_on, run_no),
  foreign key (tenant_id, entry_id) references journal_entry (tenant_id, id),
  foreign key (tenant_id, reversal_entry_id) references journal_entry (tenant_id, id),
  check ((entry_id is null) = (reversal_entry_id is null))
);
call protect_tenant_table('revaluation_run', 'select');
grant insert (tenant_id, id, period_starts_on, run_no, as_of, entry_id, reversal_entry_id, actor) on revaluation_run to receivables_app;
call make_append_only('revaluation_run');

create table revaluation_line (
  tenant_id uuid not null,
  run_id uuid not null,
  account_id uuid not null,
  currency char(3) not null,
  rate numeric(24, 12) not null,
  rate_date date not null,
  item_count integer not null,
  -- Debits positive: what is open in the currency, as booked, and at the closing rate.
  amount numeric not null,
  functional_booked numeric not null,
  functional_revalued numeric not null,
  -- What this run posted of the difference.
  posted numeric not null,
  constraint revaluation_line_amount_limit check (abs(amount) < 1e15 and abs(functional_booked) < 1e15
    and abs(functional_revalued) < 1e15 and abs(posted) < 1e15),
  primary key (tenant_id, run_id, account_id, currency),
  foreign key (tenant_id, run_id) references revaluation_run (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
call protect_tenant_table('revaluation_line', 'select, insert');
call make_append_only('revaluation_line');

call show_own_customers('period_change', 'false');
call show_own_customers('close_review', 'false');
call show_own_customers('revaluation_run', 'false');
call show_own_customers('revaluation_line', 'false');
