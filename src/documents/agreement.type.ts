import { type PaymentPlanRow, PaymentPlanType } from "../payment-plans/index.js";
import { Derived } from "../platform/graphql/fields.js";
import { encodeId } from "../platform/graphql/ids.js";
import { LetterPdfArgs } from "./confirmation.type.js";
import { AGREEMENT_PATH, documentUrl } from "./document-urls.rules.js";

// A plan knows no documents, so the way from it to its agreement is added here.
Derived<PaymentPlanRow, LetterPdfArgs>(
  () => String,
  {
    description:
      "Where to get the agreement as a PDF, to be signed: a path on this server. A plan that is only proposed is marked as a draft.",
    columns: ["id"],
    args: () => LetterPdfArgs,
  },
  ({ id }, { paper }) => documentUrl(AGREEMENT_PATH, { plan: encodeId("pln", id), paper }),
)(PaymentPlanType.prototype, "agreementUrl");
