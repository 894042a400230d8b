import { standingDisputesOf } from "../disputes/index.js";
import { type ItemState, lockItems } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { type Refusal, refusal } from "../platform/commands/refusal.js";
import { Decimal } from "../platform/money.js";
import { activePlansOf } from "./payment-plan.queries.js";

/** The items that a plan is to be over, locked, and everything that keeps them from being in one. */
export interface PlanItems {
  /** By due date. */
  readonly items: readonly ItemState[];
  /** What they have open together; the plan's amount. */
  readonly total: Decimal;
  readonly refusals: readonly Refusal[];
}

/**
 * Locks items and looks at what they are: debits with something open, of one customer, in one currency, in no other
 * active plan, of which nothing is disputed. Two plans that want the same item wait for each other here. `at` is the input's path of an item.
 */
export async function lockPlanItems(
  context: CommandContext,
  itemIds: readonly string[],
  at: (index: number) => string,
): Promise<PlanItems> {
  const items = await lockItems(
    context,
    itemIds.map((id) => ({ id, from: context.today })),
  );
  const planned = await activePlansOf(context.tx, context.tenant.id, itemIds);
  const disputed = await disputedItems(context, items);
  const byId = new Map(items.map((item) => [item.id, item]));
  const planOf = new Map(planned.map(({ itemId, number }) => [itemId, number]));
  const first = itemIds.flatMap((id) => byId.get(id) ?? [])[0];
  const refusals = itemIds.flatMap((id, i) => [
    ...obstaclesOf(byId.get(id), first, planOf.get(id), at(i)),
    ...notYetDated(byId.get(id), context.today, at(i)),
    ...disputed.filter(({ itemId }) => itemId === id).map(({ why }) => refusal("INVALID_STATE", at(i), why)),
  ]);
  return { items, total: openOf(items), refusals };
}

/** What items have open together. */
export function openOf(items: readonly ItemState[]): Decimal {
  return items.reduce((sum, item) => sum.plus(item.available), new Decimal(0));
}

/** Of which of these items something is disputed, in words. What is settled is not: nothing of it is in question. */
export async function disputedItems(
  context: CommandContext,
  items: readonly ItemState[],
): Promise<{ readonly itemId: string; readonly why: string }[]> {
  const open = items.filter((item) => item.available.gt(0));
  const disputes = await standingDisputesOf(
    context,
    open.map(({ id }) => id),
  );
  return open.flatMap(({ id, documentNumber }) => {
    const numbers = disputes.get(id)?.join(" and ");
    if (numbers === undefined) return [];
    const why = `${documentNumber} is disputed (${numbers}); a plan is over what is accepted. Resolve or withdraw that first.`;
    return [{ itemId: id, why }];
  });
}

function obstaclesOf(
  item: ItemState | undefined,
  first: ItemState | undefined,
  otherPlan: string | undefined,
  path: string,
): Refusal[] {
  if (!item?.customerId || !first) return [refusal("NOT_FOUND", path, "There is no such open item.")];
  const found: Refusal[] = [];
  const { documentNumber, currency } = item;
  if (currency !== first.currency) {
    const message = `${documentNumber} is in ${currency}, ${first.documentNumber} in ${first.currency}. A plan is in one currency.`;
    found.push(refusal("CURRENCY_MISMATCH", path, message));
  }
  if (item.customerId !== first.customerId) {
    const message = `${documentNumber} belongs to another customer than ${first.documentNumber}.`;
    found.push(refusal("CUSTOMER_MISMATCH", path, message));
  }
  if (item.original.isNegative()) {
    const message = `${documentNumber} is a credit; a plan is over what is owed.`;
    found.push(refusal("INVALID_STATE", path, message));
  } else if (item.available.isZero()) {
    found.push(refusal("INVALID_STATE", path, `Nothing of ${documentNumber} is open; it needs no plan.`));
  }
  if (otherPlan !== undefined) {
    const message = `${documentNumber} is in the active payment plan ${otherPlan} already.`;
    found.push(refusal("INVALID_STATE", path, message));
  }
  return found;
}

/** What is dated later is not owed yet: a plan over it alone would look paid. */
function notYetDated(item: ItemState | undefined, today: BusinessDate, path: string): Refusal[] {
  if (!item || item.documentDate <= today) return [];
  const message = `${item.documentNumber} is dated ${item.documentDate}; a plan is over what is owed today.`;
  return [refusal("INVALID_STATE", path, message)];
}
