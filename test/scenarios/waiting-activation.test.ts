import { describe, expect, it } from "vitest";
import { given, storybook } from "../support/stories.js";

const book = storybook("2026-03-10");

const monthly = (count: number) => ({ equal: { count, frequency: "MONTHLY", firstDueDate: "2026-04-01" } });

/** A plan with a fee above the specialist's limit, offered and not yet activated. */
async function offered() {
  const story = await book.begin();
  const token = (person: string, role: string) => story.api.tokenOf(person, [role], story.tenant);
  const specialist = await token("sam", "AR_SPECIALIST");
  const manager = await token("mia", "AR_MANAGER");
  const customerId = await story.customer();
  const invoice = await story.invoice({ customerId, amount: "9000.00" });
  const { paymentPlan } = await story.does("paymentPlanPropose", {
    openItemIds: [await story.itemOf(invoice)],
    schedule: monthly(3),
    charge: { kind: "FEE", amount: "3000.00" },
    contactName: "Jo Doe",
  });
  return { story, specialist, manager, paymentPlanId: given(paymentPlan).id };
}

describe("A payment plan whose activation waits for approval", () => {
  it("is neither amended nor asked for again until the request is withdrawn or decided", async () => {
    const { story, specialist, manager, paymentPlanId } = await offered();
    const { approval } = await story.does("paymentPlanActivate", { paymentPlanId }, specialist);
    const amendment = { paymentPlanId, schedule: monthly(2), reason: "Sooner" };
    const amended = await story.attempt("paymentPlanAmend", amendment, specialist);
    expect(amended.userErrors).toMatchObject([{ code: "INVALID_STATE", path: ["paymentPlanId"] }]);
    expect(given(amended.userErrors[0]).message).toContain("waits for approval, as sam asked for. Withdraw");
    expect(await story.isRefused("paymentPlanActivate", { paymentPlanId }, specialist)).toEqual([
      "INVALID_STATE",
    ]);
    await story.does("approvalWithdraw", { approvalId: given(approval).id }, specialist);
    await story.does("paymentPlanAmend", amendment, specialist);
    const again = await story.does("paymentPlanActivate", { paymentPlanId }, specialist);
    const approvalId = given(again.approval).id;
    const approved = await story.does("approvalApprove", { approvalId }, manager);
    expect(given(approved.approval).status).toBe("APPROVED");
    const { paymentPlan } = await story.ask<{ paymentPlan: { status: string } }>(
      "query ($id: ID!) { paymentPlan(id: $id) { status } }",
      { id: paymentPlanId },
    );
    expect(paymentPlan.status).toBe("ACTIVE");
  });

  it("has one request, whoever asks at the same moment", async () => {
    const { story, specialist, paymentPlanId } = await offered();
    const both = await Promise.all(
      [1, 2].map(() => story.attempt("paymentPlanActivate", { paymentPlanId }, specialist)),
    );
    const told = both.map(({ userErrors }) => userErrors.map(({ code }) => code).join());
    expect(told.toSorted()[0]).toBe("");
    expect(["INVALID_STATE", "ALREADY_EXISTS"]).toContain(told.toSorted()[1]);
    const { approvals } = await story.ask<{ approvals: { totalCount: number } }>(
      "{ approvals { totalCount } }",
    );
    expect(approvals.totalCount).toBe(1);
  });

  it("leaves the queue when it is cancelled: the request is withdrawn with it", async () => {
    const { story, specialist, manager, paymentPlanId } = await offered();
    const { approval } = await story.does("paymentPlanActivate", { paymentPlanId }, specialist);
    const gone = { paymentPlanId, reason: "They paid it all" };
    await story.does("paymentPlanCancel", { ...gone, validateOnly: true }, manager);
    await story.does("paymentPlanCancel", gone, manager);
    const { waiting, withdrawn } = await story.ask<Record<string, { nodes: object[] }>>(
      "{ waiting: approvals { nodes { id } } withdrawn: approvals(where: { status: { eq: WITHDRAWN } }) { nodes { id decidedBy decisionReason } } }",
    );
    expect(given(waiting).nodes).toEqual([]);
    const { id } = given(approval);
    const decisionReason = "Payment plan PP-000001 cancelled: They paid it all";
    expect(given(withdrawn).nodes).toEqual([{ id, decidedBy: "mia", decisionReason }]);
  });

  it("names no debit memo that is not posted yet, so that another one may get the number", async () => {
    const { story, specialist, manager, paymentPlanId } = await offered();
    const { approval } = await story.does("paymentPlanActivate", { paymentPlanId }, specialist);
    const customerId = await story.customer();
    const other = { customerId, amount: "5.00", reasonCode: "FREIGHT", account: "REVENUE" };
    await story.does("debitMemoCreate", other);
    const approvalId = given(approval).id;
    await story.does("approvalApprove", { approvalId }, manager);
    const answer = await story.ask<{ approvals: { nodes: object[] }; charges: { nodes: object[] } }>(
      "{ approvals(where: { status: { eq: APPROVED } }) { nodes { summary wouldPost { description } } } charges { nodes { number } } }",
    );
    const description = "Debit memo DM-…, fee of payment plan PP-000001";
    expect(answer.approvals.nodes).toEqual([
      { summary: `${description}: 3000.00 USD`, wouldPost: [{ description }] },
    ]);
    expect(answer.charges.nodes).toEqual([{ number: "DM-000002" }, { number: "DM-000001" }]);
  });
});
