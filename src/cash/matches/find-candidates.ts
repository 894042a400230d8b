import type { CommandContext } from "../../platform/commands/command.js";
import { CustomerBook, type KnownPayer } from "../matching/customer-book.rules.js";
import type { MatchCandidates, MatchPayment } from "../matching/matching.model.js";
import { candidateCustomers, isSure } from "./candidate-customers.js";
import {
  type ItemOwner,
  itemsOfAmounts,
  itemsPaidBefore,
  matchItems,
  namedItems,
} from "./candidate-items.js";

/** What the ledger knows that some payments may concern. */
export interface FoundCandidates extends MatchCandidates {
  /** By payment: whom what it says of its payer leads to. */
  readonly payers: ReadonlyMap<string, readonly KnownPayer[]>;
}

/** Finds payers and items for many payments in a handful of statements. */
export async function findCandidates(
  context: Pick<CommandContext, "tx" | "tenant">,
  payments: readonly MatchPayment[],
): Promise<FoundCandidates> {
  const [customers, named] = await Promise.all([
    candidateCustomers(context, payments),
    namedItems(context, payments),
  ]);
  const book = new CustomerBook(customers);
  const payers = payments.map((payment) => ({ payment, known: book.payersOf(payment) }));
  const unknown = payers.filter(({ known }) => known.length === 0).map(({ payment }) => payment);
  const repeated = payers.flatMap(({ payment, known }) =>
    known.filter(isSure).map(({ customer }) => ({
      customerId: customer.id,
      currency: payment.currency,
      amount: payment.amount.toFixed(),
      date: payment.date,
    })),
  );
  const [ofAmounts, paidBefore] = await Promise.all([
    itemsOfAmounts(context, unknown),
    itemsPaidBefore(context, repeated),
  ]);
  const led: ItemOwner[] = [...named, ...ofAmounts];
  const customerIds = new Set([
    ...payers.flatMap(({ known }) => known.map(({ customer }) => customer.id)),
    ...led.map(({ customerId }) => customerId),
  ]);
  const items = await matchItems(
    context,
    [...customerIds],
    [...new Set([...led, ...paidBefore].map(({ id }) => id))],
    [...new Set(payments.map(({ currency }) => currency))],
  );
  return { customers, items, payers: new Map(payers.map(({ payment, known }) => [payment.id, known])) };
}
