import PostalMime, { type Attachment, type Email } from "postal-mime";
import { parseBusinessDate } from "../../platform/business-date.js";
import { looksLikeXlsx } from "../../platform/tables/xlsx-rows.js";
import type { Finding } from "../bank-files/index.js";
import type { ParsedAdviceFile } from "./advice.model.js";
import { type DraftAdvice, finished, identify, newAdvice, newLine, refer } from "./advice-draft.js";
import { AdviceFileError } from "./advice-file.error.js";
import { type FoundTable, findTable, type LooseRow } from "./advice-table.rules.js";
import { settleAdvice } from "./advice-total.rules.js";
import { parseEdifact } from "./edifact-advices.js";
import { looksLikeEdifact } from "./edifact-segments.js";
import { textOf } from "./file-text.js";
import { linesOfHtml } from "./html-lines.rules.js";
import { type Letter, readLetter, rowsOfText } from "./letter.rules.js";
import { csvRows, delimiterOf, xlsxRows } from "./loose-rows.js";
import { currencyIn } from "./loose-values.rules.js";
import { fillFromTable, tellTable } from "./table-advice.js";
import { parseX12 } from "./x12-advices.js";
import { looksLikeX12 } from "./x12-segments.js";

/** Longer letters are no remittances; a mailbox of them is not read either. */
const MAX_EMAIL_BYTES = 10 * 1024 * 1024;
const MAX_EMAIL_LINES = 80_000;
const MAX_BODY_CHARACTERS = 300_000;
const MAX_ATTACHMENTS = 20;

/**
 * Forwarded messages within each other. Each is read anew with all that is within it, so that with them there may be
 * fewer lines: it is the lines that take the time, some 12 µs each.
 */
const MAX_FORWARDED_DEPTH = 4;
const MAX_FORWARDED_LINES = 50_000;
const MAX_PARTS = 1_000;

/** Whether a text begins with the header of an e-mail (RFC 5322). */
export function looksLikeEmail(head: string): boolean {
  const header = head.slice(0, 16_384).split(/\r?\n\r?\n/, 1)[0] ?? "";
  const names = header.match(/^[A-Za-z][A-Za-z0-9-]{1,60}(?=:)/gm) ?? [];
  const known = new Set(names.map((name) => name.toLowerCase()));
  const said = ["from", "to", "subject", "date", "mime-version", "message-id", "received", "content-type"];
  return (
    /^(?:From |[A-Za-z][A-Za-z0-9-]{1,60}:)/.test(header) && said.filter((n) => known.has(n)).length >= 2
  );
}

/**
 * The advice in an e-mail: an attached EDI file or table where there is one, else a table or sentences of its body; the
 * number and day of the payment and a total are read from the body too. It is read by general patterns, which is told.
 * Lines are those of the body, or of the attachment that has the documents.
 * @throws AdviceFileError NO_REMITTANCE when it names no document, UNREADABLE_TABLE, FILE_TOO_LARGE and others
 */
export async function parseEmail(content: Buffer): Promise<ParsedAdviceFile> {
  if (content.length > MAX_EMAIL_BYTES || linesIn(content) > MAX_EMAIL_LINES) {
    const message = `The e-mail has ${content.length} bytes; at most ${MAX_EMAIL_BYTES} in ${MAX_EMAIL_LINES} lines are read. Import its attachment by itself.`;
    throw new AdviceFileError("FILE_TOO_LARGE", message);
  }
  if (partsIn(content) > MAX_PARTS) throw unreadable(`it has more than ${MAX_PARTS} parts`);
  const email = await readForwarded(content);
  const attachments = email.attachments.slice(0, MAX_ATTACHMENTS).map(bytesOf);
  const edi = ediIn(attachments);
  if (edi) return { ...edi, messageId: email.messageId ?? edi.messageId };
  return readMail(email, attachments);
}

function linesIn(content: Buffer): number {
  let count = 0;
  for (let at = content.indexOf(10); at >= 0; at = content.indexOf(10, at + 1)) count += 1;
  return count;
}

/** Lines that may begin a part: a text draws its rules with dashes alone. */
function partsIn(content: Buffer): number {
  return content.toString("latin1").match(/^--[-=_.]*[A-Za-z0-9]/gm)?.length ?? 0;
}

/** What is forwarded is read only after it is known how much of it there is. */
async function readForwarded(content: Buffer): Promise<Email> {
  const outermost = await readMime(content, 0);
  const forwarded = outermost.attachments.filter(({ rfc822DepthExceeded }) => rfc822DepthExceeded);
  if (forwarded.length === 0) return outermost;
  const lines = forwarded.reduce((sum, attachment) => sum + linesIn(bytesOf(attachment)), 0);
  if (lines > MAX_FORWARDED_LINES)
    throw unreadable(`what it forwards has ${lines} lines, of which at most ${MAX_FORWARDED_LINES} are read`);
  const email = await readMime(content, MAX_FORWARDED_DEPTH);
  if (email.attachments.some(({ rfc822DepthExceeded }) => rfc822DepthExceeded))
    throw unreadable(`messages are forwarded within each other more than ${MAX_FORWARDED_DEPTH} times`);
  return email;
}

async function readMail(email: Email, attachments: readonly Buffer[]): Promise<ParsedAdviceFile> {
  const body = bodyOf(email);
  const letter = readLetter(body);
  const draft = newAdvice(1);
  const attached = await tableIn(attachments);
  const table = attached ?? findTable(rowsOfText(body));
  const findings: Finding[] = [];
  fillFromHeader(draft, email);
  fillFromLetter(draft, letter, table === null || table.lines.length === 0);
  if (table && table.lines.length > 0) {
    fillFromTable(draft, table);
    // Below the table of a letter stand greetings and addresses: only in a file of rows is each row meant.
    findings.push(...tellTable(attached ? table : { ...table, passedOver: [] }, 0));
  }
  if (draft.lines.length === 0) {
    throw new AdviceFileError(
      "NO_REMITTANCE",
      "The e-mail names no document that is paid, neither in its text nor in an attached table. Enter the remittance by hand.",
      1,
    );
  }
  draft.currency ??= currencyIn(body.map(({ text }) => text));
  draft.number ??= draft.paymentReferences[0]?.value ?? email.messageId ?? null;
  const settled = settleAdvice(finished(draft, 0));
  findings.push(toldByPattern(), ...settled.findings);
  const messageId = email.messageId ?? null;
  return { format: "EMAIL", version: null, messageId, advices: [settled.advice], findings };
}

function toldByPattern(): Finding {
  const message =
    "The e-mail is read by general patterns, not by a format. Look at its lines before you apply the payment.";
  return { severity: "WARN", code: "READ_BY_PATTERN", message, entryIndex: 0 };
}

async function readMime(content: Buffer, maxRfc822NestingDepth: number): Promise<Email> {
  try {
    const limits = { maxNestingDepth: 20, maxHeadersSize: 262_144, maxRfc822NestingDepth };
    return await PostalMime.parse(content, limits);
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 120) : "unreadable";
    throw unreadable(reason);
  }
}

function unreadable(reason: string): AdviceFileError {
  return new AdviceFileError(
    "WRONG_STRUCTURE",
    `The e-mail cannot be read (${reason}). Forward it again.`,
    1,
  );
}

function bytesOf({ content }: Attachment): Buffer {
  if (typeof content === "string") return Buffer.from(content);
  return content instanceof Uint8Array
    ? Buffer.from(content.buffer, content.byteOffset, content.byteLength)
    : Buffer.from(content);
}

function ediIn(attachments: readonly Buffer[]): ParsedAdviceFile | null {
  for (const content of attachments) {
    const head = content.subarray(0, 1_024).toString("latin1");
    if (looksLikeX12(head)) return parseX12(textOf(content), 1);
    if (looksLikeEdifact(head)) return parseEdifact(textOf(content));
  }
  return null;
}

/** The first attached table that names documents; what is no table (pictures, signatures, PDFs) is left alone. */
async function tableIn(attachments: readonly Buffer[]): Promise<FoundTable | null> {
  for (const content of attachments) {
    const rows = await rowsOf(content);
    const table = rows && findTable(rows);
    if (table && table.lines.length > 0) return table;
  }
  return null;
}

async function rowsOf(content: Buffer): Promise<LooseRow[] | null> {
  if (looksLikeXlsx(content)) return xlsxRows(content);
  const binary = /^(?:%PDF|\x89PNG|GIF8|\xff\xd8|PK)/.test(content.subarray(0, 4).toString("latin1"));
  if (binary || content.subarray(0, 4_096).includes(0)) return null;
  const text = textOf(content);
  const delimiter = delimiterOf(text);
  return delimiter === null ? null : csvRows(text, delimiter);
}

/** The plain text where there is one, else that of the HTML; a table in HTML is better than its plain rendering. */
function bodyOf({ text, html }: Email): { line: number; text: string }[] {
  const marked = (html ?? "").slice(0, MAX_BODY_CHARACTERS);
  const plain = (text ?? "").slice(0, MAX_BODY_CHARACTERS);
  const lines =
    plain.trim() === "" || /<t[dh][\s>]/i.test(marked) ? linesOfHtml(marked) : plain.split(/\r?\n/);
  return lines.map((each, at) => ({ line: at + 1, text: each }));
}

function fillFromHeader(draft: DraftAdvice, { from, subject, date }: Email): void {
  draft.payer.name = from?.name || null;
  if (from?.address) identify(draft.payer, "EMAIL", from.address.toLowerCase());
  const said = readLetter([{ line: 1, text: (subject ?? "").slice(0, 500) }]);
  addPayments(draft, said);
  draft.paidOn = parseBusinessDate((date ?? "").slice(0, 10));
}

function fillFromLetter(draft: DraftAdvice, letter: Letter, withLines: boolean): void {
  addPayments(draft, letter);
  draft.paidOn = (letter.paidOn === null ? null : parseBusinessDate(letter.paidOn)) ?? draft.paidOn;
  draft.total = letter.total;
  if (!withLines) return;
  for (const { line, reference, referenceType, paid, gross, text } of letter.lines) {
    draft.lines.push({ ...newLine(line), reference, referenceType, paid, gross, texts: [text] });
  }
}

/** Each number once, by whatever word it is named again. */
function addPayments(draft: DraftAdvice, { payments }: Letter): void {
  for (const { type, value, line } of payments) {
    const known = draft.paymentReferences.some((reference) => reference.value === value);
    if (!known) refer(draft.paymentReferences, type, value, line);
  }
}
