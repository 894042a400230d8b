import { Decimal } from "../platform/money.js";
import { writeTable } from "../platform/pdf/pdf-table.js";
import { BODY_SIZE, type PdfWriter } from "../platform/pdf/pdf-writer.js";
import type { Addressee } from "./addressee.queries.js";
import type { Agreement } from "./agreement.queries.js";
import { writeHead, writeHeading } from "./document-head.pdf.js";
import type { Letterhead } from "./letterhead.queries.js";
import { amountPrinter, type PrintAmount } from "./printed-values.rules.js";
import { documentWord } from "./statement-words.rules.js";

export interface AgreementContents {
  readonly plan: Agreement;
  readonly letterhead: Letterhead;
  readonly to: Addressee;
}

/** Writes the agreement of a payment plan: parties, documents, schedule, terms, signatures. */
export async function writeAgreement(
  pdf: PdfWriter,
  { plan, letterhead, to }: AgreementContents,
): Promise<void> {
  const print = amountPrinter(letterhead.locale);
  writeHead(pdf, {
    letterhead,
    to,
    title: "Payment plan agreement",
    facts: [
      ["Plan", plan.number],
      ["Customer", to.number],
      ["Proposed on", plan.proposedOn],
      ...(plan.activatedOn
        ? ([[plan.endedOn ? "In force from" : "In force since", plan.activatedOn]] as const)
        : []),
      ["Status", STATUS_WORDS[plan.status]],
      // Each on a line of its own: together they would break in the middle of a date.
      ...(plan.endedOn ? ([["Ended on", plan.endedOn]] as const) : []),
      ...(plan.endReason ? ([["Reason", plan.endReason]] as const) : []),
    ],
  });
  const { currency, amount } = plan;
  pdf.paragraph(
    `${letterhead.name} (the creditor) and ${to.name} (the debtor) agree that the debtor pays the documents below, ` +
      `${currency} ${print(amount, currency)} in all, in the instalments below. The documents stay due as they are; while ` +
      "the instalments are paid in time the creditor takes no further steps for them.",
  );
  await writeItems(pdf, plan, print);
  await writeSchedule(pdf, plan, print);
  writeTerms(pdf, plan);
  writeSignatures(pdf, plan, letterhead, to);
}

const STATUS_WORDS: Readonly<Record<Agreement["status"], string>> = {
  PROPOSED: "Draft, not in force",
  ACTIVE: "In force",
  COMPLETED: "Completed",
  DEFAULTED: "In default",
  CANCELLED: "Cancelled",
};

async function writeItems(
  pdf: PdfWriter,
  { items, amount, currency }: Agreement,
  print: PrintAmount,
): Promise<void> {
  writeHeading(pdf, "Documents", 60);
  const listed = items.reduce((sum, item) => sum.plus(item.agreedAmount), new Decimal(0));
  const more = new Decimal(amount).minus(listed);
  await writeTable(pdf, {
    columns: [
      { title: "Document", share: 20, linesMax: 2 },
      { title: "Kind", share: 16 },
      { title: "Date", share: 12 },
      { title: "Due", share: 12 },
      { title: "Original", share: 20, isAmount: true },
      { title: "Agreed", share: 20, isAmount: true },
    ],
    rows: [
      ...items.map((item) => [
        item.documentNumber,
        documentWord(item.kind),
        item.documentDate,
        item.dueDate,
        print(item.originalAmount, currency),
        print(item.agreedAmount, currency),
      ]),
      // What the plan itself charges is no document until it begins.
      ...(more.isZero()
        ? []
        : [["Interest or fee of the plan", "", "", "", "", print(more.toFixed(), currency)]]),
    ],
    totals: [["Total", "", "", "", currency, print(amount, currency)]],
  });
}

async function writeSchedule(pdf: PdfWriter, plan: Agreement, print: PrintAmount): Promise<void> {
  const { instalments, currency, amount, scheduleNo, scheduleStartsOn, scheduleReason } = plan;
  writeHeading(pdf, "Instalments", 60);
  if (scheduleNo > 1) {
    const why = scheduleReason ? `: ${scheduleReason}` : "";
    pdf.paragraph(
      `Amended on ${scheduleStartsOn}${why}. This is schedule ${scheduleNo}; it replaces those before it.`,
    );
    pdf.y += 3;
  }
  await writeTable(pdf, {
    columns: [
      { title: "Instalment", share: 2 },
      { title: "Due", share: 2 },
      { title: "Amount", share: 2, isAmount: true },
    ],
    rows: instalments.map(({ instalmentNo, dueDate, amount: part }) => [
      instalmentNo === 0 ? "Down payment" : String(instalmentNo),
      dueDate,
      print(part, currency),
    ]),
    totals: [["Total", currency, print(amount, currency)]],
  });
}

function writeTerms(pdf: PdfWriter, { graceDays, missesToDefault, agreement }: Agreement): void {
  writeHeading(pdf, "Terms", 4 * pdf.lineHeight());
  const misses = missesToDefault === 1 ? "one instalment is" : `${missesToDefault} instalments are`;
  const days = graceDays === 1 ? "1 day" : `${graceDays} days`;
  pdf.paragraph(
    `An instalment is missed when it is not paid whole ${days} after it is due. When ${misses} missed, all that is left is due at once.`,
  );
  if (agreement) {
    pdf.y += 5;
    pdf.paragraph(agreement);
  }
}

const SIGNING_ROOM = 48;

function writeSignatures(pdf: PdfWriter, plan: Agreement, letterhead: Letterhead, to: Addressee): void {
  const height = SIGNING_ROOM + 7 * pdf.lineHeight();
  writeHeading(pdf, "Signatures", height);
  const width = pdf.width * 0.46;
  const top = pdf.y;
  const sides = [
    { x: pdf.left, lines: [letterhead.name, "for the creditor", "", "Name:", "Date:"] },
    { x: pdf.left + pdf.width - width, lines: debtorLines(plan, to) },
  ];
  for (const { x, lines } of sides) {
    pdf.y = top + SIGNING_ROOM;
    pdf.rule(x, width);
    pdf.y += 3;
    for (const [index, line] of lines.entries()) {
      for (const part of pdf.broken(line, { width, bold: index === 0 }, 2)) {
        pdf.putLine(part, { x, width, bold: index === 0, size: BODY_SIZE });
        pdf.y += pdf.lineHeight();
      }
      if (line === "") pdf.y += pdf.lineHeight() / 2;
    }
  }
}

function debtorLines({ contactName, contactEmail, signatory, signedOn }: Agreement, to: Addressee): string[] {
  const agreed = contactEmail ? `${contactName}, ${contactEmail}` : contactName;
  return [
    to.name,
    "for the debtor",
    "",
    `Name: ${signatory ?? ""}`,
    `Date: ${signedOn ?? ""}`,
    `Agreed with: ${agreed}`,
  ];
}
