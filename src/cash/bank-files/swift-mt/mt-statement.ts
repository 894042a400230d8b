import type { Amount } from "../../../platform/money.js";
import { BankFileError } from "../bank-file.error.js";
import type {
  BankAccountRef,
  BankBalance,
  BankEntry,
  BankStatement,
  DeclaredTotal,
  DeclaredTotals,
  Finding,
} from "../bank-file.model.js";
import type { ReferenceMaker } from "../entry-reference.js";
import { KNOWN_TAGS, type MtField, type MtMessage } from "./mt-fields.js";
import { isCheckedIban, isIban, readBalance, readMtAmount } from "./mt-values.js";
import { readStatementLine, type StatementLine } from "./statement-line.js";

export interface MessageContext {
  /** Position of the message in the file, from 0, and of its first entry. */
  readonly message: number;
  readonly firstEntry: number;
  readonly makeReference: ReferenceMaker;
  readonly findings: Finding[];
}

/** A message as a statement, and how it hangs together with the next and the last one. */
export interface MtStatement {
  readonly statement: BankStatement;
  readonly page: string;
  /** Whether the opening balance is one within a statement (:60M:), and likewise the closing balance. */
  readonly isContinued: boolean;
  readonly continues: boolean;
}

const ONCE = [["20"], ["25", "25P"], ["28", "28C"], ["60F", "60M"], ["62F", "62M"], ["90C"], ["90D"]];

/**
 * One MT940 (with balances) or MT942 (without) as a statement.
 * @throws BankFileError WRONG_STRUCTURE when a field is missing, stands twice or cannot be read that the file cannot be
 * checked without: account, balances, totals, an entry's amount or direction.
 */
export function readMessage(message: MtMessage, context: MessageContext): MtStatement {
  for (const tags of ONCE) atMostOnce(message, tags);
  const account = accountOf(required(message, "25", "25P"));
  const number = fieldOf(message, "28C", "28")?.lines[0]?.trim() ?? "";
  const isIntraday = isReport(message);
  const opening = isIntraday ? undefined : balanceOf(message, "60F", "60M");
  const closing = isIntraday ? undefined : balanceOf(message, "62F", "62M");
  const totals = totalsOf(message) ?? totalsInNote(message);
  const currency = opening?.currency ?? floorCurrency(message) ?? totals?.currency ?? null;
  const entries = entriesOf(message, { currency, account, near: opening?.date ?? null }, context);
  const statement: BankStatement = {
    id: idOf(message, number, opening),
    line: message.line,
    path: `message[${context.message + 1}]`,
    entryName: ":61:",
    account,
    currency,
    from: opening?.date ?? null,
    to: closing?.date ?? null,
    ...(isIntraday ? { report: "INTRADAY" } : {}),
    ...(opening ? { openingBalance: opening } : {}),
    ...(closing ? { closingBalance: closing } : {}),
    ...(totals ? { declaredTotals: totals.declared } : {}),
    entries,
  };
  reportUnread(message, context.findings);
  const [isContinued, continues] = [fieldOf(message, "60M"), fieldOf(message, "62M")].map(Boolean);
  return { statement, page: number, isContinued: isContinued ?? false, continues: continues ?? false };
}

/** MT942 by the envelope, else by having its fields and no balance. */
function isReport(message: MtMessage): boolean {
  if (message.type !== undefined) return message.type === "942";
  if (fieldOf(message, "60F", "60M", "62F", "62M")) return false;
  if (fieldOf(message, "34F", "13", "13D", "90C", "90D")) return true;
  const what = `The message at line ${message.line} has neither the balances of an MT940 (:60F: and :62F:) nor the fields of an MT942 (:34F:, :13D:). It was cut: ask the bank for the complete file.`;
  throw new BankFileError("WRONG_STRUCTURE", what, message.line);
}

function fieldOf(message: MtMessage, ...tags: readonly string[]): MtField | undefined {
  return message.fields.find((field) => tags.includes(field.tag));
}

function required(message: MtMessage, ...tags: readonly string[]): MtField {
  const field = fieldOf(message, ...tags);
  if (field) return field;
  const what = `The message at line ${message.line} has no :${tags[0]}:, which every one must have. It was cut or damaged: ask the bank for the complete file.`;
  throw new BankFileError("WRONG_STRUCTURE", what, message.line, `:${tags[0]}:`);
}

function atMostOnce(message: MtMessage, tags: readonly string[]): void {
  const [first, second] = message.fields.filter((field) => tags.includes(field.tag));
  if (!first || !second) return;
  const what = `The message at line ${message.line} has :${second.tag}: at line ${second.line} again, after line ${first.line}, so it cannot be said which one counts. Ask the bank for a corrected file.`;
  throw new BankFileError("WRONG_STRUCTURE", what, second.line, `:${second.tag}:`);
}

/** "BANK/ACCOUNT", an IBAN, or a number; some banks put the currency behind it. */
function accountOf(field: MtField): BankAccountRef {
  const text = (field.lines[0] ?? "").replace(/\s/g, "");
  const bare = text.replace(/[A-Z]{3}$/, "");
  if (isIban(text)) return { iban: !isCheckedIban(text) && isCheckedIban(bare) ? bare : text };
  if (text !== "") return { other: text };
  const what = `The :25: at line ${field.line} does not say which account the statement is of. Ask the bank for a corrected file.`;
  throw new BankFileError("WRONG_STRUCTURE", what, field.line, ":25:");
}

function balanceOf(message: MtMessage, ...tags: readonly string[]): BankBalance {
  const field = required(message, ...tags);
  const balance = readBalance(field.lines[0] ?? "", field.line);
  if (balance) return balance;
  const written = (field.lines[0] ?? "").slice(0, 40);
  const what = `The balance :${field.tag}: "${written}" at line ${field.line} is not built as one (C or D, date, currency, amount), so the statement cannot be checked. Ask the bank for a corrected file.`;
  throw new BankFileError("WRONG_STRUCTURE", what, field.line, `:${field.tag}:`);
}

function idOf(message: MtMessage, number: string, opening: BankBalance | undefined): string {
  const reference = fieldOf(message, "20")?.lines[0]?.trim() ?? "";
  const at = fieldOf(message, "13D", "13")?.lines[0]?.trim();
  // Many banks never change reference and number, so the day tells one statement from the next.
  return [reference, number, opening?.date ?? at].filter(Boolean).join(" ");
}

function floorCurrency(message: MtMessage): string | undefined {
  return /^[A-Z]{3}/.exec(fieldOf(message, "34F")?.lines[0] ?? "")?.[0];
}

const NOTE_TOTALS =
  /^(?:D(\d{6})C(\d{6})D([\d,]{1,18})C|\/SUM\/(\d{1,6})\/(\d{1,6})\/([\d,]{1,18})\/)([\d,]{1,18})\/?$/;

/**
 * Some banks count and sum the entries in the :86: behind the closing balance, debits before credits:
 * "D000002C000001D10,00C5,00" or "/SUM/2/1/10,00/5,00/".
 */
function totalsInNote(message: MtMessage): MessageTotals | undefined {
  return notesOf(message)
    .map(noteTotals)
    .find((totals) => totals !== undefined);
}

function noteTotals({ lines, line }: MtField): MessageTotals | undefined {
  const found = NOTE_TOTALS.exec(lines.join("").trim());
  if (!found) return undefined;
  const [, ...figures] = found;
  const [debits, credits, out = "", into = ""] = figures.filter((figure) => figure !== undefined);
  const [debit, credit] = [readMtAmount(out, null), readMtAmount(into, null)];
  if (debit === null || credit === null) return undefined;
  const total = (count: string | undefined, sum: Amount): DeclaredTotal => ({ count: Number(count), sum });
  const declared = { credits: total(credits, credit), debits: total(debits, debit), line };
  return { declared, currency: null };
}

/** The :86: fields that are of the whole statement. */
function notesOf({ fields }: MtMessage): MtField[] {
  const closing = fields.findIndex(({ tag }) => tag === "62F" || tag === "62M");
  return closing < 0 ? [] : fields.slice(closing).filter(({ tag }) => tag === "86");
}

interface MessageTotals {
  readonly declared: DeclaredTotals;
  readonly currency: string | null;
}

const TOTAL = /^(\d{1,5})([A-Z]{3})(\d[\d,]{0,17})\s*$/;

function totalsOf(message: MtMessage): MessageTotals | undefined {
  const [credits, debits] = [totalOf(message, "90C"), totalOf(message, "90D")];
  const first = credits ?? debits;
  if (!first) return undefined;
  const declared = {
    ...(credits ? { credits: credits.total } : {}),
    ...(debits ? { debits: debits.total } : {}),
    line: first.line,
  };
  return { declared, currency: first.currency };
}

function totalOf(
  message: MtMessage,
  tag: string,
): { readonly total: DeclaredTotal; readonly currency: string; readonly line: number } | undefined {
  const field = fieldOf(message, tag);
  if (!field) return undefined;
  const [, count = "", currency = "", written = ""] = TOTAL.exec(field.lines[0] ?? "") ?? [];
  const sum: Amount | null = readMtAmount(written, null);
  if (sum !== null) return { total: { count: Number(count), sum }, currency, line: field.line };
  const what = `The total :${tag}: "${(field.lines[0] ?? "").slice(0, 40)}" at line ${field.line} is not number, currency and amount, so the entries cannot be checked. Ask the bank for a corrected file.`;
  throw new BankFileError("WRONG_STRUCTURE", what, field.line, `:${tag}:`);
}

interface EntriesContext {
  readonly currency: string | null;
  readonly account: BankAccountRef;
  readonly near: BankBalance["date"];
}

function entriesOf(message: MtMessage, of: EntriesContext, context: MessageContext): BankEntry[] {
  const account = of.account.iban ?? of.account.other ?? "";
  const { makeReference } = context;
  return linesOf(message).map((line, at) => {
    const index = context.firstEntry + at;
    const entry = readStatementLine(line, { ...of, account, index, makeReference });
    if (entry) return entry;
    const written = (line.field.lines[0] ?? "").slice(0, 40);
    const what = `The entry "${written}" at line ${line.field.line} is not built as :61: (date, C or D, amount, type), so neither its amount nor its direction is known and the statement cannot be checked. Ask the bank for a corrected file.`;
    throw new BankFileError("WRONG_STRUCTURE", what, line.field.line, ":61:");
  });
}

/** Each :61: with the information that follows it, up to the next other field. */
function linesOf(message: MtMessage): StatementLine[] {
  const found: { field: MtField; information: MtField[] }[] = [];
  let isOpen = false;
  for (const field of message.fields) {
    if (field.tag === "61") {
      found.push({ field, information: [] });
      isOpen = true;
    } else if (isOpen && (field.tag === "86" || field.tag === "NS")) found.at(-1)?.information.push(field);
    else isOpen = false;
  }
  return found;
}

/** Tells of fields that are not read, of text behind fields that have one line, and of what the bank says of the whole. */
function reportUnread(message: MtMessage, findings: Finding[]): void {
  const { fields } = message;
  for (const note of notesOf(message).filter((each) => !noteTotals(each))) {
    const text = note.lines.join(" ").trim();
    if (text === "") continue;
    const told = `The bank says of the statement: "${text.slice(0, 200)}".`;
    findings.push({ severity: "WARN", code: "STATEMENT_NOTE", message: told, line: note.line, path: ":86:" });
  }
  for (const { tag, line, lines } of fields) {
    const warn = (message: string) =>
      findings.push({ severity: "WARN", code: "NOT_READ", message, line, path: `:${tag}:` });
    if (!KNOWN_TAGS.has(tag))
      warn(`The field :${tag}: at line ${line} is not one of a statement. It is not read.`);
    else if (
      tag !== "61" &&
      tag !== "86" &&
      tag !== "NS" &&
      lines.slice(1).some((text) => text.trim() !== "")
    )
      warn(
        `Behind the field :${tag}: at line ${line} there is text that does not belong to it. It is not read.`,
      );
  }
}
