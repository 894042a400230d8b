import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { given, type Payload, type Story, storybook } from "../support/stories.js";
import { deadlocksSoFar } from "./deadlocks.js";

/** Each story's books are verified after it by the storybook. */
const stories = storybook();
const AT_ONCE = 100;

let story: Story;
let deadlocksBefore: number;
beforeEach(async () => {
  story = await stories.begin();
  deadlocksBefore = await deadlocksSoFar(story.api);
});
afterEach(async () => {
  expect(await deadlocksSoFar(story.api)).toBe(deadlocksBefore);
});

function times<T>(count: number, one: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => one(index)));
}

const done = (payload: Payload): boolean => payload.userErrors.length === 0;
const codes = (payload: Payload): string[] => payload.userErrors.map((error) => error.code);

/** A receipt of its own for each of many payers' payments. */
function receipts(customerId: string, count: number, amount: string): Promise<{ readonly id: string }[]> {
  return times(count, () => story.receipt({ customerId, amount }));
}

/** The same order every run, another for every seed. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  const keyed = list.map((value, index) => ({ value, key: ((index + 1) * 7_919 * (seed + 13)) % 10_007 }));
  return keyed.sort((a, b) => a.key - b.key).map(({ value }) => value);
}

describe("payments at the same moment", () => {
  it("never exceed the item: of 100 that want 10 of 333.30, 33 get it and 67 are told what is open", async () => {
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "333.30" });
    const own = await receipts(customerId, AT_ONCE, "10.00");

    const payloads = await Promise.all(
      own.map((receipt) =>
        story.attempt("paymentApply", {
          receiptId: receipt.id,
          applications: [{ invoiceId: invoice.id, amount: "10.00" }],
        }),
      ),
    );

    expect(payloads.filter(done)).toHaveLength(33);
    const losers = payloads.filter((payload) => !done(payload));
    expect(losers).toHaveLength(67);
    for (const { userErrors } of losers) {
      expect(userErrors).toMatchObject([
        { __typename: "AmountExceedsBalance", balance: { amount: "3.30", currency: "USD" } },
      ]);
    }
    expect(await story.instalments(invoice)).toEqual(["3.30"]);
    const unapplied = await Promise.all(own.map((receipt) => story.unapplied(receipt)));
    expect(unapplied.filter((amount) => amount === "0.00")).toHaveLength(33);
    expect(unapplied.filter((amount) => amount === "10.00")).toHaveLength(67);
  });

  it("of one receipt to 20 items, named in any order, take no more than the receipt and do not block each other", async () => {
    const customerId = await story.customer();
    const invoices = await times(20, () => story.invoice({ customerId, amount: "100.00" }));
    const receipt = await story.receipt({ customerId, amount: "640.00" });

    const payloads = await times(AT_ONCE, (n) =>
      story.attempt("paymentApply", {
        receiptId: receipt.id,
        applications: shuffled(invoices, n)
          .slice(0, 10)
          .map(({ id }) => ({ invoiceId: id, amount: "1.00" })),
      }),
    );

    const won = payloads.filter(done);
    expect(won).toHaveLength(64);
    for (const payload of payloads.filter((p) => !done(p))) {
      expect(payload.userErrors.map((e) => e.__typename)).toEqual(["AmountExceedsBalance"]);
    }
    expect(await story.unapplied(receipt)).toBe("0.00");
    const open = (await Promise.all(invoices.map((invoice) => story.instalments(invoice)))).flat();
    expect(open.reduce((sum, amount) => sum + Number(amount), 0)).toBe(2_000 - 640);
  });

  it("of many receipts to many items, in opposite orders, end without a deadlock", async () => {
    const customerId = await story.customer();
    const invoices = await times(6, () => story.invoice({ customerId, amount: "100.00", terms: "30/50/20" }));
    const own = await receipts(customerId, 60, "12.00");

    const payloads = await Promise.all(
      own.map((receipt, n) =>
        story.attempt("paymentApply", {
          receiptId: receipt.id,
          applications: shuffled(invoices, n).map(({ id }) => ({ invoiceId: id, amount: "2.00" })),
        }),
      ),
    );

    expect(payloads.flatMap(codes).filter((code) => code !== "AMOUNT_EXCEEDS_BALANCE")).toEqual([]);
    expect(payloads.filter(done)).toHaveLength(50);
    const open = await Promise.all(invoices.map((invoice) => story.instalments(invoice)));
    expect(open).toEqual(invoices.map(() => ["0.00", "0.00", "0.00"]));
  });
});

describe("opposite commands at the same moment", () => {
  it("undo an application once, however many ask", async () => {
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "50.00" });
    const receipt = await story.receipt({ customerId, amount: "50.00" });
    const [applicationId] = await story.apply(receipt, [{ invoiceId: invoice.id, amount: "50.00" }]);

    const payloads = await times(20, () =>
      story.attempt("paymentUnapply", { applicationIds: [applicationId] }),
    );

    expect(payloads.filter(done)).toHaveLength(1);
    expect(payloads.filter((p) => !done(p)).flatMap(codes)).toEqual(Array(19).fill("INVALID_STATE"));
    expect(await story.instalments(invoice)).toEqual(["50.00"]);
    expect(await story.unapplied(receipt)).toBe("50.00");
  });

  it("reverse a receipt or apply it: what was applied before is undone, nothing is applied after", async () => {
    const customerId = await story.customer();
    const pairs = await times(20, async () => ({
      invoice: await story.invoice({ customerId, amount: "40.00" }),
      receipt: await story.receipt({ customerId, amount: "40.00" }),
    }));

    const outcomes = await Promise.all(
      pairs.flatMap(({ invoice, receipt }) => [
        story.attempt("paymentApply", {
          receiptId: receipt.id,
          applications: [{ invoiceId: invoice.id, amount: "40.00" }],
        }),
        story.attempt("receiptReverse", { receiptId: receipt.id, reason: "Returned by the bank" }),
      ]),
    );

    const reversals = outcomes.filter((_, n) => n % 2 === 1);
    expect(reversals.filter(done)).toHaveLength(20);
    const refused = outcomes.filter((_, n) => n % 2 === 0).flatMap(codes);
    expect(refused.filter((code) => !["AMOUNT_EXCEEDS_BALANCE", "NOT_FOUND"].includes(code))).toEqual([]);
    for (const { invoice, receipt } of pairs) {
      expect(await story.instalments(invoice)).toEqual(["40.00"]);
      expect(await story.unapplied(receipt)).toBe("0.00");
    }
  });

  it("void an invoice or pay it: exactly one of the two happens", async () => {
    const customerId = await story.customer();
    const pairs = await times(20, async () => ({
      invoice: await story.invoice({ customerId, amount: "40.00" }),
      receipt: await story.receipt({ customerId, amount: "40.00" }),
    }));

    const outcomes = await Promise.all(
      pairs.map(({ invoice, receipt }) =>
        Promise.all([
          story.attempt("paymentApply", {
            receiptId: receipt.id,
            applications: [{ invoiceId: invoice.id, amount: "40.00" }],
          }),
          story.attempt("invoiceVoid", { invoiceId: invoice.id }),
        ]),
      ),
    );

    for (const [applied, voided] of outcomes) {
      expect([done(applied), done(voided)].filter(Boolean)).toHaveLength(1);
      const refused = [...codes(applied), ...codes(voided)];
      expect(["AMOUNT_EXCEEDS_BALANCE", "INVALID_STATE"]).toContain(refused[0]);
    }
  });

  it("close a period while it is posted into: what posted is before the close, the rest is told of it", async () => {
    const customerId = await story.customer();
    await story.receipt({ customerId, amount: "1.00", receivedOn: "2026-02-10" });
    const posting = () =>
      story.attempt("receiptRecord", {
        customerId,
        amount: "5.00",
        currency: "USD",
        method: "CARD",
        receivedOn: "2026-02-11",
      });

    const before = times(30, posting);
    const close = story.attempt("periodClose", { startsOn: "2026-02-01", overrideReason: "In a hurry" });
    const after = times(30, posting);

    expect((await close).userErrors).toEqual([]);
    const payloads = [...(await before), ...(await after)];
    const refused = payloads.filter((payload) => !done(payload));
    for (const { userErrors } of refused)
      expect(userErrors).toMatchObject([{ __typename: "PeriodClosed", code: "PERIOD_CLOSED" }]);
    expect(codes(await posting())).toEqual(["PERIOD_CLOSED"]);
    const { receipts: found } = await story.ask<{ receipts: { totalCount: number } }>(
      '{ receipts(where: { receivedOn: { eq: "2026-02-11" } }) { totalCount } }',
    );
    expect(found.totalCount).toBe(payloads.length - refused.length);
  });
});

describe("numbers and keys at the same moment", () => {
  it("give 50 invoices 50 numbers without a gap, though some issues are refused in between", async () => {
    const customerId = await story.customer();
    const drafts = await times(50, (n) => story.draft({ customerId, amount: `${n + 1}.00` }));
    const empty = await times(10, () => story.draft({ customerId, amount: "0.00" }));

    const payloads = await Promise.all(
      [...drafts.slice(0, 25), ...empty, ...drafts.slice(25)].map(({ id }) =>
        story.attempt("invoiceIssue", { invoiceId: id }),
      ),
    );

    expect(payloads.flatMap(codes)).toEqual(Array(10).fill("INVALID_AMOUNT"));
    const numbers = payloads
      .filter(done)
      .map(({ invoice }) => Number(/(\d+)$/.exec(given(invoice).number)?.[1]));
    const first = Math.min(...numbers);
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => first + n));
  });

  it("issue one draft once, however many ask", async () => {
    const customerId = await story.customer();
    const draft = await story.draft({ customerId, amount: "10.00" });
    const payloads = await times(20, () => story.attempt("invoiceIssue", { invoiceId: draft.id }));
    expect(payloads.filter(done)).toHaveLength(1);
    expect(payloads.flatMap(codes)).toEqual(Array(19).fill("INVALID_STATE"));
  });

  it("carry out a key once and give its result 49 times again", async () => {
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00" });
    const receipt = await story.receipt({ customerId, amount: "100.00" });
    const input = {
      receiptId: receipt.id,
      applications: [{ invoiceId: invoice.id, amount: "1.00" }],
      idempotencyKey: randomUUID(),
    };

    const payloads = await times(50, () => story.attempt("paymentApply", input));

    expect(payloads.flatMap(codes)).toEqual([]);
    expect(payloads.filter((payload) => payload.replayed)).toHaveLength(49);
    expect(new Set(payloads.map(({ applications }) => JSON.stringify(applications))).size).toBe(1);
    expect(await story.instalments(invoice)).toEqual(["99.00"]);
  });

  it("let one of two different requests under one key through and tell the others", async () => {
    const customerId = await story.customer();
    const key = randomUUID();
    const payloads = await times(20, (n) =>
      story.attempt("receiptRecord", {
        customerId,
        amount: n % 2 === 0 ? "10.00" : "20.00",
        currency: "USD",
        method: "CARD",
        idempotencyKey: key,
      }),
    );
    expect(payloads.filter((payload) => done(payload) && !payload.replayed)).toHaveLength(1);
    expect(payloads.filter((payload) => payload.replayed)).toHaveLength(9);
    expect(payloads.flatMap(codes)).toEqual(Array(10).fill("IDEMPOTENCY_KEY_REUSED"));
  });
});
