import { v7 as uuidv7 } from "uuid";
import { normaliseAccount } from "../customers/index.js";
import { lockItems } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { Decimal, formatAmount } from "../platform/money.js";
import { type Candidates, findCandidates, namedInvoices, payerOf } from "./bank-candidates.js";
import { type BankPayment, type PlannedPart, paymentsOf, planNamed } from "./bank-payments.rules.js";
import { pairAdvicesOf } from "./pair-advices.js";
import { postApplications } from "./post-applications.js";
import { type NewReceipt, postReceipts } from "./post-receipts.js";
import { insertRemittances, type NewRemittance, type RemittanceStatus } from "./remittance-rows.js";
import { receivedOn, type TakenEntry } from "./taken-entry.js";

/** One payment of a taken entry, on its way to a receipt and a remittance. */
interface IncomingPayment {
  readonly taken: TakenEntry;
  readonly payment: BankPayment;
  readonly receivedOn: BusinessDate;
}

/**
 * Makes receipts and remittances of the entries' payments, and applies them where they name an open invoice exactly.
 * The entries are kept already. Returns the receipts' ids.
 */
export async function recordBankPayments(
  context: CommandContext,
  entries: readonly TakenEntry[],
): Promise<string[]> {
  const normalised = entries.flatMap(incomingOf);
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
  const receiptIds = receipts.map((receipt) => receipt.id);
  await pairAdvicesOf(context, { receiptIds });
  return receiptIds;
}

function incomingOf(taken: TakenEntry): IncomingPayment[] {
  const { entry } = taken;
  if (entry.amount === null) throw new Error("an entry without an amount was not quarantined");
  return paymentsOf({ ...entry, amount: entry.amount }).map((payment) => ({
    taken,
    receivedOn: receivedOn(entry),
    payment: {
      ...payment,
      payerAccount: payment.payerAccount ? normaliseAccount(payment.payerAccount) : null,
    },
  }));
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
    method: taken.entry.details.some((detail) => detail.chequeNumber) ? "CHEQUE" : "BANK_TRANSFER",
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
