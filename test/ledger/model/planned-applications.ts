import { expect } from "vitest";
import {
  availableOf,
  type ModelApplication,
  type ModelCreditMemo,
  type ModelInvoice,
  type ModelItem,
  type ModelOffer,
  type ModelReceipt,
  type ModelWriteOff,
  type Proposed,
  spreadOver,
  spreadWithDiscount,
} from "./ledger-model.js";
import type { ModelledBooks } from "./modelled-books.js";

/** A credit as applying sees it. */
export interface Payer {
  readonly credit: ModelItem;
  /** Null of what is no money: it earns no discount. */
  readonly receivedOn: string | null;
  readonly isUsable: boolean;
}

/** What is asked of a credit: an amount on items that are named together, oldest due first. */
export interface Request {
  readonly customerId: string | null;
  readonly currency: string;
  readonly documentDate: string;
  readonly items: readonly ModelItem[];
  readonly cents: number;
}

export interface PlannedPart {
  readonly credit: ModelItem;
  readonly debit: ModelItem;
  readonly cents: number;
  readonly discount: number;
}

export function ofReceipt({ item, identified, receivedOn, reversed, customerId }: ModelReceipt): Payer {
  const credit = identified ?? item;
  return { credit, receivedOn, isUsable: !reversed && customerId !== null };
}

export function ofMemo({ item, isVoid }: ModelCreditMemo): Payer {
  return { credit: item, receivedOn: null, isUsable: !isVoid };
}

/** An invoice, or an item by itself. */
export function targetOf(target: ModelInvoice | ModelItem): Omit<Request, "cents"> {
  const { customerId, currency, documentDate } = target;
  return { customerId, currency, documentDate, items: "items" in target ? target.items : [target] };
}

/** What an application takes from which items; null when it must be refused. */
export function planned(
  ledger: ModelledBooks,
  { credit, receivedOn, isUsable }: Payer,
  requests: readonly Request[],
  day: string,
): PlannedPart[] | null {
  if (!isUsable || day < credit.documentDate || !ledger.isOpen([day])) return null;
  const taken = new Map<ModelItem, number>();
  const parts: PlannedPart[] = [];
  const offers = (item: ModelItem): ModelOffer | null => {
    const { discountUntil, original } = item;
    const inTime = (day?: string | null) => discountUntil !== null && day != null && day <= discountUntil;
    if (!inTime(receivedOn)) return null;
    const standing = ledger.applications.filter((a) => !a.undone && a.debit === item);
    const own = parts.filter((part) => part.debit === item);
    // Of what earned nothing, only what is too small for a cent by itself counts with what comes after it.
    const counted = [
      ...standing.filter((a) => a.discount > 0 || (a.cents * 2 < 98 && inTime(a.receipt?.receivedOn))),
      ...own.filter((a) => a.discount > 0 || a.cents * 2 < 98),
    ];
    const given = [...standing, ...own].reduce((sum, a) => sum + a.discount, 0);
    const paid = counted.reduce((sum, a) => sum + a.cents, 0);
    return { most: Math.floor((original * 2 + 50) / 100), given, paid };
  };
  const open = (item: ModelItem) => availableOf(item, day) - (taken.get(item) ?? 0);
  for (const { customerId, currency, documentDate, items, cents } of requests) {
    if (customerId !== credit.customerId || currency !== credit.currency || day < documentDate) return null;
    const spread = spreadWithDiscount(items, cents, offers, open);
    if (!spread) return null;
    for (const [debit, part] of spread) {
      taken.set(debit, (taken.get(debit) ?? 0) + part.cents + part.discount);
      parts.push({ credit, debit, ...part });
    }
  }
  const total = requests.reduce((sum, request) => sum + request.cents, 0);
  return spreadOver([credit], total, day, new Map()) ? parts : null;
}

/** Notes what was applied, under the ids that the books gave it. */
export function keepApplications(
  ledger: ModelledBooks,
  receipt: ModelReceipt | null,
  parts: readonly PlannedPart[],
  ids: readonly string[],
  day: string,
  recoveryOf?: ModelWriteOff,
): void {
  expect(ids).toHaveLength(parts.length);
  for (const [n, part] of parts.entries()) {
    const application = { ...part, id: ids[n] ?? "", receipt, day, undone: false };
    ledger.applications.push(recoveryOf ? { ...application, recoveryOf } : application);
    ledger.move(undoing(application, day).map((p) => ({ ...p, cents: -p.cents })));
  }
}

/** Notes what was undone; what was recovered of a write-off with it is not any more. */
export function markUndone(applications: readonly ModelApplication[]): void {
  for (const application of applications) {
    application.undone = true;
    if (application.recoveryOf) application.recoveryOf.recovered -= application.cents;
  }
}

/** What undoing an application gives back to both of its items; what it recovered is written off again. */
export function undoing(
  application: Pick<ModelApplication, "credit" | "debit" | "cents" | "discount" | "recoveryOf">,
  day: string,
): Proposed[] {
  const { credit, debit, cents, discount } = application;
  return [
    { item: credit, day, cents: -cents },
    { item: debit, day, cents: cents + discount },
    ...(application.recoveryOf ? [{ item: debit, day, cents: -cents }] : []),
  ];
}
