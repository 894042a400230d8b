import { describe, expect, it } from "vitest";
import { given, type Story, storybook } from "../support/stories.js";

const book = storybook("2026-03-10");

/** An invoice of 100 that is written off, and a receipt of 50 with which to recover some of it. */
async function writtenOffAndPaid(method = "DIRECT") {
  const story = await book.begin();
  const customerId = await story.customer();
  const invoice = await story.invoice({ customerId, amount: "100.00" });
  const openItemId = await story.itemOf(invoice);
  const { writeOff } = await story.does("writeOffRequest", {
    openItemId,
    method,
    reasonCode: "UNCOLLECTIBLE",
  });
  const writeOffId = given(writeOff).id;
  const receipt = { ...(await story.receipt({ customerId, amount: "50.00" })), customerId };
  const recover = async (amount: string, receiptId = receipt.id) =>
    given((await story.does("writeOffRecover", { writeOffId, receiptId, amount })).applications ?? null).map(
      (one) => one.id,
    );
  return { story, writeOffId, invoice, receipt, recover };
}

const recoveredOf = async (story: Story, id: string) =>
  (
    await story.ask<{ writeOff: object }>(
      "query ($id: ID!) { writeOff(id: $id) { status recovered { amount } } }",
      { id },
    )
  ).writeOff;

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

  it("is told of its item whatever else is asked of it", async () => {
    const { story, writeOffId, invoice } = await writtenOffAndPaid();
    const { node } = await story.ask<{ node: object }>(
      "query ($id: ID!) { node(id: $id) { ... on OpenItem { writeOffs { id } refunds { id } } } }",
      { id: await story.itemOf(invoice) },
    );
    expect(node).toEqual({ writeOffs: [{ id: writeOffId }], refunds: [] });
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

  it("is written off again when the payment that recovered it bounces or is unapplied", async () => {
    const { story, writeOffId, invoice, receipt, recover } = await writtenOffAndPaid();
    await recover("20.00");
    const back = await story.does("receiptReverse", { receiptId: receipt.id, reason: "Bounced" });
    expect(back.userErrors).toEqual([]);
    expect(await recoveredOf(story, writeOffId)).toEqual({ status: "POSTED", recovered: { amount: "0.00" } });
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
    expect(await story.account("Recoveries of bad debt", "USD")).toMatchObject({ amount: "0.00" });
    await story.does("writeOffReverse", { writeOffId });
    expect(await story.instalments(invoice)).toEqual(["100.00"]);
  });

  it("keeps what other payments recovered of it when one is unapplied", async () => {
    const { story, writeOffId, invoice, receipt, recover } = await writtenOffAndPaid();
    const first = await recover("20.00");
    await recover("15.00");
    await story.does("paymentUnapply", { applicationIds: first });
    expect(await recoveredOf(story, writeOffId)).toMatchObject({ recovered: { amount: "15.00" } });
    expect(await story.unapplied(receipt)).toBe("35.00");
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
    expect(await story.account("Recoveries of bad debt", "USD")).toMatchObject({ amount: "-15.00" });
    await recover("85.00", (await story.receipt({ customerId: receipt.customerId, amount: "85.00" })).id);
    expect(await recoveredOf(story, writeOffId)).toMatchObject({ recovered: { amount: "100.00" } });
  });

  it("against the allowance is recovered to the allowance, and taken back from it", async () => {
    const { story, recover } = await writtenOffAndPaid("ALLOWANCE");
    const applicationIds = await recover("20.00");
    expect(await story.account("Allowance for doubtful accounts", "USD")).toMatchObject({ amount: "80.00" });
    expect(await story.account("Recoveries of bad debt", "USD")).toEqual({ amount: "0", functional: "0" });
    await story.does("paymentUnapply", { applicationIds });
    expect(await story.account("Allowance for doubtful accounts", "USD")).toMatchObject({ amount: "100.00" });
  });

  it("and the bounce of the payment that recovers it at once: nothing stays recovered without money", async () => {
    for (let n = 0; n < 3; n += 1) {
      const { story, writeOffId, invoice, receipt } = await writtenOffAndPaid();
      const receiptId = receipt.id;
      const [, bounced] = await Promise.all([
        story.attempt("writeOffRecover", { writeOffId, receiptId, amount: "20.00" }),
        story.attempt("receiptReverse", { receiptId }),
      ]);
      expect(bounced.userErrors).toEqual([]);
      expect(await recoveredOf(story, writeOffId)).toMatchObject({ recovered: { amount: "0.00" } });
      expect(await story.instalments(invoice)).toEqual(["0.00"]);
    }
  });

  it("says what is left to recover, in the currency's decimals", async () => {
    const { story, writeOffId, receipt, recover } = await writtenOffAndPaid();
    await recover("20.00");
    const refused = async (mutation: string, input: object) =>
      (await story.attempt(mutation, { writeOffId, ...input })).userErrors.map((error) => error.message);
    expect(await refused("writeOffRecover", { receiptId: receipt.id, amount: "90" })).toEqual([
      "90.00 USD is more than what is left to recover of WO-000001: 80.00 USD.",
      `90.00 USD is more than what ${receipt.number} has unapplied: 30.00 USD.`,
    ]);
    expect(await refused("writeOffReverse", {})).toEqual([
      "20.00 USD of WO-000001 was recovered. Unapply the payments that recovered it first.",
    ]);
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
