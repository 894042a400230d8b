import { describe, expect, it } from "vitest";
import { given, type Story, storybook } from "../support/stories.js";

const book = storybook("2026-03-10");

const QUEUE = `{ approvals { totalCount nodes { id status kind summary requestedBy escalatedTo amount { amount currency }
  openItems { openAmount { amount } } wouldPost { kind lines { accountName amount } } } } }`;

interface Queue {
  readonly approvals: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly id: string;
      readonly requestedBy: string;
      readonly openItems: readonly { readonly openAmount: { readonly amount: string } }[];
      readonly wouldPost: readonly { readonly kind: string }[];
    }[];
  };
}

/** A specialist may write off 1,000.00, a manager 25,000.00, a controller anything. */
async function held(amount = "5000.00") {
  const story = await book.begin();
  const token = (person: string, role: string) => story.api.tokenOf(person, [role], story.tenant);
  const people = {
    specialist: await token("sam", "AR_SPECIALIST"),
    manager: await token("mia", "AR_MANAGER"),
    other: await token("max", "AR_MANAGER"),
    controller: await token("cat", "CONTROLLER"),
    samAsController: await token("sam", "CONTROLLER"),
  };
  const customerId = await story.customer();
  const invoice = await story.invoice({ customerId, amount });
  const openItemId = await story.itemOf(invoice);
  const request = { openItemId, reasonCode: "UNCOLLECTIBLE", idempotencyKey: "one" };
  const asked = await story.does("writeOffRequest", request, people.specialist);
  return { story, people, customerId, invoice, request, asked, approvalId: given(asked.approval).id };
}

const balances = async (story: Story) => [
  await story.aging(),
  await story.account("Bad-debt expense", "USD"),
];

describe("An adjustment above the limit of whoever asks", () => {
  it("touches no balance and no report until somebody else approves it", async () => {
    const { story, people, invoice, asked, approvalId, request } = await held();
    expect(asked).toMatchObject({ writeOff: null, needsApproval: true, replayed: false });
    expect(given(asked.approval).status).toBe("PENDING");
    expect(await story.instalments(invoice)).toEqual(["5000.00"]);
    expect((await balances(story))[1]).toMatchObject({ amount: "0" });
    const { approvals } = await story.ask<Queue>(QUEUE);
    expect(approvals).toMatchObject({
      totalCount: 1,
      nodes: [
        {
          id: approvalId,
          kind: "WRITE_OFF",
          requestedBy: "sam",
          amount: { amount: "5000.00", currency: "USD" },
          openItems: [{ openAmount: { amount: "5000.00" } }],
          wouldPost: [{ kind: "WRITE_OFF" }],
        },
      ],
    });
    const again = await story.does("writeOffRequest", request, people.specialist);
    expect([again.replayed, given(again.approval).id]).toEqual([true, approvalId]);
    const { approval } = await story.does("approvalApprove", { approvalId }, people.manager);
    expect(given(approval)).toMatchObject({ status: "APPROVED" });
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
    expect((await story.ask<Queue>(QUEUE)).approvals.totalCount).toBe(0);
  });

  it("is never approved by its maker, whatever their roles or however many tokens and keys they hold", async () => {
    const { story, people, invoice, approvalId } = await held();
    expect(await story.isRefused("approvalApprove", { approvalId }, people.samAsController)).toEqual([
      "OWN_REQUEST",
    ]);
    const admin = await story.api.tokenOf("sam", ["ADMIN"], story.tenant);
    const { apiKeyCreate } = await story.api.run<{ apiKeyCreate: { key: string } }>(
      `mutation { apiKeyCreate(input: { name: "mine", scopes: ["approvals:write", "receivables:read"] }) { key } }`,
      {},
      admin,
    );
    expect(await story.isRefused("approvalApprove", { approvalId }, apiKeyCreate.key)).toEqual([
      "OWN_REQUEST",
    ]);
    expect(await story.instalments(invoice)).toEqual(["5000.00"]);
  });

  it("is checked again against the balance of the moment it is approved", async () => {
    const { story, people, customerId, invoice, approvalId } = await held();
    const receipt = await story.receipt({ customerId, amount: "5000.00" });
    await story.apply(receipt, [{ invoiceId: invoice.id, amount: "5000.00" }]);
    expect(await story.isRefused("approvalApprove", { approvalId }, people.manager)).toEqual([
      "INVALID_STATE",
    ]);
    const { approvals } = await story.ask<Queue>(QUEUE);
    expect(given(approvals.nodes[0]).openItems).toEqual([{ openAmount: { amount: "0.00" } }]);
  });

  it("is decided once when two approve it at the same moment, and the other is told", async () => {
    const { story, people, invoice, approvalId } = await held();
    const both = await Promise.all(
      [people.manager, people.other].map((as) => story.attempt("approvalApprove", { approvalId }, as)),
    );
    expect(both.flatMap((one) => one.userErrors.map((error) => error.code))).toEqual(["INVALID_STATE"]);
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
  });

  it("is passed on to the next limit when the approver's own is too low", async () => {
    const { story, people, invoice, approvalId } = await held("30000.00");
    const { approval } = await story.does("approvalApprove", { approvalId }, people.manager);
    expect(given(approval)).toMatchObject({ status: "PENDING", escalatedTo: "CONTROLLER" });
    expect(await story.instalments(invoice)).toEqual(["30000.00"]);
    await story.does("approvalApprove", { approvalId }, people.controller);
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
  });

  it("is rejected with a reason by somebody else, or withdrawn by whoever asked", async () => {
    const one = await held();
    const { story, people } = one;
    expect(
      await story.isRefused("approvalReject", { approvalId: one.approvalId, reason: " " }, people.manager),
    ).toEqual(["REQUIRED"]);
    await story.does(
      "approvalReject",
      { approvalId: one.approvalId, reason: "Try once more" },
      people.manager,
    );
    expect(
      await story.isRefused("approvalApprove", { approvalId: one.approvalId }, people.controller),
    ).toEqual(["INVALID_STATE"]);
    const two = await held();
    const { approvalId } = two;
    expect(await two.story.isRefused("approvalWithdraw", { approvalId }, two.people.manager)).toEqual([
      "INVALID_STATE",
    ]);
    const { approval } = await two.story.does("approvalWithdraw", { approvalId }, two.people.specialist);
    expect(given(approval).status).toBe("WITHDRAWN");
    expect(await two.story.instalments(two.invoice)).toEqual(["5000.00"]);
  });
});
