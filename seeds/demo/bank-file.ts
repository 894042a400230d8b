import { addDays, type BusinessDate } from "../../src/platform/business-date.js";
import { Decimal } from "../../src/platform/money.js";
import { workingDayBefore } from "./calendar.js";
import type { DemoCustomer } from "./customers.js";
import type { DemoInvoice } from "./invoices.js";
import type { DemoMonth } from "./plan.js";

/** What a payer sent, as the bank tells it. */
interface DemoPayment {
  readonly amount: Decimal;
  readonly payer: string;
  readonly account: string | null;
  readonly text: string;
}

interface OpenInvoice {
  readonly number: string;
  readonly customer: DemoCustomer;
  readonly amount: Decimal;
}

/**
 * The bank's statement of the last working day before today: money that matching applies by itself, and what a person has
 * to look at, each kind of it. Its payers and invoices are those of the plan, so it is the same for the same plan.
 */
export function planBankFile(
  months: readonly DemoMonth[],
  today: BusinessDate,
): { readonly fileName: string; readonly content: string } {
  const bookedOn = workingDayBefore(today);
  const payments = paymentsOf(months, addDays(bookedOn, -10));
  const entries = payments.map((payment, n) => entryOf(payment, n + 1, bookedOn)).join("\n");
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
<GrpHdr><MsgId>QUILLMARK-${bookedOn}</MsgId><CreDtTm>${bookedOn}T20:00:00</CreDtTm></GrpHdr>
<Stmt><Id>STATEMENT-${bookedOn}</Id><Acct><Id><Othr><Id>4471200098</Id></Othr></Id><Ccy>USD</Ccy></Acct>
${entries}
</Stmt></BkToCstmrStmt></Document>
`;
  return { fileName: `statement-${bookedOn}.xml`, content: Buffer.from(xml).toString("base64") };
}

const SURE = 6;

function paymentsOf(months: readonly DemoMonth[], issuedBefore: BusinessDate): DemoPayment[] {
  const open = openInvoices(months, issuedBefore).filter(({ customer }) => customer.bankAccount !== null);
  const byCustomer = [...Map.groupBy(open, ({ customer }) => customer.number).values()];
  const pairs = byCustomer.filter((own) => own.length > 1);
  const singles = byCustomer.flatMap((own) => (own.length === 1 ? own : []));
  return [
    ...singles.slice(0, SURE).map((one) => paymentOf(one, one.amount, `Invoice ${one.number}`)),
    ...doubtful(singles.slice(SURE)),
    ...pairs.slice(0, 3).flatMap(ofTwo),
    { amount: new Decimal("1840.55"), payer: "Halloran Estate", account: null, text: "ref 20/7" },
    ...paidTwice(months),
  ];
}

/** A short payment, an overpayment, money on account, a number that is nobody's, and strangers whom the amount tells. */
function doubtful([short, over, part, wrong, ...others]: readonly OpenInvoice[]): DemoPayment[] {
  const strangers = ["Kestrel Payment Services", "Lumen Treasury Centre", "Orford Factoring"];
  return [
    ...(short ? [paymentOf(short, keptBack(short.amount), `${short.number} less damaged goods`)] : []),
    ...(over ? [paymentOf(over, over.amount.plus(250), over.number)] : []),
    ...(part ? [paymentOf(part, new Decimal(1_000), "on account, more to follow")] : []),
    ...(wrong ? [paymentOf(wrong, wrong.amount.minus(12), "INV-999999")] : []),
    ...others.slice(0, strangers.length).map(({ amount }, n) => {
      return { amount, payer: strangers[n] ?? "", account: null, text: `settlement ${88_120 + n}` };
    }),
  ];
}

/** Of two invoices: both together, which nothing names, and both named with too little for them. */
function ofTwo(own: readonly OpenInvoice[], n: number): DemoPayment[] {
  const [one, other] = own;
  if (!one || !other) return [];
  const both = one.amount.plus(other.amount);
  if (n === 0) return [paymentOf(one, both, "per our statement")];
  return [paymentOf(one, both.times("0.7").toDecimalPlaces(2), `${one.number}; ${other.number}`)];
}

/** Issued before the day, of one instalment in US dollars, and nothing paid on it by the plan. */
function openInvoices(months: readonly DemoMonth[], issuedBefore: BusinessDate): OpenInvoice[] {
  const paid = new Set(
    months.flatMap(({ receipts }) =>
      receipts.flatMap((receipt) => receipt.applications.map(({ invoiceNumber }) => invoiceNumber)),
    ),
  );
  const isOpen = ({ number, voidedOn, documentDate, customer }: DemoInvoice) =>
    voidedOn === null && customer.currency === "USD" && documentDate < issuedBefore && !paid.has(number);
  return months
    .flatMap(({ invoices }) => invoices.filter(isOpen))
    .flatMap(({ number, customer, instalments: [only, ...more] }) =>
      only && more.length === 0 ? [{ number, customer, amount: only.amount }] : [],
    )
    .reverse();
}

/** The last invoice that was paid whole, by a transfer, once more. */
function paidTwice(months: readonly DemoMonth[]): DemoPayment[] {
  const receipts = months.flatMap((month) => month.receipts).reverse();
  const found = receipts.find(({ customer, amount, applications: [only, ...more], returnedOn, currency }) => {
    const isWhole = only !== undefined && more.length === 0 && only.amount.eq(amount);
    return isWhole && returnedOn === null && currency === "USD" && customer?.bankAccount;
  });
  const [paid] = found?.applications ?? [];
  if (!found?.customer || !paid) return [];
  const { name, bankAccount } = found.customer;
  return [{ amount: found.amount, payer: name, account: bankAccount, text: paid.invoiceNumber }];
}

function paymentOf({ customer }: OpenInvoice, amount: Decimal, text: string): DemoPayment {
  return { amount, text, payer: customer.name, account: customer.bankAccount };
}

/** A twentieth is not paid. */
function keptBack(amount: Decimal): Decimal {
  return amount.times("0.95").toDecimalPlaces(2);
}

function entryOf({ amount, payer, account, text }: DemoPayment, no: number, day: BusinessDate): string {
  const from = account ? `<DbtrAcct><Id><Othr><Id>${account}</Id></Othr></Id></DbtrAcct>` : "";
  return `<Ntry><Amt Ccy="USD">${amount.toFixed(2)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
<BookgDt><Dt>${day}</Dt></BookgDt><AcctSvcrRef>QM${day.replaceAll("-", "")}${String(no).padStart(3, "0")}</AcctSvcrRef>
<NtryDtls><TxDtls><RltdPties><Dbtr><Nm>${escaped(payer)}</Nm></Dbtr>${from}</RltdPties>
<RmtInf><Ustrd>${escaped(text)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
