import { describe, expect, it } from "vitest";
import { given, storybook } from "../support/stories.js";

const book = storybook("2026-03-10");

describe("A debit memo", () => {
  it("is owed beside any invoice, is paid like one, and is taken back by its mirror image", async () => {
    const story = await book.begin();
    const customerId = await story.customer();
    const memo = { customerId, amount: "25.00", reasonCode: "FREIGHT", dueDate: "2026-04-09" };
    const { charge } = await story.does("debitMemoCreate", memo);
    expect(given(charge)).toMatchObject({
      number: "DM-000001",
      kind: "DEBIT_MEMO",
      amount: { amount: "25.00" },
    });
    expect(await story.account("Revenue", "USD")).toMatchObject({ amount: "-25.00" });
    const receipt = await story.receipt({ customerId, amount: "25.00", receivedOn: "2026-03-10" });
    const openItemId = given(charge).openItem.id;
    const [applicationId] = await story.apply(receipt, [{ openItemId, amount: "25.00" }]);
    const chargeId = given(charge).id;
    expect(await story.isRefused("chargeReverse", { chargeId })).toEqual(["INVALID_STATE"]);
    await story.does("paymentUnapply", { applicationIds: [applicationId] });
    await story.does("chargeReverse", { chargeId, reason: "Agreed otherwise" });
    expect(await story.account("Accounts receivable", "USD")).toMatchObject({ amount: "0.00" });
    expect(await story.isRefused("chargeReverse", { chargeId })).toEqual(["INVALID_STATE"]);
  });

  it("tells everything that is wrong at once", async () => {
    const story = await book.begin();
    const customerId = await story.customer();
    const wrong = { customerId, amount: "0.001", reasonCode: "NONE", dueDate: "2026-03-09" };
    expect(await story.isRefused("debitMemoCreate", wrong)).toEqual([
      "INVALID_VALUE",
      "INVALID_AMOUNT",
      "INVALID_DATE",
    ]);
  });
});

describe("A chargeback", () => {
  it("takes what was short-paid off its invoice and carries it as an item of its own", async () => {
    const story = await book.begin();
    await story.does("exchangeRateSet", { currency: "EUR", rateDate: "2026-01-01", rate: "1.1" });
    const customerId = await story.customer({ currency: "EUR" });
    const invoice = await story.invoice({ customerId, amount: "0.07", currency: "EUR" });
    const openItemId = await story.itemOf(invoice);
    const before = await story.account("Accounts receivable", "EUR");
    const part = { openItemId, amount: "0.03", reasonCode: "SHORTAGE" };
    const { charge } = await story.does("chargebackCreate", part);
    expect(await story.instalments(invoice)).toEqual(["0.04"]);
    expect(await story.account("Accounts receivable", "EUR")).toEqual(before);
    const tooMuch = { openItemId, amount: "0.05", reasonCode: "SHORTAGE" };
    expect(await story.isRefused("chargebackCreate", tooMuch)).toEqual(["AMOUNT_EXCEEDS_BALANCE"]);
    await story.does("chargebackCreate", { openItemId, reasonCode: "UNKNOWN" });
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
    await story.does("chargeReverse", { chargeId: given(charge).id });
    expect(await story.instalments(invoice)).toEqual(["0.03"]);
  });
});
