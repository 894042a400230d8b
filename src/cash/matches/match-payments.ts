import type { CommandContext } from "../../platform/commands/command.js";
import { type KnownPayer, PAYER_GROUNDS } from "../matching/customer-book.rules.js";
import { type MatchItem, type MatchPayment, matchBatch, type PaymentMatch } from "../matching/index.js";
import { isSure } from "./candidate-customers.js";
import { type FoundCandidates, findCandidates } from "./find-candidates.js";
import { readMatchSettings, type TenantMatchSettings } from "./match-settings.js";
import { byNumber, withNamedLines } from "./named-lines.rules.js";
import { tellOtherCurrencies } from "./other-currency.js";

/** What matching says of a payment, and what the ledger makes of it. */
export interface MatchedPayment extends PaymentMatch {
  /** Who paid, when that is sure enough for the books. */
  readonly payerId: string | null;
  /** Why what is sure by itself is only proposed; null when nothing stands in the way. */
  readonly obstacle: string | null;
  /** The items of its parts, as they were seen. */
  readonly seen: ReadonlyMap<string, MatchItem>;
}

/** Payments at a time: as many as the items of their customers fit in memory with ease. */
const CHUNK = 2_000;

/** Matches any number of payments, those of one payer together; nothing is written. By the payments' ids. */
export async function matchPayments(
  context: Pick<CommandContext, "tx" | "tenant">,
  payments: readonly MatchPayment[],
): Promise<Map<string, MatchedPayment>> {
  const settings = await readMatchSettings(context);
  const matched = new Map<string, MatchedPayment>();
  const ordered = [...payments].sort((a, b) => (payerOrder(a) < payerOrder(b) ? -1 : 1));
  for (let start = 0; start < ordered.length; start += CHUNK) {
    const chunk = ordered.slice(start, start + CHUNK);
    const found = await findCandidates(context, chunk);
    const items = new Map(found.items.map((item) => [item.id, item]));
    const numbers = byNumber(found.items);
    const told = chunk.map((payment) => withNamedLines(payment, numbers));
    const words = new Map(chunk.map(({ id, text }) => [id, text.join(" ")]));
    for (const match of matchBatch(told, found, settings.all, settings.byCustomer)) {
      const reasoned = withReasons(match, words.get(match.paymentId) ?? "");
      matched.set(match.paymentId, ledgerView(reasoned, found, items, settings));
    }
    await tellOtherCurrencies(context, chunk, matched);
  }
  return matched;
}

/** What a payer keeps back and states in its words has these words for its reason. */
function withReasons(match: PaymentMatch, words: string): PaymentMatch {
  const parts = match.parts.map((part) =>
    part.deduction?.reason === "" ? { ...part, deduction: { ...part.deduction, reason: words } } : part,
  );
  return { ...match, parts };
}

function payerOrder({ customerNumber, payerAccount, payerName, id }: MatchPayment): string {
  return JSON.stringify([customerNumber ?? payerAccount ?? payerName ?? "", id]);
}

const ONLY_THE_AMOUNT = "Nothing but the amount says who paid.";

/** From here on a name only resembles the customer's. */
const RESEMBLING = PAYER_GROUNDS.indexOf("SIMILAR");

function ledgerView(
  match: PaymentMatch,
  { payers }: FoundCandidates,
  items: ReadonlyMap<string, MatchItem>,
  settings: TenantMatchSettings,
): MatchedPayment {
  const known = payers.get(match.paymentId) ?? [];
  const sure = soleSure(known);
  const told: PaymentMatch = match.payer === null && sure ? withPayer(match, sure) : match;
  const { payer, parts } = told;
  const seen = new Map(
    parts.flatMap(({ itemId }) => {
      const item = items.get(itemId);
      return item ? [[itemId, item] as const] : [];
    }),
  );
  if (payer && sure && payer.customerId !== sure.customer.id)
    return { ...proposedOnly(told), payerId: sure.customer.id, obstacle: anothersItems(sure), seen };
  // The amount that fits one open item fits the money of anybody: a person looks before it is taken for the customer's.
  const isKnown = known.some(
    ({ customer, ground }) => customer.id === payer?.customerId && PAYER_GROUNDS.indexOf(ground) < RESEMBLING,
  );
  const isNamed = parts.some(({ rule }) => rule === "EXPLICIT_REFERENCE");
  if (payer && parts.length > 0 && !isKnown && !isNamed)
    return { ...proposedOnly(told), payerId: null, obstacle: ONLY_THE_AMOUNT, seen };
  const { applyFrom } = settings.byCustomer.get(payer?.customerId ?? "") ?? settings.all;
  const isBooked =
    payer !== null && (payer.score >= applyFrom || parts.some(({ decision }) => decision === "AUTO"));
  return { ...told, payerId: isBooked ? payer.customerId : null, obstacle: null, seen };
}

function anothersItems({ customer }: KnownPayer): string {
  return `The money is from ${customer.name} (${customer.number}); what it seems to pay is another customer's.`;
}

/** Of a customer without items in the currency matching says nothing; whose the money is can be sure all the same. */
function soleSure(known: readonly KnownPayer[]): KnownPayer | null {
  const ranks = known.filter(isSure).map(({ ground }) => PAYER_GROUNDS.indexOf(ground));
  const surest = known.filter(({ ground }) => PAYER_GROUNDS.indexOf(ground) === Math.min(...ranks));
  const [only] = surest;
  return only && surest.length === 1 ? only : null;
}

const SURE: Readonly<Record<string, string>> = {
  CUSTOMER_NUMBER: "payer by its customer number",
  ACCOUNT: "payer by its bank account",
  ALIAS: "payer by a name under which it has paid before",
  SAME: "payer's name is the customer's",
};

function withPayer(match: PaymentMatch, { customer, ground }: KnownPayer): PaymentMatch {
  const { remainder } = match;
  const reason = match.remainder?.reason === "PAYER_UNKNOWN" ? "NOTHING_FITS" : match.remainder?.reason;
  return {
    ...match,
    payer: { customerId: customer.id, score: 1, evidence: SURE[ground] ?? "payer is known" },
    remainder: remainder && reason ? { ...remainder, disposition: "UNAPPLIED", reason } : remainder,
  };
}

/** All of it for a person to confirm. */
export function proposedOnly<Match extends PaymentMatch>(match: Match): Match {
  return { ...match, parts: match.parts.map((part) => ({ ...part, decision: "PROPOSED" as const })) };
}
