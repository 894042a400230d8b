-- Credentials that are bound to some customers read as a role of their own, whose policies show only those customers'
-- rows. Ordinary sessions are not touched by these policies, so they cost them nothing.

do $$
begin
  if not exists (select from pg_roles where rolname = 'receivables_customer_reader') then
    create role receivables_customer_reader nologin nobypassrls;
  end if;
  execute format('grant receivables_customer_reader to %I', current_user);
exception when duplicate_object or unique_violation then
  null; -- another database of this server is being migrated at the same moment
end $$;

grant usage on schema public to receivables_customer_reader;

-- The only customers that the transaction may see; empty when none was named.
create function bound_customers() returns uuid[]
  language sql stable parallel safe
  return coalesce(nullif(current_setting('app.customer_ids', true), '')::uuid[], '{}');

create procedure show_own_customers(name regclass, condition text)
  language plpgsql as $$
begin
  execute format('grant select on %s to receivables_customer_reader', name);
  execute format('create policy own_customers on %s as restrictive for select to receivables_customer_reader using (%s)', name, condition);
end $$;

grant select on tenant, payment_terms, payment_terms_instalment, exchange_rate, account, period to receivables_customer_reader;

call show_own_customers('customer', 'id = any ((select bound_customers())::uuid[])');
call show_own_customers('customer_contact', 'customer_id = any ((select bound_customers())::uuid[])');
call show_own_customers('customer_bank_account', 'customer_id = any ((select bound_customers())::uuid[])');
call show_own_customers('invoice', 'customer_id = any ((select bound_customers())::uuid[])');
call show_own_customers('invoice_line', 'exists (select from invoice i where i.tenant_id = invoice_line.tenant_id and i.id = invoice_line.invoice_id)');
call show_own_customers('invoice_line_tax', 'exists (select from invoice_line l where l.tenant_id = invoice_line_tax.tenant_id and l.id = invoice_line_tax.line_id)');
call show_own_customers('receipt', 'customer_id = any ((select bound_customers())::uuid[])');
call show_own_customers('remittance', 'customer_id = any ((select bound_customers())::uuid[])');
call show_own_customers('open_item', 'customer_id = any ((select bound_customers())::uuid[])');
call show_own_customers('movement', 'customer_id = any ((select bound_customers())::uuid[])');
call show_own_customers('application', 'customer_id = any ((select bound_customers())::uuid[])');
call show_own_customers('application_reversal', 'exists (select from application a where a.tenant_id = application_reversal.tenant_id and a.id = application_reversal.application_id)');
call show_own_customers('journal_line', 'customer_id = any ((select bound_customers())::uuid[])');
-- What is not any one customer's is not shown at all.
call show_own_customers('journal_entry', 'false');
call show_own_customers('bank_batch', 'false');
call show_own_customers('bank_entry', 'false');
call show_own_customers('import_run', 'false');
call show_own_customers('import_rejection', 'false');
call show_own_customers('api_key', 'false');
call show_own_customers('audit_record', 'false');
