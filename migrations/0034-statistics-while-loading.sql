-- A large bank file is one transaction, so that autovacuum learns of what it adds to new books only afterwards. Until then
-- the planner takes the tenant, with which every index begins, for selective, and looks each payment's rows up among all rows
-- of the tenant. So the tables that cash is written to are analysed within that transaction, once it has written its first
-- rows, but only those that hold next to nothing as far as is known: there it takes milliseconds. What another session is
-- analysing is left out, so that no two large files wait for each other.
create function learn_new_tables() returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  small text;
begin
  for small in
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and c.reltuples < 1000
       and c.relname in ('application', 'bank_entry', 'journal_entry', 'journal_line', 'match_application', 'match_part',
                         'movement', 'open_item', 'outbox_event', 'receipt', 'receipt_match', 'remittance', 'remittance_line')
     order by c.relname
  loop
    execute format('analyze (skip_locked) %I', small);
  end loop;
end $$;
grant execute on function learn_new_tables() to receivables_app;
