import { expect } from "vitest";
import { openDispute } from "../../../src/disputes/open-dispute.js";
import { resolveDispute } from "../../../src/disputes/resolve-dispute.js";
import { withdrawDispute } from "../../../src/disputes/withdraw-dispute.js";
import { sql } from "../../../src/platform/database/sql.js";
import { availableOf, decimal, laterOf, type ModelInvoice, type ModelItem } from "./ledger-model.js";
import type { ModelledBooks } from "./modelled-books.js";
import { mostly, type Step } from "./step.js";

/** Of an invoice: an amount, or all that is open and not disputed. */
export async function dispute(ledger: ModelledBooks, step: Step): Promise<void> {
  const invoice = mostly(ledger.invoices, (one) => leftOf(ledger, one.items) > 0, step.pick);
  if (!invoice) return;
  const left = leftOf(ledger, invoice.items);
  const isWhole = step.other % 3 === 0;
  const cents = isWhole ? left : step.other % 7 === 0 ? left + step.cents : Math.min(step.cents, left || 1);
  const allowed = invoice.status !== "DRAFT" && left > 0 && cents <= left;
  const made = await ledger.execute(allowed, openDispute, {
    invoiceId: invoice.id,
    amount: isWhole ? null : decimal(cents),
    ...{ reasonCode: "PRICE", ownerDepartment: "Sales" },
  });
  if (!made) return;
  const claims = claimed(ledger, invoice, cents);
  const told = await ledger.books.rows<{ id: string; amount: string }>(
    sql`select item_id as id, round(amount, 2) as amount from dispute_item where dispute_id = ${made.disputeId}`,
  );
  expect(told.map(({ id, amount }) => `${id} ${amount}`).toSorted()).toEqual(
    [...claims].map(([item, part]) => `${item.id} ${decimal(part)}`).toSorted(),
  );
  ledger.disputes.push({ id: made.disputeId, claims, isClosed: false });
}

/** Rejected or withdrawn. */
export async function closeDispute(ledger: ModelledBooks, step: Step): Promise<void> {
  const found = mostly(ledger.disputes, (one) => !one.isClosed, step.pick);
  if (!found) return;
  const allowed = !found.isClosed;
  const findings = { rootCause: "An old price list", correctiveAction: "Replaced" };
  const done =
    step.other % 2 === 0
      ? await ledger.execute(allowed, withdrawDispute, { disputeId: found.id, reason: "A mistake" })
      : await ledger.execute(allowed, resolveDispute, {
          ...{ disputeId: found.id, resolution: "REJECTED", ...findings },
        });
  if (done) found.isClosed = true;
}

/** What of an item is open from today on and not disputed, in cents. */
function undisputed(ledger: ModelledBooks, item: ModelItem): number {
  const open = availableOf(item, laterOf(ledger.books.today, item.documentDate));
  return Math.max(open - ledger.disputedOf(item), 0);
}

function leftOf(ledger: ModelledBooks, items: readonly ModelItem[]): number {
  return items.reduce((sum, item) => sum + undisputed(ledger, item), 0);
}

/** Laid over the invoice's items, the oldest due first. */
function claimed(ledger: ModelledBooks, invoice: ModelInvoice, cents: number): Map<ModelItem, number> {
  const claims = new Map<ModelItem, number>();
  let left = cents;
  for (const item of invoice.items) {
    const part = Math.min(left, undisputed(ledger, item));
    if (part > 0) claims.set(item, part);
    left -= part;
  }
  return claims;
}
