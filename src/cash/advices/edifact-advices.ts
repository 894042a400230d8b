import type { Finding } from "../bank-files/index.js";
import type { ParsedAdviceFile } from "./advice.model.js";
import { finished } from "./advice-draft.js";
import { AdviceFileError } from "./advice-file.error.js";
import { settleAdvice } from "./advice-total.rules.js";
import { type EdifactMessage, readEdifactInterchange } from "./edifact-envelope.js";
import { edifactSegmentsOf } from "./edifact-segments.js";
import { readRemadv } from "./remadv.js";

/** What other messages that reach the same folder are, and what to do with them. */
const OTHER_MESSAGES: Readonly<Record<string, string>> = {
  APERAK: "an answer to an earlier message. There is nothing to import",
  BANSTA: "a bank's status report. There is nothing to import",
  CONTRL: "an acknowledgment of an earlier message. There is nothing to import",
  CREADV: "a bank's credit advice, which books money. Import the bank's statement",
  CREMUL: "a bank's multiple credit advice, which books money. Import the bank's statement",
  DEBMUL: "a bank's multiple debit advice. Import the bank's statement",
  FINSTA: "a bank's statement. Import it as camt.053 or MT940",
  INVOIC: "an invoice, which a seller sends to a buyer; it pays nothing",
  PAYMUL: "a payment order to a bank, not an advice to a seller",
  PAYORD: "a payment order to a bank, not an advice to a seller",
};

/**
 * The advices of an EDIFACT interchange. Other messages beside them are named by a warning; an interchange without
 * any REMADV is refused with what it is.
 * @throws AdviceFileError
 */
export function parseEdifact(text: string): ParsedAdviceFile {
  const { messages, reference } = readEdifactInterchange(edifactSegmentsOf(text));
  const advised = messages.filter(({ type }) => type === "REMADV");
  if (advised.length === 0) throw noAdvice(messages);
  const findings: Finding[] = messages.filter(({ type }) => type !== "REMADV").map(passedOver);
  const advices = advised.map((message, index) => {
    const read = readRemadv(message, index);
    const settled = settleAdvice(finished(read.advice, index));
    findings.push(...checkCount(message, index), ...read.findings, ...settled.findings);
    return settled.advice;
  });
  const version = advised[0]?.version ?? null;
  return { format: "EDIFACT_REMADV", version, messageId: reference, advices, findings };
}

function noAdvice(messages: readonly EdifactMessage[]): AdviceFileError {
  const [first] = messages;
  if (!first) {
    const message = "The interchange holds no message. Ask the sender for the complete file.";
    return new AdviceFileError("WRONG_STRUCTURE", message, 1);
  }
  return new AdviceFileError("OTHER_MESSAGE", `The file is ${described(first.type)}.`, first.line);
}

function passedOver({ type, line }: EdifactMessage): Finding {
  const message = `The message at line ${line} is ${described(type)}. It is passed over.`;
  return { severity: "WARN", code: "OTHER_TRANSACTION_SET", message, line };
}

function described(type: string): string {
  const known = Object.hasOwn(OTHER_MESSAGES, type) ? OTHER_MESSAGES[type] : undefined;
  const name = type.replace(/[^A-Za-z0-9]/g, "?").slice(0, 10);
  return `EDIFACT ${name}, ${known ?? "no remittance advice (REMADV)"}`;
}

function checkCount(message: EdifactMessage, index: number): Finding[] {
  const { declaredCount, actualCount, line } = message;
  if (declaredCount === actualCount) return [];
  const text = `Advice at line ${line}: its UNT states ${declaredCount ?? "no number of"} segments, there are ${actualCount}. Ask the sender to correct his count.`;
  return [{ severity: "WARN", code: "SEGMENT_COUNT", message: text, line, entryIndex: index }];
}
