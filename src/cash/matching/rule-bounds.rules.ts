import type { CustomerAccount } from "./item-book.rules.js";
import { EVIDENCE, type MatchRule } from "./match-settings.rules.js";
import type { MatchSettings } from "./matching.model.js";

/**
 * What the rules from a position on could at most be worth as the explanation of a payment, before any of them is tried:
 * the first that finds anything decides, so that it is as much as the best of them. 0 when none can find anything.
 */
export function mostOf(from: number, account: CustomerAccount, settings: MatchSettings): number {
  let most = 0;
  for (let at = from; at < settings.rules.length; at++) {
    const rule = settings.rules[at];
    if (rule) most = Math.max(most, Math.log1p(MOST[rule](account, settings)));
  }
  return most;
}

const { amount, balance } = EVIDENCE;

/** How many readings a rule may have, times the odds of each. */
const MOST: Readonly<Record<MatchRule, (account: CustomerAccount, settings: MatchSettings) => number>> = {
  EXPLICIT_REFERENCE: () => Number.POSITIVE_INFINITY,
  ITEM_AMOUNT: ({ items }) => items.length * Math.exp(amount.EQUAL),
  ITEM_LESS_DISCOUNT: ({ discounted }) => discounted.length * Math.exp(amount.LESS_DISCOUNT),
  ACCOUNT_BALANCE: () => Math.exp(balance.ACCOUNT_BALANCE),
  PAST_DUE_BALANCE: () => Math.exp(balance.PAST_DUE_BALANCE),
  PAST_DUE_BY_TERM: ({ terms }) => terms * Math.exp(balance.PAST_DUE_BY_TERM),
  ITEMS_ADDING_UP: () => 2 * Math.exp(balance.PAST_DUE_BY_TERM),
  WITHIN_TOLERANCE: ({ items }, { tolerance }) =>
    tolerance.isZero() ? 0 : items.length * Math.exp(amount.WITHIN_TOLERANCE),
  OLDEST_FIRST: () => Math.exp(balance.OLDEST_FIRST),
};
