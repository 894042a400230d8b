import { v7 as uuidv7 } from "uuid";
import { normaliseAccount } from "../customers/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { formatAmount } from "../platform/money.js";
import { type BankPayment, paymentsOf } from "./bank-payments.rules.js";
import { type MatchedReceipt, recordMatchedReceipts } from "./matches/record-matched-receipts.js";
import type { MatchPayment } from "./matching/index.js";
import type { NewReceipt } from "./post-receipts.js";
import { insertRemittances, type NewRemittance } from "./remittance-rows.js";
import { receivedOn, type TakenEntry } from "./taken-entry.js";

/** One payment of a taken entry, on its way to a receipt and a remittance. */
interface IncomingPayment {
  readonly taken: TakenEntry;
  readonly payment: BankPayment;
  readonly receipt: Omit<NewReceipt, "customerId">;
}

/**
 * Makes receipts and remittances of the entries' payments, and applies them where matching is sure. The entries are kept
 * already. Returns the receipts' ids.
 */
export async function recordBankPayments(
  context: CommandContext,
  entries: readonly TakenEntry[],
): Promise<string[]> {
  const incoming = entries.flatMap(incomingOf);
  const recorded = await recordMatchedReceipts(
    context,
    incoming.map(({ payment, receipt }) => ({ receipt, payment: matchPaymentOf(payment, receipt) })),
  );
  await insertRemittances(
    context,
    incoming.flatMap((one, i) => {
      const matched = recorded[i];
      return matched ? [remittanceOf(one, matched)] : [];
    }),
  );
  return incoming.map(({ receipt }) => receipt.id);
}

function incomingOf(taken: TakenEntry): IncomingPayment[] {
  const { entry } = taken;
  if (entry.amount === null) throw new Error("an entry without an amount was not quarantined");
  return paymentsOf({ ...entry, amount: entry.amount }).map((given) => {
    const payerAccount = given.payerAccount ? normaliseAccount(given.payerAccount) : null;
    const payment = { ...given, payerAccount };
    return { taken, payment, receipt: receiptOf(taken, payment, receivedOn(entry)) };
  });
}

function receiptOf(
  taken: TakenEntry,
  payment: BankPayment,
  receivedOn: BusinessDate,
): Omit<NewReceipt, "customerId"> {
  return {
    id: uuidv7(),
    amount: payment.amount,
    currency: taken.entry.currency ?? "",
    receivedOn,
    method: "BANK_TRANSFER",
    reference: payment.payerReference ?? taken.entry.bankReference ?? null,
    rate: taken.rate,
  };
}

function matchPaymentOf(
  { payerName, payerAccount, text, lines }: BankPayment,
  { id, receivedOn, amount, currency }: Omit<NewReceipt, "customerId">,
): MatchPayment {
  const payer = { payerName, payerAccount, customerNumber: null };
  return { id, date: receivedOn, amount, currency, ...payer, text, advice: lines };
}

function remittanceOf({ taken, payment, receipt }: IncomingPayment, matched: MatchedReceipt): NewRemittance {
  return {
    id: uuidv7(),
    bankEntryId: taken.id,
    receiptId: receipt.id,
    customerId: matched.customerId,
    currency: receipt.currency,
    amount: formatAmount(payment.amount, receipt.currency),
    receivedOn: receipt.receivedOn,
    payerName: payment.payerName,
    payerAccount: payment.payerAccount,
    payerReference: payment.payerReference,
    customerNumber: null,
    advice: payment.advice,
    references: payment.references,
    lines: payment.lines,
    status: matched.status,
    match: matched.record,
  };
}
