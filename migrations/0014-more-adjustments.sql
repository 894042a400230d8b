-- Early-payment discounts, small balances, refunds, debit memos, late fees and chargebacks.

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
  execute format('alter table %s add constraint %I check (%I = any (%L::text[]))', name, constraint_name, column_name,
    (select array_agg(distinct w) from unnest(allowed || words) w));
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
