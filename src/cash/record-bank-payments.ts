import { v7 as uuidv7 } from "uuid";
import { normaliseAccount } from "../customers/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { sql } from "../platform/database/sql.js";
import { formatAmount } from "../platform/money.js";
import { linesOfAdvices } from "./advice-lines.js";
import type { AdvicePairing, PairablePayment } from "./advices/index.js";
import { type BankPayment, paymentsOf } from "./bank-payments.rules.js";
import { type MatchedReceipt, recordMatchedReceipts } from "./matches/record-matched-receipts.js";
import type { AdviceLine, MatchPayment } from "./matching/index.js";
import { findPairs, keepPairs } from "./pair-advices.js";
import type { NewReceipt } from "./post-receipts.js";
import { insertRemittances, type NewRemittance } from "./remittance-rows.js";
import { receivedOn, type TakenEntry } from "./taken-entry.js";

/** One payment of a taken entry, on its way to a receipt and a remittance. */
interface IncomingPayment {
  readonly taken: TakenEntry;
  readonly payment: BankPayment;
  readonly receipt: Omit<NewReceipt, "customerId">;
}

/** So many payments at a time are matched and posted: neither a statement nor what matching looks at grows with the file. */
const CHUNK = 2_000;

/**
 * Makes receipts and remittances of the entries' payments, and applies them where matching is sure, in the file's order. The
 * entries are kept already. Returns the receipts' ids.
 */
export async function recordBankPayments(
  context: CommandContext,
  entries: readonly TakenEntry[],
): Promise<string[]> {
  const incoming = await asKnown(context, entries.flatMap(incomingOf));
  const pairs = await findPairs(context, { payments: incoming.map(pairableOf) });
  const advised = await linesByPayment(context, pairs);
  for (let start = 0; start < incoming.length; start += CHUNK)
    await recordChunk(context, incoming.slice(start, start + CHUNK), advised);
  await keepPairs(context, pairs);
  return incoming.map(({ receipt }) => receipt.id);
}

/** What earlier payments of the file have settled is settled for these, as if they were of another file. */
async function recordChunk(
  context: CommandContext,
  incoming: readonly IncomingPayment[],
  advised: ReadonlyMap<string, readonly AdviceLine[]>,
): Promise<void> {
  const recorded = await recordMatchedReceipts(
    context,
    incoming.map(({ payment, receipt }) => {
      const lines = advised.get(receipt.id) ?? payment.lines;
      return { receipt, payment: matchPaymentOf({ ...payment, lines }, receipt) };
    }),
  );
  await insertRemittances(
    context,
    incoming.flatMap((one, i) => {
      const matched = recorded[i];
      return matched ? [remittanceOf(one, matched)] : [];
    }),
  );
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

/** A MICR line fills the account's number with zeros in front; a customer may be known without them. */
async function asKnown(
  { tx, tenant }: CommandContext,
  incoming: readonly IncomingPayment[],
): Promise<IncomingPayment[]> {
  const short = new Map(incoming.map((one) => [one, withoutZeros(one.payment)]));
  const asked = [...short.values()].flatMap((account) => account ?? []);
  if (asked.length === 0) return [...incoming];
  const known = await tx.rows<{ account: string }>(sql`
    select account from customer_bank_account where tenant_id = ${tenant.id} and account = any(${asked})`);
  const accounts = new Set(known.map(({ account }) => account));
  return incoming.map((one) => {
    const payerAccount = short.get(one);
    return payerAccount && accounts.has(payerAccount)
      ? { ...one, payment: { ...one.payment, payerAccount } }
      : one;
  });
}

function withoutZeros({ payerAccount, payerRouting }: BankPayment): string | null {
  if (!payerAccount || !payerRouting || !payerAccount.startsWith(payerRouting)) return null;
  const short = payerRouting + payerAccount.slice(payerRouting.length).replace(/^0+/, "");
  return short === payerAccount ? null : short;
}

function pairableOf({ taken, payment, receipt }: IncomingPayment): PairablePayment {
  const { id, amount, currency, receivedOn } = receipt;
  const { payerAccount: account, payerName: name, payerReference, references } = payment;
  const own = [payerReference, taken.entry.bankReference].flatMap((one) => one ?? []);
  const cheques = taken.entry.details.flatMap(({ chequeNumber }) => chequeNumber ?? []);
  return {
    ...{ id, currency, receivedOn, amount: amount.toFixed() },
    payer: { customerId: null, account, name },
    references: [...own, ...cheques, ...references],
  };
}

async function linesByPayment(
  context: CommandContext,
  pairs: readonly AdvicePairing[],
): Promise<Map<string, readonly AdviceLine[]>> {
  const lines = await linesOfAdvices(
    context,
    pairs.map(({ adviceId }) => adviceId),
  );
  return new Map(
    pairs.flatMap(({ adviceId, paymentId }) => {
      const own = lines.get(adviceId) ?? [];
      return own.length > 0 ? [[paymentId, own]] : [];
    }),
  );
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
    method: taken.entry.details.some((detail) => detail.chequeNumber) ? "CHEQUE" : "BANK_TRANSFER",
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
