import type { AmountFit, AmountKind } from "./amount-fit.rules.js";
import { absolute, type Units } from "./amount-units.rules.js";
import { type BookItem, compare } from "./item-book.rules.js";
import { EVIDENCE } from "./match-settings.rules.js";
import { isCertain, type Reading, type ReadPart } from "./reading.rules.js";

/**
 * The instalments of an invoice have one number. What is paid on it is one of them when it is their amount, the oldest of
 * them when several are alike, and otherwise goes to the oldest first. Other readings stay as they are.
 */
export function acrossInstalments(readings: readonly Reading[], amount: Units | null): Reading[] {
  const byNumber = Map.groupBy(readings, numberNamed);
  return [...byNumber].flatMap(([number, own]) =>
    number === null || own.length < 2 ? own : ofOneInvoice([...own].sort(oldestFirst), amount),
  );
}

/** Null when it names no number for certain, or nothing is open on it. */
function numberNamed({ parts: [part] }: Reading): string | null {
  return part?.naming && isCertain(part.naming) && !part.fit.settled ? part.item.number.plain : null;
}

function oldestFirst({ parts: [a] }: Reading, { parts: [b] }: Reading): number {
  if (!a || !b) return 0;
  return compare(a.item.item.dueDate, b.item.item.dueDate) || compare(a.item.item.id, b.item.item.id);
}

const OWN_AMOUNT: ReadonlySet<AmountKind> = new Set(["EQUAL", "LESS_DISCOUNT", "LESS_STATED"]);

function ofOneInvoice(readings: readonly Reading[], amount: Units | null): Reading[] {
  const own = readings.find(({ parts: [part] }) => part && OWN_AMOUNT.has(part.fit.kind));
  const [first] = readings;
  if (own || !first) return own ? [own] : [];
  const items = readings.flatMap(({ parts: [part] }) => part ?? []);
  const sum = items.reduce((total, { fit }) => total + fit.open, 0n);
  const parts = filled(items, amount ?? sum);
  const [part] = first.parts;
  if (!part || parts.length === 0) return [...readings];
  const kind = amount === null ? "UNSTATED" : kindOf(absolute(amount), absolute(sum));
  return [{ ...first, parts, weight: first.weight - EVIDENCE.amount[part.fit.kind] + EVIDENCE.amount[kind] }];
}

function kindOf(paid: Units, due: Units): AmountKind {
  return paid === due ? "EQUAL" : paid < due ? "PART" : "MORE";
}

function filled(items: readonly ReadPart[], amount: Units): ReadPart[] {
  let rest = amount;
  return items.flatMap((part): ReadPart[] => {
    const { open } = part.fit;
    const applied = absolute(open) < absolute(rest) ? open : rest;
    rest -= applied;
    return applied === 0n ? [] : [{ ...part, fit: laid(part.item, applied) }];
  });
}

function laid(item: BookItem, applied: Units): AmountFit {
  const kind = applied === item.left ? "UNSTATED" : "PART";
  return { kind, applied, open: item.left, discount: 0n, deduction: 0n, writeOff: 0n, settled: false };
}
