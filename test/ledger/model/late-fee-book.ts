import { businessDate, endOfMonth } from "../../../src/platform/business-date.js";
import { balanceOf, laterOf, type ModelItem, monthOf } from "./ledger-model.js";
import { after } from "./step.js";

/** A version of a currency's policy; amounts in cents. */
export interface ModelPolicy {
  readonly currency: string;
  readonly effectiveFrom: string;
  /** Tenths of a per cent a year; null without interest. */
  readonly tenths: number | null;
  /** For each item that becomes late. */
  readonly flat: number | null;
  readonly isThirty360: boolean;
  readonly graceDays: number;
  readonly isGraceFree: boolean;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly minimumBalance: number | null;
  readonly isCompounding: boolean;
  readonly schedule: "MANUAL" | "DAILY" | "MONTHLY";
}

interface Exemption {
  readonly customerId: string;
  readonly effectiveFrom: string;
  readonly isExempt: boolean;
}

/** What was charged of an item: up to which day, in which parts of a cent, and whether its flat fee. */
interface Charged {
  readonly through: string;
  readonly units: number;
  readonly hasFlat: boolean;
}

/** What a run would charge a customer in a currency, in cents; nothing when the month's fees are enough. */
export interface ModelFee {
  readonly customerId: string;
  readonly currency: string;
  readonly cents: number;
}

interface Due extends ModelFee {
  /** What the days of this run come to by themselves. */
  readonly own: number;
  readonly items: readonly ItemDue[];
}

interface ItemDue {
  readonly item: ModelItem;
  readonly charged: Charged;
  readonly own: number;
  /** The most that was late of it. */
  readonly late: number;
}

export interface LateFeesAsked {
  readonly asOf: string;
  readonly items: readonly ModelItem[];
  readonly schedule: ModelPolicy["schedule"] | null;
  /** Days that are not charged of an item, beside those of exempt customers. */
  readonly isSpared: (item: ModelItem, day: string) => boolean;
  /** What of an item was disputed on a day, in cents. */
  readonly disputedOn: (item: ModelItem, day: string) => number;
}

/** Late fees by the rule, day by day and item by item. */
export class LateFeeBook {
  readonly policies: ModelPolicy[] = [];
  readonly exemptions: Exemption[] = [];
  readonly #charged = new Map<ModelItem, Charged>();
  /** By customer, currency and month of the run. */
  readonly #months = new Map<string, { readonly accrued: number; readonly charged: number }>();

  /** The policy that charges something on a day, by a schedule if one is given. */
  policyOn(currency: string, day: string, schedule: ModelPolicy["schedule"] | null): ModelPolicy | null {
    const found = this.#versionOn(currency, day);
    if (!found || (found.tenths === null && found.flat === null)) return null;
    return schedule === null || found.schedule === schedule ? found : null;
  }

  feesOf(asked: LateFeesAsked): Due[] {
    const each = asked.items.flatMap((item) => this.#dueOf(item, asked) ?? []);
    const byFee = Map.groupBy(each, ({ item }) => `${item.customerId} ${item.currency}`);
    return [...byFee.values()].flatMap((items) => this.#feeOver(items, asked.asOf) ?? []);
  }

  /** Takes the days. */
  take(fees: readonly Due[], asOf: string): void {
    for (const { items, customerId, currency, own, cents } of fees) {
      for (const { item, charged } of items) this.#charged.set(item, charged);
      const before = this.#monthOf(customerId, currency, asOf);
      const month = { accrued: before.accrued + own, charged: before.charged + cents };
      this.#months.set(keyOf(customerId, currency, asOf), month);
    }
  }

  #dueOf(item: ModelItem, { asOf, schedule, isSpared, disputedOn }: LateFeesAsked): ItemDue | null {
    const policy = this.policyOn(item.currency, asOf, schedule);
    if (!policy || item.original < 0 || item.customerId === null) return null;
    const graceEnd = after(item.dueDate, policy.graceDays);
    if (asOf <= graceEnd || (item.kind === "LATE_FEE" && !policy.isCompounding)) return null;
    const before = this.#charged.get(item) ?? { through: "", units: 0, hasFlat: false };
    let { through, units, hasFlat } = before;
    let [flat, late, isCharged] = [0, 0, false];
    const stillOpen = balanceOf(item, graceEnd);
    const first = policy.isGraceFree ? after(graceEnd, 1) : after(item.dueDate, 1);
    for (let day = laterOf(first, through && after(through, 1)); day <= asOf; day = after(day, 1)) {
      // What came on a day counts from the next.
      const open = balanceOf(item, after(day, -1)) - disputedOn(item, day);
      const isInGrace = day <= graceEnd;
      const principal = isInGrace ? Math.min(open, stillOpen) : open;
      const held = this.#versionOn(item.currency, day);
      if (!held || principal <= 0 || isSpared(item, day) || this.#isExempt(item.customerId, day)) continue;
      if (held.flat !== null && !isInGrace && !hasFlat) {
        [flat, hasFlat, isCharged, late] = [held.flat, true, true, Math.max(late, principal)];
      }
      if (held.tenths === null) continue;
      units += principal * held.tenths * weightOf(day, held);
      [through, isCharged, late] = [day, true, Math.max(late, principal)];
    }
    const own = flat + centsOf(units) - centsOf(before.units);
    return isCharged ? { item, charged: { through, units, hasFlat }, own, late } : null;
  }

  #feeOver(items: readonly ItemDue[], asOf: string): Due | null {
    const [first] = items;
    const { customerId = null, currency = "" } = first?.item ?? {};
    const policy = this.policyOn(currency, asOf, null);
    const late = items.reduce((sum, one) => sum + one.late, 0);
    if (!policy || customerId === null || late < (policy.minimumBalance ?? 0)) return null;
    const own = items.reduce((sum, one) => sum + one.own, 0);
    const month = this.#monthOf(customerId, currency, asOf);
    const accrued = month.accrued + own;
    const raised = Math.max(accrued, policy.minimum ?? 0);
    const wanted = accrued === 0 ? 0 : Math.min(raised, policy.maximum ?? raised);
    return { customerId, currency, own, items, cents: Math.max(0, wanted - month.charged) };
  }

  #versionOn(currency: string, day: string): ModelPolicy | undefined {
    return this.policies.findLast((one) => one.currency === currency && one.effectiveFrom <= day);
  }

  #isExempt(customerId: string, day: string): boolean {
    const found = this.exemptions.findLast(
      (one) => one.customerId === customerId && one.effectiveFrom <= day,
    );
    return found?.isExempt ?? false;
  }

  #monthOf(customerId: string, currency: string, asOf: string) {
    return this.#months.get(keyOf(customerId, currency, asOf)) ?? { accrued: 0, charged: 0 };
  }
}

function keyOf(customerId: string, currency: string, asOf: string): string {
  return `${customerId} ${currency} ${monthOf(asOf)}`;
}

/** Of 36,500 × 360 × 10 parts of a cent, so that whatever is summed is whole. */
function centsOf(units: number): number {
  const whole = 36_500 * 360 * 10;
  return Math.floor((2 * units + whole) / (2 * whole));
}

/** What a day is of a year, in the same parts: of a month of 30, the 31st is nothing, and the last of February what is missing. */
function weightOf(day: string, { isThirty360 }: ModelPolicy): number {
  if (!isThirty360) return 360;
  const dayOfMonth = Number(day.slice(8));
  if (dayOfMonth === 31) return 0;
  return 365 * (day === endOfMonth(businessDate(day)) ? 31 - dayOfMonth : 1);
}
