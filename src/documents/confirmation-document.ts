import type { RequestContext } from "../platform/graphql/context.js";
import { requireId } from "../platform/graphql/ids.js";
import type { DocumentSource, OpenedDocument } from "../platform/http/document-source.js";
import type { Paper, PdfWriter } from "../platform/pdf/pdf-writer.js";
import { type Addressee, addresseesOf } from "./addressee.queries.js";
import { writeConfirmation } from "./confirmation.pdf.js";
import { balancesAtPoint } from "./confirmation.queries.js";
import { type ConfirmationsRow, chooseConfirmations } from "./confirmation-letters.js";
import { balancesOf } from "./customer-statement.js";
import { askedCustomer, PAPERS, printedAt } from "./document-requests.js";
import { CONFIRMATION_PATH, CONFIRMATIONS_PATH } from "./document-urls.rules.js";
import { type Letterhead, letterheadOf } from "./letterhead.queries.js";
import { inFileName } from "./printed-values.rules.js";

/** A letter to one customer. */
export const confirmationDocument: DocumentSource = {
  path: CONFIRMATION_PATH,
  scopes: ["receivables:read"],
  parameters: ["customer", "number", "asOf", "knownAt", "paper"],
  async open(context, parameters): Promise<OpenedDocument> {
    const at = { asOf: parameters.date("asOf"), knownAt: parameters.instant("knownAt") };
    const paper = parameters.oneOf("paper", PAPERS);
    const { id } = await askedCustomer(context, parameters);
    return letters(context, await chooseConfirmations(context, { customerIds: [id] }, at), paper);
  },
};

/** Letters to all chosen customers in one file, each with pages of its own. */
export const confirmationsDocument: DocumentSource = {
  path: CONFIRMATIONS_PATH,
  scopes: ["receivables:read"],
  parameters: ["customer", "minimumBalance", "sampleSize", "seed", "asOf", "knownAt", "paper"],
  async open(context, parameters): Promise<OpenedDocument> {
    const named = parameters.list("customer").map((id) => requireId("cus", id));
    const selection = {
      customerIds: named.length > 0 ? named : null,
      minimumBalance: parameters.decimal("minimumBalance"),
      sampleSize: parameters.integer("sampleSize"),
      seed: parameters.text("seed"),
    };
    const at = { asOf: parameters.date("asOf"), knownAt: parameters.instant("knownAt") };
    const paper = parameters.oneOf("paper", PAPERS);
    return letters(context, await chooseConfirmations(context, selection, at), paper);
  },
};

async function letters(
  context: RequestContext,
  { customers, point }: ConfirmationsRow,
  paper: Paper | null,
): Promise<OpenedDocument> {
  const { reads } = context;
  const letterhead = await letterheadOf(reads, point.tenantId);
  const ids = customers.map(({ customerId }) => customerId);
  const addressees = await addresseesOf(reads, point.tenantId, ids);
  const sums = Map.groupBy(await balancesAtPoint(reads, point, ids), ({ customerId }) => customerId);
  const [only] = addressees;
  const whose = addressees.length === 1 && only ? `-${inFileName(only.number)}` : "s";
  const writeOne = async (pdf: PdfWriter, to: Addressee) => {
    const request = { point, customerId: to.id, from: point.asOf, currency: null };
    const balances = await balancesOf(reads, request);
    await writeConfirmation(pdf, reads, { request, letterhead, to, balances, sums: sums.get(to.id) ?? [] });
  };
  return {
    fileName: `confirmation${whose}-${point.asOf}.pdf`,
    options: {
      paper: paper ?? letterhead.paper,
      title: only ? titleOf(letterhead, only, point.asOf) : `Confirmation of balance, ${point.asOf}`,
      author: letterhead.name,
      ...printedAt(letterhead, point),
    },
    async write(pdf) {
      for (const [index, to] of addressees.entries()) {
        if (index > 0) pdf.beginPart(titleOf(letterhead, to, point.asOf));
        await writeOne(pdf, to);
        await pdf.breathe();
      }
      if (addressees.length === 0) pdf.paragraph(`Nobody has a balance to confirm as of ${point.asOf}.`);
    },
  };
}

function titleOf({ name }: Letterhead, to: Addressee, asOf: string): string {
  return `${name}: confirmation of balance, ${to.number} ${to.name}, ${asOf}`;
}
