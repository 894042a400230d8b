-- Agreements to pay later: a plan over a customer's open items. It moves no money and changes no due date; what is paid of
-- it is what its items no longer have open.

create table payment_plan (
  tenant_id uuid not null references tenant,
  id uuid not null,
  number text not null,
  customer_id uuid not null,
  currency char(3) not null,
  status text not null default 'PROPOSED'
    check (status in ('PROPOSED', 'ACTIVE', 'COMPLETED', 'DEFAULTED', 'CANCELLED')),
  -- After so many days past its due date an unpaid instalment is missed; after so many misses the plan defaults.
  grace_days integer not null check (grace_days between 0 and 90),
  misses_to_default integer not null check (misses_to_default between 1 and 100),
  -- Who agreed for the customer, and to what.
  contact_name text not null check (contact_name <> ''),
  contact_email text,
  signatory text,
  signed_on date,
  agreement text,
  proposed_on date not null,
  activated_on date,
  ended_on date,
  end_reason text,
  version integer not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  unique (tenant_id, number),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  check ((status in ('ACTIVE', 'COMPLETED', 'DEFAULTED')) <= (activated_on is not null)),
  check ((status in ('COMPLETED', 'DEFAULTED', 'CANCELLED')) = (ended_on is not null))
);
create index payment_plan_customer on payment_plan (tenant_id, customer_id, proposed_on, id);
create index payment_plan_proposed on payment_plan (tenant_id, proposed_on, id);
create index payment_plan_active on payment_plan (tenant_id, id) where status = 'ACTIVE';
call protect_tenant_table('payment_plan', 'select, insert');
grant update (status, activated_on, ended_on, end_reason, version) on payment_plan to receivables_app;

create function guard_payment_plan() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE'
     or old.status in ('COMPLETED', 'DEFAULTED', 'CANCELLED')
     or (old.status = 'PROPOSED' and new.status not in ('PROPOSED', 'ACTIVE', 'CANCELLED'))
     or (old.status = 'ACTIVE' and new.status = 'PROPOSED')
     or (old.activated_on is not null and new.activated_on is distinct from old.activated_on) then
    raise exception using errcode = 'RV001', message = format('payment plan %s is %s and stays so', old.number, lower(old.status));
  end if;
  return new;
end $$;
create trigger guarded before update or delete on payment_plan for each row execute function guard_payment_plan();
create trigger never_truncated before truncate on payment_plan execute function refuse_change();

-- The items that a plan is over. An item is in one active plan at a time.
create table payment_plan_item (
  tenant_id uuid not null,
  plan_id uuid not null,
  item_id uuid not null,
  is_active boolean not null default false,
  primary key (tenant_id, plan_id, item_id),
  foreign key (tenant_id, plan_id) references payment_plan (tenant_id, id),
  foreign key (tenant_id, item_id) references open_item (tenant_id, id)
);
create unique index payment_plan_item_in_one_active_plan on payment_plan_item (tenant_id, item_id) where is_active;
create index payment_plan_item_of on payment_plan_item (tenant_id, item_id);
call protect_tenant_table('payment_plan_item', 'select, insert');
grant update (is_active) on payment_plan_item to receivables_app;
create trigger never_deleted before delete on payment_plan_item for each row execute function refuse_change();
create trigger never_truncated before truncate on payment_plan_item execute function refuse_change();

-- The versions of a plan's schedule: the newest is in force, the others are its history.
create table payment_plan_schedule (
  tenant_id uuid not null,
  plan_id uuid not null,
  schedule_no integer not null check (schedule_no > 0),
  starts_on date not null,
  currency char(3) not null,
  -- What its instalments sum to: what the plan's items had open when it was made.
  amount numeric not null check (amount > 0 and amount = round(amount, currency_scale(currency))),
  reason text,
  made_by text not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, plan_id, schedule_no),
  foreign key (tenant_id, plan_id) references payment_plan (tenant_id, id)
);
call protect_tenant_table('payment_plan_schedule', 'select, insert');
call make_append_only('payment_plan_schedule');

create table payment_plan_instalment (
  tenant_id uuid not null,
  plan_id uuid not null,
  schedule_no integer not null,
  -- The down payment is 0.
  instalment_no integer not null check (instalment_no >= 0),
  due_date date not null,
  amount numeric not null check (amount > 0),
  primary key (tenant_id, plan_id, schedule_no, instalment_no),
  foreign key (tenant_id, plan_id, schedule_no) references payment_plan_schedule (tenant_id, plan_id, schedule_no)
);
call protect_tenant_table('payment_plan_instalment', 'select, insert');
call make_append_only('payment_plan_instalment');

-- RV008: the instalments are the schedule's amount. Seen when the transaction ends, so that later ones do not fit either.
create function check_plan_schedule() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  planned numeric;
  whole numeric;
begin
  select coalesce(sum(i.amount), 0) into planned from payment_plan_instalment i
   where i.tenant_id = new.tenant_id and i.plan_id = new.plan_id and i.schedule_no = new.schedule_no;
  select s.amount into whole from payment_plan_schedule s
   where s.tenant_id = new.tenant_id and s.plan_id = new.plan_id and s.schedule_no = new.schedule_no;
  if planned is distinct from whole then
    raise exception using errcode = 'RV008', message = format('the instalments of a payment plan sum to %s of %s', planned, whole);
  end if;
  return null;
end $$;
create constraint trigger schedule_is_whole after insert on payment_plan_schedule
  deferrable initially deferred for each row execute function check_plan_schedule();
create constraint trigger schedule_is_whole after insert on payment_plan_instalment
  deferrable initially deferred for each row execute function check_plan_schedule();

-- Instalments that were not paid after the grace days, as the daily review found them. They count over all schedules.
create table payment_plan_miss (
  tenant_id uuid not null,
  plan_id uuid not null,
  schedule_no integer not null,
  instalment_no integer not null,
  missed_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, plan_id, schedule_no, instalment_no),
  foreign key (tenant_id, plan_id, schedule_no, instalment_no)
    references payment_plan_instalment (tenant_id, plan_id, schedule_no, instalment_no)
);
call protect_tenant_table('payment_plan_miss', 'select, insert');
call make_append_only('payment_plan_miss');

call show_own_customers('payment_plan', 'customer_id = any ((select bound_customers())::uuid[])');
call show_own_customers('payment_plan_item', 'exists (select from payment_plan p where p.tenant_id = payment_plan_item.tenant_id and p.id = payment_plan_item.plan_id)');
call show_own_customers('payment_plan_schedule', 'exists (select from payment_plan p where p.tenant_id = payment_plan_schedule.tenant_id and p.id = payment_plan_schedule.plan_id)');
call show_own_customers('payment_plan_instalment', 'exists (select from payment_plan p where p.tenant_id = payment_plan_instalment.tenant_id and p.id = payment_plan_instalment.plan_id)');
call show_own_customers('payment_plan_miss', 'exists (select from payment_plan p where p.tenant_id = payment_plan_miss.tenant_id and p.id = payment_plan_miss.plan_id)');

-- The ceiling of all amounts: 15 digits before the point.
alter table payment_plan_schedule add constraint payment_plan_schedule_amount_limit check (abs(amount) < 1e15);
alter table payment_plan_instalment add constraint payment_plan_instalment_amount_limit check (abs(amount) < 1e15);
