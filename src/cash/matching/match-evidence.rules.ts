import { Decimal, formatAmount } from "../../platform/money.js";
import { fromUnits, type Units } from "./amount-units.rules.js";
import type { PayerGround } from "./customer-book.rules.js";
import type { Candidate, EvaluatedPart } from "./evaluate-payment.rules.js";
import type { MatchRule } from "./match-settings.rules.js";
import type { Naming } from "./reading.rules.js";

/**
 * Why a part of a payment is on its item: what names it, how the amounts stand, who paid.
 * @param isCut whether less is on it than was meant, since other parts come first
 */
export function evidenceOf(part: EvaluatedPart, payer: Candidate | null, isCut = false): string {
  const words = [
    part.naming ? namingWords(part.naming, part.item.item.number) : null,
    isCut ? "only so much of the payment is left" : amountWords(part),
    payerWords(payer),
    part.doubt,
  ];
  return words.filter((one) => one !== null).join("; ");
}

function namingWords({ written, place, grade, own }: Naming, number: string): string {
  const quoted = `"${written}" in ${place}`;
  if (own) return `${quoted} is the customer's own number of ${number}`;
  switch (grade) {
    case "EXACT":
      return `reference ${quoted}`;
    case "NUMBER":
      return `${quoted} is the number of ${number}`;
    case "ONE_EDIT":
      return `${quoted} is one slip away from ${number}`;
    case "ENDING":
      return `${quoted} is the end of ${number}`;
    case "OTHER_PREFIX":
      return `${quoted} has the digits of ${number}`;
  }
}

/** For readings of several items, what they are together. */
const TOGETHER: Readonly<Partial<Record<MatchRule, string>>> = {
  ACCOUNT_BALANCE: "the amount equals the account's balance",
  PAST_DUE_BALANCE: "the amount equals the balance that is past due",
  PAST_DUE_BY_TERM: "the amount equals what is past due under this payment term",
  ITEMS_ADDING_UP: "the amount equals the sum of this group of items and of no other as small",
  OLDEST_FIRST: "the customer's payments go to its oldest items",
};

function amountWords({ item, fit, memo, rule }: EvaluatedPart): string {
  const together = TOGETHER[rule];
  if (together) return together;
  const money = (units: Units) =>
    `${formatAmount(fromUnits(units), item.item.currency)} ${item.item.currency}`;
  const open = money(fit.open);
  switch (fit.kind) {
    case "EQUAL":
      return `amount equals open balance ${money(fit.applied)}`;
    case "UNSTATED":
      return `open balance ${open} in full`;
    case "LESS_DISCOUNT":
      return `amount equals open balance ${open} less discount ${money(fit.discount)} until ${item.item.discount?.lastDay}`;
    case "LESS_STATED":
      return `amount equals open balance ${open} less ${money(fit.deduction)}, as the payer states ("${memo}")`;
    case "WITHIN_TOLERANCE":
      return `amount is within the tolerance of open balance ${open}`;
    case "USUAL_DISCOUNT":
    case "WHOLE_PER_CENT":
      return `amount is ${perCent(fit.applied, fit.open)} % of open balance ${open}`;
    case "PART":
    case "SMALL_PART":
      return `amount is a part of open balance ${open}`;
    case "MORE":
      return `amount is more than open balance ${open}`;
  }
}

function perCent(part: Units, whole: Units): string {
  return whole === 0n
    ? "0"
    : fromUnits(part).div(fromUnits(whole)).times(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toString();
}

const GROUNDS: Readonly<Record<PayerGround, string>> = {
  CUSTOMER_NUMBER: "payer by its customer number",
  ACCOUNT: "payer by its bank account",
  ALIAS: "payer by a name under which it has paid before",
  SAME: "payer's name is the customer's",
  NAMED_IN_TEXT: "customer's name stands in the bank's text",
  SHORTENED: "payer's name shortens the customer's",
  SAME_WITHOUT_NUMBER: "payer's name is the customer's without its number",
  SHORTENED_WITHOUT_NUMBER: "payer's name shortens the customer's, without its number",
  INITIALS: "payer's name is the customer's initials",
  INITIALS_WITHOUT_NUMBER: "payer's name is the customer's initials, without its number",
  SIMILAR: "payer's name is like the customer's",
  OTHER_BRANCH: "payer's name has another branch's number",
};

export function payerWords(payer: Candidate | null): string {
  return payer?.ground ? GROUNDS[payer.ground] : "payer only by what it pays";
}
