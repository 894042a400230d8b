-- Every posting of the tenant recorded before this instant is committed: the start of the oldest posting
-- transaction in flight, or the clock as it was before the locks were looked at.
--
-- The clock is taken first. Taken after the look, it let this through: the look finds no posting in flight; a
-- writer takes its lock and its recording instant; then the clock is read. That posting is recorded before the
-- horizon and is not in the snapshot, so a report as known at the horizon would gain its rows later.
-- Now whoever is not found took its lock after the look began, hence recorded after the clock was read, or let it
-- go before, hence is committed. Nor is the start of a found transaction later than the clock believed: backends
-- are looked at after their locks, and one may have begun its next transaction by then.
create or replace function knowledge_horizon(tenant uuid) returns timestamptz
  language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
declare
  before_looking constant timestamptz := clock_timestamp();
begin
  return least(before_looking, (
    select min(a.xact_start)
    from pg_locks l join pg_stat_activity a on a.pid = l.pid
    where l.locktype = 'advisory' and l.granted
      and l.database = (select oid from pg_database where datname = current_database())
      and l.classid = 7201::oid
      and l.objid = (hashtext(tenant::text)::bigint & 4294967295)::oid));
end $$;

-- Whose request a key stands for: the principal's subject. Null for keys from before this was kept.
alter table idempotency_key add column subject text;
