import { describe, expect, it } from "vitest";
import { given, type MoneyValue, type Story, storybook } from "../support/stories.js";

const stories = storybook("2026-03-10");
const TODAY = "2026-03-10";
const TOMORROW = "2026-03-11";

describe("what a customer owes", () => {
  it("is still owed today when it is written off on a later day, as aging and the statement say", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "50.00", documentDate: "2026-03-01" });
    const openItemId = await story.itemOf(invoice);
    const reason = { reasonCode: "UNCOLLECTIBLE", effectiveDate: "2026-06-01" };
    await story.does("writeOffRequest", { openItemId, ...reason });

    expect(await told(story, customerId)).toEqual(allThree("50.00"));
    expect(await told(story, customerId, TODAY)).toEqual(allThree("50.00"));
    expect(await told(story, customerId, "2026-05-31")).toEqual(allThree("50.00"));
    expect(await told(story, customerId, "2026-06-01")).toEqual(allThree("0.00"));
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
    expect(await story.instalments(invoice, TODAY)).toEqual(["50.00"]);
  });

  it("counts receipts, credits and charges that are dated later from their days on", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    await story.receipt({ customerId, amount: "100.00", receivedOn: "2026-03-15" });
    const later = { customerId, currency: "USD", documentDate: "2026-03-20" };
    await story.does("creditMemoCreate", { ...later, amount: "7.00", reasonCode: "GOODWILL" });
    await story.does("debitMemoCreate", { ...later, amount: "5.00", reasonCode: "FREIGHT" });

    expect(await told(story, customerId)).toEqual(allThree("0.00"));
    expect(await told(story, customerId, "2026-03-15")).toEqual(allThree("-100.00"));
    expect(await told(story, customerId, "2026-03-20")).toEqual(allThree("-102.00"));
  });

  it("is told apart from what is to its credit, of many customers at once", async () => {
    const story = await stories.begin();
    const [one, other] = [await story.customer(), await story.customer()];
    const invoice = await story.invoice({ customerId: one, amount: "80.00", documentDate: "2026-03-01" });
    const receipt = await story.receipt({ customerId: one, amount: "100.00", receivedOn: "2026-03-05" });
    await story.apply(receipt, [{ invoiceId: invoice.id, amount: "60.00" }], TOMORROW);
    await story.invoice({ customerId: other, amount: "9.00", documentDate: "2026-03-02" });

    const { customers } = await story.ask<{ customers: { nodes: { today: Balance[]; later: Balance[] }[] } }>(
      `query ($day: Date) { customers { nodes { today: balance { ${BALANCE} } later: balance(asOf: $day) { ${BALANCE} } } } }`,
      { day: TOMORROW },
    );

    const nine = [balance("9.00", "0.00", "9.00")];
    expect(customers.nodes).toEqual([
      { today: [balance("80.00", "-100.00", "-20.00")], later: [balance("20.00", "-40.00", "-20.00")] },
      { today: nine, later: nine },
    ]);
  });

  it("is told for today in the tenant's time zone", async () => {
    const story = await stories.begin({ timeZone: "Pacific/Kiritimati" });
    const customerId = await story.customer();
    await story.receipt({ customerId, amount: "10.00", receivedOn: TOMORROW });
    expect(await told(story, customerId)).toEqual(allThree("-10.00"));
    expect(await told(story, customerId, TODAY)).toEqual(allThree("0.00"));
  });
});

const BALANCE = "receivable { amount } unappliedCredits { amount } balance { amount }";

interface Balance {
  readonly receivable: MoneyValue;
  readonly unappliedCredits: MoneyValue;
  readonly balance: MoneyValue;
}

function balance(receivable: string, unappliedCredits: string, both: string) {
  return {
    receivable: { amount: receivable },
    unappliedCredits: { amount: unappliedCredits },
    balance: { amount: both },
  };
}

interface Told {
  readonly customer: string;
  readonly aging: string;
  readonly statement: string;
}

function allThree(amount: string): Told {
  return { customer: amount, aging: amount, statement: amount };
}

/** The customer's only balance in each of the three places that tell it. */
async function told(story: Story, id: string, asOf?: string): Promise<Told> {
  const { customer, aging } = await story.ask<{
    customer: { number: string; balance: { balance: MoneyValue }[] };
    aging: { rows: { balance: MoneyValue }[] };
  }>(
    `query ($id: ID!, $asOf: Date) { customer(id: $id) { number balance(asOf: $asOf) { balance { amount } } }
      aging(asOf: $asOf, by: [CUSTOMER]) { rows { balance { amount } } } }`,
    { id, asOf },
  );
  const { customerStatement } = await story.ask<{
    customerStatement: { balances: { closing: MoneyValue }[] } | null;
  }>(
    `query ($number: String!, $asOf: Date) { customerStatement(number: $number, asOf: $asOf) {
      balances { closing { amount } } } }`,
    { number: customer.number, asOf },
  );
  return {
    customer: customer.balance[0]?.balance.amount ?? "0.00",
    aging: aging.rows[0]?.balance.amount ?? "0.00",
    statement: given(customerStatement).balances[0]?.closing.amount ?? "0.00",
  };
}
