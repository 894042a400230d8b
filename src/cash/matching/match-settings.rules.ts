import { Decimal } from "../../platform/money.js";
import type { AmountKind } from "./amount-fit.rules.js";
import type { PayerGround } from "./customer-book.rules.js";
import type { MatchSettings } from "./matching.model.js";
import type { ReferenceGrade } from "./reference-form.rules.js";

/** Ways to find what a payment without an advice pays, in the order in which they are tried unless a tenant sets another. */
const MATCH_RULES = [
  "EXPLICIT_REFERENCE",
  "ITEM_AMOUNT",
  "ITEM_LESS_DISCOUNT",
  "ACCOUNT_BALANCE",
  "PAST_DUE_BALANCE",
  "PAST_DUE_BY_TERM",
  "ITEMS_ADDING_UP",
  "WITHIN_TOLERANCE",
  "OLDEST_FIRST",
] as const;

export type MatchRule = (typeof MATCH_RULES)[number];

/** What holds where a tenant has set nothing: no tolerance, and nothing spread over the oldest items unasked. */
export const DEFAULT_MATCH_SETTINGS: MatchSettings = {
  rules: MATCH_RULES.filter((rule) => rule !== "OLDEST_FIRST"),
  applyFrom: 0.95,
  proposeFrom: 0.4,
  tolerance: new Decimal(0),
  discountGraceDays: 0,
  remainder: "UNAPPLIED",
};

/**
 * What each finding is worth, in natural logarithms of odds: 0 says nothing, 3 makes it twenty times as likely, -3 a
 * twentieth. A reading that none of these speaks for has 0, and so has "something else that we do not see".
 */
export const EVIDENCE = {
  payer: {
    CUSTOMER_NUMBER: 9,
    ACCOUNT: 8,
    ALIAS: 6.5,
    SAME: 6,
    NAMED_IN_TEXT: 5.5,
    SHORTENED: 4.5,
    SAME_WITHOUT_NUMBER: 3.5,
    SHORTENED_WITHOUT_NUMBER: 3,
    INITIALS: 2.5,
    INITIALS_WITHOUT_NUMBER: 2,
    SIMILAR: 1.5,
    OTHER_BRANCH: -1,
  } satisfies Record<PayerGround, number>,
  /** A customer that only its item speaks for, by what the payment says of its payer. */
  stranger: { noName: -2, unknownName: -4, knownPayer: -6 },
  reference: {
    EXACT: 7,
    NUMBER: 6.5,
    ONE_EDIT: 4,
    ENDING: 3,
    OTHER_PREFIX: 1.5,
  } satisfies Record<ReferenceGrade, number>,
  /** The line names a number as we give them, which is not this one. */
  anotherOfOurNumbers: -5,
  /** A number that stands in free text may be anything. */
  onlyInText: -2,
  amount: {
    EQUAL: 6,
    LESS_STATED: 6,
    LESS_DISCOUNT: 5.5,
    WITHIN_TOLERANCE: 2.5,
    USUAL_DISCOUNT: 3.5,
    WHOLE_PER_CENT: 2,
    UNSTATED: 2,
    PART: -1.5,
    SMALL_PART: -2.5,
    MORE: -1,
  } satisfies Record<AmountKind, number>,
  /** A part or more than an item that nothing names. */
  unnamed: { USUAL_DISCOUNT: -1, WHOLE_PER_CENT: -1, PART: -3, SMALL_PART: -3, MORE: -9 },
  issuedLater: -3,
  balance: { ACCOUNT_BALANCE: 6, PAST_DUE_BALANCE: 5.5, PAST_DUE_BY_TERM: 5, OLDEST_FIRST: 4 },
} as const;
