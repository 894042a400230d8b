import { type BusinessDate, businessDate } from "../../platform/business-date.js";

/** Before any invoice: offers are asked for whenever they end. */
export const EVER = businessDate("1000-01-01");

export function latest(first: BusinessDate, ...others: readonly BusinessDate[]): BusinessDate {
  return others.reduce((last, day) => (day > last ? day : last), first);
}
