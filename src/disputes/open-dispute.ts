import { v7 as uuidv7 } from "uuid";
import { checkReason } from "../adjustments/index.js";
import { type ItemState, lockItems } from "../ledger/index.js";
import type { Command, CommandContext } from "../platform/commands/command.js";
import { documentNumber, takeNumbers } from "../platform/commands/document-numbers.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused, refusal } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { Decimal, formatAmount } from "../platform/money.js";
import { type Claim, type Disputable, type DisputeScope, spread, undisputed } from "./dispute.rules.js";
import { checkDepartment, checkNote, claimsOf, emitDispute, insertStep } from "./dispute-rows.js";
import { claimLines, type LineAsked } from "./disputed-lines.js";

export interface DisputeOpenInput {
  readonly invoiceId: string;
  /** Only what this instalment has open; all instalments if not given. */
  readonly openItemId?: string | null;
  /** Either lines or an amount; neither: all that is open and not disputed. */
  readonly lines?: readonly LineAsked[] | null;
  /** In the invoice's currency, positive. */
  readonly amount?: string | null;
  readonly reasonCode: string;
  readonly ownerDepartment: string;
  readonly note?: string | null;
}

interface DisputedInvoice {
  readonly id: string;
  readonly number: string | null;
  readonly status: string;
  readonly customerId: string;
  readonly currency: string;
}

/**
 * Notes that a customer does not accept an invoice, whole or in part: its open items stay as they are, and so much of them
 * is told as disputed. All disputes together are of no more than is open on any day from today on. What is on a payment
 * plan may be disputed too; the plan goes on.
 */
export const openDispute: Command<DisputeOpenInput, { disputeId: string }> = {
  name: "disputeOpen",
  scope: "disputes:write",
  isCheckedBesideBadIds: true,
  async run(context, input) {
    const checks = new InputChecks();
    checkDepartment(checks, input.ownerDepartment);
    checkNote(checks, input.note, "note");
    const reason = await checkReason(context, "DISPUTE", input.reasonCode);
    if (reason) checks.refusals.push(reason);
    if (input.lines != null && input.amount != null)
      checks.add("INVALID_VALUE", "amount", "A dispute is on lines or on an amount, not on both.");
    const invoice = await lockInvoice(context, input.invoiceId, checks);
    if (!invoice) return new Refused(checks.refusals);
    const parts = await disputableItems(context, invoice, input.openItemId ?? null, checks);
    const asked = await amountAsked(context, invoice, input, parts, checks);
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    const disputeId = await insertDispute(context, invoice, input, asked, spread(asked.amount, parts));
    return { disputeId };
  },
};

/** Two who dispute, or credit, the same invoice wait for each other. */
async function lockInvoice(
  { tx, tenant }: CommandContext,
  id: string,
  checks: InputChecks,
): Promise<DisputedInvoice | undefined> {
  const [invoice] = await tx.rows<DisputedInvoice>(sql`
    select id, number, status, customer_id as "customerId", currency
    from invoice where tenant_id = ${tenant.id} and id = ${id} for no key update`);
  if (!invoice) checks.add("NOT_FOUND", "invoiceId", "There is no such invoice.");
  else if (invoice.status === "DRAFT")
    checks.add(
      "INVALID_STATE",
      "invoiceId",
      "The invoice is a DRAFT; nothing is owed that could be disputed.",
    );
  return invoice;
}

/** What each of the invoice's items has open beside its disputes, the oldest due first; the items are locked. */
async function disputableItems(
  context: CommandContext,
  invoice: DisputedInvoice,
  openItemId: string | null,
  checks: InputChecks,
): Promise<Disputable[]> {
  const { tx, tenant, today } = context;
  const ids = await tx.rows<{ id: string }>(sql`
    select id from open_item where tenant_id = ${tenant.id} and invoice_id = ${invoice.id}`);
  const items = await lockItems(
    context,
    ids.map(({ id }) => ({ id, from: today })),
  );
  const wanted = items.filter((item) => openItemId === null || item.id === openItemId);
  if (openItemId !== null && wanted.length === 0)
    checks.add("NOT_FOUND", "openItemId", "The invoice has no such open item.");
  const claimed = await claimsOf(
    context,
    wanted.map((item) => item.id),
  );
  const left = (item: ItemState) => undisputed(item.available, claimed.get(item.id) ?? new Decimal(0));
  return wanted.map((item) => ({ id: item.id, left: left(item) }));
}

interface AmountAsked {
  readonly scope: DisputeScope;
  readonly amount: Decimal;
  /** By the line's UUID; none unless it is on lines. */
  readonly lines: readonly Claim[];
}

async function amountAsked(
  context: CommandContext,
  invoice: DisputedInvoice,
  { amount, lines, openItemId }: DisputeOpenInput,
  parts: readonly Disputable[],
  checks: InputChecks,
): Promise<AmountAsked> {
  const { currency } = invoice;
  const left = parts.reduce((sum, part) => sum.plus(part.left), new Decimal(0));
  if (left.isZero() && invoice.status !== "DRAFT" && (openItemId == null || parts.length > 0)) {
    const message = `Nothing of invoice ${invoice.number} is open that is not disputed already.`;
    checks.add("INVALID_STATE", "invoiceId", message);
  }
  if (lines != null) {
    const claims = await claimLines(context, { invoiceId: invoice.id, currency }, lines, checks);
    const total = claims.reduce((sum, claim) => sum.plus(claim.amount), new Decimal(0));
    if (left.gt(0)) checkWithin(checks, total, left, currency, "lines");
    return { scope: "LINES", amount: total, lines: claims };
  }
  if (amount == null) return { scope: "INVOICE", amount: left, lines: [] };
  checks.amount(amount, currency, "amount");
  if (left.gt(0)) checkWithin(checks, new Decimal(amount), left, currency, "amount");
  return { scope: "AMOUNT", amount: new Decimal(amount), lines: [] };
}

function checkWithin(
  checks: InputChecks,
  amount: Decimal,
  left: Decimal,
  currency: string,
  path: string,
): void {
  if (amount.lte(left)) return;
  const balance = formatAmount(left, currency);
  const message = `${formatAmount(amount, currency)} ${currency} is more than the ${balance} ${currency} that is open and not disputed.`;
  checks.refusals.push(refusal("AMOUNT_EXCEEDS_BALANCE", path, message, { balance, currency }));
}

async function insertDispute(
  context: CommandContext,
  invoice: DisputedInvoice,
  input: DisputeOpenInput,
  { scope, amount, lines }: AmountAsked,
  items: readonly Claim[],
): Promise<string> {
  const { tx, tenant, today } = context;
  const { customerId, currency } = invoice;
  const { reasonCode, ownerDepartment, note } = input;
  const id = uuidv7();
  const { prefix, first } = await takeNumbers(context, "DISPUTE", 1);
  const number = documentNumber(prefix, first);
  const total = formatAmount(amount, currency);
  await tx.rows(sql`
    insert into dispute (tenant_id, id, number, customer_id, invoice_id, currency, scope, amount, reason_code,
                         owner_department, note, opened_on)
    values (${tenant.id}, ${id}, ${number}, ${customerId}, ${invoice.id}, ${currency}, ${scope}, ${total}, ${reasonCode},
            ${ownerDepartment}, ${note ?? null}, ${today})`);
  await tx.rows(sql`
    insert into dispute_item (tenant_id, dispute_id, item_id, amount)
    select ${tenant.id}, ${id}, c.id, c.amount
    from unnest(${items.map((c) => c.id)}::uuid[], ${items.map((c) => c.amount.toFixed())}::numeric[]) as c(id, amount)`);
  await tx.rows(sql`
    insert into dispute_line (tenant_id, dispute_id, invoice_line_id, amount)
    select ${tenant.id}, ${id}, c.id, c.amount
    from unnest(${lines.map((c) => c.id)}::uuid[], ${lines.map((c) => c.amount.toFixed())}::numeric[]) as c(id, amount)`);
  await insertStep(context, { disputeId: id, status: "OPEN", ownerDepartment, note });
  const dispute = { id, number, customerId, invoiceId: invoice.id, currency, amount: total };
  emitDispute(context, "DISPUTE_OPENED", dispute, { reasonCode, ownerDepartment });
  return id;
}
