import { v7 as uuidv7 } from "uuid";
import { postApplications } from "../cash/index.js";
import { type ItemState, lockItems, rateOn } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import { approvable } from "../platform/commands/approval.js";
import type { CommandContext } from "../platform/commands/command.js";
import { documentNumber, takeNumbers } from "../platform/commands/document-numbers.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused, refusal, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { Decimal, formatAmount } from "../platform/money.js";
import { creditRoom, exceedsRoom, type LineCredit, priceCredits } from "./credit-memo.rules.js";
import { lockInvoice, readCreditableLines, readLetGo } from "./credit-memo-rows.js";
import { type CreditToPost, postCreditMemos, tellCreated } from "./post-credit-memos.js";
import { checkReason } from "./reason-codes.js";
import { afterWhat, creditedAlone } from "./taken-alone.js";

export interface CreditMemoCreateInput {
  /** Against this invoice: its lines, at least one, or all that is left of each when not given. */
  readonly invoiceId?: string | null;
  readonly lines?: readonly LineCredit[] | null;
  /** Or on account: a customer, an amount without tax, and its currency. */
  readonly customerId?: string | null;
  readonly amount?: string | null;
  readonly currency?: string | null;
  readonly reasonCode: string;
  readonly note?: string | null;
  /** The memo's date and the day from which it counts; today if not given. */
  readonly documentDate?: string | null;
  /** Whether it is applied to its invoice at once, as far as that is open. */
  readonly applyToInvoice: boolean;
}

/** Credits a customer, against an invoice's lines or on account, and applies it to that invoice first. */
export const createCreditMemo = approvable<
  CreditMemoCreateInput,
  { creditMemoId: string; applicationIds: string[] }
>({
  name: "creditMemoCreate",
  scope: "adjustments:write",
  postingDateAt: "documentDate",
  async run(context, input) {
    const checks = new InputChecks();
    const given = checks.date(input.documentDate ?? context.today, "documentDate");
    const reason = await checkReason(context, "CREDIT_MEMO", input.reasonCode);
    if (reason) checks.refusals.push(reason);
    const date = given ?? context.today;
    const credit = await creditOf(context, input, date);
    if (credit instanceof Refused || checks.refusals.length > 0) {
      return new Refused([...checks.refusals, ...(credit instanceof Refused ? credit.refusals : [])]);
    }
    const before = credit.invoiceId ? await creditedAlone(context, credit.invoiceId) : new Decimal(0);
    const number = await postCredit(context, credit, input);
    const items = await itemsOf(context, credit);
    const applicationIds = input.applyToInvoice ? await applyToInvoice(context, items, date) : [];
    const total = formatAmount(credit.net.plus(credit.tax), credit.currency);
    context.needsApproval({
      kind: "CREDIT_MEMO",
      amount: total,
      currency: credit.currency,
      before: before.toFixed(),
      customerId: credit.customerId,
      itemIds: items.filter((item) => item.invoiceId !== null).map((item) => item.id),
      reasonCode: input.reasonCode,
      summary: `Credit ${total} ${credit.currency}${credit.invoiceNumber ? ` against invoice ${credit.invoiceNumber}` : " on account"}${afterWhat(before, credit.currency)}`,
    });
    tellCreated(context, { ...credit, number });
    return { creditMemoId: credit.id, applicationIds };
  },
});

/** What is to be credited, or everything that is wrong with it. */
async function creditOf(
  context: CommandContext,
  input: CreditMemoCreateInput,
  date: BusinessDate,
): Promise<CreditToPost | Refused> {
  const { invoiceId, customerId } = input;
  if ((invoiceId == null) === (customerId == null)) {
    return refuse(refusal("REQUIRED", "invoiceId", "Name either an invoice or, on account, a customer."));
  }
  return invoiceId ? againstInvoice(context, invoiceId, input, date) : onAccount(context, input, date);
}

async function againstInvoice(
  context: CommandContext,
  invoiceId: string,
  { lines: asked }: CreditMemoCreateInput,
  date: BusinessDate,
): Promise<CreditToPost | Refused> {
  const invoice = await lockInvoice(context, invoiceId);
  if (!invoice) return refuse(refusal("NOT_FOUND", "invoiceId", "There is no such invoice."));
  if (invoice.status !== "ISSUED" || invoice.rate === null) {
    return refuse(
      refusal(
        "INVALID_STATE",
        "invoiceId",
        `The invoice is ${invoice.status}; only an issued one is credited.`,
      ),
    );
  }
  const checks = new InputChecks();
  if (date < invoice.documentDate) {
    const message = `The invoice is dated ${invoice.documentDate}; it is not credited before.`;
    checks.add("INVALID_DATE", "documentDate", message);
  }
  const letGo = await readLetGo(context, invoiceId, date);
  const lines = await readCreditableLines(context, invoiceId);
  const left = [...lines.values()].filter((line) => line.net.gt(line.creditedNet));
  if (asked?.length === 0) {
    checks.add("REQUIRED", "lines", "Name a line, or leave `lines` out to credit all that is left.");
  } else if (!asked && left.length === 0) {
    checks.add("INVALID_STATE", "invoiceId", `Nothing of invoice ${invoice.number} is left to credit.`);
  }
  const credits = asked ?? left.map((line) => ({ invoiceLineId: line.id }));
  const { priced, refusals } = priceCredits(credits, lines, invoice.currency);
  const net = priced.reduce((sum, line) => sum.plus(line.net), new Decimal(0));
  const tax = priced.reduce((sum, line) => sum.plus(line.tax), new Decimal(0));
  const room = creditRoom(lines.values(), letGo);
  const tooMuch = exceedsRoom(net.plus(tax), room, letGo, invoice, asked ? "lines" : "invoiceId");
  checks.refusals.push(...refusals, ...tooMuch);
  if (checks.refusals.length > 0) return new Refused(checks.refusals);
  return {
    id: uuidv7(),
    customerId: invoice.customerId,
    invoiceId,
    invoiceNumber: invoice.number,
    currency: invoice.currency,
    // The invoice's own rate, so that what is credited in full leaves no exchange difference.
    rate: invoice.rate,
    date,
    lines: priced,
    net,
    tax,
  };
}

async function onAccount(
  context: CommandContext,
  { customerId, amount, currency: given }: CreditMemoCreateInput,
  date: BusinessDate,
): Promise<CreditToPost | Refused> {
  const { tx, tenant } = context;
  const [customer] = await tx.rows<{ id: string; currency: string }>(sql`
    select id, currency from customer where tenant_id = ${tenant.id} and id = ${customerId ?? null}`);
  const checks = new InputChecks();
  const currency = given ?? customer?.currency ?? tenant.functionalCurrency;
  checks.currency(currency, "currency");
  const rate = checks.refusals.length > 0 ? null : await rateOn(tx, tenant, currency, date, "currency");
  if (rate instanceof Refused) checks.refusals.push(...rate.refusals);
  if (!customer) checks.add("NOT_FOUND", "customerId", "There is no such customer.");
  if (amount == null) checks.add("REQUIRED", "amount", "Say how much.");
  else checks.amount(amount, currency, "amount");
  if (!customer || amount == null || rate === null || rate instanceof Refused || checks.refusals.length > 0) {
    return new Refused(checks.refusals);
  }
  const whole = { customerId: customer.id, invoiceId: null, invoiceNumber: null, lines: [] };
  return { id: uuidv7(), ...whole, currency, rate, date, net: new Decimal(amount), tax: new Decimal(0) };
}

/** Gives the memo the next number of our own and posts it. Returns the number. */
async function postCredit(
  context: CommandContext,
  credit: CreditToPost,
  { reasonCode, note = null }: CreditMemoCreateInput,
): Promise<string> {
  const { prefix, first } = await takeNumbers(context, "CREDIT_MEMO", 1);
  const number = documentNumber(prefix, first);
  const head = { number, sequenceNo: first, importHash: null, reasonCode, note };
  await postCreditMemos(context, [{ ...credit, ...head }]);
  return number;
}

/** The memo's item, and those of the invoice that it is against, locked. */
async function itemsOf(context: CommandContext, { id, invoiceId, date }: CreditToPost): Promise<ItemState[]> {
  const { tx, tenant } = context;
  const items = await tx.rows<{ id: string }>(sql`
    select id from open_item
    where tenant_id = ${tenant.id} and (credit_memo_id = ${id} or invoice_id = ${invoiceId})`);
  return lockItems(
    context,
    items.map((item) => ({ id: item.id, from: date })),
  );
}

/** Oldest due first, as far as the invoice is open; the rest stays on account. */
async function applyToInvoice(
  context: CommandContext,
  items: readonly ItemState[],
  effectiveDate: BusinessDate,
): Promise<string[]> {
  const credit = items.find((item) => item.kind === "CREDIT_MEMO");
  if (!credit) return [];
  let left = credit.available;
  const applications = [];
  for (const debit of items.filter((item) => item.invoiceId !== null)) {
    const amount = Decimal.min(left, debit.available);
    if (amount.lte(0)) continue;
    applications.push({ credit, debit, amount, effectiveDate });
    left = left.minus(amount);
  }
  return postApplications(context, applications);
}
