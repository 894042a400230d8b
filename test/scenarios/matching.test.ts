import { describe, expect, it } from "vitest";
import { matchOf, receive, receiveAll } from "../support/matches.js";
import { given, type Story, storybook } from "../support/stories.js";

const stories = storybook("2026-03-10");
const NAME = "Northwind Traders";
const DATED = "2026-02-25";

async function opened(name = NAME): Promise<{ story: Story; customerId: string }> {
  const story = await stories.begin({ functionalCurrency: "EUR" });
  return { story, customerId: await story.customer({ name }) };
}

describe("A payment that names its invoice", () => {
  it("is applied by itself, and says by which rule, how surely and why", async () => {
    const { story, customerId } = await opened();
    const invoice = await story.invoice({ customerId, amount: "120.00", documentDate: DATED });
    const receipt = await receive(story, "120.00", { name: NAME, text: `Invoice ${invoice.number}` });
    expect(receipt).toMatchObject({ customer: { id: customerId }, unappliedAmount: { amount: "0.00" } });
    const match = matchOf(receipt);
    expect(match).toMatchObject({ status: "APPLIED", remainder: null, payer: { id: customerId } });
    const [part] = match.parts;
    expect(part).toMatchObject({
      ...{ decision: "AUTO", outcome: "APPLIED", rule: "EXPLICIT_REFERENCE", amount: { amount: "120.00" } },
      applications: [{ amount: { amount: "120.00" } }],
    });
    expect(Number(part?.score)).toBeGreaterThanOrEqual(0.95);
    expect(part?.evidence).toContain(invoice.number);
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
  });

  it("less the discount on offer settles it, with the discount taken", async () => {
    const { story, customerId } = await opened();
    const its = { customerId, amount: "100.00", terms: "2/10NET30", documentDate: DATED };
    const invoice = await story.invoice(its);
    const receipt = await receive(story, "98.00", { name: NAME, text: invoice.number });
    expect(matchOf(receipt)).toMatchObject({
      status: "APPLIED",
      parts: [{ amount: { amount: "98.00" }, discount: { amount: "2.00" } }],
    });
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
    expect(await story.account("Discounts given", "EUR")).toMatchObject({ amount: "2.00" });
  });

  it("takes with the last part all that is left of the discount, to the cent", async () => {
    const { story, customerId } = await opened();
    const its = { customerId, amount: "1081.00", terms: "2/10NET30", documentDate: DATED };
    const invoice = await story.invoice(its);
    for (const amount of ["333.33", "333.33", "333.33"]) {
      const paid = await story.receipt({ customerId, amount, receivedOn: "2026-03-02" });
      await story.apply(paid, [{ invoiceId: invoice.id, amount }]);
    }
    const receipt = await receive(story, "59.39", { name: NAME, text: invoice.number });
    expect(matchOf(receipt)).toMatchObject({
      status: "APPLIED",
      parts: [{ amount: { amount: "59.39" }, discount: { amount: "1.21" } }],
    });
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
    expect(await story.account("Discounts given", "EUR")).toMatchObject({ amount: "21.62" });
  });

  it("and keeps back what it states leaves the item open by that, with the payer's reason", async () => {
    const { story, customerId } = await opened();
    const invoice = await story.invoice({ customerId, amount: "100.00", documentDate: DATED });
    const receipt = await receive(story, "80.00", {
      name: NAME,
      text: `${invoice.number} short by 20.00 for damaged goods`,
    });
    expect(matchOf(receipt)).toMatchObject({
      status: "APPLIED",
      parts: [{ amount: { amount: "80.00" }, deduction: { amount: "20.00" } }],
    });
    expect(matchOf(receipt).parts[0]?.deductionReason).toContain("damaged goods");
    expect(await story.instalments(invoice)).toEqual(["20.00"]);
  });

  it("and a credit memo beside it nets the memo", async () => {
    const { story, customerId } = await opened();
    const invoice = await story.invoice({ customerId, amount: "100.00", documentDate: DATED });
    const memoGiven = { customerId, amount: "20.00", reasonCode: "RETURN", documentDate: DATED };
    const { creditMemo } = await story.does("creditMemoCreate", memoGiven);
    const memo = given(creditMemo);
    const receipt = await receive(story, "80.00", { name: NAME, text: `${invoice.number} ${memo.number}` });
    expect(receipt.unappliedAmount.amount).toBe("0.00");
    const amounts = matchOf(receipt).parts.map(({ decision, amount }) => [decision, amount?.amount]);
    expect(amounts.sort()).toEqual([
      ["AUTO", "-20.00"],
      ["AUTO", "100.00"],
    ]);
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
  });

  it("which was paid before is kept back as a second payment of the same", async () => {
    const { story, customerId } = await opened();
    const invoice = await story.invoice({ customerId, amount: "100.00", documentDate: DATED });
    const first = await receive(story, "100.00", { name: NAME, text: invoice.number });
    const second = await receive(story, "100.00", { name: NAME, text: invoice.number });
    expect(second).toMatchObject({
      customer: { id: customerId },
      unappliedAmount: { amount: "100.00" },
      matchProposals: [
        {
          ...{ status: "NONE", duplicateOf: [{ id: first.id }] },
          remainder: { amount: { amount: "100.00" }, reason: "DUPLICATE_SUSPECTED" },
        },
      ],
    });
  });
});

describe("A payment that says nothing", () => {
  it("and equals two invoices is applied to neither: both are told", async () => {
    const { story, customerId } = await opened();
    const invoices = [
      await story.invoice({ customerId, amount: "75.00", documentDate: DATED }),
      await story.invoice({ customerId, amount: "75.00", documentDate: DATED }),
    ];
    const receipt = await receive(story, "75.00", { name: NAME, text: "" });
    expect(receipt).toMatchObject({ customer: { id: customerId }, unappliedAmount: { amount: "75.00" } });
    const match = matchOf(receipt);
    expect(match.status).toBe("OPEN");
    expect(match.parts.filter(({ decision }) => decision === "AUTO")).toEqual([]);
    const numbers = [...match.parts, ...match.alternatives].map(({ openItem }) => openItem.documentNumber);
    expect(new Set(numbers)).toEqual(new Set(invoices.map(({ number }) => number)));
  });

  it("of a known payer is applied where only one of its items has the amount", async () => {
    const { story, customerId } = await opened();
    const invoice = await story.invoice({ customerId, amount: "75.00", documentDate: DATED });
    await story.invoice({ customerId, amount: "60.00", documentDate: DATED });
    const receipt = await receive(story, "75.00", { name: NAME, text: "" });
    expect(matchOf(receipt)).toMatchObject({ status: "APPLIED", parts: [{ rule: "ITEM_AMOUNT" }] });
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
  });

  it("of nobody that is known waits as nobody's, though an amount fits", async () => {
    const { story, customerId } = await opened();
    const invoice = await story.invoice({ customerId, amount: "75.00", documentDate: DATED });
    const receipt = await receive(story, "75.00", { name: "", text: "" });
    expect(receipt).toMatchObject({ customer: null, unappliedAmount: { amount: "75.00" } });
    expect(matchOf(receipt)).toMatchObject({
      ...{ status: "OPEN", obstacle: "Nothing but the amount says who paid." },
      parts: [{ decision: "PROPOSED", openItem: { documentNumber: invoice.number } }],
    });
    expect(await story.instalments(invoice)).toEqual(["75.00"]);
  });
});

it("Two payments of one file for one invoice take it once", async () => {
  const { story, customerId } = await opened();
  const invoice = await story.invoice({ customerId, amount: "100.00", documentDate: DATED });
  const paid = { amount: "100.00", name: NAME, text: invoice.number };
  const receipts = await receiveAll(story, [paid, paid]);
  expect(receipts.map(({ unappliedAmount }) => unappliedAmount.amount).sort()).toEqual(["0.00", "100.00"]);
  expect(await story.instalments(invoice)).toEqual(["0.00"]);
});
