import { namingOf, weightOfDate, weightOfFit, weightOfNaming } from "./advice-reading.rules.js";
import { type AmountFit, amountFit, offered } from "./amount-fit.rules.js";
import { absolute, type Units } from "./amount-units.rules.js";
import { acrossInstalments } from "./instalments.rules.js";
import type { BookItem, CustomerAccount } from "./item-book.rules.js";
import { EVIDENCE, type MatchRule } from "./match-settings.rules.js";
import type { MatchPayment, MatchSettings } from "./matching.model.js";
import {
  type Explanation,
  type Naming,
  NO_EXPLANATION,
  type Reading,
  type ReadPart,
} from "./reading.rules.js";
import type { ReferenceForm } from "./reference-form.rules.js";
import { mostOf } from "./rule-bounds.rules.js";
import { addingUp, GROUP_CANDIDATES } from "./subset-sum.rules.js";

const NO_LINE = { memo: null, reference: null };

/** A payment as one customer's account may explain it. */
export interface Asked {
  readonly payment: MatchPayment;
  readonly amount: Units;
  /** By number in the bank's text. */
  readonly named: () => readonly (readonly NamedItem[])[];
  readonly account: CustomerAccount;
  readonly settings: MatchSettings;
}

/** An item that a number in the bank's text resembles. */
export interface NamedItem {
  readonly item: BookItem;
  readonly naming: Naming;
  readonly weight: number;
}

/**
 * How a customer's items explain a payment as a whole: the first rule that can. Once all that could still be found weighs
 * no more than `negligible`, nothing more is looked for, which groups that add up take long.
 */
export function explainPayment(asked: Asked, negligible: number): Explanation {
  const { account, settings } = asked;
  for (const [at, rule] of settings.rules.entries()) {
    const most = mostOf(at, account, settings);
    if (most <= negligible) return { ...NO_EXPLANATION, weight: most, cutShort: true };
    const readings = READERS[rule](asked);
    if (readings.length > 0) return weigh(readings);
  }
  return NO_EXPLANATION;
}

const READERS: Readonly<Record<MatchRule, (asked: Asked) => Reading[]>> = {
  EXPLICIT_REFERENCE: byReferences,
  ITEM_AMOUNT: (asked) => bySingleItem(asked, "ITEM_AMOUNT", "EQUAL"),
  ITEM_LESS_DISCOUNT: (asked) => bySingleItem(asked, "ITEM_LESS_DISCOUNT", "LESS_DISCOUNT"),
  ACCOUNT_BALANCE: (asked) => byBalance(asked, "ACCOUNT_BALANCE", [openItems(asked)]),
  PAST_DUE_BALANCE: (asked) => byBalance(asked, "PAST_DUE_BALANCE", [pastDue(asked)]),
  PAST_DUE_BY_TERM: (asked) => byBalance(asked, "PAST_DUE_BY_TERM", byTerm(pastDue(asked))),
  ITEMS_ADDING_UP: byGroup,
  WITHIN_TOLERANCE: (asked) => bySingleItem(asked, "WITHIN_TOLERANCE", "WITHIN_TOLERANCE"),
  OLDEST_FIRST: byAge,
};

/** What the bank's text names: one item takes the payment; several are settled in full when it is enough. */
function byReferences(asked: Asked): Reading[] {
  const { payment, amount, settings } = asked;
  const all = [...namedParts(asked).values()];
  const text = payment.text.join(" ");
  const singles = all.flatMap((part): Reading[] => {
    const fit = amountFit(amount, part.item, text, payment, settings);
    if (!fit || !part.naming) return [];
    const weight =
      weightOfNaming(part.naming) + weightOfFit(fit.kind, true) + weightOfDate(part.item, payment);
    return weight > 0 ? [{ rule: "EXPLICIT_REFERENCE", weight, parts: [{ ...part, fit, memo: text }] }] : [];
  });
  const ofEach = acrossInstalments(singles, amount);
  const [only] = ofEach;
  const isOneInvoice = ofEach.length === 1 && only?.parts.length === all.length;
  return all.length > 1 && !isOneInvoice ? [...together(all, amount), ...ofEach] : ofEach;
}

/** Of each item that is named the number that names it surest. */
function namedParts({ payment, named, settings }: Asked): Map<BookItem, ReadPart> {
  const parts = new Map<BookItem, ReadPart>();
  for (const { item, naming, weight } of named().flat()) {
    const fit = amountFit(null, item, null, payment, settings);
    const known = parts.get(item)?.naming;
    if (fit && (!known || weight > weightOfNaming(known))) parts.set(item, { item, fit, naming, ...NO_LINE });
  }
  return parts;
}

/** Of each number in the text the items that it resembles most, whatever becomes of them. */
export function itemsNamed(named: readonly ReferenceForm[], account: CustomerAccount): NamedItem[][] {
  return named.map((reference) => {
    const found: NamedItem[] = [];
    for (const item of account.candidates(reference, null)) {
      const naming = namingOf(reference, item, "the bank's text", true);
      if (naming && naming.grade !== "OTHER_PREFIX")
        found.push({ item, naming, weight: weightOfNaming(naming) });
    }
    const most = Math.max(...found.map(({ weight }) => weight));
    return found.filter(({ weight }) => weight === most);
  });
}

function together(parts: readonly ReadPart[], amount: Units): Reading[] {
  const open = parts.filter(({ fit }) => !fit.settled);
  const sum = open.reduce((total, { fit }) => total + fit.applied, 0n);
  if (open.length < 2 || absolute(sum) > absolute(amount)) return [];
  const least = Math.min(...open.map(({ naming }) => (naming ? weightOfNaming(naming) : 0)));
  const weight = least + (sum === amount ? EVIDENCE.amount.EQUAL + open.length : EVIDENCE.amount.MORE);
  return [{ rule: "EXPLICIT_REFERENCE", weight, parts: open }];
}

function bySingleItem(
  { payment, amount, account, settings }: Asked,
  rule: MatchRule,
  kind: "EQUAL" | "LESS_DISCOUNT" | "WITHIN_TOLERANCE",
): Reading[] {
  return itemsThatFit(account, amount, kind, settings).flatMap((item): Reading[] => {
    const fit = item.left === 0n ? null : amountFit(amount, item, null, payment, settings);
    if (fit?.kind !== kind) return [];
    const weight = weightOfFit(kind, false) + weightOfDate(item, payment);
    return [{ rule, weight, parts: [{ item, fit, naming: null, ...NO_LINE }] }];
  });
}

/** The only items of which an amount may be that; all others need no look. */
function itemsThatFit(
  account: CustomerAccount,
  amount: Units,
  kind: "EQUAL" | "LESS_DISCOUNT" | "WITHIN_TOLERANCE",
  { tolerance }: MatchSettings,
): readonly BookItem[] {
  if (kind === "EQUAL") return [...account.equalTo(amount)];
  if (kind === "LESS_DISCOUNT") return account.discounted;
  return tolerance.isZero() ? [] : account.items;
}

/** A whole balance, of two items at least, credits taken off. */
function byBalance(
  { amount }: Asked,
  rule: keyof typeof EVIDENCE.balance,
  groups: readonly BookItem[][],
): Reading[] {
  return groups.flatMap((items): Reading[] => {
    const sum = items.reduce((total, { left }) => total + left, 0n);
    if (items.length < 2 || sum !== amount || amount <= 0n) return [];
    return [{ rule, weight: EVIDENCE.balance[rule], parts: items.map((item) => inFull(item)) }];
  });
}

function byTerm(items: readonly BookItem[]): BookItem[][] {
  const terms = new Map<string, BookItem[]>();
  for (const item of items) {
    const term = item.item.paymentTerm;
    if (term !== null) terms.set(term, [...(terms.get(term) ?? []), item]);
  }
  return [...terms.values()];
}

/** Some items in full, each less its discount when that adds up and the whole does not. */
function byGroup(asked: Asked): Reading[] {
  const { payment, amount, settings } = asked;
  const items = openItems(asked).filter(({ left }) => left > 0n);
  if (items.length > GROUP_CANDIDATES) return [];
  const inAll = groupOf(
    items.map((item) => inFull(item)),
    amount,
  );
  if (inAll.length > 0) return inAll;
  const offers = items.map((item) => inFull(item, offered(item, payment, settings) ?? 0n));
  return offers.some(({ fit }) => fit.discount > 0n) ? groupOf(offers, amount) : [];
}

function groupOf(parts: readonly ReadPart[], amount: Units): Reading[] {
  const { group, unique, byChance } = addingUp(
    parts.map(({ fit }) => fit.applied),
    amount,
  );
  if (!group) return [];
  const weight = Math.min(EVIDENCE.balance.PAST_DUE_BY_TERM, -Math.log(byChance + 0.001));
  const reading: Reading = { rule: "ITEMS_ADDING_UP", weight, parts: group.flatMap((at) => parts[at] ?? []) };
  // Another group adds up as well: as likely, whichever it is.
  return unique ? [reading] : [reading, { ...reading, parts: [] }];
}

/** Oldest first, until the money is spent. */
function byAge(asked: Asked): Reading[] {
  let rest = asked.amount;
  if (rest <= 0n) return [];
  const parts = openItems(asked).flatMap((item): ReadPart[] => {
    if (item.left <= 0n || rest <= 0n) return [];
    const applied = item.left < rest ? item.left : rest;
    rest -= applied;
    const part = inFull(item);
    return [applied === item.left ? part : { ...part, fit: { ...part.fit, kind: "PART", applied } }];
  });
  return parts.length > 0 ? [{ rule: "OLDEST_FIRST", weight: EVIDENCE.balance.OLDEST_FIRST, parts }] : [];
}

function openItems({ account, payment }: Asked): BookItem[] {
  return account.items.filter(({ left, item }) => left !== 0n && item.documentDate <= payment.date);
}

function pastDue(asked: Asked): BookItem[] {
  return openItems(asked).filter(({ item }) => item.dueDate < asked.payment.date);
}

function inFull(item: BookItem, discount: Units = 0n): ReadPart {
  const fit: AmountFit = {
    kind: discount > 0n ? "LESS_DISCOUNT" : "EQUAL",
    applied: item.left - discount,
    open: item.left,
    discount,
    deduction: 0n,
    writeOff: 0n,
    settled: false,
  };
  return { item, fit, naming: null, ...NO_LINE };
}

function weigh(readings: readonly Reading[]): Explanation {
  const total = 1 + readings.reduce((sum, { weight }) => sum + Math.exp(weight), 0);
  const weighed = readings
    .map((reading) => ({ ...reading, share: Math.exp(reading.weight) / total }))
    .sort((a, b) => b.weight - a.weight)
    .filter(({ parts }) => parts.length > 0);
  const [first, ...others] = weighed;
  return { weight: Math.log(total), chosen: first ? [first] : [], others, unexplained: 0, cutShort: false };
}
