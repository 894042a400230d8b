import { type ItemState, lockItems } from "../../ledger/index.js";
import { addDays, type BusinessDate } from "../../platform/business-date.js";
import type { CommandContext } from "../../platform/commands/command.js";
import type { InputChecks } from "../../platform/commands/input-checks.js";
import { refusal } from "../../platform/commands/refusal.js";
import { sql } from "../../platform/database/sql.js";
import { Decimal } from "../../platform/money.js";
import { discountOn, leftOf } from "../discount.rules.js";
import { offersTo } from "../discount-offers.js";
import { type ApplicationReason, postApplications } from "../post-applications.js";
import { allocateParts, moneyOf, type PartToApply } from "./allocate-parts.rules.js";
import { EVER, latest } from "./application-days.js";
import { type ChosenPart, checkMoney, checkPart, checkRoom } from "./chosen-parts.rules.js";
import { giveTo } from "./give-money.js";
import type { RecordedApplication } from "./match-record.js";
import { readMatchSettings } from "./match-settings.js";
import type { WaitingMatch } from "./waiting-match.js";

export interface ChosenApplications {
  /** Where the parts stand in the input, for what is wrong with all of them. */
  readonly at: string;
  readonly effectiveDate: BusinessDate;
  /** Every cent of the receipt has to be somebody's. */
  readonly mustBeWhole: boolean;
  readonly reasonOf: (partId: string) => ApplicationReason;
}

/** A part with whose it is and what is let go beside it. */
type SettledPart = ChosenPart & { readonly discount: Decimal; readonly ownerId: string };

/**
 * Applies a receipt's money as a person wants it: locks what it concerns, makes the money the customers' whose items it
 * pays, and posts. Whatever is wrong goes to `checks`, and nothing is posted then.
 */
export async function applyChosen(
  context: CommandContext,
  match: WaitingMatch,
  chosen: readonly ChosenPart[],
  how: ChosenApplications,
  checks: InputChecks,
): Promise<RecordedApplication[]> {
  const { money, items } = await lockAll(context, match, chosen, how.effectiveDate);
  checks.refusals.push(
    ...chosen.flatMap((part) =>
      checkPart(part, items.get(part.itemId ?? ""), match.currency, how.effectiveDate),
    ),
  );
  if (checks.refusals.length > 0) return [];
  const parts = await withDiscounts(context, match, chosen, items);
  const there = moneyThere(money);
  const total = { number: match.receipt.number, currency: match.currency };
  checks.refusals.push(
    ...checkRoom(parts, items),
    ...checkMoney(moneyOf(parts), there, total, how.mustBeWhole, how.at),
    ...checkOwners(parts, how),
  );
  for (const { documentDate } of money.filter((item) => !item.open.isZero()))
    if (how.effectiveDate < documentDate)
      checks.add("INVALID_DATE", "effectiveDate", `The money is there from ${documentDate} on.`);
  if (checks.refusals.length > 0) return [];
  return postChosen(context, match, parts, { money, items }, how);
}

interface Locked {
  /** The items that hold the receipt's money. */
  readonly money: readonly ItemState[];
  readonly items: ReadonlyMap<string, ItemState>;
}

async function lockAll(
  context: CommandContext,
  { receipt }: WaitingMatch,
  chosen: readonly ChosenPart[],
  from: BusinessDate,
): Promise<Locked> {
  const { tx, tenant } = context;
  const own = await tx.rows<{ id: string }>(
    sql`select id from open_item where tenant_id = ${tenant.id} and receipt_id = ${receipt.id}`,
  );
  const ids = new Set([...own.map(({ id }) => id), ...chosen.flatMap(({ itemId }) => itemId ?? [])]);
  const locked = await lockItems(
    context,
    [...ids].map((id) => ({ id, from })),
  );
  return {
    money: locked.filter((item) => item.receiptId === receipt.id),
    items: new Map(locked.map((item) => [item.id, item])),
  };
}

function moneyThere(money: readonly ItemState[]): Decimal {
  return money.reduce((sum, { available }) => sum.plus(available), new Decimal(0));
}

/** What is let go beside each: as proposed, but not more than is offered still, or what the item offers. */
async function withDiscounts(
  context: CommandContext,
  { receipt }: WaitingMatch,
  chosen: readonly ChosenPart[],
  items: ReadonlyMap<string, ItemState>,
): Promise<SettledPart[]> {
  const settings = await readMatchSettings(context);
  const offers = await offersTo(context, EVER, [...items.values()]);
  return chosen.map((part) => {
    const item = part.itemId === null ? undefined : items.get(part.itemId);
    const ownerId = item?.customerId ?? part.customerId ?? "";
    const offer = item && offers.get(item.id);
    if (!item || !offer) return { ...part, ownerId, discount: new Decimal(0) };
    if (part.discount) return { ...part, ownerId, discount: Decimal.min(part.discount, leftOf(offer)) };
    const { discountGraceDays } = settings.byCustomer.get(ownerId) ?? settings.all;
    const until = item.discountUntil && addDays(item.discountUntil, discountGraceDays);
    const isInTime = until !== null && receipt.receivedOn <= until;
    const discount = isInTime
      ? discountOn(part.amount, item.available, offer, item.currency)
      : new Decimal(0);
    return { ...part, ownerId, discount };
  });
}

/** One payer's money pays one customer, unless it is split. */
function checkOwners(parts: readonly SettledPart[], { mustBeWhole, at }: ChosenApplications) {
  const owners = new Set(parts.map(({ ownerId }) => ownerId));
  if (mustBeWhole || owners.size <= 1) return [];
  const message = "The items are of several customers. Split the money between them instead.";
  return [refusal("CUSTOMER_MISMATCH", at, message)];
}

async function postChosen(
  context: CommandContext,
  match: WaitingMatch,
  parts: readonly SettledPart[],
  locked: Locked,
  how: ChosenApplications,
): Promise<RecordedApplication[]> {
  const byOwner = Map.groupBy(parts, ({ ownerId }) => ownerId);
  const shares = [...byOwner].map(([customerId, own]) => ({ customerId, amount: moneyOf(own) }));
  const money = await giveTo(context, match.receipt, locked.money, shares, how.effectiveDate);
  const allocated = [...byOwner].flatMap(([customerId, own]) =>
    allocateParts(
      money.filter((item) => item.customerId === customerId),
      own.flatMap(({ partId, itemId, amount, discount }): PartToApply[] => {
        const item = itemId === null ? undefined : locked.items.get(itemId);
        return item ? [{ partId, item, amount, discount }] : [];
      }),
    ),
  );
  const ids = await postApplications(
    context,
    allocated.map(({ credit, debit, amount, discount, partId }) => ({
      ...{ credit, debit, amount, discount, matched: how.reasonOf(partId) },
      effectiveDate: latest(how.effectiveDate, debit.documentDate, credit.documentDate),
    })),
  );
  return allocated.map(({ partId, creditPartId }, i) => ({
    ...{ applicationId: ids[i] ?? "", matchId: match.id, partId, creditPartId },
  }));
}
