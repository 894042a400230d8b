import type { AmountFit } from "./amount-fit.rules.js";
import type { BookItem } from "./item-book.rules.js";
import type { MatchRule } from "./match-settings.rules.js";
import type { ReferenceForm, ReferenceGrade } from "./reference-form.rules.js";

/** What names an item: a number as written, where it stands, and how surely it is the item's. */
export interface Naming {
  readonly written: string;
  readonly place: string;
  readonly grade: ReferenceGrade;
  /** It is the customer's own number of the document, not ours. */
  readonly own: boolean;
  readonly inText: boolean;
}

/** Whether it is the item's number and no other, however it was written. */
export function isCertain({ grade }: Naming): boolean {
  return grade === "EXACT" || grade === "NUMBER";
}

/** One way to read a line of an advice, or a whole payment: amounts laid on items. */
export interface Reading {
  readonly rule: MatchRule;
  readonly parts: readonly ReadPart[];
  /** What speaks for it less what speaks against it, in natural logarithms of odds. */
  readonly weight: number;
}

export interface ReadPart {
  readonly item: BookItem;
  readonly fit: AmountFit;
  readonly naming: Naming | null;
  readonly memo: string | null;
  /** What the line names from which it is read; null when it is read from none. */
  readonly reference: ReferenceForm | null;
}

/** A reading with its share among all readings of the same line or payment by the same payer. */
export interface WeighedReading extends Reading {
  readonly share: number;
}

/** How one customer's items explain a payment. */
export interface Explanation {
  /** The logarithm of how much better they explain it than nothing does; 0 when they do not. */
  readonly weight: number;
  /** One for each line that is explained, or one for the payment. */
  readonly chosen: readonly WeighedReading[];
  /** What else the lines or the payment could mean. */
  readonly others: readonly WeighedReading[];
  /** Lines that nothing explains. */
  readonly unexplained: number;
  /** Something was not looked for, because it could not matter: the weight is as if the best of it were there. */
  readonly cutShort: boolean;
}

export const NO_EXPLANATION: Explanation = {
  weight: 0,
  chosen: [],
  others: [],
  unexplained: 1,
  cutShort: false,
};
