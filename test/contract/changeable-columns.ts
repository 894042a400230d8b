/** Every column that the server's role may write to in a row that is there, and why. Nothing else may change. */
export const CHANGEABLE: Readonly<
  Record<string, { readonly columns: readonly string[]; readonly because: string }>
> = {
  allowance_run: {
    columns: ["reversal_entry_id", "reversed_on", "reversal_reason", "version"],
    because: "a run is reversed, once",
  },
  api_key: { columns: ["revoked_at"], because: "a key is revoked, once" },
  approval_limit: { columns: ["amount", "version"], because: "limits are raised and lowered" },
  approval_request: {
    columns: [
      ...["status", "escalated_to", "decided_by", "decided_person", "decided_at", "decision_reason"],
      ...["result", "version"],
    ],
    because: "a request is passed on and decided, once",
  },
  bank_entry: {
    columns: [
      ...["outcome", "outcome_reason", "is_confirmed", "released_at", "released_by"],
      ...["deposit", "deposit_batch_id", "returned_receipt_id"],
    ],
    because: "an entry is released from quarantine, once",
  },
  bank_match: {
    columns: ["status", "undone_by", "undone_at", "undo_reason", "version"],
    because: "a decision is undone, once",
  },
  bank_match_movement: { columns: ["stands"], because: "it is let go of with its match, once" },
  charge: {
    columns: ["reversal_entry_id", "reversed_on", "reversal_reason", "version"],
    because: "a charge is reversed, once",
  },
  credit_memo: { columns: ["void_entry_id", "voided_on", "version"], because: "a memo is voided, once" },
  customer: {
    columns: [
      ...["name", "parent_id", "currency", "terms_id", "region", "sales_representative", "collector"],
      ...["business_unit", "risk_class", "credit_limit", "tax_ids", "bill_to_line1", "bill_to_line2"],
      ...["bill_to_city", "bill_to_postal_code", "bill_to_state", "bill_to_country", "import_hash"],
      ...["version", "updated_at"],
    ],
    because: "master data is corrected",
  },
  discount_policy: { columns: ["reduces_tax", "version"], because: "it is set anew" },
  dispute: {
    columns: [
      ...["status", "owner_department", "closed_on", "resolution", "accepted_amount", "root_cause"],
      ...["corrective_action", "version"],
    ],
    because: "a dispute is reviewed and handed on, and closed, once",
  },
  event_stream: { columns: ["first_position", "last_position"], because: "the feed moves on" },
  idempotency_key: { columns: ["result"], because: "a command keeps its result as it commits, once" },
  import_run: {
    columns: [
      ...["status", "rows_read", "rows_imported", "rows_duplicate", "rows_rejected", "failure"],
      ...["progress_at", "finished_at"],
    ],
    because: "a run tells how far it is, until it is finished",
  },
  invoice: {
    columns: [
      ...["number", "sequence_no", "status", "due_date", "booking_rate", "issue_entry_id"],
      ...["void_entry_id", "voided_on", "version"],
    ],
    because: "a draft is issued, and what is issued is voided",
  },
  late_fee: { columns: ["waived", "version"], because: "fees are waived, and waivers are taken back" },
  late_fee_waiver: {
    columns: ["reversal_entry_id", "reversed_on", "reversal_reason", "version"],
    because: "a waiver is reversed, once",
  },
  letterhead: {
    columns: [
      ...["name", "address", "reply_name", "reply_address", "reply_email", "reply_phone"],
      ...["payment_instructions", "paper", "locale", "version"],
    ],
    because: "it is set anew",
  },
  match_application: {
    columns: ["undone_at", "undone_by", "undone_cause"],
    because: "what was applied is undone, once",
  },
  match_part: { columns: ["outcome"], because: "a person decides what becomes of it, once" },
  match_setting: {
    columns: [
      ...["rules", "apply_from", "propose_from", "tolerance", "discount_grace_days", "remainder", "version"],
      ...["updated_at", "updated_by"],
    ],
    because: "it is set anew",
  },
  number_sequence: { columns: ["next_value"], because: "numbers are taken, forwards" },
  open_item: { columns: ["last_moved_on"], because: "items are locked; only movements change them" },
  outbox_event: { columns: ["position"], because: "a committed event gets its position, once" },
  payer_alias: {
    columns: ["removed_by", "removed_at", "removal_reason", "version"],
    because: "what was learned is removed, once",
  },
  payment_plan: {
    columns: ["status", "activated_on", "ended_on", "end_reason", "charge_id", "version"],
    because:
      "a plan becomes active, with its fee posted, and ends, and a completed one opens again; its version counts its schedules",
  },
  payment_plan_item: { columns: ["is_active"], because: "items are in a plan while it is active" },
  period: { columns: ["status", "version"], because: "periods are closed and reopened" },
  reason_code: { columns: ["is_active", "name", "version"], because: "reasons are renamed and retired" },
  receipt: {
    columns: ["customer_id", "reversal_entry_id", "reversed_on", "reversal_reason", "version"],
    because: "a payer becomes known, and a receipt is reversed",
  },
  receipt_match: {
    columns: ["status", "decided_by", "decided_at", "decision_reason", "version"],
    because: "a match is decided, once",
  },
  refund: {
    columns: [
      ...["payment_entry_id", "paid_on", "payment_reference"],
      ...["cancel_entry_id", "cancelled_on", "cancel_reason", "version"],
    ],
    because: "a refund is paid or cancelled, once",
  },
  remittance_advice: {
    columns: [
      ...["currency", "total", "paid_on", "outcome", "identity", "corrections"],
      ...["released_at", "released_by", "release_reason", "version"],
    ],
    because: "an advice is released from quarantine, put right, once; its version counts its payments",
  },
  remittance_advice_pairing: {
    columns: ["unpaired_at", "unpaired_by", "unpair_reason"],
    because: "an advice is taken from its payment, once",
  },
  remittance: { columns: ["customer_id", "status"], because: "a payer becomes known" },
  write_off: {
    columns: ["recovered", "reversal_entry_id", "reversed_on", "reversal_reason", "version"],
    because: "money comes after all, or it is reversed, once",
  },
};

/** Tables from which the server's role may delete, and why. */
export const DELETABLE: Readonly<Record<string, string>> = {
  customer_bank_account: "a customer's accounts are replaced",
  customer_contact: "a customer's contacts are replaced",
  outbox_event: "events are let go of after the retention",
};
