import { type CustomerRow, customerByKey } from "../customers/index.js";
import type { ReportPoint } from "../ledger/index.js";
import { requireIdOrNumber } from "../platform/graphql/by-id-or-number.js";
import type { RequestContext } from "../platform/graphql/context.js";
import { requestError } from "../platform/graphql/errors.js";
import type { DocumentParameters } from "../platform/http/document-parameters.js";
import type { Paper, PdfOptions } from "../platform/pdf/pdf-writer.js";
import type { Letterhead } from "./letterhead.queries.js";

export const PAPERS: readonly Paper[] = ["A4", "LETTER"];

/** The customer of `customer` (an id) or `number`; throws NOT_FOUND when there is none that the credentials see. */
export async function askedCustomer(
  context: RequestContext,
  parameters: DocumentParameters,
): Promise<CustomerRow> {
  const [id, number] = [parameters.text("customer"), parameters.text("number")];
  if ((id === null) === (number === null)) {
    throw requestError("BAD_USER_INPUT", "Give either `customer`, an id, or `number`.");
  }
  const customer = await customerByKey(context, requireIdOrNumber("cus", id, number));
  if (customer) return customer;
  throw requestError("NOT_FOUND", `There is no customer ${id ?? number}.`);
}

/** When a report was made, by what it knew: the same report is the same file. */
export function printedAt(
  { name }: Letterhead,
  { knownAt }: ReportPoint,
): Pick<PdfOptions, "createdAt" | "footer"> {
  if (knownAt === null) throw new Error("a document tells when it knew");
  return { createdAt: new Date(knownAt), footer: `${name} · as known at ${knownAt}` };
}
