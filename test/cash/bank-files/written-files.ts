import fc from "fast-check";
import type { Lockbox } from "../../../seeds/bank-files/lockbox-file.js";
import type { AchBatch } from "../../../seeds/bank-files/nacha-file.js";
import { checkDigitOf } from "../../../src/cash/bank-files/routing-number.rules.js";

// Batches and lockboxes of every shape that a correct file may have.

const bank = fc.integer({ min: 1_000_000, max: 32_999_999 }).map((n) => String(n).padStart(8, "0"));
const routing = bank.map((eight) => eight + checkDigitOf(eight));
const word = (max: number) =>
  fc
    .stringMatching(new RegExp(`^[A-Z][A-Z0-9 ./-]{0,${max - 2}}[A-Z0-9]$`))
    .map((text) => text.replace(/ +/g, " "));
const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 1}}$`));
const cents = fc.integer({ min: 1, max: 99_999_999 });

const achEntry = fc.record({
  code: fc.constantFrom("22", "27", "32", "37"),
  routing,
  account: digits(9),
  cents,
  individualId: word(15),
  name: word(16),
  texts: fc.array(word(80), { maxLength: 3 }),
});
const achBatch: fc.Arbitrary<AchBatch> = fc.record({
  entryClass: fc.constantFrom("CCD", "CTX", "PPD"),
  companyName: word(16),
  companyId: digits(10),
  description: word(10).filter((text) => text !== "REVERSAL"),
  effectiveDate: fc.constantFrom("260302", "260303"),
  bank,
  entries: fc.array(achEntry, { minLength: 1, maxLength: 5 }),
});
export const batches = fc.array(achBatch, { minLength: 1, maxLength: 4 });

const cheque = fc.record({
  cents,
  routing,
  account: digits(10),
  number: digits(6),
  date: fc.constant("030126"),
  remitter: word(30),
  texts: fc.array(word(30), { maxLength: 3 }),
});
const lockbox: fc.Arbitrary<Lockbox> = fc.record({
  number: digits(7),
  depositedOn: fc.constant("260302"),
  batches: fc.array(fc.record({ cheques: fc.array(cheque, { minLength: 1, maxLength: 4 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
});
export const lockboxes = fc.array(lockbox, { minLength: 1, maxLength: 2 });
