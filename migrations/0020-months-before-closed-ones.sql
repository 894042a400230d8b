-- A month that nothing was ever posted into is as closed as the strictest month after it: a posting there would change
-- what later months opened with. Who makes a month and who closes one wait for each other, so that neither misses the
-- other.
-- The status that a month without postings has: the strictest of the months after it.
create function status_of_new_month(of_tenant uuid, month date) returns text
  language sql volatile
  return coalesce(
    (select status from period where tenant_id = of_tenant and starts_on > month and status <> 'OPEN'
      order by status limit 1),
    'OPEN');

create or replace function check_period() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  month date := date_trunc('month', new.effective_date)::date;
  may_post_soft_closed boolean := coalesce(current_setting('app.may_post_soft_closed', true), '') = 'on';
  found_status text;
begin
  perform pg_advisory_xact_lock_shared(7202, hashtext(new.tenant_id::text || month::text));
  select status into found_status from period where tenant_id = new.tenant_id and starts_on = month;
  if not found then
    perform pg_advisory_xact_lock_shared(7220, hashtext(new.tenant_id::text));
    found_status := status_of_new_month(new.tenant_id, month);
    if found_status = 'OPEN' or (found_status = 'SOFT_CLOSED' and may_post_soft_closed) then
      insert into period (tenant_id, starts_on) values (new.tenant_id, month) on conflict do nothing;
      select status into found_status from period where tenant_id = new.tenant_id and starts_on = month;
    end if;
  end if;
  if found_status = 'CLOSED' then
    raise exception using errcode = 'RV004', message = format('the period of %s is closed', new.effective_date),
      detail = first_open_date(new.tenant_id, month, may_post_soft_closed)::text;
  elsif found_status = 'SOFT_CLOSED' and not may_post_soft_closed then
    raise exception using errcode = 'RV005', message = format('the period of %s is soft-closed', new.effective_date),
      detail = first_open_date(new.tenant_id, month, may_post_soft_closed)::text;
  end if;
  return new;
end $$;
