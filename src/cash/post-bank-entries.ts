import { v7 as uuidv7 } from "uuid";
import { normaliseAccount } from "../customers/index.js";
import { lockItems, rateOn } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { Refused } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { Decimal, formatAmount } from "../platform/money.js";
import { type Candidates, findCandidates, namedInvoices, payerOf } from "./bank-candidates.js";
import { type BankEntry, type Finding, type ParsedBankFile, postableEntries } from "./bank-files/index.js";
import {
  type BankPayment,
  notAReceipt,
  type PlannedPart,
  paymentsOf,
  planNamed,
} from "./bank-payments.rules.js";
import { postApplications } from "./post-applications.js";
import { type NewReceipt, postReceipts } from "./post-receipts.js";
import { insertRemittances, type NewRemittance, type RemittanceStatus } from "./remittance-rows.js";
import { reverseReturned } from "./returned-payment.js";

type Outcome =
  | "RECEIPT_RECORDED"
  | "RECEIPT_REVERSED"
  | "NOT_A_RECEIPT"
  | "PENDING"
  | "DUPLICATE"
  | "QUARANTINED";

/** An entry of the file with what became of it. */
interface TakenEntry {
  readonly id: string;
  readonly account: string;
  readonly entry: BankEntry;
  outcome: Outcome;
  reason: string | null;
  rate: string;
}

/** One payment of a taken entry, on its way to a receipt and a remittance. */
interface IncomingPayment {
  readonly taken: TakenEntry;
  readonly payment: BankPayment;
  readonly receivedOn: BusinessDate;
}

/** Posts the batch's entries and keeps each with its outcome. Returns the receipts' ids. */
export async function postBankEntries(
  context: CommandContext,
  batchId: string,
  file: ParsedBankFile,
  findings: readonly Finding[],
): Promise<string[]> {
  const taken = classify(file, findings);
  await markDuplicates(context, taken);
  await findRates(context, taken);
  const isReturned = (t: TakenEntry) => t.outcome === "NOT_A_RECEIPT" && isReturn(t.entry);
  const [returns, others] = [taken.filter(isReturned), taken.filter((t) => !isReturned(t))];
  await insertEntries(context, batchId, others);
  const incoming = others
    .filter((t) => t.outcome === "RECEIPT_RECORDED")
    .flatMap((t) => paymentsIn(t).map((payment) => ({ taken: t, payment, receivedOn: receivedOn(t.entry) })));
  const receiptIds = await recordPayments(context, incoming);
  // After the receipts, because a payment can come in and go back within one file.
  for (const one of returns) {
    const returned = await reverseReturned(context, one.entry);
    one.outcome = returned.reversed ? "RECEIPT_REVERSED" : "NOT_A_RECEIPT";
    one.reason = returned.reason;
  }
  if (returns.length > 0) await insertEntries(context, batchId, returns);
  return receiptIds;
}

function classify(file: ParsedBankFile, findings: readonly Finding[]): TakenEntry[] {
  const postable = new Set(postableEntries(file, findings).map((entry) => entry.index));
  const quarantined = new Map(
    findings.filter((f) => f.severity === "QUARANTINE_ENTRY").map((f) => [f.entryIndex, f.message]),
  );
  return file.statements.flatMap((statement) =>
    statement.entries.map((entry): TakenEntry => {
      const account = statement.account.iban ?? statement.account.other ?? "";
      const base = { id: uuidv7(), account, entry, rate: "1", reason: null };
      const problem = quarantined.get(entry.index);
      if (problem !== undefined) return { ...base, outcome: "QUARANTINED", reason: problem };
      if (!postable.has(entry.index))
        return { ...base, outcome: "PENDING", reason: "The bank has not booked it yet." };
      const reason = notAReceipt(entry);
      return reason === null
        ? { ...base, outcome: "RECEIPT_RECORDED" }
        : { ...base, outcome: "NOT_A_RECEIPT", reason };
    }),
  );
}

function isReturn(entry: BankEntry): boolean {
  return (
    entry.side === "DEBIT" && (entry.reversal || entry.details.some((d) => d.returnReason !== undefined))
  );
}

/** Entries that an earlier batch has taken in. Two files with one entry at once: the second waits, then fails as a whole. */
async function markDuplicates({ tx, tenant }: CommandContext, taken: readonly TakenEntry[]): Promise<void> {
  const known = await tx.rows<{ account: string; reference: string }>(sql`
    select account, reference from bank_entry
    join unnest(${taken.map((t) => t.account)}::text[], ${taken.map((t) => t.entry.reference)}::text[])
      as own(account, reference) using (account, reference)
    where tenant_id = ${tenant.id} and outcome in ('RECEIPT_RECORDED', 'RECEIPT_REVERSED', 'NOT_A_RECEIPT')`);
  const keys = new Set(known.map(keyOf));
  for (const one of taken) {
    if (one.outcome === "QUARANTINED" || one.outcome === "PENDING") continue;
    if (!keys.has(keyOf({ account: one.account, reference: one.entry.reference }))) continue;
    one.outcome = "DUPLICATE";
    one.reason = "The entry was taken in with an earlier file.";
  }
}

/** Accounts and references may hold any character: no separator tells every two pairs apart. */
function keyOf({ account, reference }: { readonly account: string; readonly reference: string }): string {
  return JSON.stringify([account, reference]);
}

/** An entry in a currency without a rate waits for a person; the rest of the file is not held up by it. */
async function findRates({ tx, tenant }: CommandContext, taken: readonly TakenEntry[]): Promise<void> {
  for (const one of taken.filter((t) => t.outcome === "RECEIPT_RECORDED")) {
    const rate = await rateOn(tx, tenant, one.entry.currency ?? "", receivedOn(one.entry), "content");
    if (rate instanceof Refused) {
      one.outcome = "QUARANTINED";
      one.reason = rate.refusals[0]?.message ?? null;
    } else one.rate = rate;
  }
}

/** The bank's booking date: the day on which the money counts in the ledger. */
function receivedOn(entry: BankEntry): BusinessDate {
  const date = entry.bookingDate ?? entry.valueDate;
  if (!date) throw new Error("a booked entry without a date was not quarantined");
  return date;
}

function paymentsIn({ entry }: TakenEntry): BankPayment[] {
  if (entry.amount === null) throw new Error("an entry without an amount was not quarantined");
  return paymentsOf({ ...entry, amount: entry.amount });
}

async function insertEntries(
  { tx, tenant }: CommandContext,
  batchId: string,
  taken: readonly TakenEntry[],
): Promise<void> {
  const rows = taken.map(({ id, account, entry, outcome, reason }) => ({
    id,
    account,
    outcome,
    reason,
    no: entry.index + 1,
    line: entry.line,
    reference: entry.reference,
    bankReference: entry.bankReference ?? null,
    currency: entry.currency ?? "",
    amount: entry.amount ?? "0",
    side: entry.side,
    reversal: entry.reversal,
    status: entry.status === "INFO" ? "INFORMATION" : (entry.status ?? "INFORMATION"),
    bookingDate: entry.bookingDate,
    valueDate: entry.valueDate,
  }));
  await tx.rows(sql`
    insert into bank_entry (tenant_id, id, batch_id, entry_no, line, account, reference, bank_reference, currency, amount, side,
      is_reversal, booking_status, booking_date, value_date, outcome, outcome_reason)
    select ${tenant.id}, id, ${batchId}, no, line, account, reference, "bankReference", currency, amount, side,
      reversal, status, "bookingDate", "valueDate", outcome, reason
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as e(id uuid, no integer, line integer, account text, reference text, "bankReference" text, currency text, amount numeric,
           side text, reversal boolean, status text, "bookingDate" date, "valueDate" date, outcome text, reason text)`);
}

async function recordPayments(
  context: CommandContext,
  incoming: readonly IncomingPayment[],
): Promise<string[]> {
  const normalised = incoming.map(({ taken, payment, receivedOn }) => ({
    taken,
    receivedOn,
    payment: {
      ...payment,
      payerAccount: payment.payerAccount ? normaliseAccount(payment.payerAccount) : null,
    },
  }));
  const candidates = await findCandidates(context, normalised);
  const receipts = normalised.map(({ taken, payment, receivedOn }) =>
    receiptOf(taken, payment, receivedOn, candidates),
  );
  const posted = await postReceipts(context, receipts);
  const credits = await lockItems(
    context,
    posted.map((p, i) => ({ id: p.itemId, from: receipts[i]?.receivedOn ?? ("" as BusinessDate) })),
  );
  const creditByReceipt = new Map(credits.map((credit) => [credit.receiptId, credit]));
  const planned = normalised.map(({ payment, receivedOn }, i) => {
    const receipt = receipts[i];
    const credit = receipt ? creditByReceipt.get(receipt.id) : undefined;
    if (!receipt || !credit) throw new Error("a posted receipt has no open item");
    const invoices = namedInvoices(payment, receipt.customerId, receipt.currency, candidates);
    const parts = planNamed(payment, invoices, receivedOn);
    return { parts: parts.map((part) => ({ credit, ...part })), status: statusOf(receipt, parts) };
  });
  await postApplications(
    context,
    planned.flatMap((p) => p.parts),
  );
  await insertRemittances(
    context,
    normalised.map((one, i) => remittanceOf(one, receipts[i], planned[i]?.status)),
  );
  return receipts.map((receipt) => receipt.id);
}

function statusOf(receipt: NewReceipt, parts: readonly PlannedPart[]): RemittanceStatus {
  if (receipt.customerId === null) return "UNIDENTIFIED";
  if (parts.length === 0) return "UNAPPLIED";
  const applied = parts.reduce((sum, part) => sum.plus(part.amount), new Decimal(0));
  return applied.eq(receipt.amount) ? "APPLIED" : "PARTLY_APPLIED";
}

function receiptOf(
  taken: TakenEntry,
  payment: BankPayment,
  receivedOn: BusinessDate,
  candidates: Candidates,
): NewReceipt {
  return {
    id: uuidv7(),
    customerId: payerOf(payment, candidates),
    amount: payment.amount,
    currency: taken.entry.currency ?? "",
    receivedOn,
    method: "BANK_TRANSFER",
    reference: payment.payerReference ?? taken.entry.bankReference ?? null,
    rate: taken.rate,
  };
}

function remittanceOf(
  { taken, payment, receivedOn }: IncomingPayment,
  receipt: NewReceipt | undefined,
  status: RemittanceStatus | undefined,
): NewRemittance {
  if (!receipt || !status) throw new Error("a payment without its receipt");
  return {
    id: uuidv7(),
    bankEntryId: taken.id,
    receiptId: receipt.id,
    customerId: receipt.customerId,
    currency: receipt.currency,
    amount: formatAmount(payment.amount, receipt.currency),
    receivedOn,
    payerName: payment.payerName,
    payerAccount: payment.payerAccount,
    payerReference: payment.payerReference,
    advice: payment.advice,
    references: payment.references,
    status,
  };
}
