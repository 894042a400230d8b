import type { RemittanceAdvice } from "../../../src/cash/advices/index.js";
import { type PlainAdvice, paidFor, totalOf } from "../../support/advice-files/plain-advice.js";

/** What every format must carry, of an advice that was read. */
export function viewOf(advice: RemittanceAdvice) {
  return {
    payment: advice.paymentReferences[0]?.value,
    payer: advice.payer.name,
    currency: advice.currency,
    paidOn: advice.paidOn,
    total: advice.total,
    lines: advice.lines.map(({ reference, referenceType, paid, gross, discount, documentDate }) => ({
      reference,
      referenceType,
      paid,
      gross,
      discount: discount ?? "0.00",
      documentDate,
    })),
  };
}

/** The same of what was printed. */
export function expectedOf(advice: PlainAdvice): ReturnType<typeof viewOf> {
  return {
    payment: advice.number,
    payer: advice.payer,
    currency: advice.currency,
    paidOn: advice.paidOn,
    total: totalOf(advice),
    lines: advice.lines.map((line) => ({
      reference: line.reference,
      referenceType: line.type,
      paid: paidFor(line),
      gross: line.type === "CREDIT_MEMO" ? `-${line.gross}` : line.gross,
      discount: line.discount,
      documentDate: line.date,
    })),
  };
}
