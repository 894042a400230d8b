import { Decimal, formatAmount } from "../platform/money.js";
import type { ExportedAccount, ExportedBatch, ExportedEntry, ExportedLine } from "./exported-entry.js";
import type { JournalText } from "./journal-text.js";

/** Top-level account and hledger's letter for the account type, by our kind of account. */
const KINDS: Readonly<Record<string, { readonly top: string; readonly type: string }>> = {
  ASSET: { top: "assets", type: "A" },
  LIABILITY: { top: "liabilities", type: "L" },
  EQUITY: { top: "equity", type: "E" },
  INCOME: { top: "revenues", type: "R" },
  EXPENSE: { top: "expenses", type: "X" },
};

/**
 * Writes entries as a plain-text journal of hledger (https://hledger.org/hledger.html#journal-format). Amounts are in
 * the document's currency, with their total cost in functional currency (`@@`), at which every transaction balances.
 */
export class HledgerJournal implements JournalText {
  constructor(
    private readonly batch: ExportedBatch,
    private readonly accounts: readonly ExportedAccount[],
    private readonly currencies: readonly string[],
    private readonly mapping: Readonly<Record<string, string>> | null,
  ) {}

  head(): string {
    const declared = new Map<string, string>();
    for (const { code, name, kind, differencesIn } of this.accounts) {
      const account = this.#nameOf(code, name, kind);
      declared.set(account, `  ; type: ${KINDS[kind]?.type ?? "A"}`);
      for (const currency of differencesIn) declared.set(differenceOf(account, currency), "");
    }
    const { number, functionalCurrency } = this.batch;
    const currencies = [...new Set([...this.currencies, functionalCurrency])].sort();
    return [
      `; Receivables, batch ${number}, functional currency ${functionalCurrency}\n\ndecimal-mark .\n`,
      ...currencies.map((currency) => `commodity ${formatOf(currency)} ${currency}\n`),
      ...[...declared].map(([name, type]) => `account ${name}${type}\n`),
      "\n",
    ].join("");
  }

  entries(entries: readonly ExportedEntry[]): string {
    return entries.map((entry) => this.#transaction(entry)).join("");
  }

  #transaction(entry: ExportedEntry): string {
    const { effectiveDate, id, description, kind, recordedAt, reversesId, ordinal } = entry;
    const reversal = reversesId ? `, reverses: ${reversesId}` : "";
    const tags = `    ; kind: ${kind}, number: AR${this.batch.number}-${ordinal}, recorded: ${recordedAt}${reversal}\n`;
    const postings = entry.lines.flatMap((line) => this.#postings(line)).join("");
    return `${effectiveDate} (${id}) ${plainText(description)}\n${tags}${postings}\n`;
  }

  /**
   * A line whose two amounts are both there, or both nothing, is one posting. What a cost cannot say (functional
   * money without any in the document's currency: an exchange difference) goes to a subaccount of that currency, so
   * that the account's own balance in each currency stays that of the documents.
   */
  #postings(line: ExportedLine): string[] {
    const { functionalCurrency } = this.batch;
    const account = this.#nameOf(line.accountCode, line.accountName, line.accountKind);
    const customer = line.customerNumber ? `  ; customer: ${tagValue(line.customerNumber)}` : "";
    const posting = (name: string, amounts: string) => `    ${name}  ${amounts}${customer}\n`;
    const amount = new Decimal(line.amount);
    const functional = new Decimal(line.functionalAmount);
    const own = `${formatAmount(amount, line.currency)} ${line.currency}`;
    const difference = (rest: Decimal) =>
      rest.isZero()
        ? []
        : [
            posting(
              differenceOf(account, line.currency),
              `${formatAmount(rest, functionalCurrency)} ${functionalCurrency}`,
            ),
          ];
    if (amount.isZero()) return difference(functional);
    if (line.currency === functionalCurrency)
      return [posting(account, own), ...difference(functional.minus(amount))];
    // A cost has the sign of its amount; one against it cannot be written as a cost.
    const cost = functional.times(amount).isNegative() ? new Decimal(0) : functional;
    const atCost = `${own} @@ ${formatAmount(cost.abs(), functionalCurrency)} ${functionalCurrency}`;
    return [posting(account, atCost), ...difference(functional.minus(cost))];
  }

  #nameOf(code: string, name: string, kind: string): string {
    const mapped = this.mapping?.[code];
    if (mapped) return mapped.split(":").map(accountPart).join(":");
    return `${KINDS[kind]?.top ?? "assets"}:${accountPart(`${code} ${name}`)}`;
  }
}

/** The subaccount for functional money that no amount in the currency stands for. */
function differenceOf(account: string, currency: string): string {
  return `${account}:Exchange difference ${currency}`;
}

/** A number that shows how many decimals a currency has; hledger asks for a decimal mark even when there are none. */
function formatOf(currency: string): string {
  const shown = formatAmount("1000", currency);
  return shown.includes(".") ? shown : `${shown}.`;
}

/** One line; a semicolon would begin a comment, a bar divides payee from note. */
function plainText(text: string): string {
  return oneLine(text).replaceAll(";", ",").replaceAll("|", "/");
}

/** Two spaces would end the account's name, a colon would make a subaccount. */
function accountPart(text: string): string {
  return oneLine(text).replace(/[:;]/g, " ").replace(/ +/g, " ").trim();
}

/** Nothing in it may look like another tag or a date. */
function tagValue(text: string): string {
  return oneLine(text).replace(/[:,;[\]]/g, "_");
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim();
}
