import type { PaymentTerms } from "../customers/index.js";

/** Terms that only a file knows: due whole after so many days. */
export function importedTerms(id: string, code: string, netDays: number): PaymentTerms {
  return {
    id,
    code,
    name: `${code}, net ${netDays} (from an import)`,
    discountPercent: null,
    discountDays: null,
    instalments: [{ percent: "100", netDays }],
  };
}

/** "NET45" and "45" say their days; null of any other code. */
export function daysInCode(code: string): number | null {
  const days = /^(?:NET)?\s*(\d{1,3})$/i.exec(code)?.[1];
  return days === undefined ? null : Number(days);
}
