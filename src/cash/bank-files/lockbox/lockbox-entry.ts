import type { BankEntry, EntryDetail } from "../bank-file.model.js";
import type { CountedReference } from "../counted-reference.js";
import { dollars, isBlank } from "../fixed-columns.rules.js";
import type { FixedRecord } from "../fixed-records.js";
import { type Cheque, type LockboxDeposit, readOverflow } from "./lockbox-records.js";
import { statedInvoices } from "./overflow-references.rules.js";

/** A cheque (record 6) with its overflow (records 4). */
export interface RawCheque {
  readonly record: FixedRecord;
  readonly overflow: readonly FixedRecord[];
  readonly deposit: LockboxDeposit;
  readonly index: number;
}

/** The cheque as a credit of the lockbox on the day of its deposit. */
export function entryOf(raw: RawCheque, cheque: Cheque, referenceOf: CountedReference): BankEntry {
  const { record, deposit, index } = raw;
  const amount = cheque.cents === null ? null : dollars(cheque.cents);
  const micr = [cheque.routing, cheque.account, cheque.number];
  const parts = ["lockbox", deposit.lockbox, deposit.dateText, cheque.batch, cheque.item, ...micr, amount];
  return {
    line: record.line,
    index,
    reference: referenceOf(cheque.number, parts),
    ...(isBlank(cheque.number) ? {} : { bankReference: cheque.number }),
    amount,
    currency: "USD",
    side: "CREDIT",
    reversal: false,
    status: "BOOKED",
    bookingDate: deposit.depositedOn,
    valueDate: null,
    bankTransactionCode: "LOCKBOX/6",
    batches: [],
    details: [detailOf(raw, cheque)],
    unreadable: [
      ...(cheque.cents === null
        ? [{ field: "amount" as const, text: record.text.slice(7, 17), line: record.line }]
        : []),
      ...(deposit.depositedOn === null
        ? [{ field: "bookingDate" as const, text: deposit.dateText, line: deposit.line }]
        : []),
    ],
    deposit: `LOCKBOX ${deposit.lockbox} ${deposit.dateText} ${cheque.batch}`,
  };
}

function detailOf({ record, overflow }: RawCheque, cheque: Cheque): EntryDetail {
  const texts = overflow
    .map((each) => ({ text: readOverflow(each).text, line: each.line }))
    .filter(({ text }) => text !== "");
  const lines = texts.map(({ text }) => text);
  return {
    line: record.line,
    side: "CREDIT",
    ...(isBlank(cheque.number) ? {} : { bankReference: cheque.number, chequeNumber: cheque.number }),
    ...(cheque.cents === null ? {} : { amount: dollars(cheque.cents), currency: "USD" }),
    ...(isBlank(cheque.remitter) ? {} : { payerName: cheque.remitter }),
    ...(isBlank(cheque.account) ? {} : { payerAccount: cheque.account }),
    ...(isBlank(cheque.routing) ? {} : { payerRouting: cheque.routing }),
    remittanceLines: lines,
    remittanceRecordLines: texts.map(({ line }) => line),
    structuredReferences: statedInvoices(lines, cheque.cents ?? 0n),
    ...(cheque.date === null ? {} : { additionalInfo: `Cheque of ${cheque.date}` }),
  };
}
