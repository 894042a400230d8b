import type { Executor } from "../platform/database/database.js";
import { writeTable } from "../platform/pdf/pdf-table.js";
import { BODY_SIZE, type PdfWriter } from "../platform/pdf/pdf-writer.js";
import type { Addressee } from "./addressee.queries.js";
import type { CustomerCurrencyBalance } from "./confirmation.queries.js";
import type { StatementBalance } from "./customer-statement.js";
import { writeHead, writeHeading } from "./document-head.pdf.js";
import type { Letterhead } from "./letterhead.queries.js";
import { amountPrinter, type PrintAmount } from "./printed-values.rules.js";
import { writeOpenItems } from "./statement.pdf.js";
import type { StatementRequest } from "./statement.queries.js";

export interface LetterContents {
  readonly request: StatementRequest;
  readonly letterhead: Letterhead;
  readonly to: Addressee;
  readonly balances: readonly StatementBalance[];
  readonly sums: readonly CustomerCurrencyBalance[];
}

/** Writes a letter that asks a customer to confirm its balances: what they are, a reply, and the open items behind them. */
export async function writeConfirmation(
  pdf: PdfWriter,
  db: Executor,
  contents: LetterContents,
): Promise<void> {
  const { request, letterhead, to, balances, sums } = contents;
  const { asOf } = request.point;
  const print = amountPrinter(letterhead.locale);
  writeHead(pdf, {
    letterhead,
    to,
    title: "Confirmation of balance",
    facts: [
      ["Customer", to.number],
      ["As of", asOf],
    ],
  });
  pdf.paragraph(
    `For the examination of our accounts we ask you to confirm what you owed us, and what we owed you, at the close of ${asOf}. ` +
      "Our books show the balances below; the documents that make them up are listed after the reply. Please compare them with " +
      "your own books, complete the reply and return it to the address given there. This is not a request for payment.",
  );
  pdf.y += 6;
  await writeSums(pdf, sums, asOf, print);
  writeReply(pdf, contents);
  for (const balance of balances.filter(({ currency }) => sums.some((sum) => sum.currency === currency))) {
    await writeOpenItems(pdf, db, { ...request, currency: balance.currency }, balance, print);
  }
}

async function writeSums(
  pdf: PdfWriter,
  sums: readonly CustomerCurrencyBalance[],
  asOf: string,
  print: PrintAmount,
): Promise<void> {
  if (sums.length === 0) {
    pdf.paragraph(`Our books show nothing open between us at the close of ${asOf}.`, { bold: true });
    return;
  }
  await writeTable(pdf, {
    size: BODY_SIZE,
    columns: [
      { title: "Currency", share: 1 },
      { title: "Owed by you", share: 2, isAmount: true },
      { title: "Credits in your favour", share: 2, isAmount: true },
      { title: "Balance", share: 2, isAmount: true },
    ],
    rows: sums.map(({ currency, receivable, credits, balance }) => [
      currency,
      print(receivable, currency),
      print(credits, currency),
      print(balance, currency),
    ]),
  });
}

const BOX = "\u2610";
const LINE_GAP = 20;

/** What the customer fills in; all of it on one page. */
function writeReply(pdf: PdfWriter, { letterhead, to, request }: LetterContents): void {
  const returnTo = [
    letterhead.replyName ?? letterhead.name,
    ...(letterhead.replyAddress ?? letterhead.address ?? "").split("\n"),
    letterhead.replyEmail,
    letterhead.replyPhone,
  ].flatMap((line) => (line?.trim() ? [line.trim()] : []));
  const height = 9 * LINE_GAP + (returnTo.length + 6) * pdf.lineHeight();
  writeHeading(pdf, "Reply", height);
  pdf.paragraph("Please return this reply to:");
  for (const line of returnTo) pdf.paragraph(line, { x: pdf.left + 14, width: pdf.width - 14, bold: true });
  pdf.y += 8;
  pdf.paragraph(`From: ${to.name} (customer ${to.number}). Balances at the close of ${request.point.asOf}.`);
  pdf.y += 6;
  pdf.paragraph(`${BOX}  We agree with the balances above.`);
  pdf.y += 4;
  pdf.paragraph(`${BOX}  We do not agree. Our books show the following; the differences are:`);
  for (let line = 0; line < 3; line++) blank(pdf, "", 0, 1);
  blank(pdf, "Name", 0, 0.48);
  blank(pdf, "Position", 0.52, 1, true);
  blank(pdf, "Date", 0, 0.48);
  blank(pdf, "Signature", 0.52, 1, true);
  pdf.y += 14;
}

/** A line to write on, with what belongs on it below; from one share of the width to another. */
function blank(pdf: PdfWriter, label: string, from: number, to: number, isBeside = false): void {
  const x = pdf.left + pdf.width * from;
  const width = pdf.width * (to - from);
  if (isBeside) pdf.y -= pdf.lineHeight({ size: LABEL_SIZE });
  else pdf.y += LINE_GAP;
  pdf.rule(x, width);
  pdf.put(label, { x, width, size: LABEL_SIZE });
  pdf.y += label === "" ? 0 : pdf.lineHeight({ size: LABEL_SIZE });
}

const LABEL_SIZE = 7.5;
