import { lockboxFile } from "../../../seeds/bank-files/lockbox-file.js";
import { nachaFile } from "../../../seeds/bank-files/nacha-file.js";
import { printEdifact } from "../../support/advice-files/edifact-file.js";
import { type EmailStyle, printEmail } from "../../support/advice-files/email-file.js";
import { printCsv, printXlsx } from "../../support/advice-files/table-file.js";
import { PLAIN_X12, printX12 } from "../../support/advice-files/x12-file.js";
import { type PlainEntry, type PlainStatement, printed } from "../bank-files/printed-files.js";
import { statement } from "../us-bank-files.js";
import {
  ADVICE_CHANNELS,
  type AdviceChannel,
  adviceOf,
  BANK_CHANNELS,
  type BankChannel,
  type CorpusPayment,
  digits,
} from "./corpus-payments.js";

export interface CorpusFile {
  readonly name: string;
  /** The day on which it would come. */
  readonly day: string;
  readonly kind: "BANK" | "ADVICE";
  readonly content: Buffer;
  readonly profile?: string;
}

/** Files of a channel, fewer of few payments, so that a payment meets what came before it and what comes after. */
const FILES_OF_CHANNEL = 3;
const PAYMENTS_OF_FILE = 5;
/** BAI2 books a whole file on one day. */
const FILES_OF_BAI2 = 6;

export const LOCKBOX_BANK = "231380104";

/** What the payers' accounts are in a lockbox's MICR lines and as originators of ACH credits. */
export function micrOf(account: string): string {
  return digits(account.replace(/\D/g, ""), 8);
}
export function originatorOf(account: string): string {
  return `77${micrOf(account)}`;
}

/** Every file of the corpus, in the order in which they would come. */
export function corpusFiles(payments: readonly CorpusPayment[]): CorpusFile[] {
  const files = [...bankFiles(payments), ...adviceFiles(payments)];
  return files.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function bankFiles(payments: readonly CorpusPayment[]): CorpusFile[] {
  const groups = Map.groupBy(payments, ({ bank, currency }) => `${bank} ${currency}`);
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const files = Math.min(FILES_OF_CHANNEL, Math.ceil(own.length / PAYMENTS_OF_FILE));
    const size = Math.ceil(own.length / (first.bank === "BAI2" ? FILES_OF_BAI2 : files));
    return chunks(own, size).flatMap((chunk, at) => filesOf(first.bank, chunk, at));
  });
}

function filesOf(bank: BankChannel, payments: readonly CorpusPayment[], at: number): CorpusFile[] {
  const day = payments.at(-1)?.date ?? "";
  const file = (what: string, content: Buffer, of = day): CorpusFile => ({
    ...{ name: `${what}-${payments[0]?.currency}-${at}`, kind: "BANK", day: of, content },
  });
  switch (bank) {
    case "NACHA":
      return [file("nacha", nachaOf(payments, day))];
    case "LOCKBOX":
      return lockboxOf(payments, day, at % 2 === 0).map((content, no) => file(`lockbox-${no}`, content));
    case "CAMT_054":
      return [
        file("notice", printed("CAMT_054", plainOf(payments, bank))),
        file("statement", printed("CAMT_053", plainOf(payments, bank))),
      ];
    case "MT942":
      return [
        file("interim", printed("MT942", plainOf(payments, bank))),
        file("final", printed("MT940", plainOf(payments, bank))),
      ];
    default:
      return [file(bank, printed(bank, plainOf(payments, bank)))];
  }
}

function plainOf(payments: readonly CorpusPayment[], bank: BankChannel): PlainStatement {
  const [first] = payments;
  return {
    account: `55${BANK_CHANNELS.indexOf(bank)}${first?.currency}`,
    currency: first?.currency ?? "USD",
    date: payments.at(-1)?.date ?? "",
    opening: 0,
    entries: payments.map((payment): PlainEntry => {
      const { cents, date, reference, payerName, account, text } = payment;
      const hasFields = bank.startsWith("CAMT");
      return {
        ...{
          amount: cents,
          side: "CREDIT",
          bookingDate: date,
          bankReference: `B${reference}`,
          endToEndId: reference,
        },
        ...(hasFields ? { payer: { name: payerName, account } } : {}),
        text: hasFields ? [text] : [payerName, text],
      };
    }),
  };
}

/** Each payer originates a batch: CTX with an 820 in its addenda, CCD+ and PPD with one remittance or a text. */
function nachaOf(payments: readonly CorpusPayment[], day: string): Buffer {
  const batches = payments.map((payment, at) => {
    const texts = addendaOf(payment);
    const own = payment.account ? originatorOf(payment.account) : `88${digits(payment.reference, 8)}`;
    return {
      ...{
        entryClass: entryClassOf(payment),
        companyName: payment.payerName,
        companyId: own,
      },
      ...{
        description: "VENDOR PAY",
        effectiveDate: short(payment.date),
        bank: payment.reference.slice(0, 8),
      },
      entries: [
        {
          code: "22",
          routing: LOCKBOX_BANK,
          account: "5550001",
          cents: payment.cents,
          texts,
          trace: payment.reference,
          name: String(at),
        },
      ],
    };
  });
  return nachaFile({ created: short(day), batches });
}

/** Of payments on one document every other comes as a consumer's. */
export function entryClassOf({ lines, reference }: CorpusPayment): "CTX" | "CCD" | "PPD" {
  if (lines.length > 1) return "CTX";
  return Number(reference.at(-1)) % 2 === 0 ? "PPD" : "CCD";
}

function addendaOf(payment: CorpusPayment): string[] {
  const [first, ...others] = payment.lines;
  if (!first) return [payment.text];
  if (others.length === 0) return [`RMR*IV*${first.invoice_ref}**${first.amount?.toFixed(2) ?? ""}\\`];
  const style = { ...PLAIN_X12, terminator: "\\", bare: true };
  return printX12([adviceOf(payment)], style).match(/.{1,80}/gs) ?? [];
}

/** The cheques with what was written on their stubs, and the sums of their deposits in the bank's statement. */
function lockboxOf(payments: readonly CorpusPayment[], day: string, sumsFirst: boolean): Buffer[] {
  const days = [...Map.groupBy(payments, ({ date }) => date)];
  const boxes = days.map(([date, own]) => {
    const cheques = own.map(({ cents, reference, account, payerName, text, lines }) => ({
      ...{ cents, routing: LOCKBOX_BANK, number: reference, remitter: payerName },
      account: account ? micrOf(account) : digits(reference, 6),
      texts:
        lines.length === 0
          ? [text]
          : lines.map((line) => `${line.invoice_ref} ${line.amount?.toFixed(2) ?? ""}`),
    }));
    return { number: "4711", depositedOn: short(date), batches: [{ cheques }] };
  });
  const sums = days.map(([date, own]) => {
    const cents = own.reduce((sum, payment) => sum + payment.cents, 0);
    return statement((cents / 100).toFixed(2), "115", date, "5559999");
  });
  const file = lockboxFile(short(day), boxes);
  return sumsFirst ? [...sums, file] : [file, ...sums];
}

const EMAILS: readonly EmailStyle[] = [
  "TEXT_TABLE",
  "SENTENCES",
  "HTML_TABLE",
  "CSV_ATTACHED",
  "XLSX_ATTACHED",
];

/** As a person tells the columns of a payer's table once. */
export const ADVICE_PROFILE = `
what: advices
columns:
  paymentReference: Payment Reference
  payerName: Payer
  paidOn: Payment Date
  currency: Currency
  reference: Invoice Number
  documentDate: Invoice Date
  documentType: { column: Type, map: { Invoice: INVOICE, Credit memo: CREDIT_MEMO } }
  gross: Gross Amount
  discount: Discount
  deduction: Deduction
  paid: Amount Paid
  text: Comment
`;

/** Advices that come before their payments come first of all, the others last: none in time for its payment alone. */
function adviceFiles(payments: readonly CorpusPayment[]): CorpusFile[] {
  return ADVICE_CHANNELS.flatMap((channel) =>
    (["BEFORE", "AFTER"] as const).flatMap((comes) => {
      const own = payments.filter(({ advice }) => advice?.channel === channel && advice.comes === comes);
      const day = comes === "BEFORE" ? "0" : "9";
      return contentsOf(channel, own).map((content, at): CorpusFile => {
        const isTable = channel === "CSV" || channel === "XLSX";
        const name = `${channel}-${comes}-${at}`;
        return { name, day, kind: "ADVICE", content, ...(isTable ? { profile: ADVICE_PROFILE } : {}) };
      });
    }),
  );
}

function contentsOf(channel: AdviceChannel, payments: readonly CorpusPayment[]): Buffer[] {
  const advices = payments.map(adviceOf);
  if (advices.length === 0) return [];
  switch (channel) {
    case "X12_820":
      return [Buffer.from(printX12(advices))];
    case "EDIFACT_REMADV":
      return [Buffer.from(printEdifact(advices))];
    case "CSV":
      return [Buffer.from(printCsv(advices))];
    case "XLSX":
      return [printXlsx(advices)];
    case "EMAIL":
      return advices.map((advice, at) => printEmail(advice, EMAILS[at % EMAILS.length] ?? "SENTENCES"));
  }
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, at) => all.slice(at * size, (at + 1) * size));
}

function short(date: string): string {
  return date.slice(2).replaceAll("-", "");
}
