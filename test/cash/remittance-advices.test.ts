import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { reverseReceipt } from "../../src/cash/index.js";
import { recordReceipt } from "../../src/cash/record-receipt.js";
import { releaseAdvice } from "../../src/cash/release-advice.js";
import { createCustomer } from "../../src/customers/create-customer.js";
import { ingestAdvices } from "../../src/imports/index.js";
import { sql } from "../../src/platform/database/sql.js";
import { type Books, Library } from "../support/books.js";

let library: Library;
let books: Books;
beforeAll(async () => {
  library = await Library.open("2026-03-10");
});
beforeEach(async () => {
  books = await library.books("USD");
});
afterEach(() => books.expectSound());
afterAll(() => library.close());

interface Told {
  readonly trace: string;
  readonly amount?: string;
  readonly payer?: string;
  readonly control?: string;
  readonly lines?: readonly string[];
}

/** One 820 in USD, paid on 2 March 2026. */
function set({ trace, amount = "150.00", payer = "BUYER INC*91*C1", control = "0001", lines }: Told): string {
  const segments = [
    `ST*820*${control}`,
    `BPR*C*${amount}*C*ACH*CTX${"*".repeat(11)}20260302`,
    `TRN*1*${trace}`,
    "CUR*PR*USD",
    `N1*PR*${payer}`,
    ...(lines ?? [`RMR*IV*A-1**${amount}`]),
  ];
  return [...segments, `SE*${segments.length + 1}*${control}`].join("~\n").concat("~\n");
}

const fileOf = (text: string) => ({ fileName: "advice.edi", content: Buffer.from(text).toString("base64") });
const take = (text: string) => books.does(ingestAdvices, fileOf(text));
const receive = (more: object = {}) =>
  books.does(recordReceipt, {
    amount: "150.00",
    currency: "USD",
    receivedOn: "2026-03-03",
    method: "BANK_TRANSFER",
    ...more,
  });
const pairings = () =>
  books.rows<{ receiptId: string; by: string; evidence: string }>(sql`
    select receipt_id as "receiptId", paired_by as by, evidence from remittance_advice_pairing
    where tenant_id = ${books.tenant.id} order by paired_at`);
const advices = () =>
  books.rows<{ number: string; outcome: string; total: string }>(sql`
    select number, outcome, total::text as total from remittance_advice
    where tenant_id = ${books.tenant.id} order by id`);

describe("an advice that is taken in", () => {
  it("keeps its lines exactly, with the source's line of each", async () => {
    await take(
      set({
        trace: "T-7001",
        amount: "150.01",
        lines: ["RMR*IV*A-1**200.02*210.02*10", "RMR*CM*C-9**-50.01"],
      }),
    );
    const lines = await books.rows(sql`
      select line_no as "lineNo", line, reference, reference_type as type, paid::text as paid, discount::text as discount
      from remittance_advice_line where tenant_id = ${books.tenant.id} order by line_no`);
    expect(lines).toEqual([
      { lineNo: 1, line: 6, reference: "A-1", type: "INVOICE", paid: "200.02", discount: "10.00" },
      { lineNo: 2, line: 7, reference: "C-9", type: "CREDIT_MEMO", paid: "-50.01", discount: null },
    ]);
  });

  it("is refused when the very file came before, and used once when it comes again in another", async () => {
    await take(set({ trace: "T-7001" }));
    const { refusals } = await books.attempt(ingestAdvices, fileOf(set({ trace: "T-7001" })));
    expect(refusals.map(({ code }) => code)).toEqual(["DUPLICATE_FILE"]);
    await take(set({ trace: "T-7001", control: "0002" }));
    expect((await advices()).map(({ outcome }) => outcome)).toEqual(["TAKEN", "DUPLICATE"]);
  });

  it("with neither number nor payer is no duplicate of another for as much, only of itself", async () => {
    await take("Invoice,Amount,Currency\nINV-000041,150.50,USD\n");
    await take("Invoice,Amount,Currency\nINV-000042,150.50,USD\n");
    await take("Invoice,Amount,Currency\nINV-000042,150.5,USD\n");
    await take("Invoice,Amount,Currency,Payment date\nINV-000042,150.50,USD,20260303\n");
    expect((await advices()).map(({ outcome }) => outcome)).toEqual(["TAKEN", "TAKEN", "DUPLICATE", "TAKEN"]);
  });

  it("with neither number nor payer is known again by its documents after it was released", async () => {
    const { adviceIds } = await take("Invoice,Amount,Currency\nA-1,150.50,QQQ\n");
    const remittanceAdviceId = adviceIds[0] ?? "";
    await books.does(releaseAdvice, { remittanceAdviceId, reason: "Put right", currency: "USD" });
    await take("Invoice,Amount,Currency\nA-1,150.50,USD\n");
    expect((await advices()).map(({ outcome }) => outcome)).toEqual(["TAKEN", "DUPLICATE"]);
  });

  it("with no number and no document is never called a duplicate", async () => {
    const bare = (control: string) =>
      set({ trace: "T", control, lines: [] }).replace("TRN*1*T~\n", "").replace("SE*6", "SE*5");
    await take(bare("0001"));
    await take(bare("0002"));
    expect((await advices()).map(({ outcome }) => outcome)).toEqual(["TAKEN", "TAKEN"]);
  });

  it("posts nothing and keeps nothing when the file is refused, with line and reason", async () => {
    const cut = set({ trace: "T-7001" }).replace(/SE\*.*/s, "");
    const { refusals } = await books.attempt(ingestAdvices, fileOf(cut));
    expect(refusals.map(({ code, message }) => [code, message.slice(0, 7)])).toEqual([
      ["INVALID_FILE", "Line 1:"],
    ]);
    expect(await advices()).toEqual([]);
  });

  it("is kept for a person and never paired when it is quarantined", async () => {
    await receive({ reference: "T-7001" });
    await take(set({ trace: "T-7001" }).replace("CUR*PR*USD", "CUR*PR*QQQ"));
    expect((await advices()).map(({ outcome }) => outcome)).toEqual(["QUARANTINED"]);
    expect(await pairings()).toEqual([]);
  });
});

describe("an advice is paired with its receipt", () => {
  it("when it comes after it, by the payment's reference", async () => {
    const { receiptId } = await receive({ reference: "t 7001", receivedOn: "2026-01-03" });
    const { paired } = await take(set({ trace: "T-7001" }));
    expect(paired).toBe(1);
    expect(await pairings()).toMatchObject([{ receiptId, by: "PAYMENT_REFERENCE" }]);
  });

  it("when it comes before it", async () => {
    expect((await take(set({ trace: "T-7001" }))).paired).toBe(0);
    const { receiptId } = await receive({ reference: "T-7001" });
    expect(await pairings()).toMatchObject([{ receiptId, by: "PAYMENT_REFERENCE" }]);
  });

  it("by its payer's customer number and the exact amount within a few days", async () => {
    const { customerId } = await books.does(createCustomer, { number: "C1", name: "Buyer" });
    await take(set({ trace: "T-7001" }));
    const { receiptId } = await receive({ customerId });
    expect(await pairings()).toMatchObject([{ receiptId, by: "PAYER_AND_AMOUNT" }]);
  });

  it("once: a second receipt of the same reference finds it taken, and a reversed one is none", async () => {
    const { receiptId } = await receive({ reference: "T-7001" });
    await books.does(reverseReceipt, { receiptId, reason: "BANK_RETURN", effectiveDate: "2026-03-04" });
    await take(set({ trace: "T-7001" }));
    expect(await pairings()).toEqual([]);
    await receive({ reference: "T-7001" });
    await receive({ reference: "T-7001" });
    expect(await pairings()).toHaveLength(1);
  });

  it("again when its payment is presented again after the first was returned", async () => {
    const { receiptId: returned } = await receive({ reference: "T-7001" });
    await take(set({ trace: "T-7001" }));
    await books.does(reverseReceipt, {
      receiptId: returned,
      reason: "BANK_RETURN",
      effectiveDate: "2026-03-04",
    });
    const { receiptId: again } = await receive({ reference: "T-7001", receivedOn: "2026-03-05" });
    expect((await pairings()).map(({ receiptId }) => receiptId)).toEqual([returned, again]);
    await receive({ reference: "T-7001", receivedOn: "2026-03-05" });
    expect(await pairings()).toHaveLength(2);
  });

  it("and never where two receipts fit alike", async () => {
    const { customerId } = await books.does(createCustomer, { number: "C1", name: "Buyer" });
    await receive({ customerId });
    await receive({ customerId });
    await take(set({ trace: "T-7001" }));
    expect(await pairings()).toEqual([]);
  });
});
