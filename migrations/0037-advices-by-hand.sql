-- Remittance advices that a person releases from quarantine, pairs with their payment, or takes from it again; and proposals
-- that have another item about as likely.

-- An advice is released once, as it is or with what the file lacked put right; what it said before stays beside it.
alter table remittance_advice
  add column corrections jsonb not null default '[]',
  add column released_at timestamptz,
  add column released_by text,
  add column release_reason text,
  add column version integer not null default 1,
  add check ((released_at is null) = (released_by is null) and (released_at is null) = (release_reason is null));
drop trigger append_only on remittance_advice;
grant update (currency, total, paid_on, outcome, identity, corrections, released_at, released_by, release_reason, version)
  on remittance_advice to receivables_app;

create function guard_remittance_advice() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE'
     or row(new.currency, new.total, new.paid_on, new.outcome, new.identity, new.corrections, new.released_at)
          is distinct from row(old.currency, old.total, old.paid_on, old.outcome, old.identity, old.corrections, old.released_at)
        and (old.outcome <> 'QUARANTINED' or new.outcome <> 'TAKEN' or new.released_at is null) then
    raise exception using errcode = 'RV001', message = 'an advice changes only when it is released from quarantine';
  end if;
  return new;
end $$;
create trigger guarded before update or delete on remittance_advice for each row execute function guard_remittance_advice();

-- A person pairs, and takes apart what belongs to others; what was taken apart is not paired again by itself.
alter table remittance_advice_pairing
  add column unpaired_at timestamptz,
  add column unpaired_by text,
  add column unpair_reason text,
  add check ((unpaired_at is null) = (unpaired_by is null) and (unpaired_at is null) = (unpair_reason is null)),
  drop constraint remittance_advice_pairing_paired_by_check,
  add constraint remittance_advice_pairing_paired_by_check
    check (paired_by in ('PAYMENT_REFERENCE', 'PAYER_AND_AMOUNT', 'PERSON')),
  drop constraint remittance_advice_pairing_tenant_id_receipt_id_key;
create unique index remittance_advice_pairing_of_receipt on remittance_advice_pairing (tenant_id, receipt_id)
  where unpaired_at is null;
drop trigger append_only on remittance_advice_pairing;
grant update (unpaired_at, unpaired_by, unpair_reason) on remittance_advice_pairing to receivables_app;
create trigger stays_unpaired before update on remittance_advice_pairing
  for each row when (old.unpaired_at is not null) execute function refuse_change();
create trigger never_deleted before delete on remittance_advice_pairing for each row execute function refuse_change();

-- Of matches that are there it is not known: they show as proposed until they are matched anew.
alter table receipt_match add column is_ambiguous boolean not null default false;
grant insert (is_ambiguous) on receipt_match to receivables_app;
