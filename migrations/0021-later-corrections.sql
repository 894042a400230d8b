-- What was recovered of a write-off is taken back with the payment that recovered it, and reason codes are maintained.

create or replace function guard_write_off() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.reversal_entry_id is not null then
    raise exception using errcode = 'RV001', message = format('write-off %s is posted: reverse it instead', old.number);
  end if;
  return new;
end $$;

alter table reason_code add column version integer not null default 1;
grant update (name, is_active, version) on reason_code to receivables_app;
