import { describe, expect, it } from "vitest";
import { given, storybook } from "../support/stories.js";

const book = storybook("2026-03-10");

/** An invoice of 3,000.00, and a specialist who may adjust 1,000.00 alone. */
async function large() {
  const story = await book.begin();
  const specialist = await story.api.tokenOf("sam", ["AR_SPECIALIST"], story.tenant);
  const manager = await story.api.tokenOf("mia", ["AR_MANAGER"], story.tenant);
  const invoice = await story.invoice({ customerId: await story.customer(), amount: "3000.00" });
  const openItemId = await story.itemOf(invoice);
  const writeOff = (amount: string) =>
    story.does("writeOffRequest", { openItemId, amount, reasonCode: "UNCOLLECTIBLE" }, specialist);
  return { story, specialist, manager, invoice, writeOff };
}

describe("A limit", () => {
  it("is for all that is written off an item without approval, so that splitting does not pass it", async () => {
    const { story, manager, invoice, writeOff } = await large();
    expect((await writeOff("600.00")).approval).toBeNull();
    expect((await writeOff("400.00")).approval).toBeNull();
    const { approval } = await writeOff("0.01");
    expect(given(approval).status).toBe("PENDING");
    expect(await story.instalments(invoice)).toEqual(["2000.00"]);
    await story.does("approvalApprove", { approvalId: given(approval).id }, manager);
    expect(await story.instalments(invoice)).toEqual(["1999.99"]);
  });

  it("is not passed by two who ask for the same item at once", async () => {
    const { story, invoice, writeOff } = await large();
    const both = await Promise.all([writeOff("1000.00"), writeOff("1000.00")]);
    expect(both.filter((one) => one.approval)).toHaveLength(1);
    expect(await story.instalments(invoice)).toEqual(["2000.00"]);
  });

  it("is told in its currency's decimals", async () => {
    const { story } = await large();
    const { approvalLimits } = await story.ask<{ approvalLimits: readonly object[] }>(
      "{ approvalLimits { kind role currency amount } }",
    );
    const limit = { kind: "WRITE_OFF", role: "AR_SPECIALIST", currency: "USD", amount: "1000.00" };
    expect(approvalLimits).toContainEqual(limit);
  });

  it("does not count what was taken back, nor what somebody approved", async () => {
    const { story, manager, writeOff } = await large();
    const first = given((await writeOff("1000.00")).writeOff);
    await story.does("writeOffReverse", { writeOffId: first.id });
    const { approval } = await writeOff("1500.00");
    await story.does("approvalApprove", { approvalId: given(approval).id }, manager);
    expect((await writeOff("1000.00")).approval).toBeNull();
    expect((await writeOff("1.00")).approval).not.toBeNull();
  });

  it("is for all that is credited of an invoice without approval", async () => {
    const { story, specialist, manager, invoice } = await large();
    const { invoice: read } = await story.ask<{ invoice: { lines: readonly { id: string }[] } }>(
      "query ($id: ID!) { invoice(id: $id) { lines { id } } }",
      { id: invoice.id },
    );
    const credit = (netAmount: string) =>
      story.does(
        "creditMemoCreate",
        {
          invoiceId: invoice.id,
          lines: [{ invoiceLineId: given(read.lines[0]).id, netAmount }],
          reasonCode: "PRICE",
        },
        specialist,
      );
    expect((await credit("1000.00")).approval).toBeNull();
    const { approval } = await credit("700.00");
    await story.does("approvalApprove", { approvalId: given(approval).id }, manager);
    expect(await story.instalments(invoice)).toEqual(["1300.00"]);
    const queue = await story.ask<{ approvals: { nodes: readonly { summary: string }[] } }>(
      "{ approvals(where: { status: { eq: APPROVED } }) { nodes { summary } } }",
    );
    expect(queue.approvals.nodes.map((one) => one.summary)).toEqual([
      `Credit 700.00 USD against invoice ${invoice.number}, after 1000.00 USD without approval`,
    ]);
  });
});
