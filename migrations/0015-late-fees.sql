-- Late fees: what the tenant charges on what is paid late, what was charged of which days of which item, and what was
-- waived of it.

call allow_words('movement', 'movement_kind_check', 'kind', array['WAIVER']);
call allow_words('reason_code', 'reason_code_kind_check', 'kind', array['LATE_FEE_WAIVER']);
call allow_words('approval_limit', 'approval_limit_kind_check', 'kind', array['LATE_FEE', 'LATE_FEE_WAIVER']);

-- Days since the year 0 when every month has 30.
create function day_of_360(day date) returns integer
  language sql immutable parallel safe
  return extract(year from day)::integer * 360 + extract(month from day)::integer * 30
    + case when extract(month from day + 1) <> extract(month from day) then 30 else extract(day from day)::integer end;

-- How many days of interest a span of days is, its last day included. Additive: a span is the sum of its parts. By 30/360
-- every month has 30, so that a whole month is a twelfth of a year's rate.
create function late_fee_days(day_count text, first_day date, last_day date) returns integer
  language sql immutable parallel safe
  return case when day_count = 'ACTUAL_365' then last_day - first_day + 1
              else day_of_360(last_day) - day_of_360(first_day - 1) end;

-- Interest on a principal for some days, in 13,140,000ths (36,500 × 360) of the currency: whole, whichever way days are
-- counted, so that what is rounded from sums of it does not depend on how often it was charged.
create function late_fee_units(principal numeric, annual_rate numeric, days integer, day_count text) returns numeric
  language sql immutable parallel safe
  return principal * annual_rate * days * case when day_count = 'ACTUAL_365' then 360 else 365 end;

-- What is charged in a currency from a day on. A later version replaces an earlier one from its day; none is ever changed,
-- so that a run for a past day goes by what held then.
create table late_fee_policy (
  tenant_id uuid not null references tenant,
  id uuid not null,
  currency char(3) not null,
  version_no integer not null check (version_no > 0),
  effective_from date not null,
  -- Per cent a year, and an amount for each item that becomes late. Neither: no fees.
  annual_rate numeric(9, 6) check (annual_rate > 0),
  flat_fee numeric check (flat_fee > 0 and flat_fee = round(flat_fee, currency_scale(currency))),
  day_count text not null check (day_count in ('ACTUAL_365', 'THIRTY_360')),
  grace_days integer not null check (grace_days between 0 and 365),
  -- Whether the days of grace are free also of what is paid after them.
  grace_days_free boolean not null,
  -- The least and the most that a customer is charged in a calendar month.
  minimum_fee numeric check (minimum_fee > 0 and minimum_fee = round(minimum_fee, currency_scale(currency))),
  maximum_fee numeric check (maximum_fee > 0 and maximum_fee = round(maximum_fee, currency_scale(currency))),
  -- A customer with less late than this is charged nothing.
  minimum_balance numeric check (minimum_balance > 0 and minimum_balance = round(minimum_balance, currency_scale(currency))),
  -- Whether late fees bear late fees.
  compounding boolean not null,
  schedule text not null check (schedule in ('MANUAL', 'DAILY', 'MONTHLY')),
  set_by text not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  unique (tenant_id, currency, version_no),
  check (minimum_fee <= maximum_fee)
);
call protect_tenant_table('late_fee_policy', 'select');
grant insert (tenant_id, id, currency, version_no, effective_from, annual_rate, flat_fee, day_count, grace_days, grace_days_free,
  minimum_fee, maximum_fee, minimum_balance, compounding, schedule, set_by) on late_fee_policy to receivables_app;
call make_append_only('late_fee_policy');
call show_own_customers('late_fee_policy', 'false');

-- Customers who are charged no late fees from a day on, or are again.
create table late_fee_exemption (
  tenant_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  version_no integer not null check (version_no > 0),
  effective_from date not null,
  is_exempt boolean not null,
  reason text,
  set_by text not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  unique (tenant_id, customer_id, version_no),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id)
);
call protect_tenant_table('late_fee_exemption', 'select');
grant insert (tenant_id, id, customer_id, version_no, effective_from, is_exempt, reason, set_by) on late_fee_exemption to receivables_app;
call make_append_only('late_fee_exemption');
call show_own_customers('late_fee_exemption', 'customer_id = any ((select bound_customers())::uuid[])');

create table late_fee_run (
  tenant_id uuid not null references tenant,
  id uuid not null,
  as_of date not null,
  -- Of a run by the clock: by which schedule. It runs once for a day.
  schedule text check (schedule in ('DAILY', 'MONTHLY')),
  -- Null: all customers.
  customer_ids uuid[],
  totals jsonb not null,
  actor text not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id)
);
create unique index late_fee_run_by_schedule on late_fee_run (tenant_id, schedule, as_of) where schedule is not null;
call protect_tenant_table('late_fee_run', 'select');
grant insert (tenant_id, id, as_of, schedule, customer_ids, totals, actor) on late_fee_run to receivables_app;
call make_append_only('late_fee_run');
call show_own_customers('late_fee_run', 'false');

-- A late fee: one for each customer and currency of a run.
create table late_fee (
  tenant_id uuid not null references tenant,
  id uuid not null,
  number text not null,
  run_id uuid not null,
  customer_id uuid not null,
  item_id uuid not null,
  currency char(3) not null,
  amount numeric not null check (amount > 0 and amount = round(amount, currency_scale(currency))),
  -- Of it, what was waived.
  waived numeric not null default 0 check (waived between 0 and amount),
  document_date date not null,
  entry_id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  unique (tenant_id, number),
  unique (tenant_id, item_id),
  unique (tenant_id, run_id, customer_id, currency),
  foreign key (tenant_id, run_id) references late_fee_run (tenant_id, id) deferrable initially deferred,
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  foreign key (tenant_id, item_id) references open_item (tenant_id, id),
  foreign key (tenant_id, entry_id) references journal_entry (tenant_id, id)
);
create index late_fee_customer on late_fee (tenant_id, customer_id, document_date, id);
create index late_fee_date on late_fee (tenant_id, document_date, id);
call protect_tenant_table('late_fee', 'select');
grant insert (tenant_id, id, number, run_id, customer_id, item_id, currency, amount, document_date, entry_id) on late_fee to receivables_app;
grant update (waived, version) on late_fee to receivables_app;
call show_own_customers('late_fee', 'customer_id = any ((select bound_customers())::uuid[])');
create trigger never_deleted before delete on late_fee for each row execute function refuse_change();
create trigger never_truncated before truncate on late_fee execute function refuse_change();
create trigger entry_is_new after insert on late_fee
  referencing new table as added for each statement execute function check_entry_is_new();

-- What was charged of what. Days are taken also when nothing came of them, since the month's minimum covered them or its
-- maximum was reached: then there is no fee, and the lines of the run, customer and currency sum to nothing.
create table late_fee_line (
  tenant_id uuid not null,
  id uuid not null default new_id(),
  run_id uuid not null,
  late_fee_id uuid,
  line_no integer not null check (line_no > 0),
  policy_id uuid not null,
  customer_id uuid not null,
  currency char(3) not null,
  -- The run's day, by whose month the minimum and the maximum go.
  charged_on date not null,
  kind text not null check (kind in ('INTEREST', 'FLAT', 'MINIMUM', 'MAXIMUM')),
  item_id uuid,
  -- The last day before that was charged of the item; null of its first. One line follows another, so that no day is
  -- charged twice, whoever charges at the same moment.
  after_date date,
  from_date date,
  to_date date,
  days integer check (days >= 0),
  principal numeric check (principal > 0),
  annual_rate numeric(9, 6),
  day_count text,
  amount numeric not null check (amount = round(amount, currency_scale(currency))),
  primary key (tenant_id, id),
  unique (tenant_id, run_id, customer_id, currency, line_no),
  unique (tenant_id, item_id, to_date),
  foreign key (tenant_id, run_id) references late_fee_run (tenant_id, id) deferrable initially deferred,
  foreign key (tenant_id, late_fee_id) references late_fee (tenant_id, id) deferrable initially deferred,
  foreign key (tenant_id, policy_id) references late_fee_policy (tenant_id, id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  foreign key (tenant_id, item_id) references open_item (tenant_id, id),
  constraint late_fee_line_follows foreign key (tenant_id, item_id, after_date)
    references late_fee_line (tenant_id, item_id, to_date) deferrable initially deferred,
  constraint late_fee_line_of_its_kind check (
    case kind when 'INTEREST' then amount >= 0 and num_nonnulls(item_id, from_date, to_date, days, principal, annual_rate, day_count) = 7
              when 'FLAT' then amount > 0 and item_id is not null and num_nonnulls(after_date, from_date, to_date, days) = 0
              else amount <> 0 and num_nonnulls(item_id, after_date, from_date, to_date, days, principal) = 0 end),
  constraint late_fee_line_forwards check (from_date <= to_date and (after_date is null or after_date < from_date))
);
create unique index late_fee_line_one_after_another on late_fee_line (tenant_id, item_id, after_date) nulls not distinct
  where kind = 'INTEREST';
create unique index late_fee_line_flat_once on late_fee_line (tenant_id, item_id) where kind = 'FLAT';
create index late_fee_line_of on late_fee_line (tenant_id, late_fee_id, line_no);
create index late_fee_line_month on late_fee_line (tenant_id, customer_id, currency, charged_on);
call protect_tenant_table('late_fee_line', 'select, insert');
call make_append_only('late_fee_line');
call show_own_customers('late_fee_line', 'customer_id = any ((select bound_customers())::uuid[])');

-- RV008: a late fee is the sum of its lines. They come before it, so that a fee which is there gets no more of them; the sum
-- is seen when the transaction ends.
create function check_late_fee() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  charged numeric;
begin
  select coalesce(sum(l.amount), 0) into charged from late_fee_line l where l.tenant_id = new.tenant_id and l.late_fee_id = new.id;
  if charged <> new.amount then
    raise exception using errcode = 'RV008', message = format('the lines of late fee %s sum to %s of %s', new.number, charged, new.amount);
  end if;
  return null;
end $$;
create constraint trigger fee_is_whole after insert on late_fee
  deferrable initially deferred for each row execute function check_late_fee();

create function check_late_fee_lines() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  if exists (select from (select distinct tenant_id, late_fee_id from added where late_fee_id is not null) n
              where (select f.id from late_fee f where f.tenant_id = n.tenant_id and f.id = n.late_fee_id) is not null) then
    raise exception using errcode = 'RV008', message = 'a late fee that is posted takes no more lines';
  end if;
  return null;
end $$;
create trigger fee_takes_it after insert on late_fee_line
  referencing new table as added for each statement execute function check_late_fee_lines();

create table late_fee_waiver (
  tenant_id uuid not null references tenant,
  id uuid not null,
  number text not null,
  late_fee_id uuid not null,
  customer_id uuid not null,
  item_id uuid not null,
  currency char(3) not null,
  amount numeric not null check (amount > 0 and amount = round(amount, currency_scale(currency))),
  reason_code text not null,
  note text,
  effective_date date not null,
  entry_id uuid not null,
  reversal_entry_id uuid,
  reversed_on date,
  reversal_reason text,
  version integer not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  unique (tenant_id, number),
  foreign key (tenant_id, late_fee_id) references late_fee (tenant_id, id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  foreign key (tenant_id, item_id) references open_item (tenant_id, id),
  foreign key (tenant_id, entry_id) references journal_entry (tenant_id, id),
  foreign key (tenant_id, reversal_entry_id) references journal_entry (tenant_id, id),
  check ((reversal_entry_id is null) = (reversed_on is null))
);
create index late_fee_waiver_of on late_fee_waiver (tenant_id, late_fee_id, id);
call protect_tenant_table('late_fee_waiver', 'select, insert');
grant update (reversal_entry_id, reversed_on, reversal_reason, version) on late_fee_waiver to receivables_app;
call show_own_customers('late_fee_waiver', 'customer_id = any ((select bound_customers())::uuid[])');

create function guard_late_fee_waiver() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.reversal_entry_id is not null then
    raise exception using errcode = 'RV001', message = format('waiver %s is posted: reverse it instead', old.number);
  end if;
  return new;
end $$;
create trigger guarded before update or delete on late_fee_waiver for each row execute function guard_late_fee_waiver();
create trigger never_truncated before truncate on late_fee_waiver execute function refuse_change();

-- The ceiling of all amounts: 15 digits before the point.
alter table late_fee_policy add constraint late_fee_policy_amount_limit check (
  abs(flat_fee) < 1e15 and abs(minimum_fee) < 1e15 and abs(maximum_fee) < 1e15 and abs(minimum_balance) < 1e15);
alter table late_fee add constraint late_fee_amount_limit check (abs(amount) < 1e15 and abs(waived) < 1e15);
alter table late_fee_line add constraint late_fee_line_amount_limit check (abs(principal) < 1e15 and abs(amount) < 1e15);
alter table late_fee_waiver add constraint late_fee_waiver_amount_limit check (abs(amount) < 1e15);

-- The usual reasons and limits for these, beside those of 0008 and 0014.
create procedure give_late_fee_defaults(of_tenant uuid)
  language sql as $$
  insert into reason_code (tenant_id, kind, code, name) values
    (of_tenant, 'LATE_FEE_WAIVER', 'GOODWILL', 'Goodwill'),
    (of_tenant, 'LATE_FEE_WAIVER', 'PAID_IN_TIME', 'Was paid in time'),
    (of_tenant, 'LATE_FEE_WAIVER', 'OUR_FAULT', 'The delay was ours'),
    (of_tenant, 'LATE_FEE_WAIVER', 'DISPUTE', 'The item was in dispute'),
    (of_tenant, 'LATE_FEE_WAIVER', 'SETTLEMENT', 'Part of a settlement')
  on conflict do nothing;
  insert into approval_limit (tenant_id, kind, role, currency, amount)
  select of_tenant, kind, role, currency, amount
    from tenant t
    cross join (values ('LATE_FEE'), ('LATE_FEE_WAIVER')) k(kind)
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
    call give_late_fee_defaults(each_tenant);
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;
