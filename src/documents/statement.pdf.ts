import type { Executor } from "../platform/database/database.js";
import { Decimal } from "../platform/money.js";
import { writeTable } from "../platform/pdf/pdf-table.js";
import { GREY, type PdfWriter } from "../platform/pdf/pdf-writer.js";
import type { Addressee } from "./addressee.queries.js";
import type { StatementBalance } from "./customer-statement.js";
import { writeHead, writeHeading } from "./document-head.pdf.js";
import type { Letterhead } from "./letterhead.queries.js";
import { amountPrinter, type PrintAmount } from "./printed-values.rules.js";
import { activityInBatches, itemsInBatches, type StatementRequest } from "./statement.queries.js";
import type { StatementKind } from "./statement.type.js";
import { documentWord, lineWords, numbered } from "./statement-words.rules.js";

export interface StatementContents {
  readonly request: StatementRequest;
  readonly kind: StatementKind;
  readonly withApplications: boolean;
  readonly letterhead: Letterhead;
  readonly to: Addressee;
  readonly balances: readonly StatementBalance[];
}

/** Writes a statement; its lines are read as they are written. */
export async function writeStatement(
  pdf: PdfWriter,
  db: Executor,
  contents: StatementContents,
): Promise<void> {
  const { request, kind, letterhead, to, balances } = contents;
  const { from, point } = request;
  const print = amountPrinter(letterhead.locale);
  writeHead(pdf, {
    letterhead,
    to,
    title: kind === "OPEN_ITEM" ? "Statement of open items" : "Statement of account",
    facts: [
      ["Customer", to.number],
      ...(kind === "OPEN_ITEM" ? [] : ([["From", from]] as const)),
      [kind === "OPEN_ITEM" ? "As of" : "To", point.asOf],
    ],
  });
  for (const balance of balances) {
    const own: StatementRequest = { ...request, currency: balance.currency };
    if (kind === "OPEN_ITEM") {
      await writeOpenItems(pdf, db, own, balance, print);
      await writeAging(pdf, balance, print);
    } else {
      await writeActivity(pdf, db, contents, balance, print);
    }
  }
  if (balances.length === 0) pdf.paragraph(nothing(kind, contents));
  writeInstructions(pdf, letterhead);
}

function nothing(kind: StatementKind, { request }: StatementContents): string {
  const { from, point } = request;
  return kind === "OPEN_ITEM"
    ? `Nothing is open as of ${point.asOf}.`
    : `No balance and no activity from ${from} to ${point.asOf}.`;
}

/** The items open in one currency, and their total. */
export async function writeOpenItems(
  pdf: PdfWriter,
  db: Executor,
  request: StatementRequest,
  { currency, closing }: StatementBalance,
  print: PrintAmount,
): Promise<void> {
  writeHeading(pdf, `Open items in ${currency}`, 60);
  await writeTable(pdf, {
    columns: [
      { title: "Document", share: 15, linesMax: 2 },
      { title: "Kind", share: 12 },
      { title: "Your order", share: 13, linesMax: 2 },
      { title: "Date", share: 10.5 },
      { title: "Due", share: 10.5 },
      { title: "Days late", share: 7.5, isAmount: true },
      { title: "Original", share: 15, isAmount: true },
      { title: "Open", share: 15, isAmount: true },
    ],
    rows: itemCells(db, request, print),
    totals: [["Total", "", "", "", "", "", currency, print(closing, currency)]],
  });
}

/** How long what is open in a currency is past due. */
async function writeAging(
  pdf: PdfWriter,
  { currency, closing, buckets, unappliedCredits }: StatementBalance,
  print: PrintAmount,
): Promise<void> {
  const amounts = [...buckets.map(({ amount }) => amount), unappliedCredits, closing];
  pdf.y += 10;
  await writeTable(pdf, {
    columns: [...buckets.map(({ label }) => label), "Credits", "Total"].map((title) => ({
      title,
      share: 1,
      isAmount: true,
    })),
    rows: [amounts.map((amount) => print(amount, currency))],
  });
}

async function* itemCells(
  db: Executor,
  request: StatementRequest,
  print: PrintAmount,
): AsyncGenerator<readonly string[]> {
  for await (const rows of itemsInBatches(db, request)) {
    for (const row of rows) {
      yield [
        numbered(row),
        documentWord(row.kind),
        row.purchaseOrder ?? "",
        row.documentDate,
        row.dueDate,
        row.daysPastDue !== null && row.daysPastDue > 0 ? String(row.daysPastDue) : "",
        print(row.originalAmount, row.currency),
        print(row.openAmount, row.currency),
      ];
    }
  }
}

async function writeActivity(
  pdf: PdfWriter,
  db: Executor,
  contents: StatementContents,
  balance: StatementBalance,
  print: PrintAmount,
): Promise<void> {
  const { currency, closing } = balance;
  writeHeading(pdf, `Activity in ${currency}`, 60);
  await writeTable(pdf, {
    columns: [
      { title: "Date", share: 11 },
      { title: "Document", share: 17, linesMax: 2 },
      { title: "What", share: 34, linesMax: 2 },
      { title: "Amount", share: 19, isAmount: true },
      { title: "Balance", share: 19, isAmount: true },
    ],
    rows: lineCells(db, contents, balance, print),
    totals: [[contents.request.point.asOf, "", "Closing balance", currency, print(closing, currency)]],
  });
}

async function* lineCells(
  db: Executor,
  { request, withApplications }: StatementContents,
  { currency, opening }: StatementBalance,
  print: PrintAmount,
): AsyncGenerator<readonly string[]> {
  yield [request.from, "", "Opening balance", "", print(opening, currency)];
  let running = new Decimal(opening);
  for await (const rows of activityInBatches(db, { ...request, currency }, withApplications)) {
    for (const row of rows) {
      running = running.plus(row.amount);
      const amounts = [print(row.amount, currency), print(running.toFixed(), currency)];
      yield [row.effectiveDate, numbered(row), lineWords(row), ...amounts];
    }
  }
}

function writeInstructions(pdf: PdfWriter, { paymentInstructions }: Letterhead): void {
  if (!paymentInstructions) return;
  const lines = paymentInstructions.split("\n").length;
  writeHeading(pdf, "How to pay", Math.min(lines, 8) * pdf.lineHeight());
  pdf.paragraph(paymentInstructions, { color: GREY });
}
