-- Matching receipts to what customers owe: by what payers, numbers and amounts are found for a whole batch, what matching
-- said of each receipt and what became of it, and what it has learned.

-- Keys. Under row-level security an index serves only leakproof operators: equality of text, not likeness. So what is
-- compared is kept in the form in which it is compared.

-- A number in letters and digits only, in capitals: "inv-00150" is INV00150.
create function reference_plain(written text) returns text
  language sql immutable parallel safe
  return nullif(regexp_replace(upper(normalize(written, NFKD)),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u0300-\u036f\u2000-\u206f\u3000-\u303f]', '', 'g'), '');

-- A number's groups of digits without leading zeros: "INV-2024/0117" is 2024.117.
create function reference_digits(written text) returns text
  language sql immutable parallel safe
  return nullif(trim('.' from regexp_replace(regexp_replace('.' || normalize(written, NFKD), '[^0-9]+', '.', 'g'),
    '\.0+(?=[0-9])', '.', 'g')), '');

-- A name's words in capitals, without accents.
create function name_words(name text) returns text[]
  language sql immutable parallel safe
  return array_remove(regexp_split_to_array(
    regexp_replace(upper(normalize(name, NFKD)), '[\u0300-\u036f''’.]', '', 'g'),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+'), '');

-- What payers name most is an invoice, by our number or by their order's.
alter table invoice
  add column number_plain text generated always as (reference_plain(number)) stored,
  add column number_digits text generated always as (reference_digits(number)) stored,
  add column order_plain text generated always as (reference_plain(purchase_order)) stored;
create index invoice_number_plain on invoice (tenant_id, number_plain) where number_plain is not null;
create index invoice_number_digits on invoice (tenant_id, number_digits) where number_digits is not null;
create index invoice_order_plain on invoice (tenant_id, order_plain) where order_plain is not null;

-- Other items are found by their own number, and every open one by what it has open.
alter table open_item
  add column number_plain text generated always as (
    case when kind not in ('INVOICE', 'RECEIPT', 'DEPOSIT') then reference_plain(document_number) end) stored,
  add column number_digits text generated always as (
    case when kind not in ('INVOICE', 'RECEIPT', 'DEPOSIT') then reference_digits(document_number) end) stored,
  add column open_key text generated always as (
    case when open_amount <> 0 and kind not in ('RECEIPT', 'DEPOSIT')
         then currency || ' ' || trim_scale(open_amount)::text end) stored;
create index open_item_number_plain on open_item (tenant_id, number_plain) where number_plain is not null;
create index open_item_number_digits on open_item (tenant_id, number_digits) where number_digits is not null;
create index open_item_open_key on open_item (tenant_id, open_key) where open_key is not null;

-- As before; generated columns are not known yet when these are asked.
create or replace function guard_open_item() returns trigger
  language plpgsql as $$
declare
  untouched open_item := new;
begin
  if tg_op = 'INSERT' then
    if new.open_amount <> 0 or new.functional_open <> 0 or new.last_moved_on is not null then
      raise exception using errcode = 'RV001', message = 'an open item starts at zero; its first movement opens it';
    end if;
    return new;
  end if;
  untouched.open_amount := old.open_amount;
  untouched.functional_open := old.functional_open;
  untouched.last_moved_on := old.last_moved_on;
  untouched.is_open := old.is_open;
  untouched.number_plain := old.number_plain;
  untouched.number_digits := old.number_digits;
  untouched.open_key := old.open_key;
  if pg_trigger_depth() < 2 or untouched is distinct from old then
    raise exception using errcode = 'RV001', message = 'an open item changes only through its movements';
  end if;
  return new;
end $$;

create or replace function guard_invoice() returns trigger
  language plpgsql as $$
declare
  free constant text[] := array['status', 'void_entry_id', 'voided_on', 'version', 'number_plain', 'number_digits', 'order_plain'];
begin
  if tg_op = 'DELETE' then
    if old.status <> 'DRAFT' then
      raise exception using errcode = 'RV001', message = format('invoice %s is issued: void it instead', old.number);
    end if;
    return old;
  end if;
  if old.status = 'VOID'
     or (old.status = 'ISSUED' and (new.status <> 'VOID' or to_jsonb(new) - free <> to_jsonb(old) - free)) then
    raise exception using errcode = 'RV001', message = format('invoice %s is issued: it can only be voided', old.number);
  end if;
  return new;
end $$;

-- By what a customer is found: its number, the beginnings of its name's words, of the first two together, and the first
-- letter, by which initials are found.
create table customer_key (
  tenant_id uuid not null,
  customer_id uuid not null,
  key text not null,
  primary key (tenant_id, customer_id, key),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id)
);
create index customer_key_found on customer_key (tenant_id, key, customer_id);
call protect_tenant_table('customer_key', 'select');
call show_own_customers('customer_key', 'customer_id = any ((select bound_customers())::uuid[])');

create function customer_keys(number text, name text) returns setof text
  language sql immutable parallel safe
  begin atomic
    with word as (
      select w, row_number() over (order by n) as n
        from unnest(name_words(name)) with ordinality as u(w, n) where w !~ '[0-9]')
    select 'number ' || reference_plain(number) where reference_plain(number) is not null
    union select 'stem ' || left(w, 3) from word
    union select 'first ' || left(w, 1) from word where n = 1
    union select 'pair ' || left(a.w, 3) || ' ' || left(b.w, 3) from word a join word b on b.n = 2 where a.n = 1;
  end;

create function keep_customer_keys() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  if tg_op = 'UPDATE' then
    delete from customer_key k
     where k.tenant_id = new.tenant_id and k.customer_id = new.id and k.key not in (select customer_keys(new.number, new.name));
  end if;
  insert into customer_key (tenant_id, customer_id, key)
  select new.tenant_id, new.id, key from customer_keys(new.number, new.name) as key
  on conflict do nothing;
  return null;
end $$;
create trigger keeps_its_keys after insert on customer for each row execute function keep_customer_keys();
create trigger keeps_its_keys_anew after update on customer for each row when (old.name <> new.name or old.number <> new.number)
  execute function keep_customer_keys();

do $$
declare
  each_tenant uuid;
begin
  for each_tenant in select tenant_id from tenant loop
    perform set_config('app.tenant_id', each_tenant::text, true);
    insert into customer_key (tenant_id, customer_id, key)
    select c.tenant_id, c.id, k from customer c cross join lateral customer_keys(c.number, c.name) as k
     where c.tenant_id = each_tenant;
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;

-- A remittance's lines: what its payer says of one document each.
alter table remittance add column customer_number text;
create table remittance_line (
  tenant_id uuid not null,
  remittance_id uuid not null,
  line_no integer not null check (line_no > 0),
  -- Where it stands, in words, e.g. "addenda record 7".
  place text not null,
  reference text,
  -- What is paid on it; negative for a credit taken. In the remittance's currency.
  amount numeric,
  memo text,
  primary key (tenant_id, remittance_id, line_no),
  foreign key (tenant_id, remittance_id) references remittance (tenant_id, id),
  constraint remittance_line_amount_limit check (abs(amount) < 1e15)
);
call protect_tenant_table('remittance_line', 'select, insert');
call make_append_only('remittance_line');
call show_own_customers('remittance_line', 'exists (select from remittance r where r.tenant_id = remittance_line.tenant_id and r.id = remittance_line.remittance_id)');

-- The ways of matching, as they are set. No customer: for all that have no row of their own.
create function is_free_of_repeats(list text[]) returns boolean
  language sql immutable parallel safe
  return cardinality(list) = (select count(distinct one) from unnest(list) as one);

create table match_setting (
  tenant_id uuid not null references tenant,
  id uuid not null,
  customer_id uuid,
  -- In the order in which they are tried.
  rules text[] not null check (cardinality(rules) > 0 and is_free_of_repeats(rules)
    and rules <@ array['EXPLICIT_REFERENCE', 'ITEM_AMOUNT', 'ITEM_LESS_DISCOUNT', 'ACCOUNT_BALANCE', 'PAST_DUE_BALANCE',
                       'PAST_DUE_BY_TERM', 'ITEMS_ADDING_UP', 'WITHIN_TOLERANCE', 'OLDEST_FIRST']),
  -- Scores from which on a part is applied untouched, and proposed.
  apply_from numeric not null check (apply_from between 0.5 and 1),
  propose_from numeric not null check (propose_from between 0 and 1),
  -- In the item's currency.
  tolerance numeric not null check (tolerance >= 0),
  discount_grace_days integer not null check (discount_grace_days between 0 and 365),
  remainder text not null check (remainder in ('UNAPPLIED', 'ON_ACCOUNT')),
  version integer not null default 1,
  updated_at timestamptz not null default clock_timestamp(),
  updated_by text not null,
  primary key (tenant_id, id),
  unique nulls not distinct (tenant_id, customer_id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  check (propose_from <= apply_from),
  constraint match_setting_amount_limit check (abs(tolerance) < 1e15)
);
call protect_tenant_table('match_setting', 'select, insert');
grant update (rules, apply_from, propose_from, tolerance, discount_grace_days, remainder, version, updated_at, updated_by)
  on match_setting to receivables_app;
call show_own_customers('match_setting', 'false');
create trigger never_deleted before delete on match_setting for each row execute function refuse_change();
create trigger never_truncated before truncate on match_setting execute function refuse_change();

-- What matching said of a receipt at one time.
create table receipt_match (
  tenant_id uuid not null references tenant,
  id uuid not null,
  receipt_id uuid not null,
  -- The matches of one batch or one run.
  run_id uuid not null,
  -- Who it holds for the payer, how surely, and why. No score: the payer was known before.
  customer_id uuid,
  payer_score numeric check (payer_score between 0 and 1),
  payer_evidence text,
  currency char(3) not null,
  -- What the receipt had to be applied when it was matched.
  amount numeric not null check (amount > 0 and amount = round(amount, currency_scale(currency))),
  -- APPLIED: all that it says was applied untouched. OPEN: it proposes something. NONE: it finds nothing to propose. Then a
  -- person decides on it, or a later match takes its place.
  status text not null check (status in ('APPLIED', 'OPEN', 'NONE', 'CONFIRMED', 'REJECTED', 'SUPERSEDED')),
  -- What would be left of the receipt, where it goes and why.
  remainder_amount numeric not null check (remainder_amount >= 0),
  remainder_disposition text check (remainder_disposition in ('UNAPPLIED', 'ON_ACCOUNT', 'UNIDENTIFIED')),
  remainder_reason text check (remainder_reason in ('OVERPAID', 'DUPLICATE_SUSPECTED', 'AMBIGUOUS', 'REFERENCE_UNKNOWN',
    'NOTHING_FITS', 'OTHER_CURRENCY', 'PAYER_UNKNOWN', 'PAYER_AMBIGUOUS')),
  -- Why what was sure enough was not applied.
  obstacle text,
  -- Receipts that paid the same before.
  duplicate_of uuid[] not null default '{}',
  matched_by text not null,
  matched_at timestamptz not null default clock_timestamp(),
  transaction_id xid8 not null default pg_current_xact_id(),
  decided_by text,
  decided_at timestamptz,
  -- Why it was rejected, or what took its place.
  decision_reason text,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, receipt_id) references receipt (tenant_id, id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  check ((customer_id is null) <= (payer_score is null and payer_evidence is null)),
  check ((remainder_amount = 0) = (remainder_reason is null)),
  check ((remainder_reason is null) = (remainder_disposition is null)),
  constraint receipt_match_decided_once
    check ((status in ('CONFIRMED', 'REJECTED', 'SUPERSEDED')) = (decided_at is not null) and (decided_at is null) = (decided_by is null)),
  constraint receipt_match_rejected_with_reason check (status <> 'REJECTED' or coalesce(decision_reason, '') <> ''),
  constraint receipt_match_amount_limit check (abs(amount) < 1e15 and abs(remainder_amount) < 1e15)
);
-- A receipt waits for one decision at a time.
create unique index receipt_match_waits_once on receipt_match (tenant_id, receipt_id) where status in ('OPEN', 'NONE');
create index receipt_match_queue on receipt_match (tenant_id, status, id);
create index receipt_match_receipt on receipt_match (tenant_id, receipt_id, id);
create index receipt_match_customer on receipt_match (tenant_id, customer_id, id);
create index receipt_match_run on receipt_match (tenant_id, run_id, id);
call protect_tenant_table('receipt_match', 'select');
grant insert (tenant_id, id, receipt_id, run_id, customer_id, payer_score, payer_evidence, currency, amount, status,
    remainder_amount, remainder_disposition, remainder_reason, obstacle, duplicate_of, matched_by, decided_by, decided_at)
  on receipt_match to receivables_app;
grant update (status, decided_by, decided_at, decision_reason, version) on receipt_match to receivables_app;
call show_own_customers('receipt_match', 'customer_id = any ((select bound_customers())::uuid[])');

create function guard_receipt_match() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.status not in ('OPEN', 'NONE') or new.status not in (old.status, 'CONFIRMED', 'REJECTED', 'SUPERSEDED') then
    raise exception using errcode = 'RV001', message = 'what was decided of a match stays decided';
  end if;
  return new;
end $$;
create trigger guarded before update or delete on receipt_match for each row execute function guard_receipt_match();
create trigger never_truncated before truncate on receipt_match execute function refuse_change();

-- A match's parts: money on items.
create table match_part (
  tenant_id uuid not null,
  id uuid not null,
  match_id uuid not null,
  part_no integer not null check (part_no > 0),
  -- AUTO and PROPOSED: as matching said. ALTERNATIVE: another item that it may be. CHOSEN: a person said so.
  decision text not null check (decision in ('AUTO', 'PROPOSED', 'ALTERNATIVE', 'CHOSEN')),
  item_id uuid not null,
  currency char(3) not null,
  -- Of the item's sign: positive on what is owed, negative for a credit that is netted. An alternative has none.
  amount numeric check (amount <> 0 and amount = round(amount, currency_scale(currency))),
  discount numeric not null default 0 check (discount >= 0 and discount = round(discount, currency_scale(currency))),
  -- What the payer says it keeps back of the item, and why in its words.
  deduction numeric check (deduction > 0 and deduction = round(deduction, currency_scale(currency))),
  deduction_reason text,
  -- A difference within the tolerance, which stays open for the run over small balances.
  write_off numeric not null default 0 check (write_off >= 0 and write_off = round(write_off, currency_scale(currency))),
  rule text,
  score numeric check (score between 0 and 1),
  evidence text,
  -- What became of it. APPLIED: untouched. ACCEPTED: a person confirmed it as it is, or its item for an alternative.
  -- CHANGED: its item, with another amount. DECLINED: neither. Null: nothing yet.
  outcome text check (outcome in ('APPLIED', 'ACCEPTED', 'CHANGED', 'DECLINED')),
  primary key (tenant_id, id),
  unique (tenant_id, match_id, part_no),
  foreign key (tenant_id, match_id) references receipt_match (tenant_id, id),
  foreign key (tenant_id, item_id) references open_item (tenant_id, id),
  check ((decision = 'ALTERNATIVE') = (amount is null)),
  check ((decision = 'CHOSEN') <= (rule is null and score is null)),
  check (decision in ('ALTERNATIVE', 'CHOSEN') or (rule is not null and score is not null and evidence is not null)),
  check ((deduction is null) <= (deduction_reason is null)),
  constraint match_part_outcome check (
    case decision when 'AUTO' then outcome is not distinct from 'APPLIED'
                  when 'CHOSEN' then outcome is not distinct from 'ACCEPTED'
                  when 'ALTERNATIVE' then coalesce(outcome, 'ACCEPTED') in ('ACCEPTED', 'DECLINED')
                  else coalesce(outcome, 'ACCEPTED') <> 'APPLIED' end),
  constraint match_part_amount_limit
    check (abs(amount) < 1e15 and abs(discount) < 1e15 and abs(deduction) < 1e15 and abs(write_off) < 1e15)
);
create index match_part_item on match_part (tenant_id, item_id);
call protect_tenant_table('match_part', 'select, insert');
grant update (outcome) on match_part to receivables_app;
call show_own_customers('match_part', 'exists (select from receipt_match m where m.tenant_id = match_part.tenant_id and m.id = match_part.match_id)'
  || ' and exists (select from open_item i where i.tenant_id = match_part.tenant_id and i.id = match_part.item_id)');

create function guard_match_part() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' or old.outcome is not null
     or not exists (select from receipt_match m where m.tenant_id = old.tenant_id and m.id = old.match_id and m.status in ('OPEN', 'NONE')) then
    raise exception using errcode = 'RV001', message = 'the parts of a match that was decided do not change';
  end if;
  return new;
end $$;
create trigger guarded before update or delete on match_part for each row execute function guard_match_part();
create trigger never_truncated before truncate on match_part execute function refuse_change();

-- RV001: parts come with their match, or while it waits for its decision.
create function check_match_takes_it() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  if exists (select from (select distinct tenant_id, match_id from added) n
              cross join lateral (select m.status, m.transaction_id from receipt_match m
                                   where m.tenant_id = n.tenant_id and m.id = n.match_id offset 0) m
              where m.status not in ('OPEN', 'NONE') and m.transaction_id <> pg_current_xact_id()) then
    raise exception using errcode = 'RV001', message = 'a match that was decided takes no more parts';
  end if;
  return null;
end $$;
create trigger match_takes_it after insert on match_part
  referencing new table as added for each statement execute function check_match_takes_it();

-- What was applied for a part: by the receipt's money, or by a credit that its remittance nets. When it was undone because
-- it was wrong, and not because the money went back, it counts as falsely applied.
create table match_application (
  tenant_id uuid not null,
  application_id uuid not null,
  match_id uuid not null,
  part_id uuid not null,
  -- The part of the credit that was netted; null for the receipt's own money.
  credit_part_id uuid,
  undone_at timestamptz,
  undone_by text,
  undone_cause text check (undone_cause in ('UNAPPLIED', 'RECEIPT_REVERSED', 'CREDIT_VOIDED')),
  primary key (tenant_id, application_id),
  foreign key (tenant_id, application_id) references application (tenant_id, id),
  foreign key (tenant_id, match_id) references receipt_match (tenant_id, id),
  foreign key (tenant_id, part_id) references match_part (tenant_id, id),
  foreign key (tenant_id, credit_part_id) references match_part (tenant_id, id),
  check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undone_cause is null))
);
create index match_application_part on match_application (tenant_id, part_id);
create index match_application_credit_part on match_application (tenant_id, credit_part_id) where credit_part_id is not null;
create index match_application_match on match_application (tenant_id, match_id);
create index match_application_undone on match_application (tenant_id, undone_at) where undone_at is not null;
call protect_tenant_table('match_application', 'select');
grant insert (tenant_id, application_id, match_id, part_id, credit_part_id) on match_application to receivables_app;
grant update (undone_at, undone_by, undone_cause) on match_application to receivables_app;
call show_own_customers('match_application', 'exists (select from application a where a.tenant_id = match_application.tenant_id and a.id = match_application.application_id)');
create trigger stays_undone before update on match_application
  for each row when (old.undone_at is not null) execute function refuse_change();
create trigger never_deleted before delete on match_application for each row execute function refuse_change();
create trigger never_truncated before truncate on match_application execute function refuse_change();

-- Names and accounts under which a customer has paid, as confirmed by a person.
create table payer_alias (
  tenant_id uuid not null references tenant,
  id uuid not null,
  kind text not null check (kind in ('NAME', 'ACCOUNT')),
  -- As the bank wrote it, and as it is compared.
  value text not null check (value <> ''),
  key text not null check (key <> ''),
  customer_id uuid not null,
  -- The receipt, and the match if there was one, by whose confirmation it was learned.
  receipt_id uuid not null,
  match_id uuid,
  learned_by text not null,
  learned_at timestamptz not null default clock_timestamp(),
  removed_by text,
  removed_at timestamptz,
  removal_reason text,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  foreign key (tenant_id, receipt_id) references receipt (tenant_id, id),
  foreign key (tenant_id, match_id) references receipt_match (tenant_id, id),
  check ((removed_at is null) = (removed_by is null))
);
create unique index payer_alias_once on payer_alias (tenant_id, kind, key, customer_id) where removed_at is null;
create index payer_alias_customer on payer_alias (tenant_id, customer_id, id);
call protect_tenant_table('payer_alias', 'select');
grant insert (tenant_id, id, kind, value, key, customer_id, receipt_id, match_id, learned_by) on payer_alias to receivables_app;
grant update (removed_by, removed_at, removal_reason, version) on payer_alias to receivables_app;
call show_own_customers('payer_alias', 'customer_id = any ((select bound_customers())::uuid[])');
create trigger stays_removed before update on payer_alias
  for each row when (old.removed_at is not null) execute function refuse_change();
create trigger never_deleted before delete on payer_alias for each row execute function refuse_change();
create trigger never_truncated before truncate on payer_alias execute function refuse_change();

analyze invoice;
analyze open_item;
