-- A customer that is above itself belongs to nobody: reports by parent lose it. Customers that stand in such a circle by now
-- are found by `receivables verify`.

-- Parents of a tenant are set one transaction after the other, so that two of them cannot close a circle together.
create function lock_customer_parents(of_tenant uuid) returns void
  language sql as $$
  select pg_advisory_xact_lock(hashtextextended('customer parents of ' || of_tenant, 0))
$$;

create function refuse_parent_circle() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform lock_customer_parents(new.tenant_id);
  if exists (
    with recursive above as (
      select c.id, c.parent_id from customer c where c.tenant_id = new.tenant_id and c.id = new.id
      union
      select c.id, c.parent_id from above a join customer c on c.tenant_id = new.tenant_id and c.id = a.parent_id)
    select from above where parent_id = new.id)
  then
    raise exception using errcode = '23514', constraint = 'customer_never_above_itself',
      message = format('customer %s would be its own parent, or its parent''s', new.number);
  end if;
  return null;
end $$;
create constraint trigger never_above_itself after insert or update of parent_id on customer
  for each row when (new.parent_id is not null) execute function refuse_parent_circle();

-- A credit memo that another system numbered has no place in our own sequence, and is known again by its row's hash.
alter table credit_memo
  alter column sequence_no drop not null,
  add column import_hash text,
  add constraint credit_memo_numbered_here_or_imported check ((sequence_no is null) = (import_hash is not null));

create procedure give_import_defaults(of_tenant uuid)
  language sql as $$
  insert into reason_code (tenant_id, kind, code, name) values
    (of_tenant, 'CREDIT_MEMO', 'TAKEN_OVER', 'Taken over from another system')
  on conflict do nothing;
$$;
do $$
declare
  each_tenant uuid;
begin
  for each_tenant in select tenant_id from tenant loop
    perform set_config('app.tenant_id', each_tenant::text, true);
    call give_import_defaults(each_tenant);
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;
