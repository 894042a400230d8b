-- What a customer does not accept of an invoice. A dispute posts nothing and moves nothing: it says of how much of the
-- invoice's open items, from when to when, and what came of it.

call allow_words('reason_code', 'reason_code_kind_check', 'kind', array['DISPUTE']);

create table dispute (
  tenant_id uuid not null references tenant,
  id uuid not null,
  number text not null,
  customer_id uuid not null,
  invoice_id uuid not null,
  currency char(3) not null,
  -- On all that was open, on lines, or on an amount.
  scope text not null check (scope in ('INVOICE', 'LINES', 'AMOUNT')),
  amount numeric not null check (amount > 0 and amount = round(amount, currency_scale(currency))),
  reason_code text not null,
  owner_department text not null check (owner_department <> ''),
  note text,
  status text not null default 'OPEN' check (status in ('OPEN', 'UNDER_REVIEW', 'RESOLVED', 'WITHDRAWN')),
  opened_on date not null,
  -- When it became known that it is disputed, and that it is not any more: what was known at an instant stays the same.
  opened_at timestamptz not null default posting_instant(),
  closed_on date,
  closed_at timestamptz,
  resolution text check (resolution in ('CREDIT_MEMO', 'WRITE_OFF', 'BILL_BACK', 'REJECTED')),
  -- Of the amount, what was settled for the customer or billed back; the rest was rejected.
  accepted_amount numeric check (accepted_amount = round(accepted_amount, currency_scale(currency))),
  root_cause text,
  corrective_action text,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  foreign key (tenant_id, invoice_id) references invoice (tenant_id, id),
  check (closed_on >= opened_on),
  check ((status in ('RESOLVED', 'WITHDRAWN')) = (closed_on is not null)),
  check ((status = 'RESOLVED') = (resolution is not null)),
  check ((resolution is not null) <= (root_cause is not null and corrective_action is not null and accepted_amount is not null)),
  check (case when resolution is null then accepted_amount is null
              when resolution = 'REJECTED' then accepted_amount = 0
              else accepted_amount > 0 and accepted_amount <= amount end)
);
create index dispute_customer on dispute (tenant_id, customer_id, opened_on, id);
create index dispute_opened on dispute (tenant_id, opened_on, id);
create index dispute_invoice on dispute (tenant_id, invoice_id, id);
call protect_tenant_table('dispute', 'select, insert');
grant update (status, owner_department, closed_on, resolution, accepted_amount, root_cause, corrective_action, version)
  on dispute to receivables_app;
call show_own_customers('dispute', 'customer_id = any ((select bound_customers())::uuid[])');

create function guard_dispute() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE'
     or old.status in ('RESOLVED', 'WITHDRAWN')
     or (old.status = 'UNDER_REVIEW' and new.status = 'OPEN') then
    raise exception using errcode = 'RV001', message = format('dispute %s is %s and stays so', old.number, lower(old.status));
  end if;
  new.closed_at := case when new.closed_on is not null then posting_instant() end;
  return new;
end $$;
create trigger guarded before update or delete on dispute for each row execute function guard_dispute();
create trigger never_truncated before truncate on dispute execute function refuse_change();

-- How much of which open items. What is open of an item may become less later: so much of it is disputed then.
create table dispute_item (
  tenant_id uuid not null,
  dispute_id uuid not null,
  item_id uuid not null,
  amount numeric not null check (amount > 0),
  primary key (tenant_id, dispute_id, item_id),
  foreign key (tenant_id, dispute_id) references dispute (tenant_id, id),
  foreign key (tenant_id, item_id) references open_item (tenant_id, id)
);
create index dispute_item_of on dispute_item (tenant_id, item_id);
call protect_tenant_table('dispute_item', 'select, insert');
call make_append_only('dispute_item');
call show_own_customers('dispute_item', 'exists (select from dispute d where d.tenant_id = dispute_item.tenant_id and d.id = dispute_item.dispute_id)');

-- RV010: no more of an item is disputed than it has open, all disputes together. Who disputes holds the item's lock.
create function check_disputed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  item open_item;
  its dispute;
  disputed numeric;
begin
  select * into item from open_item i where i.tenant_id = new.tenant_id and i.id = new.item_id;
  select * into its from dispute d where d.tenant_id = new.tenant_id and d.id = new.dispute_id;
  select sum(o.amount) into disputed
    from dispute_item o join dispute d on d.tenant_id = o.tenant_id and d.id = o.dispute_id
   where o.tenant_id = new.tenant_id and o.item_id = new.item_id and d.closed_on is null;
  if disputed > item.open_amount
     or (item.invoice_id, item.customer_id, item.currency) is distinct from (its.invoice_id, its.customer_id, its.currency) then
    raise exception using errcode = 'RV010', detail = item.id::text,
      message = format('%s of %s would be disputed on %s', disputed, item.open_amount, item.document_number);
  end if;
  return null;
end $$;
create trigger disputed_within_open after insert on dispute_item for each row execute function check_disputed();

-- Of which lines of the invoice, when it is on lines.
create table dispute_line (
  tenant_id uuid not null,
  dispute_id uuid not null,
  invoice_line_id uuid not null,
  amount numeric not null check (amount > 0),
  primary key (tenant_id, dispute_id, invoice_line_id),
  foreign key (tenant_id, dispute_id) references dispute (tenant_id, id),
  foreign key (tenant_id, invoice_line_id) references invoice_line (tenant_id, id)
);
create index dispute_line_of on dispute_line (tenant_id, invoice_line_id);
call protect_tenant_table('dispute_line', 'select, insert');
call make_append_only('dispute_line');
call show_own_customers('dispute_line', 'exists (select from dispute d where d.tenant_id = dispute_line.tenant_id and d.id = dispute_line.dispute_id)');

-- RV010: a dispute is what it claims of its items, and of its lines. Seen when the transaction ends.
create function check_dispute_is_whole() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  its dispute;
  of_items numeric;
  of_lines numeric;
begin
  select * into its from dispute d where d.tenant_id = new.tenant_id
     and d.id = coalesce((to_jsonb(new) ->> 'dispute_id')::uuid, (to_jsonb(new) ->> 'id')::uuid);
  select sum(o.amount) into of_items from dispute_item o where o.tenant_id = its.tenant_id and o.dispute_id = its.id;
  select sum(l.amount) into of_lines from dispute_line l where l.tenant_id = its.tenant_id and l.dispute_id = its.id;
  if of_items is distinct from its.amount
     or of_lines is distinct from (case when its.scope = 'LINES' then its.amount end) then
    raise exception using errcode = 'RV010', message = format('dispute %s is about %s, its items %s, its lines %s',
      its.number, its.amount, of_items, of_lines);
  end if;
  return null;
end $$;
create constraint trigger dispute_is_whole after insert on dispute
  deferrable initially deferred for each row execute function check_dispute_is_whole();
create constraint trigger dispute_is_whole after insert on dispute_item
  deferrable initially deferred for each row execute function check_dispute_is_whole();
create constraint trigger dispute_is_whole after insert on dispute_line
  deferrable initially deferred for each row execute function check_dispute_is_whole();

-- What became of it: who, when, and in whose hands it was then.
create table dispute_step (
  tenant_id uuid not null,
  dispute_id uuid not null,
  step_no integer not null check (step_no > 0),
  status text not null check (status in ('OPEN', 'UNDER_REVIEW', 'RESOLVED', 'WITHDRAWN')),
  owner_department text not null,
  note text,
  made_by text not null,
  made_on date not null,
  recorded_at timestamptz not null default posting_instant(),
  primary key (tenant_id, dispute_id, step_no),
  foreign key (tenant_id, dispute_id) references dispute (tenant_id, id)
);
call protect_tenant_table('dispute_step', 'select, insert');
call make_append_only('dispute_step');
call show_own_customers('dispute_step', 'exists (select from dispute d where d.tenant_id = dispute_step.tenant_id and d.id = dispute_step.dispute_id)');

-- What settled it: documents that were posted by themselves, and how much of each was for this dispute.
create table dispute_settlement (
  tenant_id uuid not null,
  dispute_id uuid not null,
  settlement_no integer not null check (settlement_no > 0),
  credit_memo_id uuid,
  write_off_id uuid,
  charge_id uuid,
  amount numeric not null check (amount > 0),
  primary key (tenant_id, dispute_id, settlement_no),
  foreign key (tenant_id, dispute_id) references dispute (tenant_id, id),
  foreign key (tenant_id, credit_memo_id) references credit_memo (tenant_id, id),
  foreign key (tenant_id, write_off_id) references write_off (tenant_id, id),
  foreign key (tenant_id, charge_id) references charge (tenant_id, id),
  check (num_nonnulls(credit_memo_id, write_off_id, charge_id) = 1)
);
create index dispute_settlement_memo on dispute_settlement (tenant_id, credit_memo_id) where credit_memo_id is not null;
create index dispute_settlement_write_off on dispute_settlement (tenant_id, write_off_id) where write_off_id is not null;
create index dispute_settlement_charge on dispute_settlement (tenant_id, charge_id) where charge_id is not null;
call protect_tenant_table('dispute_settlement', 'select, insert');
call make_append_only('dispute_settlement');
call show_own_customers('dispute_settlement', 'exists (select from dispute d where d.tenant_id = dispute_settlement.tenant_id and d.id = dispute_settlement.dispute_id)');

-- The ceiling of all amounts: 15 digits before the point.
alter table dispute add constraint dispute_amount_limit check (abs(amount) < 1e15 and abs(accepted_amount) < 1e15);
alter table dispute_item add constraint dispute_item_amount_limit check (abs(amount) < 1e15);
alter table dispute_line add constraint dispute_line_amount_limit check (abs(amount) < 1e15);
alter table dispute_settlement add constraint dispute_settlement_amount_limit check (abs(amount) < 1e15);

-- The usual reasons.
create procedure give_dispute_defaults(of_tenant uuid)
  language sql as $$
  insert into reason_code (tenant_id, kind, code, name) values
    (of_tenant, 'DISPUTE', 'PRICE', 'Another price was agreed'),
    (of_tenant, 'DISPUTE', 'QUANTITY', 'Less arrived than was billed'),
    (of_tenant, 'DISPUTE', 'QUALITY', 'Goods or work are not as agreed'),
    (of_tenant, 'DISPUTE', 'DAMAGE', 'Goods arrived damaged'),
    (of_tenant, 'DISPUTE', 'NOT_RECEIVED', 'Nothing arrived'),
    (of_tenant, 'DISPUTE', 'NOT_ORDERED', 'Nothing was ordered'),
    (of_tenant, 'DISPUTE', 'DUPLICATE', 'Billed twice'),
    (of_tenant, 'DISPUTE', 'TAX', 'The tax is wrong'),
    (of_tenant, 'DISPUTE', 'TERMS', 'Other terms were agreed'),
    (of_tenant, 'DISPUTE', 'PAPERS', 'Order number or papers are missing')
  on conflict do nothing;
$$;
do $$
declare
  each_tenant uuid;
begin
  for each_tenant in select tenant_id from tenant loop
    perform set_config('app.tenant_id', each_tenant::text, true);
    call give_dispute_defaults(each_tenant);
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;
