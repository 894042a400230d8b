-- Tenancy, identity and the records that every command writes. Knows nothing of receivables.

do $$
begin
  if not exists (select from pg_roles where rolname = 'receivables_app') then
    create role receivables_app nologin nobypassrls;
  end if;
  execute format('grant receivables_app to %I', current_user);
exception when duplicate_object or unique_violation then
  null; -- another database of this server is being migrated at the same moment
end $$;

grant usage on schema public to receivables_app;

-- The tenant of the session's transaction, or null: then every policy hides every row.
create function current_tenant() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.tenant_id', true), '')::uuid;

-- A UUID of version 7 (RFC 9562): milliseconds first, so that rows of one time lie together.
create function new_id() returns uuid
  language sql volatile parallel safe
  return encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6),
      52, 1), 53, 1),
    'hex')::uuid;

-- Decimals of a currency (ISO 4217 minor unit).
create function currency_scale(code text) returns integer
  language sql immutable parallel safe
  return case
    when code in ('BIF','CLP','DJF','GNF','ISK','JPY','KMF','KRW','PYG','RWF','UGX','UYI','VND','VUV','XAF','XOF','XPF') then 0
    when code in ('BHD','IQD','JOD','KWD','LYD','OMR','TND') then 3
    when code in ('CLF','UYW') then 4
    else 2
  end;

-- Row-level security, forced, by tenant; the application's role gets only the named privileges.
create procedure protect_tenant_table(name regclass, privileges text)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format(
    'create policy tenant_isolation on %s using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))',
    name);
  execute format('grant %s on %s to receivables_app', privileges, name);
end $$;

-- RV001: posted rows are never changed, whoever asks.
create function refuse_change() returns trigger
  language plpgsql as $$
begin
  raise exception using
    errcode = 'RV001',
    message = format('%s is append-only: %s refused', tg_table_name, lower(tg_op)),
    hint = 'Post a reversal instead.';
end $$;

create procedure make_append_only(name regclass)
  language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete on %s for each row execute function refuse_change()', name);
  execute format('create trigger never_truncated before truncate on %s execute function refuse_change()', name);
end $$;

create table tenant (
  tenant_id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text not null,
  functional_currency char(3) not null,
  time_zone text not null,
  created_at timestamptz not null default now()
);
alter table tenant enable row level security;
create policy tenant_isolation on tenant using (tenant_id = (select current_tenant()));
grant select on tenant to receivables_app;

-- A command's result under its key, written in the command's own transaction.
create table idempotency_key (
  tenant_id uuid not null references tenant,
  key text not null check (length(key) between 1 and 200),
  command text not null,
  input_hash text not null,
  result jsonb,
  created_at timestamptz not null default now(),
  primary key (tenant_id, key)
);
call protect_tenant_table('idempotency_key', 'select, insert, update');

-- Who did what: one row a command that changed something.
create table audit_record (
  tenant_id uuid not null references tenant,
  id uuid not null default new_id(),
  recorded_at timestamptz not null default clock_timestamp(),
  actor text not null,
  command text not null,
  input jsonb not null,
  result jsonb,
  primary key (tenant_id, id)
);
call protect_tenant_table('audit_record', 'select, insert');
call make_append_only('audit_record');

-- Events leave through here. `seq` is drawn when every lock of the command is held, so among commands that
-- touch the same item it is the order in which they happened. `position` is the order that clients see: it is
-- given to committed rows only, by one session at a time, so nothing ever appears before a position already read.
create table outbox_event (
  tenant_id uuid not null references tenant,
  seq bigint generated always as identity,
  position bigint,
  type text not null,
  customer_id uuid,
  subject_id uuid not null,
  payload jsonb not null,
  occurred_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, seq)
);
create unique index outbox_event_position on outbox_event (tenant_id, position) where position is not null;
create index outbox_event_waiting on outbox_event (tenant_id, seq) where position is null;
call protect_tenant_table('outbox_event', 'select, insert, update, delete');

create table event_stream (
  tenant_id uuid primary key references tenant,
  last_position bigint not null default 0,
  first_position bigint not null default 1
);
call protect_tenant_table('event_stream', 'select, insert, update');

-- Gives the committed events of a tenant that have none yet their positions, at most `batch`; returns how many.
-- One session at a time per tenant, by the lock on the stream's row. The plan is pinned to the two indexes: the
-- table is large, what waits in it is little, and statistics taken during a burst must not turn that round.
create function sequence_events(of_tenant uuid, batch integer) returns integer
  language plpgsql volatile
  set enable_seqscan = off
  set enable_hashjoin = off
  set enable_mergejoin = off
  as $$
declare
  sequenced integer;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'events are sequenced at READ COMMITTED only: each statement must see what committed before it';
  end if;
  if not exists (select from outbox_event where tenant_id = of_tenant and position is null) then
    return 0;
  end if;
  insert into event_stream (tenant_id) values (of_tenant) on conflict do nothing;
  perform from event_stream where tenant_id = of_tenant for update;
  -- A statement of its own, so that its snapshot is taken when the lock is held: it sees every position given
  -- before, and with any event every event that was committed before that one drew its seq.
  with waiting as materialized (
    select seq, row_number() over (order by seq) as n
    from (select seq from outbox_event
          where tenant_id = of_tenant and position is null
          order by seq limit batch) as oldest
  ), positioned as (
    update outbox_event as e set position = s.last_position + w.n
    from waiting as w, event_stream as s
    where e.tenant_id = of_tenant and e.seq = w.seq and s.tenant_id = of_tenant
    returning 1
  )
  select count(*) into sequenced from positioned;
  update event_stream set last_position = last_position + sequenced where tenant_id = of_tenant and sequenced > 0;
  return sequenced;
end $$;

create table api_key (
  tenant_id uuid not null references tenant,
  id uuid not null,
  name text not null,
  secret_hash text not null,
  scopes text[] not null,
  customer_ids uuid[],
  created_by text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, secret_hash)
);
call protect_tenant_table('api_key', 'select, insert, update');

-- Gapless document numbers: the row is locked until the document that took the number commits.
create table number_sequence (
  tenant_id uuid not null references tenant,
  kind text not null,
  prefix text not null,
  next_value bigint not null default 1 check (next_value > 0),
  primary key (tenant_id, kind)
);
call protect_tenant_table('number_sequence', 'select, insert, update');
