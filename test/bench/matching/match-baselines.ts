import type { MatchCandidates, MatchPayment } from "../../../src/cash/index.js";
import { Decimal } from "../../../src/platform/money.js";
import type { AppliedLine } from "./match-score.js";

/** What the advice names letter by letter, as far as it is open, in the order of the days. */
export function byExactReference(
  payments: readonly MatchPayment[],
  candidates: MatchCandidates,
): AppliedLine[] {
  return inOrder(payments).flatMap(applier(candidates).byReference);
}

/** The same; and what names nothing goes to the only open invoice of its amount, if there is just one. */
export function byExactReferenceOrAmount(
  payments: readonly MatchPayment[],
  candidates: MatchCandidates,
): AppliedLine[] {
  const { byReference, byAmount } = applier(candidates);
  const ordered = inOrder(payments);
  const named = new Map(ordered.map((payment) => [payment.id, byReference(payment)]));
  return ordered.flatMap((payment) => {
    const lines = named.get(payment.id) ?? [];
    return lines.length > 0 ? lines : byAmount(payment);
  });
}

function inOrder(payments: readonly MatchPayment[]): MatchPayment[] {
  return [...payments].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1));
}

function applier({ items }: MatchCandidates) {
  const open = new Map(items.map((item) => [item.id, item.open]));
  const byNumber = new Map(items.map((item) => [item.number, item]));
  const apply = (payment: MatchPayment, id: string, amount: Decimal): AppliedLine[] => {
    const left = open.get(id) ?? new Decimal(0);
    const applied = amount.abs().gt(left.abs()) ? left : amount;
    if (applied.isZero() || applied.isNegative() !== left.isNegative()) return [];
    open.set(id, left.minus(applied));
    return [{ payment: payment.id, invoice: id, amount: applied.toFixed(4), untouched: true }];
  };
  return {
    byReference: (payment: MatchPayment): AppliedLine[] =>
      payment.advice.flatMap(({ reference, amount }) => {
        const item = reference === null ? undefined : byNumber.get(reference);
        return item && amount && item.currency === payment.currency ? apply(payment, item.id, amount) : [];
      }),
    byAmount: (payment: MatchPayment): AppliedLine[] => {
      const equal = items.filter(
        (i) => i.currency === payment.currency && open.get(i.id)?.eq(payment.amount),
      );
      const [only] = equal;
      return only && equal.length === 1 ? apply(payment, only.id, payment.amount) : [];
    },
  };
}
