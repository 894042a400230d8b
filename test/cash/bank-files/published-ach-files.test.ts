import { existsSync, globSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import {
  type Finding,
  isRejected,
  type ParsedBankFile,
  postableEntries,
  readBankFile,
} from "../../../src/cash/bank-files/index.js";

// ACH and lockbox files that other projects publish lie beside the repository, not in it.
const FOLDER = "../shared/data";
const present = existsSync(`${FOLDER}/ach`) && existsSync(`${FOLDER}/lockbox`);
const where = present ? "" : ` (skipped: ${FOLDER} is not here)`;

/**
 * What becomes of each file: taken whole, taken but for entries that wait, or refused; and each kind of finding. A file
 * is here under the folder in which it is published, which is its publisher's opinion of it.
 */
const ACH: Readonly<Record<string, string>> = {
  "ach/CCD+addenda05-200-batches-100000-entries.ach.gz": "taken, W NO_EFFECTIVE_DATE",
  "ach/invalid/1e5RecordBefore1or8.txt":
    "refused, R CONTROL_TOTAL_MISMATCH, R NO_FILE_HEADER, R WRONG_STRUCTURE, W ADDENDA_INDICATOR",
  "ach/invalid/1qFormatCodeIncorrect.txt": "refused, R WRONG_FORMAT_CODE",
  "ach/invalid/2lCompanyNameAllZeros.txt": "taken, W NO_COMPANY_NAME",
  "ach/invalid/2mCompanyEntryDescAllZeros.txt": "taken, W NO_ENTRY_DESCRIPTION",
  "ach/invalid/3fTELIndvNameAllZeros.txt": "taken, W NO_INDIVIDUAL_NAME",
  "ach/invalid/adv-invalidBatchEntries.ach":
    "refused, R CONTROL_TOTAL_MISMATCH, R WRONG_STRUCTURE, W BLOCKING_FACTOR",
  "ach/invalid/adv-invalidFileControl.ach": "refused, R CONTROL_TOTAL_MISMATCH",
  "ach/invalid/bh-ed-ad-bh-ed-ad-ed-ad.ach":
    "refused, R MISSING_BATCH_CONTROL, R MISSING_FILE_CONTROL, R NO_FILE_HEADER, W BATCH_ORDER",
  "ach/invalid/crasher-1.ach": "refused, R NO_FILE_HEADER, W BLOCKING_FACTOR",
  "ach/invalid/crasher-2.ach":
    "refused, Q INVALID_DATE, R MISSING_BATCH_CONTROL, R MISSING_FILE_CONTROL, R NO_FILE_HEADER, W NO_COMPANY_NAME, W NO_EFFECTIVE_DATE, W NO_ENTRY_DESCRIPTION, W SERVICE_CLASS_MISMATCH",
  "ach/invalid/crasher-4.ach":
    "refused, R CONTROL_TOTAL_MISMATCH, R MISSING_BATCH_CONTROL, R NO_FILE_HEADER, R WRONG_STRUCTURE, W ADDENDA_COUNT, W ADDENDA_TRACE, W BATCH_MISMATCH, W BLOCKING_FACTOR, W CONTROL_CHARACTER, W INVALID_ROUTING, W SERVICE_CLASS_MISMATCH, W UNKNOWN_ADDENDA",
  "ach/invalid/crasher-d8f3557bf70ce706c9efbfcfd8143f131a2eef20": "refused, R WRONG_STRUCTURE",
  "ach/invalid/employers_test.txt": "taken, W INVALID_ORIGIN, W SHORT_RECORD",
  "ach/invalid/iat-batchHeaderErr.ach":
    "refused, R CONTROL_TOTAL_MISMATCH, R MISSING_BATCH_CONTROL, R WRONG_STRUCTURE, W ADDENDA_COUNT, W ADDENDA_INDICATOR, W BATCH_ORDER, W BLOCKING_FACTOR, W BLOCK_COUNT, W SERVICE_CLASS_MISMATCH, W SHORT_RECORD",
  "ach/invalid/iat-invalidAddenda11.ach":
    "taken, W ADDENDA_COUNT, W CONTROL_CHARACTER, W SERVICE_CLASS_MISMATCH",
  "ach/invalid/iat-invalidAddenda12.ach":
    "taken, W ADDENDA_COUNT, W CONTROL_CHARACTER, W SERVICE_CLASS_MISMATCH",
  "ach/invalid/iat-invalidAddenda15.ach":
    "taken, W ADDENDA_COUNT, W CONTROL_CHARACTER, W SERVICE_CLASS_MISMATCH",
  "ach/invalid/iat-invalidAddenda17.ach":
    "taken, W ADDENDA_COUNT, W CONTROL_CHARACTER, W SERVICE_CLASS_MISMATCH",
  "ach/invalid/iat-invalidAddenda18.ach":
    "taken, W ADDENDA_COUNT, W CONTROL_CHARACTER, W SERVICE_CLASS_MISMATCH",
  "ach/invalid/iat-invalidAddenda99.ach":
    "taken, W NO_EFFECTIVE_DATE, W RETURN_CODE_MISMATCH, W UNKNOWN_REASON",
  "ach/invalid/iat-invalidBatchControl.ach":
    "refused, R BATCH_MISMATCH, W BATCH_MISMATCH, W SERVICE_CLASS_MISMATCH, W SHORT_RECORD",
  "ach/invalid/iat-invalidBatchHeader.ach":
    "taken, W BATCH_MISMATCH, W SERVICE_CLASS_MISMATCH, W SHORT_RECORD, W UNKNOWN_SERVICE_CLASS",
  "ach/invalid/invalid-two-micro-deposits.ach":
    "taken, 1 waits, Q INVALID_AMOUNT, W ADDENDA_TRACE, W INVALID_TRACE_NUMBER",
  "ach/invalid/issue1620.ach": "refused, R CONTROL_TOTAL_MISMATCH, W BLOCKING_FACTOR, W NO_EFFECTIVE_DATE",
  "ach/invalid/issue1620_return.ach": "taken, W NO_EFFECTIVE_DATE, W RETURN_CODE_MISMATCH",
  "ach/invalid/issue702.ach": "taken, W INVALID_ROUTING, W SHORT_RECORD",
  "ach/invalid/long-line.ach": "taken, W LONG_RECORD",
  "ach/invalid/neither_file_record.txt": "refused, R MISSING_FILE_CONTROL, R NO_FILE_HEADER",
  "ach/invalid/no_header.txt": "refused, R NO_FILE_HEADER, W BLOCKING_FACTOR, W SHORT_RECORD",
  "ach/invalid/pos-invalidReturnFile.ach":
    "taken, W NO_EFFECTIVE_DATE, W RETURN_CODE_MISMATCH, W UNKNOWN_REASON",
  "ach/invalid/ppd-debit-fixedLengthInvalid.ach":
    "refused, R MISSING_FILE_CONTROL, R RECORD_TOO_LONG, R WRONG_FORMAT_CODE, W BLOCKING_FACTOR, W INVALID_DATE, W INVALID_ORIGIN, W INVALID_ROUTING",
  "ach/invalid/ppd-mixedDebitCredit-invalid.ach": "taken, W INVALID_ORIGIN",
  "ach/invalid/web-invalidNOCFile.ach": "taken, W NO_EFFECTIVE_DATE, W UNKNOWN_REASON",
  "ach/json/adv-return.json": "refused, R UNKNOWN_FORMAT",
  "ach/json/bypass.json": "refused, R UNKNOWN_FORMAT",
  "ach/json/dishonored-with-addenda05.json": "refused, R UNKNOWN_FORMAT",
  "ach/json/iat-debit-company-identification.json": "refused, R UNKNOWN_FORMAT",
  "ach/json/invalid-batchNumber.json": "refused, R UNKNOWN_FORMAT",
  "ach/json/json-bypass-origin-and-destination.json": "refused, R UNKNOWN_FORMAT",
  "ach/json/json-bypass-origin.json": "refused, R UNKNOWN_FORMAT",
  "ach/json/origin10-digits.json": "refused, R UNKNOWN_FORMAT",
  "ach/json/ppd-invalid-EntryDetail-checkDigit.json": "refused, R UNKNOWN_FORMAT",
  "ach/json/ppd-invalid.json": "refused, R UNKNOWN_FORMAT",
  "ach/json/ppd-mixedDebitCredit-invalid.json": "refused, R UNKNOWN_FORMAT",
  "ach/json/ppd-no-control-blobs-valid.json": "refused, R UNKNOWN_FORMAT",
  "ach/json/ppd-noBatches.json": "refused, R UNKNOWN_FORMAT",
  "ach/json/ppd-valid-preserve-spaces.json": "refused, R UNKNOWN_FORMAT",
  "ach/json/ppd-with-offset.json": "refused, R UNKNOWN_FORMAT",
  "ach/json/rfc3339.json": "refused, R UNKNOWN_FORMAT",
  "ach/lenient/20110805A.ach": "refused, R CONTROL_TOTAL_MISMATCH, W BLOCKING_FACTOR",
  "ach/lenient/ppd-debit-fixedLength.ach": "taken, W BLOCKING_FACTOR",
  "ach/lenient/rck.ach": "taken, W BLOCKING_FACTOR",
  "ach/returns/contested_addenda.txt": "taken",
  "ach/returns/return-PPD-custom-reason-code.ach": "taken, W SHORT_RECORD, W UNKNOWN_REASON",
  "ach/returns/return-no-batch-controls.ach":
    "refused, Q INVALID_DATE, R MISSING_BATCH_CONTROL, R MISSING_FILE_CONTROL, R NO_FILE_HEADER, W BATCH_ORDER, W NO_EFFECTIVE_DATE",
  "ach/returns/return-no-batch-header.ach":
    "refused, R MISSING_FILE_CONTROL, R NO_FILE_HEADER, R WRONG_STRUCTURE",
  "ach/valid/NACHA_SAMPLE_TEL_REVERSAL.ach": "taken",
  "ach/valid/adv-read.ach": "taken",
  "ach/valid/arc-debit.ach": "taken",
  "ach/valid/atx-read.ach": "taken",
  "ach/valid/ccd-debit.ach": "taken",
  "ach/valid/cor-example.ach": "taken, W NO_EFFECTIVE_DATE",
  "ach/valid/cor-read.ach": "taken",
  "ach/valid/ctx-debit.ach": "taken",
  "ach/valid/dne-read.ach": "taken",
  "ach/valid/extended-ascii.ach": "taken",
  "ach/valid/flattenADVBatchesMultipleBatchHeaders.ach": "refused, R CONTROL_TOTAL_MISMATCH",
  "ach/valid/flattenBatchesMultipleBatchHeaders.ach": "taken",
  "ach/valid/flattenBatchesTraceNumberCollision.ach": "taken",
  "ach/valid/flattenIATBatchesMultipleBatchHeaders.ach": "taken, W ADDENDA_COUNT",
  "ach/valid/gl-debit.ach": "taken",
  "ach/valid/iat-addenda99.ach": "taken, W NO_EFFECTIVE_DATE, W RETURN_CODE_MISMATCH",
  "ach/valid/iat-credit.ach": "taken, W ADDENDA_COUNT",
  "ach/valid/iat-mixedDebitCredit.ach": "taken, W ADDENDA_COUNT, W ADDENDA_SEQUENCE",
  "ach/valid/mte-read.ach": "taken",
  "ach/valid/pop-debit.ach": "taken",
  "ach/valid/ppd-credit.ach": "taken",
  "ach/valid/ppd-debit.ach": "taken, W SHORT_RECORD",
  "ach/valid/ppd-mixedDebitCredit.ach": "taken",
  "ach/valid/same-day-ach-ppd-credit.ach": "taken",
  "ach/valid/tel-debit.ach": "taken",
  "ach/valid/trc-debit.ach": "taken",
  "ach/valid/two-micro-deposits.ach": "taken",
  "ach/valid/txp-debit.ach": "taken, W ADDENDA_SEQUENCE, W ADDENDA_TRACE, W BLOCK_COUNT",
  "ach/valid/web-credit.ach": "taken",
  "ach/valid/xck-debit.ach": "taken",
};

describe.skipIf(!present)(`published ACH files${where}`, () => {
  it("are all pinned here", () => {
    const found = globSync(["ach/*.gz", "ach/*/*"], { cwd: FOLDER });
    expect(Object.keys(ACH).sort()).toEqual(found.sort());
  });

  it.each(Object.entries(ACH))("%s: %s", (name, outcome) => {
    const content = contentOf(name);
    const { file, findings } = readBankFile(content);
    expect(outcomeOf(file, findings)).toBe(outcome);
    if (file && !isRejected(findings)) expect(summaryOf(file)).toEqual(slicedFrom(content));
  });
});

describe.skipIf(!present)(`the published lockbox file${where}`, () => {
  it("is the only one, and every figure of it is the one that stands in its columns", () => {
    expect(globSync("lockbox/*.bai", { cwd: FOLDER })).toEqual(["lockbox/test_lockbox.bai"]);
    const content = contentOf("lockbox/test_lockbox.bai");
    const { file, findings } = readBankFile(content);
    expect(findings).toEqual([]);
    const lines = content.toString("latin1").split("\n");
    const [cheque = ""] = lines.filter((line) => line.startsWith("6"));
    const [overflow = ""] = lines.filter((line) => line.startsWith("4"));
    const entries = file?.statements.flatMap((statement) => statement.entries) ?? [];
    expect(entries).toHaveLength(lines.filter((line) => line.startsWith("6")).length);
    expect(entries[0]).toMatchObject({
      amount: `${Number(cheque.slice(7, 15))}.${cheque.slice(15, 17)}`,
      bookingDate: "2016-05-23",
      details: [
        {
          payerRouting: cheque.slice(17, 26),
          payerAccount: cheque.slice(26, 36),
          chequeNumber: cheque.slice(36, 46),
          payerName: cheque.slice(52, 82).trim(),
          remittanceLines: [overflow.slice(11, 41)],
          remittanceRecordLines: [5],
        },
      ],
    });
  });
});

function contentOf(name: string): Buffer {
  const content = readFileSync(`${FOLDER}/${name}`);
  return name.endsWith(".gz") ? gunzipSync(content) : content;
}

function outcomeOf(file: ParsedBankFile | null, findings: readonly Finding[]): string {
  const entries = file?.statements.flatMap((statement) => statement.entries) ?? [];
  const held = entries.length - (file ? postableEntries(file, findings).length : 0);
  const what = isRejected(findings) ? "refused" : held > 0 ? `taken, ${held} waits` : "taken";
  const codes = [...new Set(findings.map((finding) => `${finding.severity[0]} ${finding.code}`))];
  return [what, ...codes.sort()].join(", ");
}

/** Entries by their last digit of code, their sums in cents, and their addenda, as the file's reader has them. */
function summaryOf(file: ParsedBankFile) {
  const entries = file.statements.flatMap((statement) => statement.entries);
  const cents = (side: string) =>
    entries
      .filter((entry) => entry.side === side && entry.amount !== null)
      .reduce((sum, entry) => sum + BigInt(entry.amount?.replace(".", "") ?? 0), 0n);
  return {
    batches: file.statements.length,
    entries: entries.length,
    credits: cents("CREDIT"),
    debits: cents("DEBIT"),
    traces: entries.map((entry) => entry.bankReference),
  };
}

/** The same by slicing the text, which knows nothing of records but their columns. */
function slicedFrom(content: Buffer) {
  const text = content.toString("utf8");
  const isOneLine = text.split("\n", 1).join("").length > 400;
  const lines = isOneLine ? (text.match(/.{94}/g) ?? []) : text.split(/\r?\n/);
  const advices = lines.some((line) => line.startsWith("5") && line.slice(50, 53) === "ADV");
  const entries = lines.filter((line) => line.startsWith("6"));
  const cents = (isSide: (code: number) => boolean) =>
    entries
      .filter((line) => isSide(Number(line.slice(1, 3))))
      .map((line) => (advices ? line.slice(27, 39) : line.slice(29, 39)))
      .reduce((sum, amount) => sum + (/^\d+$/.test(amount) ? BigInt(amount) : 0n), 0n);
  const isCredit = (code: number) => (code > 80 ? code % 2 === 1 : code % 10 < 5);
  return {
    batches: lines.filter((line) => line.startsWith("5")).length,
    entries: entries.length,
    credits: cents(isCredit),
    debits: cents((code) => !isCredit(code)),
    traces: entries.map((line) => line.slice(79, 94).trim()),
  };
}
