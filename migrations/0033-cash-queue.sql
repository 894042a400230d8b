-- What the queue of cash and its figures are read by.

-- Money that is not applied, by the day on which it came: an item of a receipt is due on that day, whoever it is of.
create index open_item_unapplied on open_item (tenant_id, due_date, receipt_id) where is_open and kind = 'RECEIPT';

create index receipt_match_matched_at on receipt_match (tenant_id, matched_at);
create index receipt_match_decided_at on receipt_match (tenant_id, decided_at) where decided_at is not null;
