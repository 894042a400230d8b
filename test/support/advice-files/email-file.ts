import { type PlainAdvice, paidFor, totalOf } from "./plain-advice.js";
import { printCsv, printXlsx } from "./table-file.js";

export type EmailStyle = "TEXT_TABLE" | "SENTENCES" | "HTML_TABLE" | "CSV_ATTACHED" | "XLSX_ATTACHED";

/** One advice as an e-mail of the payer. */
export function printEmail(advice: PlainAdvice, style: EmailStyle): Buffer {
  const address = `${advice.payer.toLowerCase().replace(/\W+/g, ".")}@example.com`;
  const head = [
    `From: "${advice.payer}" <${address}>`,
    "To: remittance@example.org",
    `Subject: Remittance advice, payment reference ${advice.number}`,
    `Date: ${new Date(`${advice.paidOn}T10:00:00Z`).toUTCString().replace("GMT", "+0000")}`,
    "MIME-Version: 1.0",
  ];
  return Buffer.from([...head, ...bodyOf(advice, style), ""].join("\r\n"));
}

function bodyOf(advice: PlainAdvice, style: EmailStyle): string[] {
  const intro = ["Dear all,", "", `we have sent you ${advice.currency} ${totalOf(advice)} today.`, ""];
  switch (style) {
    case "TEXT_TABLE":
      return textPart([...intro, ...textTable(advice), "", "Kind regards", advice.payer, "1 Main Street 12"]);
    case "SENTENCES":
      return textPart([...intro, ...sentences(advice), "", "Kind regards", advice.payer]);
    case "HTML_TABLE":
      return ["Content-Type: text/html; charset=utf-8", "", ...htmlTable(advice)];
    case "CSV_ATTACHED":
      return attached(intro, "text/csv", Buffer.from(printCsv([advice])));
    case "XLSX_ATTACHED":
      return attached(intro, "application/octet-stream", printXlsx([advice]));
  }
}

function textPart(lines: readonly string[]): string[] {
  return ["Content-Type: text/plain; charset=utf-8", "", ...lines];
}

function textTable(advice: PlainAdvice): string[] {
  const rows = advice.lines.map((line) =>
    [
      line.reference.padEnd(20),
      line.date.padEnd(14),
      line.gross.padStart(14),
      paidFor(line).padStart(14),
    ].join("  "),
  );
  const header = ["Invoice no".padEnd(20), "Date".padEnd(14), "Gross".padStart(14), "Paid".padStart(14)];
  return [header.join("  "), ...rows, `Total  ${totalOf(advice)}`];
}

function sentences(advice: PlainAdvice): string[] {
  const lines = advice.lines.map((line) =>
    line.type === "CREDIT_MEMO"
      ? `- credit memo ${line.reference} of ${line.date}: ${paidFor(line)} ${advice.currency}`
      : `- invoice ${line.reference} of ${line.date}: ${paidFor(line)} ${advice.currency}`,
  );
  return [...lines, `Total: ${totalOf(advice)} ${advice.currency}`];
}

function htmlTable(advice: PlainAdvice): string[] {
  const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  return [
    "<html><head><style>td { color: red }</style></head><body><p>Please find our payment:</p><table>",
    `<tr><th>Document&nbsp;No.</th><th>Date</th><th>Amount paid (${advice.currency})</th></tr>`,
    ...advice.lines.map((line) => row([line.reference, line.date, paidFor(line)])),
    row(["Total", "", totalOf(advice)]),
    "</table></body></html>",
  ];
}

function attached(intro: readonly string[], type: string, content: Buffer): string[] {
  const lines = content.toString("base64").match(/.{1,76}/g) ?? [];
  return [
    'Content-Type: multipart/mixed; boundary="b1"',
    "",
    "--b1",
    ...textPart(intro),
    "--b1",
    `Content-Type: ${type}`,
    'Content-Disposition: attachment; filename="advice"',
    "Content-Transfer-Encoding: base64",
    "",
    ...lines,
    "--b1--",
  ];
}
