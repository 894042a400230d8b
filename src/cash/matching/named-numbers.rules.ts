import type { MatchPayment } from "./matching.model.js";
import { referenceForm } from "./reference-form.rules.js";
import { textReferences } from "./text-references.rules.js";

/** Numbers in the forms in which the books keep them beside the documents; each once. */
export interface NamedNumbers {
  readonly plain: readonly string[];
  readonly digits: readonly string[];
}

/** Whether the payment names anything that may be a document's number. */
export function namesAny({ advice, text }: Pick<MatchPayment, "advice" | "text">): boolean {
  return advice.some(({ reference }) => reference !== null) || textReferences(text).length > 0;
}

/** Every number that the payments name, so that the items of a whole batch come in a handful of statements. */
export function namedNumbers(payments: readonly MatchPayment[]): NamedNumbers {
  const forms = payments.flatMap(({ advice, text }) => [
    ...advice.flatMap(({ reference }) => (reference === null ? [] : referenceForm(reference))),
    ...textReferences(text),
  ]);
  const once = (values: readonly string[]) => [...new Set(values.filter((value) => value !== ""))];
  return { plain: once(forms.map(({ plain }) => plain)), digits: once(forms.map(({ digits }) => digits)) };
}
