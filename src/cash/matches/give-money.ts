import { chartOf, type ItemState, type JournalEntry, lockItems, post } from "../../ledger/index.js";
import type { BusinessDate } from "../../platform/business-date.js";
import type { CommandContext } from "../../platform/commands/command.js";
import { Decimal } from "../../platform/money.js";
import { moneyMoved, nameThePayer } from "../move-receipt-money.js";
import type { MatchedReceiptRow } from "./waiting-match.js";

/** What a customer is to have of a receipt's money. */
export interface MoneyShare {
  readonly customerId: string;
  readonly amount: Decimal;
}

/**
 * Sees to it that each customer has its share of the receipt's money: first of what it has, then of nobody's, then of what
 * others have beyond their shares. All of nobody's money becomes the customer's when there is only one. Returns the items
 * that hold the money now, locked. The items are locked and have enough.
 */
export async function giveTo(
  context: CommandContext,
  receipt: MatchedReceiptRow,
  money: readonly ItemState[],
  shares: readonly MoneyShare[],
  effectiveDate: BusinessDate,
): Promise<ItemState[]> {
  const { tx, tenant } = context;
  const chart = await chartOf(tx, tenant.id);
  const entries: JournalEntry[] = [];
  const opened: string[] = [];
  const [first] = shares;
  const take = (from: ItemState, amount: Decimal, customerId: string) => {
    const moved = { receiptId: receipt.id, number: receipt.number, from, amount, customerId, effectiveDate };
    const { entry, itemId } = moneyMoved(chart, tenant.functionalCurrency, moved);
    from.available = from.available.minus(amount);
    entries.push(entry);
    opened.push(itemId);
    if (from.customerId !== null) transferred(context, receipt, customerId, from, amount, effectiveDate);
  };
  for (const { customerId, amount } of shares) {
    let short = amount.minus(heldBy(money, customerId));
    for (const from of sources(money, customerId)) {
      const isAll = from.customerId === null && shares.length === 1;
      const spare = from.available.minus(reservedFor(from, shares));
      const part = isAll ? from.available : Decimal.min(short, spare);
      if (part.lte(0)) continue;
      take(from, part, customerId);
      short = short.minus(part);
    }
  }
  if (entries.length > 0) await post(context, entries);
  if (receipt.customerId === null && first) await nameThePayer(context, receipt, first.customerId);
  const states = await lockItems(
    context,
    opened.map((id) => ({ id, from: effectiveDate })),
  );
  return [...money, ...states];
}

function heldBy(money: readonly ItemState[], customerId: string): Decimal {
  const own = money.filter((item) => item.customerId === customerId);
  return own.reduce((sum, { available }) => sum.plus(available), new Decimal(0));
}

/** Nobody's money first. */
function sources(money: readonly ItemState[], customerId: string): ItemState[] {
  const others = money.filter((item) => item.customerId !== customerId);
  return others.sort((a, b) => Number(a.customerId !== null) - Number(b.customerId !== null));
}

function reservedFor({ customerId }: ItemState, shares: readonly MoneyShare[]): Decimal {
  const own = shares.find((share) => share.customerId === customerId);
  return own?.amount ?? new Decimal(0);
}

function transferred(
  { emit }: CommandContext,
  { id, number }: MatchedReceiptRow,
  customerId: string,
  from: ItemState,
  amount: Decimal,
  effectiveDate: BusinessDate,
): void {
  emit({
    type: "RECEIPT_TRANSFERRED",
    subjectId: id,
    customerId,
    payload: {
      ...{ receiptId: id, number, customerId, fromCustomerId: from.customerId },
      ...{ amount: amount.toFixed(), currency: from.currency, effectiveDate },
    },
  });
}
