import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { given, type Story, storybook } from "../support/stories.js";

const book = storybook("2026-03-10");

interface Told {
  readonly __typename: string;
  readonly code: string;
  readonly path: readonly string[];
  readonly message: string;
  readonly requested?: { readonly amount: string };
  readonly now?: { readonly amount: string };
}

/** The errors of an attempt to approve, with what the typed ones tell. */
async function refusalsOf(story: Story, approvalId: string, as: string): Promise<readonly Told[]> {
  const { approvalApprove } = await story.api.run<{ approvalApprove: { userErrors: readonly Told[] } }>(
    `mutation ($id: ID!, $key: String!) { approvalApprove(input: { approvalId: $id, idempotencyKey: $key }) { userErrors { __typename code path message
      ... on RequestChanged { requested { amount } now { amount } } } } }`,
    { id: approvalId, key: randomUUID() },
    as,
  );
  return approvalApprove.userErrors;
}

async function office() {
  const story = await book.begin();
  const token = (person: string, role: string) => story.api.tokenOf(person, [role], story.tenant);
  const specialist = await token("sam", "AR_SPECIALIST");
  const manager = await token("mia", "AR_MANAGER");
  const customerId = await story.customer();
  const invoice = await story.invoice({ customerId, amount: "1500.00" });
  return { story, specialist, manager, customerId, invoice };
}

async function pays(story: Story, customerId: string, invoice: { readonly id: string }, amount: string) {
  const receipt = await story.receipt({ customerId, amount });
  return story.apply(receipt, [{ invoiceId: invoice.id, amount }]);
}

describe("What is approved", () => {
  it("is the amount that was shown: a write-off of all that is open is asked for again once a part was paid", async () => {
    const { story, specialist, manager, customerId, invoice } = await office();
    const request = { openItemId: await story.itemOf(invoice), reasonCode: "UNCOLLECTIBLE" };
    const { approval } = await story.does("writeOffRequest", request, specialist);
    const approvalId = given(approval).id;
    const applications = await pays(story, customerId, invoice, "500.00");
    const [error, ...others] = await refusalsOf(story, approvalId, manager);
    expect(others).toEqual([]);
    expect(error).toMatchObject({
      __typename: "RequestChanged",
      code: "REQUEST_CHANGED",
      path: ["approvalId"],
      requested: { amount: "1500.00" },
      now: { amount: "1000.00" },
    });
    expect(given(error).message).toContain(
      "1500.00 USD were asked for and shown; by now it would be 1000.00",
    );
    expect(await story.instalments(invoice)).toEqual(["1000.00"]);
    expect(await story.account("Bad-debt expense", "USD")).toMatchObject({ amount: "0" });
    await story.does("paymentUnapply", { applicationIds: applications });
    const approved = await story.does("approvalApprove", { approvalId }, manager);
    expect(given(approved.approval).status).toBe("APPROVED");
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
  });

  it("is what was shown of a credit of all lines, and stays pending to be withdrawn otherwise", async () => {
    const { story, specialist, manager, invoice } = await office();
    const request = { invoiceId: invoice.id, reasonCode: "RETURN" };
    const { approval } = await story.does("creditMemoCreate", request, specialist);
    const approvalId = given(approval).id;
    await story.does("creditMemoCreate", {
      invoiceId: invoice.id,
      reasonCode: "RETURN",
      lines: [{ invoiceLineId: await lineOf(story, invoice), netAmount: "100.00" }],
    });
    const [error] = await refusalsOf(story, approvalId, manager);
    expect(error).toMatchObject({ requested: { amount: "1500.00" }, now: { amount: "1400.00" } });
    const withdrawn = await story.does("approvalWithdraw", { approvalId }, specialist);
    expect(given(withdrawn.approval).status).toBe("WITHDRAWN");
  });

  it("is the same entries too: a credit that would be applied otherwise than shown is refused", async () => {
    const { story, specialist, manager, customerId, invoice } = await office();
    const request = { invoiceId: invoice.id, reasonCode: "RETURN" };
    const { approval } = await story.does("creditMemoCreate", request, specialist);
    await pays(story, customerId, invoice, "500.00");
    const [error] = await refusalsOf(story, given(approval).id, manager);
    expect(error).toMatchObject({
      code: "REQUEST_CHANGED",
      requested: { amount: "1500.00" },
      now: { amount: "1500.00" },
    });
    expect(given(error).message).toContain("other entries");
    expect(await story.instalments(invoice)).toEqual(["1000.00"]);
  });

  it("tells what stands in its way at the request, naming the field of what was asked for", async () => {
    const { story, specialist, manager, customerId, invoice } = await office();
    const request = {
      openItemId: await story.itemOf(invoice),
      amount: "1500.00",
      reasonCode: "UNCOLLECTIBLE",
    };
    const { approval } = await story.does("writeOffRequest", request, specialist);
    const approvalId = given(approval).id;
    await pays(story, customerId, invoice, "500.00");
    const [error] = await refusalsOf(story, approvalId, manager);
    expect(error).toMatchObject({ code: "AMOUNT_EXCEEDS_BALANCE", path: ["approvalId"] });
    expect(given(error).message).toContain("(`amount` of what was asked for)");
    const other = await story.invoice({ customerId, amount: "2000.00", documentDate: "2026-02-01" });
    const dated = { openItemId: await story.itemOf(other), effectiveDate: "2026-02-10" };
    const second = await story.does("writeOffRequest", { ...dated, reasonCode: "UNCOLLECTIBLE" }, specialist);
    await story.does("periodClose", { startsOn: "2026-02-01", status: "SOFT_CLOSED" });
    const [closed] = await refusalsOf(story, given(second.approval).id, manager);
    expect(closed).toMatchObject({ code: "PERIOD_SOFT_CLOSED", path: ["approvalId"] });
  });
});

async function lineOf(story: Story, invoice: { readonly id: string }): Promise<string> {
  const data = await story.ask<{ invoice: { lines: { id: string }[] } }>(
    "query ($id: ID!) { invoice(id: $id) { lines { id } } }",
    { id: invoice.id },
  );
  return given(data.invoice.lines[0]).id;
}
