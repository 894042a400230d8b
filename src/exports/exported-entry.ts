/** The batch that an entry goes out with. */
export interface ExportedBatch {
  readonly id: string;
  /** From 1, without a gap. */
  readonly number: number;
  readonly functionalCurrency: string;
}

/** One line of an exported entry. Amounts are exact decimals as text; debits positive, credits negative. */
export interface ExportedLine {
  readonly lineNo: number;
  readonly accountCode: string;
  readonly accountName: string;
  readonly accountKind: string;
  readonly currency: string;
  readonly amount: string;
  readonly functionalAmount: string;
  readonly customerNumber: string | null;
  readonly customerName: string | null;
}

/** An entry in its place in a batch. */
export interface ExportedEntry {
  /** From 1, by effective date. */
  readonly ordinal: number;
  /** Lines of the batch that come before its own. */
  readonly linesBefore: number;
  /** As the API shows it: `jre_…`. */
  readonly id: string;
  readonly reversesId: string | null;
  readonly effectiveDate: string;
  /** ISO 8601 in UTC, to the microsecond. */
  readonly recordedAt: string;
  readonly kind: string;
  readonly description: string;
  readonly actor: string;
  readonly lines: readonly ExportedLine[];
}

/** An account that a batch posts to. */
export interface ExportedAccount {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  /** Currencies in which lines have functional money that is not the cost of their amount: exchange differences. */
  readonly differencesIn: readonly string[];
}
