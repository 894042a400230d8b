import { matchingProblem } from "../../../seeds/matching/matching-problem.js";
import { PROBLEM_STYLES } from "../../../seeds/matching/problem-style.js";
import { type MatchProblem, matchProblem } from "../../../src/cli/match-problem.js";
import type { BusinessDate } from "../../../src/platform/business-date.js";
import { Decimal } from "../../../src/platform/money.js";
import type { PlainAdvice, PlainLine } from "../../support/advice-files/plain-advice.js";

export const BANK_CHANNELS = ["CAMT_053", "CAMT_054", "MT940", "MT942", "BAI2", "NACHA", "LOCKBOX"] as const;
export type BankChannel = (typeof BANK_CHANNELS)[number];

export const ADVICE_CHANNELS = ["X12_820", "EDIFACT_REMADV", "CSV", "XLSX", "EMAIL"] as const;
export type AdviceChannel = (typeof ADVICE_CHANNELS)[number];

/** A payment of the corpus, and the road on which its money and its advice come. */
export interface CorpusPayment {
  readonly id: string;
  /** The number by which the bank and the payer know the payment, as the receipt keeps it. */
  readonly reference: string;
  readonly date: BusinessDate;
  readonly payerName: string;
  readonly account: string | undefined;
  readonly currency: Currency;
  readonly cents: number;
  readonly text: string;
  readonly bank: BankChannel;
  /** What the payer says of one document each; none when it says nothing. */
  readonly lines: MatchProblem["remittance_lines"];
  /** Null when the lines come with the payment itself. */
  readonly advice: { readonly channel: AdviceChannel; readonly comes: "BEFORE" | "AFTER" } | null;
}

type Currency = PlainAdvice["currency"];

const CURRENCIES: readonly Currency[] = ["USD", "EUR", "GBP", "CHF", "JPY"];

type Whole = ReturnType<typeof matchingProblem>;
type CorpusProblem = Pick<Whole, "invoices" | "payments" | "remittance_lines"> & {
  readonly ground_truth: Pick<Whole["ground_truth"], "applications">;
};

export interface Corpus {
  readonly problem: MatchProblem;
  /** The problem with its solution, for who scores. */
  readonly file: CorpusProblem;
  readonly payments: readonly CorpusPayment[];
}

/** An invented company's invoices and payments; the same numbers give the same corpus. */
export function corpusOf(invoices: number, seed: number): Corpus {
  const style = PROBLEM_STYLES.find(({ name }) => name === "prefixed");
  if (!style) throw new RangeError("there is no such style");
  return corpusFrom(withMoreCurrencies(matchingProblem({ style, invoices, seed, difficulty: "medium" })));
}

/** Of so many customers one is Swiss, and one Japanese; in dollars few would be in another currency. */
const SWISS_OF = 11;
const JAPANESE_OF = 13;

/** Some customers' dollars as francs, or their cents as yen: the same amounts fit the same invoices. */
function withMoreCurrencies(whole: Whole): CorpusProblem {
  const customers = [...new Set(whole.invoices.map((one) => one.customer_id))];
  const abroad = new Map(
    customers.flatMap((id, at): [string, Currency][] => {
      if (at % JAPANESE_OF === 1) return [[id, "JPY"]];
      return at % SWISS_OF === 1 ? [[id, "CHF"]] : [];
    }),
  );
  const ofInvoice = new Map(
    whole.invoices.map((one) => [
      one.invoice_id,
      one.currency === "USD" ? abroad.get(one.customer_id) : undefined,
    ]),
  );
  const ofPayment = new Map(
    whole.ground_truth.applications.map((one) => [one.payment_id, ofInvoice.get(one.invoice_id)]),
  );
  const money = (amount: string, currency: Currency | undefined) =>
    currency === "JPY" ? new Decimal(amount).times(100).toFixed(0) : amount;
  return {
    invoices: whole.invoices.map((one) => {
      const currency = ofInvoice.get(one.invoice_id);
      const discount = one.discount_amount;
      return {
        ...{ ...one, currency: currency ?? one.currency, amount: money(one.amount, currency) },
        ...(discount === undefined ? {} : { discount_amount: money(discount, currency) }),
      };
    }),
    payments: whole.payments.map((one) => {
      const currency = ofPayment.get(one.payment_id);
      return { ...one, currency: currency ?? one.currency, amount: money(one.amount, currency) };
    }),
    remittance_lines: whole.remittance_lines.map((one) => ({
      ...one,
      amount: money(one.amount, ofPayment.get(one.payment_id)),
    })),
    ground_truth: {
      applications: whole.ground_truth.applications.map((one) => ({
        ...one,
        applied_amount: money(one.applied_amount, ofPayment.get(one.payment_id)),
      })),
    },
  };
}

/** The same corpus with other numbers of documents, also where payers name them as they are. */
export function numberedAs({ file }: Corpus, numbers: ReadonlyMap<string, string>): Corpus {
  const known = (number: string) => numbers.get(number) ?? number;
  return corpusFrom({
    invoices: file.invoices.map((one) => ({ ...one, invoice_id: known(one.invoice_id) })),
    payments: file.payments,
    remittance_lines: file.remittance_lines.map((one) => ({ ...one, invoice_ref: known(one.invoice_ref) })),
    ground_truth: {
      applications: file.ground_truth.applications.map((one) => ({
        ...one,
        invoice_id: known(one.invoice_id),
      })),
    },
  });
}

function corpusFrom(file: CorpusProblem): Corpus {
  const problem = matchProblem.parse(file);
  const early = new Set(
    file.ground_truth.applications.flatMap((one) => (one.match_type === "DISCOUNT" ? one.payment_id : [])),
  );
  const linesOf = Map.groupBy(problem.remittance_lines, ({ payment_id: id }) => id);
  const payments = problem.payments.map((payment, at): CorpusPayment => {
    const currency = currencyOf(payment.currency);
    const bank = bankChannel(at, currency, early.has(payment.payment_id));
    const lines = linesOf.get(payment.payment_id) ?? [];
    const isAdvised = lines.length > 0 && bank !== "NACHA" && bank !== "LOCKBOX";
    return {
      ...{ id: payment.payment_id, bank, currency, lines, date: payment.payment_date },
      reference: bank === "NACHA" ? `12104288${digits(at + 1, 7)}` : `9${digits(at + 1, 9)}`,
      payerName: payment.payer_name,
      account: payment.payer_account,
      cents: payment.amount.times(100).toNumber(),
      text: payment.reference_info,
      advice: isAdvised ? adviceRoad(at) : null,
    };
  });
  return { problem, file, payments };
}

function currencyOf(code: string | undefined): Currency {
  return CURRENCIES.find((known) => known === code) ?? "USD";
}

/** BAI2 has one booking day a file: what is paid early goes another way. Francs and yen come by ISO 20022. */
function bankChannel(at: number, currency: Currency, isEarly: boolean): BankChannel {
  const channels = BANK_CHANNELS.filter(
    (channel) =>
      (currency === "USD" || !["BAI2", "NACHA", "LOCKBOX"].includes(channel)) &&
      (!["CHF", "JPY"].includes(currency) || channel.startsWith("CAMT")) &&
      !(isEarly && channel === "BAI2"),
  );
  return channels[at % channels.length] ?? "CAMT_053";
}

function adviceRoad(at: number): NonNullable<CorpusPayment["advice"]> {
  const channel = ADVICE_CHANNELS[at % ADVICE_CHANNELS.length] ?? "CSV";
  return { channel, comes: Math.floor(at / ADVICE_CHANNELS.length) % 2 === 0 ? "BEFORE" : "AFTER" };
}

/** The payer's advice, for printing it in any format. */
export function adviceOf({ reference, payerName, currency, date, lines }: CorpusPayment): PlainAdvice {
  const day = date;
  const plain = lines.map((line): PlainLine => {
    const amount = line.amount ?? new Decimal(0);
    const type = amount.lt(0) ? "CREDIT_MEMO" : "INVOICE";
    const off = { discount: "0.00", deduction: "0.00" };
    return {
      reference: line.invoice_ref,
      type,
      gross: amount.abs().toFixed(2),
      ...off,
      date: day,
      text: line.memo,
    };
  });
  const payer = { payer: payerName, payerId: `1${reference.slice(-9)}`, payee: "OUR COMPANY" };
  return { number: reference, ...payer, currency, paidOn: day, lines: plain };
}

export function digits(value: number | string, width: number): string {
  return String(value).padStart(width, "0").slice(-width);
}
