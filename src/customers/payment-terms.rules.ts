import { addDays, type BusinessDate } from "../platform/business-date.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import type { Refusal } from "../platform/commands/refusal.js";
import { allocate, Decimal } from "../platform/money.js";

/** When an invoice falls due, in how many parts, and what is off for paying early ("2/10 net 30"). */
export interface PaymentTerms {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Per cent, e.g. "2". */
  readonly discountPercent: string | null;
  /** Days from the document date in which the discount can be taken. */
  readonly discountDays: number | null;
  readonly instalments: readonly TermsInstalment[];
}

export interface TermsInstalment {
  /** The share of the total in per cent; all sum to 100. */
  readonly percent: string;
  /** Days from the document date to the due date. */
  readonly netDays: number;
}

/** One part of an invoice: its share and when it is due. */
export interface Instalment {
  readonly no: number;
  readonly amount: Decimal;
  readonly dueDate: BusinessDate;
  readonly discountPercent: string | null;
  readonly discountUntil: BusinessDate | null;
}

/** Splits a total by the terms; the parts sum to it (largest remainder). A part of zero is left out. */
export function instalmentsOf(
  terms: PaymentTerms,
  total: Decimal,
  currency: string,
  documentDate: BusinessDate,
): Instalment[] {
  const shares = allocate(
    total,
    terms.instalments.map((i) => i.percent),
    currency,
  );
  const discountUntil = terms.discountDays === null ? null : addDays(documentDate, terms.discountDays);
  return terms.instalments
    .map((instalment, index) => ({
      no: index + 1,
      amount: shares[index] ?? new Decimal(0),
      dueDate: addDays(documentDate, instalment.netDays),
      discountPercent: terms.discountPercent,
      discountUntil,
    }))
    .filter((instalment) => !instalment.amount.isZero());
}

/** Everything that is wrong with the terms. */
export function checkTerms(terms: Omit<PaymentTerms, "id">): Refusal[] {
  const checks = new InputChecks().text(terms.code, "code", "a code", 40).text(terms.name, "name", "a name");
  const sum = terms.instalments.reduce((s, i) => s.plus(i.percent), new Decimal(0));
  if (terms.instalments.length === 0 || terms.instalments.length > 60) {
    checks.add("INVALID_VALUE", "instalments", "Give 1 to 60 instalments.");
  } else if (!sum.eq(100)) {
    checks.add(
      "INVALID_VALUE",
      "instalments",
      `The instalments sum to ${sum} per cent; they must sum to 100.`,
    );
  }
  for (const [i, instalment] of terms.instalments.entries()) {
    const before = terms.instalments[i - 1];
    if (new Decimal(instalment.percent).lte(0)) {
      checks.add(
        "INVALID_VALUE",
        `instalments.${i}.percent`,
        "An instalment's share must be more than zero.",
      );
    }
    if (instalment.netDays < 0 || instalment.netDays > 3_650) {
      checks.add("INVALID_VALUE", `instalments.${i}.netDays`, "Net days must be from 0 to 3,650.");
    } else if (before && instalment.netDays < before.netDays) {
      checks.add(
        "INVALID_VALUE",
        `instalments.${i}.netDays`,
        "Instalments are in the order in which they fall due.",
      );
    }
  }
  const discount = terms.discountPercent === null ? null : new Decimal(terms.discountPercent);
  if ((discount === null) !== (terms.discountDays === null)) {
    checks.add("REQUIRED", "discountDays", "An early-payment discount needs both its per cent and its days.");
  } else if (discount && (discount.lte(0) || discount.gte(100))) {
    checks.add(
      "INVALID_VALUE",
      "discountPercent",
      "The discount must be more than 0 and less than 100 per cent.",
    );
  }
  if (terms.discountDays !== null && terms.discountDays < 0) {
    checks.add("INVALID_VALUE", "discountDays", "Discount days cannot be negative.");
  }
  // Instalments are in the order in which they fall due: the first is the earliest.
  const [first] = terms.instalments;
  if (terms.discountDays !== null && first && terms.discountDays > first.netDays) {
    const message = `The discount is for paying early: its ${terms.discountDays} days cannot be more than the ${first.netDays} in which the first instalment is due.`;
    checks.add("INVALID_VALUE", "discountDays", message);
  }
  return checks.refusals;
}
