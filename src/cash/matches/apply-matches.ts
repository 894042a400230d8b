import { v7 as uuidv7 } from "uuid";
import { type ItemState, lockItems } from "../../ledger/index.js";
import { addDays, type BusinessDate } from "../../platform/business-date.js";
import type { CommandContext } from "../../platform/commands/command.js";
import { formatAmount } from "../../platform/money.js";
import { afterPayment, type DiscountOffer, discountOn } from "../discount.rules.js";
import { offersTo } from "../discount-offers.js";
import { type NewApplication, postApplications } from "../post-applications.js";
import {
  type AllocatedPart,
  allocateParts,
  fits,
  type PartToApply,
  reserve,
} from "./allocate-parts.rules.js";
import { EVER, latest } from "./application-days.js";
import { type MatchedPayment, proposedOnly } from "./match-payments.js";
import type { MatchRecord, MatchRecordPart, RecordedApplication } from "./match-record.js";

/** A receipt with what matching said of it. */
export interface ReceiptToApply {
  readonly receiptId: string;
  /** The item that holds its money. */
  readonly itemId: string;
  readonly receivedOn: BusinessDate;
  /** From which day on it is applied; later where an item is dated later. */
  readonly effectiveDate: BusinessDate;
  readonly matched: MatchedPayment;
}

export interface AppliedMatches {
  /** In the receipts' order. */
  readonly records: readonly MatchRecord[];
  readonly applications: readonly RecordedApplication[];
  /** What each application took from which credit, in the applications' order. */
  readonly allocated: readonly (AllocatedPart & { readonly matchId: string })[];
}

const CHANGED = "Meanwhile somebody else settled what it was for, or a part of it.";

/**
 * Applies what is sure: locks the receipts' items and those of their parts in the global order, checks that each is open
 * as it was seen, and posts. What has changed since is proposed instead.
 */
export async function applyMatches(
  context: CommandContext,
  receipts: readonly ReceiptToApply[],
): Promise<AppliedMatches> {
  const locked = await lockItems(context, wantedOf(receipts));
  const items = new Map(locked.map((item) => [item.id, item]));
  const offers = await offersTo(context, EVER, locked);
  const planned = receipts.map((receipt) => planReceipt(receipt, items, offers));
  const allocated = planned.flatMap(({ record, parts, credit, receipt }) =>
    allocateParts([credit], parts).map((one) => {
      const part = record.parts.find(({ id }) => id === one.partId);
      return { ...one, matchId: record.id, receipt, part };
    }),
  );
  const ids = await postApplications(
    context,
    allocated.map(({ credit, debit, amount, discount, receipt, matchId, part }): NewApplication => {
      const effectiveDate = latest(receipt.effectiveDate, debit.documentDate, credit.documentDate);
      const reason = part && {
        ...{ matchProposalId: matchId, matchPartId: part.id },
        ...{ rule: part.rule, score: part.score, evidence: part.evidence },
      };
      return { credit, debit, amount, discount, effectiveDate, ...(reason ? { matched: reason } : {}) };
    }),
  );
  return {
    records: planned.map(({ record }) => record),
    applications: allocated.map(({ matchId, partId, creditPartId }, i) => ({
      ...{ applicationId: ids[i] ?? "", matchId, partId, creditPartId },
    })),
    allocated,
  };
}

function wantedOf(receipts: readonly ReceiptToApply[]): { id: string; from: BusinessDate }[] {
  const from = new Map<string, BusinessDate>();
  for (const { itemId, effectiveDate, matched } of receipts) {
    for (const id of [itemId, ...autoItems(matched)]) {
      const known = from.get(id);
      if (!known || effectiveDate < known) from.set(id, effectiveDate);
    }
  }
  return [...from].map(([id, day]) => ({ id, from: day }));
}

function autoItems({ parts }: MatchedPayment): string[] {
  return parts.filter(({ decision }) => decision === "AUTO").map(({ itemId }) => itemId);
}

interface PlannedReceipt {
  readonly receipt: ReceiptToApply;
  readonly record: MatchRecord;
  readonly credit: ItemState;
  readonly parts: readonly PartToApply[];
}

function planReceipt(
  receipt: ReceiptToApply,
  items: ReadonlyMap<string, ItemState>,
  offers: Map<string, DiscountOffer>,
): PlannedReceipt {
  const credit = items.get(receipt.itemId);
  if (!credit) throw new Error("a receipt without its open item");
  const amount = credit.available;
  const parts = receipt.matched.parts.map((part) => ({ ...part, id: uuidv7() }));
  const earned = parts.map((part) => withEarned(part, items.get(part.itemId), offers, receipt));
  const sure = earned.filter(({ decision }) => decision === "AUTO");
  const { receiptId, receivedOn, matched } = receipt;
  const record = { id: uuidv7(), receiptId, receivedOn, currency: credit.currency, amount };
  const toApply = partsToApply(sure, items, receipt);
  if (toApply && (toApply.length === 0 || (credit.customerId !== null && fits([credit], toApply)))) {
    reserve(toApply);
    takeUp(offers, toApply, receipt);
    const all = { ...record, matched, parts: earned, obstacle: matched.obstacle };
    return { receipt, credit, parts: toApply, record: all };
  }
  const proposed = proposedOnly({ ...matched, parts });
  const all = { ...record, matched, parts: proposed.parts, obstacle: CHANGED };
  return { receipt, credit, parts: [], record: all };
}

/** The parts with their locked items; null when one is not open as it was seen. */
function partsToApply(
  sure: readonly MatchRecordPart[],
  items: ReadonlyMap<string, ItemState>,
  { matched }: ReceiptToApply,
): PartToApply[] | null {
  const parts = sure.flatMap(({ id, itemId, amount, discount }): PartToApply[] => {
    const item = items.get(itemId);
    const seen = matched.seen.get(itemId);
    const isSame = item && seen && item.open.eq(seen.open) && item.customerId === seen.customerId;
    return isSame ? [{ partId: id, item, amount, discount }] : [];
  });
  return parts.length === sure.length ? parts : null;
}

/** What the parts are let go is less for whoever pays the same items after them in the batch. */
function takeUp(
  offers: Map<string, DiscountOffer>,
  parts: readonly PartToApply[],
  { receivedOn }: ReceiptToApply,
): void {
  for (const { item, amount, discount } of parts) {
    const offer = offers.get(item.id);
    const isInTime = item.discountUntil !== null && receivedOn <= item.discountUntil;
    if (offer && (isInTime || discount.gt(0)))
      offers.set(item.id, afterPayment(offer, amount, discount, item.currency));
  }
}

/** A part paid in time earns its share of the discount, as any payment in part does. */
function withEarned(
  part: MatchRecordPart,
  item: ItemState | undefined,
  offers: ReadonlyMap<string, DiscountOffer>,
  { receivedOn, matched }: ReceiptToApply,
): MatchRecordPart {
  const isPlain = part.discount.isZero() && part.deduction === null && part.writeOff.isZero();
  if (part.decision !== "AUTO" || !item || !isPlain || part.amount.gte(item.open) || part.amount.lte(0))
    return part;
  const until = item.discountUntil && addDays(item.discountUntil, matched.discountGraceDays);
  if (!until || receivedOn > until) return part;
  const discount = discountOn(part.amount, item.available, offers.get(item.id), item.currency);
  if (discount.lte(0)) return part;
  const words = `${formatAmount(discount, item.currency)} ${item.currency} of discount is earned by it`;
  return { ...part, discount, evidence: `${part.evidence}; ${words}` };
}
