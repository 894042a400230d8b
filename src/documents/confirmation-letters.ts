import { type AskedPoint, type ReportPoint, reportPoint } from "../ledger/index.js";
import { sql } from "../platform/database/sql.js";
import type { RequestContext } from "../platform/graphql/context.js";
import { requestError } from "../platform/graphql/errors.js";
import { visibleTo } from "../platform/graphql/visible-customers.js";
import { type ConfirmationSelection, type Selection, selectCustomers } from "./confirmation.queries.js";

/** Letters of one request, and of one file. */
export const LETTERS_MAX = 1_000;

/** Customers named one by one: their ids are in the file's address. */
export const CHOSEN_MAX = 200;

/** A selection at a point, with what was asked for, so that it can be asked for again. */
export interface ConfirmationsRow extends Selection {
  readonly point: ReportPoint;
  readonly asked: ConfirmationSelection;
}

/** Chooses whose balances are to be confirmed. Throws BAD_USER_INPUT, NOT_FOUND or LIMIT_EXCEEDED when that cannot be. */
export async function chooseConfirmations(
  context: RequestContext,
  asked: ConfirmationSelection,
  at: AskedPoint,
): Promise<ConfirmationsRow> {
  if (asked.customerIds && asked.customerIds.length > CHOSEN_MAX) {
    const message = `At most ${CHOSEN_MAX} customers are named one by one; these are ${asked.customerIds.length}.`;
    throw requestError("LIMIT_EXCEEDED", message);
  }
  const row = await chooseAnyNumber(context, asked, at);
  const { length } = row.customers;
  if (length > LETTERS_MAX) {
    const message = `${length} customers are chosen; one request has at most ${LETTERS_MAX} letters. Raise the minimum balance or draw a sample.`;
    throw requestError("LIMIT_EXCEEDED", message);
  }
  return row;
}

/** The same without a limit, for who makes one file of each letter. */
export async function chooseAnyNumber(
  context: RequestContext,
  asked: ConfirmationSelection,
  at: AskedPoint,
): Promise<ConfirmationsRow> {
  refuseWrong(asked);
  const point = await reportPoint(context, at);
  const visible = visibleTo(context.principal, sql`c.id`);
  const selection = await selectCustomers(context.reads, point, visible, asked);
  const found = new Set(selection.customers.map(({ customerId }) => customerId));
  if (asked.customerIds?.some((id) => !found.has(id))) {
    throw requestError("NOT_FOUND", "One of the customers that were named is not there.");
  }
  return { ...selection, point, asked };
}

function refuseWrong({ sampleSize, seed }: ConfirmationSelection): void {
  const wrong = (message: string) => requestError("BAD_USER_INPUT", message);
  if (sampleSize != null && (sampleSize < 1 || sampleSize > LETTERS_MAX)) {
    throw wrong(`A sample has 1 to ${LETTERS_MAX} customers, not ${sampleSize}.`);
  }
  if ((sampleSize != null) !== (seed != null && seed !== "")) {
    throw wrong("A sample needs a size and a seed, so that it can be drawn again.");
  }
}
