import { describe, expect, it } from "vitest";
import { given, type Story, storybook } from "../support/stories.js";

const book = storybook("2026-03-10");

describe("A credit memo", () => {
  it("of a line of 193.33 at 25 % in full is one of 241.66", async () => {
    const story = await book.begin();
    const { id, lineIds } = await invoiceWithTax(story, "193.33");
    const { creditMemo } = await story.does("creditMemoCreate", { invoiceId: id, reasonCode: "RETURN" });
    expect(given(creditMemo)).toMatchObject({
      netTotal: { amount: "193.33" },
      taxTotal: { amount: "48.33" },
      total: { amount: "241.66" },
      unappliedAmount: { amount: "0.00" },
    });
    expect(await story.instalments({ id })).toEqual(["0.00"]);
    expect(await story.isRefused("creditMemoCreate", { invoiceId: id, reasonCode: "RETURN" })).toEqual([
      "INVALID_STATE",
    ]);
    const lines = [{ invoiceLineId: given(lineIds[0]), netAmount: "0.01" }];
    expect(await story.isRefused("creditMemoCreate", { invoiceId: id, lines, reasonCode: "RETURN" })).toEqual(
      ["AMOUNT_EXCEEDS_BALANCE"],
    );
  });

  it("names at least one line when it names lines at all", async () => {
    const story = await book.begin();
    const { id } = await invoiceWithTax(story, "193.33");
    const { userErrors } = await story.attempt("creditMemoCreate", {
      invoiceId: id,
      lines: [],
      reasonCode: "RETURN",
    });
    expect(userErrors).toMatchObject([{ code: "REQUIRED", path: ["lines"] }]);
    expect(await story.instalments({ id })).toEqual(["241.66"]);
  });

  it("in parts credits the tax in proportion, to the last unit", async () => {
    const story = await book.begin();
    const { id, lineIds } = await invoiceWithTax(story, "100.01");
    const part = (netAmount: string) =>
      story.does("creditMemoCreate", {
        invoiceId: id,
        lines: [{ invoiceLineId: given(lineIds[0]), netAmount }],
        reasonCode: "PRICE",
      });
    const taxes = [];
    for (const net of ["33.33", "33.34", "33.34"])
      taxes.push(given((await part(net)).creditMemo).taxTotal.amount);
    expect(taxes).toEqual(["8.33", "8.34", "8.33"]);
    expect(await story.instalments({ id })).toEqual(["0.00"]);
  });

  it("of 100 on an invoice of 100 that is paid 40 settles it by 60 and leaves 40 on account", async () => {
    const story = await book.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00" });
    const receipt = await story.receipt({ customerId, amount: "40.00" });
    await story.apply(receipt, [{ invoiceId: invoice.id, amount: "40.00" }]);
    const { creditMemo, applications } = await story.does("creditMemoCreate", {
      invoiceId: invoice.id,
      reasonCode: "GOODWILL",
    });
    expect(given(creditMemo).unappliedAmount.amount).toBe("40.00");
    expect(given(applications).map((one) => one.amount.amount)).toEqual(["60.00"]);
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
    const other = await story.invoice({ customerId, amount: "25.00" });
    await story.does("creditMemoApply", {
      creditMemoId: given(creditMemo).id,
      applications: [{ invoiceId: other.id, amount: "25.00" }],
    });
    expect(await story.instalments(other)).toEqual(["0.00"]);
    expect(
      await story.isRefused("creditMemoApply", {
        creditMemoId: given(creditMemo).id,
        applications: [{ invoiceId: invoice.id, amount: "16.00" }],
      }),
    ).toContain("AMOUNT_EXCEEDS_BALANCE");
  });

  it("is voided once it is unapplied, and its line can be credited again", async () => {
    const story = await book.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "80.00" });
    const { creditMemo, applications } = await story.does("creditMemoCreate", {
      invoiceId: invoice.id,
      reasonCode: "RETURN",
    });
    const creditMemoId = given(creditMemo).id;
    expect(await story.isRefused("creditMemoVoid", { creditMemoId })).toEqual(["INVALID_STATE"]);
    expect(await story.isRefused("invoiceVoid", { invoiceId: invoice.id })).toEqual(["INVALID_STATE"]);
    await story.does("creditMemoUnapply", { applicationIds: given(applications).map((one) => one.id) });
    await story.does("creditMemoVoid", { creditMemoId });
    expect(await story.instalments(invoice)).toEqual(["80.00"]);
    expect(await story.account("Sales returns and allowances", "USD")).toMatchObject({ amount: "0.00" });
    await story.does("creditMemoCreate", { invoiceId: invoice.id, reasonCode: "RETURN" });
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
  });

  it("never gives back as money what was let go for paying early", async () => {
    const story = await book.begin();
    await story.does("discountPolicySet", { reducesTax: true });
    const { id, lineIds, customerId } = await invoiceWithTax(story, "1000.00", "2/10NET30");
    const receipt = await story.receipt({ customerId, amount: "1225.00" });
    const [applicationId = ""] = await story.apply(receipt, [{ invoiceId: id, amount: "1225.00" }]);
    expect(await story.instalments({ id })).toEqual(["0.00"]);
    const whole = { invoiceId: id, reasonCode: "RETURN" };
    const { userErrors } = await story.attempt("creditMemoCreate", whole);
    expect(userErrors).toEqual([
      {
        __typename: "AmountExceedsBalance",
        code: "AMOUNT_EXCEEDS_BALANCE",
        path: ["invoiceId"],
        message:
          "1250.00 USD is more than the 1225.00 USD with tax that can still be credited of invoice INV-000001: 25.00 USD was given as discount.",
        balance: { amount: "1225.00", currency: "USD" },
      },
    ]);
    const part = (netAmount: string) => ({
      ...whole,
      lines: [{ invoiceLineId: given(lineIds[0]), netAmount }],
    });
    const tooMuch = await story.attempt("creditMemoCreate", { ...part("980.01"), validateOnly: true });
    expect(tooMuch.userErrors).toMatchObject([{ path: ["lines"], balance: { amount: "1225.00" } }]);
    const { creditMemo } = await story.does("creditMemoCreate", part("980.00"));
    expect(given(creditMemo).unappliedAmount.amount).toBe("1225.00");
    expect(await story.account("Tax payable", "USD")).toMatchObject({ amount: "0.00" });
    expect(await story.isRefused("creditMemoCreate", part("0.01"))).toEqual(["AMOUNT_EXCEEDS_BALANCE"]);
    await story.does("paymentUnapply", { applicationIds: [applicationId] });
    await story.does("creditMemoCreate", whole);
    expect(await story.instalments({ id })).toEqual(["1225.00"]);
  });

  it("never gives back as money what was written off, until that is reversed or recovered", async () => {
    const story = await book.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00" });
    const openItemId = await story.itemOf(invoice);
    const { writeOff } = await story.does("writeOffRequest", { openItemId, reasonCode: "UNCOLLECTIBLE" });
    const writeOffId = given(writeOff).id;
    const whole = { invoiceId: invoice.id, reasonCode: "RETURN" };
    const none = await story.attempt("creditMemoCreate", whole);
    expect(none.userErrors).toMatchObject([
      { code: "AMOUNT_EXCEEDS_BALANCE", path: ["invoiceId"], balance: { amount: "0.00" } },
    ]);
    const receiptId = (await story.receipt({ customerId, amount: "40.00" })).id;
    const recovered = await story.does("writeOffRecover", { writeOffId, receiptId, amount: "40.00" });
    const some = await story.attempt("creditMemoCreate", whole);
    expect(some.userErrors).toMatchObject([{ balance: { amount: "40.00" } }]);
    const applicationIds = given(recovered.applications).map(({ id }) => id);
    await story.does("paymentUnapply", { applicationIds });
    await story.does("writeOffReverse", { writeOffId });
    await story.does("creditMemoCreate", whole);
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
  });

  it("that waits is refused when meanwhile its invoice was written off", async () => {
    const story = await book.begin();
    const as = (person: string, role: string) => story.api.tokenOf(person, [role], story.tenant);
    const invoice = await story.invoice({ customerId: await story.customer(), amount: "1500.00" });
    const whole = { invoiceId: invoice.id, reasonCode: "RETURN" };
    const { approval } = await story.does("creditMemoCreate", whole, await as("sam", "AR_SPECIALIST"));
    const openItemId = await story.itemOf(invoice);
    await story.does("writeOffRequest", { openItemId, amount: "500.00", reasonCode: "UNCOLLECTIBLE" });
    const approvalId = given(approval).id;
    const { userErrors } = await story.attempt(
      "approvalApprove",
      { approvalId },
      await as("mia", "AR_MANAGER"),
    );
    expect(userErrors).toMatchObject([
      { code: "AMOUNT_EXCEEDS_BALANCE", path: ["approvalId"], balance: { amount: "1000.00" } },
    ]);
    expect(await story.instalments(invoice)).toEqual(["1000.00"]);
  });

  it("on account pays what the customer owes elsewhere", async () => {
    const story = await book.begin();
    const customerId = await story.customer();
    const { creditMemo } = await story.does("creditMemoCreate", {
      customerId,
      amount: "30.00",
      reasonCode: "GOODWILL",
    });
    expect(given(creditMemo)).toMatchObject({
      unappliedAmount: { amount: "30.00" },
      taxTotal: { amount: "0.00" },
    });
    const refused = { customerId, amount: "30.001", reasonCode: "NEVER_HEARD" };
    expect(await story.isRefused("creditMemoCreate", refused)).toEqual(["INVALID_VALUE", "INVALID_AMOUNT"]);
  });

  it("dry run tells what it would post and posts nothing", async () => {
    const story = await book.begin();
    const { id } = await invoiceWithTax(story, "100.00");
    const { wouldPost, creditMemo, needsApproval } = await story.does("creditMemoCreate", {
      invoiceId: id,
      reasonCode: "RETURN",
      validateOnly: true,
    });
    expect([creditMemo, needsApproval]).toEqual([null, false]);
    expect(given(wouldPost).map((entry) => entry.kind)).toEqual(["CREDIT_MEMO", "APPLICATION"]);
    expect(await story.instalments({ id })).toEqual(["125.00"]);
  });
});

async function invoiceWithTax(story: Story, unitPrice: string, terms = "NET30") {
  const customerId = await story.customer();
  const taxes = [{ name: "VAT", ratePercent: "25" }];
  const { invoice } = await story.does("invoiceCreate", {
    customerId,
    termsId: await story.terms(terms),
    lines: [{ product: "Goods", quantity: "1", unitPrice, taxes }],
  });
  const { id } = given(invoice);
  await story.does("invoiceIssue", { invoiceId: id });
  const { invoice: issued } = await story.ask<{ invoice: { lines: { id: string }[] } }>(
    "query ($id: ID!) { invoice(id: $id) { lines { id } } }",
    { id },
  );
  return { id, customerId, lineIds: issued.lines.map((line) => line.id) };
}
