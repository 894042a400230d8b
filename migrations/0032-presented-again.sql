-- An advice whose receipt was reversed is free again: it explains the payment when that is presented again.

-- Which of an advice's pairings it is, from 1: those before it are of receipts that were reversed.
alter table remittance_advice_pairing add column pairing_no integer not null default 1 check (pairing_no > 0);
alter table remittance_advice_pairing alter column pairing_no drop default;
alter table remittance_advice_pairing drop constraint remittance_advice_pairing_pkey;
alter table remittance_advice_pairing add primary key (tenant_id, advice_id, pairing_no);
