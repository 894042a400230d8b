import type { RequestContext } from "../platform/graphql/context.js";
import { requestError } from "../platform/graphql/errors.js";
import type { DocumentSource, OpenedDocument } from "../platform/http/document-source.js";
import { addresseesOf } from "./addressee.queries.js";
import { balancesOf, statementRequest } from "./customer-statement.js";
import { askedCustomer, PAPERS, printedAt } from "./document-requests.js";
import { STATEMENT_PATH } from "./document-urls.rules.js";
import { letterheadOf } from "./letterhead.queries.js";
import { inFileName } from "./printed-values.rules.js";
import { writeStatement } from "./statement.pdf.js";
import { countActivity, countStatementItems, type StatementRequest } from "./statement.queries.js";
import { STATEMENT_KINDS, type StatementKind } from "./statement.type.js";

/** A PDF of more lines than this is nobody's to read; the data can be had by pages. */
export const LINES_MAX = 100_000;

/** A customer's statement as a PDF. */
export const statementDocument: DocumentSource = {
  path: STATEMENT_PATH,
  scopes: ["receivables:read"],
  parameters: ["customer", "number", "kind", "from", "asOf", "knownAt", "currency", "applications", "paper"],
  async open(context, parameters): Promise<OpenedDocument> {
    const kind = parameters.oneOf("kind", STATEMENT_KINDS) ?? "OPEN_ITEM";
    const asked = {
      from: parameters.date("from"),
      asOf: parameters.date("asOf"),
      knownAt: parameters.instant("knownAt"),
      currency: parameters.currency("currency"),
    };
    const paper = parameters.oneOf("paper", PAPERS);
    const withApplications = parameters.boolean("applications");
    const customer = await askedCustomer(context, parameters);
    const { reads, principal } = context;
    const request = await statementRequest(context, customer.id, asked);
    await refuseTooLong(context, request, kind, withApplications);
    const letterhead = await letterheadOf(reads, principal.tenantId);
    const [to] = await addresseesOf(reads, principal.tenantId, [customer.id]);
    if (!to) throw new Error("the customer is there and has no name");
    const balances = await balancesOf(reads, request);
    const { asOf } = request.point;
    const title = kind === "OPEN_ITEM" ? "Statement of open items" : "Statement of account";
    return {
      fileName: `statement-${inFileName(to.number)}-${kind === "OPEN_ITEM" ? "" : `${request.from}-`}${asOf}.pdf`,
      options: {
        paper: paper ?? letterhead.paper,
        title: `${title}, ${to.number} ${to.name}, ${asOf}`,
        author: letterhead.name,
        ...printedAt(letterhead, request.point),
      },
      write: (pdf) =>
        writeStatement(pdf, reads, { request, kind, withApplications, letterhead, to, balances }),
    };
  },
};

async function refuseTooLong(
  { reads }: RequestContext,
  request: StatementRequest,
  kind: StatementKind,
  withApplications: boolean,
): Promise<void> {
  const lines =
    kind === "OPEN_ITEM"
      ? await countStatementItems(reads, request)
      : await countActivity(reads, request, withApplications);
  if (lines <= LINES_MAX) return;
  const message = `The statement has ${lines} lines; a PDF has at most ${LINES_MAX}. Ask for a shorter period or one currency, or read \`customerStatement\` by pages.`;
  throw requestError("LIMIT_EXCEEDED", message);
}
