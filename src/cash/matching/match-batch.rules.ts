import { absolute, toUnits } from "./amount-units.rules.js";
import { BatchProgress, STRENGTHS, type Strength } from "./batch-progress.rules.js";
import { CustomerBook } from "./customer-book.rules.js";
import { type Decided, type DecidedPart, decide, matchOf } from "./decide-payment.rules.js";
import {
  type Books,
  type Evaluation,
  evaluatePayment,
  type PreparedPayment,
  preparePayment,
  seenVersion,
} from "./evaluate-payment.rules.js";
import { compare, ItemBook } from "./item-book.rules.js";
import { DEFAULT_MATCH_SETTINGS } from "./match-settings.rules.js";
import type { MatchCandidates, MatchPayment, MatchSettings, PaymentMatch } from "./matching.model.js";
import { isCertain } from "./reading.rules.js";

/** How often payments that were not sure are looked at again, because others have taken items since. */
const ROUNDS_MOST = 4;

/**
 * Matches a batch: payments that are sure take their items first, those with the strongest evidence before others and
 * earlier ones before later; then the rest is proposed out of what they left. The result has the payments' order and
 * depends on nothing else's. A batch that is too large for one look comes in chunks, each with the progress of those before.
 */
export function matchBatch(
  payments: readonly MatchPayment[],
  candidates: MatchCandidates,
  settings: MatchSettings = DEFAULT_MATCH_SETTINGS,
  settingsByCustomer: ReadonlyMap<string, MatchSettings> = new Map(),
  progress: BatchProgress = new BatchProgress(),
): PaymentMatch[] {
  const books: Books = {
    items: new ItemBook(candidates.items),
    customers: new CustomerBook(candidates.customers),
    settingsOf: (customerId) => settingsByCustomer.get(customerId) ?? settings,
  };
  progress.takeProposed(books.items);
  const entries = [...payments]
    .sort(byDate)
    .map((payment) => new Entry(preparePayment(payment, books), books));
  const rounds = progress.upTo === null ? ROUNDS_MOST : 1;
  for (let round = 0; round < rounds; round++) {
    if (!applySure(entries, progress)) break;
  }
  if (progress.upTo === null) proposeRest(entries, progress);
  else leaveRest(entries, progress);
  const told = new Map(
    entries.filter(({ done }) => done).map((entry) => [entry.prepared.payment, entry.told()]),
  );
  return payments.flatMap((payment) => told.get(payment) ?? []);
}

function byDate(a: MatchPayment, b: MatchPayment): number {
  return compare(a.date, b.date) || compare(a.id, b.id);
}

/** A payment on its way through the rounds. */
class Entry {
  #evaluation: Evaluation | null = null;
  #decided: Decided | null = null;
  readonly #wording: readonly string[];
  done = false;

  constructor(
    readonly prepared: PreparedPayment,
    readonly books: Books,
  ) {
    const { amount, advice } = prepared.payment;
    const references = advice.flatMap(({ reference }) => reference ?? []);
    this.#wording = references.length > 0 ? [`advice ${amount} ${references.join(" ")}`] : [];
  }

  /** As the books stand now. */
  look(): { readonly evaluation: Evaluation; readonly decided: Decided } {
    if (
      !this.#evaluation ||
      !this.#decided ||
      (!this.done && this.#evaluation.seen !== seenVersion(this.prepared))
    ) {
      this.#evaluation = evaluatePayment(this.prepared, this.books);
      const { payer } = this.#evaluation;
      this.#decided = decide(this.prepared, this.#evaluation, this.books.settingsOf(payer?.customerId ?? ""));
    }
    return { evaluation: this.#evaluation, decided: this.#decided };
  }

  /** Items that it names and pays in full, sure or not, and the wording of its advice. */
  claims(): string[] {
    const { parts } = this.look().decided;
    const items = parts.flatMap(({ part }) =>
      part.naming && part.fit.kind === "EQUAL" ? `item ${part.item.item.id}` : [],
    );
    return [...items, ...this.#wording];
  }

  /** Takes the items of its parts and looks no more. */
  take(decided: Decided): void {
    this.#decided = decided;
    this.done = true;
    for (const part of decided.parts) this.#book(part);
  }

  /** Takes what is sure; what it proposes waits until all that is sure is taken. */
  takeSureParts(): boolean {
    const { decided } = this.look();
    const sure = decided.parts.filter(({ decision }) => decision === "AUTO");
    if (sure.length === 0) return false;
    this.done = true;
    for (const part of sure) this.#book(part);
    return true;
  }

  /** Takes what it proposes beside what it took, where that is still there. */
  takeOtherParts(): void {
    const { decided } = this.look();
    const parts = decided.parts.filter(({ part, applied, decision }) => {
      return decision === "AUTO" || absolute(part.item.left) >= absolute(applied);
    });
    this.#decided = { ...decided, parts };
    for (const part of parts) if (part.decision !== "AUTO") this.#book(part);
  }

  #book({ part, applied }: DecidedPart): void {
    const { discount, writeOff } = applied === part.fit.applied ? part.fit : { discount: 0n, writeOff: 0n };
    const sign = applied < 0n ? -1n : 1n;
    part.account.take(part.item, applied + sign * (discount + writeOff), this.prepared.payment.id);
  }

  told(): PaymentMatch {
    const { evaluation, decided } = this.look();
    return matchOf(this.prepared, evaluation, decided, this.books);
  }
}

function strengthOf({ part: { naming, fit } }: DecidedPart): Strength {
  if (!naming) return 2;
  return isCertain(naming) && (fit.kind === "EQUAL" || fit.kind.startsWith("LESS_")) ? 0 : 1;
}

/**
 * Whether a payment need not wait: an earlier one that names the same item and pays it in full, or has the same
 * advice, is perhaps the same payment, and has not found its items yet.
 */
function byClaims(entries: readonly Entry[], progress: BatchProgress): (entry: Entry) => boolean {
  const claims = new Map(entries.map((entry) => [entry, entry.claims()]));
  const first = new Map<string, Entry>();
  for (const [entry, own] of claims) {
    for (const claim of own) if (!first.has(claim)) first.set(claim, entry);
  }
  return (entry) =>
    (claims.get(entry) ?? []).every((claim) => {
      const claimant = first.get(claim) ?? entry;
      return !progress.isAwaited(claim) && (claimant === entry || claimant.done);
    });
}

function isSure({ parts }: Decided): boolean {
  return parts.length > 0 && parts.every(({ decision }) => decision === "AUTO");
}

function weakest({ parts }: Decided): number {
  return Math.max(0, ...parts.map(strengthOf));
}

/** True when a payment took its items, so that others may be surer now. */
function applySure(entries: readonly Entry[], progress: BatchProgress): boolean {
  let taken = false;
  const comesFirst = byClaims(entries, progress);
  for (const strength of STRENGTHS.filter((one) => one <= (progress.upTo ?? 2))) {
    for (const entry of entries) {
      if (entry.done || !comesFirst(entry)) continue;
      const { decided } = entry.look();
      if (!isSure(decided) || weakest(decided) > strength) continue;
      entry.take(decided);
      taken = true;
    }
  }
  return taken;
}

/** Nothing is applied on the strength of what is only proposed: sure parts first, then proposals of what is left. */
function proposeRest(entries: readonly Entry[], progress: BatchProgress): void {
  const rest = entries.filter(({ done }) => !done);
  const comesFirst = byClaims(entries, progress);
  const mixed = rest.filter((entry) => comesFirst(entry) && entry.takeSureParts());
  leaveRest(rest, progress);
  for (const entry of mixed) entry.takeOtherParts();
  for (const strength of STRENGTHS) {
    for (const entry of rest) {
      if (entry.done) continue;
      const { decided } = entry.look();
      if (weakest(decided) > strength) continue;
      entry.take({ ...decided, parts: decided.parts.map((part) => ({ ...part, decision: "PROPOSED" })) });
    }
  }
  markRepeated(entries);
}

/** Whoever names the same in a later chunk comes after those that wait. */
function leaveRest(entries: readonly Entry[], progress: BatchProgress): void {
  for (const entry of entries) if (!entry.done) progress.wait(entry.claims());
}

/** Nothing fits a payment because another of the batch, of the same payer and amount, has paid it. */
function markRepeated(entries: readonly Entry[]): void {
  for (const entry of entries) {
    const { evaluation, decided } = entry.look();
    const account = entry.prepared.candidates.find(
      ({ candidate }) => candidate.customerId === evaluation.payer?.customerId,
    )?.account;
    if (!account || decided.parts.length > 0 || decided.duplicateOf.length > 0) continue;
    const amount = toUnits(entry.prepared.payment.amount);
    const before = account.items.find(({ left, settledBy }) => left === 0n && settledBy?.amount === amount);
    if (before?.settledBy) entry.take({ ...decided, duplicateOf: [before.settledBy.paymentId] });
  }
}
