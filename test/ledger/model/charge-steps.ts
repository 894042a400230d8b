import { createChargeback, createDebitMemo } from "../../../src/adjustments/create-charge.js";
import { reverseCharge } from "../../../src/adjustments/reverse-charge.js";
import { sql } from "../../../src/platform/database/sql.js";
import { availableOf, decimal, fits, type ModelItem } from "./ledger-model.js";
import type { ModelledBooks } from "./modelled-books.js";
import type { AskedFor } from "./requests.js";
import { after, currencyOf, dayOf2026, mostly, pickOf, type Step } from "./step.js";

const ACCOUNTS = ["REVENUE", "DEDUCTIONS", "LATE_FEE_INCOME", "CASH_CLEARING"] as const;

export async function debitMemo(ledger: ModelledBooks, step: Step): Promise<void> {
  const asked = debitMemoAsked(ledger, step);
  if (asked) await ledger.does(asked);
}

export function debitMemoAsked(ledger: ModelledBooks, step: Step): AskedFor<typeof createDebitMemo> | null {
  const customerId = pickOf(ledger.customers, step.other);
  if (!customerId) return null;
  const currency = currencyOf(step);
  const documentDate = dayOf2026(step.day);
  const dueDate = after(documentDate, step.later);
  return {
    command: createDebitMemo,
    input: {
      ...{ customerId, currency, documentDate, dueDate, amount: decimal(step.cents), reasonCode: "FREIGHT" },
      account: pickOf(ACCOUNTS, step.cents) ?? "REVENUE",
    },
    canBeDone: (areOpen) =>
      dueDate >= documentDate && areOpen([documentDate]) && ledger.hasRate(currency, documentDate),
    maker: "AR_SPECIALIST",
    waits: () => currency === "EUR",
    keep: ({ chargeId }) => keep(ledger, chargeId, null, documentDate),
  };
}

export async function chargeback(ledger: ModelledBooks, step: Step): Promise<void> {
  const asked = chargebackAsked(ledger, step);
  if (asked) await ledger.does(asked);
}

export function chargebackAsked(ledger: ModelledBooks, step: Step): AskedFor<typeof createChargeback> | null {
  const source = mostly(ledger.debits(), (one) => availableOf(one, one.documentDate) > 0, step.pick);
  if (!source) return null;
  const effectiveDate = after(source.documentDate, step.later);
  const cents = Math.min(step.cents, Math.max(availableOf(source, effectiveDate), 1));
  const proposed = [{ item: source, day: effectiveDate, cents: -cents }];
  return {
    command: createChargeback,
    input: { openItemId: source.id, amount: decimal(cents), reasonCode: "SHORTAGE", effectiveDate },
    canBeDone: (areOpen) =>
      effectiveDate >= source.documentDate &&
      availableOf(source, effectiveDate) >= cents &&
      areOpen([effectiveDate]) &&
      fits(proposed),
    maker: "AR_SPECIALIST",
    waits: () => source.currency === "EUR",
    async keep({ chargeId }) {
      ledger.move(proposed);
      await keep(ledger, chargeId, source, effectiveDate);
    },
  };
}

export async function reverseOneCharge(ledger: ModelledBooks, step: Step): Promise<void> {
  const found = mostly(ledger.charges, (one) => !one.reversed, step.pick);
  if (!found) return;
  const { item, source } = found;
  const effectiveDate = after(item.documentDate, step.later);
  const proposed = [
    { item, day: effectiveDate, cents: -item.original },
    ...(source ? [{ item: source, day: effectiveDate, cents: item.original }] : []),
  ];
  const allowed =
    !found.reversed &&
    effectiveDate >= item.documentDate &&
    availableOf(item, effectiveDate) === item.original &&
    ledger.isOpen([effectiveDate]) &&
    fits(proposed);
  const done = await ledger.execute(allowed, reverseCharge, { chargeId: found.id, effectiveDate });
  if (!done) return;
  found.reversed = true;
  ledger.move(proposed);
}

async function keep(ledger: ModelledBooks, id: string, source: ModelItem | null, day: string): Promise<void> {
  const [item] = await ledger.newItems(sql`id = (select item_id from charge where id = ${id})`, day);
  if (item) ledger.charges.push({ id, item, source, reversed: false });
}
