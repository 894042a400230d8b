import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { given, type Payload, type Story, storybook } from "../support/stories.js";
import { deadlocksSoFar } from "./deadlocks.js";

/** Each story's books are verified after it by the storybook. */
const stories = storybook();

let story: Story;
let deadlocksBefore: number;
beforeEach(async () => {
  story = await stories.begin();
  deadlocksBefore = await deadlocksSoFar(story.api);
});
afterEach(async () => {
  expect(await deadlocksSoFar(story.api)).toBe(deadlocksBefore);
});

const done = (payload: Payload): boolean => payload.userErrors.length === 0;
const codes = (payloads: readonly Payload[]) =>
  payloads.flatMap(({ userErrors }) => userErrors.map((error) => error.code));

describe("adjustments at the same moment", () => {
  it("write one item off once, however many ask", async () => {
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00" });
    const openItemId = await story.itemOf(invoice);
    const asked = await Promise.all(
      Array.from({ length: 20 }, () =>
        story.attempt("writeOffRequest", { openItemId, amount: "60.00", reasonCode: "UNCOLLECTIBLE" }),
      ),
    );
    expect(asked.filter(done)).toHaveLength(1);
    expect(new Set(codes(asked))).toEqual(new Set(["AMOUNT_EXCEEDS_BALANCE"]));
    expect(await story.instalments(invoice)).toEqual(["40.00"]);
  });

  it("approve a write-off or pay the item: exactly one of the two happens", async () => {
    const customerId = await story.customer();
    const specialist = await story.api.tokenOf("sam", ["AR_SPECIALIST"], story.tenant);
    const manager = await story.api.tokenOf("mia", ["AR_MANAGER"], story.tenant);
    for (let round = 0; round < 5; round++) {
      const invoice = await story.invoice({ customerId, amount: "2000.00" });
      const openItemId = await story.itemOf(invoice);
      const receipt = await story.receipt({ customerId, amount: "2000.00" });
      const { approval } = await story.does(
        "writeOffRequest",
        { openItemId, reasonCode: "UNCOLLECTIBLE" },
        specialist,
      );
      const [approved, paid] = await Promise.all([
        story.attempt("approvalApprove", { approvalId: given(approval).id }, manager),
        story.attempt("paymentApply", {
          receiptId: receipt.id,
          applications: [{ openItemId, amount: "2000.00" }],
        }),
      ]);
      expect([approved, paid].filter(done)).toHaveLength(1);
      expect(await story.instalments(invoice)).toEqual(["0.00"]);
      expect(await story.unapplied(receipt)).toBe(done(paid) ? "0.00" : "2000.00");
    }
  });

  it("credit a line by no more than it is, however many memos are made at once", async () => {
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00" });
    const { invoice: read } = await story.ask<{ invoice: { lines: { id: string }[] } }>(
      "query ($id: ID!) { invoice(id: $id) { lines { id } } }",
      { id: invoice.id },
    );
    const lines = [{ invoiceLineId: given(read.lines[0]).id, netAmount: "30.00" }];
    const memos = await Promise.all(
      Array.from({ length: 10 }, () =>
        story.attempt("creditMemoCreate", { invoiceId: invoice.id, lines, reasonCode: "PRICE" }),
      ),
    );
    expect(memos.filter(done)).toHaveLength(3);
    expect(new Set(codes(memos))).toEqual(new Set(["AMOUNT_EXCEEDS_BALANCE"]));
    expect(await story.instalments(invoice)).toEqual(["10.00"]);
  });
});
