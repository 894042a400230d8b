import { requestError } from "../platform/graphql/errors.js";
import { requireId } from "../platform/graphql/ids.js";
import type { DocumentSource, OpenedDocument } from "../platform/http/document-source.js";
import { addresseesOf } from "./addressee.queries.js";
import { writeAgreement } from "./agreement.pdf.js";
import { agreementOf } from "./agreement.queries.js";
import { PAPERS } from "./document-requests.js";
import { AGREEMENT_PATH } from "./document-urls.rules.js";
import { letterheadOf } from "./letterhead.queries.js";
import { inFileName } from "./printed-values.rules.js";

/** What a payment plan agrees, to be signed; as the plan is now. */
export const agreementDocument: DocumentSource = {
  path: AGREEMENT_PATH,
  scopes: ["receivables:read"],
  parameters: ["plan", "paper"],
  async open({ reads, principal }, parameters): Promise<OpenedDocument> {
    const id = requireId("pln", parameters.required("plan"));
    const paper = parameters.oneOf("paper", PAPERS);
    const { tenantId, customerIds } = principal;
    const plan = await agreementOf(reads, tenantId, id);
    const isVisible = plan !== null && (customerIds === null || customerIds.includes(plan.customerId));
    const [to] = isVisible ? await addresseesOf(reads, tenantId, [plan.customerId]) : [];
    if (!isVisible || !to)
      throw requestError("NOT_FOUND", `There is no payment plan ${parameters.required("plan")}.`);
    const letterhead = await letterheadOf(reads, tenantId);
    return {
      fileName: `payment-plan-${inFileName(plan.number)}.pdf`,
      options: {
        paper: paper ?? letterhead.paper,
        title: `Payment plan agreement ${plan.number}, ${to.number} ${to.name}`,
        author: letterhead.name,
        createdAt: new Date(plan.scheduledAt),
        footer: `${letterhead.name} · ${plan.number}, version ${plan.version}`,
        stamp: STAMPS[plan.status] ?? null,
      },
      write: (pdf) => writeAgreement(pdf, { plan, letterhead, to }),
    };
  },
};

/** Across an agreement that nobody is to take for one in force. */
const STAMPS: Readonly<Record<string, string>> = {
  PROPOSED: "DRAFT",
  CANCELLED: "CANCELLED",
  DEFAULTED: "IN DEFAULT",
};
