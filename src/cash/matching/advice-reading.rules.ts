import { amountFit } from "./amount-fit.rules.js";
import { toUnits, type Units } from "./amount-units.rules.js";
import { acrossInstalments } from "./instalments.rules.js";
import type { BookItem, CustomerAccount, ItemBook } from "./item-book.rules.js";
import { EVIDENCE, type MatchRule } from "./match-settings.rules.js";
import type { AdviceLine, MatchPayment, MatchSettings } from "./matching.model.js";
import {
  type Explanation,
  isCertain,
  type Naming,
  type Reading,
  type WeighedReading,
} from "./reading.rules.js";
import { gradeOf, type ReferenceForm, referenceForm } from "./reference-form.rules.js";

/** A line with what is looked up by it. */
export interface PreparedLine {
  readonly line: AdviceLine;
  readonly reference: ReferenceForm | null;
  readonly amount: Units | null;
  /** It names a number as we give them. */
  readonly ofOurSeries: boolean;
}

export function prepareLines(payment: MatchPayment, book: ItemBook): PreparedLine[] {
  return payment.advice.map((line) => {
    const reference = line.reference === null ? null : referenceForm(line.reference);
    return {
      line,
      reference,
      amount: line.amount === null ? null : toUnits(line.amount),
      ofOurSeries: reference !== null && book.isOfOurSeries(reference),
    };
  });
}

/** How a customer's items explain the lines of an advice, no item twice, the surest reading first. */
export function explainAdvice(
  payment: MatchPayment,
  lines: readonly PreparedLine[],
  account: CustomerAccount,
  settings: MatchSettings,
): Explanation {
  const readings = lines.map((line) => readingsOf(payment, line, account, settings));
  const chosen = chooseEach(readings);
  const weighed = readings.map((own, index) => weigh(own, index, chosen));
  return {
    weight: weighed.reduce((sum, { weight }) => sum + weight, 0),
    chosen: weighed.flatMap(({ first }) => first ?? []),
    others: weighed.flatMap(({ others }) => others),
    unexplained: weighed.filter(({ first }) => !first).length,
    cutShort: false,
  };
}

function readingsOf(
  payment: MatchPayment,
  { line, reference, amount, ofOurSeries }: PreparedLine,
  account: CustomerAccount,
  settings: MatchSettings,
): Reading[] {
  const found: Reading[] = [];
  for (const item of account.candidates(reference, amount)) {
    const naming =
      reference && settings.rules.includes("EXPLICIT_REFERENCE")
        ? namingOf(reference, item, line.place)
        : null;
    const fit = amountFit(amount, item, line.memo, payment, settings);
    if (!fit || (fit.settled && !naming)) continue;
    const rule = ruleOf(naming, fit.kind, settings);
    if (!rule) continue;
    const named = naming ? weightOfNaming(naming) : ofOurSeries ? EVIDENCE.anotherOfOurNumbers : 0;
    const weight = named + weightOfFit(fit.kind, naming !== null) + weightOfDate(item, payment);
    found.push({ rule, weight, parts: [{ item, fit, naming, memo: line.memo, reference }] });
  }
  return acrossInstalments(withoutIdleSlips(found), amount).sort((a, b) => b.weight - a.weight);
}

/** Where an item has the very number that is named, another's is taken for a slip of it only when the amount says so. */
function withoutIdleSlips(found: readonly Reading[]): readonly Reading[] {
  const certain = found.some(({ parts: [part] }) => part?.naming && isCertain(part.naming));
  if (!certain) return found;
  return found.filter(({ parts: [part] }) => {
    if (!part?.naming || isCertain(part.naming)) return true;
    return part.fit.kind === "EQUAL" || part.fit.kind.startsWith("LESS_");
  });
}

/** The surest of an item's numbers that a reference resembles; a customer's own number must be the same. */
export function namingOf(
  reference: ReferenceForm,
  item: BookItem,
  place: string,
  inText = false,
): Naming | null {
  const ofNumber = gradeOf(reference, item.number);
  const isSure = ofNumber === "EXACT" || ofNumber === "NUMBER";
  const own = !isSure && item.own.some((form) => form.plain !== "" && form.plain === reference.plain);
  const grade = own ? "EXACT" : ofNumber;
  return grade && { written: reference.written.trim(), place, inText, grade, own };
}

export function weightOfNaming({ grade, inText }: Naming): number {
  return EVIDENCE.reference[grade] + (inText ? EVIDENCE.onlyInText : 0);
}

type Kind = keyof typeof EVIDENCE.amount;

export function weightOfFit(kind: Kind, named: boolean): number {
  const unnamed: Partial<Record<Kind, number>> = EVIDENCE.unnamed;
  return EVIDENCE.amount[kind] + (named ? 0 : (unnamed[kind] ?? 0));
}

export function weightOfDate({ item }: BookItem, payment: MatchPayment): number {
  return item.documentDate > payment.date ? EVIDENCE.issuedLater : 0;
}

/** The rule by which the item is found; null when the tenant does not use it. */
function ruleOf(naming: Naming | null, kind: Kind, { rules }: MatchSettings): MatchRule | null {
  const rule: MatchRule =
    naming !== null
      ? "EXPLICIT_REFERENCE"
      : kind === "LESS_DISCOUNT"
        ? "ITEM_LESS_DISCOUNT"
        : kind === "WITHIN_TOLERANCE"
          ? "WITHIN_TOLERANCE"
          : "ITEM_AMOUNT";
  return rules.includes(rule) && (naming !== null || kind !== "UNSTATED") ? rule : null;
}

/** Over all lines the surest reading first; a line whose item is taken has the next one. */
function chooseEach(readings: readonly (readonly Reading[])[]): ReadonlyMap<number, Reading> {
  const all = readings.flatMap((own, index) => own.map((reading) => ({ index, reading })));
  all.sort((a, b) => b.reading.weight - a.reading.weight);
  const chosen = new Map<number, Reading>();
  const taken = new Set<BookItem>();
  for (const { index, reading } of all) {
    const items = reading.parts.map(({ item }) => item);
    if (items.length === 0 || chosen.has(index) || items.some((item) => taken.has(item))) continue;
    chosen.set(index, reading);
    for (const item of items) taken.add(item);
  }
  return chosen;
}

interface Weighed {
  readonly weight: number;
  readonly first: WeighedReading | null;
  readonly others: readonly WeighedReading[];
}

/** The shares of a line's readings among each other and nothing, but for items that other lines have a better claim to. */
function weigh(own: readonly Reading[], index: number, chosen: ReadonlyMap<number, Reading>): Weighed {
  const claims = new Map<BookItem, number>();
  for (const [other, { parts, weight }] of chosen) {
    if (other !== index) for (const { item } of parts) claims.set(item, weight);
  }
  const free = own.filter(({ parts, weight }) =>
    parts.every(({ item }) => (claims.get(item) ?? Number.NEGATIVE_INFINITY) < weight),
  );
  const first = chosen.get(index);
  const counted = first && !free.includes(first) ? [first, ...free] : free;
  const total = 1 + counted.reduce((sum, { weight }) => sum + Math.exp(weight), 0);
  const weighed = counted.map((reading) => ({ ...reading, share: Math.exp(reading.weight) / total }));
  const at = first ? counted.indexOf(first) : -1;
  return {
    weight: Math.log(total),
    first: weighed[at] ?? null,
    others: weighed.filter((_, i) => i !== at),
  };
}
