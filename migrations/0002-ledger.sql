-- Accounts, periods, the journal and the open-item subledger. The rules of the ledger live here, so that no
-- program, and no mistake in one, can break them.

create table account (
  tenant_id uuid not null references tenant,
  id uuid not null default new_id(),
  code text not null,
  name text not null,
  kind text not null check (kind in ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE')),
  role text not null,
  is_control boolean not null default false,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  unique (tenant_id, role)
);
call protect_tenant_table('account', 'select, insert');

-- Accounting periods are calendar months, opened by the first posting into them.
create table period (
  tenant_id uuid not null references tenant,
  id uuid not null default new_id(),
  starts_on date not null check (starts_on = date_trunc('month', starts_on)::date),
  status text not null default 'OPEN' check (status in ('OPEN', 'SOFT_CLOSED', 'CLOSED')),
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, starts_on)
);
call protect_tenant_table('period', 'select, insert, update');

-- Units of the functional currency for one unit of the foreign currency, from a date on.
create table exchange_rate (
  tenant_id uuid not null references tenant,
  id uuid not null default new_id(),
  currency char(3) not null,
  rate_date date not null,
  rate numeric(24, 12) not null check (rate > 0),
  source text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  unique (tenant_id, currency, rate_date)
);
call protect_tenant_table('exchange_rate', 'select, insert');
call make_append_only('exchange_rate');

-- When the transaction's postings were recorded: one instant for all of them, taken under a shared lock that
-- a reader of "as known at" can see, so that it can tell which instants may still gain rows.
create function posting_instant() returns timestamptz
  language plpgsql volatile as $$
declare
  instant text := current_setting('app.posting_instant', true);
begin
  if instant is null or instant = '' then
    perform pg_advisory_xact_lock_shared(7201, hashtext(current_setting('app.tenant_id', true)));
    instant := clock_timestamp()::text;
    perform set_config('app.posting_instant', instant, true);
  end if;
  return instant::timestamptz;
end $$;

-- Every posting of the tenant recorded before this instant is committed: the start of the oldest posting
-- transaction in flight, or now.
create function knowledge_horizon(tenant uuid) returns timestamptz
  language sql volatile security definer set search_path = public, pg_temp
  return coalesce(
    (select min(a.xact_start)
       from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where l.locktype = 'advisory' and l.granted
        and l.database = (select oid from pg_database where datname = current_database())
        and l.classid = 7201::oid
        and l.objid = (hashtext(tenant::text)::bigint & 4294967295)::oid),
    clock_timestamp());

create table journal_entry (
  tenant_id uuid not null references tenant,
  id uuid not null,
  effective_date date not null,
  recorded_at timestamptz not null default posting_instant(),
  kind text not null,
  description text not null,
  document_id uuid,
  reverses_id uuid,
  actor text not null,
  transaction_id xid8 not null default pg_current_xact_id(),
  primary key (tenant_id, id),
  unique (tenant_id, reverses_id),
  foreign key (tenant_id, reverses_id) references journal_entry (tenant_id, id)
);
create index journal_entry_effective on journal_entry (tenant_id, effective_date, id);
create index journal_entry_document on journal_entry (tenant_id, document_id);

-- Below, a row's tenant is known to exist through what it refers to: each reference carries the tenant.
create table journal_line (
  tenant_id uuid not null,
  entry_id uuid not null,
  line_no integer not null check (line_no > 0),
  account_id uuid not null,
  currency char(3) not null,
  -- Debits positive, credits negative, in document and in functional currency.
  amount numeric not null check (amount = round(amount, currency_scale(currency))),
  functional_amount numeric not null,
  customer_id uuid,
  item_id uuid,
  primary key (tenant_id, entry_id, line_no),
  foreign key (tenant_id, entry_id) references journal_entry (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id),
  check (amount <> 0 or functional_amount <> 0)
);
create index journal_line_account on journal_line (tenant_id, account_id);

create table open_item (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('INVOICE', 'DEBIT_MEMO', 'LATE_FEE', 'CHARGEBACK', 'CREDIT_MEMO', 'RECEIPT', 'DEPOSIT')),
  customer_id uuid,
  account_id uuid not null,
  document_number text not null,
  document_date date not null,
  due_date date not null,
  currency char(3) not null,
  -- Debits positive, credits negative.
  original_amount numeric not null check (original_amount <> 0 and original_amount = round(original_amount, currency_scale(currency))),
  functional_original numeric not null,
  open_amount numeric not null default 0,
  functional_open numeric not null default 0,
  -- The latest effective date of its movements: one that is dated before it is backdated.
  last_moved_on date,
  discount_percent numeric check (discount_percent > 0 and discount_percent < 100),
  discount_until date,
  invoice_id uuid,
  instalment_no integer,
  receipt_id uuid,
  primary key (tenant_id, id),
  unique (tenant_id, invoice_id, instalment_no),
  foreign key (tenant_id, account_id) references account (tenant_id, id),
  constraint open_item_never_over_applied
    check (open_amount * sign(original_amount) between 0 and abs(original_amount)),
  constraint open_item_settled_in_both_currencies check (open_amount <> 0 or functional_open = 0)
);
create index open_item_open on open_item (tenant_id, customer_id, due_date, id) where open_amount <> 0;
create index open_item_customer on open_item (tenant_id, customer_id, due_date, id);
create index open_item_receipt on open_item (tenant_id, receipt_id) where receipt_id is not null;
create index open_item_number on open_item (tenant_id, document_number);

create table movement (
  tenant_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  customer_id uuid,
  account_id uuid not null,
  currency char(3) not null,
  amount numeric not null check (amount = round(amount, currency_scale(currency))),
  functional_amount numeric not null,
  effective_date date not null,
  recorded_at timestamptz not null default posting_instant(),
  kind text not null check (kind in ('POSTING', 'APPLICATION', 'REALISED_FX', 'TRANSFER', 'REVERSAL')),
  entry_id uuid not null,
  reverses_id uuid,
  primary key (tenant_id, id),
  unique (tenant_id, reverses_id),
  foreign key (tenant_id, item_id) references open_item (tenant_id, id),
  foreign key (tenant_id, entry_id) references journal_entry (tenant_id, id),
  foreign key (tenant_id, reverses_id) references movement (tenant_id, id),
  check (amount <> 0 or functional_amount <> 0)
);
create index movement_item on movement (tenant_id, item_id, effective_date);
create index movement_entry on movement (tenant_id, entry_id);
create index movement_effective on movement (tenant_id, effective_date) include (item_id, amount, functional_amount, recorded_at);
create index movement_recorded on movement (tenant_id, recorded_at) include (item_id, amount, functional_amount, effective_date);

call protect_tenant_table('journal_entry', 'select');
call protect_tenant_table('journal_line', 'select, insert');
call protect_tenant_table('open_item', 'select, insert, update');
call protect_tenant_table('movement', 'select');
-- When something was recorded is the database's word alone.
grant insert (tenant_id, id, effective_date, kind, description, document_id, reverses_id, actor) on journal_entry to receivables_app;
grant insert (tenant_id, id, item_id, customer_id, account_id, currency, amount, functional_amount, effective_date, kind, entry_id, reverses_id)
  on movement to receivables_app;
call make_append_only('journal_entry');
call make_append_only('journal_line');
call make_append_only('movement');

-- The first day from a closed month on that takes postings, of those who may post into soft-closed months or not.
create function first_open_date(of_tenant uuid, month date, may_post_soft_closed boolean) returns date
  language sql stable
  return (
    with shut as (
      select starts_on from period
      where tenant_id = of_tenant and starts_on >= month
        and (status = 'CLOSED' or (status = 'SOFT_CLOSED' and not may_post_soft_closed)))
    select coalesce(min(next_month), month)
    from (select (starts_on + interval '1 month')::date as next_month from shut) n
    where next_month not in (select starts_on from shut));

-- RV004, RV005: no posting into a closed period; the detail is the first open date. The lock makes closing wait for
-- postings in flight, and the status is read after the lock is held.
create function check_period() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  month date := date_trunc('month', new.effective_date)::date;
  may_post_soft_closed boolean := coalesce(current_setting('app.may_post_soft_closed', true), '') = 'on';
  found_status text;
begin
  perform pg_advisory_xact_lock_shared(7202, hashtext(new.tenant_id::text || month::text));
  select status into found_status from period where tenant_id = new.tenant_id and starts_on = month;
  if not found then
    insert into period (tenant_id, starts_on) values (new.tenant_id, month) on conflict do nothing;
    select status into found_status from period where tenant_id = new.tenant_id and starts_on = month;
  end if;
  if found_status = 'CLOSED' then
    raise exception using errcode = 'RV004', message = format('the period of %s is closed', new.effective_date),
      detail = first_open_date(new.tenant_id, month, may_post_soft_closed)::text;
  elsif found_status = 'SOFT_CLOSED' and not may_post_soft_closed then
    raise exception using errcode = 'RV005', message = format('the period of %s is soft-closed', new.effective_date),
      detail = first_open_date(new.tenant_id, month, may_post_soft_closed)::text;
  end if;
  return new;
end $$;
create trigger period_open before insert on journal_entry for each row execute function check_period();

-- These functions look rows up by their keys. Their plans are made once a session, perhaps when the tables are still
-- empty and a scan looks cheap; so they are told to use the indexes.

-- RV003: an entry balances in functional currency and in each document currency; RV006: what it posts on a
-- control account is exactly what it moves on that account's open items. So subledger = GL, entry by entry.
create function check_entry() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  difference text;
begin
  select string_agg(format('%s %s (functional %s)', t.currency, t.amount, t.functional), ', ') into difference
    from (select currency, sum(amount) as amount, sum(functional_amount) as functional, sum(sum(functional_amount)) over () as total
            from journal_line where tenant_id = new.tenant_id and entry_id = new.id group by currency) t
   where t.amount <> 0 or t.total <> 0;
  if difference is not null then
    raise exception using errcode = 'RV003', message = format('journal entry %s does not balance: %s', new.id, difference);
  end if;
  if not exists (select from journal_line where tenant_id = new.tenant_id and entry_id = new.id) then
    raise exception using errcode = 'RV003', message = format('journal entry %s has no lines', new.id);
  end if;
  select string_agg(format('%s %s (functional %s)', t.currency, t.amount, t.functional), ', ') into difference
    from (select u.account_id, u.currency, sum(u.amount) as amount, sum(u.functional_amount) as functional
            from (select l.account_id, l.currency, l.amount, l.functional_amount
                    from journal_line l join account a on a.tenant_id = l.tenant_id and a.id = l.account_id
                   where l.tenant_id = new.tenant_id and l.entry_id = new.id and a.is_control
                  union all
                  select m.account_id, m.currency, -m.amount, -m.functional_amount
                    from movement m where m.tenant_id = new.tenant_id and m.entry_id = new.id) u
           group by u.account_id, u.currency) t
   where t.amount <> 0 or t.functional <> 0;
  if difference is not null then
    raise exception using errcode = 'RV006', message = format('journal entry %s and its movements differ: %s', new.id, difference);
  end if;
  return null;
end $$;
create constraint trigger entry_balances after insert on journal_entry
  deferrable initially deferred for each row execute function check_entry();

-- The two functions below go from each new row to the rows it concerns by their keys, and are written so that no plan
-- can do otherwise: a connection keeps the plan of its first posting, when the tables may still be empty, and would
-- then read all earlier rows again for each row of a bulk load.

-- RV007: lines and movements join an entry only in the transaction that makes it.
create function check_entry_is_new() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  if exists (select from added n
              where (select e.transaction_id from journal_entry e where e.tenant_id = n.tenant_id and e.id = n.entry_id)
                    <> pg_current_xact_id()) then
    raise exception using errcode = 'RV007', message = 'a journal entry that is posted takes no more lines or movements';
  end if;
  return null;
end $$;
create trigger entry_is_new after insert on journal_line
  referencing new table as added for each statement execute function check_entry_is_new();

-- Movements carry their item's currency, account and effective date of their entry; a reversal mirrors what it
-- reverses; and the item's balance follows. RV002: on no date may a balance be negative or above the original.
create function apply_movements() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  wrong record;
  moved record;
  backdated boolean := false;
begin
  select n.id into wrong
    from added n
    cross join lateral (select * from open_item o where o.tenant_id = n.tenant_id and o.id = n.item_id offset 0) i
    cross join lateral (select * from journal_entry j where j.tenant_id = n.tenant_id and j.id = n.entry_id offset 0) e
    left join lateral (select * from movement v where v.tenant_id = n.tenant_id and v.id = n.reverses_id offset 0) r on true
   where n.currency <> i.currency or n.account_id <> i.account_id or n.effective_date <> e.effective_date
      or n.customer_id is distinct from i.customer_id
      or e.transaction_id <> pg_current_xact_id()
      or (n.reverses_id is not null
          and (r.item_id <> n.item_id or r.amount <> -n.amount or r.functional_amount <> -n.functional_amount
               or r.effective_date > n.effective_date))
   limit 1;
  if found then
    raise exception using errcode = 'RV007', message = format('movement %s does not agree with its item, its entry or what it reverses', wrong.id);
  end if;

  for moved in
    select tenant_id, item_id, sum(amount) as amount, sum(functional_amount) as functional,
           min(effective_date) as earliest, max(effective_date) as latest
      from added group by tenant_id, item_id order by item_id
  loop
    update open_item
       set open_amount = open_amount + moved.amount, functional_open = functional_open + moved.functional,
           last_moved_on = greatest(last_moved_on, moved.latest)
     where tenant_id = moved.tenant_id and id = moved.item_id
    returning last_moved_on > moved.earliest or backdated into backdated;
  end loop;

  if backdated then
    select a.item_id, b.effective_date, b.balance into wrong
      from (select distinct tenant_id, item_id from added) a
      cross join lateral (
        select m.effective_date, sum(sum(m.amount)) over (order by m.effective_date) as balance
          from movement m where m.tenant_id = a.tenant_id and m.item_id = a.item_id group by m.effective_date) b
      cross join lateral (
        select o.original_amount from open_item o where o.tenant_id = a.tenant_id and o.id = a.item_id offset 0) i
     where b.balance * sign(i.original_amount) not between 0 and abs(i.original_amount)
     limit 1;
    if found then
      raise exception using
        errcode = 'RV002',
        message = format('open item %s would have a balance of %s on %s', wrong.item_id, wrong.balance, wrong.effective_date),
        detail = wrong.item_id::text;
    end if;
  end if;
  return null;
end $$;
create trigger balances_follow after insert on movement
  referencing new table as added for each statement execute function apply_movements();

-- An open item changes only through its movements.
create function guard_open_item() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.open_amount <> 0 or new.functional_open <> 0 or new.last_moved_on is not null then
      raise exception using errcode = 'RV001', message = 'an open item starts at zero; its first movement opens it';
    end if;
    return new;
  end if;
  if pg_trigger_depth() < 2
     or to_jsonb(new) - array['open_amount', 'functional_open', 'last_moved_on']
        <> to_jsonb(old) - array['open_amount', 'functional_open', 'last_moved_on'] then
    raise exception using errcode = 'RV001', message = 'an open item changes only through its movements';
  end if;
  return new;
end $$;
create trigger guarded before insert or update on open_item for each row execute function guard_open_item();
create trigger never_deleted before delete on open_item for each row execute function refuse_change();
create trigger never_truncated before truncate on open_item execute function refuse_change();

-- What was applied to what. An application is undone by a row in application_reversal, never removed.
create table application (
  tenant_id uuid not null,
  id uuid not null,
  credit_item_id uuid not null,
  debit_item_id uuid not null,
  customer_id uuid not null,
  currency char(3) not null,
  amount numeric not null check (amount > 0),
  effective_date date not null,
  recorded_at timestamptz not null default posting_instant(),
  entry_id uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, credit_item_id) references open_item (tenant_id, id),
  foreign key (tenant_id, debit_item_id) references open_item (tenant_id, id),
  foreign key (tenant_id, entry_id) references journal_entry (tenant_id, id)
);
create index application_credit on application (tenant_id, credit_item_id);
create index application_debit on application (tenant_id, debit_item_id);
create index application_entry on application (tenant_id, entry_id);

create table application_reversal (
  tenant_id uuid not null,
  application_id uuid not null,
  effective_date date not null,
  recorded_at timestamptz not null default posting_instant(),
  entry_id uuid not null,
  reason text,
  primary key (tenant_id, application_id),
  foreign key (tenant_id, application_id) references application (tenant_id, id),
  foreign key (tenant_id, entry_id) references journal_entry (tenant_id, id)
);
call protect_tenant_table('application', 'select');
call protect_tenant_table('application_reversal', 'select');
grant insert (tenant_id, id, credit_item_id, debit_item_id, customer_id, currency, amount, effective_date, entry_id) on application to receivables_app;
grant insert (tenant_id, application_id, effective_date, entry_id, reason) on application_reversal to receivables_app;
call make_append_only('application');
call make_append_only('application_reversal');
