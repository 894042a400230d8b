-- Under row-level security the planner knows nothing of how `open_amount <> 0` is distributed: comparing numerics is not
-- leakproof, so it may not look at their statistics, and takes nearly every item for open. It then walks a customer's
-- whole history instead of the few items that are open. Of a boolean column it may know.
alter table open_item add column is_open boolean not null generated always as (open_amount <> 0) stored;

drop index open_item_open, open_item_open_due, open_item_open_invoice;
create index open_item_open on open_item (tenant_id, customer_id, due_date, id) where is_open;
create index open_item_open_due on open_item (tenant_id, due_date, id) where is_open;
create index open_item_open_invoice on open_item (tenant_id, invoice_id) include (open_amount) where is_open;

-- As before; a generated column is not known yet when this is asked.
create or replace function guard_open_item() returns trigger
  language plpgsql as $$
declare
  untouched open_item := new;
begin
  if tg_op = 'INSERT' then
    if new.open_amount <> 0 or new.functional_open <> 0 or new.last_moved_on is not null then
      raise exception using errcode = 'RV001', message = 'an open item starts at zero; its first movement opens it';
    end if;
    return new;
  end if;
  untouched.open_amount := old.open_amount;
  untouched.functional_open := old.functional_open;
  untouched.last_moved_on := old.last_moved_on;
  untouched.is_open := old.is_open;
  if pg_trigger_depth() < 2 or untouched is distinct from old then
    raise exception using errcode = 'RV001', message = 'an open item changes only through its movements';
  end if;
  return new;
end $$;

analyze open_item;
