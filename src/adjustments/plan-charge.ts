import { accountOf, chartOf, rateOn } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { Refused } from "../platform/commands/refusal.js";
import { Decimal, roundMoney } from "../platform/money.js";
import { postCharge } from "./create-charge.js";

export type PlanChargeKind = "INTEREST" | "FEE";

export interface PlanCharge {
  readonly kind: PlanChargeKind;
  readonly customerId: string;
  readonly currency: string;
  /** Positive. */
  readonly amount: string;
  readonly dueDate: BusinessDate;
  readonly planNumber: string;
}

/**
 * Charges the interest or the fee of a payment plan: Dr AR control (a debit memo of its own) / Cr late-fee income, today.
 * It counts against the limit for debit memos. Refused when today has no exchange rate.
 */
export async function postPlanCharge(
  context: CommandContext,
  { kind, customerId, currency, dueDate, planNumber, ...its }: PlanCharge,
): Promise<{ chargeId: string } | Refused> {
  const { tx, tenant, today: date } = context;
  const rate = await rateOn(tx, tenant, currency, date, "paymentPlanId");
  if (rate instanceof Refused) return rate;
  const amount = new Decimal(its.amount);
  const functional = roundMoney(amount.times(rate), tenant.functionalCurrency);
  const account = accountOf(await chartOf(tx, tenant.id), "LATE_FEE_INCOME");
  const what = kind === "INTEREST" ? "interest" : "fee";
  return postCharge(context, {
    ...{ kind: "DEBIT_MEMO", customerId, currency, amount, functional, date, dueDate },
    ...{ reasonCode: `PLAN_${kind}`, note: null, sourceItemId: null },
    describe: (number) => `Debit memo ${number}, ${what} of payment plan ${planNumber}`,
    against: (entry) => entry.line(account, currency, amount.negated(), functional.negated(), customerId),
  });
}
