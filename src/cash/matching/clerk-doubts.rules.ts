import { formatAmount } from "../../platform/money.js";
import { fromUnits } from "./amount-units.rules.js";
import type { CustomerBook } from "./customer-book.rules.js";
import type { BookItem, ItemBook } from "./item-book.rules.js";
import type { MatchPayment } from "./matching.model.js";
import { isCertain, type Naming, type ReadPart } from "./reading.rules.js";
import { gradeOf, type ReferenceForm, referenceForm } from "./reference-form.rules.js";

/** A number that the payment has, and whose it is. */
interface WrittenNumber {
  readonly form: ReferenceForm;
  readonly place: string;
  readonly inText: boolean;
  /** Items, of whichever customer, that have exactly this number. */
  readonly hits: readonly BookItem[];
}

/** What a payment says that may speak against what it was read as. */
export interface Objections {
  readonly payment: MatchPayment;
  readonly written: readonly WrittenNumber[];
  readonly books: { readonly items: ItemBook; readonly customers: CustomerBook };
}

/** A number of fewer digits with nothing before it counts pieces as well as invoices. */
const SHORT = 4;

export function objectionsOf(
  payment: MatchPayment,
  inText: readonly ReferenceForm[],
  books: Objections["books"],
): Objections {
  const whose = (form: ReferenceForm, place: string, isText: boolean): WrittenNumber => ({
    ...{ form, place, inText: isText },
    hits: isText && isShort(form) ? [] : books.items.named(form).filter((item) => isNumberOf(form, item)),
  });
  const inLines = payment.advice.flatMap(({ reference, place }) =>
    reference === null ? [] : whose(referenceForm(reference), place, false),
  );
  return {
    payment,
    books,
    written: [...inText.map((form) => whose(form, "the bank's text", true)), ...inLines],
  };
}

/**
 * Why a person should look at a part though it is likely, in words for the evidence; null when there is no reason. The weights
 * say how likely it is among what was looked at; this says that the payment itself speaks of something else.
 * @param parts all that the payment was read as
 */
export function doubtOf(part: ReadPart, parts: readonly ReadPart[], objections: Objections): string | null {
  return (
    namesAnother(part, parts, objections) ??
    namesUnknown(part, objections) ??
    onlyShort(part, parts, objections) ??
    issuedLater(part, objections)
  );
}

/** An exact hit on a known document is no slip of this one's number, and no accident beside its amount. */
function namesAnother(part: ReadPart, parts: readonly ReadPart[], objections: Objections): string | null {
  const { naming, item } = part;
  if (naming && isCertain(naming) && !isBare(naming, item)) return null;
  for (const { form, place, inText, hits } of objections.written) {
    if (!inText && part.reference?.plain !== form.plain) continue;
    const named = hits.filter((hit) => isMeant(form, hit, item));
    const [first] = named;
    if (!first || parts.some((one) => named.some(({ number }) => number.plain === one.item.number.plain)))
      continue;
    if (inText && isNumberOfPayer(form, item, objections)) continue;
    return `but "${form.written.trim()}" in ${place} is the number of ${first.item.number}, ${stateOf(first)}`;
  }
  return null;
}

/** A customer's own number says nothing of another customer's documents. */
function isMeant(form: ReferenceForm, hit: BookItem, chosen: BookItem): boolean {
  return hit.item.customerId === chosen.item.customerId || isOurNumber(form, hit);
}

function isNumberOf(form: ReferenceForm, item: BookItem): boolean {
  return isOurNumber(form, item) || item.own.some(({ plain }) => plain !== "" && plain === form.plain);
}

function isOurNumber(form: ReferenceForm, { number }: BookItem): boolean {
  const grade = gradeOf(form, number);
  return grade === "EXACT" || (grade === "NUMBER" && digitsWritten(form) >= SHORT);
}

function stateOf({ item, left }: BookItem): string {
  return left === 0n
    ? "which is settled"
    : `which has ${formatAmount(fromUnits(left), item.currency)} ${item.currency} open`;
}

/** Nothing names the item, and the number that the payer gives is as we give them and was not found. */
function namesUnknown({ naming, item }: ReadPart, objections: Objections): string | null {
  if (naming && !isBare(naming, item)) return null;
  const { items } = objections.books;
  const unknown = objections.written.find(
    ({ form, inText, hits }) =>
      inText && hits.length === 0 && items.isAsOurs(form) && !isNumberOfPayer(form, item, objections),
  );
  return unknown
    ? `but "${unknown.form.written.trim()}" in ${unknown.place} is like a number of ours that is not known`
    : null;
}

/** What stands in the text may be the customer's own number rather than a document's. */
function isNumberOfPayer(form: ReferenceForm, { item }: BookItem, { payment, books }: Objections): boolean {
  const numbers = [payment.customerNumber, books.customers.customer(item.customerId)?.number];
  return numbers.some((number) => {
    const own = number ? referenceForm(number).plain : "";
    return own !== "" && (own === form.plain || own === form.plain.slice(form.prefix.length));
  });
}

/** "39 pieces" is not invoice 39, unless the amount is its amount. */
function onlyShort(
  { naming, item, fit }: ReadPart,
  parts: readonly ReadPart[],
  { payment }: Objections,
): string | null {
  if (!naming || !isBare(naming, item)) return null;
  if (fit.kind === "EQUAL" || fit.kind === "LESS_DISCOUNT" || fit.kind === "WITHIN_TOLERANCE") return null;
  const sum = parts.reduce((total, one) => total + one.fit.applied, 0n);
  const isAll = parts.every((one) => one.fit.kind === "UNSTATED") && fromUnits(sum).eq(payment.amount);
  return isAll ? null : `but "${naming.written}" may count anything, and the amount is not the item's`;
}

/** It is a short number, and nothing with it says that it is an item's. */
export function isBare({ inText, written, own }: Naming, { number }: BookItem): boolean {
  const form = referenceForm(written);
  return inText && digitsWritten(form) < SHORT && (form.prefix === "" || (!own && number.prefix === ""));
}

function isShort(form: ReferenceForm): boolean {
  return form.plain === form.number && digitsWritten(form) < SHORT;
}

function digitsWritten({ plain }: ReferenceForm): number {
  return plain.replace(/\D/g, "").length;
}

/** Who pays before there is an invoice pays something else, or says what. */
function issuedLater({ naming, item }: ReadPart, { payment }: Objections): string | null {
  const { documentDate } = item.item;
  if (documentDate <= payment.date || (naming && !isBare(naming, item))) return null;
  return `but it was issued on ${documentDate}, after the payment`;
}
