import { describe, expect, it } from "vitest";
import { given, storybook } from "../support/stories.js";

const book = storybook("2026-03-10");

describe("A write-off", () => {
  it("takes an item off the books against bad-debt expense, and gives it back when it is reversed", async () => {
    const story = await book.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00" });
    const openItemId = await story.itemOf(invoice);
    const { writeOff } = await story.does("writeOffRequest", { openItemId, reasonCode: "UNCOLLECTIBLE" });
    expect(given(writeOff)).toMatchObject({ amount: { amount: "100.00" }, status: "POSTED" });
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
    expect(await story.account("Bad-debt expense", "USD")).toMatchObject({ amount: "100.00" });
    await story.does("writeOffReverse", { writeOffId: given(writeOff).id, reason: "Found the customer" });
    expect(await story.instalments(invoice)).toEqual(["100.00"]);
    expect(await story.account("Bad-debt expense", "USD")).toMatchObject({ amount: "0.00" });
    expect(await story.isRefused("writeOffReverse", { writeOffId: given(writeOff).id })).toEqual([
      "INVALID_STATE",
    ]);
  });

  it("of a part goes against the allowance when it was provided for, and never above what is open", async () => {
    const story = await book.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00" });
    const openItemId = await story.itemOf(invoice);
    const method = "ALLOWANCE";
    await story.does("writeOffRequest", { openItemId, amount: "30.00", method, reasonCode: "BANKRUPTCY" });
    expect(await story.account("Allowance for doubtful accounts", "USD")).toMatchObject({ amount: "30.00" });
    const tooMuch = { openItemId, amount: "70.01", method, reasonCode: "BANKRUPTCY" };
    expect(await story.isRefused("writeOffRequest", tooMuch)).toEqual(["AMOUNT_EXCEEDS_BALANCE"]);
    const wrong = { openItemId, amount: "1.001", reasonCode: "NO_SUCH" };
    expect(await story.isRefused("writeOffRequest", wrong)).toEqual(["INVALID_VALUE", "INVALID_AMOUNT"]);
    expect(await story.instalments(invoice)).toEqual(["70.00"]);
  });

  it("is recovered by money that comes later: as much is owed again, and paid", async () => {
    const story = await book.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00" });
    const openItemId = await story.itemOf(invoice);
    const { writeOff } = await story.does("writeOffRequest", { openItemId, reasonCode: "UNCOLLECTIBLE" });
    const writeOffId = given(writeOff).id;
    const receipt = await story.receipt({ customerId, amount: "60.00" });
    const recovered = await story.does("writeOffRecover", {
      writeOffId,
      receiptId: receipt.id,
      amount: "60.00",
    });
    expect(given(recovered.writeOff).recovered.amount).toBe("60.00");
    expect(await story.unapplied(receipt)).toBe("0.00");
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
    expect(await story.account("Recoveries of bad debt", "USD")).toMatchObject({ amount: "-60.00" });
    const more = { writeOffId, receiptId: receipt.id, amount: "40.01" };
    expect(await story.isRefused("writeOffRecover", more)).toEqual([
      "AMOUNT_EXCEEDS_BALANCE",
      "AMOUNT_EXCEEDS_BALANCE",
    ]);
    expect(await story.isRefused("writeOffReverse", { writeOffId })).toEqual(["INVALID_STATE"]);
  });

  it("in a foreign currency leaves nothing in either currency", async () => {
    const story = await book.begin();
    await story.does("exchangeRateSet", { currency: "EUR", rateDate: "2026-01-01", rate: "1.1" });
    const customerId = await story.customer({ currency: "EUR" });
    const invoice = await story.invoice({ customerId, amount: "0.07", currency: "EUR" });
    const openItemId = await story.itemOf(invoice);
    await story.does("writeOffRequest", { openItemId, amount: "0.03", reasonCode: "SMALL_BALANCE" });
    await story.does("writeOffRequest", { openItemId, reasonCode: "SMALL_BALANCE" });
    expect(await story.account("Bad-debt expense", "EUR")).toEqual({ amount: "0.07", functional: "0.08" });
  });
});
