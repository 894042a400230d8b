-- Every index begins with the tenant, and before a table is analysed the planner takes that for selective: it may then
-- look a row up by the tenant alone. A bulk load into empty tables would slow down with each row until autovacuum comes
-- by, so it calls this whenever it has about doubled them.
create function refresh_statistics() returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze account, period, payment_terms, customer, invoice, invoice_line, receipt,
          open_item, journal_entry, journal_line, movement, application;
end $$;
grant execute on function refresh_statistics() to receivables_app;
