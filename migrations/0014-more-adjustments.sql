-- Early-payment discounts, small balances, refunds, debit memos and chargebacks.

-- Lets a column that is one of a list of words be one of some more.
create procedure allow_words(name regclass, constraint_name text, column_name text, words text[])
  language plpgsql as $$
declare
  allowed text[];
begin
  select array_agg(m[1]) into allowed
    from pg_constraint c cross join regexp_matches(pg_get_constraintdef(c.oid), '''([A-Z_]+)''', 'g') m
   where c.conrelid = name and c.conname = constraint_name;
  execute format('alter table %s drop constraint %I', name, constraint_name);
  execute format('alter table %s add constraint %I check (%I in (%s))', name, constraint_name, column_name,
    (select string_agg(distinct quote_literal(w), ', ') from unnest(allowed || words) w));
end $$;

call allow_words('movement', 'movement_kind_check', 'kind', array['DISCOUNT']);

-- What a discount is booked against. No row: discounts given alone.
create table discount_policy (
  tenant_id uuid primary key references tenant,
  -- Whether a discount takes back its share of the invoice's tax.
  reduces_tax boolean not null default false,
  version integer not null default 1
);
call protect_tenant_table('discount_policy', 'select, insert');
grant update (reduces_tax, version) on discount_policy to receivables_app;
call show_own_customers('discount_policy', 'false');

-- What was let go beside the amount, since it was paid early: its entry credits the item with both.
alter table application add column discount numeric not null default 0
  check (discount >= 0 and discount = round(discount, currency_scale(currency)));
alter table application drop constraint application_amount_limit;
alter table application add constraint application_amount_limit
  check (abs(amount) < 1e15 and abs(discount) < 1e15) not valid;
grant insert (discount) on application to receivables_app;

-- RV009: no item is discounted by more than its terms allow, of its original amount, nor where they allow none. Who
-- applies holds the item's lock.
create function check_discount() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  item open_item;
  given numeric;
begin
  select * into item from open_item i where i.tenant_id = new.tenant_id and i.id = new.debit_item_id;
  select sum(a.discount) into given
    from application a
   where a.tenant_id = new.tenant_id and a.debit_item_id = new.debit_item_id
     and not exists (select from application_reversal r where r.tenant_id = a.tenant_id and r.application_id = a.id);
  if given > round(item.original_amount * coalesce(item.discount_percent, 0) / 100, currency_scale(item.currency)) then
    raise exception using errcode = 'RV009', detail = item.id::text,
      message = format('%s of %s would be given as discount on %s', given, item.original_amount, item.document_number);
  end if;
  return null;
end $$;
create trigger discount_within_terms after insert on application
  for each row when (new.discount > 0) execute function check_discount();

-- A request may be about many customers at once.
alter table approval_request alter column customer_id drop not null;

-- One run over all small balances, and its write-offs.
create table small_balance_run (
  tenant_id uuid not null references tenant,
  id uuid not null,
  as_of date not null,
  tolerances jsonb not null,
  totals jsonb not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id)
);
call protect_tenant_table('small_balance_run', 'select, insert');
call make_append_only('small_balance_run');
call show_own_customers('small_balance_run', 'false');

call allow_words('write_off', 'write_off_method_check', 'method', array['SMALL_BALANCE']);
alter table write_off add column run_id uuid,
  add foreign key (tenant_id, run_id) references small_balance_run (tenant_id, id);
create index write_off_run on write_off (tenant_id, run_id, effective_date, id) where run_id is not null;

call allow_words('movement', 'movement_kind_check', 'kind', array['REFUND', 'CHARGEBACK']);
call allow_words('reason_code', 'reason_code_kind_check', 'kind', array['REFUND', 'DEBIT_MEMO', 'CHARGEBACK']);
call allow_words('approval_limit', 'approval_limit_kind_check', 'kind', array['REFUND', 'DEBIT_MEMO', 'CHARGEBACK']);

-- Money that goes back: first owed to the customer, then paid out.
create table refund (
  tenant_id uuid not null references tenant,
  id uuid not null,
  number text not null,
  customer_id uuid not null,
  -- The credit that it is of.
  item_id uuid not null,
  currency char(3) not null,
  amount numeric not null check (amount > 0 and amount = round(amount, currency_scale(currency))),
  -- In functional currency, as the credit was booked.
  functional_amount numeric not null,
  reason_code text not null,
  note text,
  effective_date date not null,
  entry_id uuid not null,
  payment_entry_id uuid,
  paid_on date,
  payment_reference text,
  cancel_entry_id uuid,
  cancelled_on date,
  cancel_reason text,
  version integer not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  unique (tenant_id, number),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  foreign key (tenant_id, item_id) references open_item (tenant_id, id),
  foreign key (tenant_id, entry_id) references journal_entry (tenant_id, id),
  foreign key (tenant_id, payment_entry_id) references journal_entry (tenant_id, id),
  foreign key (tenant_id, cancel_entry_id) references journal_entry (tenant_id, id),
  check ((payment_entry_id is null) = (paid_on is null)),
  check ((cancel_entry_id is null) = (cancelled_on is null)),
  constraint refund_paid_or_cancelled check (payment_entry_id is null or cancel_entry_id is null)
);
create index refund_customer on refund (tenant_id, customer_id, effective_date, id);
create index refund_date on refund (tenant_id, effective_date, id);
create index refund_item on refund (tenant_id, item_id);
call protect_tenant_table('refund', 'select, insert');
grant update (payment_entry_id, paid_on, payment_reference, cancel_entry_id, cancelled_on, cancel_reason, version)
  on refund to receivables_app;
call show_own_customers('refund', 'customer_id = any ((select bound_customers())::uuid[])');

create function guard_refund() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.payment_entry_id is not null or old.cancel_entry_id is not null then
    raise exception using errcode = 'RV001', message = format('refund %s is paid or cancelled', old.number);
  end if;
  return new;
end $$;
create trigger guarded before update or delete on refund for each row execute function guard_refund();
create trigger never_truncated before truncate on refund execute function refuse_change();

-- The usual reasons and limits for these, beside those of 0008.
create procedure give_refund_and_charge_defaults(of_tenant uuid)
  language sql as $$
  insert into reason_code (tenant_id, kind, code, name) values
    (of_tenant, 'REFUND', 'OVERPAYMENT', 'Paid too much'),
    (of_tenant, 'REFUND', 'DUPLICATE_PAYMENT', 'Paid twice'),
    (of_tenant, 'REFUND', 'CREDIT_BALANCE', 'Credit that is not needed any more'),
    (of_tenant, 'DEBIT_MEMO', 'UNDERBILLED', 'Billed too little'),
    (of_tenant, 'DEBIT_MEMO', 'FREIGHT', 'Freight'),
    (of_tenant, 'DEBIT_MEMO', 'RETURNED_PAYMENT', 'Costs of a returned payment'),
    (of_tenant, 'CHARGEBACK', 'PRICE', 'Price in dispute'),
    (of_tenant, 'CHARGEBACK', 'SHORTAGE', 'Less arrived than was billed'),
    (of_tenant, 'CHARGEBACK', 'DAMAGE', 'Goods arrived damaged'),
    (of_tenant, 'CHARGEBACK', 'PROMOTION', 'Promotion or rebate'),
    (of_tenant, 'CHARGEBACK', 'UNKNOWN', 'Not known yet')
  on conflict do nothing;
  insert into approval_limit (tenant_id, kind, role, currency, amount)
  select of_tenant, kind, role, currency, amount
    from tenant t
    cross join (values ('REFUND'), ('DEBIT_MEMO'), ('CHARGEBACK')) k(kind)
    cross join lateral (values ('AR_SPECIALIST', t.functional_currency, 1000), ('AR_MANAGER', t.functional_currency, 25000),
                               ('CONTROLLER', null, null), ('ADMIN', null, null)) l(role, currency, amount)
   where t.tenant_id = of_tenant
  on conflict do nothing;
$$;
do $$
declare
  each_tenant uuid;
begin
  for each_tenant in select tenant_id from tenant loop
    perform set_config('app.tenant_id', each_tenant::text, true);
    call give_refund_and_charge_defaults(each_tenant);
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;

-- What a customer is charged beside invoices: debit memos, and what was short-paid as an item of its own.
create table charge (
  tenant_id uuid not null references tenant,
  id uuid not null,
  kind text not null check (kind in ('DEBIT_MEMO', 'CHARGEBACK')),
  number text not null,
  customer_id uuid not null,
  item_id uuid not null,
  -- Of a chargeback: the item that was short-paid.
  source_item_id uuid,
  currency char(3) not null,
  amount numeric not null check (amount > 0 and amount = round(amount, currency_scale(currency))),
  reason_code text not null,
  note text,
  document_date date not null,
  due_date date not null check (due_date >= document_date),
  entry_id uuid not null,
  reversal_entry_id uuid,
  reversed_on date,
  reversal_reason text,
  version integer not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  unique (tenant_id, kind, number),
  unique (tenant_id, item_id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  foreign key (tenant_id, item_id) references open_item (tenant_id, id),
  foreign key (tenant_id, source_item_id) references open_item (tenant_id, id),
  foreign key (tenant_id, entry_id) references journal_entry (tenant_id, id),
  foreign key (tenant_id, reversal_entry_id) references journal_entry (tenant_id, id),
  check ((reversal_entry_id is null) = (reversed_on is null)),
  check ((kind = 'CHARGEBACK') = (source_item_id is not null))
);
create index charge_customer on charge (tenant_id, customer_id, document_date, id);
create index charge_date on charge (tenant_id, document_date, id);
create index charge_source on charge (tenant_id, source_item_id) where source_item_id is not null;
call protect_tenant_table('charge', 'select, insert');
grant update (reversal_entry_id, reversed_on, reversal_reason, version) on charge to receivables_app;
call show_own_customers('charge', 'customer_id = any ((select bound_customers())::uuid[])');

create function guard_charge() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.reversal_entry_id is not null then
    raise exception using errcode = 'RV001', message = format('%s is posted: reverse it instead', old.number);
  end if;
  return new;
end $$;
create trigger guarded before update or delete on charge for each row execute function guard_charge();
create trigger never_truncated before truncate on charge execute function refuse_change();

-- The ceiling on amounts, as on all others.
alter table refund add constraint refund_amount_limit check (abs(amount) < 1e15 and abs(functional_amount) < 1e15);
alter table charge add constraint charge_amount_limit check (abs(amount) < 1e15);
