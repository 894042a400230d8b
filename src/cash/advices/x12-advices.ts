import type { Finding } from "../bank-files/index.js";
import type { ParsedAdviceFile } from "./advice.model.js";
import { finished } from "./advice-draft.js";
import { AdviceFileError } from "./advice-file.error.js";
import { settleAdvice } from "./advice-total.rules.js";
import { read820 } from "./x12-820.js";
import { readInterchange, type X12TransactionSet } from "./x12-envelope.js";
import { segmentsOf } from "./x12-segments.js";
import { describeTransactionSet } from "./x12-transaction-sets.js";

/**
 * The advices of an X12 stream: an interchange, or one or more 820 sets without envelopes. Other sets beside them
 * are named by a warning; a stream without any 820 is refused with what it is.
 * @param firstLine line of the file on which the text begins
 * @throws AdviceFileError
 */
export function parseX12(text: string, firstLine: number): ParsedAdviceFile {
  const { sets, controlNumber } = readInterchange(segmentsOf(text, firstLine));
  const advised = sets.filter(({ code }) => code === "820");
  if (advised.length === 0) throw noAdvice(sets, firstLine);
  const findings: Finding[] = sets.filter(({ code }) => code !== "820").map(passedOver);
  const advices = advised.map((set, index) => {
    const read = read820(set, index);
    const settled = settleAdvice(finished(read.advice, index));
    findings.push(...checkEnvelope(set, index), ...read.findings, ...settled.findings);
    return settled.advice;
  });
  const version = advised[0]?.version ?? null;
  return { format: "X12_820", version, messageId: controlNumber, advices, findings };
}

function noAdvice(sets: readonly X12TransactionSet[], firstLine: number): AdviceFileError {
  const [first] = sets;
  if (!first) {
    const message = "The interchange holds no transaction set. Ask the sender for the complete file.";
    return new AdviceFileError("WRONG_STRUCTURE", message, firstLine);
  }
  const message = `The file is ${describeTransactionSet(first.code)}.`;
  return new AdviceFileError("OTHER_MESSAGE", message, first.line);
}

function passedOver({ code, line }: X12TransactionSet): Finding {
  const message = `The transaction set at line ${line} is ${describeTransactionSet(code)}. It is passed over.`;
  return { severity: "WARN", code: "OTHER_TRANSACTION_SET", message, line };
}

function checkEnvelope(set: X12TransactionSet, index: number): Finding[] {
  const findings: Finding[] = [];
  const warn = (code: string, message: string) =>
    findings.push({ severity: "WARN", code, message, line: set.line, entryIndex: index });
  if (set.declaredCount !== set.actualCount) {
    const message = `Advice at line ${set.line}: its SE states ${set.declaredCount ?? "no number of"} segments, there are ${set.actualCount}. Ask the sender to correct his count.`;
    warn("SEGMENT_COUNT", message);
  }
  if (set.group !== null && set.group !== "RA") {
    const message = `Advice at line ${set.line}: its functional group is "${set.group.slice(0, 10)}", that of 820 is "RA". It is read as an 820.`;
    warn("WRONG_GROUP", message);
  }
  return findings;
}
