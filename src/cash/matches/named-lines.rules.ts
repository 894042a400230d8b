import type { BatchProgress } from "../matching/batch-progress.rules.js";
import type { AdviceLine, MatchItem, MatchPayment } from "../matching/matching.model.js";
import { type ReferenceForm, referenceForm } from "../matching/reference-form.rules.js";
import { textReferences } from "../matching/text-references.rules.js";

/** The items that were open when a batch began, by their exact numbers. */
export type ItemsByNumber = ReadonlyMap<string, readonly MatchItem[]>;

export function byNumber(items: readonly MatchItem[], progress: BatchProgress): ItemsByNumber {
  const open = items.filter(({ id, open }) => !open.isZero() || progress.wasOpen(id));
  const named = open.flatMap((item) =>
    [item.number, ...item.customerReferences].map((number) => ({ item, key: referenceForm(number).plain })),
  );
  return new Map(
    [...Map.groupBy(named, ({ key }) => key)].map(([key, own]) => [key, own.map(({ item }) => item)]),
  );
}

/**
 * A payer that writes several of one customer's numbers in its words has sent an advice: a line for each. One number alone
 * stays a part of the words, where the amount has to speak for it as well.
 */
export function withNamedLines(payment: MatchPayment, items: ItemsByNumber): MatchPayment {
  if (payment.advice.length > 0) return payment;
  const named = textReferences(payment.text).flatMap((reference) => {
    const found = (items.get(reference.plain) ?? []).filter((item) => item.currency === payment.currency);
    return found.length === 0
      ? []
      : [{ reference, customers: new Set(found.map((item) => item.customerId)) }];
  });
  const [first, ...others] = named;
  if (!first || others.length === 0) return payment;
  const [customer] = first.customers;
  const isOne = first.customers.size === 1 && others.every(({ customers }) => customers.has(customer ?? ""));
  return isOne ? { ...payment, advice: named.map(({ reference }) => lineOf(reference)) } : payment;
}

function lineOf({ written }: ReferenceForm): AdviceLine {
  return { place: "the bank's text", reference: written, amount: null, memo: null };
}
