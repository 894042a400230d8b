import type { CurrencyCode, Decimal } from "../../platform/money.js";
import type { MatchPayment } from "./matching.model.js";
import { referenceForm } from "./reference-form.rules.js";
import { textReferences } from "./text-references.rules.js";

/** By what the candidates of a batch are found in the books; each value once. */
export interface MatchLookups {
  /** Numbers in the form of `numberKeys`: whose items have one of them. */
  readonly plainNumbers: readonly string[];
  readonly digits: readonly string[];
  /** Whose items have exactly so much open. */
  readonly amounts: readonly { readonly currency: CurrencyCode; readonly amount: Decimal }[];
  readonly accounts: readonly string[];
  readonly customerNumbers: readonly string[];
  /** As the bank has them: customers whose name or alias is like one of them, or stands in a text. */
  readonly names: readonly string[];
  readonly texts: readonly string[];
}

/** The forms in which an item's number is looked up; what stores numbers keeps them beside it. */
export function numberKeys(number: string): { readonly plain: string; readonly digits: string } {
  const { plain, digits } = referenceForm(number);
  return { plain, digits };
}

/** What to look up for a whole batch, so that its candidates come in a handful of statements. */
export function matchLookups(payments: readonly MatchPayment[]): MatchLookups {
  const references = payments.flatMap(({ advice, text }) => [
    ...advice.flatMap(({ reference }) => (reference === null ? [] : referenceForm(reference))),
    ...textReferences(text),
  ]);
  const amounts = payments.flatMap(({ currency, amount, advice }) =>
    [amount, ...advice.flatMap((line) => line.amount ?? [])].map((one) => ({ currency, amount: one })),
  );
  const once = (values: readonly (string | null)[]) => [...new Set(values.flatMap((value) => value || []))];
  return {
    plainNumbers: once(references.map(({ plain }) => plain)),
    digits: once(references.map(({ digits }) => digits)),
    amounts: [...new Map(amounts.map((one) => [`${one.currency} ${one.amount}`, one])).values()],
    accounts: once(payments.map(({ payerAccount }) => payerAccount)),
    customerNumbers: once(payments.map(({ customerNumber }) => customerNumber)),
    names: once(payments.map(({ payerName }) => payerName)),
    texts: once(payments.flatMap(({ text }) => text)),
  };
}
