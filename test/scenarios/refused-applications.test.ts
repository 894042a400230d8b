import { describe, expect, it } from "vitest";
import { storybook } from "../support/stories.js";

const book = storybook();

describe("a payment that cannot be applied as asked", () => {
  it("says what the parts on one invoice are together, when each by itself would fit", async () => {
    const story = await book.begin();
    const customerId = await story.customer();
    const { id: invoiceId, number } = await story.invoice({ customerId, amount: "50.00" });
    const receipt = await story.receipt({ customerId, amount: "100.00" });
    const refusedOf = async (...amounts: string[]) => {
      const applications = amounts.map((amount) => ({ invoiceId, amount }));
      const { userErrors } = await story.attempt("paymentApply", { receiptId: receipt.id, applications });
      return userErrors;
    };
    expect(await refusedOf("30.00", "30.00")).toMatchObject([
      {
        code: "AMOUNT_EXCEEDS_BALANCE",
        message: `The 2 parts on ${number} are 60.00 USD together; it has 50.00 USD open.`,
        path: ["applications", "1", "amount"],
        balance: { amount: "50.00" },
      },
    ]);
    expect(await refusedOf("60.00")).toMatchObject([
      { message: `60.00 USD is more than the 50.00 USD that ${number} has open.` },
    ]);
    expect(await refusedOf("20.00", "30.00")).toEqual([]);
  });

  it("names the invoice that has no such instalment, that is a draft, or that there is not", async () => {
    const story = await book.begin();
    const customerId = await story.customer();
    const { id: invoiceId, number } = await story.invoice({ customerId, amount: "50.00" });
    const draft = await story.draft({ customerId, amount: "80.00" });
    const receipt = await story.receipt({ customerId, amount: "100.00" });
    const applications = [
      { invoiceId, instalment: 9, amount: "1.00" },
      { invoiceId: draft.id, amount: "1.00" },
      { invoiceId: `inv_${"0".repeat(32)}`, amount: "1.00" },
      { openItemId: `itm_${"0".repeat(32)}`, amount: "1.00" },
    ];
    const { userErrors } = await story.attempt("paymentApply", { receiptId: receipt.id, applications });
    expect(userErrors.map(({ code, message, path }) => [code, path.join("."), message]).toSorted()).toEqual([
      [
        "INVALID_STATE",
        "applications.1",
        "The invoice of 2026-03-10 over 80.00 USD is a draft: it has no number, and nothing is owed yet. Issue it first.",
      ],
      ["NOT_FOUND", "applications.0", `${number} has no instalment 9; it has 1, told from 1.`],
      ["NOT_FOUND", "applications.2", "There is no such invoice."],
      ["NOT_FOUND", "applications.3", "There is no such open item."],
    ]);
  });
});
