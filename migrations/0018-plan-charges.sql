-- Interest or a fee that a payment plan asks for: a debit memo, posted when the plan becomes active and paid by its
-- instalments like its other items.

alter table payment_plan
  add column charge_kind text check (charge_kind in ('INTEREST', 'FEE')),
  add column charge_amount numeric check (charge_amount > 0 and charge_amount = round(charge_amount, currency_scale(currency))),
  -- Of interest that was worked out: per cent a year.
  add column charge_rate_percent numeric check (
    charge_rate_percent is null or (charge_rate_percent > 0 and charge_rate_percent <= 100 and charge_kind = 'INTEREST')),
  -- The debit memo, once it is posted.
  add column charge_id uuid,
  add foreign key (tenant_id, charge_id) references charge (tenant_id, id),
  add constraint payment_plan_charge_whole check ((charge_kind is null) = (charge_amount is null)),
  add constraint payment_plan_charge_posted check (
    case when charge_kind is null then charge_id is null
         else (charge_id is not null) >= (status in ('ACTIVE', 'COMPLETED', 'DEFAULTED')) end),
  add constraint payment_plan_amount_limit check (abs(charge_amount) < 1e15);
grant update (charge_id) on payment_plan to receivables_app;

-- When it became known that a plan is active, and that it is not any more: an aging by plan as known at an instant is the
-- same for ever. Null for what happened before this was kept, which counts as always known.
alter table payment_plan add column activated_at timestamptz, add column ended_at timestamptz;
alter table payment_plan_schedule alter column created_at set default posting_instant();

create or replace function guard_payment_plan() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE'
     or old.status in ('COMPLETED', 'DEFAULTED', 'CANCELLED')
     or (old.status = 'PROPOSED' and new.status not in ('PROPOSED', 'ACTIVE', 'CANCELLED'))
     or (old.status = 'ACTIVE' and new.status = 'PROPOSED')
     or (old.activated_on is not null and new.activated_on is distinct from old.activated_on)
     or (old.charge_id is not null and new.charge_id is distinct from old.charge_id) then
    raise exception using errcode = 'RV001', message = format('payment plan %s is %s and stays so', old.number, lower(old.status));
  end if;
  new.activated_at := case when old.activated_on is null and new.activated_on is not null then posting_instant() else old.activated_at end;
  new.ended_at := case when new.ended_on is not null then posting_instant() end;
  return new;
end $$;

-- The reasons under which such charges are listed.
create procedure give_plan_charge_defaults(of_tenant uuid)
  language sql as $$
  insert into reason_code (tenant_id, kind, code, name) values
    (of_tenant, 'DEBIT_MEMO', 'PLAN_INTEREST', 'Interest of a payment plan'),
    (of_tenant, 'DEBIT_MEMO', 'PLAN_FEE', 'Fee for a payment plan')
  on conflict do nothing;
$$;
do $$
declare
  each_tenant uuid;
begin
  for each_tenant in select tenant_id from tenant loop
    perform set_config('app.tenant_id', each_tenant::text, true);
    call give_plan_charge_defaults(each_tenant);
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;
