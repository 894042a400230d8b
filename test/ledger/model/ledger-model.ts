import type { Role } from "../../../src/platform/auth/roles.js";

/** A ledger of open items in memory, as plain as can be: what the real one is held against. Amounts are cents. */
export interface ModelMovement {
  readonly day: string;
  readonly cents: number;
  /** The number of the command that recorded it. */
  readonly recorded: number;
}

export interface ModelItem {
  readonly id: string;
  readonly kind: string;
  readonly customerId: string | null;
  readonly currency: string;
  /** Debits positive, credits negative. */
  readonly original: number;
  readonly documentDate: string;
  readonly dueDate: string;
  readonly instalmentNo: number | null;
  /** Until when its discount of 2 per cent is taken; null without one. */
  readonly discountUntil: string | null;
  readonly movements: ModelMovement[];
}

export interface ModelInvoice {
  readonly id: string;
  readonly customerId: string;
  readonly currency: string;
  readonly documentDate: string;
  readonly lineId: string;
  /** Of its one line. */
  readonly net: number;
  readonly tax: number;
  status: "DRAFT" | "ISSUED" | "VOID";
  /** Oldest due first; empty while it is a draft. */
  items: ModelItem[];
}

export interface ModelReceipt {
  readonly id: string;
  readonly currency: string;
  readonly receivedOn: string;
  customerId: string | null;
  reversed: boolean;
  /** Without a payer at first, when it had none. */
  readonly item: ModelItem;
  /** With its payer, once it was identified. */
  identified: ModelItem | null;
}

export interface ModelBankEntry {
  readonly id: string;
  readonly day: string;
  /** Kept back, so that it has no receipt yet. */
  isHeld: boolean;
}

export interface ModelApplication {
  readonly id: string;
  /** Null when it is a credit memo's. */
  readonly receipt: ModelReceipt | null;
  readonly credit: ModelItem;
  readonly debit: ModelItem;
  readonly cents: number;
  /** What the debit was let go beside it. */
  readonly discount: number;
  readonly day: string;
  /** The write-off of which it recovered as much. */
  readonly recoveryOf?: ModelWriteOff;
  undone: boolean;
}

export interface ModelWriteOff {
  readonly id: string;
  readonly item: ModelItem;
  /** What it moved: negative on a debit, positive on a credit. */
  readonly cents: number;
  readonly day: string;
  reversed: boolean;
  recovered: number;
}

/** Something that waits for somebody who may approve it. */
export interface ModelRequest {
  readonly approvalId: string;
  readonly maker: Role;
  /** What nothing else may be done with while it waits. */
  readonly about: object | null;
  /** Whether it would be carried out now, and post what was shown. */
  readonly stands: () => Promise<boolean>;
  /** Notes what came of it. */
  readonly keep: () => Promise<void>;
  decided: boolean;
}

export interface ModelRefund {
  readonly id: string;
  readonly item: ModelItem;
  readonly cents: number;
  readonly day: string;
  status: "REQUESTED" | "PAID" | "CANCELLED";
}

/** A debit memo, or a chargeback of what was short-paid on its source. */
export interface ModelCharge {
  readonly id: string;
  readonly item: ModelItem;
  readonly source: ModelItem | null;
  reversed: boolean;
}

export interface ModelPlan {
  readonly id: string;
  /** With that of its fee, once it is active. */
  items: readonly ModelItem[];
  /** What its schedule in force is over. */
  cents: number;
  /** What it asks for beside its items. */
  readonly fee: number;
  charge: ModelCharge | null;
  status: "PROPOSED" | "ACTIVE" | "COMPLETED" | "CANCELLED";
  /** How many schedules it has had. */
  schedules: number;
  /** The numbers of the commands that made it active and that ended it last. */
  activated: number | null;
  ended: number | null;
}

/** A dispute of an invoice: what it claims of its items, in cents. Opened and closed today. */
export interface ModelDispute {
  readonly id: string;
  readonly claims: ReadonlyMap<ModelItem, number>;
  isClosed: boolean;
}

export interface ModelCreditMemo {
  readonly id: string;
  readonly item: ModelItem;
  /** What it credits of an invoice; null on account. */
  readonly of: { readonly invoice: ModelInvoice; readonly net: number; readonly tax: number } | null;
  isVoid: boolean;
}

export interface ModelLateFee {
  readonly id: string;
  readonly item: ModelItem;
}

export interface ModelWaiver {
  readonly id: string;
  readonly item: ModelItem;
  readonly cents: number;
  readonly day: string;
  reversed: boolean;
}

export interface ModelAllowanceRun {
  readonly id: string;
  readonly day: string;
  /** In the functional currency, as told: "12.34". */
  readonly change: string;
  reversed: boolean;
}

/** A movement that a command would make. */
export interface Proposed {
  readonly item: ModelItem;
  readonly day: string;
  readonly cents: number;
}

/** What is open on a day, as recorded up to a command. */
export function balanceOf(item: ModelItem, day: string, recorded = Number.POSITIVE_INFINITY): number {
  return item.movements
    .filter((m) => m.day <= day && m.recorded <= recorded)
    .reduce((sum, m) => sum + m.cents, 0);
}

/** The least that is open, as a positive amount, on any day from one on. */
export function availableOf(item: ModelItem, from: string): number {
  const days = [from, ...item.movements.map((m) => m.day).filter((day) => day > from)];
  return Math.min(...days.map((day) => Math.abs(balanceOf(item, day))));
}

/** Whether every item keeps its sign and its bound on every day when the movements are added. */
export function fits(proposed: readonly Proposed[]): boolean {
  const items = new Set(proposed.map((p) => p.item));
  return [...items].every((item) => {
    const added = proposed.filter((p) => p.item === item).map((p) => ({ ...p, recorded: 0 }));
    const after = { ...item, movements: [...item.movements, ...added] };
    const sign = Math.sign(item.original);
    return after.movements.every(({ day }) => {
      const open = balanceOf(after, day) * sign;
      return open >= 0 && open <= Math.abs(item.original);
    });
  });
}

/** An amount over items, oldest due first, by what each has available from a day on; null when it does not fit. */
export function spreadOver(
  items: readonly ModelItem[],
  cents: number,
  from: string,
  taken: ReadonlyMap<ModelItem, number>,
): Map<ModelItem, number> | null {
  const parts = new Map<ModelItem, number>();
  let left = cents;
  for (const item of items) {
    const part = Math.min(left, availableOf(item, from) - (taken.get(item) ?? 0));
    if (part <= 0) continue;
    parts.set(item, part);
    left -= part;
  }
  return left === 0 ? parts : null;
}

/** What an item of 2 per cent lets go: at most so much, of which so much is given for what was paid in time. */
export interface ModelOffer {
  readonly most: number;
  readonly given: number;
  readonly paid: number;
}

/** A payment's part of an item, with the discount that it earns. */
export interface ModelPart {
  readonly cents: number;
  readonly discount: number;
}

/**
 * An amount over items that let 2 per cent go, oldest due first: each takes the least that settles it; what is then
 * left goes to them again, in the place of their discounts. A discount is what all that was paid in time earns together,
 * less what was given. Null when it does not fit.
 */
export function spreadWithDiscount(
  items: readonly ModelItem[],
  cents: number,
  offers: (item: ModelItem) => ModelOffer | null,
  open: (item: ModelItem) => number,
): Map<ModelItem, ModelPart> | null {
  const states = items.map((item) => ({ item, owed: open(item), offered: offers(item), paid: 0 }));
  const discount = ({ owed, offered }: { owed: number; offered: ModelOffer | null }, paid: number) => {
    if (!offered) return 0;
    const all = offered.paid + paid;
    const earned = Math.min(Math.floor((all * 200 + 98) / 196) - all, offered.most) - offered.given;
    return Math.max(0, Math.min(earned, owed - paid));
  };
  let left = cents;
  for (const state of states) {
    let enough = Math.min(1, state.owed);
    while (enough + discount(state, enough) < state.owed) enough += 1;
    state.paid = Math.min(left, enough);
    left -= state.paid;
  }
  for (const state of states) {
    const more = Math.min(left, state.owed - state.paid);
    state.paid += more;
    left -= more;
  }
  if (left > 0) return null;
  const paid = states.filter((state) => state.paid > 0);
  return new Map(
    paid.map((state) => [state.item, { cents: state.paid, discount: discount(state, state.paid) }]),
  );
}

/** Of an amount the part that is to the whole, half-up. */
export function shareOf(cents: number, part: number, whole: number): number {
  return Math.floor((2 * cents * part + whole) / (2 * whole));
}

export function laterOf(a: string, b: string): string {
  return a > b ? a : b;
}

/** "2026-03-10" → "2026-03-01". */
export function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

/** 1234 → "12.34". */
export function decimal(cents: number): string {
  const sign = cents < 0 ? "-" : "";
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
