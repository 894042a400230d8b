-- What changes a customer's balance without cash, and who may allow it.

alter table movement drop constraint movement_kind_check;
alter table movement add constraint movement_kind_check
  check (kind in ('POSTING', 'APPLICATION', 'REALISED_FX', 'TRANSFER', 'WRITE_OFF', 'RECOVERY', 'REVERSAL'));

-- Why adjustments are made, as the tenant's reports tell them apart.
create table reason_code (
  tenant_id uuid not null references tenant,
  id uuid not null default new_id(),
  kind text not null check (kind in ('CREDIT_MEMO', 'WRITE_OFF')),
  code text not null check (code ~ '^[A-Z0-9_]{1,40}$'),
  name text not null check (name <> ''),
  is_active boolean not null default true,
  primary key (tenant_id, id),
  unique (tenant_id, kind, code)
);
call protect_tenant_table('reason_code', 'select, insert');

-- How much a role may adjust by itself, and approve of others. No currency: any that has no row of its own for the
-- role. No amount: without limit. A role without a row may do nothing by itself.
create table approval_limit (
  tenant_id uuid not null references tenant,
  id uuid not null default new_id(),
  kind text not null check (kind in ('CREDIT_MEMO', 'WRITE_OFF')),
  role text not null,
  currency char(3),
  amount numeric check (amount >= 0),
  version integer not null default 1,
  primary key (tenant_id, id),
  unique nulls not distinct (tenant_id, kind, role, currency)
);
call protect_tenant_table('approval_limit', 'select, insert');
grant update (amount, version) on approval_limit to receivables_app;

-- A command that somebody asked for and may not carry out alone: nothing of it is posted until somebody else allows it.
create table approval_request (
  tenant_id uuid not null references tenant,
  id uuid not null,
  command text not null,
  input jsonb not null,
  kind text not null,
  summary text not null,
  reason_code text,
  customer_id uuid not null,
  item_ids uuid[] not null,
  currency char(3) not null,
  amount numeric not null check (amount > 0),
  -- The journal entries that it would have posted when it was asked for.
  would_post jsonb not null,
  status text not null default 'PENDING' check (status in ('PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
  -- Who asked: the credentials, and the person behind them.
  maker text not null,
  maker_person text not null,
  requested_at timestamptz not null default clock_timestamp(),
  -- The role whose limit is enough, once somebody whose own is not has passed it on.
  escalated_to text,
  decided_by text,
  decided_person text,
  decided_at timestamptz,
  decision_reason text,
  result jsonb,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  constraint approval_never_by_its_maker check (status <> 'APPROVED' or decided_person <> maker_person),
  constraint approval_rejected_with_reason check (status <> 'REJECTED' or coalesce(decision_reason, '') <> ''),
  constraint approval_decided_once check ((status = 'PENDING') = (decided_at is null))
);
create index approval_request_queue on approval_request (tenant_id, status, id);
create index approval_request_customer on approval_request (tenant_id, customer_id, id);
call protect_tenant_table('approval_request', 'select');
grant insert (tenant_id, id, command, input, kind, summary, reason_code, customer_id, item_ids, currency, amount, would_post, maker, maker_person)
  on approval_request to receivables_app;
grant update (status, escalated_to, decided_by, decided_person, decided_at, decision_reason, result, version)
  on approval_request to receivables_app;

create function guard_approval_request() returns trigger
  language plpgsql as $$
begin
  if old.status <> 'PENDING' then
    raise exception using errcode = 'RV001', message = 'what was decided stays decided';
  end if;
  return new;
end $$;
create trigger guarded before update on approval_request for each row execute function guard_approval_request();
create trigger never_deleted before delete on approval_request for each row execute function refuse_change();
create trigger never_truncated before truncate on approval_request execute function refuse_change();

create table credit_memo (
  tenant_id uuid not null references tenant,
  id uuid not null,
  number text not null,
  sequence_no bigint not null,
  customer_id uuid not null,
  -- Null when it is on account.
  invoice_id uuid,
  document_date date not null,
  currency char(3) not null,
  net_total numeric not null check (net_total = round(net_total, currency_scale(currency)) and net_total >= 0),
  tax_total numeric not null check (tax_total = round(tax_total, currency_scale(currency)) and tax_total >= 0),
  total numeric not null check (total = net_total + tax_total and total > 0),
  booking_rate numeric not null check (booking_rate > 0),
  reason_code text not null,
  note text,
  entry_id uuid not null,
  void_entry_id uuid,
  voided_on date,
  version integer not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  unique (tenant_id, number),
  unique (tenant_id, sequence_no),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  foreign key (tenant_id, invoice_id) references invoice (tenant_id, id),
  foreign key (tenant_id, entry_id) references journal_entry (tenant_id, id),
  foreign key (tenant_id, void_entry_id) references journal_entry (tenant_id, id),
  check ((void_entry_id is null) = (voided_on is null))
);
create index credit_memo_customer on credit_memo (tenant_id, customer_id, document_date, id);
create index credit_memo_document_date on credit_memo (tenant_id, document_date, id);
create index credit_memo_invoice on credit_memo (tenant_id, invoice_id) where invoice_id is not null;
call protect_tenant_table('credit_memo', 'select, insert');
grant update (void_entry_id, voided_on, version) on credit_memo to receivables_app;

-- What of an invoice's line is credited.
create table credit_memo_line (
  tenant_id uuid not null,
  id uuid not null,
  credit_memo_id uuid not null,
  line_no integer not null check (line_no > 0),
  invoice_line_id uuid not null,
  quantity numeric check (quantity > 0),
  net numeric not null check (net >= 0),
  tax numeric not null check (tax >= 0),
  gross numeric not null check (gross = net + tax and gross > 0),
  primary key (tenant_id, id),
  unique (tenant_id, credit_memo_id, line_no),
  foreign key (tenant_id, credit_memo_id) references credit_memo (tenant_id, id),
  foreign key (tenant_id, invoice_line_id) references invoice_line (tenant_id, id)
);
create index credit_memo_line_of on credit_memo_line (tenant_id, invoice_line_id);
call protect_tenant_table('credit_memo_line', 'select, insert');
call make_append_only('credit_memo_line');

-- RV002: no line is credited beyond what it is. The line's row is locked, so that two memos wait for each other.
create function check_creditable() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  line invoice_line;
  credited record;
begin
  select * into line from invoice_line l where l.tenant_id = new.tenant_id and l.id = new.invoice_line_id for update;
  select coalesce(sum(c.net), 0) as net, coalesce(sum(c.tax), 0) as tax into credited
    from credit_memo_line c join credit_memo m on m.tenant_id = c.tenant_id and m.id = c.credit_memo_id
   where c.tenant_id = new.tenant_id and c.invoice_line_id = new.invoice_line_id and m.void_entry_id is null;
  if credited.net > line.net or credited.tax > line.tax then
    raise exception using errcode = 'RV002', detail = line.id::text,
      message = format('line %s would be credited %s + %s of %s + %s', line.line_no, credited.net, credited.tax, line.net, line.tax);
  end if;
  return null;
end $$;
create trigger creditable after insert on credit_memo_line for each row execute function check_creditable();

create function guard_credit_memo() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.void_entry_id is not null then
    raise exception using errcode = 'RV001', message = format('credit memo %s is posted: void it instead', old.number);
  end if;
  return new;
end $$;
create trigger guarded before update or delete on credit_memo for each row execute function guard_credit_memo();

alter table open_item add column credit_memo_id uuid,
  add foreign key (tenant_id, credit_memo_id) references credit_memo (tenant_id, id) deferrable initially deferred;
create index open_item_credit_memo on open_item (tenant_id, credit_memo_id) where credit_memo_id is not null;

create table write_off (
  tenant_id uuid not null references tenant,
  id uuid not null,
  number text not null,
  customer_id uuid not null,
  item_id uuid not null,
  currency char(3) not null,
  amount numeric not null check (amount > 0 and amount = round(amount, currency_scale(currency))),
  -- Of it, what came in after all.
  recovered numeric not null default 0 check (recovered between 0 and amount),
  method text not null check (method in ('DIRECT', 'ALLOWANCE')),
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
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  foreign key (tenant_id, item_id) references open_item (tenant_id, id),
  foreign key (tenant_id, entry_id) references journal_entry (tenant_id, id),
  foreign key (tenant_id, reversal_entry_id) references journal_entry (tenant_id, id),
  check ((reversal_entry_id is null) = (reversed_on is null)),
  check (reversal_entry_id is null or recovered = 0)
);
create index write_off_customer on write_off (tenant_id, customer_id, effective_date, id);
create index write_off_date on write_off (tenant_id, effective_date, id);
create index write_off_item on write_off (tenant_id, item_id);
call protect_tenant_table('write_off', 'select, insert');
grant update (recovered, reversal_entry_id, reversed_on, reversal_reason, version) on write_off to receivables_app;

create function guard_write_off() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.reversal_entry_id is not null or new.recovered < old.recovered then
    raise exception using errcode = 'RV001', message = format('write-off %s is posted: reverse it instead', old.number);
  end if;
  return new;
end $$;
create trigger guarded before update or delete on write_off for each row execute function guard_write_off();

call show_own_customers('credit_memo', 'customer_id = any ((select bound_customers())::uuid[])');
call show_own_customers('credit_memo_line', 'exists (select from credit_memo m where m.tenant_id = credit_memo_line.tenant_id and m.id = credit_memo_line.credit_memo_id)');
call show_own_customers('write_off', 'customer_id = any ((select bound_customers())::uuid[])');
call show_own_customers('approval_request', 'false');
call show_own_customers('approval_limit', 'false');
grant select on reason_code to receivables_customer_reader;

-- The ceiling of all amounts: 15 digits before the point.
alter table approval_limit add constraint approval_limit_amount_limit check (abs(amount) < 1e15);
alter table approval_request add constraint approval_request_amount_limit check (abs(amount) < 1e15);
alter table credit_memo add constraint credit_memo_amount_limit
  check (abs(net_total) < 1e15 and abs(tax_total) < 1e15 and abs(total) < 1e15);
alter table credit_memo_line add constraint credit_memo_line_amount_limit
  check (abs(quantity) < 1e15 and abs(net) < 1e15 and abs(tax) < 1e15 and abs(gross) < 1e15);
alter table write_off add constraint write_off_amount_limit check (abs(amount) < 1e15 and abs(recovered) < 1e15);

-- The person who answers for what a key does: whoever made it, also through another key.
alter table api_key add column person text;
update api_key set person = created_by;
alter table api_key alter column person set not null;

-- The usual reasons and limits, for tenants that are there already and for each new one.
create procedure give_adjustment_defaults(of_tenant uuid)
  language sql as $$
  insert into reason_code (tenant_id, kind, code, name) values
    (of_tenant, 'CREDIT_MEMO', 'RETURN', 'Goods returned'),
    (of_tenant, 'CREDIT_MEMO', 'PRICE', 'Price was wrong'),
    (of_tenant, 'CREDIT_MEMO', 'QUALITY', 'Quality complaint'),
    (of_tenant, 'CREDIT_MEMO', 'GOODWILL', 'Goodwill'),
    (of_tenant, 'WRITE_OFF', 'UNCOLLECTIBLE', 'Uncollectible'),
    (of_tenant, 'WRITE_OFF', 'BANKRUPTCY', 'Bankruptcy'),
    (of_tenant, 'WRITE_OFF', 'SMALL_BALANCE', 'Not worth collecting')
  on conflict do nothing;
  insert into approval_limit (tenant_id, kind, role, currency, amount)
  select of_tenant, kind, role, currency, amount
    from tenant t
    cross join (values ('CREDIT_MEMO'), ('WRITE_OFF')) k(kind)
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
    call give_adjustment_defaults(each_tenant);
  end loop;
end $$;
