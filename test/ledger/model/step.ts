import { addDays, businessDate } from "../../../src/platform/business-date.js";

/** One step of a random run: what is done, and the chance that decides on what, how much and when. */
export interface Step {
  readonly what:
    | "customer"
    | "draft"
    | "issue"
    | "void"
    | "receipt"
    | "bankFile"
    | "releaseEntry"
    | "identify"
    | "reverse"
    | "apply"
    | "unapply"
    | "writeOff"
    | "reverseWriteOff"
    | "ask"
    | "decide"
    | "recover"
    | "smallBalances"
    | "credit"
    | "creditInvoice"
    | "voidCredit"
    | "discountPolicy"
    | "payItem"
    | "refund"
    | "settleRefund"
    | "debitMemo"
    | "chargeback"
    | "reverseCharge"
    | "proposePlan"
    | "activatePlan"
    | "amendPlan"
    | "payPlan"
    | "endPlans"
    | "dispute"
    | "closeDispute"
    | "lateFeePolicy"
    | "exempt"
    | "lateFees"
    | "scheduledLateFees"
    | "waive"
    | "reverseWaiver"
    | "matrix"
    | "provision"
    | "allow"
    | "reverseAllowance"
    | "revalue"
    | "rate"
    | "close"
    | "reopen";
  readonly pick: number;
  readonly other: number;
  readonly cents: number;
  /** A day of 2026, from 0. */
  readonly day: number;
  /** Days after the document's own date; sometimes before it. */
  readonly later: number;
}

export function pickOf<Value>(values: readonly Value[], chance: number): Value | undefined {
  return values[chance % Math.max(values.length, 1)];
}

/** One of those that the step makes sense for, and now and then any. */
export function mostly<Value>(
  values: readonly Value[],
  sensible: (value: Value) => boolean,
  chance: number,
): Value | undefined {
  return chance % 10 === 0 ? pickOf(values, chance) : pickOf(values.filter(sensible), chance);
}

export function currencyOf({ pick }: Step): "USD" | "EUR" {
  return pick % 2 === 0 ? "USD" : "EUR";
}

/** A day of 2026 by number, 0 for 1 January. */
export function dayOf2026(n: number): string {
  return addDays(businessDate("2026-01-01"), n);
}

/** The day that many days after another; before it when they are negative. */
export function after(day: string, days: number): string {
  return addDays(businessDate(day), days);
}
