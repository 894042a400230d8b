-- A completed payment plan becomes active again when what it is over opens again: a payment bounced, or was unapplied.

-- From when to when it was completed, and when each became known: an aging by plan as known at an instant stays the same.
create table payment_plan_reopening (
  tenant_id uuid not null,
  plan_id uuid not null,
  -- From 1.
  reopening_no integer not null check (reopening_no > 0),
  completed_on date not null,
  -- Null for what was completed before this was kept, which counts as always known.
  completed_at timestamptz,
  reopened_on date not null,
  reopened_at timestamptz not null default posting_instant(),
  primary key (tenant_id, plan_id, reopening_no),
  foreign key (tenant_id, plan_id) references payment_plan (tenant_id, id),
  check (reopened_on >= completed_on)
);
call protect_tenant_table('payment_plan_reopening', 'select, insert');
call make_append_only('payment_plan_reopening');
call show_own_customers('payment_plan_reopening', 'exists (select from payment_plan p where p.tenant_id = payment_plan_reopening.tenant_id and p.id = payment_plan_reopening.plan_id)');

create or replace function guard_payment_plan() returns trigger
  language plpgsql as $$
declare
  reopens boolean := tg_op = 'UPDATE' and old.status = 'COMPLETED' and new.status = 'ACTIVE'
    and exists (
      select from payment_plan_reopening r
      where r.tenant_id = new.tenant_id and r.plan_id = new.id and r.completed_on = old.ended_on
        and r.completed_at is not distinct from old.ended_at)
    and exists (
      select from payment_plan_item pi join open_item i on i.tenant_id = pi.tenant_id and i.id = pi.item_id
      where pi.tenant_id = new.tenant_id and pi.plan_id = new.id and i.open_amount > 0);
begin
  if tg_op = 'DELETE'
     or (old.status in ('COMPLETED', 'DEFAULTED', 'CANCELLED') and not reopens)
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

-- Of two who ask at the same moment that a plan be activated, one is told of the other. The name is part of the message.
create unique index pending_activation_of_a_payment_plan on approval_request (tenant_id, (input ->> 'paymentPlanId'))
  where status = 'PENDING' and command = 'paymentPlanActivate';
