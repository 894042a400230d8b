import type { AchNotice, AchNoticeKind, EntryDetail } from "../bank-file.model.js";
import { columns, dollars, field, number } from "../fixed-columns.rules.js";
import type { FixedRecord } from "../fixed-records.js";
import { remittanceSegments } from "./addenda-references.rules.js";

/** What stands in the addenda of one entry. */
export interface AddendaContents {
  readonly remittanceLines: readonly string[];
  readonly remittanceRecordLines: readonly number[];
  readonly ediAdvice?: EntryDetail["ediAdvice"];
  readonly structuredReferences: EntryDetail["structuredReferences"];
  /** The originator of an international entry (addenda 11), else absent. */
  readonly originatorName?: string;
  /** What an addenda 98 or 99 says of an earlier entry; without what the entry itself says. */
  readonly notice?: Pick<AchNotice, "kind" | "code" | "originalTrace" | "correctedData"> & {
    readonly originalBank: string;
  };
}

/** Types of addenda that the rules know: 02 terminals, 05 text, 10 to 18 international, 98 change, 99 return. */
export const ADDENDA_TYPES: ReadonlySet<string> = new Set([
  ...["02", "05", "98", "99"],
  ...["10", "11", "12", "13", "14", "15", "16", "17", "18"],
]);

const EDI = /^(?:ISA|GS|ST|BPR|[A-Z][A-Z0-9]{1,2})[*|^]/;

/** Reads the addenda of an entry in their order. */
export function readAddenda(addenda: readonly FixedRecord[]): AddendaContents {
  const texts = addenda.filter((each) => isText(typeOf(each)));
  const lines = addenda.flatMap((each) => linesOf(each));
  const joined = texts
    .map((each) => columns(each, 4, 83).padEnd(80))
    .join("\n")
    .trimEnd();
  const [first] = texts;
  const originator = addenda.find((each) => typeOf(each) === "11");
  const last = addenda.findLast((each) => typeOf(each) === "98" || typeOf(each) === "99");
  return {
    remittanceLines: lines.map(({ text }) => text),
    remittanceRecordLines: lines.map(({ line }) => line),
    ...(first && EDI.test(joined) ? { ediAdvice: { text: joined, line: first.line } } : {}),
    structuredReferences: remittanceSegments(joined),
    ...(originator ? { originatorName: field(originator, 4, 38) } : {}),
    ...(last ? { notice: noticeOf(last) } : {}),
  };
}

export function typeOf(addenda: FixedRecord): string {
  return addenda.text.slice(1, 3);
}

function isText(type: string): boolean {
  return type === "05" || type === "17";
}

function linesOf(record: FixedRecord): { text: string; line: number }[] {
  const text = textOf(record);
  return text === "" ? [] : [{ text, line: record.line }];
}

function textOf(record: FixedRecord): string {
  const type = typeOf(record);
  if (isText(type)) return field(record, 4, 83);
  if (type === "02") return terminalText(record);
  if (type === "10") return foreignAmount(record);
  if (type === "99") return field(record, 36, 79);
  return "";
}

/** Addenda 02: where a card was used; its parts in one line of single blanks. */
function terminalText(record: FixedRecord): string {
  return field(record, 4, 79).replace(/\s+/g, " ");
}

/** Addenda 10 states what was sent before it was exchanged. */
function foreignAmount(record: FixedRecord): string {
  const cents = number(record, 7, 24);
  const reference = field(record, 25, 46);
  return [cents ? `Foreign amount ${dollars(cents)}` : "", reference].filter((part) => part !== "").join(" ");
}

const DISHONORED = /^R(?:6\d|70)$/;
const CONTESTED = /^R7[1-9]$/;
const REFUSED_CHANGE = /^C6\d$/;

function noticeOf(record: FixedRecord): NonNullable<AddendaContents["notice"]> {
  const code = field(record, 4, 6);
  const common = { code, originalTrace: field(record, 7, 21), originalBank: field(record, 28, 35) };
  if (typeOf(record) === "99") return { ...common, kind: returnKind(code) };
  const kind = REFUSED_CHANGE.test(code) ? "REFUSED_CHANGE" : "CHANGE";
  return { ...common, kind, correctedData: columns(record, 36, 64).trimEnd() };
}

function returnKind(code: string): AchNoticeKind {
  if (DISHONORED.test(code)) return "DISHONORED_RETURN";
  return CONTESTED.test(code) ? "CONTESTED_RETURN" : "RETURN";
}
