import type { EntryDetail } from "../bank-file.model.js";
import { readCodeWords } from "./code-words.js";
import type { MtField } from "./mt-fields.js";
import { isIban, withoutAbsent } from "./mt-values.js";
import { readSubfields } from "./subfields.js";

/** What the fields behind a :61: say of the transaction, wherever they put it. */
export interface InformationText {
  readonly transactionCode?: string | undefined;
  readonly endToEndId?: string | undefined;
  readonly mandateId?: string | undefined;
  readonly returnReason?: string | undefined;
  readonly payerName?: string | undefined;
  /** IBAN or another number. */
  readonly account?: string | undefined;
  readonly bic?: string | undefined;
  readonly remittanceLines?: readonly string[];
  readonly structured?: EntryDetail["structuredReferences"];
  /** Everything else, so that nothing that the bank wrote is lost. */
  readonly others?: readonly string[];
}

export interface MtInformation {
  readonly transactionCode: string | undefined;
  readonly detail: Omit<EntryDetail, "line" | "side"> | undefined;
}

const SUBFIELDS = /^(\d{3})?([?@<>+~^#*!&$%§])(?=(?:00|10|2\d|3[0-3]))/;
const CODE_WORDS = /^\/[A-Z]{2,8}\//;

/**
 * Reads :86: in the three ways in which banks write it: numbered subfields behind a transaction code
 * ("166?00…?20…"), code words between slashes ("/EREF/…/REMI/…"), or free text; and :NS: lines with two digits.
 */
export function readInformation(fields: readonly MtField[]): MtInformation {
  const parts = fields.map(readField).filter((part) => part !== undefined);
  if (parts.length === 0) return { transactionCode: undefined, detail: undefined };
  const first = <K extends keyof InformationText>(key: K): InformationText[K] | undefined =>
    parts.find((part) => part[key] !== undefined)?.[key];
  const account = first("account")?.replace(/\s/g, "");
  const others = parts.flatMap((part) => part.others ?? []);
  const detail = withoutAbsent({
    endToEndId: first("endToEndId"),
    mandateId: first("mandateId"),
    returnReason: first("returnReason"),
    payerName: first("payerName"),
    payerIban: account !== undefined && isIban(account) ? account : undefined,
    payerAccount: account !== undefined && !isIban(account) ? account : undefined,
    payerBic: first("bic"),
    remittanceLines: parts.flatMap((part) => part.remittanceLines ?? []),
    structuredReferences: parts.flatMap((part) => part.structured ?? []),
    additionalInfo: others.length > 0 ? others.join("; ") : undefined,
  });
  return { transactionCode: first("transactionCode"), detail };
}

function readField({ tag, lines }: MtField): InformationText | undefined {
  const written = lines.map((line) => line.trimEnd());
  if (written.every((line) => line === "")) return undefined;
  if (tag === "NS") return readNumberedLines(written);
  const [, code, separator] = SUBFIELDS.exec(written[0] ?? "") ?? [];
  if (separator !== undefined)
    return readSubfields(code, written.join("").slice(code?.length ?? 0), separator);
  const whole = lines.join("").trimEnd();
  if (CODE_WORDS.test(whole)) return readCodeWords(whole);
  return { remittanceLines: written.map((line) => line.trim()).filter((line) => line !== "") };
}

/** Lines with two digits in front: 01–14 text, 15 and 16 the other party's name, 17 kind of booking, 34 its account. */
function readNumberedLines(lines: readonly string[]): InformationText {
  const numbered = lines.flatMap((line) => {
    const [, number, text] = /^(\d\d)(.*)$/.exec(line) ?? [];
    return number === undefined || text === undefined
      ? [{ number: 0, text: line }]
      : [{ number: Number(number), text }];
  });
  const textsOf = (from: number, to: number) =>
    numbered
      .filter(({ number, text }) => number >= from && number <= to && text.trim() !== "")
      .map(({ text }) => text.trim());
  return {
    payerName: textsOf(15, 16).join(" ") || undefined,
    account: textsOf(34, 34)[0],
    remittanceLines: textsOf(1, 14),
    others: [...textsOf(17, 33), ...textsOf(35, 99), ...textsOf(0, 0)],
  };
}
