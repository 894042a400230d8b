import type { ExportedEntry, ExportedLine } from "../../src/exports/exported-entry.js";
import type { BatchContent } from "../../src/exports/journal-text.js";

const RECEIVABLE = { accountCode: "1200", accountName: "Accounts receivable", accountKind: "ASSET" };
const UNAPPLIED = { accountCode: "1210", accountName: "Unapplied cash", accountKind: "LIABILITY" };
const CASH = { accountCode: "1010", accountName: "Cash clearing", accountKind: "ASSET" };
const REVENUE = { accountCode: "4000", accountName: "Revenue", accountKind: "INCOME" };
const TAX = { accountCode: "2200", accountName: "Tax payable", accountKind: "LIABILITY" };
const GAIN = { accountCode: "7100", accountName: "Realised FX gain", accountKind: "INCOME" };

type Account = Pick<ExportedLine, "accountCode" | "accountName" | "accountKind">;
type Given = readonly [
  account: Account,
  currency: string,
  amount: string,
  functional: string,
  customer?: string,
];

function entryOf(
  header: Pick<ExportedEntry, "ordinal" | "linesBefore" | "effectiveDate" | "kind" | "description"> & {
    readonly reversesId?: string;
  },
  given: readonly Given[],
): ExportedEntry {
  const lines = given.map(
    ([account, currency, amount, functionalAmount, customer], n): ExportedLine => ({
      lineNo: n + 1,
      ...account,
      currency,
      amount,
      functionalAmount,
      customerNumber: customer ?? null,
      customerName: customer ? `Customer, "${customer}" Ltd` : null,
    }),
  );
  return {
    id: `jre_${String(header.ordinal).repeat(32)}`,
    recordedAt: `2026-03-1${header.ordinal}T08:00:00.000001Z`,
    actor: "clerk",
    reversesId: null,
    ...header,
    lines,
  };
}

/** An invoice in euros with tax, its payment at another rate, one in yen, and a reversal. Functional currency: USD. */
export const SMALL_BOOK: readonly ExportedEntry[] = [
  entryOf(
    {
      ordinal: 1,
      linesBefore: 0,
      effectiveDate: "2026-03-01",
      kind: "INVOICE",
      description: 'Invoice INV-1; "5 inch" pipe,\nhalf price | net',
    },
    [
      [RECEIVABLE, "EUR", "119", "130.9", "C-1"],
      [REVENUE, "EUR", "-100", "-110"],
      [TAX, "EUR", "-19", "-20.9"],
    ],
  ),
  entryOf(
    {
      ordinal: 2,
      linesBefore: 3,
      effectiveDate: "2026-03-05",
      kind: "RECEIPT",
      description: "Receipt RCT-1",
    },
    [
      [CASH, "EUR", "119", "133.28"],
      [UNAPPLIED, "EUR", "-119", "-133.28", "C-1"],
    ],
  ),
  entryOf(
    {
      ordinal: 3,
      linesBefore: 5,
      effectiveDate: "2026-03-06",
      kind: "APPLICATION",
      description: "RCT-1 to INV-1",
    },
    [
      [UNAPPLIED, "EUR", "119", "133.28", "C-1"],
      [RECEIVABLE, "EUR", "-119", "-133.28", "C-1"],
      [RECEIVABLE, "EUR", "0", "2.38", "C-1"],
      [GAIN, "EUR", "0", "-2.38"],
    ],
  ),
  entryOf(
    {
      ordinal: 4,
      linesBefore: 9,
      effectiveDate: "2026-03-07",
      kind: "RECEIPT",
      description: "Müller, 1 yen",
    },
    [
      [CASH, "JPY", "1", "0"],
      [UNAPPLIED, "JPY", "-1", "0"],
    ],
  ),
  entryOf(
    {
      ordinal: 5,
      linesBefore: 11,
      effectiveDate: "2026-03-08",
      kind: "REVERSAL",
      description: "Reversal of RCT-0",
      reversesId: "jre_99999999999999999999999999999999",
    },
    [
      [CASH, "USD", "-1234567.5", "-1234567.5"],
      [UNAPPLIED, "USD", "1234567.5", "1234567.5", "C,2"],
    ],
  ),
];

export const SMALL_BATCH: BatchContent = {
  batch: { id: `jex_${"0".repeat(32)}`, number: 7, functionalCurrency: "USD" },
  accounts: [CASH, RECEIVABLE, UNAPPLIED, TAX, REVENUE, GAIN].map(
    ({ accountCode: code, accountName: name, accountKind: kind }) => ({
      code,
      name,
      kind,
      differencesIn: ["1200", "7100"].includes(code) ? ["EUR"] : [],
    }),
  ),
  currencies: ["EUR", "JPY", "USD"],
};
