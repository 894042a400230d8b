import type { CommandContext } from "../../platform/commands/command.js";
import { type KnownPayer, PAYER_GROUNDS } from "../matching/customer-book.rules.js";
import {
  type BatchProgress,
  type MatchItem,
  type MatchPayment,
  matchBatch,
  type PaymentMatch,
} from "../matching/index.js";
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
  /** Days after a discount's last day on which it is still granted to the payer. */
  readonly discountGraceDays: number;
  /** The items of its parts, as they were seen. */
  readonly seen: ReadonlyMap<string, MatchItem>;
}

/**
 * Matches the payments of one chunk: those that `progress` lets be decided now, by their ids. Nothing is written. The items of
 * all their customers are held meanwhile, so that a chunk has to be of a size that memory has room for.
 */
export async function matchPayments(
  context: Pick<CommandContext, "tx" | "tenant">,
  payments: readonly MatchPayment[],
  progress: BatchProgress,
): Promise<Map<string, MatchedPayment>> {
  const settings = await readMatchSettings(context);
  const found = await findCandidates(context, payments);
  const items = new Map(found.items.map((item) => [item.id, item]));
  const numbers = byNumber(found.items, progress);
  const told = payments.map((payment) => withNamedLines(payment, numbers));
  const matches = matchBatch(told, found, settings.all, settings.byCustomer, progress).map((match) => {
    const viewed = uncontested(ledgerView(match, found, items, settings), progress);
    const { discountGraceDays } = settings.byCustomer.get(viewed.payerId ?? "") ?? settings.all;
    return { ...viewed, discountGraceDays };
  });
  for (const match of matches) progress.tell(match);
  const matched = new Map(matches.map((match) => [match.paymentId, match]));
  await tellOtherCurrencies(context, payments, matched);
  return matched;
}

type View = Omit<MatchedPayment, "discountGraceDays">;

/** Nothing is applied to what an earlier payment may yet get. */
function uncontested(view: View, progress: BatchProgress): View {
  const isContested = view.parts.some(
    ({ itemId, decision }) => decision === "AUTO" && progress.isProposed(itemId),
  );
  return isContested ? { ...proposedOnly(view), obstacle: EARLIER_PROPOSED } : view;
}

const EARLIER_PROPOSED =
  "An earlier payment of the same file is proposed for it, and nobody has decided that yet.";

const ONLY_THE_AMOUNT = "Nothing but the amount says who paid.";

/** From here on a name only resembles the customer's. */
const RESEMBLING = PAYER_GROUNDS.indexOf("SIMILAR");

function ledgerView(
  match: PaymentMatch,
  { payers }: FoundCandidates,
  items: ReadonlyMap<string, MatchItem>,
  settings: TenantMatchSettings,
): View {
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
