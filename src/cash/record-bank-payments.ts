import { v7 as uuidv7 } from "uuid";
import { normaliseAccount } from "../customers/index.js";
import type { CommandContext } from "../platform/commands/command.js";
import { sql } from "../platform/database/sql.js";
import { formatAmount } from "../platform/money.js";
import { linesOfAdvices } from "./advice-lines.js";
import type { AdvicePairing, PairablePayment } from "./advices/index.js";
import type { BankEntry } from "./bank-files/index.js";
import { amountsOf, type BankPayment, paymentsOf } from "./bank-payments.rules.js";
import { type Decided, matchInChunks, PAYMENTS_AT_A_TIME } from "./matches/match-in-chunks.js";
import { type MatchedReceipt, recordMatchedReceipts } from "./matches/record-matched-receipts.js";
import type { AdviceLine, MatchPayment } from "./matching/index.js";
import { advisedAmounts, findPairs, keepPairs } from "./pair-advices.js";
import type { NewReceipt } from "./post-receipts.js";
import { insertRemittances, type NewRemittance } from "./remittance-rows.js";
import { receivedOn, type TakenEntry } from "./taken-entry.js";

/** One payment of a taken entry, on its way to a receipt and a remittance. */
interface IncomingPayment {
  readonly taken: TakenEntry;
  readonly stated: BankPayment;
  readonly receipt: Omit<NewReceipt, "customerId">;
  /** As matching sees it. */
  readonly payment: MatchPayment;
}

/**
 * Makes receipts and remittances of the entries' payments, and applies them where matching is sure. The entries are kept already:
 * they are taken out of the array as their payments are looked at, so that what was read of a large file is let go. A chunk
 * of `size` payments is in the file's order. Returns the receipts' ids, in that order too.
 */
export async function recordBankPayments(
  context: CommandContext,
  entries: TakenEntry[],
  size = PAYMENTS_AT_A_TIME,
): Promise<string[]> {
  const receiptIds = entries.map((taken) => amountsOf(creditOf(taken)).map(() => uuidv7()));
  const all = receiptIds.flat();
  const queue = entries
    .splice(0)
    .map((taken, i): QueuedEntry => ({ taken, receiptIds: receiptIds[i] ?? [] }));
  if (all.length > size) queue.sort((a, b) => compareDays(a, b));
  const pairs = await pairsOf(context, queue);
  const advised = await linesByPayment(context, pairs);
  const waiting = all.length > size ? packed(queue, size) : [queue.splice(0)];
  const payments = { count: all.length, chunks: () => chunksOf(context, waiting, advised, size) };
  let isKnown = all.length <= size;
  await matchInChunks(context, payments, size, async (decided) => {
    // All that the chunk before has told of is locked: it need not be held until the end.
    await context.writeEvents();
    await recordChunk(context, decided);
    if (!isKnown) await context.tx.rows(sql`select learn_new_tables()`);
    isKnown = true;
  });
  await keepPairs(context, pairs);
  return all;
}

interface QueuedEntry {
  readonly taken: TakenEntry;
  /** Of its payments, in their order. */
  readonly receiptIds: readonly string[];
}

function compareDays(a: QueuedEntry, b: QueuedEntry): number {
  const [one, other] = [receivedOn(a.taken.entry), receivedOn(b.taken.entry)];
  return one < other ? -1 : one > other ? 1 : 0;
}

function creditOf({ entry }: TakenEntry): BankEntry & { readonly amount: string } {
  if (entry.amount === null) throw new Error("an entry without an amount was not quarantined");
  return { ...entry, amount: entry.amount };
}

/** Pairs with advices: only payments of the amount of one that waits are looked at. */
async function pairsOf(context: CommandContext, queue: readonly QueuedEntry[]): Promise<AdvicePairing[]> {
  const amounts = (one: QueuedEntry) => amountsOf(creditOf(one.taken)).map((amount) => amount.toFixed());
  const advised = await advisedAmounts(context, [...new Set(queue.flatMap(amounts))]);
  if (advised.size === 0) return [];
  const possible = queue.filter((one) => amounts(one).some((amount) => advised.has(amount)));
  const payments = (await asKnown(context, possible.flatMap(incomingOf))).map(pairableOf);
  return findPairs(context, { payments: payments.filter(({ amount }) => advised.has(`${amount}`)) });
}

/** Entries whose turn comes later, as text: so they take a third of the memory, and none of the heap. */
function packed(queue: QueuedEntry[], size: number): Buffer[] {
  const packs: Buffer[] = [];
  while (queue.length > 0) packs.push(Buffer.from(JSON.stringify(queue.splice(0, size))));
  return packs;
}

function unpacked(pack: Buffer | QueuedEntry[]): QueuedEntry[] {
  return Buffer.isBuffer(pack) ? (JSON.parse(pack.toString()) as QueuedEntry[]) : pack;
}

/** The payments of the entries that wait, which are let go. */
async function* chunksOf(
  context: CommandContext,
  waiting: (Buffer | QueuedEntry[])[],
  advised: ReadonlyMap<string, readonly AdviceLine[]>,
  size: number,
): AsyncGenerator<IncomingPayment[]> {
  let chunk: IncomingPayment[] = [];
  for (const one of paymentsIn(waiting)) {
    const advice = advised.get(one.receipt.id) ?? one.payment.advice;
    chunk.push({ ...one, payment: { ...one.payment, advice } });
    if (chunk.length < size) continue;
    yield await asKnown(context, chunk);
    chunk = [];
  }
  if (chunk.length > 0) yield await asKnown(context, chunk);
}

/** One entry may be any number of payments. */
function* paymentsIn(waiting: (Buffer | QueuedEntry[])[]): Generator<IncomingPayment> {
  for (let pack = waiting.shift(); pack; pack = waiting.shift())
    for (const one of unpacked(pack)) yield* incomingOf(one);
}

/** What earlier chunks of the file have settled is settled for these, as if they were of another file. */
async function recordChunk(
  context: CommandContext,
  decided: readonly Decided<IncomingPayment>[],
): Promise<void> {
  const recorded = await recordMatchedReceipts(
    context,
    decided.map(({ one, match }) => ({ receipt: one.receipt, match })),
  );
  await insertRemittances(
    context,
    decided.flatMap(({ one }, i) => {
      const matched = recorded[i];
      return matched ? [remittanceOf(one, matched)] : [];
    }),
  );
}

function incomingOf({ taken, receiptIds }: QueuedEntry): IncomingPayment[] {
  return paymentsOf(creditOf(taken)).map((given, i) => {
    const payerAccount = given.payerAccount ? normaliseAccount(given.payerAccount) : null;
    const stated = { ...given, payerAccount };
    const receipt = receiptOf(taken, stated, receiptIds[i] ?? uuidv7());
    return { taken, stated, receipt, payment: matchPaymentOf(stated, receipt) };
  });
}

/** A MICR line fills the account's number with zeros in front; a customer may be known without them. */
async function asKnown(
  { tx, tenant }: CommandContext,
  incoming: readonly IncomingPayment[],
): Promise<IncomingPayment[]> {
  const short = new Map(incoming.map((one) => [one, withoutZeros(one.stated)]));
  const asked = [...short.values()].flatMap((account) => account ?? []);
  if (asked.length === 0) return [...incoming];
  const known = await tx.rows<{ account: string }>(sql`
    select account from customer_bank_account where tenant_id = ${tenant.id} and account = any(${asked})`);
  const accounts = new Set(known.map(({ account }) => account));
  return incoming.map((one) => {
    const payerAccount = short.get(one);
    if (!payerAccount || !accounts.has(payerAccount)) return one;
    return {
      ...one,
      stated: { ...one.stated, payerAccount },
      payment: { ...one.payment, payerAccount },
    };
  });
}

function withoutZeros({ payerAccount, payerRouting }: BankPayment): string | null {
  if (!payerAccount || !payerRouting || !payerAccount.startsWith(payerRouting)) return null;
  const short = payerRouting + payerAccount.slice(payerRouting.length).replace(/^0+/, "");
  return short === payerAccount ? null : short;
}

function pairableOf({ taken, stated, receipt }: IncomingPayment): PairablePayment {
  const { id, amount, currency, receivedOn } = receipt;
  const { payerAccount: account, payerName: name, payerReference, references } = stated;
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

function receiptOf(taken: TakenEntry, payment: BankPayment, id: string): Omit<NewReceipt, "customerId"> {
  return {
    id,
    amount: payment.amount,
    currency: taken.entry.currency ?? "",
    receivedOn: receivedOn(taken.entry),
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

function remittanceOf({ taken, stated, receipt }: IncomingPayment, matched: MatchedReceipt): NewRemittance {
  return {
    id: uuidv7(),
    bankEntryId: taken.id,
    receiptId: receipt.id,
    customerId: matched.customerId,
    currency: receipt.currency,
    amount: formatAmount(stated.amount, receipt.currency),
    receivedOn: receipt.receivedOn,
    payerName: stated.payerName,
    payerAccount: stated.payerAccount,
    payerReference: stated.payerReference,
    customerNumber: null,
    advice: stated.advice,
    references: stated.references,
    lines: stated.lines,
    status: matched.status,
    match: matched.record,
  };
}
