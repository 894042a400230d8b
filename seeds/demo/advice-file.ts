import type { BusinessDate } from "../../src/platform/business-date.js";
import { workingDayBefore } from "./calendar.js";

/**
 * Remittance advices (X12 820) that came with the bank's statement: one whose payment nothing tells, so that a person pairs
 * it, and one of a currency that there is not, which is held back.
 */
export function planAdviceFile(today: BusinessDate): { readonly fileName: string; readonly content: string } {
  const paidOn = workingDayBefore(today);
  const advices = [
    { payer: "HALLORAN FAMILY TRUST", amount: "1840.55", currency: "USD", document: "HF-20-7" },
    { payer: "PEMBERTON LETTINGS", amount: "612.40", currency: "DLR", document: "PL-118" },
  ];
  const sets = advices.map(({ payer, amount, currency, document }, n) => {
    const control = String(n + 1).padStart(4, "0");
    const segments = [
      `ST*820*${control}`,
      `BPR*C*${amount}*C*ACH*CTX${"*".repeat(11)}${paidOn.replaceAll("-", "")}`,
      `TRN*1*QMADV${control}`,
      `CUR*PR*${currency}`,
      `N1*PR*${payer}`,
      `RMR*IV*${document}**${amount}`,
    ];
    return [...segments, `SE*${segments.length + 1}*${control}`].map((segment) => `${segment}~\n`).join("");
  });
  return { fileName: `advices-${paidOn}.edi`, content: Buffer.from(sets.join("")).toString("base64") };
}
