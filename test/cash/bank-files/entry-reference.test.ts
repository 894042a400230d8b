import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBankFile } from "../../../src/cash/bank-files/index.js";
import { entry, statement } from "./statement-files.js";

const referencesOf = (contents: string): string[] =>
  readBankFile(statement(contents)).file?.statements.flatMap((each) =>
    each.entries.map((e) => e.reference),
  ) ?? [];

describe("the key under which an entry is posted once", () => {
  it("is the same when the bank sends the entry again among others", () => {
    const [again] = referencesOf(entry({ reference: "B-7" }));
    expect(referencesOf(entry() + entry({ reference: "B-7" }))[1]).toBe(again);
    expect(again).toMatch(/^B-7~[0-9a-f]{24}$/);
  });

  it("does not change when a later file has more of the remittance, if the bank gave a reference", () => {
    const plain = referencesOf(entry({ reference: "B-7" }));
    const details = "<TxDtls><RmtInf><Ustrd>INV-1</Ustrd></RmtInf></TxDtls>";
    expect(referencesOf(entry({ reference: "B-7", details }))).toEqual(plain);
  });

  it("tells a payment from its charge, its return and its pending announcement under one bank reference", () => {
    const keys = referencesOf(
      entry() +
        entry({ amount: "0.35", side: "DBIT" }) +
        entry({ side: "DBIT" }) +
        entry({ status: "PDNG" }) +
        entry({ date: "2026-03-03" }),
    );
    expect(new Set(keys).size).toBe(5);
  });

  it("is another for each day although the bank numbers the lines from 1 in every statement", () => {
    const line = (date: string) => entry({ reference: "", date }).replace("<Amt", "<NtryRef>1</NtryRef><Amt");
    const keys = [...referencesOf(line("2026-03-02")), ...referencesOf(line("2026-03-03"))];
    expect(new Set(keys).size).toBe(2);
    expect(keys[0]).toMatch(/^1~/);
  });

  it("keeps two equal cash deposits without any reference apart, and finds both again", () => {
    const deposit = entry({ reference: "" });
    const keys = referencesOf(deposit + deposit);
    expect(keys.map((key) => key.split("#")[1])).toEqual(["1", "2"]);
    expect(new Set(keys.map((key) => key.split("#")[0])).size).toBe(1);
    expect(referencesOf(deposit + deposit)).toEqual(keys);
  });

  it("does not depend on the order in which the file lists the entries", () => {
    const kinds = fc.record({
      amount: fc.constantFrom("1.00", "2.00", "3.50"),
      side: fc.constantFrom("CRDT", "DBIT"),
      date: fc.constantFrom("2026-03-02", "2026-03-03"),
      reference: fc.constantFrom("", "", "R-1", "R-2"),
    });
    const shuffled = fc
      .array(kinds, { maxLength: 12 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const keys = referencesOf(list.map(entry).join(""));
        expect(referencesOf(other.map(entry).join("")).sort()).toEqual(keys.sort());
      }),
      { numRuns: 100 },
    );
  });
});
