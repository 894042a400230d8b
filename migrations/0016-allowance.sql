-- The allowance for doubtful accounts: provision matrices, specific provisions, and the runs that set the allowance to
-- what they require.

-- Loss rates by bucket and segment from a date on. A later version of the same date takes its place; none is changed.
create table provision_matrix (
  tenant_id uuid not null references tenant,
  id uuid not null,
  version_no integer not null check (version_no > 0),
  effective_from date not null,
  -- Upper bounds of the buckets in days past due; there are two buckets more than bounds.
  scheme integer[] not null check (cardinality(scheme) > 0),
  -- What of the customer tells its segment.
  segment_by text not null check (segment_by in ('NONE', 'RISK_CLASS', 'REGION')),
  segment_count integer not null check (segment_count > 0),
  note text,
  actor text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  unique (tenant_id, version_no)
);
create index provision_matrix_effective on provision_matrix (tenant_id, effective_from desc, version_no desc);
call protect_tenant_table('provision_matrix', 'select');
grant insert (tenant_id, id, version_no, effective_from, scheme, segment_by, segment_count, note, actor)
  on provision_matrix to receivables_app;
call make_append_only('provision_matrix');

create table provision_rate (
  tenant_id uuid not null,
  matrix_id uuid not null,
  -- 0 is the default segment: customers of no other.
  segment_no integer not null check (segment_no >= 0),
  segment text,
  bucket integer not null check (bucket >= 0),
  loss_percent numeric not null check (loss_percent between 0 and 100 and loss_percent = round(loss_percent, 6)),
  primary key (tenant_id, matrix_id, segment_no, bucket),
  unique (tenant_id, matrix_id, segment, bucket),
  foreign key (tenant_id, matrix_id) references provision_matrix (tenant_id, id),
  check ((segment_no = 0) = (segment is null))
);
call protect_tenant_table('provision_rate', 'select, insert');
call make_append_only('provision_rate');

-- RV001: a matrix has one rate for each bucket of each segment, made in one statement, and takes no more.
create function check_rates_of_matrix() returns trigger
  language plpgsql as $$
begin
  if exists (select from (select distinct tenant_id, matrix_id from added) n
              where (select count(*) from provision_rate r where r.tenant_id = n.tenant_id and r.matrix_id = n.matrix_id)
                    <> (select m.segment_count * (cardinality(m.scheme) + 2) from provision_matrix m
                         where m.tenant_id = n.tenant_id and m.id = n.matrix_id)) then
    raise exception using errcode = 'RV001', message = 'a provision matrix has one rate for each bucket of each segment';
  end if;
  return null;
end $$;
create trigger matrix_takes_it after insert on provision_rate
  referencing new table as added for each statement execute function check_rates_of_matrix();

-- What is provided for a customer instead of the matrix's rates from a date on, until the customer's next row. Neither
-- percent nor amount: the matrix counts again.
create table specific_provision (
  tenant_id uuid not null references tenant,
  id uuid not null,
  customer_id uuid not null,
  effective_from date not null,
  -- Of what the customer owes.
  percent numeric check (percent between 0 and 100 and percent = round(percent, 6)),
  -- In functional currency; no more than the customer owes counts.
  amount numeric check (amount >= 0),
  reason text not null check (reason <> ''),
  actor text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  check (percent is null or amount is null),
  constraint specific_provision_amount_limit check (abs(amount) < 1e15)
);
create index specific_provision_of on specific_provision (tenant_id, customer_id, effective_from desc, id desc);
create index specific_provision_effective on specific_provision (tenant_id, effective_from desc, id desc);
call protect_tenant_table('specific_provision', 'select');
grant insert (tenant_id, id, customer_id, effective_from, percent, amount, reason, actor) on specific_provision to receivables_app;
call make_append_only('specific_provision');

-- One setting of the allowance to what is required on a day. In functional currency; the allowance is a credit and told
-- positive.
create table allowance_run (
  tenant_id uuid not null references tenant,
  id uuid not null,
  as_of date not null,
  run_no integer not null check (run_no > 0),
  matrix_id uuid not null,
  -- What was owed on the day as booked, credits not taken off.
  exposure numeric not null check (exposure >= 0),
  required numeric not null check (required between 0 and exposure),
  -- The allowance in the general ledger on the day, before the run.
  balance_before numeric not null,
  change numeric not null check (change = required - balance_before),
  entry_id uuid,
  note text,
  actor text not null,
  recorded_at timestamptz not null default posting_instant(),
  reversal_entry_id uuid,
  reversed_on date,
  reversal_reason text,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, as_of, run_no),
  foreign key (tenant_id, matrix_id) references provision_matrix (tenant_id, id),
  -- What it comes to is known when the run is there; its entry follows.
  foreign key (tenant_id, entry_id) references journal_entry (tenant_id, id) deferrable initially deferred,
  foreign key (tenant_id, reversal_entry_id) references journal_entry (tenant_id, id),
  check ((entry_id is null) = (change = 0)),
  check ((reversal_entry_id is null) = (reversed_on is null)),
  check (reversal_entry_id is null or (entry_id is not null and coalesce(reversal_reason, '') <> '')),
  constraint allowance_run_amount_limit check (abs(exposure) < 1e15 and abs(required) < 1e15
    and abs(balance_before) < 1e15 and abs(change) < 1e15)
);
create index allowance_run_latest on allowance_run (tenant_id, as_of desc, run_no desc);
call protect_tenant_table('allowance_run', 'select');
grant insert (tenant_id, id, as_of, run_no, matrix_id, exposure, required, balance_before, change, entry_id, note, actor)
  on allowance_run to receivables_app;
grant update (reversal_entry_id, reversed_on, reversal_reason, version) on allowance_run to receivables_app;

create function guard_allowance_run() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.reversal_entry_id is not null then
    raise exception using errcode = 'RV001', message = format('the allowance run of %s is posted: reverse it instead', old.as_of);
  end if;
  return new;
end $$;
create trigger guarded before update or delete on allowance_run for each row execute function guard_allowance_run();
create trigger never_truncated before truncate on allowance_run execute function refuse_change();

-- What a run requires for each customer and bucket.
create table allowance_cell (
  tenant_id uuid not null,
  run_id uuid not null,
  customer_id uuid not null,
  bucket integer not null check (bucket >= 0),
  segment text,
  -- The customer's specific provision, if that counted instead of the matrix.
  provision_id uuid,
  -- Null when a specific provision is an amount.
  loss_percent numeric check (loss_percent between 0 and 100),
  item_count integer not null check (item_count > 0),
  exposure numeric not null,
  required numeric not null check (required between 0 and exposure),
  primary key (tenant_id, run_id, customer_id, bucket),
  foreign key (tenant_id, run_id) references allowance_run (tenant_id, id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  foreign key (tenant_id, provision_id) references specific_provision (tenant_id, id),
  check (loss_percent is not null or provision_id is not null),
  constraint allowance_cell_amount_limit check (abs(exposure) < 1e15 and abs(required) < 1e15)
);
call protect_tenant_table('allowance_cell', 'select, insert');
call make_append_only('allowance_cell');

-- RV001: the cells of a run are made in one statement and sum to what it requires; it takes no more.
create function check_cells_of_run() returns trigger
  language plpgsql as $$
begin
  if exists (select from (select distinct tenant_id, run_id from added) n
               join allowance_run r on r.tenant_id = n.tenant_id and r.id = n.run_id
               cross join lateral (
                 select sum(c.exposure) as exposure, sum(c.required) as required from allowance_cell c
                  where c.tenant_id = n.tenant_id and c.run_id = n.run_id) c
              where (c.exposure, c.required) is distinct from (r.exposure, r.required)) then
    raise exception using errcode = 'RV001', message = 'the cells of an allowance run sum to what it requires';
  end if;
  return null;
end $$;
create trigger run_takes_it after insert on allowance_cell
  referencing new table as added for each statement execute function check_cells_of_run();

-- How a provision is judged is no customer's business.
call show_own_customers('provision_matrix', 'false');
call show_own_customers('provision_rate', 'false');
call show_own_customers('specific_provision', 'false');
call show_own_customers('allowance_run', 'false');
call show_own_customers('allowance_cell', 'false');

-- Managers propose, controllers post: a role without a limit may change nothing alone.
call allow_words('approval_limit', 'approval_limit_kind_check', 'kind', array['ALLOWANCE']);
create procedure give_allowance_defaults(of_tenant uuid)
  language sql as $$
  insert into approval_limit (tenant_id, kind, role, currency, amount)
  values (of_tenant, 'ALLOWANCE', 'CONTROLLER', null, null), (of_tenant, 'ALLOWANCE', 'ADMIN', null, null)
  on conflict do nothing;
$$;
do $$
declare
  each_tenant uuid;
begin
  for each_tenant in select tenant_id from tenant loop
    perform set_config('app.tenant_id', each_tenant::text, true);
    call give_allowance_defaults(each_tenant);
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;
