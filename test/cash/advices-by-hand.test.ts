import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { reverseReceipt } from "../../src/cash/index.js";
import { pairAdviceByHand } from "../../src/cash/pair-advice-by-hand.js";
import { recordReceipt } from "../../src/cash/record-receipt.js";
import { releaseAdvice } from "../../src/cash/release-advice.js";
import { unpairAdvice } from "../../src/cash/unpair-advice.js";
import { createCustomer } from "../../src/customers/create-customer.js";
import { ingestAdvices } from "../../src/imports/index.js";
import { createInvoice } from "../../src/invoicing/create-invoice.js";
import { issueInvoice } from "../../src/invoicing/issue-invoice.js";
import type { Command } from "../../src/platform/commands/command.js";
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
  readonly trace?: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly reference?: string;
  readonly control?: string;
}

/** One 820, paid on 2 March 2026. */
function advice({ trace = "T-7001", amount = "150.00", control = "0001", ...told }: Told = {}): string {
  const segments = [
    `ST*820*${control}`,
    `BPR*C*${amount}*C*ACH*CTX${"*".repeat(11)}20260302`,
    `TRN*1*${trace}`,
    `CUR*PR*${told.currency ?? "USD"}`,
    "N1*PR*BUYER INC*91*C1",
    `RMR*IV*${told.reference ?? "A-1"}**${amount}`,
  ];
  return [...segments, `SE*${segments.length + 1}*${control}`].join("~\n").concat("~\n");
}

/** Takes in a file with one advice; its id. */
async function take(told: Told = {}): Promise<string> {
  const content = Buffer.from(advice(told)).toString("base64");
  const { adviceIds } = await books.does(ingestAdvices, { fileName: "advice.edi", content });
  return adviceIds[0] ?? "";
}

async function receive(more: object = {}): Promise<string> {
  const money = { amount: "150.00", currency: "USD", receivedOn: "2026-03-03", method: "BANK_TRANSFER" };
  const { receiptId } = await books.does(recordReceipt, {
    ...money,
    method: "BANK_TRANSFER" as const,
    ...more,
  });
  return receiptId;
}

/** An invoice of 1 February, issued; its number. */
async function invoice(customerId: string, amount: string): Promise<string> {
  const { invoiceId } = await books.does(createInvoice, {
    ...{ customerId, currency: "USD", documentDate: "2026-02-01", termsId: await books.termsId("NET30") },
    lines: [{ product: "Goods", quantity: "1", unitPrice: amount }],
  });
  await books.does(issueInvoice, { invoiceId });
  const numbered = sql`select number from invoice where tenant_id = ${books.tenant.id} and id = ${invoiceId}`;
  return (await books.row<{ number: string }>(numbered)).number;
}

const customer = async () =>
  (await books.does(createCustomer, { number: "C1", name: "Buyer Inc" })).customerId;

/** Pairs that nobody took apart. */
const pairs = () =>
  books.rows<{ adviceId: string; receiptId: string; by: string; evidence: string }>(sql`
    select advice_id as "adviceId", receipt_id as "receiptId", paired_by as by, evidence from remittance_advice_pairing
    where tenant_id = ${books.tenant.id} and unpaired_at is null order by paired_at`);

const adviceRow = (id: string) =>
  books.row<{ outcome: string; currency: string; version: number; corrections: object[] }>(sql`
    select outcome, currency, version, corrections from remittance_advice
    where tenant_id = ${books.tenant.id} and id = ${id}`);

const unapplied = async (receiptId: string) =>
  (
    await books.row<{ left: string }>(sql`
      select trim_scale(coalesce(sum(-open_amount), 0))::text as left from open_item
      where tenant_id = ${books.tenant.id} and receipt_id = ${receiptId}`)
  ).left;

/** Code and place of each refusal, after which nothing has changed. */
async function refusals<Input, Result>(command: Command<Input, Result>, input: Input) {
  const before = await books.digest();
  const { refusals: told } = await books.attempt(command, input);
  expect(await books.digest()).toBe(before);
  return told.map(({ code, path }) => [code, path.join(".")]);
}

describe("a quarantined advice", () => {
  it("is released with its currency put right, and paired with its payment at once", async () => {
    const receiptId = await receive({ reference: "T-7001" });
    const remittanceAdviceId = await take({ currency: "QQQ" });
    expect((await adviceRow(remittanceAdviceId)).outcome).toBe("QUARANTINED");
    const reason = "The payer confirmed US dollars";
    expect(await refusals(releaseAdvice, { remittanceAdviceId, reason })).toEqual([["REQUIRED", "currency"]]);

    await books.does(releaseAdvice, { remittanceAdviceId, reason, currency: "USD" });

    expect(await adviceRow(remittanceAdviceId)).toMatchObject({
      outcome: "TAKEN",
      currency: "USD",
      corrections: [{ field: "CURRENCY", was: "QQQ", now: "USD" }],
    });
    expect(await pairs()).toMatchObject([
      { adviceId: remittanceAdviceId, receiptId, by: "PAYMENT_REFERENCE" },
    ]);
  });

  it("is released once, and only while it is held", async () => {
    const reason = "As the payer says";
    const remittanceAdviceId = await take({ currency: "QQQ" });
    const release = { remittanceAdviceId, reason, currency: "USD" };
    const all = await Promise.all(Array.from({ length: 4 }, () => books.attempt(releaseAdvice, release)));
    expect(all.filter(({ result }) => result !== null)).toHaveLength(1);
    expect(all.flatMap(({ refusals: told }) => told.map(({ code }) => code))).toEqual(
      Array(3).fill("INVALID_STATE"),
    );
  });

  it("stays where it is when the same advice came right meanwhile", async () => {
    const remittanceAdviceId = await take({ currency: "QQQ" });
    await take({ control: "0002" });
    const release = { remittanceAdviceId, reason: "Put right", currency: "USD" };
    expect(await refusals(releaseAdvice, release)).toEqual([["ALREADY_EXISTS", "remittanceAdviceId"]]);
  });

  it("is known again when the payer sends it right after it was released", async () => {
    const remittanceAdviceId = await take({ currency: "QQQ" });
    await books.does(releaseAdvice, { remittanceAdviceId, reason: "Put right", currency: "USD" });
    expect((await adviceRow(await take({ control: "0002" }))).outcome).toBe("DUPLICATE");
  });

  it("is not paired by hand before it is released", async () => {
    const [receiptId, remittanceAdviceId] = [await receive(), await take({ currency: "QQQ" })];
    expect(await refusals(pairAdviceByHand, { remittanceAdviceId, receiptId })).toEqual([
      ["INVALID_STATE", "remittanceAdviceId"],
      ["CURRENCY_MISMATCH", "receiptId"],
    ]);
  });
});

describe("a person pairs an advice with its payment", () => {
  it("and the payment is matched by what the advice says", async () => {
    const customerId = await customer();
    const [first] = [await invoice(customerId, "150.00"), await invoice(customerId, "150.00")];
    const receiptId = await receive({ customerId, reference: "elsewhere", receivedOn: "2026-03-09" });
    const remittanceAdviceId = await take({ reference: first });
    expect(await pairs()).toEqual([]);
    expect(await unapplied(receiptId)).toBe("150");

    const { matchProposalId } = await books.does(pairAdviceByHand, {
      ...{ remittanceAdviceId, receiptId, reason: "The payer told the date" },
    });

    expect(await pairs()).toMatchObject([
      {
        adviceId: remittanceAdviceId,
        receiptId,
        by: "PERSON",
        evidence: "paired by ADMIN: The payer told the date",
      },
    ]);
    expect(await unapplied(receiptId)).toBe("0");
    const applied = sql`
      select i.document_number as number from match_part p join open_item i on i.tenant_id = p.tenant_id and i.id = p.item_id
      where p.tenant_id = ${books.tenant.id} and p.match_id = ${matchProposalId}`;
    expect(await books.rows(applied)).toEqual([{ number: first }]);
  });

  it("of another amount only when the difference is accepted, which is told exactly", async () => {
    const [receiptId, remittanceAdviceId] = [await receive({ amount: "149.50" }), await take()];
    const { refusals: told } = await books.attempt(pairAdviceByHand, { remittanceAdviceId, receiptId });
    expect(told).toMatchObject([
      {
        code: "AMOUNT_DIFFERS",
        path: ["acceptDifference"],
        message: expect.stringContaining("0.50 USD less"),
        data: { difference: { amount: "-0.50", currency: "USD" } },
      },
    ]);
    await books.does(pairAdviceByHand, { remittanceAdviceId, receiptId, acceptDifference: true });
    expect(await pairs()).toMatchObject([{ by: "PERSON" }]);
  });

  it("never in another currency, and never with a payment that was reversed", async () => {
    const [receiptId, other, own] = [await receive(), await take({ currency: "CAD" }), await take()];
    const foreign = { remittanceAdviceId: other, receiptId, acceptDifference: true };
    expect(await refusals(pairAdviceByHand, foreign)).toEqual([["CURRENCY_MISMATCH", "receiptId"]]);
    await books.does(reverseReceipt, { receiptId, effectiveDate: "2026-03-04" });
    expect(await refusals(pairAdviceByHand, { remittanceAdviceId: own, receiptId })).toEqual([
      ["INVALID_STATE", "receiptId"],
    ]);
  });

  it("and is told which pair stands in the way", async () => {
    const receiptId = await receive({ reference: "T-7001" });
    const remittanceAdviceId = await take();
    const other = await receive({ receivedOn: "2026-01-05" });
    const otherAdvice = await take({ trace: "T-9999" });
    expect(await refusals(pairAdviceByHand, { remittanceAdviceId, receiptId: other })).toEqual([
      ["ALREADY_PAIRED", "remittanceAdviceId"],
    ]);
    expect(await refusals(pairAdviceByHand, { remittanceAdviceId: otherAdvice, receiptId })).toEqual([
      ["ALREADY_PAIRED", "receiptId"],
    ]);
  });

  it("of the version that was read", async () => {
    const [receiptId, remittanceAdviceId] = [await receive(), await take()];
    const { version } = await adviceRow(remittanceAdviceId);
    const stale = { remittanceAdviceId, receiptId, expectedVersion: version + 1 };
    expect(await refusals(pairAdviceByHand, stale)).toEqual([["STALE_VERSION", "expectedVersion"]]);
    await books.does(pairAdviceByHand, { ...stale, expectedVersion: version });
    expect((await adviceRow(remittanceAdviceId)).version).toBe(version + 1);
  });

  it("once, however many do it at the same time", async () => {
    const [receiptId, remittanceAdviceId] = [await receive(), await take()];
    const all = await Promise.all(
      Array.from({ length: 4 }, () => books.attempt(pairAdviceByHand, { remittanceAdviceId, receiptId })),
    );
    expect(all.filter(({ result }) => result !== null)).toHaveLength(1);
    expect(await pairs()).toHaveLength(1);
  });

  it("and nothing changes with validateOnly", async () => {
    const [receiptId, remittanceAdviceId] = [await receive(), await take()];
    const before = await books.digest();
    const pair = { remittanceAdviceId, receiptId };
    expect((await books.attempt(pairAdviceByHand, pair, { validateOnly: true })).refusals).toEqual([]);
    expect(await books.digest()).toBe(before);
  });
});

describe("a person takes an advice from its payment", () => {
  it("and what waits is matched without it; what was applied stays", async () => {
    const customerId = await customer();
    const number = await invoice(customerId, "100.00");
    const receiptId = await receive({ customerId, reference: "T-7001" });
    const remittanceAdviceId = await take({ reference: number });
    const left = await unapplied(receiptId);
    await books.does(unpairAdvice, { remittanceAdviceId, reason: "Of another month" });
    expect(await pairs()).toEqual([]);
    expect(await unapplied(receiptId)).toBe(left);
  });

  it("for good: the two are not paired again by themselves, but with others that fit", async () => {
    const receiptId = await receive({ reference: "T-7001" });
    const remittanceAdviceId = await take();
    await books.does(unpairAdvice, { remittanceAdviceId, reason: "The number was given twice" });
    expect(await pairs()).toEqual([]);
    const other = await receive({ reference: "T-7001" });
    expect((await pairs()).map((pair) => pair.receiptId)).toEqual([other]);
    await books.does(unpairAdvice, { remittanceAdviceId, reason: "Neither" });
    await books.does(pairAdviceByHand, { remittanceAdviceId, receiptId });
    expect((await pairs()).map((pair) => pair.receiptId)).toEqual([receiptId]);
  });

  it("only where there is a payment that stands", async () => {
    const remittanceAdviceId = await take();
    const unpair = { remittanceAdviceId, reason: "Wrong" };
    expect(await refusals(unpairAdvice, unpair)).toEqual([["INVALID_STATE", "remittanceAdviceId"]]);
    const receiptId = await receive({ reference: "T-7001" });
    await books.does(reverseReceipt, { receiptId, effectiveDate: "2026-03-04" });
    expect(await refusals(unpairAdvice, unpair)).toEqual([["INVALID_STATE", "remittanceAdviceId"]]);
  });
});

describe("an advice whose payment is reversed", () => {
  it("explains the other payment that it fits, in the same command, which is matched by it", async () => {
    const customerId = await customer();
    const [first] = [await invoice(customerId, "150.00"), await invoice(customerId, "150.00")];
    const bounced = await receive({ customerId, reference: "T-7001", receivedOn: "2026-01-03" });
    await take({ reference: first });
    const again = await receive({ customerId, reference: "T-7001" });
    expect((await pairs()).map((pair) => pair.receiptId)).toEqual([bounced]);
    expect(await unapplied(bounced)).toBe("0");

    await books.does(reverseReceipt, { receiptId: bounced, effectiveDate: "2026-03-04" });

    expect((await pairs()).map((pair) => pair.receiptId)).toEqual([bounced, again]);
    expect(await unapplied(again)).toBe("0");
  });
});
